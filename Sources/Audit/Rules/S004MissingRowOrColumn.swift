// S004: the document's table lacks a row or column of its template.
import DocumentModel
import ReportModel
import Statute

enum S004MissingRowOrColumn {
  static let rule = Rule(
    id: "S004", name: "missing-row-or-column", severity: .error,
    title: Localized(zh: "表格缺行或缺列", en: "A row or column is missing"),
    rationale: Localized(
      zh: "表格的行和列由模板规定，不能删减。缺少一行，合计就无从核对，汇总也会错位。",
      en: "The rows and columns of the tables are fixed. Without one of them the sums cannot be checked."),
    clause: Localized(zh: "两个模板的表格", en: "The tables of both templates"),
    basis: .text,
    scope: .report { rule, subject in
      guard !subject.report.tables.isEmpty else { return .notApplicable }
      return .checked(
        subject.report.tables.compactMap { table in
          let cells =
            table.missingColumns.map { CellReference(row: nil, column: $0) }
            + table.missingRows.map { CellReference(row: $0, column: nil) }
          guard !cells.isEmpty else { return nil }
          let names = cells.map { $0.name(in: table.id) }.list()
          let form = "\(table.template.rawValue)"
          return rule.finding(
            Localized(
              zh: "\(table.id.shortName.zh)（\(form) 年格式）缺少：\(names.zh)",
              en: "\(table.id.shortName.en) (form of \(form)) lacks: \(names.en)"),
            table: table.id, cells: cells, place: table.places.first ?? table.firstPlace)
        })
    }
  ) {
    [
      .breaks(
        "删去“不予处理”中的一行", "A row of 不予处理 was dropped",
        Specimen.report().changing(.applications) { $0.missingRows = [.rejectedPublicationRequest] },
        at: Example.Mark(
          table: .applications, cells: [CellReference(row: .rejectedPublicationRequest, column: nil)])),
      .breaks(
        "没有总计列", "No column of totals",
        Specimen.report().changing(.applications) { $0.missingColumns = [.total] },
        at: Example.Mark(table: .applications, cells: [CellReference(row: nil, column: .total)])),
      .keeps("行列齐全", "All rows and columns", Specimen.report()),
    ]
  }
}

extension Table {
  /// The place of the first label or cell that has one.
  var firstPlace: Place? {
    for row in rows {
      if let place = row.labelPlaces.first { return place }
      if let place = row.cells.lazy.compactMap({ $0.cell.places.first }).first { return place }
    }
    return nil
  }
}
