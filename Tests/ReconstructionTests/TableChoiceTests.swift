import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables of the form that stand in a report more than once, and other tables that use its words.
@Suite struct TableChoiceTests {
  private typealias Cell = DrawnTable.Cell
  private static let rows = Form.of(.applications, .form2019).rows
  private static let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

  private static func number(_ row: Int, _ column: Int, _ more: Int) -> Int { 100 + 10 * row + column + more }
  private static func all(_ more: Int) -> [[Int?]] { rows.indices.map { r in (0..<7).map { number(r, $0, more) } } }

  /// The applications table. `range`: the rows of the form that it holds.
  private static func table(
    more: Int = 0, left: Double = 40, top: Double, label: Double = 380, number width: Double = 54,
    rows range: Range<Int> = rows.indices, hasHeader: Bool = true
  ) -> DrawnTable {
    let body = range.map { r in
      [Cell(rows[r].label)] + (0..<7).map { Cell("\(number(r, $0, more))") }
    }
    let header = hasHeader ? [[Cell("项目")] + heads.map { Cell($0) }] : []
    return DrawnTable(
      header + body, widths: [label] + Array(repeating: width, count: 7), left: left, top: top)
  }

  private static func values(_ report: Report, _ id: TableID = .applications) throws -> [[Int?]] {
    let table = try #require(report.tables.first { $0.id == id })
    return table.rows.map { row in row.cells.map { $0.cell.value.map { NSDecimalNumber(decimal: $0).intValue } } }
  }

  private static func line(_ text: String, y: Double, x: Double = 60) -> [Glyph] { DrawnTable.line(text, x: x, y: y) }

  @Test(
    "Of this year's table and last year's, this year's is read, wherever it stands",
    arguments: [
      ("2022年申请情况", "2023年申请情况", 1000), ("表1 2023年申请情况", "表2 2022年申请情况", 0), ("本年度情况", "上年度情况", 0),
      ("三、收到和处理政府信息公开申请情况", "附：2022年申请情况", 0), ("去年", "三、收到和处理政府信息公开申请情况", 1000),
      ("申请情况", "附件：某镇统计表", 0),
    ])
  func years(first: String, second: String, meant: Int) throws {
    let lines = Self.line(first, y: 48) + Self.line(second, y: 408)
    let report = try Reconstructor.reconstruct(
      Document([[Self.table(top: 60), Self.table(more: 1000, top: 420)]], lines: lines))
    #expect(try Self.values(report) == Self.all(meant))
  }

  @Test("Where nothing says which one is meant, none is", arguments: [("情况", "情况"), ("2023年与2022年", "对比")])
  func undecided(first: String, second: String) throws {
    let lines = Self.line(first, y: 48) + Self.line(second, y: 408)
    let report = try Reconstructor.reconstruct(
      Document([[Self.table(top: 60), Self.table(more: 1000, top: 420)]], lines: lines))
    #expect(try Self.values(report).allSatisfy { $0.allSatisfy { $0 == nil } })
  }

  @Test(
    "Rows of a form that nobody filled in, printed again and again before those that are, are none of these",
    arguments: [1, 2, 3])
  func blankForms(count: Int) throws {
    let header = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"].map { Cell($0) }
    let blank = ["规章", "", "", ""].map { Cell($0) }
    let filled = ["规章", "4", "5", "6"].map { Cell($0) }
    let table = DrawnTable(
      [header] + Array(repeating: blank, count: count) + [header, filled], widths: [200, 120, 120, 120], left: 40,
      top: 60)
    let report = try Reconstructor.reconstruct(Document([[table]]))
    let read = TextSamples.texts(report.tables.first { $0.id == .article20 })
    #expect(read.first == ["4", "5", "6"] || read.first == Array(repeating: "unread", count: 3))
  }

  @Test("Words of a table that touches this one do not say which one it is")
  func touchingAbove() throws {
    let other = DrawnTable(
      [[Cell("信息内容"), Cell("本年收费金额")], [Cell("行政事业性收费"), Cell("27")]], widths: [380, 378], top: 396)
    let lines = Self.line("三、收到和处理政府信息公开申请情况", y: 48)
    let report = try Reconstructor.reconstruct(
      Document([[Self.table(top: 60), other, Self.table(more: 1000, top: 420)]], lines: lines))
    #expect(try Self.values(report).allSatisfy { $0.allSatisfy { $0 == nil } })
  }

  @Test("What stands behind the last section is another body's, though its heading is in two lines")
  func appended() throws {
    let lines =
      Self.line("三、收到和处理政府信息公开申请情况", y: 48) + Self.line("六、", y: 390) + Self.line("其他需要报告的事项", y: 402)
      + Self.line("一、总体情况", y: 36)
    let pages = [[Self.table(top: 60), Self.table(more: 1000, top: 420)]]
    #expect(try Self.values(Reconstructor.reconstruct(Document(pages, lines: lines))) == Self.all(0))
  }

  @Test("Tables of two years beside one another go on over the page each for itself")
  func besideEachOther() throws {
    func half(_ x: Double, _ more: Int, _ range: Range<Int>, top: Double) -> DrawnTable {
      Self.table(more: more, left: x, top: top, label: 240, number: 24, rows: range, hasHeader: range.lowerBound == 0)
    }
    let pages = [
      [half(20, 0, 0..<12, top: 80), half(460, 1000, 0..<12, top: 80)],
      [half(20, 0, 12..<Self.rows.count, top: 40), half(460, 1000, 12..<Self.rows.count, top: 40)],
    ]
    let lines = Self.line("2022年", y: 64, x: 200) + Self.line("2023年", y: 64, x: 640)
    #expect(try Self.values(Reconstructor.reconstruct(Document(pages, lines: lines))) == Self.all(1000))
  }

  @Test("Statistics that use words of the form are none of its tables", arguments: [false, true])
  func ownStatistics(isBehind: Bool) throws {
    let other = DrawnTable(
      [
        ["申请方式", "当面", "信函", "网络", "合计"], ["自然人", "1", "2", "3", "6"], ["商业企业", "1", "0", "0", "1"],
        ["予以公开", "2", "2", "3", "7"],
      ], widths: [100, 60, 60, 60, 60], top: isBehind ? 500 : 60)
    let table = Self.table(top: 140)
    let report = try Reconstructor.reconstruct(Document([isBehind ? [table, other] : [other, table]]))
    #expect(try Self.values(report) == Self.all(0))
    #expect(report.tables[0].missingColumns == [])
  }

  @Test("Rows of another table that touches the one of the form are not its rows")
  func touching() throws {
    let form: [[Cell]] = [
      [Cell("第二十条第（一）项", columns: 4)], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "1", "2", "3"],
      ["行政规范性文件", "4", "5", "6"], [Cell("第二十条第（五）项", columns: 4)],
      ["信息内容", Cell("本年处理决定数量", columns: 3)], ["行政许可", Cell("7", columns: 3)],
      [Cell("第二十条第（六）项", columns: 4)], ["信息内容", Cell("本年处理决定数量", columns: 3)],
      ["行政处罚", Cell("8", columns: 3)], ["行政强制", Cell("9", columns: 3)], [Cell("第二十条第（八）项", columns: 4)],
      ["信息内容", Cell("本年收费金额（单位：万元）", columns: 3)], ["行政事业性收费", Cell("10", columns: 3)],
    ]
    let own: [[Cell]] = [
      ["公开渠道", "数量", "比例", "备注"], ["规范性文件", "91", "92", "93"], ["行政许可", "94", "95", "96"],
      ["行政处罚", "97", "98", "99"],
    ]
    let table = DrawnTable(form + own, widths: [200, 150, 150, 150], top: 60)
    let report = try Reconstructor.reconstruct(Document([[table]]))
    #expect(try Self.values(report, .article20) == [[1, 2, 3], [4, 5, 6], [7], [8], [9], [10]])
  }

  @Test("A table of the report's own before the one of article 20, which goes on over a page, is none of its rows")
  func comparedBefore() throws {
    let own = DrawnTable(
      [["指标", "2023年", "2022年", "增减"], ["行政许可", "12", "9", "+3"], ["行政处罚", "33", "40", "-7"]],
      widths: [200, 150, 150, 150],
      top: 60)
    let upper = DrawnTable(
      [
        [Cell("第二十条第（一）项", columns: 4)], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "1", "2", "3"],
        ["行政规范性文件", "4", "5", "6"], [Cell("第二十条第（五）项", columns: 4)],
      ], widths: [200, 150, 150, 150], top: 120)
    let lower = DrawnTable(
      [
        ["信息内容", Cell("本年处理决定数量", columns: 3)], ["行政许可", Cell("7", columns: 3)],
        [Cell("第二十条第（六）项", columns: 4)], ["信息内容", Cell("本年处理决定数量", columns: 3)],
        ["行政处罚", Cell("8", columns: 3)], ["行政强制", Cell("9", columns: 3)], [Cell("第二十条第（八）项", columns: 4)],
        ["信息内容", Cell("本年收费金额（单位：万元）", columns: 3)], ["行政事业性收费", Cell("10", columns: 3)],
      ], widths: [200, 150, 150, 150], top: 40)
    let report = try Reconstructor.reconstruct(Document([[own, upper], [lower]]))
    #expect(try Self.values(report, .article20) == [[1, 2, 3], [4, 5, 6], [7], [8], [9], [10]])
    #expect(report.tables.allSatisfy { $0.missingRows.isEmpty })
  }

  @Test("A heading beside the side bar of a web page is one")
  func sideBar() {
    func heading(_ texts: [(String, Double)]) -> [String] {
      LineAssembler.lines(texts.flatMap { Self.line($0.0, y: 60, x: $0.1) }, page: 1).flatMap(Headings.parted).map(
        \.text)
    }
    #expect(heading([("公开指南", 20), ("一、总体情况", 100)]) == ["公开指南", "一、总体情况"])
    #expect(heading([("公开指南", 20), ("二、总体情况", 100)]) == ["公开指南二、总体情况"])
    #expect(heading([("一、", 20), ("总体情况", 100)]) == ["一、总体情况"])
  }

  @Test("Cells for numbers that are joined do not shift a row")
  func joinedCells() throws {
    var rows: [[Cell]] = [[Cell("项目", columns: 3)] + Self.heads.map { Cell($0) }]
    let groups = Dictionary(grouping: Self.rows.indices) { Self.rows[$0].group }
    for (r, row) in Self.rows.enumerated() {
      var line: [Cell] = []
      if r == 2 { line.append(Cell("三、本年度办理结果", rows: Self.rows.count - 3)) }
      if let group = row.group {
        if groups[group]!.first == r { line.append(Cell(group, rows: groups[group]!.count)) }
        line.append(Cell(row.label))
      } else {
        line.append(Cell(row.label, columns: r < 2 || r == Self.rows.count - 1 ? 3 : 2))
      }
      let numbers = (0..<7).map { Cell("\(Self.number(r, $0, 0))") }
      line += row.id == .deniedInternalAffairs ? [numbers[0], Cell("0", columns: 3)] + numbers[4...] : numbers
      rows.append(line)
    }
    let table = DrawnTable(rows, widths: [90, 70, 260] + Array(repeating: 50, count: 7), top: 60)
    let read = try Self.values(Reconstructor.reconstruct(Document([[table]])))
    var expected = Self.all(0)
    let joined = try #require(Self.rows.firstIndex { $0.id == .deniedInternalAffairs })
    for k in 1...3 { expected[joined][k] = nil }
    #expect(read == expected)
  }

  @Test("Links over a report are not its title")
  func links() throws {
    let lines = Self.line("首页 > 公开 > 2021年政府信息公开工作年度报告", y: 10)
    #expect(try Reconstructor.reconstruct(Document([[Self.table(top: 60)]], lines: lines)).year == 2023)
  }

  @Test(
    "Rows that come again with other numbers, and nothing that says whose they are, are in doubt; the others are not")
  func again() throws {
    let pages = [
      [Self.table(top: 60)], [Self.table(more: 1000, top: 60, rows: 20..<Self.rows.count, hasHeader: false)],
    ]
    let report = try Reconstructor.reconstruct(Document(pages))
    let read = try Self.values(report)
    #expect(read[20...].allSatisfy { $0.allSatisfy { $0 == nil } })
    #expect(read[..<20] == Self.all(0)[..<20])
  }

  @Test("A page that is in the file twice is read once", arguments: [[0, 0, 1, 1], [0, 1, 0, 1]])
  func copies(order: [Int]) throws {
    let own = [[Self.table(top: 60, rows: 0..<12)], [Self.table(top: 60, rows: 12..<Self.rows.count)]]
    let report = try Reconstructor.reconstruct(Document(order.map { own[$0] }))
    #expect(try Self.values(report) == Self.all(0))
    #expect(report.tables[0].missingRows == [])
  }

  @Test("The tables of a second report on pages of its own are none of the first's")
  func second() throws {
    let titles = ["临溪市教育局2023年政府信息公开工作年度报告", "临溪市水务局2023年政府信息公开工作年度报告"]
    let sections = ["一、总体情况", "平稳。", "二、主动公开政府信息情况", "见表。", "三、收到和处理政府信息公开申请情况"]
    let ends = ["四、政府信息公开行政复议、行政诉讼情况", "无。", "五、存在的主要问题及改进情况", "改进。", "六、其他需要报告的事项", "无。"]
    func text(_ lines: [String], top: Double) -> [Glyph] {
      lines.enumerated().flatMap { DrawnTable.line($1, x: 60, y: top + 14 * Double($0)) }
    }
    var pages: [Page] = []
    var rulings: [Int: [Ruling]] = [:]
    for (index, title) in titles.enumerated() {
      // The first one lacks the rows that the second one has.
      let table = Self.table(more: 1000 * index, top: 140, rows: index == 0 ? 0..<20 : 0..<Self.rows.count)
      let page = Page(
        number: index + 1, width: 900, height: 900,
        glyphs: DrawnTable.line(title, x: 200, y: 20, size: 14) + text(sections, top: 50) + table.glyphs
          + text(ends, top: 600))
      pages.append(page)
      rulings[index + 1] = table.rulings
    }
    let report = try Reconstructor.reconstruct(
      Document(content: .pages(pages), rulings: { [rulings] in rulings[$0] ?? [] }))
    #expect(report.others.map(\.title) == [titles[1]])
    let read = try Self.values(report)
    #expect(read[..<20] == Self.all(0)[..<20])
    #expect(read[20...].allSatisfy { $0.allSatisfy { $0 == nil } })
  }
}
