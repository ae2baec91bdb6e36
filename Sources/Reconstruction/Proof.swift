// Reconstruction: the sums of a table → whether they prove the reading.
import Foundation
import ReportModel
import Statute

/// Rows and columns are sums over the same cells: a table all of whose sums hold with every cell read was read right.
enum Proof {
  /// The table with `isProven` set.
  static func checked(_ table: Table) -> Table {
    var table = table
    table.isProven = holds(table)
    return table
  }

  /// The sums of the table: each the columns or rows to add, and the total.
  static func sums(_ table: Table) -> [(addends: [Cell], total: [Cell])] {
    var sums: [(addends: [Cell], total: [Cell])] = []
    func cell(_ row: RowID, _ column: ColumnID) -> Cell { table[row, column] ?? Cell(state: .blank) }
    switch table.id {
    case .article20: break
    case .applications:
      let rows = table.rows.map(\.id)
      let outcomes = rows.filter { ![.newReceived, .carriedOver, .total, .carriedForward].contains($0) }
      for row in rows {
        sums.append((Form.applicantColumns.dropLast().map { cell(row, $0) }, [cell(row, .total)]))
      }
      for column in Form.applicantColumns {
        sums.append((outcomes.map { cell($0, column) }, [cell(.total, column)]))
        sums.append(
          (
            [cell(.newReceived, column), cell(.carriedOver, column)],
            [cell(.total, column), cell(.carriedForward, column)]
          ))
      }
    case .reviewAndLitigation:
      for row in table.rows {
        sums.append((Form.reviewColumns.dropLast().map { cell(row.id, $0) }, [cell(row.id, .total)]))
      }
    }
    return sums
  }

  private static func holds(_ table: Table) -> Bool {
    let sums = sums(table)
    guard !sums.isEmpty else { return false }
    let cells = table.rows.flatMap { $0.cells.map(\.cell) }
    guard !cells.contains(where: { $0.state == .unread || $0.state == .text }) else { return false }
    return sums.allSatisfy { sum in
      sum.addends.reduce(Decimal(0)) { $0 + ($1.value ?? 0) } == sum.total.reduce(Decimal(0)) { $0 + ($1.value ?? 0) }
    }
  }
}
