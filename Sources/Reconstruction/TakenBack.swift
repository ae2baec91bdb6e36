// Reconstruction: cells that were read → unread, where something that came to light later says that they cannot be relied on.
import ReportModel
import Statute

extension Row {
  /// Takes back the cells that are meant: all that were read, unless told otherwise.
  mutating func forget(_ doubt: Doubt, where isMeant: (Cell) -> Bool = { $0.state != .unread }) {
    for index in cells.indices where isMeant(cells[index].cell) {
      let cell = cells[index].cell
      cells[index].cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: doubt)
    }
  }
}

extension Table {
  /// Takes back the cells that are meant: all that were read, unless told otherwise.
  mutating func forget(_ doubt: Doubt, where isMeant: (Cell) -> Bool = { $0.state != .unread }) {
    for index in rows.indices { rows[index].forget(doubt, where: isMeant) }
  }

  /// Takes back the cells of these rows.
  mutating func forget(rows ids: [RowID], _ doubt: Doubt) {
    for index in rows.indices where ids.contains(rows[index].id) { rows[index].forget(doubt) }
  }
}
