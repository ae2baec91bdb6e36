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
  private let state: Mutex<State>

  private struct State {
    var file: QpdfFile?
    var isOpened = false
    var page = 0
    var paint = PagePaint()

    mutating func opened(_ bytes: [UInt8]) -> QpdfFile? {
      if !isOpened {
        file = QpdfFile(bytes)
        isOpened = true
      }
      return file
    }
  }

  init(_ bytes: [UInt8], pageSizes: [(width: Double, height: Double)]) {
    self.bytes = bytes
    self.pageSizes = pageSizes
    self.state = Mutex(State())
  }

  /// For each font by name the digits that it draws otherwise than the text layer says.
  func wrongDigits() -> [String: Set<Unicode.Scalar>] {
    state.withLock { state in state.opened(bytes).map { DigitWitness.wrongDigits($0.fonts()) } ?? [:] }
  }

  /// True where a page read so far, or a font's map to characters, could not be decoded to its end, or the structure of the file is lost.
  var isDamaged: Bool { state.withLock { $0.isOpened && ($0.file?.isDamaged ?? true) } }

  /// What a page paints, number from 1, in points of the page as displayed. Nothing where the page or the file cannot be read that way:
  /// the words alone then have to do. The last page is kept.
  func paint(page number: Int) -> PagePaint {
    guard number >= 1, number <= pageSizes.count else { return PagePaint() }
    return state.withLock { state in
      if state.page == number { return state.paint }
      state.page = number
      state.paint = PagePaint()
      guard let file = state.opened(bytes), let page = file.page(number - 1) else { return state.paint }
      let size = pageSizes[number - 1]
      var collector = EdgeCollector(
        transform: page.displayTransform(width: size.width, height: size.height), pageWidth: size.width,
        pageHeight: size.height)
      collector.run(page.content, resources: page.resources, file: file, depth: 0)
      state.paint = PagePaint(rulings: collector.rulings, hidden: collector.hidden)
      return state.paint
    }
  }
}

/// What is read of a page's content stream.
struct PagePaint {
  var rulings: [Ruling] = []
  var hidden: [HiddenText] = []
}
