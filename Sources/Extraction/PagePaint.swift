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
  var pictures: [Rectangle] = []
  /// Characters, and parts of them, that are drawn as paths.
  var outlines: [Rectangle] = []
  /// What text is drawn within.
  var clips: [Rectangle] = []
  /// True where nothing of the page stands in line with anything else (it lies askew), where it paints more than was followed, or where the
  /// text layer says digits that no font draws.
  var isUncertain = false
  /// Characters that are drawn, and of which the text layer says nothing that can be believed: unknown ones, and hidden.
  var unsaid: [Glyph] = []
  /// Text in fonts that the file does not have, an unknown character each time; what the text layer says there all the same is it.
  var lost: [Glyph] = []
  /// True where the page's content leaves a graphics state open, and where it closes one that it has not opened.
  var (leavesOpen, closesMore) = (false, false)
  /// Characters that run askew on a page that is upright: a watermark.
  var askew: [AskewCharacter] = []

  /// What the page paints, in points of the page as displayed. Nothing, and the file is damaged, where the page cannot be read.
  init(page index: Int, of file: QpdfFile, width: Double, height: Double) {
    guard let page = file.page(index) else { return }
    let transform = page.displayTransform(width: width, height: height)
    var collector = EdgeCollector(transform: transform, pageWidth: width, pageHeight: height)
    collector.run(page.content, resources: page.resources, file: file, depth: 0)
    (leavesOpen, closesMore) = (collector.leavesOpen, collector.closesMore)
    if collector.hasUnsaid || collector.text.isCrossed || collector.text.hasFaint || collector.text.isPartlySeen {
      // Seldom: once more, with the place of every character.
      var tracer = EdgeCollector(transform: transform, pageWidth: width, pageHeight: height, placesUnsaid: true)
      tracer.run(page.content, resources: page.resources, file: file, depth: 0)
      hidden = tracer.hiddenCharacters + tracer.text.hiddenCharacters
      hidden += tracer.placing.raised + tracer.placing.parted(by: tracer.rulings)
      (unsaid, lost, askew) = (tracer.unsaid, tracer.lost, tracer.askew)
    }
    unsaid += page.unwritten.map { Self.unknown(in: $0, transform) }
    let isUpsideDown = collector.text.isUpsideDown
    unsaid += collector.unruly.filter { $0.isMirrored || !isUpsideDown }.map(\.glyph)
    isUncertain =
      collector.text.isTilted || collector.text.isMirrored || collector.isCutOff || collector.hasMisread
    hidden += collector.text.hidden
    sideways = collector.text.sideways
    pictures = collector.text.pictures
    outlines = collector.text.outlines
    clips = collector.text.clips.filter { $0.right < width }
    // Edges askew, or not all of them, bound nothing that could be told.
    rulings = isUncertain ? [] : collector.rulings
  }

  /// No character is larger than this, in points.
  private static let largest = 10.0

  /// A character that nobody knows, in the middle of a rectangle of user space.
  private static func unknown(in rectangle: [Double], _ transform: Transform) -> Glyph {
    let (a, b) = (transform.apply(rectangle[0], rectangle[1]), transform.apply(rectangle[2], rectangle[3]))
    let (width, height) = (min(largest / 2, abs(a.x - b.x)) / 2, min(largest, abs(a.y - b.y)) / 2)
    let (x, y) = ((a.x + b.x) / 2, (a.y + b.y) / 2)
    return Glyph(
      character: "\u{FFFD}", box: Rectangle(left: x - width, top: y - height, right: x + width, bottom: y + height),
      isHidden: true)
  }
}
