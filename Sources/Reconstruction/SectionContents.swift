// Reconstruction: lines of a text and the sections found in them → sections that have lost their heading and not what stood under it.
import DocumentModel
import ReportModel
import Statute

/// Converters drop headings and leave the sub-headings and sentences under them, which no other section has. Their section is not missing.
enum SectionContents {
  /// What the sub-headings of section 一 name; so many of them are no chance.
  private static let topics = ["主动公开", "依申请公开", "信息管理", "平台建设", "监督保障"]
  private static let enough = 2
  /// A sub-heading says what it is about among its first characters.
  private static let subheading = 24

  /// Behind the number of a sub-heading.
  private static let marks = "、.．)）"

  private static let problems = ["问题", "不足"]
  private static let improvements = ["改进", "整改", "措施"]
  /// What only section 六 reports behind section 四.
  private static let fee = "信息处理费"

  /// - Parameter found: the sections that were found, in the order of the text.
  static func sections(_ found: [Section], in lines: [SourceLine]) -> Set<SectionID> {
    let places = found.compactMap { section -> (id: SectionID, line: Int)? in
      if case .line(let number) = section.place { (section.id, number) } else { nil }
    }
    func start(_ matches: (SectionID) -> Bool) -> Int? { places.filter { matches($0.id) }.map(\.line).max() }
    func isMissing(_ id: SectionID) -> Bool { !found.contains { $0.id == id } }
    var result: Set<SectionID> = []
    if isMissing(.overview), let end = places.map(\.line).min() {
      let heads = lines.prefix { $0.number < end }.compactMap(head)
      if topics.count(where: { topic in heads.contains { $0.holds(topic) } }) >= enough { result.insert(.overview) }
    }
    if isMissing(.problems), let start = start({ $0 == .reviewAndLitigation }) {
      let end = places.map(\.line).filter { $0 > start }.min() ?? Int.max
      let own = lines.filter { $0.number > start && $0.number < end }
      let heads = own.compactMap(head)
      let names = { (words: [String]) in heads.contains { head in words.contains { head.holds($0) } } }
      let says = { (words: [String]) in own.contains { line in words.contains { line.text.holds($0) } } }
      if names(problems) && says(improvements) || names(improvements) && says(problems) { result.insert(.problems) }
    }
    // A report that makes one section of the last two reports the fee in it: only where other headings are lost this one is.
    if isMissing(.others), !result.isEmpty, let start = start({ $0.ordinal >= SectionID.reviewAndLitigation.ordinal }),
      lines.contains(where: { $0.number > start && Wording.withoutSpaces($0.text).holds(fee) })
    {
      result.insert(.others)
    }
    return result
  }

  /// How a line begins that may be a sub-heading, or begin with one.
  private static func head(_ line: SourceLine) -> String? {
    let text = Wording.withoutSpaces(line.text)
    guard SectionReader.isSubheading(text) else { return nil }
    // A year or a count opens a sentence.
    if let mark = text.first(where: { !($0.isASCII && $0.isNumber) }), text.first != mark, !marks.contains(mark) {
      return nil
    }
    return String(text.prefix(subheading))
  }
}
