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
          guard let mention = StaleYear.mention(in: sentence, reportOn: year) else { return nil }
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
      .breaks(
        "小标题之后", "Behind a sub-heading", saying("（三）政府信息管理情况 2022年，我镇共制定文件3件。"), at: .section(.overview)),
      .breaks(
        "年份之后另起一句提到工作要点", "The year's work went by the main points", saying("2022年，我局认真落实政务公开工作要点，组织培训2次。"),
        at: .section(.overview)),
      .keeps("报告年度", "The report's own year", saying("2023年，我局共组织培训2次。")),
      .keeps("比较", "A comparison", saying("2022年，我局公开信息300条，2023年增至320条。")),
      .keeps("文件名称", "The name of a document", saying("印发《2022年政务公开工作要点》，对照2022年工作要点逐项落实。")),
      .keeps("要点的年份", "The year of the main points", saying("2022年全县政务公开工作要点的各项任务均已完成。")),
      .keeps("下年计划", "A plan", saying("2024年，我局将继续完善公开机制。", in: .problems)),
    ]
  }
}
