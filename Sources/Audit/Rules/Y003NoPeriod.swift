// Y003: the report states no period.
import ReportModel
import Statute

enum Y003NoPeriod {
  static let rule = Rule(
    id: "Y003", name: "no-period", severity: .info,
    title: Localized(zh: "未写统计期限", en: "No period stated"),
    rationale: Localized(
      zh: "年度报告通常在开头写明数据的统计期限。没有写明，读者要靠标题推断。",
      en: "Reports usually state the period of their data at the start. Without it readers infer it from the title."),
    clause: Localized(zh: "公开的年度报告通行做法", en: "Custom of published reports"),
    basis: .practice,
    scope: .report { rule, subject in
      guard subject.report.period == nil else { return .checked([]) }
      return .checked([
        rule.finding(Localized(zh: "未写明数据的统计期限", en: "The report does not state the period of its data"))
      ])
    }
  ) {
    [
      .breaks("没有统计期限", "No period", Specimen.report().changing { $0.period = nil }, at: Example.Mark()),
      .keeps("写明统计期限", "The period is stated", Specimen.report()),
    ]
  }
}
