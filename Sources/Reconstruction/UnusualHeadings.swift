// Reconstruction: headings of sections that stand where, or are numbered as, the form has none → the same as other headings.
import Foundation
import Statute

/// Reports also number their sections 1. to 6. or （一） to （六）, and set a heading behind the last sentence before it, as a line break was lost.
enum UnusualHeadings {
  /// So many sections with the numbers and titles of the form are no items of a list.
  private static let enough = 4
  /// With so many headings as the form has them, others are none.
  private static let usual = 3

  /// True where the lines have the headings of most sections, whole and with their own number, but written otherwise than 一、.
  static func areNumberedOtherwise(_ lines: [FlowLine]) -> Bool {
    !numberedOtherwise(lines.map(\.compact)).isEmpty
  }

  /// The sections with such headings among the lines of a text, where they have been taken for the first lines of tables; none where others are usual.
  static func numberedOtherwise(_ lines: [String]) -> Set<SectionID> {
    func section(_ value: Int?, _ title: Substring) -> SectionID? {
      SectionID.allCases.first { $0.ordinal == value && HeadingTitles.isWording(String(title), of: $0) }
    }
    let others = Set(lines.compactMap { numeral(Substring($0)).flatMap { section($0.value, $0.rest) } })
    if others.count < enough { return [] }
    let own = lines.compactMap { line in
      let (value, title) = Headings.numeral(Substring(line))
      return section(value, title)
    }
    return Set(own).count < usual ? others : []
  }

  /// A leading number in brackets, in Arabic or Roman digits or in one character with its mark, and what follows.
  static func numeral(_ text: Substring) -> (value: Int, rest: Substring)? {
    guard let first = text.first else { return nil }
    if let value = enclosed(first) { return (value, text.dropFirst().drop { marks.contains($0) }) }
    if let pair = brackets.first(where: { $0.open.contains(first) }) {
      guard let value = text.dropFirst().first.flatMap(value), let close = text.dropFirst(2).first,
        pair.close.contains(close)
      else { return nil }
      return (value, text.dropFirst(3).drop { marks.contains($0) })
    }
    if let index = roman.firstIndex(of: String(text.prefix { "IV".contains($0) })) {
      let rest = text.dropFirst(roman[index].count)
      return rest.first.map(marks.contains) ?? false ? (index + 1, rest.drop { marks.contains($0) }) : nil
    }
    guard !chinese.contains(first), let value = value(first), let mark = text.dropFirst().first, marks.contains(mark)
    else { return nil }
    return (value, text.dropFirst(2))
  }

  private static let marks = Headings.stroke + ".．。：:·"
  private static let brackets: [(open: String, close: String)] = [
    ("（(", "）)"), ("〔[［【「『", "〕]］】」』"), ("《〈<", "》〉>"),
  ]
  private static let roman = ["I", "II", "III", "IV", "V", "VI"]
  private static let chinese = Array("一二三四五六")
  private static let formal = Array("壹贰叁肆伍陆")

  /// ①, ⑴, ⒈, ❶, ㈠, ㊀ and Ⅰ, each followed by those for 2 to 6.
  private static let enclosed: [UInt32] = [0x2460, 0x2474, 0x2488, 0x2776, 0x3220, 0x3280, 0x2160]

  private static func enclosed(_ character: Character) -> Int? {
    guard let scalar = character.unicodeScalars.first else { return nil }
    return enclosed.first { ($0..<$0 + UInt32(chinese.count)).contains(scalar.value) }.map {
      Int(scalar.value - $0) + 1
    }
  }

  private static func value(_ digit: Character) -> Int? {
    if let index = chinese.firstIndex(of: digit) ?? formal.firstIndex(of: digit) { return index + 1 }
    return digit.wholeNumberValue.flatMap { (1...chinese.count).contains($0) ? $0 : nil }
  }

  /// The flow with headings that stand behind a sentence, whole or to the end of the line, on lines of their own.
  static func parted(_ items: [FlowItem]) -> [FlowItem] {
    items.indices.flatMap { index -> [FlowItem] in
      guard case .line(let line) = items[index] else { return [items[index]] }
      var next = ""
      if index + 1 < items.count, case .line(let line) = items[index + 1] { next = line.compact }
      guard let (before, heading) = parted(line.compact, next: next) else { return [items[index]] }
      return [before, heading].map { text in
        var own = line
        own.text = text
        return .line(own)
      }
    }
  }

  /// What stands before the heading and the heading, which may go on in the next line.
  private static func parted(_ text: String, next: String) -> (String, String)? {
    for mark in ["。", "！", "；"] where text.holds(mark) {
      guard let place = text.range(of: mark, options: .backwards) else { continue }
      let heading = String(text[place.upperBound...])
      guard heading.unicodeScalars.count >= 2, Headings.startsWithNumeral(heading) else { continue }
      let isWhole = SectionID.allCases.contains { id in
        let wordings = HeadingTitles.wordings(of: id)
        return wordings.contains(heading) || !next.isEmpty && wordings.contains(heading + next)
      }
      if isWhole { return (String(text[..<place.upperBound]), heading) }
    }
    return nil
  }
}
