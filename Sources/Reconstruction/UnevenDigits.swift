// Reconstruction: characters that stand together → whether they can be taken for one number as they are.
import DocumentModel

/// A raised number of a footnote, digits too small to be seen, a watermark of digits: beside or over those of a number they are no part of it.
enum UnevenDigits {
  /// Digits of one number are as high as one another, at least to this share.
  private static let even = 0.8

  /// Digits of one number stand on one line: their middles are no further apart than this share of their height, nor than this share of their
  /// width, for the boxes of some fonts are twice as high as their digits. A raised one is a mark.
  private static let level = 0.2
  private static let levelByWidth = 0.3

  /// Digits of one number stand beside one another: one that reaches so far into another, as a share of its width, is printed over it.
  private static let overlap = 0.4

  /// Between digits of one number no gap is so much wider than another, as a share of a digit's width.
  private static let uneven = 0.6

  /// The digits that stand together, where they do not stand evenly; nil where they do, or where there is more than digits.
  static func parts(_ glyphs: [Glyph]) -> [Range<Int>]? {
    guard glyphs.count > 1, glyphs.allSatisfy({ Wording.isDigit($0.character) }) else { return nil }
    let gaps = zip(glyphs, glyphs.dropFirst()).map { $1.box.left - $0.box.right }
    let width = glyphs.map(\.box.width).min()!
    // Of two digits alone nobody knows how far apart those of one number stand.
    let least = glyphs.count > 2 ? gaps.min()! : 0
    let cuts = gaps.indices.filter { gaps[$0] - least > uneven * width }.map { $0 + 1 }
    guard !cuts.isEmpty else { return nil }
    return zip([0] + cuts, cuts + [glyphs.count]).map { $0..<$1 }
  }

  /// True where a digit is printed over another one.
  static func areOverprinted(_ glyphs: [Glyph]) -> Bool {
    let digits = glyphs.filter { Wording.isDigit($0.character) }
    return zip(digits, digits.dropFirst()).contains { $1.box.left < $0.box.right - overlap * $1.box.width }
  }

  /// True where the page does not show all of it, or where digits of different sizes stand together.
  static func isHidden(_ glyphs: some Sequence<Glyph>) -> Bool {
    var low = Double.infinity
    var high = 0.0
    var end = -Double.infinity
    var highest = Double.infinity
    var lowest = -Double.infinity
    var width = 0.0
    for glyph in glyphs {
      if glyph.isHidden { return true }
      guard Wording.isDigit(glyph.character) else { continue }
      if glyph.box.left < end - overlap * glyph.box.width { return true }
      end = glyph.box.right
      low = min(low, glyph.box.height)
      high = max(high, glyph.box.height)
      width = max(width, glyph.box.width)
      highest = min(highest, glyph.box.midY)
      lowest = max(lowest, glyph.box.midY)
    }
    return low < even * high || lowest - highest > min(level * high, levelByWidth * width)
  }
}
