// Reconstruction: ruled cells and the words on them → the cells whose edges run through words.
//
// A table is drawn around its words. Where an edge runs through a number, the drawing contradicts the words (a number too long for its cell,
// edges of another page, edges that a damaged file moved), and no cell that the edge bounds holds for sure what was meant for it. Only digits
// are looked at: a seal, a watermark or a heading beside a frame is cut by edges of every honest table.
import DocumentModel

enum CutWords {
  /// Digits nearer than this, as a share of their size, are parts of one number. Cells keep more apart.
  private static let together = 0.03
  /// An edge runs through a character where at least this share of its width lies beyond, or it is this near its middle, as a share of its size.
  private static let beyond = 0.25
  private static let middle = 0.15
  /// Digits that are set apart stand no further from one another than this, as a share of their size.
  private static let apart = 0.6
  /// So far behind an edge the next cell has begun, in points.
  private static let nextCell = 1.0

  /// Signs that stand between digits, or about a note behind them: what they touch is not whole without them.
  private static let signs = Array("-~～:：[]［］()（）〔〕.,，*+".unicodeScalars)
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool { Wording.isDigit(scalar) || signs.contains(scalar) }

  /// True for a digit beside another on its line.
  private static func isNear(_ glyph: Glyph, _ other: Glyph) -> Bool {
    let size = LineAssembler.size(other)
    return Wording.isDigit(glyph.character) && abs(glyph.box.midY - other.box.midY) <= middle * size
      && max(glyph.box.left - other.box.right, other.box.left - glyph.box.right) <= apart * size
  }

  /// With as many cut cells, and this share of the cells with words, the table is drawn around other words, and none of its cells is certain.
  private static let many = 3
  private static let largeShare = 0.1

  /// The cells, by index, that cannot be relied on.
  /// - Parameter contents: the characters of each cell.
  static func cells(of grid: Grid, lines: [PrintedLine], contents: [[Glyph]]) -> Set<Int> {
    var cut: Set<Int> = []
    for (index, glyphs) in contents.enumerated() where !glyphs.isEmpty {
      let cell = grid.cells[index]
      // Beyond the outermost edges is no other cell.
      let left = cell.columns.lowerBound == 0 ? -.infinity : grid.xs[cell.columns.lowerBound]
      let right = cell.columns.upperBound == grid.xs.count - 1 ? .infinity : grid.xs[cell.columns.upperBound]
      let top = cell.rows.lowerBound == 0 ? -.infinity : grid.ys[cell.rows.lowerBound]
      let bottom = cell.rows.upperBound == grid.ys.count - 1 ? .infinity : grid.ys[cell.rows.upperBound]
      let isCut = glyphs.contains { glyph in
        guard Wording.isDigit(glyph.character) else { return false }
        let width = beyond * glyph.box.width
        let height = middle * LineAssembler.size(glyph)
        return left - glyph.box.left > width || glyph.box.right - right > width
          || glyph.box.midY - top < height || bottom - glyph.box.midY < height
      }
      if isCut { cut.insert(index) }
      // A digit over an edge may be the end of the number before it, or the beginning of the one behind: neither is whole then.
      for glyph in glyphs where Wording.isDigit(glyph.character) {
        let width = beyond * glyph.box.width
        for (edge, isBeyond) in [(left, left - glyph.box.left > width), (right, glyph.box.right - right > width)]
        where isBeyond && edge.isFinite {
          let x = edge == left ? edge - nextCell : edge + nextCell
          guard let other = grid.cellIndex(x: x, y: glyph.box.midY), other != index,
            contents[other].contains(where: { isNear($0, glyph) })
          else { continue }
          cut.insert(other)
        }
      }
    }
    let bounds = grid.bounds
    for line in lines where line.box.bottom > bounds.top && line.box.top < bounds.bottom {
      for run in line.runs {
        var last: (glyph: Glyph, cell: Int?)?
        for glyph in run.glyphs {
          let cell = grid.cellIndex(x: glyph.box.midX, y: glyph.box.midY)
          if let last, last.cell != cell, isPart(glyph.character), isPart(last.glyph.character),
            Wording.isDigit(glyph.character) || Wording.isDigit(last.glyph.character),
            glyph.box.left - last.glyph.box.right <= together
              * min(LineAssembler.size(glyph), LineAssembler.size(last.glyph))
          {
            cut.formUnion([last.cell, cell].compactMap { $0 })
          }
          last = (glyph, cell)
        }
      }
    }
    cut.formUnion(SpacedDigits.cells(of: grid, lines: lines, contents: contents))
    let filled = contents.count { !$0.isEmpty }
    let isOther = cut.count >= many && Double(cut.count) >= largeShare * Double(filled)
    return (isOther ? Set(grid.cells.indices) : cut).union(stamped(grid, lines: lines, contents: contents))
      .union(overlaid(contents))
  }

  /// Shorter runs of words have room in their cells.
  private static let crossed = 3
  /// Signs that stand among words, as wide as a character.
  private static let between = Array("（）、，。；：“”".unicodeScalars)

  /// The cells that hold a part of words that run on over several cells (a stamp), and no number that can be told from it. What else they hold, or
  /// whether they are blank, is not known.
  private static func stamped(_ grid: Grid, lines: [PrintedLine], contents: [[Glyph]]) -> Set<Int> {
    var result: Set<Int> = []
    let bounds = grid.bounds
    for line in lines where line.box.bottom > bounds.top && line.box.top < bounds.bottom {
      for run in line.runs where run.glyphs.count > crossed {
        // Nearly all stay in one cell, or in two.
        let start = grid.cellIndex(x: run.box.left, y: run.box.midY)
        if start == grid.cellIndex(x: run.box.right, y: run.box.midY) { continue }
        var cells: [Int] = []
        var last: Glyph?
        func flush() {
          if cells.count >= 2 {
            result.formUnion(
              cells.filter { !ValueReader.isValue(GridRows.text(GridRows.withoutForeign(contents[$0]))) })
          }
          cells = []
        }
        for glyph in run.glyphs where Wording.isIdeograph(glyph.character) || between.contains(glyph.character) {
          if let before = last, glyph.box.left - before.box.right > together * LineAssembler.size(glyph) { flush() }
          last = glyph
          if let cell = grid.cellIndex(x: glyph.box.midX, y: glyph.box.midY), cells.last != cell { cells.append(cell) }
        }
        flush()
      }
    }
    return result
  }

  /// Words that are so many times as large as those of a table are printed over it.
  private static let large = 1.2

  /// The cells with nothing but words that are larger than the table's own.
  private static func overlaid(_ contents: [[Glyph]]) -> Set<Int> {
    let sizes = contents.joined().filter { Wording.isIdeograph($0.character) }.map(LineAssembler.size).sorted()
    guard !sizes.isEmpty else { return [] }
    let usual = sizes[sizes.count / 2]
    return Set(
      contents.indices.filter { index in
        contents[index].count > 1
          && contents[index].allSatisfy {
            Wording.isIdeograph($0.character) && LineAssembler.size($0) >= large * usual
          }
      })
  }
}

extension CutWords {
  /// A character runs over an edge where so much of its width lies on either side.
  private static let astride = 0.1
  /// What stands in this share of the page's height at its top and bottom is set around the page, and is not cut with it.
  private static let margins = 0.06

  /// True where a page that was too wide for its paper was cut along the right side of the table: it has no edge there, and lines of the page end
  /// in the middle of a character and nothing is seen beyond.
  static func isCutOff(_ grid: Grid, page: Page) -> Bool {
    guard grid.isOpenAtRight else { return false }
    let right = grid.bounds.right
    let sizes = page.glyphs.filter { grid.bounds.contains(x: $0.box.midX, y: $0.box.midY) }.map(LineAssembler.size)
    // Too narrow for any character: a column that begins where the paper ends.
    if let size = sizes.min(), right - grid.xs[grid.xs.count - 2] < size { return true }
    let body = page.glyphs.filter {
      $0.box.midY > margins * page.height && $0.box.midY < (1 - margins) * page.height && $0.box.right > right
    }
    let isAstride = { (glyph: Glyph) in
      right - glyph.box.left > astride * glyph.box.width && glyph.box.right - right > astride * glyph.box.width
    }
    return body.contains(where: isAstride) && body.allSatisfy { isAstride($0) || $0.box.left < right || $0.isHidden }
  }

  /// Where a document whose pages were too wide for their paper is cut: all of its pages are cut there.
  static func cuts(_ grids: [[Grid]], pages: [Page]) -> [Double] {
    zip(grids, pages).flatMap { grids, page in grids.filter { isCutOff($0, page: page) }.map(\.bounds.right) }
  }

  /// True where the table has no edge at the right side and ends where the pages are cut, though no word is cut on its own page.
  static func isCutOff(_ grid: Grid, at cuts: [Double]) -> Bool {
    grid.isOpenAtRight && cuts.contains { abs($0 - grid.bounds.right) < edge }
  }

  /// The rows of a table that was cut off at its right side: in its last column only what ends before the cut is known.
  static func cutOff(_ rows: [PrintedRow], at right: Double) -> [PrintedRow] {
    rows.map { row in
      var row = row
      for index in row.cells.indices where row.cells[index].right >= right - 1 {
        let pieces = row.cells[index].pieces
        if pieces.isEmpty || pieces.contains(where: { $0.right > right - $0.unit }) { row.cells[index].isCut = true }
      }
      return row
    }
  }

  /// A cell that ends where the page ends may go on behind it, in points.
  private static let edge = PageEdges.edge
}
