import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables of the form in an arrangement of their own: read, or said to be unread; never said to lack what is printed in them.
@Suite struct ArrangementTests {
  private typealias Cell = DrawnTable.Cell
  private static let applications = Form.of(.applications, .form2021)
  private static let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]

  /// The number of a row and column: all different.
  private static func number(_ row: Int, _ column: Int) -> Int { 100 + 10 * row + column }

  private static func read(_ tables: [DrawnTable], lines: [Glyph] = []) throws -> Report {
    try Reconstructor.reconstruct(Document([tables], lines: lines))
  }

  private static func values(_ report: Report, _ id: TableID) throws -> [[Int?]] {
    let table = try #require(report.tables.first { $0.id == id })
    return table.rows.map { row in row.cells.map { $0.cell.value.map { NSDecimalNumber(decimal: $0).intValue } } }
  }

  /// The applications table, one label a row, its columns in the order given.
  private static func table(
    _ order: [Int] = Array(0..<7), before: (Int) -> [Cell] = { _ in [] }, header: [Cell] = [], widths: [Double] = [380],
    top: Double = 60, more: Int = 0
  ) -> DrawnTable {
    let rows = applications.rows.enumerated().map { r, row in
      [Cell((row.group ?? "") + row.label)] + before(r) + order.map { Cell("\(number(r, $0) + more)") }
    }
    return DrawnTable(
      [["项目"] + header + order.map { Cell(heads[$0]) }] + rows, widths: widths + Array(repeating: 54, count: 7),
      top: top)
  }
  private static let all = applications.rows.indices.map { r in (0..<7).map { number(r, $0) } }

  @Test("The sum may stand before what it sums up")
  func sumFirst() throws {
    let report = try Self.read([Self.table([6, 0, 1, 2, 3, 4, 5])])
    #expect(try Self.values(report, .applications) == Self.all)
    #expect(report.tables[0].missingColumns == [])
  }

  @Test(
    "Of a table that is printed with other numbers once more nobody knows which one is meant", arguments: [0, 1000])
  func printedTwice(more: Int) throws {
    let report = try Self.read([Self.table(more: more), Self.table(top: 420, more: 1000 - more)])
    #expect(try Self.values(report, .applications).allSatisfy { $0.allSatisfy { $0 == nil } })
    #expect(report.tables[0].missingRows == [])
  }

  @Test("Rows may be numbered between label and numbers; a column that does not count is no numbering")
  func rowNumbers() throws {
    let counting = Self.table(before: { [Cell("\($0 + 1)")] }, header: ["行次"], widths: [380, 20])
    #expect(try Self.values(Self.read([counting]), .applications) == Self.all)
    let other = Self.table(before: { [Cell("\(($0 + 1) % 5)")] }, header: ["行次"], widths: [380, 20])
    // It is a column beside the form's, as its name tells.
    #expect(try Self.values(Self.read([other]), .applications) == Self.all)
  }

  @Test("The rows of section 二 may be numbered under a name of their own")
  func numberedBlocks() throws {
    let rows: [[Cell]] = [
      [Cell("第二十条第（一）项", columns: 5)], ["序号", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["1", "规章", "1", "2", "3"],
      ["2", "行政规范性文件", "4", "5", "6"], [Cell("第二十条第（五）项", columns: 5)],
      ["序号", "信息内容", Cell("本年处理决定数量", columns: 3)], ["3", "行政许可", Cell("7", columns: 3)],
      [Cell("第二十条第（六）项", columns: 5)], ["序号", "信息内容", Cell("本年处理决定数量", columns: 3)],
      ["4", "行政处罚", Cell("8", columns: 3)], ["5", "行政强制", Cell("9", columns: 3)], [Cell("第二十条第（八）项", columns: 5)],
      ["序号", "信息内容", Cell("本年收费金额（单位：万元）", columns: 3)], ["6", "行政事业性收费", Cell("10", columns: 3)],
    ]
    let report = try Self.read([DrawnTable(rows, widths: [50, 150, 150, 150, 150], top: 60)])
    #expect(try Self.values(report, .article20) == [[1, 2, 3], [4, 5, 6], [7], [8], [9], [10]])
    #expect(try #require(report[TableID.article20]).extras.isEmpty)
  }

  @Test("Rows printed twice: it is not certain which are meant")
  func repeated() throws {
    let first = Self.table(Array(0..<4))
    let second = DrawnTable(
      [["项目", "法律服务机构", "其他", "总计"]]
        + Self.applications.rows.enumerated().map { r, row in
          [Cell((row.group ?? "") + row.label)] + (4..<7).map { Cell("\(Self.number(r, $0))") }
        }, widths: [380, 60, 60, 60], top: first.bottom + 20)
    let table = try #require(try Self.read([first, second]).tables.first { $0.id == .applications })
    #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == .unread } })
    #expect(table.missingRows == [] && table.missingColumns == [])
  }

  private static let groups = ["行政复议", "未经复议直接起诉", "复议后起诉"]
  private static let review = (0..<3).map { g in (0..<5).map { number(g, $0) } }

  @Test(
    "The fifteen numbers of section 四 in three rows, in three tables, or one under the other, over a page break too")
  func reviews() throws {
    let rows = DrawnTable(
      [
        [Cell("类别", columns: 2)] + Self.outcomes.map { Cell($0) },
        [Cell("行政复议", columns: 2)] + Self.review[0].map { Cell("\($0)") },
      ]
        + [
          [Cell("行政诉讼", rows: 2), "未经复议直接起诉"] + Self.review[1].map { Cell("\($0)") },
          ["复议后起诉"] + Self.review[2].map { Cell("\($0)") },
        ], widths: [60, 80, 50, 50, 50, 50, 50], top: 60)
    #expect(try Self.values(Self.read([rows]), .reviewAndLitigation) == Self.review)
    var top = 60.0
    let three = Self.groups.indices.map { g -> DrawnTable in
      defer { top += 60 }
      return DrawnTable(
        [[Cell(Self.groups[g], columns: 5)], Self.outcomes.map { Cell($0) }, Self.review[g].map { Cell("\($0)") }],
        widths: Array(repeating: 60, count: 5), top: top)
    }
    #expect(try Self.values(Self.read(three), .reviewAndLitigation) == Self.review)
    let list = { (g: Int, range: Range<Int>, label: String) in
      range.map { c in
        (c == range.lowerBound ? [Cell(label, rows: range.count)] : []) + [
          Cell(Self.outcomes[c]), Cell("\(Self.review[g][c])"),
        ]
      }
    }
    let widths = [100.0, 60, 60]
    let upper = DrawnTable(list(0, 0..<5, Self.groups[0]) + list(1, 0..<3, Self.groups[1]), widths: widths, top: 740)
    let lower = DrawnTable(list(1, 3..<5, "") + list(2, 0..<5, Self.groups[2]), widths: widths, top: 40)
    let report = try Reconstructor.reconstruct(Document([[upper], [lower]]))
    #expect(try Self.values(report, .reviewAndLitigation) == Self.review)
  }

  @Test("A table that goes on to its own right is read there")
  func sideBySide() throws {
    let left: [[Cell]] = [
      [Cell("第二十条第（一）项", columns: 4)], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "1", "2", "3"],
      ["行政规范性文件", "4", "5", "6"],
    ]
    let right: [[Cell]] = [
      [Cell("第二十条第（五）项", columns: 4)], ["信息内容", Cell("本年处理决定数量", columns: 3)], ["行政许可", Cell("7", columns: 3)],
      [Cell("第二十条第（六）项", columns: 4)], ["信息内容", Cell("本年处理决定数量", columns: 3)], ["行政处罚", Cell("8", columns: 3)],
      ["行政强制", Cell("9", columns: 3)],
    ]
    let rows = right.indices.map { (left.indices.contains($0) ? left[$0] : [Cell("", columns: 4)]) + right[$0] }
    let report = try Self.read([DrawnTable(rows, widths: Array(repeating: 66, count: 8), top: 60)])
    let values = try Self.values(report, .article20)
    #expect(values.prefix(5).map { $0 } == [[1, 2, 3], [4, 5, 6], [7], [8], [9]])
  }

  @Test("A table that stands on its side is there, and unread")
  func transposed() throws {
    let labels = Self.applications.rows.map { ($0.group ?? "") + $0.label }
    let table = DrawnTable(
      [[""] + labels.map { Cell($0) }]
        + Self.heads.indices.map { c in
          [Cell(Self.heads[c])] + labels.indices.map { Cell("\(Self.number($0, c))") }
        }, widths: [60] + Array(repeating: 420, count: labels.count), top: 60)
    var document = Document([[table]])
    guard case .pages(var pages) = document.content else { return }
    pages[0].width = 11_000
    document.content = .pages(pages)
    let read = try #require(try Reconstructor.reconstruct(document).tables.first { $0.id == .applications })
    #expect(read.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == .unread } })
    #expect(read.missingRows == [] && read.missingColumns == [])
  }

  @Test(
    "Three tables whose groups are written over them, and no heading that names two",
    arguments: [
      (["（一）行政复议", "（二）行政诉讼—未经复议直接起诉", "（三）行政诉讼—复议后起诉"], true), (["行政复议、行政诉讼", "未经复议直接起诉", "复议后起诉"], false),
    ])
  func captionedGroups(captions: [String], isRead: Bool) throws {
    let tables = (0..<3).map { group in
      DrawnTable(
        [Self.outcomes.map { Cell($0) }, (0..<5).map { Cell("\(Self.number(group, $0))") }],
        widths: Array(repeating: 60, count: 5), top: 120 + 60 * Double(group))
    }
    let lines = captions.enumerated().flatMap { DrawnTable.line($1, x: 40, y: 104 + 60 * Double($0)) }
    let heading = DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 40, y: 80, size: 10)
    let report = try Self.read(tables, lines: heading + lines)
    let whole = (0..<3).map { group in (0..<5).map { Self.number(group, $0) } }
    #expect(try (Self.values(report, .reviewAndLitigation) == whole) == isRead)
  }

  @Test("The names of the blocks of section 二 may have a column to themselves")
  func blockColumn() throws {
    let table = DrawnTable(
      [
        ["条款", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], [.init("第二十条第（一）项", rows: 2), "规章", "1", "2", "3"],
        ["行政规范性文件", "4", "5", "6"], ["条款", "信息内容", .init("本年处理决定数量", columns: 3)],
        ["第二十条第（五）项", "行政许可", .init("7", columns: 3)], [.init("第二十条第（六）项", rows: 2), "行政处罚", .init("8", columns: 3)],
        ["行政强制", .init("9", columns: 3)], ["条款", "信息内容", .init("本年收费金额（单位：万元）", columns: 3)],
        ["第二十条第（八）项", "行政事业性收费", .init("10", columns: 3)],
      ], widths: [110, 90, 80, 80, 80], top: 80)
    let report = try Self.read([table], lines: DrawnTable.line("二、主动公开政府信息情况", x: 40, y: 60, size: 10))
    #expect(try Self.values(report, .article20) == [[1, 2, 3], [4, 5, 6], [7], [8], [9], [10]])
  }
}
