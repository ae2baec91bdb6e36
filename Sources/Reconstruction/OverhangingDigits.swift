// Reconstruction: the rows of a grid whose numbers stand one digit over another → those in doubt of which a digit stands outside the cell.
import DocumentModel

/// In a narrow column a number stands one digit a line. Where its cell is too low for it, its first digits hang over the edge above, into the header or over the
/// end of the page's part of the table, and its last ones below: what is left in the cell is another number.
enum OverhangingDigits {
  /// The digits of a number stand over one another to this share of their size, and no further apart than that: rows are.
  private static let beside = 0.3
  private static let apart = 0.35

  static func doubted(_ rows: [PrintedRow], of grid: Grid, lines: [PrintedLine]) -> [PrintedRow] {
    let outside = overhanging(rows, beside: grid.bounds, lines: lines)
    guard !outside.isEmpty else { return rows }
    return rows.map { row in
      var row = row
      for index in row.cells.indices {
        let pieces = row.cells[index].pieces
        guard !pieces.isEmpty, pieces.allSatisfy({ isDigit($0.text) }), pieces.contains(where: { isNear($0, outside) })
        else { continue }
        row.cells[index].isCut = true
      }
      return row
    }
  }

  private static func isDigit(_ text: String) -> Bool {
    text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy(Wording.isDigit)
  }

  private static func isNear(_ piece: PrintedPiece, _ outside: [Rectangle]) -> Bool {
    let size = piece.bottom - piece.top
    return outside.contains { box in
      abs(box.midX - (piece.left + piece.right) / 2) <= beside * size
        && max(box.top - piece.bottom, piece.top - box.bottom) <= apart * size
    }
  }

  /// Single digits right above and below the grid, and below the words in its cells.
  private static func overhanging(_ rows: [PrintedRow], beside grid: Rectangle, lines: [PrintedLine]) -> [Rectangle] {
    var result: [Rectangle] = []
    for line in lines {
      let height = line.box.height
      let isBeside =
        line.box.midY < grid.top && line.box.bottom > grid.top - height
        || line.box.midY > grid.bottom && line.box.top < grid.bottom + height
      guard isBeside else { continue }
      result += line.runs.filter { isDigit($0.text) && $0.box.midX > grid.left && $0.box.midX < grid.right }.map(\.box)
    }
    for cell in rows.lazy.flatMap(\.cells) where cell.pieces.count > 1 {
      guard let last = cell.pieces.last, isDigit(last.text),
        cell.pieces.contains(where: { $0.text.unicodeScalars.contains(where: Wording.isIdeograph) })
      else { continue }
      let digits = cell.pieces.filter { isDigit($0.text) }
      result += digits.map { Rectangle(left: $0.left, top: $0.top, right: $0.right, bottom: $0.bottom) }
    }
    return result
  }
}
