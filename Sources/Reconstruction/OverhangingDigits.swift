// Reconstruction: the rows of a grid whose numbers stand one digit over another → those in doubt of which a digit stands outside the cell.
import DocumentModel

/// In a narrow column a number stands one digit a line. Where its cell is too low for it, its first digits hang over the edge above, at the beginning of
/// the page's part of the table, or its last ones below: what is left in the cell is another number.
enum OverhangingDigits {
  /// The digits of a number stand over one another to this share of their size, and no further apart than that: rows are.
  private static let beside = 0.3
  private static let apart = 0.35

  static func doubted(_ rows: [PrintedRow], of grid: Grid, lines: [PrintedLine]) -> [PrintedRow] {
    let outside = overhanging(grid.bounds, lines)
    guard !outside.isEmpty else { return rows }
    return rows.map { row in
      marked(row, beside: outside, where: isDigit)
    }
  }

  /// The rows under a header, doubted where digits that stand in cells with names, right above them, are the beginning of their numbers. A row of the
  /// header with a number for every column numbers the columns.
  static func doubted(_ rows: [PrintedRow], under header: Set<Int>) -> [PrintedRow] {
    var rows = rows
    for index in rows.indices.dropFirst() where header.contains(index - 1) && !header.contains(index) {
      let above = rows[index - 1]
      guard !above.isLoose, above.page == rows[index].page,
        above.cells.dropFirst().contains(where: { !$0.isEmpty && (!$0.isValue || $0.spansRows) })
      else { continue }
      let outside = above.cells.flatMap(\.pieces).filter { isNumber($0.text) }
        .map { Rectangle(left: $0.left, top: $0.top, right: $0.right, bottom: $0.bottom) }
      rows[index] = marked(rows[index], beside: outside, where: isNumber)
    }
    return rows
  }

  /// The row with the cells cut that hold nothing but such pieces, one of them near digits outside.
  private static func marked(
    _ row: PrintedRow, beside outside: [Rectangle], where isOwn: (String) -> Bool
  ) -> PrintedRow {
    var row = row
    for index in row.cells.indices {
      let pieces = row.cells[index].pieces
      guard !pieces.isEmpty, pieces.allSatisfy({ isOwn($0.text) }), pieces.contains(where: { isNear($0, outside) })
      else { continue }
      row.cells[index].isCut = true
    }
    return row
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(Wording.isDigit)
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

  /// Single digits right above and below the grid.
  private static func overhanging(_ grid: Rectangle, _ lines: [PrintedLine]) -> [Rectangle] {
    var result: [Rectangle] = []
    for line in lines {
      let height = line.box.height
      let isBeside =
        line.box.midY < grid.top && line.box.bottom > grid.top - height
        || line.box.midY > grid.bottom && line.box.top < grid.bottom + height
      guard isBeside else { continue }
      result += line.runs.filter { isDigit($0.text) && $0.box.midX > grid.left && $0.box.midX < grid.right }.map(\.box)
    }
    return result
  }
}
