// Audit: a sentence → the other year that it reports on, where it should report on the report's own.
import Statute

/// Tells a sentence that reports on another year from comparisons, plans, and names of documents.
enum StaleYear {
  /// What a sentence that reports on the work goes on with after its year.
  private static let openings = WordSet(
    "， , 、 我 本 全年 全区 全县 全市 全镇 全乡 全街道 共 累计 区 县 市 镇 乡 街道 局 积极 主动公开 认真 严格 深入 坚持 按照 根据 在 收到 新收 通过 "
      + "共计 总计 以来 度我 期间")
  private static let comparison = WordSet(
    "比 较 同比 相比 以来 至 同期 增 减 上年 历年 去年 先后 一直 连续 上升 下降 印发 施行 实施 修订 颁布 出台 国务院 中央 全国 省政府 召开 结转 年底 年末 "
      + "被评为 荣获 获得 考核结果 通报")
  /// Documents that are named with their year: 2022年全县政务公开工作要点. In a clause of their own they are what the year's work went by.
  private static let documents = WordSet("要点")
  private static let plans = WordSet(
    "将 计划 拟 下一步 继续 要 力争 着力 进一步 打算 目标 努力 今后 下一年 明年 来年 重点 推进 加强 做好 持续 完善 提升 强化 优化 聚焦 围绕 抓好")
  private static let marks = UnitSet("()（）一二三四五六七八九十0123456789.、")
  private static let clauseMarks = UnitSet("，,；;")
  private static let publishing = WordSet("公布 发布 编制 现将 形成 撰写 公开")
  private static let reportTitle = WordSet("政府信息公开工作年度报告 政府信息公开年度报告 信息公开工作年度报告")

  /// The year that the sentence reports on where it is not the report's; nil where the sentence is in order.
  static func mention(in sentence: Sentence, reportOn year: Int) -> YearMention? {
    let text = sentence.text
    let mentions = YearMention.all(in: text).filter { !$0.isQuoted }
    // A sentence that names the report's year too compares, or tells of a course of years.
    guard let mention = mentions.first, mention.year != year, !mentions.contains(where: { $0.year == year }) else {
      return nil
    }
    if sentence.section == nil { return titledOtherwise(mention, text) ? mention : nil }
    let opens = isOpening(text, mention.range.lowerBound)
    let behind = mention.range.upperBound
    guard opens, behind < text.count, openings.length(in: text, at: behind, within: behind..<text.count) != nil,
      !comparison.occurs(in: text, sentence.range),
      !documents.occurs(in: text, behind..<Clause.end(in: text, from: behind))
    else { return nil }
    if mention.year > year {
      return sentence.section == .problems || plans.occurs(in: text, sentence.range) ? nil : mention
    }
    return mention
  }

  private static let headingEnds = WordSet("情况 方面 公开 管理 建设 保障 工作 事项 : 。")
  private static let longestHeading = 20

  /// True where nothing but numerals, or a short sub-heading, stands before that position.
  private static func isOpening(_ text: [UInt16], _ position: Int) -> Bool {
    let before = text[..<position]
    if before.allSatisfy(marks.contains) { return true }
    guard position <= longestHeading, let first = before.first, marks.contains(first),
      !before.contains(where: clauseMarks.contains)
    else { return false }
    return headingEnds.last(in: text, 0..<position)?.upperBound == position
  }

  /// 现公布某局2022年政府信息公开工作年度报告, in the preamble of the report on 2023.
  private static func titledOtherwise(_ mention: YearMention, _ text: [UInt16]) -> Bool {
    let behind = mention.range.upperBound
    guard behind < text.count else { return false }
    return publishing.occurs(in: text, 0..<mention.range.lowerBound)
      && reportTitle.length(in: text, at: behind, within: behind..<text.count) != nil
  }
}
