// Reconstruction: rows of numbers without a label, and rows of the form without a number → what is known of both.
import ReportModel
import Statute

/// Where a page ends within a row, its numbers may stand at the foot of one page and its label at the head of the next.
enum UnnamedNumbers {
  static func settled(_ table: Table) -> Table {
    func isUnnamed(_ extra: ExtraLine) -> Bool {
      extra.axis == .row && extra.label.isEmpty && extra.texts.allSatisfy { $0.isEmpty || ValueReader.isValue($0) }
    }
    guard table.extras.contains(where: isUnnamed) else { return table }
    var result = table
    // A row without a number is no blank one where columns do not add up without the numbers that have no label.
    if !Proof.failing(table).columns.isEmpty {
      let numbers = table.extras.contains { isUnnamed($0) && $0.texts.contains { ValueReader.number($0) != nil } }
      for row in result.rows.indices
      where numbers && result.rows[row].cells.allSatisfy({ $0.cell.state == .blank }) {
        result.rows[row].forget(.rowAmbiguous)
      }
    }
    if result.rows.contains(where: { row in row.cells.allSatisfy { $0.cell.state == .unread } }) {
      result.extras.removeAll(where: isUnnamed)
    }
    return result
  }
}
