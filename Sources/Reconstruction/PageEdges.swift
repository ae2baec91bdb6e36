// Reconstruction: what the edge of a page cuts: numbers, empty cells, headers.
import DocumentModel

/// A page can show less than was laid out for it: its crop box is smaller, or a table was too wide for the paper. What stands at the edge may go on
/// where nothing is seen; some programs keep what lies there in the file, others drop it.
enum PageEdges {
  /// A cell that ends where the page ends may go on behind it, in points.
  static let edge = 1.0
  /// Digits of one number stand no further from one another than this, as a share of their size.
  private static let apart = 0.6
  /// Characters on one line have their middles within this share of their size.
  private static let level = 0.3
  /// A character runs over the edge where more than this share of its width lies beyond.
  private static let beyond = 0.1

  /// With the digits hidden that run over the left or right edge of the page, or that go on in digits beyond it: what is seen is no whole number.
  /// A digit of which the page shows the smaller part stands at the edge: its cell is no blank.
  static func marked(_ page: Page) -> Page {
    let near = page.glyphs.indices.filter { index in
      let box = page.glyphs[index].box
      return (box.left < box.height || box.right > page.width - box.height) && isPart(page.glyphs[index].character)
    }
    guard !near.isEmpty else { return page }
    let outside = near.filter { isOutside(page.glyphs[$0], page) }
    var result = page
    for index in near {
      let box = page.glyphs[index].box
      if isOutside(page.glyphs[index], page) {
        guard let seen = seenPart(of: box, page) else { continue }
        result.glyphs[index].box = seen
        result.glyphs[index].isHidden = true
        continue
      }
      let over = max(-box.left, box.right - page.width)
      let size = LineAssembler.size(page.glyphs[index])
      let goesOn = outside.contains { other in
        let next = page.glyphs[other].box
        return abs(next.midY - box.midY) <= level * size
          && max(next.left - box.right, box.left - next.right) <= apart * size
      }
      if over > beyond * box.width || goesOn { result.glyphs[index].isHidden = true }
    }
    return result
  }

  private static func isOutside(_ glyph: Glyph, _ page: Page) -> Bool {
    glyph.box.midX < 0 || glyph.box.midX > page.width
  }

  /// The part of a character beyond the edge that the page still shows.
  private static func seenPart(of box: Rectangle, _ page: Page) -> Rectangle? {
    let seen = Rectangle(left: max(box.left, 0), top: box.top, right: min(box.right, page.width), bottom: box.bottom)
    return seen.right - seen.left > beyond * (box.right - box.left) ? seen : nil
  }

  private static let signs = Array(".,，．".unicodeScalars)
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool { Wording.isDigit(scalar) || signs.contains(scalar) }

  /// The headers that the edge of the page cuts within their words: 小 may be the start of 小计, 其 that of 其他结果.
  /// - Parameter names: those that are whole.
  static func cutHeaders(_ headers: [PrintedCell], names: [[Unicode.Scalar]]) -> [Int] {
    headers.indices.filter { headers[$0].isAtEdge && !names.contains(headers[$0].folded) }
  }

  /// True where the table goes on to a side of the paper, with an edge there or without one: programs draw what has room on it.
  static func reachSide(of page: Page, _ grid: Grid) -> Bool {
    grid.bounds.right > page.width - edge || grid.bounds.left < edge
  }

  /// Nor is the end of a line at the rectangle that browsers draw in exact, in points.
  private static let clipEdge = 2.0

  /// True where the table has no edge at its right side and ends where browsers end what they print: they draw within a rectangle, and leave the rest of
  /// a table that is too wide for the paper.
  static func reachClip(_ clips: [Rectangle], _ grid: Grid) -> Bool {
    grid.isOpenAtRight
      && clips.contains { abs(grid.bounds.right - $0.right) <= clipEdge && $0.left <= grid.bounds.left + edge }
  }

  /// The rows of a page with cells in doubt where the edge of the page cuts them: what looks empty may have its number outside, and what ends at the
  /// edge may end beyond it.
  static func doubted(_ rows: [PrintedRow], of grid: Grid, page: Page) -> [PrintedRow] {
    let isOpenAtLeft = grid.isOpenAtLeft && grid.bounds.left < edge
    let isOpenAtRight = grid.isOpenAtRight && grid.bounds.right > page.width - edge
    return rows.map { row in
      let isCutAcross = row.top < edge || row.bottom > page.height - edge
      guard isOpenAtLeft || isOpenAtRight || isCutAcross else { return row }
      var row = row
      for index in row.cells.indices {
        let cell = row.cells[index]
        let atLeft = isOpenAtLeft && cell.left < edge
        let atRight = isOpenAtRight && cell.right > page.width - edge
        if atLeft || atRight { row.cells[index].isAtEdge = true }
        if cell.isEmpty {
          if atLeft || atRight || isCutAcross { row.cells[index].isCut = true }
        } else if cell.pieces.contains(where: {
          atLeft && $0.left < $0.unit || atRight && $0.right > page.width - $0.unit
        }) {
          row.cells[index].isCut = true
        }
      }
      return row
    }
  }
}
