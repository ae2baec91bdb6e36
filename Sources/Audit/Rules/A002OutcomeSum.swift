// A002: in a column of the applications table, the outcomes do not add up to the total.
import Statute

enum A002OutcomeSum {
  static let rule = Rule(
    id: "A002", name: "outcome-sum", severity: .error,
    title: Localized(zh: "办理结果合计不符", en: "Outcomes do not add up"),
    rationale: Localized(
      zh: "一件申请只计入一种办理结果（部分公开“只计这一情形，不计其他情形”），因此每一列中各种办理结果相加应当等于“（七）总计”。",
      en: "An application is counted under exactly one outcome, so the outcomes of a column add up to its total."),
    clause: Localized(
      zh: "申请情况表“三、本年度办理结果”各项及“（七）总计”；“区分处理的，只计这一情形，不计其他情形”",
      en: "Applications table, part three and its total; note on partial disclosure: “counted here and nowhere else”"),
    basis: .text,
    scope: .report { rule, subject in rule.judgeSums(subject, of: .applications) }
  ) {
    let outcomes = TableSum.all(of: .applications, .form2021)
      .first { $0.rule == "A002" && $0.line == .column(.business) }
    return [
      .breaks(
        "商业企业列予以公开多填 1 件", "One application of businesses too many was granted",
        Specimen.report().printing("8", in: .applications, .granted, .business),
        at: Example.Mark(table: .applications, cells: outcomes?.cells ?? [])),
      .keeps("各项相加等于总计", "The outcomes add up", Specimen.report()),
      .keeps("2019 年格式同样适用", "The form of 2019 too", Specimen.report(on: 2020)),
    ]
  }
}
