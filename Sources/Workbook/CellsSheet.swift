// Workbook: one of the three tables of every report → a wide sheet, a report a line, a column for every cell of both forms.
import Audit
import Foundation
import Output
import ReportModel
import Statute

/// The sheet of one table. A cell that the printed form does not have is grey; a blank one is empty and white.
struct CellsSheet {
  struct Column: Hashable {
    var row: RowID
    var column: ColumnID
  }

  private let sheet: Sheet
  private let table: TableID
  private let columns: [Column]
  private var row = 2
  /// Before the cells: body, year, form, file.
  static let leading = 4

  init(_ sheet: Sheet, table: TableID, language: Language) {
    (self.sheet, self.table) = (sheet, table)
    columns = Self.columns(of: table)
    let heads = [("机关", "body", 30.0), ("年度", "year", 7), ("表样", "form", 7), ("文件", "file", 30)]
    for (index, head) in heads.enumerated() {
      sheet.set(width: head.2, columns: index...index)
      sheet.write("", row: 0, column: index, style: .header)
    }
    sheet.set(width: 11, columns: Self.leading...(Self.leading + columns.count - 1))
    var start = 0
    while start < columns.count {
      let end = columns[start...].firstIndex { $0.row != columns[start].row } ?? columns.count
      sheet.write(
        header: columns[start].row.shortName[language], row: 0,
        columns: (Self.leading + start)...(Self.leading + end - 1))
      start = end
    }
    for (index, head) in heads.enumerated() {
      sheet.write(language == .zh ? head.0 : head.1, row: 1, column: index, style: .header)
    }
    for (index, column) in columns.enumerated() {
      sheet.write(
        column.column.shortName(in: table)[language], row: 1, column: Self.leading + index, style: .header)
    }
    sheet.freeze(rows: 2, columns: Self.leading)
  }

  /// Adds the report's table; nothing where the report has none.
  mutating func add(_ record: EncodedRecord, report: ReportJSON, findings: [FindingJSON]) {
    guard row < Sheet.mostRows, let printed = report.tables.first(where: { $0.id == table }) else { return }
    sheet.write(record.agency ?? "", row: row, column: 0)
    sheet.write(record.year, row: row, column: 1)
    sheet.write(printed.template.rawValue, row: row, column: 2)
    sheet.write(record.source.path, row: row, column: 3)
    let marks = CellMarks(table: table, findings: findings)
    var cells: [Column: CellJSON] = [:]
    for row in printed.rows {
      for entry in row.entries { cells[Column(row: row.id, column: entry.column)] = entry.cell }
    }
    for (index, column) in columns.enumerated() {
      let cell = cells[column]
      write(cell, style: style(cell, marks[column.row, column.column]), column: Self.leading + index)
    }
    row += 1
  }

  private func write(_ cell: CellJSON?, style: CellStyle, column: Int) {
    if let value = cell?.value.wrapped {
      sheet.write(value, row: row, column: column, style: style)
    } else {
      let text = cell.map { $0.state == .unread ? $0.text + "?" : $0.text } ?? ""
      sheet.write(text, row: row, column: column, style: style)
    }
  }

  private func style(_ cell: CellJSON?, _ mark: CellMarks.Mark?) -> CellStyle {
    switch mark {
    case .correction: return .correction
    case .offending(let severity): return severity.style
    case .addend, nil: break
    }
    guard let cell else { return .outside }
    return cell.state == .unread ? .unread : .plain
  }

  func finish() {
    sheet.filter(headerRow: 1, lastRow: row - 1, lastColumn: Self.leading + columns.count - 1)
  }

  /// The cells of the 2021 form and, each after the one that it follows in its own form, those that only the 2019 form has.
  static func columns(of table: TableID) -> [Column] {
    var columns = cells(of: .form2021, table)
    var last = -1
    for cell in cells(of: .form2019, table) {
      if let index = columns.firstIndex(of: cell) {
        last = index
      } else {
        last += 1
        columns.insert(cell, at: last)
      }
    }
    // Columns of one row stand together.
    var rows: [RowID] = []
    for column in columns where !rows.contains(column.row) { rows.append(column.row) }
    return rows.flatMap { row in columns.filter { $0.row == row } }
  }

  private static func cells(of template: Template, _ table: TableID) -> [Column] {
    Form.of(table, template).rows.flatMap { row in row.columns.map { Column(row: row.id, column: $0) } }
  }
}
