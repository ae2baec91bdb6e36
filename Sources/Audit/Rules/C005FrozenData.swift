// C005: every non-zero number equals last year's.
import ReportModel
import Statute

enum C005FrozenData {
  static let rule = Rule(
    id: "C005", name: "frozen-data", severity: .warning,
    title: Localized(zh: "数据与上年完全相同", en: "The numbers of the year before"),
    rationale: Localized(
      zh: "三张表中所有不为零的数字都与上年报告相同。除存量外，各项数字每年都会变动，完全相同多半是沿用了上年的表格。",
      en:
        "Every number that is not 0 is that of the year before. Stocks aside they move every year: probably last year's tables were "
        + "taken over."),
    clause: Localized(zh: "公开的年度报告中见到", en: "Seen in published reports"),
    basis: .practice, scope: .batch
  ) {
    [
      .breaks(
        "三张表原样照抄", "The same three tables", Specimen.report(on: 2023), after: [Specimen.report(on: 2022)],
        at: Example.Mark()),
      .keeps(
        "一个数不同", "One number differs",
        Specimen.report(on: 2023).printing("121", in: .article20, .licensing, .decisions),
        after: [Specimen.report(on: 2022)]),
    ]
  }

  static func compare(_ earlier: KnownReport, _ later: KnownReport, taken: KnownReport) -> [Finding] {
    guard let now = later.digest.figures, now == earlier.digest.figures else { return [] }
    let other = taken == later ? earlier : later
    return [
      rule.finding(
        Localized(
          zh: "三张表中不为零的数字与 \(other.digest.year) 年度报告完全相同（另一报告：\(other.path)）",
          en:
            "Every number that is not 0 is the same as in the report on \(other.digest.year) (other report: \(other.path))"
        ),
        key: "\(other.digest.year)")
    ]
  }
}
