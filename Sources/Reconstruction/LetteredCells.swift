// Reconstruction: cells of a page that hold letters where the table counts → unread.
import ReportModel

/// A font whose map is wrong gives letters for the digits that it draws. An office writes no words of Latin letters in these tables.
enum LetteredCells {
  /// So many cells of letters are not one clerk's remark.
  private static let fewest = 3
  /// Typed for a zero or a one.
  private static let alike: Set<Unicode.Scalar> = ["O", "o", "l", "I"]

  /// What stands among the digits of a number.
  private static let signs: Set<Unicode.Scalar> = [".", ",", "-", "+"]

  static func doubted(_ table: Table) -> Table {
    let count = table.rows.reduce(0) { $0 + $1.cells.count { isLettered($0.cell) } }
    guard count >= fewest else { return table }
    var table = table
    table.forget(.textLayer, where: isLettered)
    return table
  }

  private static func isLettered(_ cell: Cell) -> Bool {
    guard cell.state == .text, case .page? = cell.places.first else { return false }
    let letters = cell.text.unicodeScalars.filter { !signs.contains($0) }
    return !letters.isEmpty && letters.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
      && !letters.allSatisfy(alike.contains)
  }
}
