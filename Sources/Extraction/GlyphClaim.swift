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

  private static let blanks = Set(
    Array(0...0x20) + [0xA0, 0x34F, 0x115F, 0x1160, 0x3000, 0x3164, 0xFEFF] + Array(0x2000...0x200F)
      + Array(0x2028...0x202F)
      + Array(0x205F...0x206F))
  private static let points = Set(",.'·、，．’‘˙﹒﹐".unicodeScalars.map { Int($0.value) })
  private static let dashes = Set("-‐‑‒–—―−－─一﹣¯_".unicodeScalars.map { Int($0.value) })
  private static let pluses = Set("+＋﹢".unicodeScalars.map { Int($0.value) })
  private static let slashes = Set("/／".unicodeScalars.map { Int($0.value) })
  private static let words = Set("无無零未".unicodeScalars.map { Int($0.value) })
  private static let wide = 0xFF10...0xFF19

  /// The characters of which something is claimed.
  static let scalars = (blanks.union(points).union(dashes).union(pluses).union(slashes).union(words).union(wide))
    .sorted()

  /// nil for what no shape contradicts, or what is looked at elsewhere: a digit.
  /// - Parameter units: UTF-16.
  init?(_ units: [Int]) {
    func isDigit(_ unit: Int) -> Bool { (0x30...0x39).contains(unit) || Self.wide.contains(unit) }
    guard let first = units.first else { return nil }
    guard units.count == 1 else {
      guard units.contains(where: isDigit) else { return nil }
      self = .several
      return
    }
    if Self.blanks.contains(first) {
      self = .blank
    } else if Self.wide.contains(first) {
      self = .digit(first - Self.wide.lowerBound)
    } else if Self.points.contains(first) {
      self = .point
    } else if Self.dashes.contains(first) {
      self = .dash
    } else if Self.pluses.contains(first) {
      self = .plus
    } else if Self.slashes.contains(first) {
      self = .slash
    } else if Self.words.contains(first) {
      self = .word
    } else {
      return nil
    }
  }

  /// A mark is no higher than this share of the em: the highest of 374 fonts has 0.38, the lowest digit 0.4.
  private static let highestMark = 0.45
  /// A stroke along the line is no higher than this share of its width, and a cross is higher.
  private static let flat = 0.75
  /// Shapes this much alike are a digit, whatever the font …
  private static let sure = 0.85
  /// … and a slash is this much like 1 or 7 at most.
  private static let slashLike = 0.92

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
    case .slash: return isDigit { $0 == 1 || $0 == 7 ? Self.slashLike : Self.sure }
    case .point, .dash, .plus:
      guard let extent = font.extent(code: code), extent.width > 0, extent.height > 0 else { return false }
      let isFlat = extent.height <= Self.flat * extent.width
      switch self {
      case .plus: return isFlat || isDigit { _ in Self.sure }
      case .dash: return !isFlat
      default: return extent.height > Self.highestMark
      }
    }
  }
}
