// Extraction: the operators so far → how what comes is painted.
import DocumentModel

/// What painting hangs on (ISO 32000-1, 8.4), as far as edges and text need it.
struct GraphicsState {
  var transform: Transform
  var fill = Colour()
  var strokeIsWhite = false
  /// Text is drawn with this mode (ISO 32000-1, 9.3.6); 3 and 7 draw nothing.
  var textMode = 0
  var leading = 0.0
  /// How opaque fills are; what is blended otherwise than by covering counts as 0.5 at most.
  var opacity = 1.0
  var font = TextFont.unset
  var size = 0.0
  var characterSpace = 0.0
  var wordSpace = 0.0
  /// Horizontal scaling, 1 for 100 %.
  var stretch = 1.0
  var rise = 0.0
  /// What is outside of it is not painted.
  var clip: Rectangle

  /// A character that nobody knows, drawn here: about as high as letters are.
  func unknown(at textMatrix: Transform, width: Double) -> Glyph {
    let whole = transform.after(textMatrix)
    let (low, high) = (rise - 0.15 * size, rise + 0.75 * size)
    let corners = [(0, low), (width * stretch, high)].map { whole.apply($0.0, $0.1) }
    return Glyph(
      character: "\u{FFFD}",
      box: Rectangle(
        left: min(corners[0].x, corners[1].x), top: min(corners[0].y, corners[1].y),
        right: max(corners[0].x, corners[1].x), bottom: max(corners[0].y, corners[1].y)), isHidden: true)
  }
}

/// What text is drawn in.
enum TextFont {
  /// No font has been named.
  case unset
  case known(FontObject)
  /// The file does not have it: programs draw such text in another font, or not at all.
  case lost
  /// What is named is no font, a program having mixed its objects up: poppler reads its codes as those of letters and digits all the same.
  case noFont

  var object: FontObject? { if case .known(let font) = self { font } else { nil } }

  var isMissing: Bool {
    switch self {
    case .unset, .known: false
    case .lost, .noFont: true
    }
  }
}
