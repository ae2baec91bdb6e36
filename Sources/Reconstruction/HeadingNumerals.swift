// Reconstruction: the start of a line → the numeral of a heading and what follows it.
import Foundation
import Statute

extension Headings {
  /// A leading numeral 一、 to 十、 (also 第一、, 第一部分 and 第一项：) and what follows.
  static func numeral(_ text: Substring) -> (value: Int?, rest: Substring) {
    var rest = text
    if rest.hasPrefix("第"), let second = rest.dropFirst().first, let value = digits[second] {
      let after = rest.dropFirst(2)
      for word in ["部分", "章", "节"] where after.hasPrefix(word) {
        return (value, trimmed(after.dropFirst(word.count)))
      }
      if let mark = after.first, stroke.contains(mark) { return (value, trimmed(after.dropFirst())) }
      // The note in the table's corner speaks of 第一项 as well, without a mark behind it.
      if after.first == "项", let mark = after.dropFirst().first, stroke.contains(mark) || "：:".contains(mark) {
        return (value, trimmed(after.dropFirst(2)))
      }
    }
    guard let first = rest.first, let value = digits[first] else { return (nil, text) }
    rest = rest.dropFirst()
    guard let mark = rest.first else { return (value, rest) }
    if stroke.contains(mark) || ".．。 ：:·".contains(mark) { return (value, trimmed(rest.dropFirst())) }
    // The mark may be lost, or be a space: 一总体情况.
    if SectionID.allCases.contains(where: { rest.hasPrefix($0.title.prefix(3)) }) { return (value, rest) }
    if let (id, alike) = HeadingTitles.section(of: String(rest)), id.ordinal == value, alike >= almostSame {
      return (value, rest)
    }
    return (nil, text)
  }
  /// 、 and what is typed for it.
  static let stroke = "、､﹑丶，,,\\"
  /// A title that stands right behind the numeral.
  private static let almostSame = 0.85

  private static let digits: [Character: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]

  /// The numeral of a title that has its own behind it, in brackets: 总体情况（一）.
  static func numeralBehind(_ text: Substring) -> (value: Int, title: Substring)? {
    guard let close = text.last, "）)".contains(close), let digit = text.dropLast().last, let value = digits[digit],
      let open = text.dropLast(2).last, "（(".contains(open)
    else { return nil }
    let title = text.dropLast(3)
    let isOwn = SectionID.allCases.contains { $0.ordinal == value && HeadingTitles.isWording(String(title), of: $0) }
    return isOwn ? (value, title) : nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var rest = text
    while let first = rest.first, stroke.contains(first) || ".．  ：:".contains(first) { rest = rest.dropFirst() }
    return rest
  }

  /// A dash before the mark of a numeral is typed for 一: —、总体情况.
  static func withoutDash(_ text: String) -> String {
    guard let first = text.first, "—－ー―".contains(first), let mark = text.dropFirst().first, stroke.contains(mark)
    else {
      return text
    }
    return "一" + text.dropFirst()
  }
}
