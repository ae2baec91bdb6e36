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

  /// True for an applications table whose outcomes leave their totals blank, where all sums over columns hold, and each total would be what its
  /// row adds up to.
  static func holdsWithoutTotals(_ table: Table) -> Bool {
    guard table.id == .applications else { return false }
    var table = table
    for r in table.rows.indices where ApplicationSums.Role(table.rows[r].id) == .outcome {
      guard let k = table.rows[r].cells.firstIndex(where: { $0.column == .total }),
        table.rows[r].cells[k].cell.state == .blank
      else { continue }
      let sum = table.rows[r].cells.map(\.cell.value).sum
      table.rows[r].cells[k].cell = Cell(state: .number, text: "", value: sum, places: [])
    }
    return holds(table)
  }

  /// True for an applications table each of whose rows adds up, while the columns do not: whole rows stand where they do not belong. A report
  /// errs in single cells, which break the sum of their row, too.
  static func isDisplaced(_ table: Table) -> Bool {
    guard table.id == .applications else { return false }
    let sums = sums(table)
    let rows = sums.prefix(table.rows.count)
    let columns = sums.dropFirst(table.rows.count)
    func fail(_ sum: Sum) -> Bool { sum.addends.sum != sum.total.sum }
    return !rows.contains(where: fail) && columns.count(where: fail) >= 3
  }

  /// True for an applications table most of whose rows do not add up to the total that they have: its columns stand in another order than they
  /// were read in. A report errs in single cells.
  static func isMisread(_ table: Table) -> Bool {
    guard table.id == .applications else { return false }
    let rows = zip(table.rows, sums(table)).filter { row, sum in
      row[.total]?.state == .number && sum.addends.contains { $0.map { !$0.isZero } ?? false }
        && row.cells.allSatisfy { $0.cell.state != .unread }
    }
    let failing = rows.count { $1.addends.sum != $1.total.sum }
    return failing >= mostFailing && 2 * failing > rows.count
  }
  private static let mostFailing = 5

  /// The rows, and of an applications table the columns, all of whose cells are read and whose sums fail.
  static func failing(_ table: Table) -> (rows: Set<Int>, columns: Set<Int>) {
    let fails = sums(table).map { $0.addends.sum != $0.total.sum }
    let rows = table.rows.indices.filter { row in
      fails.indices.contains(row) && fails[row] && table.rows[row].cells.allSatisfy { $0.cell.state != .unread }
    }
    guard table.id == .applications else { return (Set(rows), []) }
    // Two sums for each column: of the outcomes, and of what came in.
    let columns = Form.applicantColumns.indices.filter { column in
      let place = table.rows.count + 2 * column
      return (fails[place] || fails[place + 1])
        && table.rows.allSatisfy { $0[Form.applicantColumns[column]]?.state != .unread }
    }
    return (Set(rows), Set(columns))
  }

  private typealias Sum = (addends: [Decimal?], total: [Decimal?])

  /// The sums of the table: each the columns or rows to add, and the total; what holds no number counts nothing.
  private static func sums(_ table: Table) -> [Sum] {
    var sums: [Sum] = []
    func numbers(_ columns: [ColumnID]) -> [[Decimal?]] {
      table.rows.map { row in columns.map { row[$0]?.value } }
    }
    switch table.id {
    case .article20: break
    case .applications:
      let numbers = numbers(Form.applicantColumns)
      let rows = table.rows.map(\.id)
      let outcomes = rows.indices.filter { ApplicationSums.Role(rows[$0]) == .outcome }
      for row in numbers { sums.append((row.dropLast(), row.suffix(1))) }
      for column in Form.applicantColumns.indices {
        func cell(_ row: RowID) -> Decimal? { rows.firstIndex(of: row).flatMap { numbers[$0][column] } }
        sums.append((outcomes.map { numbers[$0][column] }, [cell(.total)]))
        sums.append(([cell(.newReceived), cell(.carriedOver)], [cell(.total), cell(.carriedForward)]))
      }
    case .reviewAndLitigation:
      for row in numbers(Form.reviewColumns) { sums.append((row.dropLast(), row.suffix(1))) }
    }
    return sums
  }

  private static func holds(_ table: Table) -> Bool {
    let isRead = table.rows.allSatisfy { row in
      row.cells.allSatisfy { $0.cell.state != .unread && $0.cell.state != .text }
    }
    guard isRead else { return false }
    let sums = sums(table)
    return !sums.isEmpty && sums.allSatisfy { $0.addends.sum == $0.total.sum }
  }
}
