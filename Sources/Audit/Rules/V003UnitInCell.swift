// V003: a unit is printed inside a cell.
import ReportModel
import Statute

enum V003UnitInCell {
  static let rule = Rule(
    id: "V003", name: "unit-in-cell", severity: .info,
    title: Localized(zh: "单元格内带单位", en: "A unit in a cell"),
    rationale: Localized(
      zh: "单元格只填数字，单位由表头给出。格内另写单位，汇总时容易把“元”和“万元”混在一起。",
      en: "A cell holds a number alone, its unit stands in the header. A unit in the cell invites adding 元 to 万元."),
    clause: Localized(
      zh: "公开的年度报告中见到；2019 年格式的“采购总金额”表头没有单位，更需要留意",
      en: "Seen in published reports; the 2019 column 采购总金额 names no unit, so one in the cell is worth a look"),
    basis: .practice,
    scope: .report { rule, subject in
      guard !subject.report.tables.isEmpty else { return .notApplicable }
      return .checked(
        subject.report.tables.flatMap { table in
          table.rows.flatMap { row in
            row.cells.compactMap { entry -> Finding? in
              guard let unit = entry.cell.unit else { return nil }
              let reference = CellReference(row: row.id, column: entry.column)
              let name = reference.name(in: table.id)
              return rule.finding(
                Localized(
                  zh: "\(name.zh)：“\(entry.cell.text)”带有单位“\(unit)”",
                  en: "\(name.en): “\(entry.cell.text)” carries the unit “\(unit)”"),
                table: table.id, cells: [reference], place: entry.cell.places.first)
            }
          }
        })
    }
  ) {
    [
      .breaks(
        "采购总金额写作 251000元", "251000元 as the amount of procurement",
        Specimen.report(on: 2019).printing("251000元", in: .article20, .procurement, .amount),
        at: .cells(.article20, (.procurement, .amount))),
      .keeps("只填数字", "A number alone", Specimen.report(on: 2019)),
    ]
  }
}
