import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts of programs that turn web pages into text, with a bar behind each cell.
@Suite struct BarredTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let numbers = TextSamples.numbers(form, isFull: true) { 1 << $0 }
  /// Zeros are printed as blank cells.
  private static let blanks = numbers.map { $0.map { $0 == 0 ? "" : String($0) } }

  /// A table by its rows; `width`: the columns of its grid.
  private struct Grid {
    var width: Int
    var rows: [[String]]
  }

  private static func article20(_ regulations: [String] = ["0", "1", "4"]) -> Grid {
    let one = ["信息内容", "本年处理决定数量"]
    return Grid(
      width: 4,
      rows: [
        ["第二十条第(一)项"], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章"] + regulations, ["行政规范性文件", "3", "2", "8"],
        ["第二十条第(五)项"], one, ["行政许可", "12"], ["第二十条第(六)项"], one, ["行政处罚", "7"], ["行政强制", "5"],
        ["第二十条第(八)项"], ["信息内容", "本年收费金额(单位:万元)"], ["行政事业性收费", "6.5"],
      ])
  }

  private static func applications(_ values: [[String]]) -> Grid {
    var rows = [
      ["(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)", "申请人情况"], ["自然人", "法人或其他组织", "总计"],
      ["商业 企业", "科研 机构", "社会公益组织", "法律服务机构", "其他"],
    ]
    var group: String?
    for (row, values) in zip(form.rows, values) {
      var labels = row.id == .granted ? ["三、本年度办理结果"] : []
      if let own = row.group, own != group { labels.append(own) }
      group = row.group
      rows.append(labels + [row.label] + values)
    }
    return Grid(width: 10, rows: rows)
  }

  private static let review = Grid(
    width: 15,
    rows: [
      ["行政复议", "行政诉讼"], ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "复议后起诉"],
      ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"],
      ["1", "2", "0", "4", "7", "0", "1", "0", "1", "2", "3", "0", "0", "2", "5"],
    ])

  private static func report(
    _ regulations: [String] = ["0", "1", "4"], _ values: [[String]] = blanks, written: (Grid) -> [String]
  ) throws -> Report {
    var lines = ["青溪县水务局2023年政府信息公开工作年度报告", "一、总体情况", "本局做好公开工作。", "二、主动公开政府信息情况"]
    lines += written(article20(regulations)) + ["三、收到和处理政府信息公开申请情况"] + written(applications(values))
    lines += ["四、政府信息公开行政复议、行政诉讼情况"] + written(review) + ["五、存在的主要问题及改进情况", "人手不足,将予改进。"]
    lines += ["六、其他需要报告的事项", "无其他需要报告的事项。"]
    return try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  private static func texts(_ report: Report, _ id: TableID) -> [[String]] {
    TextSamples.texts(report.tables.first { $0.id == id })
  }

  private static func expectWhole(_ report: Report) {
    #expect(texts(report, .article20) == [["0", "1", "4"], ["3", "2", "8"], ["12"], ["7"], ["5"], ["6.5"]])
    #expect(texts(report, .applications) == blanks.map { $0.map { $0.isEmpty ? "blank" : $0 } })
    #expect(texts(report, .reviewAndLitigation).flatMap { $0 } == review.rows[3])
  }

  private static func bars(_ row: [String], of grid: Grid) -> String {
    String(repeating: "|", count: grid.width - row.count)
  }

  @Test("A row a line: bars that fill it up are no cells", arguments: ["", "| "])
  func rows(start: String) throws {
    Self.expectWhole(
      try Self.report { grid in
        grid.rows.map { row in start + row.map { "\($0) | " }.joined() + Self.bars(row, of: grid) }
      })
  }

  @Test("A row a line without bars to fill it up")
  func bare() throws {
    Self.expectWhole(try Self.report { $0.rows.map { row in row.map { "\($0) | " }.joined() } })
  }

  @Test("A cell a line: bars on a line of their own end a row")
  func cells() throws {
    Self.expectWhole(
      try Self.report { grid in
        grid.rows.flatMap { row in
          let bars = Self.bars(row, of: grid)
          return row.map { $0.isEmpty ? "|" : "\($0) |" } + (bars.isEmpty ? [] : [bars])
        }
      })
  }

  @Test("A cell a line: a bar begins a row, others stand behind its last cell")
  func led() throws {
    Self.expectWhole(
      try Self.report { grid in
        grid.rows.flatMap { row in
          let cells = row.map { $0.isEmpty ? "|" : "\($0) |" }
          return ["|"] + cells.dropLast() + [cells.last! + " " + Self.bars(row, of: grid)]
        }
      })
  }

  @Test("Bars on lines of their own between the cells")
  func between() throws {
    let report = try Self.report { grid in
      grid.rows.joined().flatMap { cell in
        cell.isEmpty ? ["|"] : cell.split(separator: " ").map(String.init) + ["|"]
      }
    }
    Self.expectWhole(report)
  }

  @Test("Where blank cells are left out, a row of the Article-20 table that is too short is not read from the left")
  func dropped() throws {
    let report = try Self.report(["4"], Self.blanks.map { $0.filter { !$0.isEmpty } }) { grid in
      grid.rows.flatMap { row in row.map { "\($0) |" } + [Self.bars(row, of: grid)].filter { !$0.isEmpty } }
    }
    #expect(Self.texts(report, .article20)[0] == ["unread", "unread", "unread"])
    #expect(Self.texts(report, .article20)[1] == ["3", "2", "8"])
    for (own, printed) in zip(Self.texts(report, .applications), Self.blanks) {
      for (cell, text) in zip(own, printed) where cell != "unread" {
        #expect(cell == (text.isEmpty ? "blank" : text))
      }
    }
  }

  @Test(
    "Where blank cells are left out, a bar at the end of a row that lacks one is no blank cell, and rows without numbers are blank"
  )
  func droppedInRows() throws {
    func article20(_ regulations: [String]) throws -> [[String]] {
      let report = try Self.report(regulations, Self.blanks.map { $0.filter { !$0.isEmpty } }) { grid in
        grid.rows.map { row in row.map { "\($0) | " }.joined() + Self.bars(row, of: grid) }
      }
      return Self.texts(report, .article20)
    }
    #expect(try article20(["1", "4"])[0] == ["unread", "unread", "unread"])
    #expect(try article20([])[0] == ["blank", "blank", "blank"])
  }

  @Test("An empty line within a table is none of its rows", arguments: ["", "|"])
  func emptyLine(start: String) throws {
    Self.expectWhole(
      try Self.report { grid in
        grid.rows.enumerated().flatMap { r, row in
          let bars = Self.bars(row, of: grid)
          let cells = row.map { $0.isEmpty ? "|" : "\($0) |" } + (bars.isEmpty ? [] : [bars])
          return [start].filter { !$0.isEmpty } + (r == 9 ? [cells[0], ""] + cells.dropFirst() : cells)
        }
      })
  }

  @Test("A text with the Article-20 table of 2021 alone is read by its fields")
  func alone() throws {
    var lines = ["青溪县水务局2023年政府信息公开工作年度报告", "一、总体情况", "本局做好公开工作。", "二、主动公开政府信息情况"]
    lines += Self.article20().rows.map { row in row.map { "\($0) | " }.joined() }
    lines += ["三、收到和处理政府信息公开申请情况", "无。"]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(
      Self.texts(report, .article20) == [["0", "1", "4"], ["3", "2", "8"], ["12"], ["7"], ["5"], ["6.5"]])
  }

  @Test("A Markdown table keeps its empty fields")
  func markdown() {
    let lines =
      ["| 信息内容 | 数量 | ||", "| --- | --- | --- | --- |", "| 甲 | 1 | ||", "| 乙 | 2 | ||"]
      + (1...8).map { "| 丙\($0) | | ||" }
    let source = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    #expect(BarredText.unfolded(source).map(\.text) == lines)
  }
}
