// V001: cells are blank or hold a placeholder where the template asks for a number.
import ReportModel
import Statute

enum V001BlankCells {
  static let rule = Rule(
    id: "V001", name: "blank-cells", severity: .warning,
    title: Localized(zh: "单元格未填数字", en: "Cells without a number"),
    rationale: Localized(
      zh: "表格每一格都应当填写数字，没有的填 0。留空或者画“/”“-”，读者无从分辨是零还是漏填。",
      en: "Every cell asks for a number, 0 where there is none. A blank or a dash does not tell nothing from forgotten."
    ),
    clause: Localized(
      zh: "两个模板的表格均逐格列出；公开的年度报告通常填 0，也有不少留空",
      en: "Both templates list every cell; most published reports print 0, though many leave blanks"),
    basis: .practice,
    scope: .report { rule, subject in
      guard !subject.report.tables.isEmpty else { return .notApplicable }
      return .checked(subject.report.tables.compactMap { finding(rule, $0) })
    }
  ) {
    [
      .breaks(
        "三格留空", "Three blanks",
        Specimen.report().printing("", in: .applications, .granted, .research)
          .printing("/", in: .applications, .granted, .legalService)
          .printing("", in: .applications, .carriedForward, .business),
        at: .cells(
          .applications, (.granted, .research), (.granted, .legalService), (.carriedForward, .business))),
      .breaks(
        "一整列留空", "A whole column of blanks",
        Specimen.report().changing(.applications) { table in
          for row in table.rows.indices { table.rows[row].cells[2].cell = Cell(state: .blank) }
        },
        at: Example.Mark(table: .applications, cells: [CellReference(row: nil, column: .research)])),
      .keeps("没有的填 0", "0 where there is none", Specimen.report()),
    ]
  }

  private static func finding(_ rule: Rule, _ table: Table) -> Finding? {
    func lacksNumber(_ row: RowID, _ column: ColumnID, _ cell: Cell) -> Bool {
      (cell.state == .blank || cell.state == .placeholder) && !table.isMissing(row, column)
    }
    let groups = CellGroups(in: table, where: lacksNumber)
    guard groups.count > 0 else { return nil }
    let placeholders = CellGroups(in: table) { lacksNumber($0, $1, $2) && $2.state == .placeholder }.count
    let kind =
      placeholders == 0
      ? Localized(zh: "留空", en: "blank")
      : placeholders == groups.count
        ? Localized(zh: "以“/”“-”等代替数字", en: "filled with a placeholder")
        : Localized(zh: "留空或以“/”“-”等代替数字", en: "blank or filled with a placeholder")
    let first = table.firstReference(where: lacksNumber)
    let described = groups.description
    return rule.finding(
      Localized(
        zh: "\(table.id.shortName.zh)有 \(groups.count) 格\(kind.zh)：\(described.zh)",
        en:
          "\(table.id.shortName.en): \(groups.count) \(groups.count == 1 ? "cell" : "cells") \(kind.en): \(described.en)"
      ),
      table: table.id, cells: groups.references,
      place: first.flatMap { table.place($0) })
  }
}
