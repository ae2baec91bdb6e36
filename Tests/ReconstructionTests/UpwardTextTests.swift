import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Headers of narrow columns that are set on their side.
@Suite struct UpwardTextTests {
  private static let size = 8.0

  /// Words in a column from `bottom` up, or from `top` down.
  private static func stacked(_ text: String, x: Double, top: Double, bottom: Double, isUpward: Bool) -> [Glyph] {
    text.unicodeScalars.enumerated().map { k, scalar in
      let start = isUpward ? bottom - size * Double(k + 1) : top + size * Double(k)
      return Glyph(character: scalar, box: Rectangle(left: x, top: start, right: x + 11, bottom: start + size))
    }
  }

  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let ids: [ColumnID] = [
    .naturalPerson, .business, .publicWelfare, .legalService, .otherOrganization, .total,
  ]

  /// The table of section 三 without one of its columns, the names of the others set on their side.
  private static func report(isUpward: Bool) throws -> Report {
    var glyphs = DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14)
    glyphs += DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 40, y: 60, size: 10)
    glyphs += DrawnTable.line("（本列数据的勾稽关系为）", x: 50, y: 110)
    var starts: [SidewaysText] = []
    for (k, name) in names.enumerated() {
      let x = 510 + 50 * Double(k)
      let bottom = isUpward ? 156.0 : 104 + size * Double(name.count)
      glyphs += stacked(name, x: x, top: 104, bottom: bottom, isUpward: isUpward)
      starts.append(SidewaysText(x: x + 9, y: isUpward ? 156 : 104))
    }
    for (r, numbers) in TextSamples.numbers(form).enumerated() {
      let y = 164 + 20 * Double(r)
      glyphs += DrawnTable.line(form.rows[r].label, x: 45, y: y)
      for (k, number) in (numbers[..<2] + numbers[3...]).enumerated() {
        glyphs += DrawnTable.line(String(number), x: 510 + 50 * Double(k), y: y)
      }
    }
    let bottom = 160 + 20 * Double(form.rows.count)
    var rulings: [Ruling] = []
    for x in [40.0, 500, 550, 600, 650, 700, 750, 800] {
      rulings.append(Ruling(kind: .line, isHorizontal: false, position: x, start: 100, end: bottom))
    }
    for r in -3...form.rows.count where r != -2 && r != -1 {
      rulings.append(Ruling(kind: .line, isHorizontal: true, position: 160 + 20 * Double(r), start: 40, end: 800))
    }
    let edges = rulings
    let places = starts
    return try Reconstructor.reconstruct(
      Document(
        content: .pages([Page(number: 1, width: 900, height: 900, glyphs: glyphs)]), rulings: { _ in edges },
        sidewaysText: { _ in places }))
  }

  @Test(
    "A header that runs from bottom to top is read like one that runs from top to bottom", arguments: [true, false])
  func headers(isUpward: Bool) throws {
    let table = try #require(try Self.report(isUpward: isUpward)[TableID.applications])
    #expect(table.missingColumns == [.research])
    let numbers = TextSamples.numbers(Self.form)[1]
    #expect(Self.ids.map { table[.carriedOver, $0]?.text } == (numbers[..<2] + numbers[3...]).map(String.init))
  }

  @Test("In two columns it begins with the left one; digits and words that run down stay as they are")
  func columns() {
    let cell = Grid(
      xs: [0, 60], ys: [0, 60], cells: [.init(rows: 0..<1, columns: 0..<1)], rightCoverage: [1, 1], owner: [0])
    func read(_ parts: [(text: String, x: Double)], isUpward: Bool) -> String {
      let glyphs = parts.flatMap { Self.stacked($0.text, x: $0.x, top: 10, bottom: 42, isUpward: isUpward) }
      let starts = parts.map { SidewaysText(x: $0.x + 9, y: isUpward ? 42 : 10) }
      let straight = UpwardText.straightened(glyphs, starts: starts, grids: [cell])
      return LineAssembler.lines(straight, page: 1).map(\.text).joined()
    }
    #expect(read([("社会公益", 10), ("组织人员", 25)], isUpward: true) == "社会公益组织人员")
    #expect(read([("结果维持", 10)], isUpward: false) == "结果维持")
    #expect(read([("2021", 10)], isUpward: true) == "1202")
  }
}
