// Audit: a sentence → the years that it names.

/// A year as printed: 2023年, 二〇二三年, 2023年度.
struct YearMention: Sendable {
  var year: Int
  /// Up to and with 年, 年度 or 年底.
  var range: Range<Int>
  /// True inside 《》, 〔〕 or brackets, where a year belongs to a name or number of a document.
  var isQuoted: Bool

  private static let opening = UnitSet("《〔[【“\"")
  private static let closing = UnitSet("》〕]】”\"")
  private static let suffix = WordSet("年度 年")

  /// 年
  private static let mark: UInt16 = 0x5e74

  static func all(in text: [UInt16]) -> [YearMention] {
    guard text.contains(mark) else { return [] }
    var found: [YearMention] = []
    var depth = 0
    var position = 0
    while position < text.count {
      let unit = text[position]
      if closing.contains(unit), depth > 0 {
        depth -= 1
      } else if opening.contains(unit) {
        depth += 1
      }
      let isStart = position == 0 || !isDigit(text[position - 1])
      if isStart, position + 5 <= text.count, let year = year(text[position..<position + 4]),
        let length = suffix.length(in: text, at: position + 4, within: position + 4..<text.count)
      {
        found.append(
          YearMention(year: year, range: position..<position + 4 + length, isQuoted: depth > 0))
        position += 4 + length
      } else {
        position += 1
      }
    }
    return found
  }

  private static func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

  /// Years from 1990 to 2099.
  private static func year(_ units: ArraySlice<UInt16>) -> Int? {
    let value: Int?
    if units.allSatisfy(isDigit) {
      value = units.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    } else {
      value = units.first == 0x4e8c ? ChineseNumeral.value(units) : nil
    }
    return value.flatMap { (1990...2099).contains($0) ? $0 : nil }
  }
}
