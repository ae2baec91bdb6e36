// Output: TableJSON, findings → the table as HTML, the cells of findings marked.
import Audit
import Foundation
import Statute

/// Draws a reconstructed table.
struct HTMLTable {
  let table: TableJSON
  let findings: [FindingJSON]

  func write(to page: inout Markup) {
    let form = Form.of(table.id, table.template)
    let marks = CellMarks(table: table.id, findings: findings)
    let numbers = FindingNumbers(table: table.id, findings: findings)
    page.element("h3", table.id.shortName)
    page.raw("<p class=\"quiet\">")
    page.text(both("\(table.template.rawValue)年格式", "\(table.template.rawValue) form"))
    if table.proven {
      page.raw(" · <span class=\"good\">")
      page.text(both("合计全部成立，读数已证实", "all sums hold: the reading is proven"))
      page.raw("</span>")
    }
    page.raw(table.id == .article20 ? "</p>\n<div class=\"scroll blocks\">" : "</p>\n<div class=\"scroll\">")
    for block in blocks(form) { write(block, form: form, marks: marks, numbers: numbers, to: &page) }
    page.raw("</div>\n")
    for extra in table.extras ?? [] {
      let kind =
        extra.axis == .row
        ? both("表样之外的行：", "row beyond the form: ") : both("表样之外的列：", "column beyond the form: ")
      page.element("p", kind + ([extra.label] + extra.texts).joined(separator: " "))
    }
  }

  /// Rows whose columns have the same headers.
  private struct Block {
    var headers: [Localized]
    var rows: [RowJSON]
  }

  private func blocks(_ form: Form) -> [Block] {
    var blocks: [Block] = []
    for row in table.rows {
      let headers = row.entries.map { entry in
        both(form.columnLabel(entry.column, row: row.id), entry.column.shortName(in: table.id).en)
      }
      if blocks.last?.headers == headers {
        blocks[blocks.count - 1].rows.append(row)
      } else {
        blocks.append(Block(headers: headers, rows: [row]))
      }
    }
    return blocks
  }

  private func write(_ block: Block, form: Form, marks: CellMarks, numbers: FindingNumbers, to page: inout Markup) {
    page.raw(
      table.id == .article20 ? "<table class=\"grid small\"><thead><tr><td>" : "<table class=\"grid\"><thead><tr><td>")
    for header in block.headers { page.element("th", header) { $0.raw(" scope=\"col\"") } }
    page.raw("</tr></thead><tbody>\n")
    var group: String?
    for row in block.rows {
      let next = form.row(row.id)?.group
      if let next, next != group {
        page.raw("<tr class=\"kind\"><th colspan=\"")
        page.number(block.headers.count + 1)
        page.raw("\">")
        page.text(FormWording.group(next, of: row.id))
      }
      group = next
      page.raw("<tr><th scope=\"row\"")
      if group != nil { page.raw(" class=\"in\"") }
      page.raw(">")
      page.text(FormWording.label(row.id, in: form))
      for entry in row.entries {
        let cell = CellReferenceJSON(row: row.id, column: entry.column)
        let mark = [marks[row.id, entry.column], marks[row.id, nil], marks[nil, entry.column]].compactMap { $0 }.max()
        write(entry.cell, mark, findings: numbers[cell], to: &page)
      }
      page.raw("\n")
    }
    page.raw("</tbody></table>\n")
  }

  private func write(_ cell: CellJSON, _ mark: CellMarks.Mark?, findings: [Int], to page: inout Markup) {
    page.raw("<td")
    switch mark {
    case .correction: page.raw(" class=\"fixed\"")
    case .offending(let severity): page.attribute("class", "off \(severity.rawValue)")
    case .addend where cell.value.wrapped != 0: page.raw(" class=\"addend\"")
    default:
      if cell.state == .unread {
        page.raw(" class=\"unread\"")
      } else if cell.value.wrapped == 0 {
        page.raw(" class=\"z\"")
      }
    }
    if mark != nil, !findings.isEmpty { page.attribute("data-f", findings.map(\.description).joined(separator: " ")) }
    page.raw(">")
    if case .correction(let value) = mark {
      page.element("s", cell.shown)
      page.element("ins", " → \(value)")
    } else {
      page.text(cell.shown)
    }
  }
}

/// Which findings speak of a cell, by their numbers.
private struct FindingNumbers {
  private var numbers: [CellReferenceJSON: [Int]] = [:]

  init(table: TableID, findings: [FindingJSON]) {
    for (index, finding) in findings.enumerated() {
      let cells = finding.table == table ? finding.cells ?? [] : []
      let corrected = finding.allSuggestions.filter { $0.cell.table == table }
        .map { CellReferenceJSON(row: $0.cell.row, column: $0.cell.column) }
      for cell in Set(cells + corrected) { numbers[cell, default: []].append(index + 1) }
    }
  }

  /// Those of the cell itself and of the whole row and column.
  subscript(cell: CellReferenceJSON) -> [Int] {
    let row = CellReferenceJSON(row: cell.row, column: nil)
    let column = CellReferenceJSON(row: nil, column: cell.column)
    return [cell, row, column].flatMap { numbers[$0] ?? [] }.sorted()
  }
}
