import DocumentModel
import Testing

@testable import Reconstruction

/// Numbers that stand one digit over another, and hang out of their cells.
@Suite struct OverhangingDigitsTests {
  /// Whether the cells of the last row are in doubt: numbers stand there digit by digit, the first of them where `first` says.
  private static func read(firstAt y: Double, x: Double = 152) -> [Bool] {
    let header = DrawnTable(
      [[DrawnTable.Cell("项目", rows: 2), DrawnTable.Cell("商业企业", rows: 2)], [], ["予以公开", ""]], widths: [110, 40],
      top: 100)
    let digits = [("1", y), ("7", 125.0), ("8", 130.5)].flatMap { DrawnTable.line($0.0, x: x, y: $0.1, size: 5) }
    let grid = GridBuilder.grids(header.rulings)[0]
    let lines = LineAssembler.lines(header.glyphs + digits, page: 1)
    let rows = GridRows.rows(grid, glyphs: header.glyphs + digits, lines: lines, page: 1, block: 0)
    return rows.isEmpty ? [] : OverhangingDigits.doubted(rows, of: grid, lines: lines).last!.cells.map(\.isCut)
  }

  @Test(
    "A digit outside the table, right below or above those in a cell, is one of them",
    arguments: [(136.0, true), (160, false), (92, false)])
  func outside(y: Double, isDoubted: Bool) {
    #expect(Self.read(firstAt: y) == [false, isDoubted])
  }
}
