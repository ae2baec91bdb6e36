import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Numbers of a text that a watermark or a break drove out of their rows.
@Suite struct StrayNumberTests {
  /// An Article-20 table that prints its zeros, with rows too many, after the doubts of texts; its row 行政许可 looks empty.
  private static func table(_ extras: [String]) -> Table {
    let form = Form.of(.article20, .form2019)
    let rows = form.rows.map { row in
      Row(
        id: row.id, label: row.label,
        cells: row.columns.map { column in
          .init(
            column: column,
            cell: row.id == .licensing ? Cell(state: .blank) : Cell(state: .number, text: "0", value: 0))
        })
    }
    var reading = TableReading()
    reading.tables[.article20] = Table(
      id: .article20, template: .form2019, rows: rows,
      extras: extras.map { ExtraLine(axis: .row, label: $0, places: [], texts: ["0"]) }, places: [])
    TextDoubts.applied(to: &reading, lines: [])
    return reading.tables[.article20]!
  }

  @Test(
    "Where numbers stand by themselves, a row that looks empty may have lost them, and none is too many",
    arguments: ["", "清"])
  func stray(_ label: String) {
    let table = Self.table([label])
    #expect(table[.licensing, .decisions]?.state == .unread)
    #expect(table[.penalties, .decisions]?.text == "0")
    #expect(table.extras.isEmpty)
  }

  @Test("With no numbers but those of a row too many it is blank", arguments: [[], ["行政征收"]])
  func blank(_ extras: [String]) {
    let table = Self.table(extras)
    #expect(table[.licensing, .decisions]?.state == .blank)
    #expect(table.extras.map(\.label) == extras)
  }

  @Test("A row whose label lacks a character is not missing from a text", arguments: ["行政事业收费", "行政事业性收费"])
  func misprinted(_ label: String) {
    var table = Self.table([])
    table.missingRows = [.fees]
    var reading = TableReading()
    reading.tables[.article20] = table
    TextDoubts.applied(to: &reading, lines: [SourceLine(number: 1, text: label)])
    #expect(reading.tables[.article20]?.missingRows == [])
    reading.tables[.article20] = table
    TextDoubts.applied(to: &reading, lines: [SourceLine(number: 1, text: "行政处罚")])
    #expect(reading.tables[.article20]?.missingRows == [.fees])
  }

  /// An applications table that is aligned by spaces, its last row torn by two lines of a stamp.
  private static func torn(_ isTorn: Bool) throws -> Table? {
    let form = Form.of(.applications, .form2021)
    let numbers = TextSamples.numbers(form, isFull: true)
    func line(_ label: String, _ cells: [String]) -> String {
      var text = label + String(repeating: " ", count: max(1, 44 - label.unicodeScalars.count))
      for cell in cells { text += cell + String(repeating: " ", count: max(1, 9 - cell.unicodeScalars.count)) }
      return text
    }
    var lines = ["临溪市教育局2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    lines.append(line("", ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]))
    for (row, cells) in zip(form.rows, numbers).dropLast() { lines.append(line(row.label, cells.map { String($0) })) }
    let last = numbers[numbers.count - 1].map { String($0) }
    let label = form.rows[form.rows.count - 1].label
    if isTorn {
      lines += [
        line(label, Array(last[..<3])), line("", ["", "", "", "平湖县云岭"]), line("", ["", "", ""] + last[3...]),
        line("", ["", "", "", "镇人民政府"]),
      ]
    } else {
      lines.append(line(label, last))
    }
    lines += ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    return try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
      .tables.first { $0.id == .applications }
  }

  @Test(
    "The rest of a row that a stamp tore is no row too many, and the row is not blank there", arguments: [true, false])
  func torn(isTorn: Bool) throws {
    let table = try #require(try Self.torn(isTorn))
    let last = try #require(table.rows.last)
    #expect(last.cells.allSatisfy { $0.cell.state != .blank })
    #expect(table.extras.isEmpty)
    if !isTorn { #expect(last.cells.last?.cell.text == "3") }
  }

  /// Two rows of an applications table as fields, after the doubts of texts.
  private static func cells(_ rows: [[String]], lines: [String]) -> [[String]] {
    let form = Form.of(.applications, .form2021)
    let read = zip(form.rows, rows).enumerated().map { k, row in
      Row(
        id: row.0.id, label: row.0.label,
        cells: zip(row.0.columns, row.1).map { column, text in
          .init(column: column, cell: ValueReader.read(text, places: [.line(k + 1)]))
        })
    }
    var reading = TableReading()
    reading.tables[.applications] = Table(id: .applications, template: .form2021, rows: read, places: [])
    TextDoubts.applied(to: &reading, lines: lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    return reading.tables[.applications]!.rows.map { $0.cells.map { $0.cell.state == .unread ? "?" : $0.cell.text } }
  }

  @Test(
    "Digits with a space among them are one number where the sum of their row holds, and unread where it fails",
    arguments: [
      ("| 767 | 35 | 0 | 0 | 0 | 3 | 8 05 |", "805", "3", false),
      ("| 767 | 35 | 0 | 0 | 0 | 2 | 1 805 |", "1805", "2", true),
      ("| 767 | 35 | 0 | 0 | 0 | 2 | 1805 |", "1805", "2", false),
      ("| 767 | 35 | 0 | 0 | 0 | 2 | 1 8 0 5 |", "1805", "2", true),
      ("| 7 6 7 | 3 5 | 0 | 0 | 0 | 2 | 1 8 0 5 |", "1805", "2", false),
      ("767 35 0 0 0 2 1 805 1805", "1805", "2", false),
    ])
  func parted(line: String, total: String, others: String, isUnread: Bool) {
    let cells = ["767", "35", "0", "0", "0", others, total]
    #expect(Self.cells([cells], lines: [line]) == [isUnread ? Array(repeating: "?", count: 7) : cells])
  }
}
