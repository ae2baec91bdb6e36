// Y004: signed or published after the deadline of article 49.
import ReportModel
import Statute

enum Y004Late {
  static let rule = Rule(
    id: "Y004", name: "late", severity: .warning,
    title: Localized(zh: "公布时间晚于法定期限", en: "Published too late"),
    rationale: Localized(
      zh: "县级以上人民政府部门应当在每年1月31日前公布上一年度报告，本级政府的年度报告应当在3月31日前公布。落款日期在此之后的，已经逾期。乡镇、街道和管委会按3月31日计。",
      en:
        "Departments publish by 31 January, governments by 31 March of the following year. A report signed later is late. "
        + "Townships, 街道 and administrative committees are given until 31 March."),
    clause: Localized(
      zh: "《中华人民共和国政府信息公开条例》第四十九条（部门1月31日前，本级政府3月31日前）",
      en: "Regulations on the Disclosure of Government Information, article 49"),
    basis: .text,
    scope: .report { rule, subject in
      guard let date = subject.report.signature?.date else { return .notApplicable }
      guard let year = subject.report.year else {
        return .couldNotCheck(Localized(zh: "报告年度不明", en: "the report's year is not known"))
      }
      let agency = subject.report.agency ?? subject.report.signature?.agency ?? ""
      let isDepartment = Body(agency).kind == .department
      let limit = isDepartment ? subject.settings.departmentDeadline : subject.settings.governmentDeadline
      let last = Day(year: year + 1, month: limit.month, day: limit.day)
      guard date > last else { return .checked([]) }
      return .checked([
        rule.finding(
          Localized(
            zh: "落款日期为 \(date.iso)，晚于\(isDepartment ? "部门" : "政府")年度报告的公布期限 \(last.iso)",
            en:
              "Signed on \(date.iso), after \(last.iso), the last day for \(isDepartment ? "a department" : "a government")"
          ),
          place: subject.report.signature?.place)
      ])
    }
  ) {
    func signed(_ day: Day, by agency: String = Specimen.agency) -> Report {
      Specimen.report(by: agency).changing { $0.signature?.date = day }
    }
    return [
      .breaks(
        "县局2月5日落款", "A bureau signs on 5 February", signed(Day(year: 2024, month: 2, day: 5)), at: Example.Mark()),
      .breaks(
        "县政府4月2日落款", "A county signs on 2 April", signed(Day(year: 2024, month: 4, day: 2), by: "青山县人民政府"),
        at: Example.Mark()),
      .keeps("县局1月31日落款", "A bureau signs on 31 January", signed(Day(year: 2024, month: 1, day: 31))),
      .keeps(
        "县政府3月8日落款", "A county signs on 8 March", signed(Day(year: 2024, month: 3, day: 8), by: "青山县人民政府")),
    ]
  }
}
