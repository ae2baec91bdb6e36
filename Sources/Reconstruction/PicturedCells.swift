// Reconstruction: rows of a ruled table and the pictures of its page → empty cells that hold a picture are no blanks.
import DocumentModel

enum PicturedCells {
  /// A picture of a number is no lower than this, in points.
  private static let least = 4.0
  /// A picture in a cell is not much larger than it; a seal, or the ground of the page, is.
  private static let most = 1.2

  /// The rows with the empty cells in doubt that hold a picture: of a number, it may be.
  static func doubted(_ rows: [PrintedRow], pictures: [Rectangle]) -> [PrintedRow] {
    let small = pictures.filter { min($0.width, $0.height) >= least }
    guard !small.isEmpty else { return rows }
    return rows.map { row in
      var row = row
      for index in row.cells.indices where row.cells[index].isEmpty {
        guard let area = row.cells[index].area else { continue }
        let isPictured = small.contains { picture in
          area.contains(x: picture.midX, y: picture.midY) && picture.width <= most * area.width
            && picture.height <= most * area.height
        }
        if isPictured { row.cells[index].isCut = true }
      }
      return row
    }
  }
}
