// Extraction: which PDF library reads here.
import CPoppler

/// The PDF library.
public enum PDFLibrary {
  /// The version of poppler that is loaded.
  public static var version: String { String(cString: poppler_get_version()) }
}
