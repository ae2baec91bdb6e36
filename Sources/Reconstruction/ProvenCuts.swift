// Reconstruction: numbers that run over the edges of their cells → read, where all sums of the table hold with them.
import DocumentModel
import ReportModel
import Statute

/// Numbers of narrow columns run over into their neighbours' cells, and of a digit on an edge nothing says whose it is (`CutWords`). Each cell of the
/// applications table is part of a sum along its row and of one along its column: where every one of them holds with the digits as they stand in the
/// cells, they stand right.
enum ProvenCuts {
  /// More cells than this share of the table are no single numbers that run over an edge: the table is drawn around other words.
  private static let largest = 0.25

  static func acquitted(_ table: Table) -> Table {
    guard table.id == .applications else { return table }
    var (own, whole) = (table, table)
    var cut: [(row: Int, column: Int)] = []
    for row in table.rows.indices {
      for (column, entry) in table.rows[row].cells.enumerated() where entry.cell.state == .unread {
        guard case .page? = entry.cell.places.first else { return table }
        let cell = ValueReader.read(entry.cell.text, places: entry.cell.places)
        guard cell.state == .number else { return table }
        whole.rows[row].cells[column].cell = cell
        switch entry.cell.doubt {
        case .columnAmbiguous:
          own.rows[row].cells[column].cell = cell
          cut.append((row, column))
        // The page shows a part of it, as at the side of the paper: it says nothing against the others.
        case .textLayer: break
        default: return table
        }
      }
    }
    let cells = table.rows.map(\.cells.count).reduce(0, +)
    guard !cut.isEmpty, Double(cut.count) <= largest * Double(cells), Proof.checked(whole).isProven else {
      return table
    }
    // What stands in one cell over several columns is none of theirs.
    let places = cut.map { own.rows[$0.row].cells[$0.column].cell.places }
    guard Set(places).count == places.count else { return table }
    // A number that stands a cell too far leaves its own blank, and sums may hold as well.
    let isCertain = cut.allSatisfy { place in
      whole.rows[place.row].cells.allSatisfy { $0.cell.state != .blank }
        && whole.rows.allSatisfy { $0.cells[place.column].cell.state != .blank }
    }
    return isCertain ? own : table
  }
}
