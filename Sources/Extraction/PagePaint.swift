// Extraction: the content streams of a PDF, read through qpdf → what each page paints: straight edges, and text that is not seen.
//
// poppler-glib has no call for the edges; rendering to a cairo script surface would give them at several times the cost of the text,
// most of it spent on fonts. The content stream holds them as they were drawn.
import DocumentModel

/// What is read of a page's content stream.
struct PagePaint {
  var rulings: [Ruling] = []
  var hidden: [HiddenText] = []
  var sideways: [SidewaysText] = []

  /// What the page paints, in points of the page as displayed. Nothing, and the file is damaged, where the page cannot be read.
  init(page index: Int, of file: QpdfFile, width: Double, height: Double) {
    guard let page = file.page(index) else { return }
    var collector = EdgeCollector(
      transform: page.displayTransform(width: width, height: height), pageWidth: width, pageHeight: height)
    collector.run(page.content, resources: page.resources, file: file, depth: 0)
    (rulings, hidden, sideways) = (collector.rulings, collector.hidden, collector.sideways)
  }
}
