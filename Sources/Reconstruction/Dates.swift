// Reconstruction: dates, years and periods in running text.
import ReportModel

/// A small scanner for Chinese dates, in Arabic (also full-width) and in Chinese numerals.
enum Dates {
  /// A date and the extent of its characters.
  struct Found {
    var day: Day
    var range: Range<Int>
    /// False where the year was left out and taken from elsewhere.
    var hasYear: Bool
  }

  private static let chinese: [Unicode.Scalar: Int] = [
    "〇": 0, "○": 0, "Ｏ": 0, "◯": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// What is typed for 〇 between numerals: 二0二五, 二O二五, 2〇25.
  private static let zeros = Set("〇○◯Ｏｏ０0OoΟοОо".unicodeScalars)
  /// Twenty and thirty in one character.
  private static let manyTens: [Unicode.Scalar: Int] = ["廿": 2, "卅": 3]

  /// All dates `2020年1月1日` of a text without spaces; a year left out (`至12月31日`) is that of the date before it.
  static func all(_ text: [Unicode.Scalar]) -> [Found] {
    var result: [Found] = []
    var index = 0
    while index < text.count {
      if let (day, end, hasYear) = date(text, from: index, lastYear: result.last?.day.year) {
        result.append(Found(day: day, range: index..<end, hasYear: hasYear))
        index = end
      } else {
        index += 1
      }
    }
    return result
  }

  private static func date(
    _ text: [Unicode.Scalar], from start: Int, lastYear: Int?
  ) -> (Day, Int, Bool)? {
    // Not in the middle of a number.
    if start > 0, Wording.isDigit(text[start - 1]) || chinese[text[start - 1]] != nil { return nil }
    var position = start
    var year: Int?
    if let (value, end) = number(text, from: start), end < text.count, text[end] == "年", value >= 1990, value < 2100 {
      year = value
      position = end + 1
    } else if let (value, end) = number(text, from: start), end < text.count, ".-/".unicodeScalars.contains(text[end]),
      value >= 1990, value < 2100
    {
      let mark = text[end]
      guard let (month, monthEnd) = number(text, from: end + 1), monthEnd < text.count, text[monthEnd] == mark,
        let (day, dayEnd) = number(text, from: monthEnd + 1), (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      return (Day(year: value, month: month, day: day), dayEnd, true)
    }
    guard let (month, monthEnd) = month(text, from: position), monthEnd < text.count, text[monthEnd] == "月",
      let (day, dayEnd) = number(text, from: monthEnd + 1), dayEnd < text.count,
      text[dayEnd] == "日" || text[dayEnd] == "号", (1...12).contains(month), (1...31).contains(day),
      let known = year ?? lastYear
    else { return nil }
    return (Day(year: known, month: month, day: day), dayEnd + 1, year != nil)
  }

  /// 1 to 12, or 元 for the first.
  private static func month(_ text: [Unicode.Scalar], from start: Int) -> (value: Int, end: Int)? {
    start < text.count && text[start] == "元" ? (1, start + 1) : number(text, from: start)
  }

  /// A number in Arabic or Chinese digits: 2020, 二〇二〇, 十二, 三十一, 廿八.
  static func number(_ text: [Unicode.Scalar], from start: Int) -> (value: Int, end: Int)? {
    var index = start
    var value = 0
    while index < text.count, index - start < 6 {
      if Wording.isDigit(text[index]) {
        value = value * 10 + Int(Wording.halfWidth(text[index]).value - 0x30)
      } else if index > start, zeros.contains(text[index]), index + 1 < text.count, Wording.isDigit(text[index + 1]) {
        value *= 10
      } else {
        break
      }
      index += 1
    }
    if index > start { return (value, index) }
    var digits: [Int] = []
    var tens: Int?
    while index < text.count, index - start < 5 {
      if let digit = chinese[text[index]] {
        digits.append(digit)
      } else if !digits.isEmpty, zeros.contains(text[index]) {
        digits.append(0)
      } else if tens == nil, digits.isEmpty, let many = manyTens[text[index]] {
        tens = many
      } else if text[index] == "十", tens == nil {
        tens = digits.last ?? 1
        digits = []
      } else {
        break
      }
      index += 1
    }
    guard index > start else { return nil }
    if let tens { return (tens * 10 + (digits.first ?? 0), index) }
    return (digits.reduce(0) { $0 * 10 + $1 }, index)
  }

  /// True where a text ends in a digit, so that a date may go on behind it.
  static func endsInNumber(_ text: String) -> Bool {
    text.unicodeScalars.last.map { Wording.isDigit($0) || chinese[$0] != nil || zeros.contains($0) } ?? false
  }

  /// The first year `2020年` or `二〇二〇年` of a text and the extent of it, 年 included.
  static func year(_ text: [Unicode.Scalar]) -> (year: Int, range: Range<Int>)? {
    for start in text.indices {
      if start > 0, Wording.isDigit(text[start - 1]) || chinese[text[start - 1]] != nil { continue }
      guard let (value, end) = number(text, from: start), (2008...2099).contains(value) else { continue }
      if end < text.count, text[end] == "年" { return (value, start..<(end + 1)) }
    }
    return nil
  }
}
