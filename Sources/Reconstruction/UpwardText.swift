// Reconstruction: words of a ruled cell that run from bottom to top, on a page whose text does not → the same places, read from the top.
import DocumentModel

/// Headers of narrow columns are set on their side. Read like words whose characters stand above one another, those that run up come out backwards.
enum UpwardText {
  /// A run starts no further from the end of its column of characters than this, in character sizes.
  private static let near = 0.5
  /// Fewer characters have no direction.
  private static let fewest = 2

  /// The characters of a page, those of such cells in the order in which they are read.
  /// - Parameter starts: where text that runs up or down starts.
  static func straightened(_ glyphs: [Glyph], starts: [SidewaysText], grids: [Grid]) -> [Glyph] {
    guard !starts.isEmpty else { return glyphs }
    var result = glyphs
    for grid in grids {
      let cells = Set(starts.compactMap { grid.cellIndex(x: $0.x, y: $0.y) })
      guard !cells.isEmpty else { continue }
      var contents: [Int: [Glyph]] = [:]
      for glyph in glyphs {
        guard let cell = grid.cellIndex(x: glyph.box.midX, y: glyph.box.midY), cells.contains(cell) else { continue }
        contents[cell, default: []].append(glyph)
      }
      for (cell, own) in contents {
        let area = grid.area(grid.cells[cell])
        let inside = starts.filter { area.contains(x: $0.x, y: $0.y) }
        guard let words = words(own, starts: inside) else { continue }
        let places = LineAssembler.lines(own, page: 0).flatMap(\.runs).flatMap(\.glyphs)
        result.removeAll { area.contains(x: $0.box.midX, y: $0.box.midY) }
        result += zip(places, words).map { Glyph(character: $1.character, box: $0.box, isHidden: $1.isHidden) }
      }
    }
    return result
  }

  /// The characters of a cell from the bottom of its first column to the top of its last; nil where they do not all run up.
  private static func words(_ glyphs: [Glyph], starts: [SidewaysText]) -> [Glyph]? {
    guard glyphs.count >= fewest, !glyphs.contains(where: { Wording.isDigit($0.character) }) else { return nil }
    var columns: [[Glyph]] = []
    for glyph in glyphs.sorted(by: { $0.box.midX < $1.box.midX }) {
      if let last = columns.last?.last, glyph.box.midX - last.box.midX < near * LineAssembler.size(glyph) {
        columns[columns.count - 1].append(glyph)
      } else {
        columns.append([glyph])
      }
    }
    let ordered = columns.map { $0.sorted { $0.box.midY > $1.box.midY } }
    guard ordered.contains(where: { $0.count >= fewest }) else { return nil }
    let runUp = ordered.allSatisfy { column in
      let (first, last) = (column[0], column[column.count - 1])
      let size = LineAssembler.size(first)
      func isStart(_ y: Double) -> Bool {
        starts.contains { abs($0.x - first.box.midX) <= size && abs($0.y - y) <= near * size }
      }
      return isStart(first.box.bottom) && (column.count == 1 || !isStart(last.box.top))
    }
    return runUp ? ordered.flatMap { $0 } : nil
  }
}
