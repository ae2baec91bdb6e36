// Audit: Chinese numerals → numbers: 十二, 两, 一百零五, 二〇二三.

/// Reads numerals written in Chinese characters.
enum ChineseNumeral {
  private static let digits: [UInt16: Int] = values("零〇○一二两三四五六七八九", [0, 0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9])
  private static let powers: [UInt16: Int] = values("十百千", [10, 100, 1000])
  private static let groups: [UInt16: Int] = values("万亿", [10_000, 100_000_000])

  private static func values(_ characters: String, _ values: [Int]) -> [UInt16: Int] {
    Dictionary(uniqueKeysWithValues: zip(characters.utf16, values))
  }

  /// True for a character that numerals are written with.
  static func isNumeral(_ unit: UInt16) -> Bool {
    digits[unit] != nil || powers[unit] != nil || groups[unit] != nil
  }

  /// The value of a numeral; nil where the characters make none (万 alone, 一二十).
  static func value(_ units: ArraySlice<UInt16>) -> Int? {
    guard !units.isEmpty else { return nil }
    if units.allSatisfy({ digits[$0] != nil }) {
      // Digit by digit: 二〇二三. A single digit is the usual case.
      guard units.count <= 9 else { return nil }
      return units.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
    }
    var total = 0
    var group = 0
    var digit: Int?
    for unit in units {
      if let value = digits[unit] {
        // 零 stands between the places; two other digits in a row are no numeral.
        guard digit == nil || digit == 0 else { return nil }
        digit = value
      } else if let power = powers[unit] {
        guard digit != nil || (power == 10 && group % 100 == 0) else { return nil }
        group += (digit.map { $0 == 0 ? 1 : $0 } ?? 1) * power
        digit = nil
      } else if let factor = groups[unit] {
        let value = group + (digit ?? 0)
        guard value > 0 else { return nil }
        total += value * factor
        group = 0
        digit = nil
      }
    }
    return total + group + (digit ?? 0)
  }
}
