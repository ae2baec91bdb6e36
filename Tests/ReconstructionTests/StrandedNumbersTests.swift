import DocumentModel
import Testing

@testable import Reconstruction

/// Numbers that a break of the page left outside every cell were meant for a row that looks empty.
@Suite struct StrandedNumbersTests {
  private static let widths = [80.0, 30, 30, 30]

  /// How many rows of the table are in doubt: its last row is broken over two pages, and `lines` stand above its rest.
  private static func doubted(
    _ lines: [(text: String, x: Double, y: Double)], last: [DrawnTable.Cell], header: String = "申请人情况"
  ) -> Int {
    let upper = DrawnTable([["1.属于", "3", "0", "4"], last], widths: widths, top: 700)
    let lower = DrawnTable(
      [[.init(header, columns: 4)], ["理由", "", "", ""], ["3.其他", "1", "2", "3"]], widths: widths, top: 100)
    let stray = lines.flatMap { DrawnTable.line($0.text, x: $0.x, y: $0.y) }
    let pages = [
      Page(number: 1, width: 300, height: 800, glyphs: upper.glyphs),
      Page(number: 2, width: 300, height: 800, glyphs: lower.glyphs + stray),
    ]
    let all = pages.map { LineAssembler.lines($0.glyphs, page: $0.number) }
    var blocks: [[PrintedRow]] = []
    var areas: [(page: Int, box: Rectangle)] = []
    for (page, rulings) in zip(pages, [upper.rulings, lower.rulings]) {
      for grid in GridBuilder.grids(rulings) {
        blocks.append(
          GridRows.rows(
            grid, glyphs: page.glyphs, lines: all[page.number - 1], page: page.number, block: blocks.count))
        areas.append((page.number, grid.bounds))
      }
    }
    return StrandedNumbers.doubted(blocks, areas: areas, lines: all).joined().count { $0.doubt != nil }
  }

  private static let numbers = [("2", 135.0, 60.0), ("0", 165, 60), ("1", 195, 60)]

  @Test("A row that is broken over pages is in doubt where a line of numbers stands above its rest")
  func stranded() {
    #expect(Self.doubted(Self.numbers, last: ["4.无正当", "", "", ""]) == 2)
    #expect(Self.doubted(Self.numbers + [("不予处理", 50, 75)], last: ["4.无正当", "", "", ""]) == 2)
  }

  @Test("So it is where they stand on a sheet of their own, cut off between the two", arguments: [true, false])
  func between(isRow: Bool) {
    let upper = DrawnTable([["1.属于", "3", "0", "4"], ["4.无正当", "", "", ""]], widths: Self.widths, top: 700)
    let lower = DrawnTable([["理由", "", "", ""], ["3.其他", "1", "2", "3"]], widths: Self.widths, top: 100)
    let numbers = Self.numbers.prefix(isRow ? 3 : 1).flatMap { DrawnTable.line($0.0, x: $0.1, y: 10) }
    let lines = [upper.glyphs, numbers, lower.glyphs].enumerated().map { LineAssembler.lines($1, page: $0 + 1) }
    let parts = [(1, upper), (3, lower)].map { page, table in
      let grid = GridBuilder.grids(table.rulings)[0]
      return (
        rows: GridRows.rows(grid, glyphs: table.glyphs, lines: lines[page - 1], page: page, block: page / 2),
        area: (page: page, box: grid.bounds)
      )
    }
    let rows = StrandedNumbers.doubted(parts.map(\.rows), areas: parts.map(\.area), lines: lines).joined()
    #expect(rows.count { $0.doubt != nil } == (isRow ? 2 : 0))
  }

  @Test("So it is where numbers stand among the words of the repeated header")
  func header() {
    #expect(Self.doubted([("2", 165, 101), ("1", 195, 101)], last: ["4.无正当", "", "", ""]) == 2)
    // They may lie over the header's words, which are then taken for a stamp.
    #expect(Self.doubted([("2", 165, 98), ("1", 195, 98)], last: ["4.无正当", "", "", ""]) == 2)
  }

  @Test("The number of a label in another font than its words is none")
  func numberOfLabel() {
    #expect(Self.doubted([("2", 165, 101), (".申请", 170, 101)], last: ["4.无正当", "", "", ""]) == 0)
  }

  @Test("So it is where a part of a merged cell's label stands before them, or words of a header lie among them")
  func beside() {
    #expect(Self.doubted(Self.numbers + [("法提供", 60, 60)], last: ["4.无正当", "", "", ""]) == 2)
    // Strokes for nothing are no page number; words of a stamp may stand among them, and between them and the table.
    let signs = [("2", 135.0, 60.0), ("/", 165, 60), ("/", 195, 60)]
    #expect(Self.doubted(signs, last: ["4.无正当", "", "", ""]) == 2)
    let stamped = Self.numbers + [("财政", 60, 60), ("安泽市12局", 135, 75)]
    #expect(Self.doubted(stamped, last: ["4.无正当", "", "", ""]) == 2)
    // Of the header's words none is whole but for the digits over them.
    let over = [("申请人12情况", 100.0, 102.0), ("4", 165, 102), ("16", 195, 102)]
    #expect(Self.doubted(over, last: ["4.无正当", "", "", ""], header: "") == 2)
  }

  @Test(
    "So is the last row of an area where the next page begins with numbers that stand in none",
    arguments: [true, false])
  func noArea(isRow: Bool) {
    let table = DrawnTable([["1.属于", "3", "0", "4"], ["4.无正当", "", "", ""]], widths: Self.widths, top: 700)
    let texts = [("临溪市教育局政府信息公开工作年度报告", 60.0, 20.0)] + (isRow ? Self.numbers : [("五、存在的主要问题及改进情况", 50, 60)])
    let next = texts.flatMap { DrawnTable.line($0.0, x: $0.1, y: $0.2) }
    let lines = [table.glyphs, next].enumerated().map { LineAssembler.lines($1, page: $0 + 1) }
    let grid = GridBuilder.grids(table.rulings)[0]
    let rows = GridRows.rows(grid, glyphs: table.glyphs, lines: lines[0], page: 1, block: 0)
    let doubted = StrandedNumbers.doubted([rows], areas: [(1, grid.bounds)], lines: lines)[0]
    #expect(doubted.map { $0.doubt != nil } == [false, isRow])
  }

  @Test("A page number, a sentence or numbers of something else leave it alone")
  func others() {
    #expect(Self.doubted([("2", 135, 60)], last: ["4.无正当", "", "", ""]) == 0)
    #expect(Self.doubted(Self.numbers + [("收到和处理政府信息公开申请情况如下", 50, 75)], last: ["4.无正当", "", "", ""]) == 0)
    #expect(Self.doubted([], last: ["4.无正当", "", "", ""]) == 0)
  }

  @Test("A row that has its numbers is not in doubt")
  func whole() {
    #expect(Self.doubted(Self.numbers, last: ["4.无正当", "5", "0", "1"]) == 1)
  }
}
