// Reconstruction: ruled cells and the characters in them → printed rows.
import DocumentModel

enum GridRows {
  /// A y edge bounds a row where it is ruled over at least this share of the right part of the table.
  private static let rowEdge = 0.5
  /// Where the columns for numbers are narrow, over this share of the columns in its right half; a table has so many columns then.
  private static let columnEdge = 0.75
  private static let narrow = 8

  /// The rows of a grid from top to bottom; empty cells are kept, with their area.
  /// - Parameter lines: the lines of the page, made of the same characters.
  static func rows(_ grid: Grid, glyphs: [Glyph], lines: [PrintedLine], page: Int, block: Int) -> [PrintedRow] {
    let contents = Self.contents(grid, glyphs)
    let cut = CutWords.cells(of: grid, lines: lines, contents: contents)
    let pieces = contents.map { Self.pieces(withoutForeign($0), page: page) }
    let areas = grid.cells.map(grid.area)
    let least = leastHeight(contents)
    let edges = withoutSlivers(
      grid.ys.indices.filter { index in
        index == 0 || index == grid.ys.count - 1 || grid.rightCoverage[index] >= rowEdge
          || grid.xs.count > narrow && grid.columnCoverage[index] >= columnEdge
      }, of: grid, least: least)
    var rows: [PrintedRow] = []
    for (first, last) in zip(edges, edges.dropFirst()) {
      let own = grid.cells.indices.filter { index in
        grid.cells[index].rows.overlaps(first..<last)
          && !(areas[index].height < least && pieces[index].isEmpty)
      }
      .sorted { (areas[$0].left, areas[$0].top) < (areas[$1].left, areas[$1].top) }
      let cells = own.map { index in
        let cell = grid.cells[index]
        return PrintedCell(
          left: areas[index].left, right: areas[index].right, pieces: pieces[index], area: areas[index], page: page,
          spansRows: cell.rows.lowerBound < first || cell.rows.upperBound > last, isCut: cut.contains(index))
      }
      rows.append(
        PrintedRow(cells: cells, page: page, top: grid.ys[first], bottom: grid.ys[last], block: block))
    }
    return rows
  }

  /// What is lower than this share of a character holds none: where cells of one row end at different heights, slivers are left between edges.
  private static let sliver = 0.4

  /// The height that a cell has at least, by the characters of the grid.
  private static func leastHeight(_ contents: [[Glyph]]) -> Double {
    let heights = contents.joined().map(\.box.height).sorted()
    return heights.isEmpty ? 0 : sliver * heights[heights.count / 2]
  }

  /// Of two edges too near one another to be those of a row, the one that is ruled over more of the table.
  private static func withoutSlivers(_ edges: [Int], of grid: Grid, least: Double) -> [Int] {
    var result: [Int] = []
    for edge in edges {
      guard let last = result.last, grid.ys[edge] - grid.ys[last] < least else {
        result.append(edge)
        continue
      }
      if last != 0, edge == grid.ys.count - 1 || grid.rightCoverage[edge] > grid.rightCoverage[last] {
        result[result.count - 1] = edge
      } else if edge == grid.ys.count - 1 {
        result.append(edge)
      }
    }
    return result
  }

  /// The characters of each cell.
  private static func contents(_ grid: Grid, _ glyphs: [Glyph]) -> [[Glyph]] {
    var contents = [[Glyph]](repeating: [], count: grid.cells.count)
    let cells = glyphs.map { grid.cellIndex(x: $0.box.midX, y: $0.box.midY) }
    var counts = [Int](repeating: 0, count: grid.cells.count)
    for case let index? in cells { counts[index] += 1 }
    for (index, count) in counts.enumerated() where count > 0 { contents[index].reserveCapacity(count) }
    for (glyph, index) in zip(glyphs, cells) {
      if let index { contents[index].append(glyph) }
    }
    return contents
  }

  /// A stamp or watermark laid over a number: characters that are no part of a number, and that differ from its digits in size or height or lie
  /// over them. Only where what is left is a number or placeholder; everything else stays.
  static func withoutForeign(_ glyphs: [Glyph]) -> [Glyph] {
    guard glyphs.count >= 2, glyphs.count <= 40 else { return glyphs }
    let numeric = glyphs.count { isNumeric($0.character) }
    guard numeric > 0, numeric < glyphs.count else { return glyphs }
    let own = glyphs.filter { isNumeric($0.character) }
    let others = glyphs.filter { !isNumeric($0.character) }
    // What nobody knows may be a digit.
    if others.contains(where: { $0.character.isUnknown }) { return glyphs }
    guard ValueReader.isValue(text(own)), !ValueReader.isValue(text(glyphs)) else {
      return glyphs
    }
    let height = own.map(\.box.height).max()!
    // The number of a label and a value that ran into its cell are no number together.
    // Boxes of some fonts are twice as high as their characters.
    guard isTogether(own, within: own.map(LineAssembler.size).max()!) else { return glyphs }
    let band = own.map(\.box).bounds()!
    let isForeign = others.allSatisfy { glyph in
      let size = max(glyph.box.height, glyph.box.width)
      let overlaps = own.contains { $0.box.horizontalOverlap(glyph.box) > 0.3 * $0.box.width }
      return size > 1.5 * height || abs(glyph.box.midY - band.midY) > 0.3 * height || overlaps
    }
    return isForeign ? own : glyphs
  }

  /// True for characters in one line without a gap wider than this.
  private static func isTogether(_ glyphs: [Glyph], within gap: Double) -> Bool {
    let sorted = glyphs.sorted { $0.box.left < $1.box.left }
    return zip(sorted, sorted.dropFirst()).allSatisfy { left, right in
      right.box.left - left.box.right <= gap && abs(right.box.midY - left.box.midY) <= gap / 2
    }
  }

  static func text(_ glyphs: [Glyph]) -> String {
    LineAssembler.lines(glyphs, page: 0).map(\.text).joined()
  }

  private static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", "-", "+", "/", "．", "，", "－", "＋", "／", "—", "−", "无": true
    default: Wording.isDigit(scalar)
    }
  }

  /// The lines of a cell, top to bottom.
  static func pieces(_ glyphs: [Glyph], page: Int) -> [PrintedPiece] {
    guard !glyphs.isEmpty else { return [] }
    return LineAssembler.lines(glyphs, page: page).map { line in
      let all = line.runs.lazy.flatMap(\.glyphs)
      let unit = all.map(\.box.width).max() ?? 0
      let spaces = zip(all, all.dropFirst()).map { ($1.box.left - $0.box.right) / LineAssembler.size($0) }
      return PrintedPiece(
        text: line.text, place: line.place, left: line.box.left, right: line.box.right, top: line.box.top,
        bottom: line.box.bottom, unit: unit, widestGap: line.widestGap,
        widestSpace: spaces.max() ?? 0, isHidden: UnevenDigits.isHidden(all))
    }
  }
}
