import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// A sheet all of whose cells are ruled: headings and sentences stand in the grid of the table that follows.
@Suite struct FramedSheetTests {
  private static let widths = [120.0, 60, 60, 60]
  private static func whole(_ text: String) -> [DrawnTable.Cell] { [.init(text, columns: 4)] }

  @Test("Rows of one cell with sentences are running text, and a title without its numeral is a heading")
  func prose() throws {
    let rows: [[DrawnTable.Cell]] = [
      Self.whole("清溪县财政局2022年政府信息公开工作年度报告"), Self.whole("一、总体情况"),
      Self.whole("本局全年主动公开政府信息，没有收到申请。"), Self.whole("二、主动公开政府信息情况"),
      Self.whole("第二十条第（一）项"), ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "0", "0", "0"],
      ["行政规范性文件", "3", "1", "9"], Self.whole("第二十条第（五）项"), ["信息内容", .init("本年处理决定数量", columns: 3)],
      ["行政许可", .init("7", columns: 3)], Self.whole("其他需要报告的事项"), Self.whole("本年度未收取信息处理费，没有其他事项。"),
    ]
    let drawn = DrawnTable(rows, widths: Self.widths, top: 80)
    let report = try Reconstructor.reconstruct(Document([[drawn]]))
    let texts = report.sections.reduce(into: [SectionID: String]()) { $0[$1.id] = $1.text }
    #expect(texts[.overview] == "本局全年主动公开政府信息，没有收到申请。")
    #expect(texts[.others] == "本年度未收取信息处理费，没有其他事项。")
    let table = try #require(report.tables.first { $0.id == .article20 })
    #expect(table.rows.first { $0.id == .normativeDocuments }?.cells.map(\.cell.text) == ["3", "1", "9"])
  }

  /// A table whose last label reaches lower than its numbers, with a line of text over its lower end.
  private static func torn(_ text: String) throws -> (report: Report, over: Int) {
    let table = DrawnTable(
      [
        [.init("第二十条第（一）项", columns: 4)], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "1", "2", "3"],
        [.init("行政规范性文件", rows: 2), "4", "5", "6"],
      ], widths: widths, top: 80)
    let lower = DrawnTable([["", ""]], widths: [180, 120], top: table.bottom)
    var drawn = table
    drawn.rulings += lower.rulings.filter { !$0.isHorizontal && $0.position < 200 }
    drawn.rulings.append(Ruling(kind: .line, isHorizontal: true, position: lower.bottom, start: 40, end: 160))
    drawn.glyphs += DrawnTable.line(text, x: 60, y: table.bottom + 2)
    let lines = LineAssembler.lines(drawn.glyphs, page: 1)
    let over = GridBuilder.grids(drawn.rulings).flatMap { FramedHeadings.overEdges(of: $0, lines) }
    return (try Reconstructor.reconstruct(Document([[drawn]])), over.count)
  }

  @Test("A heading that runs over the edge of a cell is none of its words")
  func overTheEdge() throws {
    let (report, over) = try Self.torn("三、收到和处理政府信息公开申请情况")
    #expect(over == 1)
    #expect(report.sections.map(\.id) == [.applications])
    let row = try #require(report.tables.first { $0.id == .article20 }?.rows.first { $0.id == .normativeDocuments })
    #expect(row.cells.map(\.cell.text) == ["4", "5", "6"])
  }

  @Test(
    "A heading beside a table, on one line with what is in its cells, runs over none of its edges",
    arguments: [380.0, 60])
  func beside(left: Double) {
    let drawn = DrawnTable(
      [["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"], ["持", "正", "果", "结", "计"]], widths: Array(repeating: 60, count: 5),
      left: left, top: 80)
    let heading = DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 60, y: drawn.bottom - 16)
    let lines = LineAssembler.lines(heading + drawn.glyphs, page: 1)
    let over = GridBuilder.grids(drawn.rulings).flatMap { FramedHeadings.overEdges(of: $0, lines) }
    #expect(over.isEmpty == (left > 300))
  }

  @Test("What stands in a cell, or is no heading, stays", arguments: ["三、申请情况", "收到和处理政府信息公开申请情况的说明文字一行"])
  func inTheCell(text: String) throws {
    #expect(try Self.torn(text).over == 0)
  }

  /// A form with what `lines` say in a cell of `width` at its left side, and sentences beside it.
  private static func beside(_ lines: [String], width: Double) throws -> Report {
    var drawn = DrawnTable(
      [[.init("", rows: 2), "本局全年主动公开政府信息，没有收到申请。"], ["本局没有被申请复议，也没有被起诉。"]],
      widths: [width, 300], top: 80)
    for (index, line) in lines.enumerated() {
      drawn.glyphs += DrawnTable.line(line, x: 44, y: 82 + 10 * Double(index))
    }
    return try Reconstructor.reconstruct(Document([[drawn]]))
  }

  @Test("A section whose heading stands in a cell beside it is not missing")
  func headingBeside() throws {
    #expect(try Self.beside(["一、总体", "情况"], width: 60).unreadSections == [.overview])
    // A list of words, a heading in one line, a cell as wide as the rest.
    #expect(try Self.beside(["一、总体", "数量"], width: 60).unreadSections.isEmpty)
    #expect(try Self.beside(["一、总体", "情况"], width: 300).unreadSections.isEmpty)
  }

  @Test("Headings of a sheet that is printed with the numbers of its rows and the letters of its columns are headings")
  func numberedSheet() throws {
    var drawn = DrawnTable(
      [["", "A"], ["1", .init("", rows: 4)], ["2"], ["3"], ["4"]], widths: [28, 420], top: 80)
    let lines = ["五、存在的主要问题及改进情况", "工作人员业务水平不够均衡，已加强培训。", "六、其他需要报告的事项", "本年度未收取信息处理费。"]
    for (index, line) in lines.enumerated() {
      drawn.glyphs += DrawnTable.line(line, x: 72, y: 94 + 12 * Double(index))
    }
    let table = DrawnTable(
      [
        [.init("行政复议", columns: 5), .init("行政诉讼", columns: 10)],
        (0..<5).map { _ in .init("", rows: 2) } + [.init("未经复议直接起诉", columns: 5), .init("复议后起诉", columns: 5)],
        (0..<10).map { .init(["维持", "纠正", "其他", "未结", "总计"][$0 % 5]) }, (0..<15).map { .init($0 % 5 == 4 ? "4" : "1") },
      ], widths: Array(repeating: 30, count: 15), top: 80)
    let heading = DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 40, y: 60)
    let title = DrawnTable.line("清溪县财政局2022年政府信息公开工作年度报告", x: 40, y: 20, size: 12)
    let page = Page(number: 1, width: 600, height: 850, glyphs: title + heading + table.glyphs)
    let sheet = Page(number: 2, width: 600, height: 850, glyphs: drawn.glyphs)
    let rulings = [table.rulings, drawn.rulings]
    let report = try Reconstructor.reconstruct(
      Document(content: .pages([page, sheet]), rulings: { rulings[$0 - 1] }))
    #expect(report.sections.map(\.id) == [.reviewAndLitigation, .problems, .others])
    #expect(report.sections.dropFirst().map(\.text) == [lines[1], lines[3]])
  }
}
