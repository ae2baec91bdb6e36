// Reconstruction: cells of a text → unread, where they may be made of what stood beside them: a page number, a word of a label.
import DocumentModel
import ReportModel
import Statute

extension Table {
  /// A dash for an empty cell, and the number of a page or note that has come to it, look like a count below zero. There is none but in the change.
  mutating func doubtSigns() {
    let hasDashes = rows.contains { $0.cells.contains { $0.cell.state == .placeholder && Self.isDash($0.cell.text) } }
    guard hasDashes else { return }
    for row in rows.indices {
      for index in rows[row].cells.indices where rows[row].cells[index].column != .change {
        let cell = rows[row].cells[index].cell
        guard let value = cell.value, value < 0 else { continue }
        rows[row].cells[index].cell = Cell(
          state: .unread, text: cell.text, places: cell.places, doubt: .severalValues)
      }
    }
  }

  /// The number of a page that has come to the total at the end of a line makes it more than its row counts: the sum, and a digit or two behind it. What
  /// edges of fields part from it has not.
  mutating func doubtTotals(in lines: [SourceLine]) {
    for row in rows.indices {
      let cells = rows[row].cells.map(\.cell)
      guard let numbers = ApplicationSums.counts(cells), let total = numbers.last,
        rows[row].cells.last?.column == .total
      else { continue }
      let sum = numbers.dropLast().reduce(0, +)
      guard sum > 0, [10, 100].contains(where: { total / $0 == sum }), let last = cells.last,
        !lines.contains(where: { last.places.contains(.line($0.number)) && ($0.text.holds("\t") || $0.text.holds("|")) }
        )
      else { continue }
      rows[row].cells[cells.count - 1].cell = Cell(
        state: .unread, text: last.text, places: last.places, doubt: .severalValues)
    }
  }

  /// The first word of （四）无法提供, broken over lines, stands beside the numbers of its rows, and is one for nothing in other reports. Alone in its table
  /// it is the label's.
  mutating func doubtLabelWords() {
    let found = rows.indices.flatMap { row in
      rows[row].cells.indices.filter { rows[row].cells[$0].cell.text == "无" }.map { (row, $0) }
    }
    let form = Form.of(id, template)
    guard found.count == 1, let (row, index) = found.first, index == 0,
      form.row(rows[row].id)?.group?.holds("无法提供") ?? false
    else { return }
    let cell = rows[row].cells[index].cell
    rows[row].cells[index].cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: .columnAmbiguous)
  }

  private static func isDash(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { "-－—–".unicodeScalars.contains($0) }
  }
}
