// S009: from 2021: section six does not mention 信息处理费.
import ReportModel
import Statute

enum S009FeeStatement {
  static let rule = Rule(
    id: "S009", name: "fee-statement", severity: .warning,
    title: Localized(zh: "未写信息处理费", en: "No statement on the processing fee"),
    rationale: Localized(
      zh: "2021 年格式要求在第六部分报告收取信息处理费的情况，没有收取的也要写明。它与第二十条第（八）项的行政事业性收费是两回事。",
      en:
        "Since the form of 2021 section six reports the fees for processing information, also where none was taken. They are not "
        + "the fees of article 20(8)."),
    clause: Localized(zh: "国办公开办函〔2021〕30号所附模板第六部分", en: "Section six of the template of 国办公开办函〔2021〕30号"),
    basis: .text, templates: [.form2021],
    scope: .report { rule, subject in
      guard subject.report.template == .form2021, let section = subject.report[SectionID.others] else {
        return .notApplicable
      }
      let text = subject.narrative.text(of: .others)
      guard !words.occurs(in: text, 0..<text.count) else { return .checked([]) }
      if subject.report.isDisordered { return .couldNotCheck(.disordered) }
      if subject.report.hasIllegibleParts {
        return .couldNotCheck(Localized(zh: "原件有无法辨认之处", en: "the copy has illegible parts"))
      }
      return .checked([
        rule.finding(
          Localized(
            zh: "“\(section.id.title)”未写收取信息处理费的情况",
            en: "Section “\(section.id.title)” does not say whether processing fees were taken"),
          section: .others, place: section.place)
      ])
    }
  ) {
    [
      .breaks("只写“无”", "无", Specimen.report().saying("无其他需要报告的事项。", in: .others), at: .section(.others)),
      .keeps("写明未收取", "None was taken", Specimen.report()),
      .keeps("2019 年格式没有此要求", "Not asked for in 2020", Specimen.report(on: 2020).saying("无。", in: .others)),
    ]
  }

  private static let words = WordSet("处理费 信息公开费 收费 收取费用 费用")
}
