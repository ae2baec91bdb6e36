// C007: two inputs are the same body and year.
import ReportModel
import Statute

enum C007DuplicateReport {
  static let rule = Rule(
    id: "C007", name: "duplicate-report", severity: .info,
    title: Localized(zh: "同一机关同一年度重复", en: "The same body and year twice"),
    rationale: Localized(
      zh: "同一批文件中有两份同一机关、同一年度的报告，汇总时会重复计算。也可能是其中一份标题写错了年份。",
      en:
        "Two inputs report for the same body and year and would be counted twice. Or one of them has the wrong year in its title."
    ),
    clause: Localized(zh: "每个机关每年度一份报告", en: "One report a body and year"),
    basis: .inference, scope: .batch
  ) {
    [
      .breaks(
        "两份 2023 年度报告", "Two reports on 2023", Specimen.report(on: 2023), after: [Specimen.report(on: 2023)],
        at: Example.Mark()),
      .keeps(
        "另一机关", "Another body", Specimen.report(on: 2023), after: [Specimen.report(on: 2023, by: "青山县水利局")]),
    ]
  }

  static func finding(_ taken: KnownReport, _ first: KnownReport) -> Finding {
    rule.finding(
      Localized(
        zh: "与另一输入同为\(first.digest.agency) \(first.digest.year) 年度报告（另一报告：\(first.path)）",
        en:
          "Another input is the report of \(first.digest.agency) on \(first.digest.year) too (other report: \(first.path))"
      ))
  }
}
