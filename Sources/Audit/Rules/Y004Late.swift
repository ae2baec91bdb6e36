// Y004: signed or published after the deadline of article 49.
import ReportModel
import Statute

enum Y004Late {
  static let rule = Rule(
    id: "Y004", name: "late", severity: .warning,
    title: Localized(zh: "公布时间晚于法定期限", en: "Published too late"),
    rationale: Localized(
      zh: "县级以上人民政府部门应当在每年1月31日前公布上一年度报告，本级政府的年度报告应当在3月31日前公布。落款日期在此之后的，已经逾期；没有落款日期的，看标题下所注发布日期。乡镇、街道和管委会按3月31日计。",
      en:
        "Departments publish by 31 January, governments by 31 March of the following year. A report signed later is late, and "
        + "so is one without a date of its own that its page says was published later. Townships, 街道 and administrative committees are given until 31 March."
    ),
    clause: Localized(
      zh: "《中华人民共和国政府信息公开条例》第四十九条（部门1月31日前，本级政府3月31日前）",
      en: "Regulations on the Disclosure of Government Information, article 49"),
    basis: .text,
    scope: .report { rule, subject in
      let signed = subject.report.signature?.date
      guard let date = signed ?? subject.report.publication?.date else { return .notApplicable }
      guard let year = subject.report.year else {
        return .couldNotCheck(Localized(zh: "报告年度不明", en: "the report's year is not known"))
      }
      // A site that was moved gives the day of the move, mostly years later.
      guard signed != nil || date.year == year + 1 else { return .notApplicable }
      let agency = subject.report.agency ?? subject.report.signature?.agency ?? ""
      let isDepartment = Body(agency).kind == .department
      let body = isDepartment ? Localized(zh: "部门", en: "a department") : Localized(zh: "政府", en: "a government")
      let deed =
        signed == nil
        ? Localized(zh: "标题下所注发布日期", en: "Published") : Localized(zh: "落款日期", en: "Signed")
      let limit = isDepartment ? subject.settings.departmentDeadline : subject.settings.governmentDeadline
      let last = Day(year: year + 1, month: limit.month, day: limit.day)
      guard date > last else { return .checked([]) }
      return .checked([
        rule.finding(
          Localized(
            zh: "\(deed.zh)为 \(date.iso)，晚于\(body.zh)年度报告的公布期限 \(last.iso)",
            en: "\(deed.en) on \(date.iso), after \(last.iso), the last day for \(body.en)"
          ),
          place: signed == nil ? subject.report.publication?.place : subject.report.signature?.place)
      ])
    }
  ) {
    func signed(_ day: Day, by agency: String = Specimen.agency) -> Report {
      Specimen.report(by: agency).changing { $0.signature?.date = day }
    }
    func published(_ day: Day) -> Report {
      Specimen.report().changing {
        $0.signature = nil
        $0.publication = Publication(date: day, place: $0.titlePlace)
      }
    }
    return [
      .breaks(
        "县局2月5日落款", "A bureau signs on 5 February", signed(Day(year: 2024, month: 2, day: 5)), at: Example.Mark()),
      .breaks(
        "县政府4月2日落款", "A county signs on 2 April", signed(Day(year: 2024, month: 4, day: 2), by: "青山县人民政府"),
        at: Example.Mark()),
      .breaks(
        "没有落款，标题下写明2月18日发布", "Unsigned, published on 18 February by what stands under the title",
        published(Day(year: 2024, month: 2, day: 18)), at: Example.Mark()),
      .keeps("没有落款，1月18日发布", "Unsigned, published on 18 January", published(Day(year: 2024, month: 1, day: 18))),
      .keeps("网站迁移的日期", "The day on which a site was moved", published(Day(year: 2026, month: 6, day: 1))),
      .keeps(
        "有落款的，以落款为准", "The date of the signature counts",
        Specimen.report().changing {
          $0.publication = Publication(date: Day(year: 2024, month: 2, day: 18), place: $0.titlePlace)
        }),
      .keeps("县局1月31日落款", "A bureau signs on 31 January", signed(Day(year: 2024, month: 1, day: 31))),
      .keeps(
        "县政府3月8日落款", "A county signs on 8 March", signed(Day(year: 2024, month: 3, day: 8), by: "青山县人民政府")),
    ]
  }
}
