// Headings in a column at the side of their sections → sections with what stands beside them.
import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct SideHeadingsTests {
  private static func head(_ lines: [String], y: Double, left: Double = 40) -> [Glyph] {
    lines.enumerated().flatMap { DrawnTable.line($1, x: left, y: y + 14 * Double($0), size: 10) }
  }

  private static func body(_ lines: [String], y: Double, left: Double = 100) -> [Glyph] {
    lines.enumerated().flatMap { DrawnTable.line($1, x: left, y: y + 20 * Double($0), size: 10) }
  }

  /// The headings of two sections beside sentences, one beside the table of article 20 and one beside nothing.
  private static func report(_ first: [String] = ["一、总体", "情况"], edges: [Ruling] = []) throws -> Report {
    let table = DrawnTable(
      [
        [.init("第二十条第（一）项", columns: 4)], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "0", "0", "0"],
        ["行政规范性文件", "3", "1", "9"], [.init("第二十条第（五）项", columns: 4)], ["信息内容", .init("本年处理决定数量", columns: 3)],
        ["行政许可", .init("7", columns: 3)],
      ], widths: [120, 80, 80, 80], left: 83, top: 158)
    let glyphs =
      head(first, y: 70) + body(["（一）主动公开。全年主动公开政府信息。", "（二）依申请公开。没有收到申请。"], y: 70)
      + head(["二、主动", "公开政府", "信息情况"], y: 162)
      + head(["五、存在", "的主要问", "题及改进", "情况"], y: 270) + body(["公开的深度不够。", "加强培训。", "拓展内容。"], y: 276)
    return try Reconstructor.reconstruct(
      Document(
        content: .pages([
          Page(
            number: 1, width: 600, height: 800,
            glyphs: DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14) + glyphs + table.glyphs)
        ]), rulings: { _ in table.rulings + edges }))
  }

  @Test("Each heading stands over what it stands beside, and keeps its number")
  func sections() throws {
    let report = try Self.report()
    #expect(report.sections.map(\.heading) == ["一、总体情况", "二、主动公开政府信息情况", "五、存在的主要问题及改进情况"])
    #expect(
      report.sections.map { $0.lines.map(\.text) } == [
        ["（一）主动公开。全年主动公开政府信息。", "（二）依申请公开。没有收到申请。"], [], ["公开的深度不够。", "加强培训。", "拓展内容。"],
      ])
    #expect(TextSamples.texts(report[TableID.article20]).first { $0.count > 1 && $0[0] == "3" } == ["3", "1", "9"])
  }

  @Test("In a cell of a form, or where it is another title, it stays where it is")
  func others() throws {
    let edge = Ruling(kind: .line, isHorizontal: false, position: 36, start: 60, end: 110)
    let inCell = try Self.report(edges: [edge])
    #expect(inCell[SectionID.overview] == nil)
    let other = try Self.report(["一、总体", "情况之一"])
    #expect(other[SectionID.overview]?.heading != "一、总体情况")
  }

  @Test("What goes on under itself beside nothing stays")
  func alone() {
    let lines = LineAssembler.lines(Self.head(["六、其他需要", "报告的事项"], y: 70), page: 1)
    let page = Page(number: 1, width: 600, height: 800, glyphs: [])
    #expect(SideHeadings.raised(page, lines: lines, rulings: []) == nil)
    let beside = LineAssembler.lines(
      Self.head(["六、其他需要", "报告的事项"], y: 70) + Self.body(["无其他事项。"], y: 70, left: 140), page: 1)
    #expect(SideHeadings.raised(page, lines: beside, rulings: []) != nil)
    // A heading that wraps over a table whose first cell begins further right.
    let over = LineAssembler.lines(
      Self.head(["四、政府信息公开行政", "复议、行政诉讼情况"], y: 70) + Self.body(["行政诉讼"], y: 100, left: 300), page: 1)
    #expect(SideHeadings.raised(page, lines: over, rulings: []) == nil)
  }
}
