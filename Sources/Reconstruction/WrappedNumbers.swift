// Reconstruction: cells of a page whose lines may be one number → that number, where the sums of the table prove it.
import DocumentModel
import ReportModel

/// A number that is too wide for its cell goes on in the next line, wherever its program may break it (behind a separator, before it, between
/// any two digits). Two numbers over one another look the same; but only one of the two makes all sums of the table hold.
enum WrappedNumbers {
  static func settled(_ table: Table) -> Table {
    var result = table
    var isAny = false
    for row in table.rows.indices {
      for index in table.rows[row].cells.indices {
        let cell = table.rows[row].cells[index].cell
        guard cell.state == .unread else { continue }
        guard cell.doubt == .severalValues, case .page? = cell.places.first else { return table }
        let whole = ValueReader.read(cell.text, places: cell.places)
        guard whole.state == .number else { return table }
        result.rows[row].cells[index].cell = whole
        isAny = true
      }
    }
    return isAny && (Proof.checked(result).isProven || Proof.holdsWithoutTotals(result)) ? result : table
  }

  /// A way of setting numbers shows in more than one of so many.
  private static let usual = 3

  /// Where a sum fails that a number over several lines, or of parts with a space between, belongs to, these may be two numbers, or one and a mark.
  static func doubted(_ table: Table) -> Table {
    let wrapped = table.rows.indices.flatMap { row in
      table.rows[row].cells.indices.filter {
        table.rows[row].cells[$0].cell.isJoined && table.rows[row].cells[$0].cell.state == .number
      }.map { (row, $0) }
    }
    // Where most numbers are so, they are set so.
    let numbers = table.rows.reduce(0) { sum, row in
      sum + row.cells.count { $0.cell.state == .number && $0.cell.text.unicodeScalars.count > 1 }
    }
    guard !wrapped.isEmpty, usual * wrapped.count < numbers else { return table }
    let failing = Proof.failing(table)
    var result = table
    // Beside a cell whose lines are no one number another one's are not, for all that is known.
    for row in table.rows.indices where table.rows[row].cells.contains(where: { $0.cell.doubt == .severalValues }) {
      result.rows[row].forget(.severalValues) { $0.firstLine != nil && $0.state == .number }
    }
    // What the first lines alone do not add up to either is an error of the report's.
    var first = table
    for (row, index) in wrapped {
      let cell = table.rows[row].cells[index].cell
      if let line = cell.firstLine { first.rows[row].cells[index].cell = ValueReader.read(line, places: cell.places) }
    }
    let still = Proof.failing(first)
    for (row, index) in wrapped {
      let isSpaced = table.rows[row].cells[index].cell.firstLine == nil
      let isRow = failing.rows.contains(row) && (isSpaced || !still.rows.contains(row))
      let isColumn = failing.columns.contains(index) && (isSpaced || !still.columns.contains(index))
      guard isRow || isColumn else { continue }
      let cell = table.rows[row].cells[index].cell
      result.rows[row].cells[index].cell = Cell(
        state: .unread, text: cell.text, places: cell.places, doubt: .severalValues)
    }
    return result
  }
}
