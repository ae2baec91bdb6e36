import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts in which someone wrote down the cells one after the other, some of them blank.
@Suite struct CellALineTests {
  private static let form = Form.of(.applications, .form2021)
  /// Numbers that are told from one another.
  private static func weight(_ row: Int) -> Int { 1 << row }

  /// A report whose applications table has blanks for zeros; `blank`: the lines that a blank cell leaves.
  private static func report(
    blank: [String], labels: [String] = form.rows.map(\.label), between: [String] = []
  ) throws -> Report {
    var lines = ["临溪县人民政府2022年政府信息公开工作年度报告", "二、主动公开政府信息情况", "第二十条第（一）项", "信息内容"]
    lines += ["本年制发件数", "本年废止件数", "现行有效件数", "规章"] + blank + blank + blank + ["行政规范性文件", "3"] + blank + ["8"]
    lines += ["第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", "12", "第二十条第（六）项", "信息内容", "本年处理决定数量"]
    lines += ["行政处罚", "4", "行政强制"] + blank + ["第二十条第（八）项", "信息内容", "本年收费金额（单位：万元）", "行政事业性收费"] + blank
    lines += ["三、收到和处理政府信息公开申请情况", "申请人情况", "自然人", "法人或其他组织", "总计"]
    lines += ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    for (label, row) in zip(labels, TextSamples.numbers(form, isFull: true, weight: weight)) {
      lines += label.split(separator: "|").map(String.init) + row.flatMap { $0 == 0 ? blank : [String($0)] } + between
    }
    lines += ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    return try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  private static func table(_ report: Report, _ id: TableID = .applications) -> [[String]] {
    TextSamples.texts(report.tables.first { $0.id == id })
  }

  private static let numbers = TextSamples.numbers(form, isFull: true, weight: weight).map {
    $0.map { $0 == 0 ? "blank" : String($0) }
  }

  @Test("An empty line behind a label is a blank cell where every row has its seven lines")
  func emptyLines() throws {
    let report = try Self.report(blank: [""])
    #expect(Self.table(report) == Self.numbers)
    #expect(
      Self.table(report, .article20) == [
        ["blank", "blank", "blank"], ["3", "blank", "8"], ["12"], ["4"], ["blank"], ["blank"],
      ])
  }

  @Test("Without a line for blanks the sums place the numbers of the label before them, or none")
  func lostBlanks() throws {
    let rows = Self.table(try Self.report(blank: []))
    var read = 0
    for (own, expected) in zip(rows, Self.numbers) {
      for (cell, printed) in zip(own, expected) where cell != "unread" {
        #expect(cell == printed)
        read += 1
      }
    }
    #expect(read > 40)
  }

  @Test(
    "Labels in pieces, or lines that do not follow one another alike, are a converter's: its numbers may stand behind other labels"
  )
  func converted() throws {
    var labels = Self.form.rows.map(\.label)
    labels[9].insert("|", at: labels[9].index(labels[9].startIndex, offsetBy: 6))
    #expect(Self.table(try Self.report(blank: [], labels: labels)).joined().allSatisfy { $0 == "unread" })
    #expect(Self.table(try Self.report(blank: [], between: ["", ""])).joined().allSatisfy { $0 == "unread" })
  }

  @Test("Labels without a number among them are no table of blank cells: its numbers stand elsewhere")
  func labelsAlone() {
    let labels = Self.form.rows.enumerated().map { StreamReading.Token(text: $1.label, line: $0 + 1, isValue: false) }
    #expect(!CellALine.holds(labels))
  }
}
