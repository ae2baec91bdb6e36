import DocumentModel
import Testing

@testable import Reconstruction

/// Numbers that stand one digit over another, and hang out of their cells.
@Suite struct OverhangingDigitsTests {
  /// The cells of the last row: numbers stand there digit by digit, the first of them where `first` says.
  private static func read(firstAt y: Double, x: Double = 152) -> [Bool] {
    let header = DrawnTable([["项目", "商业企业"], ["予以公开", ""]], widths: [110, 40], top: 100)
    let digits = [("1", y), ("7", 113.0), ("8", 119)].flatMap { DrawnTable.line($0.0, x: x, y: $0.1, size: 5) }
    let grid = GridBuilder.grids(header.rulings)[0]
    let lines = LineAssembler.lines(header.glyphs + digits, page: 1)
    let rows = GridRows.rows(grid, glyphs: header.glyphs + digits, lines: lines, page: 1, block: 0)
    return OverhangingDigits.doubted(rows, of: grid, lines: lines)[1].cells.map(\.isCut)
  }

  @Test("A digit over the words of the header, right above those in a cell, is one of them; one further up is none")
  func header() {
    #expect(Self.read(firstAt: 106.5) == [false, true])
    #expect(Self.read(firstAt: 101) == [false, false])
    #expect(Self.read(firstAt: 106.5, x: 160) == [false, true])
  }

  @Test("So is one outside the table, right below or above its cells", arguments: [(125.0, true), (92, false)])
  func outside(y: Double, isDoubted: Bool) {
    #expect(Self.read(firstAt: y) == [false, isDoubted])
  }
}
