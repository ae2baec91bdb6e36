// Reconstruction: a run of digits and separators that is no number → the numbers that touch one another in it.
import DocumentModel

/// Numbers of narrow columns touch where they fill their cells. Behind a separator of thousands stand three digits: with a fourth another number
/// begins.
enum TouchingNumbers {
  private static let group = 3

  /// True for digits and separators that are several numbers.
  static func mayBe(_ glyphs: [Glyph]) -> Bool {
    glyphs.count { Wording.isDigit($0.character) } > group
      && glyphs.allSatisfy { Wording.isDigit($0.character) || isSeparator($0.character) || isPoint($0.character) }
  }

  /// The numbers; nil where it is one, or where they cannot be told apart.
  static func parts(_ glyphs: [Glyph]) -> [Range<Int>]? {
    guard mayBe(glyphs) else { return nil }
    var starts = [0]
    var digits: Int?
    for (index, glyph) in glyphs.enumerated() {
      if isSeparator(glyph.character) {
        digits = 0
      } else if let count = digits, Wording.isDigit(glyph.character) {
        digits = count + 1
        if count == group {
          starts.append(index)
          digits = nil
        }
      } else {
        digits = nil
      }
    }
    let parts = zip(starts, starts.dropFirst() + [glyphs.count]).map { $0..<$1 }
    let areNumbers = parts.allSatisfy { part in
      ValueReader.isValue(String(scalars: glyphs[part].lazy.map(\.character)))
    }
    return parts.count > 1 && areNumbers ? parts : nil
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "，" }
  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "．" }
}
