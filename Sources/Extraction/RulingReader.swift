// Extraction: the bytes of a PDF → the straight edges that a page paints, read from its content stream through qpdf.
//
// poppler-glib has no call for them; rendering to a cairo script surface would give them at several times the cost of the text,
// most of it spent on fonts. The content stream holds them as they were drawn.
import CQpdf
import DocumentModel
import Synchronization

/// Opens the PDF a second time, on the first request, and keeps it open as long as the document lives.
final class RulingReader: Sendable {
  private let bytes: [UInt8]
  private let pageSizes: [(width: Double, height: Double)]
  private let file: Mutex<QpdfFile?>

  init(_ bytes: [UInt8], pageSizes: [(width: Double, height: Double)]) {
    self.bytes = bytes
    self.pageSizes = pageSizes
    self.file = Mutex(nil)
  }

  /// The edges of a page, number from 1, in points of the page as displayed. Empty where the page or the file cannot be read that way:
  /// the words alone then have to do.
  func rulings(page number: Int) -> [Ruling] {
    guard number >= 1, number <= pageSizes.count else { return [] }
    return file.withLock { file in
      if file == nil { file = QpdfFile(bytes) }
      guard let page = file?.page(number - 1) else { return [] }
      let size = pageSizes[number - 1]
      var painter = EdgeCollector(
        transform: page.displayTransform(width: size.width, height: size.height), pageWidth: size.width,
        pageHeight: size.height)
      painter.run(page.content, resources: page.resources, file: file!, depth: 0)
      return painter.rulings
    }
  }
}
