// A005: 2019 form: last year's items + this year's change < 0.
import Foundation
import ReportModel
import Statute

enum A005NegativeStock {
  static let rule = Rule(
    id: "A005", name: "negative-stock", severity: .error,
    title: Localized(zh: "项目数量增减后为负", en: "Fewer than no items left"),
    rationale: Localized(
      zh: "“上一年项目数量”加“本年增/减”是年末的项目数量，不能为负数。",
      en:
        "Last year's number of items and this year's change give the number at the year's end, which is never negative."
    ),
    clause: Localized(
      zh: "依据 2019 年格式“上一年项目数量”“本年增/减”两栏的含义推定",
      en: "Inferred from the meaning of the 2019 columns 上一年项目数量 and 本年增/减"),
    basis: .inference, templates: [.form2019],
    scope: .report { rule, subject in
      guard let table = subject.report[.article20], table.template == .form2019 else { return .notApplicable }
      return .checked(
        table.rows.compactMap { row in
          guard let items = row[.previousYearItems]?.value, let change = row[.change]?.value, items + change < 0
          else { return nil }
          let cells = [ColumnID.previousYearItems, .change].map { CellReference(row: row.id, column: $0) }
          let name = row.id.shortName
          return rule.finding(
            Localized(
              zh: "\(name.zh)：上一年项目数量 \(items.plain)，本年增/减 \(change.plain)，相加为 \((items + change).plain)，小于 0",
              en: "\(name.en): \(items.plain) items last year and a change of \(change.plain) give "
                + "\((items + change).plain), less than 0"),
            table: .article20, cells: cells, place: subject.place(.article20, firstOf: cells.reversed()))
        })
    }
  ) {
    [
      .breaks(
        "8 项减去 9 项", "8 items less 9",
        Specimen.report(on: 2020).printing("-9", in: .article20, .otherServices, .change),
        at: .cells(.article20, (.otherServices, .previousYearItems), (.otherServices, .change))),
      .keeps(
        "8 项全部取消", "All 8 items are gone",
        Specimen.report(on: 2020).printing("-8", in: .article20, .otherServices, .change)),
      .keeps(
        "上一年项目数量留空时不作判断", "Not judged where last year's number is blank",
        Specimen.report(on: 2020).printing("", in: .article20, .otherServices, .previousYearItems)),
    ]
  }
}
