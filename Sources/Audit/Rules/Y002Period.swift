// Y002: the stated period is not 1 January to 31 December of the title's year.
import ReportModel
import Statute

enum Y002Period {
  static let rule = Rule(
    id: "Y002", name: "period", severity: .error,
    title: Localized(zh: "统计期限与年度不符", en: "The period is not the report's year"),
    rationale: Localized(
      zh: "年度报告的统计期限是标题所示年度的1月1日至12月31日。期限写错，多半是沿用了往年的文本，或者统计口径有误。",
      en:
        "The report covers 1 January to 31 December of the year in its title. Another period usually means a text taken over "
        + "from an earlier year, or wrong statistics."),
    clause: Localized(
      zh: "《中华人民共和国政府信息公开条例》第四十九条（公布“上一年度”报告）",
      en: "Regulations on the Disclosure of Government Information, article 49 (the report on the year before)"),
    basis: .text,
    scope: .report { rule, subject in
      guard let period = subject.report.period else { return .notApplicable }
      guard let year = subject.report.year else {
        return .couldNotCheck(Localized(zh: "报告年度不明", en: "the report's year is not known"))
      }
      let start = Day(year: year, month: 1, day: 1)
      let end = Day(year: year, month: 12, day: 31)
      guard period.start != start || period.end != end else { return .checked([]) }
      return .checked([
        rule.finding(
          Localized(
            zh: "\(year) 年度报告的统计期限应为 \(start.iso) 至 \(end.iso)，文中为 \(period.start.iso) 至 \(period.end.iso)",
            en:
              "A report on \(year) covers \(start.iso) to \(end.iso); the text says \(period.start.iso) to \(period.end.iso)"
          ),
          quote: period.text, place: period.place)
      ])
    }
  ) {
    func period(_ start: Day, _ end: Day, _ text: String) -> Report {
      Specimen.report().changing {
        $0.period = Period(start: start, end: end, text: text, place: Specimen.place(page: 1, line: 1))
      }
    }
    return [
      .breaks(
        "沿用上年期限", "The period of the year before",
        period(
          Day(year: 2022, month: 1, day: 1), Day(year: 2022, month: 12, day: 31), "2022年1月1日至2022年12月31日"),
        at: Example.Mark()),
      .breaks(
        "止于11月30日", "It ends on 30 November",
        period(
          Day(year: 2023, month: 1, day: 1), Day(year: 2023, month: 11, day: 30), "2023年1月1日至2023年11月30日"),
        at: Example.Mark()),
      .keeps("2023年1月1日至12月31日", "1 January to 31 December 2023", Specimen.report()),
    ]
  }
}
