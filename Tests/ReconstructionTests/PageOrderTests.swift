import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Pages that were put together in another order.
@Suite struct PageOrderTests {
  private static let pages = [
    ["临溪市教育局2023年政府信息公开工作年度报告", "一、总体情况", "全年工作平稳有序。", "二、主动公开政府信息情况", "主动公开信息若干条。"],
    ["三、收到和处理政府信息公开申请情况", "未收到申请。", "四、政府信息公开行政复议、行政诉讼情况", "没有复议和诉讼。"],
    ["五、存在的主要问题及改进情况", "公开的时效有待加强。", "六、其他需要报告的事项", "无。", "临溪市教育局", "2024年1月20日"],
  ]

  private static func report(_ order: [Int], without heading: String = "") throws -> Report {
    let pages = order.enumerated().map { index, page in
      Page(
        number: index + 1, width: 600, height: 800,
        glyphs: Self.pages[page].filter { $0 != heading }.enumerated().flatMap { line, text in
          DrawnTable.line(
            text, x: text.hasSuffix("局") || text.hasSuffix("日") ? 400 : 60, y: 60 + 30 * Double(line), size: 12)
        })
    }
    return try Reconstructor.reconstruct(Document(content: .pages(pages)))
  }

  @Test(
    "Sections that stand behind the signature are not missing",
    arguments: [[2, 0, 1], [2, 1, 0], [1, 2, 0], [0, 2, 1]])
  func outOfOrder(order: [Int]) throws {
    let report = try Self.report(order)
    let missing = SectionID.allCases.filter { report[$0] == nil && !report.unreadSections.contains($0) }
    #expect(missing == [] && report.isDisordered)
  }

  @Test("Nor are those that stand behind it on a page that shows two beside one another")
  func besideOneAnother() throws {
    func line(_ text: String, _ x: Double, _ y: Double) -> [Glyph] { DrawnTable.line(text, x: x, y: y, size: 12) }
    let left = Self.pages[1] + Array(Self.pages[2].prefix(2))
    let glyphs =
      left.enumerated().flatMap { line($1, 60, 300 + 30 * Double($0)) }
      + Self.pages[2].dropFirst(2).enumerated().flatMap { line($1, 700, 60 + 30 * Double($0)) }
    let first = Self.pages[0].enumerated().flatMap { line($1, 60, 60 + 30 * Double($0)) }
    let report = try Reconstructor.reconstruct(
      Document(
        content: .pages([
          Page(number: 1, width: 1200, height: 800, glyphs: first),
          Page(number: 2, width: 1200, height: 800, glyphs: glyphs),
        ])))
    let missing = SectionID.allCases.filter { report[$0] == nil && !report.unreadSections.contains($0) }
    #expect(missing == [])
  }

  @Test("Nor are those that come behind it in a text", arguments: [true, false])
  func text(isThere: Bool) throws {
    var lines = Self.pages[0] + Self.pages[1].prefix(2) + Self.pages[2]
    if isThere { lines += Self.pages[1].suffix(2) }
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    let missing = SectionID.allCases.filter { report[$0] == nil && !report.unreadSections.contains($0) }
    #expect(missing == (isThere ? [] : [.reviewAndLitigation]))
  }

  @Test("In order, or with a second report behind the first, they are")
  func inOrder() throws {
    #expect(try !Self.report([0, 1, 2]).isDisordered)
    let report = try Self.report([0, 1, 2, 0, 1, 2], without: "六、其他需要报告的事项")
    #expect(!report.isDisordered && report[.others] == nil && !report.unreadSections.contains(.others))
  }

  @Test(
    "An empty cell that holds a picture is no blank; a seal over the table and a speck are none of its cells",
    arguments: [
      (104.0, 30.0, 12.0, true), (104, 3, 12, false), (60, 110, 60, false), (150, 30, 12, false),
      // As high as the line that it was cut from.
      (104, 30, 30, true), (104, 60, 30, false),
    ])
  func pictures(left: Double, width: Double, height: Double, isDoubted: Bool) {
    let area = Rectangle(left: 100, top: 100, right: 140, bottom: 120)
    let cell = PrintedCell(left: 100, right: 140, pieces: [], area: area, page: 1)
    let picture = Rectangle(left: left, top: 104, right: left + width, bottom: 104 + height)
    let rows = PicturedCells.doubted(
      [PrintedRow(cells: [cell], page: 1, top: 100, bottom: 120, block: 0)], pictures: [picture], outlines: [])
    #expect(rows[0].cells[0].isPictured == isDoubted)
  }

  @Test("What is drawn in one of the two parts of a cell that a page breaks may be its number", arguments: [0, 1, 2])
  func twoParts(pictured: Int) {
    let parts = (0..<2).map { part in
      var cell = PrintedCell(left: 100, right: 140, pieces: [], page: part + 1)
      cell.isPictured = part == pictured
      // The page ends there.
      cell.isCut = true
      return ColumnPlan.Content.cell(cell)
    }
    let cell = CellFactory.cell(parts)
    #expect((cell.state, cell.doubt) == (pictured < 2 ? (.unread, .textLayer) : (.blank, nil)))
  }

  @Test(
    "An empty cell that holds the outline of a character is no blank, nor is a number one beside which one stands",
    arguments: [
      ("", 118.0, 110.0, true), ("", 90, 110, false), ("12", 118, 110, false), ("12", 131, 110, true),
      ("12", 109, 110, true), ("12", 137, 110, false), ("12", 131, 118, false), ("12", 131, 102, false),
      ("本", 131, 110, false), ("12", 131, 99, false),
    ])
  func outlines(text: String, x: Double, y: Double, isDoubted: Bool) {
    let area = Rectangle(left: 100, top: 100, right: 140, bottom: 120)
    // A number of two lines begins above its cell, as where a page cuts it.
    let top = y < area.top ? 90.0 : 104
    let pieces = [text].filter { !$0.isEmpty }.map {
      PrintedPiece(text: $0, place: .page(1, area), left: 114, right: 126, top: top, bottom: 116, unit: 6)
    }
    let cell = PrintedCell(left: 100, right: 140, pieces: pieces, area: area, page: 1)
    let outline = Rectangle(left: x - 2, top: y - 4, right: x + 2, bottom: y + 4)
    let rows = PicturedCells.doubted(
      [PrintedRow(cells: [cell], page: 1, top: 100, bottom: 120, block: 0)], pictures: [], outlines: [outline])
    #expect(rows[0].cells[0].isPictured == isDoubted)
  }
}
