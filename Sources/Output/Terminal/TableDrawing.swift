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
    var lines = title(table)
    for block in blocks(table, form: form) {
      lines += grid(block, form: form, marks: marks).lines(width: width, style: style)
    }
    lines += extras(table).flatMap { $0.wrapped(to: width) }
    return lines + legend(table, marks).flatMap { $0.wrapped(to: width) }.map { style.show($0, as: .quiet) }
  }

  private func title(_ table: TableJSON) -> [String] {
    var notes = [language.say("\(table.template.rawValue)年格式", "\(table.template.rawValue) form")]
    let page = table.rows.lazy.flatMap(\.entries).map(\.cell.place).first { $0.page != nil || $0.line != nil }
    if let page { notes.append(page.wording[language]) }
    if table.proven { notes.append(language.say("合计全部成立，读数已证实", "all sums hold: proven")) }
    let (name, text) = (table.id.shortName[language], notes.joined(separator: language.say("，", ", ")))
    guard name.displayWidth + 2 + text.displayWidth > width else {
      return [style.show(name, as: .heading) + "  " + style.show(text, as: .quiet)]
    }
    return [style.show(name, as: .heading)] + text.wrapped(to: width).map { style.show($0, as: .quiet) }
  }

  private struct Block {
    var headers: [String]
    var rows: [RowJSON]
  }

  private func blocks(_ table: TableJSON, form: Form) -> [Block] {
    var blocks: [Block] = []
    for row in table.rows {
      let headers = row.entries.map { header($0.column, row: row.id, form: form) }
      if let last = blocks.last, last.headers == headers {
        blocks[blocks.count - 1].rows.append(row)
      } else {
        blocks.append(Block(headers: headers, rows: [row]))
      }
    }
    return blocks
  }

  private func grid(_ block: Block, form: Form, marks: CellMarks) -> Grid {
    let columns = block.rows[0].entries.map(\.column)
    var grid = Grid(
      header: [Grid.Field("")] + zip(block.headers, columns).map { marked($0, marks[nil, $1]) })
    var group: String?
    for row in block.rows {
      let formRow = form.row(row.id)
      if let next = formRow?.group, next != group {
        grid.body.append(.group(FormWording.group(next, of: row.id)[language]))
      }
      group = formRow?.group
      var label = marked(FormWording.label(row.id, in: form)[language], marks[row.id, nil])
      label.indent = group == nil ? 0 : 2
      grid.body.append(.fields([label] + row.entries.map { field($0.cell, marks[row.id, $0.column]) }))
    }
    return grid
  }

  private func header(_ column: ColumnID, row: RowID, form: Form) -> String {
    language == .zh ? form.columnLabel(column, row: row) : column.shortName(in: form.table).en
  }

  private func field(_ cell: CellJSON, _ mark: CellMarks.Mark?) -> Grid.Field {
    switch mark {
    case nil where cell.state == .unread: Grid.Field(cell.shown, role: .unread)
    // What adds nothing needs no mark.
    case .addend where (cell.value.wrapped ?? 0) == 0: Grid.Field(cell.shown)
    default: marked(cell.shown, mark)
    }
  }

  /// The mark stands in the text too, for terminals and readers without colour.
  private func marked(_ text: String, _ mark: CellMarks.Mark?) -> Grid.Field {
    switch mark {
    case nil: Grid.Field(text)
    case .addend(let severity): Grid.Field(text + "*", role: .addend(severity))
    case .offending(let severity): Grid.Field("[\(text)]", role: .severity(severity))
    case .correction(let value): Grid.Field("\(text)→\(value)", role: .correction)
    }
  }

  private func extras(_ table: TableJSON) -> [String] {
    (table.extras ?? []).map { extra in
      let texts = extra.texts.map(\.printable).joined(separator: " ")
      let kind =
        extra.axis == .row
        ? language.say("表样之外的行", "row beyond the form") : language.say("表样之外的列", "column beyond the form")
      return "\(kind)\(language.say("：", ": "))\(extra.label.printable)  \(texts)"
    }
  }

  private func legend(_ table: TableJSON, _ marks: CellMarks) -> [String] {
    var parts: [String] = []
    if marks.hasOffending { parts.append(language.say("[ ] 有问题的格", "[ ] what is wrong")) }
    if marks.hasAddends { parts.append(language.say("* 计入其中的数", "* what adds up to it")) }
    if marks.hasCorrections { parts.append(language.say("→ 建议更正", "→ suggested correction")) }
    if table.rows.contains(where: { $0.entries.contains { $0.cell.state == .unread } }) {
      parts.append(language.say("? 未能确认的格", "? could not be read with certainty"))
    }
    return parts.isEmpty ? [] : [parts.joined(separator: language.say("　", "   "))]
  }
}
