// Reconstruction: a run of digits and separators that is no number → the numbers that touch one another in it.
import DocumentModel

/// Numbers of narrow columns touch where they fill their cells. Behind a separator of thousands stand three digits: with a fourth another number
/// begins.
enum TouchingNumbers {
  private static let group = 3

  /// True for digits and separators that are several numbers.
  static func mayBe(_ glyphs: [Glyph]) -> Bool { mayBe(glyphs.lazy.map(\.character)) }

  static func mayBe(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
    scalars.count(where: Wording.isDigit) > group
      && scalars.allSatisfy { Wording.isDigit($0) || isSeparator($0) || isPoint($0) }
  }

  /// The numbers; nil where it is one, or where they cannot be told apart.
  static func parts(_ glyphs: [Glyph]) -> [Range<Int>]? { mayBe(glyphs) ? parts(glyphs.map(\.character)) : nil }

  static func parts(_ scalars: [Unicode.Scalar]) -> [Range<Int>]? {
    guard mayBe(scalars) else { return nil }
    var starts = [0]
    var digits: Int?
    for (index, scalar) in scalars.enumerated() {
      if isSeparator(scalar) {
        digits = 0
      } else if let count = digits, Wording.isDigit(scalar) {
        digits = count + 1
        if count == group {
          starts.append(index)
          digits = nil
        }
      } else {
        digits = nil
      }
    }
    let parts = zip(starts, starts.dropFirst() + [scalars.count]).map { $0..<$1 }
    let areNumbers = parts.allSatisfy { ValueReader.isValue(String(scalars: scalars[$0])) }
    return parts.count > 1 && areNumbers ? parts : nil
  }

  /// Numbers of so many columns have come to others of their row.
  private static let mostLost = 3

  /// True where the numbers of a row that lacks some may be several that touch: cut in the right places, they fill all columns and add up to the last.
  /// - Parameter numbers: counts, from left to right (`ApplicationSums.counts`).
  static func fill(_ numbers: [Int], width: Int) -> Bool {
    let lost = width - numbers.count
    guard (1...mostLost).contains(lost) else { return false }
    // For each number what its parts may be, from the last: how many columns are left, and what stands in them so far.
    func fits(_ rest: ArraySlice<Int>, _ lost: Int, total: Int?, sum: Int) -> Bool {
      guard let number = rest.last else { return lost == 0 && sum == total }
      let others = rest.dropLast()
      if fits(others, lost, total: total ?? number, sum: total == nil ? 0 : sum &+ number) { return true }
      guard lost > 0 else { return false }
      var power = 10
      while power <= number {
        let (before, behind) = (number / power, number % power)
        // No number begins with a zero but zero itself.
        if power == 10 || behind >= power / 10,
          fits(others + [before], lost - 1, total: total ?? behind, sum: total == nil ? 0 : sum &+ behind)
        {
          return true
        }
        power *= 10
      }
      return false
    }
    return fits(numbers[...], lost, total: nil, sum: 0)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "，" }
  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "．" }
}
