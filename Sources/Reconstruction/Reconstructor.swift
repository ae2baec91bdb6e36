// Reconstruction: Document → Report.
import DocumentModel
import ReportModel

/// Reads the sections and tables of a report out of a document.
public enum Reconstructor {
  /// Reads the whole report.
  /// - Throws: `notAReport` where the document has neither the title nor a table or section of the form.
  public static func reconstruct(_ document: Document) throws(ReadingFailure) -> Report {
    throw .notAReport(seen: "")
  }
}
