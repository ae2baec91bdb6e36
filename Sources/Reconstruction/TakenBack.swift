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

  /// Takes back the blank cells at the right side of areas that are cut off there, in columns most of whose cells are unread: their numbers may lie beyond.
  mutating func doubtCutBlanks(_ areas: [RuledAreas.Area]) {
    for area in areas {
      func isIn(_ cell: Cell, atSide: Bool) -> Bool {
        cell.places.contains { place in
          guard case .page(let page, let box) = place, page == area.page else { return false }
          return area.box.contains(x: box.midX, y: box.midY)
            && (!atSide || area.box.right - box.right <= GridBuilder.snap)
        }
      }
      // Cells that are not read may have no place; those that are have theirs.
      let cells = rows.flatMap(\.cells)
      let mostlyUnread = Dictionary(grouping: cells, by: \.column).filter { _, own in
        let unread = own.count { $0.cell.state == .unread && ($0.cell.places.isEmpty || isIn($0.cell, atSide: false)) }
        return unread > own.count { $0.cell.state != .unread && isIn($0.cell, atSide: false) }
      }
      for row in rows.indices {
        for place in rows[row].cells.indices where mostlyUnread[rows[row].cells[place].column] != nil {
          let cell = rows[row].cells[place].cell
          guard cell.state == .blank, isIn(cell, atSide: true) else { continue }
          rows[row].cells[place].cell = Cell(state: .unread, places: cell.places, doubt: .columnAmbiguous)
        }
      }
    }
  }
}
