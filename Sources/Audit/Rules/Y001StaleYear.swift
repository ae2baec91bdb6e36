// Y001: a sentence of the narrative reports on another year.
import DocumentModel
import ReportModel
import Statute

enum Y001StaleYear {
  static let rule = Rule(
    id: "Y001", name: "stale-year", severity: .warning,
    title: Localized(zh: "正文沿用其他年份", en: "A sentence on another year"),
    rationale: Localized(
      zh: "以“2022年，……”起句报告工作的，所写年份应当是报告年度。写成其他年份，多半是沿用了往年的文本。与上年比较、下年计划、文件名称中的年份不在此列。",
      en:
        "A sentence that reports on the work and opens with a year should name the report's own. Another year usually comes from "
        + "an earlier report's text. Comparisons, plans and names of documents are left alone."),
    clause: Localized(zh: "公开的年度报告中常见的疏漏", en: "An oversight often seen in published reports"),
    basis: .practice,
    scope: .report { rule, subject in
      guard let year = subject.report.year else {
        return .couldNotCheck(Localized(zh: "报告年度不明", en: "the report's year is not known"))
      }
      return .checked(
        subject.narrative.sentences.compactMap { sentence in
          guard let mention = staleYear(in: sentence, year) else { return nil }
          return rule.finding(
            Localized(
              zh: "\(year) 年度报告的正文写“\(sentence.string(mention.range))”：“\(sentence.quote)”",
              en: "The report on \(year) has a sentence on \(mention.year): “\(sentence.quote)”"),
            section: sentence.section, quote: sentence.quote, place: sentence.place(at: mention.range.lowerBound),
            key: NormalisedText.string(sentence.text))
        })
    }
  ) {
    func saying(_ sentence: String, in section: SectionID = .overview) -> Report {
      Specimen.report().adding(sentence, to: section)
    }
    return [
      .breaks("沿用上年文本", "Taken over from the year before", saying("2022年，我局共组织培训2次。"), at: .section(.overview)),
      .breaks(
        "收费情况写成上年", "Fees of the year before", saying("2022年度，本机关收取信息处理费0元。", in: .others), at: .section(.others)),
      .breaks(
        "开头写成上年报告", "The preamble names another report",
        Specimen.report().changing {
          $0.preamble = Specimen.lines(["现公布青山县农业农村局2022年政府信息公开工作年度报告。"], page: 1, from: 1)
        }, at: Example.Mark()),
      .keeps("报告年度", "The report's own year", saying("2023年，我局共组织培训2次。")),
      .keeps("比较", "A comparison", saying("2022年，我局公开信息300条，2023年增至320条。")),
      .keeps("文件名称", "The name of a document", saying("印发《2022年政务公开工作要点》，对照2022年工作要点逐项落实。")),
      .keeps("下年计划", "A plan", saying("2024年，我局将继续完善公开机制。", in: .problems)),
    ]
  }

  /// What a sentence that reports on the work goes on with after its year.
  private static let openings = WordSet(
    "， , 、 我 本 全年 全区 全县 全市 全镇 全乡 全街道 共 累计 区 县 市 镇 乡 街道 局 积极 主动公开 认真 严格 深入 坚持 按照 根据 在 收到 新收 通过 "
      + "共计 总计 以来 度我 期间")
  private static let comparison = WordSet(
    "比 较 同比 相比 以来 至 同期 增 减 上年 历年 去年 先后 一直 连续 上升 下降 印发 施行 实施 修订 颁布 出台 国务院 中央 全国 省政府 召开 结转 年底 年末 "
      + "被评为 荣获 获得 要点 考核结果 通报")
  private static let plans = WordSet(
    "将 计划 拟 下一步 继续 要 力争 着力 进一步 打算 目标 努力 今后 下一年 明年 来年 重点 推进 加强 做好 持续 完善 提升 强化 优化 聚焦 围绕 抓好")
  private static let marks = UnitSet("()（）一二三四五六七八九十0123456789.、")
  private static let publishing = WordSet("公布 发布 编制 现将 形成 撰写 公开")
  private static let reportTitle = WordSet("政府信息公开工作年度报告 政府信息公开年度报告 信息公开工作年度报告")

  private static func staleYear(in sentence: Sentence, _ year: Int) -> YearMention? {
    let text = sentence.text
    let mentions = YearMention.all(in: text).filter { !$0.isQuoted }
    // A sentence that names the report's year too compares, or tells of a course of years.
    guard let mention = mentions.first, mention.year != year, !mentions.contains(where: { $0.year == year }) else {
      return nil
    }
    if sentence.section == nil { return titledOtherwise(mention, text) ? mention : nil }
    let opens = text[..<mention.range.lowerBound].allSatisfy(marks.contains)
    let behind = mention.range.upperBound
    guard opens, behind < text.count, openings.length(in: text, at: behind, within: behind..<text.count) != nil,
      !comparison.occurs(in: text, sentence.range)
    else { return nil }
    if mention.year > year {
      return sentence.section == .problems || plans.occurs(in: text, sentence.range) ? nil : mention
    }
    return mention
  }

  /// 现公布某局2022年政府信息公开工作年度报告, in the preamble of the report on 2023.
  private static func titledOtherwise(_ mention: YearMention, _ text: [UInt16]) -> Bool {
    let behind = mention.range.upperBound
    guard behind < text.count else { return false }
    return publishing.occurs(in: text, 0..<mention.range.lowerBound)
      && reportTitle.length(in: text, at: behind, within: behind..<text.count) != nil
  }
}
