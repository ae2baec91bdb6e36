import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct UnevenDigitsTests {
  private static func glyphs(_ text: String, heights: [Double]) -> [Glyph] {
    zip(text.unicodeScalars, heights).enumerated().map { index, element in
      let left = 6 * Double(index)
      return Glyph(character: element.0, box: Rectangle(left: left, top: 100 - element.1, right: left + 5, bottom: 100))
    }
  }

  @Test(
    "Digits of different sizes are not one number",
    arguments: [
      ("12", [10.0, 10.0], false), ("121", [10.0, 10.0, 4.0], true), ("1.5", [10.0, 2.0, 10.0], false),
      ("7件", [10.0, 14.0], false), ("21", [10.0, 9.0], false), ("5", [10.0], false), ("20", [1.0, 10.0], true),
    ])
  func sizes(text: String, heights: [Double], isHidden: Bool) {
    #expect(UnevenDigits.isHidden(Self.glyphs(text, heights: heights)) == isHidden)
  }

  @Test("A raised digit is a mark, though it is nearly as large", arguments: [(0.0, false), (1.0, false), (4.0, true)])
  func raised(by points: Double, isHidden: Bool) {
    var glyphs = Self.glyphs("12", heights: [12, 11])
    glyphs[1].box.top -= points
    glyphs[1].box.bottom -= points
    #expect(UnevenDigits.isHidden(glyphs) == isHidden)
  }

  @Test("Digits printed over one another are no number", arguments: [(0.0, false), (1.0, false), (3.0, true)])
  func overprinted(by points: Double, isHidden: Bool) {
    var glyphs = Self.glyphs("12", heights: [10, 10])
    glyphs[1].box.left -= 1 + points
    glyphs[1].box.right -= 1 + points
    #expect(UnevenDigits.isHidden(glyphs) == isHidden)
  }

  @Test("What the page does not show hides the whole")
  func hidden() {
    var glyphs = Self.glyphs("12", heights: [10, 10])
    glyphs[1].isHidden = true
    #expect(UnevenDigits.isHidden(glyphs))
  }

  @Test(
    "The boxes of a font may be twice as high as its digits: a mark is raised all the same",
    arguments: [(0.0, false), (2.4, true)])
  func raisedInTallBoxes(by points: Double, isHidden: Bool) {
    var glyphs = Self.glyphs("124", heights: [23, 23, 20])
    glyphs[2].box.bottom -= 1.5
    glyphs[2].box.top -= 1.5
    glyphs[2].box.top -= points
    glyphs[2].box.bottom -= points
    #expect(UnevenDigits.isHidden(glyphs) == isHidden)
  }

  @Test(
    "Digits that stand unevenly are parted, evenly spaced ones are not",
    arguments: [
      ([0.0, 0, 4.8, 0, 0], [0..<3, 3..<6]), ([0, 0, 0], nil), ([4, 4, 4], nil), ([4.8], [0..<1, 1..<2]), ([0.8], nil),
      ([0, 2.2, 0, 0], nil), ([0, 5, 0, 5, 0], [0..<2, 2..<4, 4..<6]),
    ] as [([Double], [Range<Int>]?)])
  func parts(gaps: [Double], expected: [Range<Int>]?) {
    var left = 0.0
    let glyphs = ([0] + gaps).map { gap in
      left += gap
      defer { left += 5 }
      return Glyph(character: "7", box: Rectangle(left: left, top: 0, right: left + 5, bottom: 10))
    }
    #expect(UnevenDigits.parts(glyphs) == expected)
  }

  @Test(
    "A line through the middle of digits strikes them out; one under them does not",
    arguments: [(95.0, [true, true, false]), (100.5, [false, false, false]), (89.0, [false, false, false])])
  func struck(y: Double, isHidden: [Bool]) {
    let page = Page(number: 1, width: 595, height: 842, glyphs: Self.glyphs("265", heights: [10, 10, 10]))
    let line = Ruling(kind: .line, isHorizontal: true, position: y, start: 0, end: 11)
    #expect(StruckDigits.marked(page, rulings: [line]).glyphs.map(\.isHidden) == isHidden)
  }

  @Test("The edge of a low row strikes no digit out whose box is much taller than it")
  func tallBox() {
    // 8 points high as printed, in a row of 9.6.
    let page = Page(number: 1, width: 595, height: 842, glyphs: Self.glyphs("26", heights: [20, 20]))
    let edges = [86.7, 96.3].map { Ruling(kind: .line, isHorizontal: true, position: $0, start: 0, end: 40) }
    #expect(StruckDigits.marked(page, rulings: edges).glyphs.map(\.isHidden) == [false, false])
  }

  @Test(
    "Parts of digits are numbers of their own where each stands under a column, not where a blank makes up the count",
    arguments: [([0, 1, 2, 3, 4, 5, 6], true), ([0, 1.1, 1.4, 2, 3, 4, 5], false)] as [([Double], Bool)])
  func partedRow(places: [Double], isCertain: Bool) {
    let runs = places.map { place in
      LooseRun(
        text: "7", left: 100 * place, right: 100 * place + 20, place: .line(1), isValue: true,
        isParted: place > 1 && place < 2 || place == 6)
    }
    let columns = (0..<7).map { LooseApplications.Column(left: 100 * Double($0), right: 100 * Double($0) + 20) }
    let line = LooseLine(runs: runs, page: 1, y: 10, unit: 10, index: 0)
    #expect((LooseApplications([line]).values(runs, columns: columns).doubt == nil) == isCertain)
  }

  /// A line of a page with numbers at these columns, 100 points apart.
  private static func line(_ places: [Double], hidden: Set<Double>, index: Int) -> LooseLine {
    LooseLine(
      runs: places.map {
        LooseRun(
          text: "7", left: 100 * $0, right: 100 * $0 + 20, place: .line(1), isValue: true, isHidden: hidden.contains($0)
        )
      }, page: 1, y: 20 * Double(index), unit: 10, index: index)
  }

  @Test(
    "In a row with digits that are not seen no cell is blank",
    arguments: [([], true), ([2.0], false)] as [([Double], Bool)])
  func hiddenRow(hidden: [Double], isCertain: Bool) {
    let columns = (0..<7).map { LooseApplications.Column(left: 100 * Double($0), right: 100 * Double($0) + 20) }
    let line = Self.line([0, 1, 2, 3, 4, 5], hidden: Set(hidden), index: 0)
    #expect((LooseApplications([line]).values(line.runs, columns: columns).doubt == nil) == isCertain)
  }

  @Test("Digits that are not seen make no column")
  func hiddenColumns() throws {
    let lines = (0..<6).map { index in
      index < 3
        ? Self.line([0, 1, 3, 4, 5, 6], hidden: [], index: index)
        : Self.line([0, 1, 2, 3, 4, 5, 6], hidden: [2], index: index)
    }
    let found = try #require(LooseApplications(lines).columns(Array(lines.indices), header: [], start: 0))
    #expect(found.columns.map(\.left) == [0, 100, 300, 400, 500, 600])
    #expect(!found.isCounted)
  }

  @Test(
    "As many headers as columns are not theirs in order where one has no name, unless places mean nothing",
    arguments: [0, 1])
  func unnamedColumn(page: Int) {
    let names = ["自然人", "商业企业", "社会公益组织", "法律服务机构", "其他", "", "总计"]
    let columns = names.enumerated().map {
      LooseApplications.Column(left: 100 * Double($0), right: 100 * Double($0) + 20, label: $1)
    }
    let line = LooseLine(runs: [], page: page, y: 0, unit: 10, index: 0)
    let ids = LooseApplications([line]).plan(columns).columns.map(\.id)
    #expect(
      ids
        == (page == 0
          ? Form.applicantColumns
          : [.naturalPerson, .business, .publicWelfare, .legalService, .otherOrganization, nil, .total]))
  }
}
