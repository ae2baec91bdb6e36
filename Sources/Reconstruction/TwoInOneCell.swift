// Reconstruction: cells of a page that hold two values → the blank cells beside them, in doubt.
import DocumentModel
import ReportModel

/// A value that runs over the edge of its cell stands in the next one with the value that is printed there; the cell that it comes from looks blank.
enum TwoInOneCell {
  static func doubted(_ table: Table) -> Table {
    var table = table
    for row in table.rows.indices {
      let cells = table.rows[row].cells.map(\.cell)
      for index in cells.indices where isTwo(cells[index]) {
        for other in [index - 1, index + 1] where cells.indices.contains(other) && cells[other].state == .blank {
          table.rows[row].cells[other].cell = Cell(
            state: .unread, text: "", places: cells[other].places, doubt: .columnAmbiguous)
        }
      }
    }
    return table
  }

  /// True for values, and nothing else, of which there is more than one.
  private static func isTwo(_ cell: Cell) -> Bool {
    guard cell.state == .unread, cell.doubt == .severalValues, case .page? = cell.places.first else { return false }
    let text = cell.text.unicodeScalars
    return text.count > 1 && !text.contains(where: Wording.isIdeograph)
  }
}
