// Reconstruction: rows of a ruled table, the pictures and the outlines of its page → cells with a number that is not text are in doubt.
import DocumentModel

enum PicturedCells {
  /// A picture of a number is no lower than this, in points.
  private static let least = 4.0
  /// A picture in a cell is not much larger than it; a seal, or the ground of the page, is.
  private static let most = 1.2
  /// Nor much higher: pictures of a number reach over it as far as the line that they were cut from.
  private static let highest = 2.0
  /// A character beside a number is a part of it where it is no further off than so many digits.
  private static let beside = 1.5

  /// The rows with the empty cells in doubt that hold a picture or the outline of a character: of a number, it may be. So are the numbers beside
  /// which such an outline stands.
  static func doubted(_ rows: [PrintedRow], pictures: [Rectangle], outlines: [Rectangle]) -> [PrintedRow] {
    let pictures = pictures.filter { min($0.width, $0.height) >= least }
    guard !pictures.isEmpty || !outlines.isEmpty else { return rows }
    return rows.map { row in
      var row = row
      for index in row.cells.indices {
        guard let area = row.cells[index].area else { continue }
        if isDoubted(row.cells[index], area, pictures: pictures, outlines: outlines) { row.cells[index].isCut = true }
      }
      return row
    }
  }

  private static func isDoubted(
    _ cell: PrintedCell, _ area: Rectangle, pictures: [Rectangle], outlines: [Rectangle]
  ) -> Bool {
    if cell.isEmpty {
      let isHeld = { (picture: Rectangle) in
        area.contains(x: picture.midX, y: picture.midY) && picture.width <= most * area.width
          && picture.height <= highest * area.height
      }
      return pictures.contains(where: isHeld) || outlines.contains(where: isHeld)
    }
    guard !outlines.isEmpty, cell.isValue else { return false }
    return outlines.contains { outline in
      area.contains(x: outline.midX, y: outline.midY)
        && cell.pieces.contains { piece in
          let gap = max(piece.left - outline.midX, outline.midX - piece.right)
          return gap > 0 && gap <= beside * piece.unit && piece.top < outline.midY && outline.midY < piece.bottom
        }
    }
  }
}
