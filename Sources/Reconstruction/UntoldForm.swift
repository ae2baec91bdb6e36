// Reconstruction: the applications table → the same, of the form that the year calls for where its rows do not tell the form.
import ReportModel
import Statute

/// The forms of 2019 and 2021 differ in （六）其他处理 alone. Where nothing of it was found, as where the text ends within the table, the table may be
/// of either form, and is not of the wrong one.
enum UntoldForm {
  private static let common = Set(Form.of(.applications, .form2019).rows.map(\.id))
    .intersection(Form.of(.applications, .form2021).rows.map(\.id))

  static func settled(_ table: Table, year: Template?) -> Table {
    guard table.id == .applications else { return table }
    let own = table.rows.filter { !common.contains($0.id) }
    // 3.其他 is the end of 其他处理 as well.
    guard own.filter({ $0.id != .otherOther }).allSatisfy({ isLost($0, in: table) }) else { return table }
    var result = table
    result.templateIsPrinted = false
    guard let year, year != table.template else { return result }
    let form = Form.of(.applications, year)
    result.template = year
    result.rows = form.rows.map { row in
      table.rows.first { $0.id == row.id } ?? CellFactory.unread(row, doubt: .rowNotFound)
    }
    if own.contains(where: { table.missingRows.contains($0.id) }) {
      result.missingRows = form.rows.map(\.id).filter { table.missingRows.contains($0) || !common.contains($0) }
    }
    return result
  }

  /// A row of which nothing is known, that was told by its place alone, or whose label is as much like one of the other form's, says nothing of the form.
  private static let likeEnough = 0.5

  private static func isNothing(_ cell: Cell) -> Bool {
    cell.state == .unread && (cell.doubt == .rowNotFound || cell.doubt == .rowAmbiguous && cell.text.isEmpty)
  }

  private static func isLost(_ row: Row, in table: Table) -> Bool {
    if table.missingRows.contains(row.id)
      || row.cells.allSatisfy({ isNothing($0.cell) })
    {
      return true
    }
    let text = Wording.folded(row.label)
    // The labels of the newer form's rows have come to that of the older one's.
    if row.id == .other, text.contains(FormWords.overdue) { return true }
    func likeness(_ form: Template, _ isMeant: (RowID) -> Bool) -> Double {
      Form.of(table.id, form).rows.filter { isMeant($0.id) }.map { LabelPattern($0.label).likeness(text) }.max() ?? 0
    }
    let own = likeness(table.template) { $0 == row.id }
    let other = likeness(table.template == .form2019 ? .form2021 : .form2019) { !common.contains($0) }
    return own < likeEnough || own <= other
  }
}
