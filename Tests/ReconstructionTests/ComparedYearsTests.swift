import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables with last year's numbers, or those of other groups, among the form's.
@Suite struct ComparedYearsTests {
  private static let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]

  private static func review(_ groups: [String]) throws -> [String] {
    let header =
      [groups.map { DrawnTable.Cell($0, columns: 5) }]
      + [groups.flatMap { _ in outcomes }.map { DrawnTable.Cell($0) }]
    let numbers = groups.indices.flatMap { group in (0..<5).map { DrawnTable.Cell("\(10 * (group + 1) + $0)") } }
    let table = DrawnTable(header + [numbers], widths: Array(repeating: 40, count: 5 * groups.count), top: 60)
    let report = try Reconstructor.reconstruct(
      Document([[table]], lines: DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 60, y: 44)))
    return TextSamples.texts(report[TableID.reviewAndLitigation]).flatMap { $0 }
  }

  @Test(
    "Of more groups than the form's those are read that have its names, wherever they stand",
    arguments: [0, 1, 2, 3], ["合计", "投诉举报", "行政复议（上年）"])
  func groups(place: Int, name: String) throws {
    var groups = ["行政复议", "未经复议直接起诉", "复议后起诉"]
    groups.insert(name, at: place)
    let own = (0..<4).filter { $0 != place }
    #expect(try Self.review(groups) == own.flatMap { group in (0..<5).map { "\(10 * (group + 1) + $0)" } })
  }

  @Test("Where a name comes twice no group is known")
  func twice() throws {
    #expect(try Self.review(["行政复议", "行政复议", "未经复议直接起诉", "复议后起诉"]).allSatisfy { $0 == "unread" })
  }

  private static func article20(_ columns: [String]) throws -> [String] {
    let cells = { (texts: [String]) in texts.map { DrawnTable.Cell($0) } }
    let table = DrawnTable(
      [
        [DrawnTable.Cell("第二十条第（一）项", columns: columns.count + 1)], cells(["信息内容"] + columns),
        cells(["规章"] + columns.indices.map { "\($0 + 1)" }),
        cells(["行政规范性文件"] + columns.indices.map { "\($0 + 11)" }),
        [DrawnTable.Cell("第二十条第（五）项", columns: columns.count + 1)],
        [DrawnTable.Cell("信息内容"), DrawnTable.Cell("本年处理决定数量", columns: columns.count)],
        [DrawnTable.Cell("行政许可"), DrawnTable.Cell("7", columns: columns.count)],
      ], widths: [160] + Array(repeating: 110, count: columns.count), top: 60)
    let report = try Reconstructor.reconstruct(
      Document([[table]], lines: DrawnTable.line("二、主动公开政府信息情况", x: 60, y: 44)))
    return TextSamples.texts(report[TableID.article20])[1]
  }

  @Test(
    "A column of another year beside the form's own leaves open which is meant, unless its name says so",
    arguments: [
      (["2022年制发件数", "2023年制发件数", "本年废止件数", "现行有效件数"], "unread"),
      (["上年制发件数", "本年制发件数", "本年废止件数", "现行有效件数"], "unread"),
      (["本年制发件数", "本年废止件数", "现行有效件数"], "11"),
    ])
  func years(columns: [String], made: String) throws {
    let read = try Self.article20(columns)
    // What is read is this year's, or nothing.
    #expect(read[0] == made || read[0] == "12" && columns.count == 4)
  }

  @Test(
    "A column that names another year leaves the form's own name this year's; one of this year does not",
    arguments: [("上年总计", "26"), ("2022年总计", "26"), ("本年总计", "unread"), ("2023年总计", "unread")])
  func otherTotal(name: String, total: String) throws {
    let names = ["项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计", name]
    let rows = Form.of(.applications, .form2021).rows.map { row in
      [DrawnTable.Cell(row.label)] + (0..<8).map { DrawnTable.Cell("\(20 + $0)") }
    }
    let table = DrawnTable(
      [names.map { DrawnTable.Cell($0) }] + rows, widths: [330] + Array(repeating: 60, count: 8), top: 60)
    let report = try Reconstructor.reconstruct(
      Document([[table]], lines: DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 60, y: 44)))
    let read = TextSamples.texts(report[TableID.applications])
    #expect(read.allSatisfy { $0.dropLast() == ["20", "21", "22", "23", "24", "25"] && $0.last == total })
  }

  /// The table of article 20 with a column in each block beside those of the form.
  private static func blocks(_ header: [[String]], _ name: String) throws -> [[String]] {
    let cells = { (texts: [String]) in texts.map { DrawnTable.Cell($0) } }
    var rows: [[DrawnTable.Cell]] = []
    for (item, labels) in [
      ("（一）", ["规章", "行政规范性文件"]), ("（五）", ["行政许可"]), ("（六）", ["行政处罚", "行政强制"]), ("（八）", ["行政事业性收费"]),
    ] {
      rows.append([DrawnTable.Cell("第二十条第\(item)项", columns: 5)])
      let title = item == "（八）" ? "本年收费金额（单位：万元）" : "本年处理决定数量"
      let names = item == "（一）" ? ["本年制发件数", "本年废止件数", "现行有效件数"] : [title]
      rows.append(
        [DrawnTable.Cell("信息内容")] + names.map { DrawnTable.Cell($0, columns: names.count == 1 ? 3 : 1) } + cells([name])
      )
      rows += header.map(cells)
      for label in labels {
        rows.append(
          [DrawnTable.Cell(label)]
            + names.indices.map { DrawnTable.Cell("\($0 + 1)", columns: names.count == 1 ? 3 : 1) } + cells(["9"]))
      }
    }
    let table = DrawnTable(rows, widths: [160, 110, 110, 110, 80], top: 60)
    let report = try Reconstructor.reconstruct(
      Document([[table]], lines: DrawnTable.line("二、主动公开政府信息情况", x: 60, y: 44)))
    return TextSamples.texts(report[TableID.article20])
  }

  @Test("The name of last year over a column beside the form's in each block is no line of last year's")
  func columnOfLastYear() throws {
    #expect(
      try Self.blocks([], "上年") == [["1", "2", "3"], ["1", "2", "3"], ["1"], ["1"], ["1"], ["1"]])
    #expect(try Self.blocks([], "本年").joined().allSatisfy { $0 == "unread" })
  }

  @Test("A row that numbers the columns of the review table is none of its numbers", arguments: [true, false])
  func numberedColumns(isNumbering: Bool) throws {
    let numbers = (1...15).map { isNumbering || $0 < 15 ? "\($0)" : "\($0 + 1)" }
    let groups = ["行政复议", "未经复议直接起诉", "复议后起诉"]
    let own = ["1", "2", "0", "0", "3"]
    let rows =
      [groups.map { DrawnTable.Cell($0, columns: 5) }]
      + [groups.flatMap { _ in Self.outcomes }, numbers, own + own + own].map { $0.map { DrawnTable.Cell($0) } }
    let table = DrawnTable(rows, widths: Array(repeating: 40, count: 15), top: 60)
    let report = try Reconstructor.reconstruct(
      Document([[table]], lines: DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 60, y: 44)))
    let read = TextSamples.texts(report[TableID.reviewAndLitigation])
    #expect(read == Array(repeating: isNumbering ? own : Array(repeating: "unread", count: 5), count: 3))
  }

  @Test("A table with a line of each year in its rows says of none which is meant", arguments: [true, false])
  func lines(isCompared: Bool) throws {
    let form = Form.of(.applications, .form2021)
    let header = [["项目", "年度", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"].map { DrawnTable.Cell($0) }]
    let rows = form.rows.flatMap { row -> [[DrawnTable.Cell]] in
      let numbers = { (more: Int) in (0..<7).map { DrawnTable.Cell("\(more + $0)") } }
      return isCompared
        ? [
          [DrawnTable.Cell(row.label, rows: 2), DrawnTable.Cell("上年")] + numbers(10),
          [DrawnTable.Cell("本年")] + numbers(20),
        ] : [[DrawnTable.Cell(row.label), DrawnTable.Cell("")] + numbers(20)]
    }
    let table = DrawnTable(header + rows, widths: [330, 40] + Array(repeating: 66, count: 7), top: 60)
    let report = try Reconstructor.reconstruct(
      Document([[table]], lines: DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 60, y: 44)))
    let read = TextSamples.texts(report[TableID.applications]).joined()
    #expect(read.contains("10") == false)
    #expect(read.contains("26") == !isCompared)
  }

  @Test(
    "Labels that come from the foot of the table up, in a text that goes down its columns, tell no order of its rows")
  func upward() {
    let form = Form.of(.applications, .form2021)
    func token(_ text: String, _ line: Int) -> StreamReading.Token {
      StreamReading.Token(text: text, line: line, isValue: false)
    }
    let labels = form.rows[4..<12].map { String($0.label.prefix(9)) }
    #expect(ExchangedBlocks.areUpward(labels.reversed().enumerated().map { token($1, $0) }))
    #expect(!ExchangedBlocks.areUpward(labels.enumerated().map { token($1, $0) }))
  }
}
