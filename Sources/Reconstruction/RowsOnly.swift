// Reconstruction: the printed rows of a table in a ruled area → whether its lines part rows alone.

/// Reports print tables with lines between their rows and none between their columns, or with lines about the whole and under the header alone. What such
/// lines surround is no cell: columns are told there as in a table without rules, and a blank is one where its column and its row are.
enum RowsOnly {
  /// What holds the numbers of several columns, or a label and its numbers, reaches over this share of the table …
  private static let wide = 0.5
  /// … and between them is a gap of so many characters.
  private static let gap = 1.0

  static func areAll(_ rows: [PrintedRow]) -> Bool {
    let extents = rows.compactMap(\.extent)
    guard let left = extents.map(\.left).min(), let right = extents.map(\.right).max() else { return false }
    var (holding, several) = (0, 0)
    for row in rows {
      let cells = row.cells.filter { !$0.spansRows && $0.pieces.contains(where: endsInNumber) }
      guard let cell = cells.first else { continue }
      if cells.count > 1 { return false }
      holding += 1
      let isWide = cell.right - cell.left >= wide * (right - left)
      if isWide, cell.pieces.contains(where: { endsInNumber($0) && $0.widestSpace >= gap }) { several += 1 }
    }
    return several > 0 && 2 * several >= holding
  }

  private static func endsInNumber(_ piece: PrintedPiece) -> Bool {
    ValueReader.isValue(piece.text) || piece.text.unicodeScalars.last.map(Wording.isDigit) ?? false
  }
}
