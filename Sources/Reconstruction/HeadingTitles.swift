// Reconstruction: the titles of the six sections, as reports word them → which one a text is most like.
import Statute

enum HeadingTitles {
  /// The wordings of the six titles that are in use.
  private static let variants: [(SectionID, [String])] = [
    (
      .overview,
      [
        "总体情况", "工作基本情况", "总体概述", "基本情况", "概述", "概况", "工作概况", "总体概况", "整体情况", "总体工作情况", "工作开展情况", "政府信息公开工作总体情况",
        "政府信息公开工作开展情况",
      ]
    ),
    (
      .proactiveDisclosure,
      [
        "主动公开政府信息情况", "行政机关主动公开政府信息情况", "主动公开政务信息情况", "主动公开情况", "主动公开政府信息的情况",
        "政府信息主动公开情况",
      ]
    ),
    (
      .applications,
      [
        "收到和处理政府信息公开申请情况", "行政机关收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况", "收到和处理政府信息公开申请情况统计表", "依申请公开政府信息情况",
        "依申请公开情况", "政府信息公开申请情况", "收到和办理政府信息公开申请情况",
      ]
    ),
    (
      .reviewAndLitigation,
      [
        "政府信息公开行政复议、行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "行政复议、行政诉讼情况",
        "政府信息公开行政复议和行政诉讼情况", "行政复议和行政诉讼情况", "政府信息公开行政复议诉讼情况",
      ]
    ),
    (
      .problems,
      [
        "存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况", "存在问题及改进情况", "存在的主要问题及改进措施",
        "存在的主要问题及整改措施", "存在的主要问题及改进思路", "存在的问题及改进情况", "主要问题及改进情况", "存在的不足及改进措施",
        "存在的主要问题和改进措施", "存在的问题及下一步工作计划", "存在问题和下一步打算", "存在的主要问题及下一步工作安排", "存在问题",
      ]
    ),
    (
      .others,
      ["其他需要报告的事项", "其它需要报告的事项", "其他需要报告事项", "其它需要报告事项", "需要报告的其他事项", "其他事项", "其他需要说明的事项", "其他情况", "其他需要报告的情况"]
    ),
  ]

  /// Titles that other headings have as well: one of a section only under its numeral, and word for word.
  private static let vague: Set<String> = ["其他情况", "概况", "工作概况", "总体概况", "工作开展情况", "政府信息公开工作开展情况"]

  static func isVague(_ title: String) -> Bool { vague.contains(title) }

  private static let titles = variants.map { id, titles in (id, titles.map(LabelPattern.init)) }

  /// How its headings begin, with or without the mark behind it: the numeral of the form and so many characters of a title.
  static func starts(of id: SectionID, _ count: Int) -> Set<String> {
    let own = variants.filter { $0.0 == id }.flatMap(\.1)
    return Set(own.flatMap { title in ["、", ".", "．", ""].map { id.numeral + $0 + title.prefix(count) } })
  }

  /// The beginnings of its titles, without a numeral.
  static func titles(of id: SectionID, _ count: Int) -> Set<String> {
    Set(variants.filter { $0.0 == id }.flatMap(\.1).map { String($0.prefix(count)) })
  }

  /// Its headings in full, with the numeral of the form.
  static func wordings(of id: SectionID) -> [String] {
    variants.filter { $0.0 == id }.flatMap(\.1).flatMap { title in ["、", ".", "．"].map { id.numeral + $0 + title } }
  }

  /// True for one of its titles, word for word.
  static func isWording(_ title: String, of id: SectionID) -> Bool {
    variants.contains { $0.0 == id && $0.1.contains(title) }
  }

  /// Words of which a heading of that section must have one, so that a likeness by chance is none.
  private static let words: [(id: SectionID, words: [String])] = [
    (.overview, ["总体", "整体", "基本情况", "概", "工作开展"]), (.proactiveDisclosure, ["主动公开"]), (.applications, ["申请"]),
    (.reviewAndLitigation, ["复议", "诉讼"]), (.problems, ["问题", "不足"]), (.others, ["其他", "其它"]),
  ]

  private static func isPlausible(_ id: SectionID, _ text: some StringProtocol) -> Bool {
    words.contains { $0.id == id && $0.words.contains(where: text.holds) }
  }

  private static let encodedWords = words.flatMap(\.words).map { Array($0.utf8) }
  /// A bit for the last six bits of the first character of each.
  private static let wordStarts = encodedWords.reduce(UInt64(0)) { $0 | 1 << UInt64($1[2] & 63) }

  /// False where the text has none of the words: one pass over it.
  static func holdsWord(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      let starts = wordStarts
      var index = 0
      while index + 2 < bytes.count {
        // The ideographs of three bytes.
        guard bytes[index] >= 0xE4, bytes[index] <= 0xE9 else {
          index += 1
          continue
        }
        if starts >> UInt64(bytes[index + 2] & 63) & 1 == 1,
          encodedWords.contains(where: { bytes[index...].starts(with: $0) })
        {
          return true
        }
        index += 3
      }
      return false
    } ?? true
  }

  /// The section whose title the text is most like.
  static func section(of title: String) -> (SectionID, Double)? {
    let folded = Wording.folded(title)
    guard folded.count >= 2 else { return nil }
    var best: (SectionID, Double)?
    for (id, patterns) in titles where isPlausible(id, title) {
      for pattern in patterns {
        let common = Double(pattern.commonLength(folded))
        let alike = 2 * common / Double(pattern.characters.count + folded.count)
        if alike < 1, vaguePatterns.contains(pattern.characters) { continue }
        if alike > (best?.1 ?? 0.72) { best = (id, alike) }
      }
    }
    return best
  }

  /// A title behind words of the report's own is worth a little more than the least that is one.
  private static let behindOwnWords = 0.75

  /// The section that a title is most like; where that has another numeral, the one whose numeral stands before it and whose title ends it.
  static func section(of title: String, numeral: Int?) -> (SectionID, Double)? {
    let found = section(of: title)
    guard let numeral, found?.0.ordinal != numeral,
      let own = SectionID.allCases.first(where: { $0.ordinal == numeral }), ends(title, in: own)
    else { return found }
    return (own, behindOwnWords)
  }

  /// True for what ends in a title of that section, word for word, behind words of the report's own: 2023年政务公开总体情况. Asked of what
  /// has the section's numeral alone. 其他情况 behind others is the last of a list.
  private static func ends(_ text: String, in id: SectionID) -> Bool {
    variants.contains { own, titles in
      own == id
        && titles.contains { title in
          title.unicodeScalars.count >= shortestEnd && (id == .overview || !isVague(title)) && text.hasSuffix(title)
            && text.unicodeScalars.count > title.unicodeScalars.count
        }
    }
  }
  /// 概述 and 概况 end many a phrase.
  private static let shortestEnd = 4

  private static let vaguePatterns = Set(vague.map(Wording.folded))

  /// True for a title as it is printed, long enough to be none by chance.
  static func isTitle(_ text: String) -> Bool {
    text.unicodeScalars.count >= longTitle && holdsWord(text) && variants.contains { $0.1.contains(text) }
  }
  /// A title has so many characters where it says what the section is about.
  private static let longTitle = 9
}
