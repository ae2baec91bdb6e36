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

  /// What comes is painted within this area, too.
  mutating func clip(to box: Rectangle) {
    let (left, top) = (max(clip.left, box.left), max(clip.top, box.top))
    clip = Rectangle(
      left: left, top: top, right: max(left, min(clip.right, box.right)),
      bottom: max(top, min(clip.bottom, box.bottom)))
  }

  /// True where text of this matrix is seen as in a mirror. Pages are displayed from the top, text is drawn from the bottom.
  func isMirrored(_ text: Transform) -> Bool {
    // The glyphs of a Type 3 font may themselves be drawn either way.
    if let font = font.object, case .procedures = font.selection { return false }
    let whole = transform.after(text)
    return (whole.a * whole.d - whole.b * whole.c) * stretch > 0
  }

  /// False where the font says of each code that it is no digit: words of headers are set on their side, and turned.
  func mayHoldDigit(_ scanner: ContentScanner) -> Bool {
    guard let font = font.object else { return true }
    return scanner.holdsCode(bytesEach: font.bytesPerCode) { code in font.saidDigit(code).map { $0 != nil } ?? true }
  }

  /// How far text goes at most, in points: no character is wider than high.
  func reach(_ strings: [ContentScanner.Shown], _ text: Transform) -> Double {
    let bytes = font.object?.bytesPerCode ?? 1
    var length = 0.0
    for string in strings {
      length +=
        Double(string.mostBytes / bytes) * (abs(size) + max(0, characterSpace)) - string.adjustment / 1000 * size
    }
    let whole = transform.after(text)
    return length * abs(stretch) * max(abs(whole.a), abs(whole.b))
  }

  /// How far it goes by the widths of its font, in points; nil without a font.
  func exactReach(_ scanner: ContentScanner, _ text: Transform) -> Double? {
    guard let font = font.object else { return nil }
    var length = 0.0
    for string in scanner.strings {
      length -= string.adjustment / 1000 * size
      scanner.forEachCode(string, bytesEach: font.bytesPerCode) { code in
        length += advance(code, in: font)
        return true
      }
    }
    let whole = transform.after(text)
    return length * abs(stretch) * max(abs(whole.a), abs(whole.b))
  }

  /// How far a character moves on, in text space without the horizontal scaling.
  func advance(_ code: Int, in font: FontObject) -> Double {
    font.width(code) / 1000 * size + characterSpace + (code == 32 && font.bytesPerCode == 1 ? wordSpace : 0)
  }

  /// A character that nobody knows, of the usual size and with its left end on the line here.
  static func unknown(at place: (x: Double, y: Double)) -> Glyph {
    Glyph(
      character: "\u{FFFD}", box: Rectangle(left: place.x, top: place.y - 7, right: place.x + 5, bottom: place.y + 2),
      isHidden: true)
  }

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
