// A007: 2019 form: the total disclosed is less than what was newly disclosed this year.
import Foundation
import ReportModel
import Statute

enum A007DisclosedTotal {
  static let rule = Rule(
    id: "A007", name: "disclosed-total", severity: .warning,
    title: Localized(zh: "对外公开总数量小于本年新公开数量", en: "Less disclosed in all than this year"),
    rationale: Localized(
      zh: "“对外公开总数量”包括本年新公开的，不应小于“本年新公开数量”。",
      en: "The total disclosed includes what was disclosed this year and should not be less."),
    clause: Localized(
      zh: "依据 2019 年格式“本年新公开数量”“对外公开总数量”两栏的含义推定",
      en: "Inferred from the meaning of the 2019 columns 本年新公开数量 and 对外公开总数量"),
    basis: .inference, templates: [.form2019],
    scope: .report { rule, subject in
      guard let table = subject.report[.article20], table.template == .form2019 else { return .notApplicable }
      return .checked(
        [RowID.regulations, .normativeDocuments].compactMap { row in
          guard let new = table[row, .newlyDisclosed]?.value, let all = table[row, .totalDisclosed]?.value, all < new
          else { return nil }
          let cells = [ColumnID.newlyDisclosed, .totalDisclosed].map { CellReference(row: row, column: $0) }
          return rule.finding(
            Localized(
              zh: "\(row.shortName.zh)：对外公开总数量 \(all.plain)，小于本年新公开数量 \(new.plain)",
              en: "\(row.shortName.en): \(all.plain) disclosed in all, but \(new.plain) this year alone"),
            table: .article20, cells: cells, place: subject.place(.article20, firstOf: cells.reversed()))
        })
    }
  ) {
    [
      .breaks(
        "本年新公开 3 件，总数量却是 2 件", "3 this year, 2 in all",
        Specimen.report(on: 2020).printing("2", in: .article20, .normativeDocuments, .totalDisclosed),
        at: .cells(.article20, (.normativeDocuments, .newlyDisclosed), (.normativeDocuments, .totalDisclosed))),
      .keeps(
        "首年两数相等", "Equal in the first year",
        Specimen.report(on: 2020).printing("3", in: .article20, .normativeDocuments, .totalDisclosed)),
    ]
  }
}
