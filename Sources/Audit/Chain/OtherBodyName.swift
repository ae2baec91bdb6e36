// Audit: a report → the name of another body where its own should stand.
import ReportModel
import Statute

/// Looks for a body's name in the two places where a report names itself: 现公布…年度报告 or 本报告由…编制 in the preamble, and
/// the subject of a sentence of section one that opens with the report's year. Other bodies named elsewhere are news, no copy.
enum OtherBodyName {
  private static let suffixes = WordSet("人民政府 街道办事处 管理委员会 管委会 委员会 局 厅")
  private static let publishing = WordSet("公布 发布 编制 由 现将 根据")
  private static let verbs = WordSet(
    "坚持 认真 严格 深入 积极 按照 根据 以 全面 高度重视 始终 主动 共 通过 在 依法 切实 扎实 紧紧 紧扣 围绕 贯彻 严格 持续 进一步 大力 不断 充分 结合 政府信息公开")
  private static let stops = UnitSet("，,；;。:()《》“”〔〕、的和与及在将由")

  static func find(in report: Report, agency: String) -> String? {
    guard let year = report.year else { return nil }
    for sentence in Narrative(report).sentences where sentence.section == nil || sentence.section == .overview {
      guard let mention = YearMention.all(in: sentence.text).first(where: { $0.year == year && !$0.isQuoted }) else {
        continue
      }
      let name =
        sentence.section == nil
        ? nameBefore(mention.range.lowerBound, sentence.text) : nameBehind(mention.range.upperBound, sentence)
      guard let name, isOther(name, agency) else { continue }
      return name
    }
    return nil
  }

  /// 现公布青山县水利局2023年政府信息公开工作年度报告
  private static func nameBefore(_ end: Int, _ text: [UInt16]) -> String? {
    let behind = end + 5
    guard behind < text.count, let start = text[..<end].lastIndex(where: stops.contains).map({ $0 + 1 }) ?? Optional(0)
    else { return nil }
    guard let verb = publishing.last(in: text, start..<end), endsWithSuffix(text, verb.upperBound..<end) else {
      return nil
    }
    return NormalisedText.string(text[verb.upperBound..<end])
  }

  /// 2023年，青山县水利局认真…
  private static func nameBehind(_ start: Int, _ sentence: Sentence) -> String? {
    let text = sentence.text
    guard sentence.text[..<start].count <= 8, start < text.count, text[start] == 0xff0c else { return nil }
    let clause = start + 1..<Clause.end(in: text, from: start + 1)
    guard let verb = verbs.first(in: text, clause), verb.lowerBound > clause.lowerBound,
      endsWithSuffix(text, clause.lowerBound..<verb.lowerBound)
    else { return nil }
    return NormalisedText.string(text[clause.lowerBound..<verb.lowerBound])
  }

  private static func endsWithSuffix(_ text: [UInt16], _ range: Range<Int>) -> Bool {
    guard (4...24).contains(range.count), !text[range].contains(where: stops.contains) else { return false }
    return suffixes.last(in: text, range)?.upperBound == range.upperBound
  }

  /// Of the same kind, and neither a longer nor a shorter name of the body itself or of one within or above it.
  private static func isOther(_ name: String, _ agency: String) -> Bool {
    let (mine, other) = (Body(agency), Body(name))
    guard mine.kind == other.kind, mine.kind != .unknown, !agency.contains(name), !name.contains(agency) else {
      return false
    }
    let (a, b) = (BodyName(agency), BodyName(name))
    // 县政府 for 青山县人民政府, 市财政局 for 泉州市财政局: short names have no place of their own.
    guard b.core != name || b.core.count > 4 else { return false }
    return a.core != b.core && !a.core.hasSuffix(b.core) && !b.core.hasSuffix(a.core)
      && (mine.level == other.level || mine.kind == .department)
  }
}
