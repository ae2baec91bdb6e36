import DocumentModel
import Testing

@testable import Reconstruction

/// A table is drawn around its words; where an edge runs through them, nothing is certain.
@Suite struct CutWordsTests {
  /// Four columns of 40 points and three rows of 20, from the page's point 100, 100.
  private static let grid: Grid = {
    let down = (0...4).map {
      Ruling(kind: .line, isHorizontal: false, position: 100 + 40 * Double($0), start: 100, end: 160)
    }
    let across = (0...3).map {
      Ruling(kind: .line, isHorizontal: true, position: 100 + 20 * Double($0), start: 100, end: 260)
    }
    return GridBuilder.grids(down + across)[0]
  }()

  /// Digits of 5 × 10 points, the first one's left at `x`.
  private static func number(_ text: String, x: Double, y: Double) -> [Glyph] {
    text.unicodeScalars.enumerated().map { k, scalar in
      let left = x + 5 * Double(k)
      return Glyph(character: scalar, box: Rectangle(left: left, top: y, right: left + 5, bottom: y + 10))
    }
  }

  private static func doubted(_ glyphs: [Glyph]) -> [String] {
    let rows = GridRows.rows(grid, glyphs: glyphs, lines: LineAssembler.lines(glyphs, page: 1), page: 1, block: 0)
    return rows.flatMap(\.cells).filter(\.isCut).map(\.text)
  }

  private static let others = (1...6).flatMap {
    number("\($0)", x: 115 + 40 * Double($0 % 3), y: 125 + 20 * Double($0 % 2))
  }

  @Test("Numbers that fill their cells, or run out of the table, are whole")
  func whole() {
    let full = Self.number("1234567", x: 102, y: 105) + Self.number("7654321", x: 143, y: 105)
    #expect(Self.doubted(full + Self.others) == [])
    #expect(Self.doubted(Self.number("12", x: 228, y: 152) + Self.others) == [])
  }

  @Test("A number that an edge cuts in two is in doubt in both cells, and the others are not")
  func cut() {
    #expect(Self.doubted(Self.number("123456", x: 125, y: 105) + Self.others) == ["123", "456"])
  }

  /// The same digits, each so many points behind the one before it.
  private static func spaced(_ text: String, x: Double, step: Double) -> [Glyph] {
    text.unicodeScalars.enumerated().flatMap { number(String($1), x: x + step * Double($0), y: 105) }
  }

  @Test("Digits set far apart that go on in the next cell, or outside of the table, are one number")
  func spacedDigits() {
    // No digit lies on an edge.
    #expect(Self.doubted(Self.spaced("2664", x: 107, step: 12) + Self.others) == ["266", "4"])
    #expect(Self.doubted(Self.spaced("2664", x: 119, step: 12) + Self.others) == ["26", "64"])
    #expect(Self.doubted(Self.spaced("4510", x: 225, step: 12) + Self.others) == ["451"])
    #expect(Self.doubted(Self.spaced("26641", x: 113, step: 7) + Self.others) == ["2664", "1"])
    // The last digit lies under the first of the next number, and is taken to end there.
    let under = Glyph(character: "1", box: Rectangle(left: 141, top: 105, right: 143, bottom: 115))
    let next = Self.number("55", x: 143, y: 105)
    #expect(
      Self.doubted(Self.spaced("2664", x: 113, step: 7) + [under] + next + Self.others).first == "2664")
    // As far apart as columns are, they are numbers of two: the edge between them is lost.
    #expect(Self.doubted(Self.spaced("264", x: 107, step: 26) + Self.others) == [])
    // Other steps, or none: each is a number of its own.
    let apart = Self.spaced("266", x: 107, step: 12) + Self.number("4", x: 160, y: 105)
    #expect(Self.doubted(apart + Self.others) == [])
    #expect(Self.doubted(Self.number("26", x: 128, y: 105) + Self.number("64", x: 143, y: 105) + Self.others) == [])
  }

  @Test(
    "A sign that an edge parts from its digits leaves both cells in doubt",
    arguments: [("12-13", 2), ("9[1]5", 2), ("12、13", 0), ("12-无", 0)])
  func signs(text: String, count: Int) {
    // The edge runs behind the third character, or before it.
    let glyphs = Self.number(text, x: text.hasPrefix("9") ? 130 : 125, y: 105)
    #expect(Self.doubted(glyphs + Self.others).count == count)
  }

  @Test("A digit that an edge runs through is in doubt", arguments: [(137.0, 105.0), (115.0, 114.0)])
  func crossed(x: Double, y: Double) {
    #expect(Self.doubted(Self.number("8", x: x, y: y)) == ["8"])
  }

  /// Ideographs of 10 × 10 points.
  private static func words(_ text: String, x: Double, y: Double) -> [Glyph] {
    DrawnTable.line(text, x: x, y: y, size: 10)
  }

  @Test("A stamp over several cells is none of their words, and no cell that it alone is seen in is known to be blank")
  func stamp() {
    #expect(Self.doubted(Self.words("安泽市住房和城乡", x: 125, y: 105)) == ["安", "泽市住房", "和城乡"])
    let beside = Self.number("7", x: 107, y: 105)
    #expect(Self.doubted(Self.words("安泽市住房和城乡", x: 125, y: 105) + beside) == ["7安", "泽市住房", "和城乡"])
  }

  @Test("A sign between a stamp's characters is no text of theirs")
  func sign() {
    let sign = Self.number("-", x: 152.5, y: 105)
    let doubted = Self.doubted(Self.words("安泽市住房和城乡", x: 125, y: 105) + sign)
    #expect(doubted.contains { $0.unicodeScalars.contains("-") })
    // Over two cells only, as the end of a line of the stamp.
    #expect(Self.doubted(Self.words("生健康", x: 160, y: 105) + Self.number("-", x: 162, y: 105)).count == 2)
  }

  @Test(
    "A sign among words that run on from a cell does not end them: what lies under them in the next is no number, and no remark"
  )
  func punctuation() {
    #expect(Self.doubted(Self.words("信息（讨论", x: 125, y: 105)) == ["信", "息（讨论"])
    // At the edge itself, with a number under the words.
    #expect(
      Self.doubted(Self.words("信息（讨论", x: 120, y: 105) + Self.number("7", x: 157, y: 105)).contains { $0.contains("7") }
    )
  }

  @Test(
    "Words that an edge runs through, or that are larger than the table's, are printed over it",
    arguments: [
      ("开专用章", 106.0, 10.0, ["开专用", "章"]), ("开专用章", 100, 10, []), ("专用章", 103, 12, ["专用章"]), ("专用章", 103, 10, []),
    ])
  func overprinted(text: String, x: Double, size: Double, doubted: [String]) {
    let words = DrawnTable.line(text, x: x, y: 125, size: size)
    let labels = ["规章", "文件", "许可", "处罚"].enumerated().flatMap {
      Self.words($1, x: 105 + 40 * Double($0), y: 105)
    }
    #expect(Self.doubted(words + labels) == doubted)
  }

  @Test(
    "Labels that fill their cells are whole, words that run on from one cell into the next are neither's",
    arguments: [("结果维持", 101.0, []), ("未经复议直接", 110.0, ["未经复", "议直接"])])
  func labels(text: String, x: Double, doubted: [String]) {
    let next = Self.words("结果纠正", x: 181, y: 105)
    #expect(Self.doubted(Self.words(text, x: x, y: 105) + next) == doubted)
  }

  @Test("A table that the paper was too narrow for ends in an open column of which nothing empty is blank")
  func cutOff() {
    // Without its last edge, at 260.
    let down = (0...3).map {
      Ruling(kind: .line, isHorizontal: false, position: 100 + 40 * Double($0), start: 100, end: 160)
    }
    let across = (0...3).map {
      Ruling(kind: .line, isHorizontal: true, position: 100 + 20 * Double($0), start: 100, end: 260)
    }
    let grid = GridBuilder.grids(down + across)[0]
    let numbers = Self.number("12", x: 225, y: 105) + Self.number("498", x: 246, y: 125)
    func cut(_ glyphs: [Glyph]) -> [String]? {
      let page = Page(number: 1, width: 600, height: 800, glyphs: glyphs)
      guard CutWords.isCutOff(grid, page: page) else { return nil }
      let rows = GridRows.rows(grid, glyphs: glyphs, lines: LineAssembler.lines(glyphs, page: 1), page: 1, block: 0)
      return CutWords.cutOff(rows, at: 260).flatMap(\.cells).filter(\.isCut).map(\.text)
    }
    let sentence = DrawnTable.line("公开信息", x: 232, y: 200)
    #expect(cut(numbers + sentence) == ["498", ""])
    // Some programs keep what they cut, where nobody sees it.
    func beyond(isHidden: Bool) -> [Glyph] {
      sentence
        + DrawnTable.line("信息", x: 264, y: 200).map {
          Glyph(character: $0.character, box: $0.box, isHidden: isHidden)
        }
    }
    #expect(cut(numbers + beyond(isHidden: true)) == ["498", ""] && cut(numbers + beyond(isHidden: false)) == nil)
    // Another page of the same paper is cut at the same place, whatever stands on it.
    func page(_ number: Int, _ glyphs: [Glyph]) -> Page {
      Page(number: number, width: 600, height: 800, glyphs: glyphs)
    }
    let cuts = CutWords.cuts([[grid], [grid]], pages: [page(1, Self.others), page(2, numbers + sentence)])
    #expect(CutWords.isCutOff(grid, at: cuts) && !CutWords.isCutOff(Self.grid, at: cuts))
    #expect(!CutWords.isCutOff(grid, at: CutWords.cuts([[grid]], pages: [page(1, Self.others)])))
    // Lines of other lengths, or all within: a table that is open at its side.
    #expect(cut(numbers + DrawnTable.line("公开信息公开", x: 232, y: 200)) == nil)
    #expect(cut(Self.number("12", x: 225, y: 105) + DrawnTable.line("公开", x: 232, y: 200)) == nil)
  }

  @Test(
    "A table that goes on to the side of its paper may have had more columns",
    arguments: [(260.5, true), (262.0, false)])
  func side(width: Double, reaches: Bool) {
    #expect(PageEdges.reachSide(of: Page(number: 1, width: width, height: 800, glyphs: []), Self.grid) == reaches)
  }

  @Test("An empty cell that the edge of the page cuts is no blank", arguments: [(160.0, 3), (161.5, 0), (400.0, 0)])
  func pageEdge(height: Double, cut: Int) {
    let glyphs = Self.number("7", x: 115, y: 145)
    let rows = GridRows.rows(
      Self.grid, glyphs: glyphs, lines: LineAssembler.lines(glyphs, page: 1), page: 1, block: 0)
    let page = Page(number: 1, width: 600, height: height, glyphs: glyphs)
    let found = PageEdges.doubted(rows, of: Self.grid, page: page).flatMap(\.cells)
    #expect(found.filter(\.isCut).count == cut)
    #expect(found.filter { $0.isCut && !$0.isEmpty } == [])
  }

  @Test("Where many words are cut, the edges are those of other words, and no cell is certain")
  func otherEdges() {
    let cut = Self.number("12345678", x: 125, y: 105) + Self.number("12345678", x: 165, y: 145)
    #expect(Self.doubted(cut + Self.number("9", x: 115, y: 125)).count == Self.grid.cells.count)
  }

  @Test("Two cells under one column hold no value of it; one cell over two columns neither")
  func columns() {
    let plan = ColumnPlan(
      columns: [(100, 180), (180, 220), (220, 260)].map { .init(id: .total, label: "", left: $0.0, right: $0.1) },
      missing: [], blockLeft: 100, blockRight: 260)
    func kinds(_ edges: [Double]) -> [String] {
      let cells = zip(edges, edges.dropFirst()).map { PrintedCell(left: $0, right: $1, pieces: []) }
      return plan.contents(cells, sameExtent: true).map {
        switch $0 {
        case .cell: "cell"
        case .merged: "merged"
        case .nothing: "nothing"
        }
      }
    }
    #expect(kinds([100, 140, 180, 220, 260]) == ["nothing", "cell", "cell"])
    #expect(kinds([100, 180, 260]) == ["cell", "merged", "merged"])
  }
}
