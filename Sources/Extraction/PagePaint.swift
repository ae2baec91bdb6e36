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
  /// True where nothing of the page stands in line with anything else (it lies askew), or where it paints more than was followed.
  var isUncertain = false
  /// Characters that are drawn, and of which the text layer says nothing that can be believed: unknown ones, and hidden.
  var unsaid: [Glyph] = []
  /// Characters that run askew on a page that is upright: a watermark.
  var askew: [AskewCharacter] = []

  /// What the page paints, in points of the page as displayed. Nothing, and the file is damaged, where the page cannot be read.
  init(page index: Int, of file: QpdfFile, width: Double, height: Double) {
    guard let page = file.page(index) else { return }
    let transform = page.displayTransform(width: width, height: height)
    var collector = EdgeCollector(transform: transform, pageWidth: width, pageHeight: height)
    collector.run(page.content, resources: page.resources, file: file, depth: 0)
    if collector.hasUnsaid || collector.text.isCrossed || collector.text.hasFaint {
      // Seldom: once more, with the place of every character.
      var tracer = EdgeCollector(transform: transform, pageWidth: width, pageHeight: height, placesUnsaid: true)
      tracer.run(page.content, resources: page.resources, file: file, depth: 0)
      hidden = tracer.hiddenCharacters
      (unsaid, askew) = (tracer.unsaid, tracer.askew)
    }
    isUncertain = collector.text.isTilted || collector.isCutOff
    hidden += collector.text.hidden
    sideways = collector.text.sideways
    // Edges askew, or not all of them, bound nothing that could be told.
    rulings = isUncertain ? [] : collector.rulings
  }
}
