// Output: TableJSON, findings → the table redrawn for a terminal, the cells of findings marked.
import Audit
import Foundation
import ReportModel
import Statute

/// Redraws the tables of a report.
struct TableDrawing {
  var language: Language
  var style: Style
  /// In columns.
  var width: Int

  /// The lines of one table. Rows whose columns have the same headers are drawn as one grid.
  func lines(_ table: TableJSON, findings: [FindingJSON]) -> [String] {
    let marks = CellMarks(table: table.id, findings: findings)
    let form = Form.of(table.id, table.template)
    var lines = [title(table)]
    for block in blocks(table, form: form) {
      var grid = Grid()
      grid.rows.append(
        [Grid.Field(text: "")]
          + block.columns.map { Grid.Field(text: header($0, row: block.rows[0].id, form: form), isNumber: true) })
      for row in block.rows {
        if grid.rows.count == 1 { grid.rules.insert(1) }
        grid.rows.append(
          [Grid.Field(text: label(row, form: form))]
            + row.entries.map { field($0.cell, mark: marks[row.id, $0.column]) })
      }
      lines += grid.lines(width: width, style: style)
    }
    return lines
  }

  private func title(_ table: TableJSON) -> String {
    let template = language.say("\(table.template.rawValue)年版", "\(table.template.rawValue) form")
    let proof =
      table.proven
      ? language.say("各项合计均成立，读数可靠", "all sums hold: proven") : ""
    return style.show(table.id.title[language], as: .heading)
      + "  " + style.show([template, proof].filter { !$0.isEmpty }.joined(separator: " · "), as: .quiet)
  }

  private struct Block {
    var columns: [ColumnID]
    var rows: [RowJSON]
  }

  private func blocks(_ table: TableJSON, form: Form) -> [Block] {
    var blocks: [Block] = []
    for row in table.rows {
      let columns = row.entries.map(\.column)
      if let last = blocks.last, last.columns == columns {
        blocks[blocks.count - 1].rows.append(row)
      } else {
        blocks.append(Block(columns: columns, rows: [row]))
      }
    }
    return blocks
  }

  private func header(_ column: ColumnID, row: RowID, form: Form) -> String {
    language == .zh ? form.columnLabel(column, row: row) : column.shortName(in: form.table).en
  }

  private func label(_ row: RowJSON, form: Form) -> String {
    guard language == .zh else { return row.id.shortName.en }
    return row.id.shortName.zh
  }

  private func field(_ cell: CellJSON, mark: Severity?) -> Grid.Field {
    let text = cell.shown
    guard let mark else { return Grid.Field(text: text, role: cell.state == .unread ? .quiet : nil, isNumber: true) }
    return Grid.Field(text: "[\(text)]", role: .severity(mark), isNumber: true)
  }
}

/// Which cells of a table findings speak of, and how grave the gravest is.
struct CellMarks {
  private var severities: [CellReferenceJSON: Severity] = [:]

  init(table: TableID, findings: [FindingJSON]) {
    for finding in findings where finding.table == table {
      for cell in finding.cells ?? [] {
        severities[cell] = max(severities[cell] ?? .info, finding.severity)
      }
    }
  }

  /// Nil where no finding speaks of the cell.
  subscript(row: RowID, column: ColumnID) -> Severity? {
    severities[CellReferenceJSON(row: row, column: column)]
  }
}
