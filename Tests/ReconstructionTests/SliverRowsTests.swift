import DocumentModel
import Testing

@testable import Reconstruction

/// Cells of one row that end at different heights leave slivers between edges, which are no rows and no blanks.
@Suite struct SliverRowsTests {
  /// A row of two cells at the left, and of two at the right that begin lower, under a header.
  private static func rows(lower: Double) -> [PrintedRow] {
    let widths = [60.0, 60, 60, 60]
    let header = DrawnTable([["结果维持", "结果纠正", "其他结果", "尚未审结"]], widths: widths, top: 100)
    let values = DrawnTable([["1", "2", "3", "4"]], widths: widths, top: header.bottom + lower)
    let left = [40.0, 100, 160].map {
      Ruling(kind: .line, isHorizontal: false, position: $0, start: header.bottom, end: values.bottom)
    }
    // The edge above the numbers is there at the right alone.
    let rulings =
      header.rulings + left
      + values.rulings.map { ruling in
        var ruling = ruling
        if ruling.isHorizontal, ruling.position < values.bottom - 1 { ruling.start = max(ruling.start, 160) }
        return ruling
      }
    let glyphs = header.glyphs + values.glyphs
    return GridBuilder.grids(rulings).flatMap { grid in
      GridRows.rows(grid, glyphs: glyphs, lines: LineAssembler.lines(glyphs, page: 1), page: 1, block: 0)
    }
  }

  @Test("What is too low for a character is no row", arguments: [2.5, 3.1])
  func sliver(_ lower: Double) {
    let rows = Self.rows(lower: lower)
    #expect(rows.count == 2)
    #expect(rows.last?.cells.map(\.text) == ["1", "2", "3", "4"])
    #expect(rows.last?.cells.contains(where: \.spansRows) == false)
  }
}
