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
}
