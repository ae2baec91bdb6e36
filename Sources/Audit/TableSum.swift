// Audit: a table → the sums that its form prescribes, each with its cells.
import Foundation
import ReportModel
import Statute

/// Two sides of a table that the form makes equal: the cells to be added up, and the printed total that they must give.
struct TableSum: Hashable, Sendable {
  /// What the cells of a sum have in common.
  enum Line: Hashable, Sendable {
    case column(ColumnID)
    case row(RowID)
  }

  /// The rule that speaks of it: A001 to A004.
  var rule: String
  var table: TableID
  var line: Line
  /// In the order of the form.
  var addends: [CellReference]
  /// One cell, or for A001 two: （七）总计 and 结转下年度.
  var totals: [CellReference]

  /// Addends first, totals last.
  var cells: [CellReference] { addends + totals }

  /// `自然人列`, `予以公开行`.
  var name: Localized {
    switch line {
    case .column(let column): CellReference(row: nil, column: column).name(in: table)
    case .row(let row): CellReference(row: row, column: nil).name(in: table)
    }
  }

  /// All sums of a printed table, in the order of the rules and then of the form.
  static func all(of table: Table) -> [TableSum] {
    switch table.id {
    case .article20: []
    case .applications: balances() + outcomes(of: table) + applicants(of: table)
    case .reviewAndLitigation: reviews(of: table)
    }
  }

  private static func references(_ rows: [RowID], _ column: ColumnID) -> [CellReference] {
    rows.map { CellReference(row: $0, column: column) }
  }

  private static func balances() -> [TableSum] {
    Form.applicantColumns.map { column in
      TableSum(
        rule: "A001", table: .applications, line: .column(column),
        addends: references([.newReceived, .carriedOver], column),
        totals: references([.total, .carriedForward], column))
    }
  }

  private static func outcomes(of table: Table) -> [TableSum] {
    let intake: Set<RowID> = [.newReceived, .carriedOver, .total, .carriedForward]
    let outcomes = Form.of(.applications, table.template).rows.map(\.id).filter { !intake.contains($0) }
    return Form.applicantColumns.map { column in
      TableSum(
        rule: "A002", table: .applications, line: .column(column), addends: references(outcomes, column),
        totals: references([.total], column))
    }
  }

  private static func applicants(of table: Table) -> [TableSum] {
    Form.of(.applications, table.template).rows.map { acrossRow($0.id, rule: "A003", table: .applications) }
  }

  private static func reviews(of table: Table) -> [TableSum] {
    Form.of(.reviewAndLitigation, table.template).rows.map {
      acrossRow($0.id, rule: "A004", table: .reviewAndLitigation)
    }
  }

  private static func acrossRow(_ row: RowID, rule: String, table: TableID) -> TableSum {
    let columns = table == .applications ? Form.applicantColumns : Form.reviewColumns
    return TableSum(
      rule: rule, table: table, line: .row(row),
      addends: columns.dropLast().map { CellReference(row: row, column: $0) },
      totals: [CellReference(row: row, column: .total)])
  }
}
