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

  /// Whether the second cell of a row is in doubt: digits above it, in the row before, end at `bottom`, beside a cell of its column's neighbour.
  private static func isDoubted(above bottom: Double, beside name: String) -> Bool {
    func cell(_ text: String, _ column: Double, top: Double) -> PrintedCell {
      let left = 100 + 40 * column
      return PrintedCell(
        left: left, right: left + 40,
        pieces: text.isEmpty
          ? []
          : [
            PrintedPiece(
              text: text, place: .page(1, Rectangle(left: left + 5, top: top, right: left + 15, bottom: top + 10)),
              left: left + 5, right: left + 15, top: top, bottom: top + 10, unit: 5)
          ], page: 1)
    }
    func row(_ cells: [PrintedCell], _ top: Double) -> PrintedRow {
      PrintedRow(cells: cells, page: 1, top: top, bottom: top + 12, block: 0)
    }
    let head = row([cell("项目", 0, top: 80), cell("95", 1, top: bottom - 10), cell(name, 2, top: 80)], 80)
    let body = row([cell("一、本年新收", 0, top: 101), cell("83", 1, top: 101), cell("0", 2, top: 101)], 100)
    return OverhangingDigits.doubted([head, body], under: [0])[1].cells.map(\.isCut) == [false, true, false]
  }

  @Test(
    "Digits in the cells of a header, right above a number, are its beginning; a row that numbers the columns is not",
    arguments: [(99.0, "其他", true), (90, "其他", false), (99, "2", false)])
  func underHeader(bottom: Double, name: String, isDoubted: Bool) {
    #expect(Self.isDoubted(above: bottom, beside: name) == isDoubted)
  }
}
