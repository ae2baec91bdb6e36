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
  var addends: [Term]
  /// One cell, or for A001 two: （七）总计 and 结转下年度.
  var totals: [Term]

  /// A cell of the sum, and where the form has it.
  struct Term: Hashable, Sendable {
    var cell: CellReference
    /// From 0, among the rows of the form.
    var rowPosition: Int
    /// From 0, among the columns of the row.
    var columnPosition: Int

    /// The cell in a table that has all rows and columns of its form in its order, as every table has; nil in another.
    func cell(in table: Table) -> Cell? {
      guard table.rows.indices.contains(rowPosition), table.rows[rowPosition].id == cell.row,
        table.rows[rowPosition].cells.indices.contains(columnPosition),
        table.rows[rowPosition].cells[columnPosition].column == cell.column
      else { return nil }
      return table.rows[rowPosition].cells[columnPosition].cell
    }
  }

  /// Addends first, totals last.
  var cells: [CellReference] { (addends + totals).map(\.cell) }

  /// `自然人列`, `予以公开行`.
  var name: Localized {
    switch line {
    case .column(let column): CellReference(row: nil, column: column).name(in: table)
    case .row(let row): CellReference(row: row, column: nil).name(in: table)
    }
  }

  /// All sums of a printed table, in the order of the rules and then of the form.
  static func all(of table: TableID, _ template: Template) -> [TableSum] {
    switch (table, template) {
    case (.article20, _): []
    case (.applications, .form2019): applications2019
    case (.applications, .form2021): applications2021
    case (.reviewAndLitigation, _): reviewAndLitigation
    }
  }

  private static let applications2019 = applications(Form.of(.applications, .form2019))
  private static let applications2021 = applications(Form.of(.applications, .form2021))
  private static let reviewAndLitigation = {
    let form = Form.of(.reviewAndLitigation, .form2021)
    return form.rows.map { acrossRow($0, of: form, rule: "A004") }
  }()

  private static func applications(_ form: Form) -> [TableSum] {
    let columns = Form.applicantColumns
    let intake: Set<RowID> = [.newReceived, .carriedOver, .total, .carriedForward]
    let outcomes = form.rows.map(\.id).filter { !intake.contains($0) }
    let balances = columns.map {
      down($0, of: form, rule: "A001", [.newReceived, .carriedOver], [.total, .carriedForward])
    }
    let results = columns.map { down($0, of: form, rule: "A002", outcomes, [.total]) }
    return balances + results + form.rows.map { acrossRow($0, of: form, rule: "A003") }
  }

  private static func down(
    _ column: ColumnID, of form: Form, rule: String, _ addends: [RowID], _ totals: [RowID]
  ) -> TableSum {
    func terms(_ rows: [RowID]) -> [Term] {
      form.rows.enumerated().filter { rows.contains($1.id) }.compactMap { position, row in
        row.columns.firstIndex(of: column).map {
          Term(cell: CellReference(row: row.id, column: column), rowPosition: position, columnPosition: $0)
        }
      }
    }
    return TableSum(
      rule: rule, table: form.table, line: .column(column), addends: terms(addends), totals: terms(totals))
  }

  private static func acrossRow(_ row: FormRow, of form: Form, rule: String) -> TableSum {
    let position = form.rows.firstIndex { $0.id == row.id } ?? 0
    let terms = row.columns.enumerated().map {
      Term(cell: CellReference(row: row.id, column: $1), rowPosition: position, columnPosition: $0)
    }
    return TableSum(
      rule: rule, table: form.table, line: .row(row.id), addends: terms.dropLast(), totals: terms.suffix(1))
  }
}
