import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Files that hold more than one report, or a part of another one.
@Suite struct SecondReportTests {
  private static let sections = [
    "一、总体情况", "依法公开政府信息。", "二、主动公开政府信息情况", "如下。", "三、收到和处理政府信息公开申请情况", "如下。",
    "四、政府信息公开行政复议、行政诉讼情况", "如下。", "五、存在的主要问题及改进情况", "改进。", "六、其他需要报告的事项", "没有。",
  ]

  private static func lines(_ texts: [String]) -> [Glyph] {
    texts.enumerated().flatMap { DrawnTable.line($1, x: 60, y: 140 + 16 * Double($0)) }
  }

  private static func title(_ agency: String) -> [Glyph] {
    DrawnTable.line("\(agency)2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14)
  }

  private static func report(_ pages: [[Glyph]]) throws -> Report {
    try Reconstructor.reconstruct(
      Document(
        content: .pages(pages.enumerated().map { Page(number: $0 + 1, width: 900, height: 900, glyphs: $1) })))
  }

  /// The pages that other reports begin on.
  private static func pages(_ report: Report) -> [Int] {
    report.others.compactMap { if case .page(let page, _) = $0.place { page } else { nil } }
  }

  @Test("A second report in the file is not this one")
  func secondReport() throws {
    let first = Self.lines(Self.sections + ["临溪市教育局", "2024年1月12日"])
    let second = Self.lines(
      Self.sections.map { $0 == "没有。" ? "另一个单位。" : $0 } + ["临溪市水务局", "2024年1月20日"])
    let report = try Self.report([Self.title("临溪市教育局") + first, Self.title("临溪市水务局") + second])
    #expect(report.sections.map(\.id) == SectionID.allCases)
    #expect(report.sections.last?.text == "没有。")
    #expect(report.signature?.agency == "临溪市教育局")
    #expect(report.others.map(\.title) == ["临溪市水务局2023年政府信息公开工作年度报告"])
    #expect(Self.pages(report) == [2])
  }

  @Test("A title that comes again behind a table of contents is the report's own")
  func contents() throws {
    let title = "临溪市教育局2023年政府信息公开工作年度报告"
    let headings = Self.sections.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    let lines = [title, "目录"] + headings.flatMap { [$0, "3"] } + [title] + Self.sections
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report.others.isEmpty)
    #expect(report.sections.map(\.text) == ["依法公开政府信息。", "如下。", "如下。", "如下。", "改进。", "没有。"])
  }

  @Test("A second report is told behind a first one that lacks its last sections", arguments: 0...2)
  func shortFirst(lacking: Int) throws {
    let own = Self.lines(Array(Self.sections.dropLast(2 * lacking)))
    let report = try Self.report([Self.title("临溪市教育局") + own, Self.title("临溪市水务局") + Self.lines(Self.sections)])
    #expect(report.sections.map(\.id) == SectionID.allCases.dropLast(lacking))
    #expect(Self.pages(report) == [2])
  }

  @Test("Each of several reports behind the first is told")
  func several() throws {
    let names = ["临溪市教育局", "临溪市水务局", "临溪市民政局", "临溪市财政局"]
    let report = try Self.report(names.map { Self.title($0) + Self.lines(Self.sections + [$0, "2024年1月12日"]) })
    #expect(report.agency == names[0])
    #expect(Self.pages(report) == [2, 3, 4])
    #expect(report.others.map { $0.title ?? "" }.elementsEqual(names.dropFirst(), by: { $0.hasPrefix($1) }))
  }

  @Test("The last page of another report before this one is no part of it")
  func restBefore() throws {
    let rest = Self.lines(["五、存在的主要问题及改进情况", "另改。", "六、其他需要报告的事项", "另一个单位。", "临溪市水务局", "2024年1月20日"])
    let own = Self.title("临溪市教育局") + Self.lines(Self.sections + ["临溪市教育局", "2024年1月12日"])
    let report = try Self.report([rest, own])
    #expect(report.sections.map(\.id) == SectionID.allCases)
    #expect(report.sections.last?.text == "没有。" && report.agency == "临溪市教育局")
    #expect(report.others.map(\.title) == [nil] && Self.pages(report) == [1])
  }

  @Test("A page that is in the file twice is no second report, and its lines are no running headers")
  func pageTwice() throws {
    let first = Self.title("临溪市教育局") + Self.lines(Array(Self.sections.prefix(8)))
    let last = Self.lines(Array(Self.sections.suffix(4)) + ["临溪市教育局", "2024年1月12日"])
    let report = try Self.report([first, first, last])
    #expect(report.others.isEmpty && report.year == 2023)
    #expect(Set(report.sections.map(\.id)) == Set(SectionID.allCases))
  }

  // MARK: - Tables of several reports

  private static let rows = Form.of(.applications, .form2019).rows

  private static func table(_ range: Range<Int>, more: Int, top: Double) -> DrawnTable {
    let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    let header = range.lowerBound == 0 ? [[DrawnTable.Cell("项目")] + heads.map { DrawnTable.Cell($0) }] : []
    let body = range.map { r in
      [DrawnTable.Cell(rows[r].label)] + (0..<7).map { DrawnTable.Cell("\(100 + 10 * r + $0 + more)") }
    }
    return DrawnTable(header + body, widths: [380] + Array(repeating: 54, count: 7), top: top)
  }

  private static func review(_ more: Int, top: Double) -> DrawnTable {
    let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    return DrawnTable(
      [
        ["行政复议", "未经复议直接起诉", "复议后起诉"].map { DrawnTable.Cell($0, columns: 5) },
        (outcomes + outcomes + outcomes).map { DrawnTable.Cell($0) }, (0..<15).map { DrawnTable.Cell("\($0 + more)") },
      ], widths: Array(repeating: 50, count: 15), top: top)
  }

  /// The cells of a table that were read.
  private static func read(
    _ id: TableID, _ pages: [[DrawnTable]], title: String = "临溪市教育局2023年政府信息公开工作年度报告", lines: [(String, Double)] = []
  ) throws -> Int {
    let report = try Reconstructor.reconstruct(
      Document(pages, title: title, lines: lines.flatMap { DrawnTable.line($0, x: 60, y: $1) }))
    let table = try #require(report[id])
    #expect(table.missingRows.isEmpty && table.missingColumns.isEmpty)
    return table.rows.reduce(0) { $0 + $1.cells.count { $0.cell.state == .number } }
  }

  @Test("Of two tables of reviews that differ neither is read; a page that stands in the file twice is")
  func reviews() throws {
    let all = Self.table(Self.rows.indices, more: 0, top: 60)
    #expect(try Self.read(.reviewAndLitigation, [[all, Self.review(3, top: 400), Self.review(20, top: 500)]]) == 0)
    #expect(try Self.read(.reviewAndLitigation, [[all, Self.review(3, top: 400), Self.review(3, top: 500)]]) == 15)
  }

  @Test("Pages of another report among those of this one leave its tables in doubt")
  func mixed() throws {
    let (first, rest) = (0..<12, 12..<Self.rows.count)
    // The rest of another one's table, and this one's.
    let pages = [
      [Self.table(rest, more: 1000, top: 60)], [Self.table(first, more: 0, top: 60)],
      [Self.table(rest, more: 0, top: 60)],
    ]
    #expect(try Self.read(.applications, pages) == 0)
    let two = [[Self.table(Self.rows.indices, more: 0, top: 60), Self.table(Self.rows.indices, more: 1000, top: 420)]]
    // A report that has not ended when the title of another one comes, and one that ends twice.
    #expect(try Self.read(.applications, two, lines: [("临溪市水务局2023年政府信息公开工作年度报告", 396)]) == 0)
    let last = "六、其他需要报告的事项"
    #expect(try Self.read(.applications, two, lines: [(last, 396)]) == 7 * Self.rows.count)
    #expect(try Self.read(.applications, two, lines: [(last, 396), (last, 760)]) == 0)
    // Where no report begins before the first table, it may be the rest of another one.
    let reviewed = [two[0] + [Self.review(3, top: 800)]]
    #expect(try Self.read(.applications, reviewed, title: "表", lines: [(last, 396)]) == 0)
  }

  @Test("A table that begins with its first row at the foot of a page, and stands in the file twice, is read once")
  func twiceOverPages() throws {
    let pages = [
      [Self.table(0..<1, more: 0, top: 800)], [Self.table(1..<Self.rows.count, more: 0, top: 60)],
      [Self.table(0..<1, more: 0, top: 800)], [Self.table(1..<Self.rows.count, more: 0, top: 60)],
    ]
    #expect(try Self.read(.applications, pages) == 7 * Self.rows.count)
  }

  @Test("A sheet with other columns is no rest of a row")
  func otherColumns() {
    func row(_ widths: [Double]) -> PrintedRow {
      var left = 0.0
      let cells = widths.map { width in
        defer { left += width }
        return PrintedCell(
          left: left, right: left + width, pieces: [],
          area: Rectangle(left: left, top: 0, right: left + width, bottom: 20), page: 1)
      }
      return PrintedRow(cells: cells, page: 1, top: 0, bottom: 20, block: 0)
    }
    #expect(row([100, 40, 40]).hasCells(like: row([20, 100, 40, 40])))
    #expect(!row([40, 40, 40, 40]).hasCells(like: row([100, 40, 40])))
    // An edge between two columns is lost.
    #expect(row([100, 40, 60, 40, 40]).hasCells(like: row([100, 40, 100, 40])))
    #expect(!row([100, 40, 60, 40, 40]).hasCells(like: row([60, 60, 140, 60])))
  }
}
