// Reconstruction: printed rows of the applications table whose columns are in doubt → what the sums say of them.
import ReportModel
import Statute

extension ApplicationsReader {
  /// What the sums say of the rows whose columns are in doubt.
  func placed(
    _ rows: [PrintedRow], body: [Int], splits: [(label: [PrintedCell], group: [PrintedCell], values: [PrintedCell])],
    form: Form, result: RowAligner.Result, columns: ColumnPlan
  ) -> [RowID: [ColumnPlan.Content]] {
    let ids = columns.columns.map(\.id)
    // A column that is not printed has nothing in it: then the others add up without it.
    guard isPlanGiven, ids.last == .total, Form.applicantColumns.filter(ids.contains) == ids,
      ids.count + 1 >= Form.applicantColumns.count
    else { return [:] }
    var printed: [PlacedRows.Row] = []
    for (j, formRow) in form.rows.enumerated() {
      let parts = result.items[j]
      let filled = parts.filter { splits[$0].values.contains { !$0.isEmpty } }
      guard !parts.isEmpty, filled.count <= 1,
        RowCertainty.isCertain(
          j, of: form, items: items, result: result, threshold: Self.certain),
        let part = filled.first ?? parts.first
      else { return [:] }
      var row = PlacedRows.Row(
        id: formRow.id, pieces: splits[part].values.flatMap(\.pieces).sorted { $0.left < $1.left })
      switch doubt(of: parts.map { rows[body[$0]] }) {
      case nil:
        let cells = splits[part].values
        if cells.count == columns.columns.count, cells.contains(where: { PlacedRows.joined($0) != nil }) {
          row.joined = cells.map { PlacedRows.joined($0) ?? $0 }
        }
        row.cells = columns.contents(row.joined ?? cells, sameExtent: true).map { CellFactory.cell([$0]) }
      case .blanksLost, .columnAmbiguous: break
      case .rowAmbiguous where filled.isEmpty: row.isDoubtful = true
      default: return [:]
      }
      row.showsPlaces = rows[body[part]].showsPlaces
      printed.append(row)
    }
    return PlacedRows.contents(printed, width: ids.count)
  }
}
