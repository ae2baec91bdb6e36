// A008: 2019 form: no procurement project but an amount, or projects without an amount.
import Foundation
import ReportModel
import Statute

enum A008ProcurementAmount {
  static let rule = Rule(
    id: "A008", name: "procurement-amount", severity: .warning,
    title: Localized(zh: "采购项目数量与金额矛盾", en: "Procurement projects and amount disagree"),
    rationale: Localized(
      zh: "没有采购项目就不会有采购金额，有采购项目也不会没有金额。",
      en: "Without a project there is no amount, and no project costs nothing."),
    clause: Localized(
      zh: "依据 2019 年格式“采购项目数量”“采购总金额”两栏的含义推定",
      en: "Inferred from the meaning of the 2019 columns 采购项目数量 and 采购总金额"),
    basis: .inference, templates: [.form2019],
    scope: .report { rule, subject in
      guard let table = subject.report[.article20], table.template == .form2019 else { return .notApplicable }
      guard let projects = table[.procurement, .projects]?.value, let amount = table[.procurement, .amount]?.value,
        (projects == 0) != (amount == 0)
      else { return .checked([]) }
      let cells = [ColumnID.projects, .amount].map { CellReference(row: .procurement, column: $0) }
      return .checked([
        rule.finding(
          Localized(
            zh: "政府集中采购：采购项目数量 \(projects.plain)，采购总金额 \(amount.plain)",
            en: "Procurement: \(projects.plain) projects, amount \(amount.plain)"),
          table: .article20, cells: cells, place: subject.place(.article20, firstOf: cells))
      ])
    }
  ) {
    [
      .breaks(
        "项目为 0，金额不为 0", "No project, but an amount",
        Specimen.report(on: 2020).printing("0", in: .article20, .procurement, .projects),
        at: .cells(.article20, (.procurement, .projects), (.procurement, .amount))),
      .breaks(
        "有项目而金额为 0", "Projects without an amount",
        Specimen.report(on: 2020).printing("0", in: .article20, .procurement, .amount),
        at: .cells(.article20, (.procurement, .projects), (.procurement, .amount))),
      .keeps("2 个项目，350000", "2 projects, 350000", Specimen.report(on: 2020)),
    ]
  }
}
