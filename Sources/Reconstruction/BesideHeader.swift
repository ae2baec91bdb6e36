// Reconstruction: cells of the Article-20 table that hold words of a header → their row, in doubt.
import ReportModel

enum BesideHeader {
  /// Takes back a row whose cells hold words of the next block's header: two lines of a text came to one, or the edge between the two rows is lost, and
  /// the header's words run over the columns. Without edges, or by themselves, they count as one of its cells, and no number is known to stand under its
  /// column.
  static func doubt(_ cells: inout [Row.Entry], isLoose: Bool) {
    let beside = cells.map(\.cell).filter { cell in
      cell.state == .text && Article20Reader.blockWords.contains { Wording.folded(cell.text).contains($0) }
    }
    guard !beside.isEmpty else { return }
    let isCell = isLoose || beside.contains { !ValueReader.holdsValue($0.text) }
    for index in cells.indices where isCell || [.text, .blank].contains(cells[index].cell.state) {
      let cell = cells[index].cell
      cells[index].cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: .severalValues)
    }
  }
}
