// Y003: the report states no period.
import DocumentModel
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
      let report = subject.report
      guard report.period == nil else { return .checked([]) }
      let lines = report.preamble + (report.sections.first?.lines ?? [])
      if report.hasIllegibleParts || lines.contains(where: { $0.text.unicodeScalars.contains(where: \.isUnknown) }) {
        return .couldNotCheck(Localized(zh: "原件有无法辨认之处", en: "the copy has illegible parts"))
      }
      return .checked([
        rule.finding(Localized(zh: "未写明数据的统计期限", en: "The report does not state the period of its data"))
      ])
    }
  ) {
    [
      .breaks("没有统计期限", "No period", Specimen.report().changing { $0.period = nil }, at: Example.Mark()),
      .keeps(
        "开头的字无法识别时不作判断", "Not judged where characters of the preamble are not known",
        Specimen.report().changing {
          $0.period = nil
          $0.preamble = Specimen.lines(["统计期限自\u{FFFD}\u{FFFD}年1月1日起。"], page: 1, from: 1)
        }),
      .keeps("写明统计期限", "The period is stated", Specimen.report()),
    ]
  }
}
