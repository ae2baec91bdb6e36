// S007: a 人民政府 report without 工作考核, 社会评议 and 责任追究.
import ReportModel
import Statute

enum S007GovernmentAssessment {
  static let rule = Rule(
    id: "S007", name: "government-assessment", severity: .warning,
    title: Localized(zh: "政府年度报告缺少考核、评议、追责情况", en: "A government's report without its assessment"),
    rationale: Localized(
      zh: "各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况。",
      en:
        "The report of a government (人民政府) also gives the results of assessment, public evaluation and accountability."),
    clause: Localized(
      zh: "《中华人民共和国政府信息公开条例》第五十条第四项：各级人民政府“工作考核、社会评议和责任追究结果情况”",
      en:
        "Regulations on the Disclosure of Government Information, article 50(4): governments at every level report these "
        + "results"),
    basis: .text,
    scope: .report { rule, subject in
      guard let agency = subject.report.agency, Body(agency).kind == .government else { return .notApplicable }
      // A word may stand over the end of a line that was taken for the end of its paragraph.
      let text = subject.narrative.paragraphs.flatMap(\.text)
      let missing = topics.filter { !$0.words.occurs(in: text, 0..<text.count) }
      guard !missing.isEmpty else { return .checked([]) }
      if subject.report.hasIllegibleParts {
        return .couldNotCheck(Localized(zh: "原件有无法辨认之处", en: "the copy has illegible parts"))
      }
      if subject.report.isDisordered || subject.report.unreadSections.contains(.overview) {
        return .couldNotCheck(
          Localized(zh: "第一部分未能确认", en: "the first section could not be told"))
      }
      let names = missing.map(\.name).list()
      return .checked([
        rule.finding(
          Localized(
            zh: "\(agency)的年度报告未写：\(names.zh)", en: "The report of \(agency) says nothing of: \(names.en)"),
          section: .overview, place: subject.report[SectionID.overview]?.place, key: names.en)
      ])
    }
  ) {
    let government = Specimen.report(by: "青山县人民政府")
    return [
      .breaks(
        "三项都没有", "None of the three",
        government.changing { $0.sections[0].lines.removeLast() }, at: .section(.overview)),
      .breaks(
        "没有责任追究", "Nothing on accountability",
        government.changing {
          $0.sections[0].lines[5].text = "（五）监督保障。组织工作考核和社会评议，开展业务培训。"
        }, at: .section(.overview)),
      .keeps(
        "第一部分未能确认", "The first section could not be told",
        government.omitting(.overview).changing { $0.unreadSections = [.overview] }),
      .keeps(
        "词语被换行分开", "A word over two lines",
        government.changing {
          let place = $0.sections[0].place
          $0.sections[0].lines[5].text = "（五）监督保障。落实工作考核和责任追究，开展社会评"
          $0.sections[0].lines.append(TextLine(text: "议，未发生追责情形。", place: place, startsParagraph: true))
        }),
      .keeps("三项齐全", "All three", government),
      .keeps("部门没有此要求", "Not asked of departments", Specimen.report().changing { $0.sections[0].lines.removeLast() }),
    ]
  }

  private static let topics: [(name: Localized, words: WordSet)] = [
    (Localized(zh: "工作考核", en: "assessment"), WordSet("考核 考评 绩效 考察 测评 评估")),
    (
      Localized(zh: "社会评议", en: "public evaluation"),
      WordSet("评议 满意度 社会评价 群众评价 公众评价 第三方评估 第三方评价 民意 好差评 测评 问卷 社会监督 意见征集")
    ),
    (Localized(zh: "责任追究", en: "accountability"), WordSet("追究 追责 问责 责任制 责任落实 通报批评 处分 约谈")),
  ]
}
