// Reconstruction: rows of a ruled table, the pictures and the outlines of its page → cells with a number that is not text are in doubt.
import DocumentModel
import ReportModel

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
        if isDoubted(row.cells[index], area, pictures: pictures, outlines: outlines) {
          row.cells[index].isPictured = true
        }
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

  /// A picture of a number is no wider than this, in points, nor higher: a seal is.
  private static let widest = 80.0
  private static let tallest = 30.0

  /// The table with the blank cells in doubt of rows in whose line such a picture, or an outline, stands to the right of the label: where edges are lost, no
  /// cell has an area to hold it.
  static func doubted(_ table: Table, pictures: (Int) -> [Rectangle], outlines: (Int) -> [Rectangle]) -> Table {
    var table = table
    for index in table.rows.indices where table.rows[index].cells.contains(where: { $0.cell.state == .blank }) {
      let holdsOne = table.rows[index].labelPlaces.contains { place in
        guard case .page(let page, let label) = place else { return false }
        let area = table.places.lazy.compactMap { if case .page(page, let box) = $0 { box } else { nil } }
          .first { $0.contains(x: label.midX, y: label.midY) }
        return (pictures(page).filter { min($0.width, $0.height) >= least } + outlines(page)).contains { box in
          box.width <= widest && box.height <= tallest && box.midX > label.right
            && box.midY > label.top && box.midY < label.bottom && area.map { box.midX < $0.right } ?? true
        }
      }
      if holdsOne { table.rows[index].forget(.textLayer) { $0.state == .blank } }
    }
    return table
  }
}
