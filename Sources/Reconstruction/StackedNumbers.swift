// Reconstruction: numbers that stand under one another in the cells of a row → whether they are one row's.
import ReportModel
import Statute

/// A number that is too long for its cell goes on in a second line. Where the line between two rows is not drawn, their numbers stand in one cell,
/// too, and each pair of them may look like a long one; but then some of them cannot be one.
enum StackedNumbers {
  /// Takes back the numbers of several lines of a row with a cell in which several lines are several numbers.
  /// - Parameter columns: the columns under which several lines stand.
  static func doubt(_ cells: inout [Row.Entry], stacked columns: @autoclosure () -> Set<ColumnID>) {
    guard cells.contains(where: { $0.cell.doubt == .severalValues }) else { return }
    let stacked = columns()
    guard cells.contains(where: { stacked.contains($0.column) && $0.cell.doubt == .severalValues }) else { return }
    for index in cells.indices where stacked.contains(cells[index].column) && cells[index].cell.state == .number {
      let cell = cells[index].cell
      cells[index].cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: .severalValues)
    }
  }

  /// True where the numbers of a row that begins a page may stand in the cells of the row before it, on the page before.
  static func mayHold(_ before: Row, parts: [PrintedRow]) -> Bool {
    guard before.cells.contains(where: { $0.cell.doubt == .severalValues }), let page = parts.first?.page, page > 0
    else { return false }
    return before.cells.flatMap(\.cell.places).contains { place in
      if case .page(let number, _) = place { number + 1 == page } else { false }
    }
  }

  /// Takes back blank cells.
  static func doubtBlanks(_ cells: inout [Row.Entry]) {
    for index in cells.indices where cells[index].cell.state == .blank {
      cells[index].cell = Cell(state: .unread, places: cells[index].cell.places, doubt: .rowAmbiguous)
    }
  }
}
