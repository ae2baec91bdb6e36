// Reconstruction: characters that stand together → whether they can be taken for one number as they are.
import DocumentModel

/// A raised number of a footnote, digits too small to be seen, a watermark of digits: beside or over those of a number they are no part of it.
enum UnevenDigits {
  /// Digits of one number are as high as one another, at least to this share.
  private static let even = 0.8

  /// Digits of one number stand on one line: their middles are no further apart than this share of their height. A raised one is a mark.
  private static let level = 0.2

  /// Digits of one number stand beside one another: one that reaches so far into another, as a share of its width, is printed over it.
  private static let overlap = 0.4

  /// True where the page does not show all of it, or where digits of different sizes stand together.
  static func isHidden(_ glyphs: some Sequence<Glyph>) -> Bool {
    var low = Double.infinity
    var high = 0.0
    var end = -Double.infinity
    var highest = Double.infinity
    var lowest = -Double.infinity
    for glyph in glyphs {
      if glyph.isHidden { return true }
      guard Wording.isDigit(glyph.character) else { continue }
      if glyph.box.left < end - overlap * glyph.box.width { return true }
      end = glyph.box.right
      low = min(low, glyph.box.height)
      high = max(high, glyph.box.height)
      highest = min(highest, glyph.box.midY)
      lowest = max(lowest, glyph.box.midY)
    }
    return low < even * high || lowest - highest > level * high
  }
}
