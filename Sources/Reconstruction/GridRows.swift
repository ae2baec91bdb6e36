// Reconstruction: ruled cells and the characters in them → printed rows.
import DocumentModel

enum GridRows {
  /// A y edge bounds a row where it is ruled over at least this share of the right part of the table.
  private static let rowEdge = 0.5

  /// The rows of a grid from top to bottom; empty cells are kept, with their area.
  /// - Parameter lines: the lines of the page, made of the same characters.
  static func rows(_ grid: Grid, glyphs: [Glyph], lines: [PrintedLine], page: Int, block: Int) -> [PrintedRow] {
    var contents = [[Glyph]](repeating: [], count: grid.cells.count)
    for glyph in glyphs {
      if let index = grid.cellIndex(x: glyph.box.midX, y: glyph.box.midY) { contents[index].append(glyph) }
    }
    let cut = CutWords.cells(of: grid, lines: lines, contents: contents)
    let edges = grid.ys.indices.filter { index in
      index == 0 || index == grid.ys.count - 1 || grid.rightCoverage[index] >= rowEdge
    }
    var rows: [PrintedRow] = []
    for (first, last) in zip(edges, edges.dropFirst()) {
      var cells: [PrintedCell] = []
      for (index, cell) in grid.cells.enumerated() where cell.rows.overlaps(first..<last) {
        let spans = cell.rows.lowerBound < first || cell.rows.upperBound > last
        let area = grid.area(cell)
        cells.append(
          PrintedCell(
            left: area.left, right: area.right, pieces: pieces(withoutForeign(contents[index]), page: page), area: area,
            page: page, spansRows: spans, isCut: cut.contains(index)))
      }
      cells.sort { ($0.left, $0.area!.top) < ($1.left, $1.area!.top) }
      rows.append(
        PrintedRow(cells: cells, page: page, top: grid.ys[first], bottom: grid.ys[last], block: block))
    }
    return rows
  }

  /// A stamp or watermark laid over a number: characters that are no part of a number, and that differ from its digits in size or height or lie
  /// over them. Only where what is left is a number or placeholder; everything else stays.
  static func withoutForeign(_ glyphs: [Glyph]) -> [Glyph] {
    guard glyphs.count >= 2, glyphs.count <= 40 else { return glyphs }
    let own = glyphs.filter { isNumeric($0.character) }
    let others = glyphs.filter { !isNumeric($0.character) }
    guard !own.isEmpty, !others.isEmpty, ValueReader.isValue(text(own)), !ValueReader.isValue(text(glyphs)) else {
      return glyphs
    }
    let height = own.map(\.box.height).max()!
    let band = own.map(\.box).bounds()!
    let isForeign = others.allSatisfy { glyph in
      let size = max(glyph.box.height, glyph.box.width)
      let overlaps = own.contains { $0.box.horizontalOverlap(glyph.box) > 0.3 * $0.box.width }
      return size > 1.5 * height || abs(glyph.box.midY - band.midY) > 0.3 * height || overlaps
    }
    return isForeign ? own : glyphs
  }

  private static func text(_ glyphs: [Glyph]) -> String {
    LineAssembler.lines(glyphs, page: 0).map(\.text).joined()
  }

  private static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    Wording.isDigit(scalar) || ".,-+/．，－＋／—−无".unicodeScalars.contains(scalar)
  }

  /// The lines of a cell, top to bottom.
  static func pieces(_ glyphs: [Glyph], page: Int) -> [PrintedPiece] {
    guard !glyphs.isEmpty else { return [] }
    return LineAssembler.lines(glyphs, page: page).map { line in
      let all = line.runs.lazy.flatMap(\.glyphs)
      let unit = all.map(\.box.width).max() ?? 0
      return PrintedPiece(
        text: line.text, place: line.place, left: line.box.left, right: line.box.right, top: line.box.top,
        bottom: line.box.bottom, unit: unit, widestGap: line.widestGap, isHidden: all.contains(where: \.isHidden))
    }
  }
}
