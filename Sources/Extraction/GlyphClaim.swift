// Extraction: what a map says of a code that is no digit in it → what its shape must not be.

/// Where a map is wrong, a digit may be drawn that the text layer gives as a space, as a mark or as several digits: readers of the text then give another number,
/// or none. What can be told of a shape is whether there is any, how high it is, and which digit it is like.
enum GlyphClaim: Equatable {
  /// White space, or a character that is drawn as nothing.
  case blank
  /// A digit of full width.
  case digit(Int)
  /// Several characters, some of which are digits: no font draws them as one.
  case several
  /// A point, a comma, and what else stands at the foot or the head of a line.
  case point
  /// A stroke along the line.
  case dash
  case plus
  /// A stroke that is much like some digits.
  case slash
  /// A character that stands for a number: 无.
  case word

  private static let wide = 0xFF10...0xFF19

  /// What is claimed of a code that leads to one of these characters alone.
  private static let known: [Int: GlyphClaim] = {
    var known: [Int: GlyphClaim] = [:]
    let blanks: [ClosedRange<Int>] = [
      // Nothing at all is no claim.
      1...0x20, 0xA0...0xA0, 0x34F...0x34F, 0x115F...0x1160, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F,
      0x3000...0x3000,
      0x3164...0x3164, 0xFEFF...0xFEFF,
    ]
    for scalar in blanks.joined() { known[scalar] = .blank }
    for scalar in wide { known[scalar] = .digit(scalar - wide.lowerBound) }
    let marks: [(String, GlyphClaim)] = [
      (",.'·、，．’‘˙﹒﹐", .point), ("-‐‑‒–—―−－─一﹣¯_", .dash), ("+＋﹢", .plus), ("/／", .slash), ("无無零未", .word),
    ]
    for (characters, claim) in marks { for scalar in characters.unicodeScalars { known[Int(scalar.value)] = claim } }
    return known
  }()
  private static let scalars = known.keys.sorted()

  /// The characters within a range of which something is claimed.
  static func scalars(in range: ClosedRange<Int>) -> ArraySlice<Int> {
    var (low, high) = (0, scalars.count)
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return scalars[low...].prefix { $0 <= range.upperBound }
  }

  /// nil for what no shape contradicts, or what is looked at elsewhere: a digit.
  init?(_ scalar: Int) {
    guard let claim = Self.known[scalar] else { return nil }
    self = claim
  }

  /// - Parameter units: UTF-16, of several characters.
  init?(several units: [Int]) {
    guard units.contains(where: { (0x30...0x39).contains($0) || Self.wide.contains($0) }) else { return nil }
    self = .several
  }

  /// A mark is no higher than this share of the em: those of 375 fonts have 0.38 at most, but for one of pictures.
  private static let highestMark = 0.45
  /// A stroke along the line is no higher than this share of its width, and a cross is higher.
  private static let flat = 0.75
  /// Shapes this much alike are a digit, whatever the font …
  private static let sure = 0.85
  /// … and a slash is this much like 1 or 7 at most, and so is a comma, of which no size is known, like 1.
  private static let strokeLike = 0.92

  /// True where the font draws something else for the code.
  func isContradicted(by code: Int, of font: FontObject) -> Bool {
    func isDigit(_ least: (Int) -> Double) -> Bool {
      guard let shape = font.shape(code: code) else { return false }
      let (digit, likeness) = DigitWitness.closest(shape)
      return likeness >= least(digit)
    }
    switch self {
    case .blank: return font.drawsInk(code)
    case .digit(let digit):
      return font.shape(code: code).map { DigitWitness.contradicts($0, digit: digit) } ?? false
    case .several, .word: return isDigit { _ in Self.sure }
    case .slash: return isDigit { $0 == 1 || $0 == 7 ? Self.strokeLike : Self.sure }
    case .point, .dash, .plus:
      guard let extent = font.extent(code: code), extent.width > 0, extent.height > 0 else {
        return isDigit { _ in Self.strokeLike }
      }
      let isFlat = extent.height <= Self.flat * extent.width
      switch self {
      case .plus: return isFlat || isDigit { _ in Self.sure }
      case .dash: return !isFlat
      default: return extent.height > Self.highestMark
      }
    }
  }
}
