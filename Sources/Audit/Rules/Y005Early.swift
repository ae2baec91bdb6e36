// Y005: signed before the year was over.
import ReportModel
import Statute

enum Y005Early {
  static let rule = Rule(
    id: "Y005", name: "early", severity: .warning,
    title: Localized(zh: "落款日期早于年度结束", en: "Signed before the year was over"),
    rationale: Localized(
      zh: "年度报告的数据截至12月31日，落款不可能在此之前。多半是落款年份沿用了上一年。",
      en:
        "The data run to 31 December, so that the report cannot be signed earlier. Usually the year of the date was not moved on."
    ),
    clause: Localized(zh: "由统计期限推定", en: "Inferred from the period of the data"),
    basis: .inference,
    scope: .report { rule, subject in
      guard let date = subject.report.signature?.date else { return .notApplicable }
      guard let year = subject.report.year else {
        return .couldNotCheck(Localized(zh: "报告年度不明", en: "the report's year is not known"))
      }
      guard date < Day(year: year + 1, month: 1, day: 1) else { return .checked([]) }
      return .checked([
        rule.finding(
          Localized(
            zh: "\(year) 年度报告的落款日期为 \(date.iso)，当时年度尚未结束",
            en: "The report on \(year) is signed on \(date.iso), before the year was over"),
          place: subject.report.signature?.place)
      ])
    }
  ) {
    [
      .breaks(
        "年份未改", "The year was not moved on",
        Specimen.report().changing { $0.signature?.date = Day(year: 2023, month: 1, day: 18) }, at: Example.Mark()),
      .keeps(
        "次年1月2日", "2 January of the next year",
        Specimen.report().changing { $0.signature?.date = Day(year: 2024, month: 1, day: 2) }),
    ]
  }
}
