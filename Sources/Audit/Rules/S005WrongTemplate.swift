// S005: a table of the form that the report's year does not call for.
import ReportModel
import Statute

enum S005WrongTemplate {
  static let rule = Rule(
    id: "S005", name: "wrong-template", severity: .error,
    title: Localized(zh: "表格格式与年度不符", en: "The form of another year"),
    rationale: Localized(
      zh: "2019、2020 年度的报告使用 2019 年格式，2021 年度起使用 2021 年格式。用错格式，栏目含义不同，数据无法汇总。",
      en: "Reports on 2019 and 2020 use the form of 2019, those on 2021 and later the form of 2021. Their columns mean "
        + "different things and do not add up with each other."),
    clause: Localized(
      zh: "国办公开办函〔2019〕60号（2019、2020 年度）；国办公开办函〔2021〕30号（2021 年度起）",
      en: "Notices 国办公开办函〔2019〕60号 (years 2019 and 2020) and 〔2021〕30号 (2021 and later)"),
    basis: .text,
    scope: .report { rule, subject in
      let report = subject.report
      // The table of reviews and lawsuits is the same in both forms.
      let tables = report.tables.filter { $0.id != .reviewAndLitigation && $0.templateIsPrinted }
      guard !tables.isEmpty else { return .notApplicable }
      guard let year = report.year, let called = report.template else {
        return .couldNotCheck(Localized(zh: "报告年度不明", en: "the report's year is not known"))
      }
      return .checked(
        tables.filter { $0.template != called }.map { table in
          rule.finding(
            Localized(
              zh: "\(year) 年度报告的\(table.id.shortName.zh)应使用 \(called.rawValue) 年格式，实际为 \(table.template.rawValue) 年格式",
              en:
                "The \(table.id.shortName.en) of a report on \(year) should have the form of \(called.rawValue), not that of "
                + table.template.rawValue),
            table: table.id, place: table.places.first ?? table.firstPlace)
        })
    }
  ) {
    [
      .breaks(
        "2024 年度报告的申请情况表用 2019 年格式", "The applications of 2024 in the form of 2019",
        Specimen.report(on: 2024).changing { $0.tables[1] = Specimen.table(.applications, .form2019) },
        at: Example.Mark(table: .applications)),
      .breaks(
        "2020 年度报告用 2021 年格式", "A report on 2020 in the form of 2021",
        Specimen.report(on: 2020, template: .form2021), at: Example.Mark(table: .article20),
        Example.Mark(table: .applications)),
      .keeps("2023 年度用 2021 年格式", "The form of 2021 on 2023", Specimen.report(on: 2023)),
      .keeps("2020 年度用 2019 年格式", "The form of 2019 on 2020", Specimen.report(on: 2020)),
    ]
  }
}
