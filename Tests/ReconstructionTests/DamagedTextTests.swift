import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts whose lines were exchanged, lost, given twice or run together: no cell is another one's.
@Suite struct DamagedTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static func weight(_ row: Int) -> Int { 1 << row }
  private static let numbers = TextSamples.numbers(form, isFull: true, weight: weight)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let texts = numbers.map { $0.map(String.init) }

  private static func report(_ applications: [String], article20: [String] = article20) throws -> Report {
    var lines = ["临溪县人民政府2022年政府信息公开工作年度报告", "二、主动公开政府信息情况"] + article20
    lines += ["三、收到和处理政府信息公开申请情况"] + applications + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    return try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  private static func table(_ lines: [String], article20: [String] = article20) throws -> [[String]] {
    TextSamples.texts(try report(lines, article20: article20).tables.first { $0.id == .applications })
  }

  private static let article20 = [
    ["第二十条第（一）项"], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "0", "1", "4"], ["行政规范性文件", "3", "2", "8"],
    ["第二十条第（五）项"], ["信息内容", "本年处理决定数量"], ["行政许可", "12"], ["第二十条第（六）项"], ["信息内容", "本年处理决定数量"],
    ["行政处罚", "7"], ["行政强制", "5"], ["第二十条第（八）项"], ["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费", "6.5"],
  ].map { ($0 + Array(repeating: "", count: 4 - $0.count)).joined(separator: "\t") }

  /// A row a line, fields parted by tabs.
  private static func fields(_ rows: [(label: String, values: [String])], names: [String] = names) -> [String] {
    [(["", ""] + names).joined(separator: "\t")]
      + rows.map { (["", $0.label] + $0.values).joined(separator: "\t") }
  }

  private static var rows: [(label: String, values: [String])] { zip(form.rows.map(\.label), texts).map { ($0, $1) } }

  // MARK: Rows in another order

  @Test("Rows that change their places are read by their labels", arguments: [(0, 1), (3, 9), (8, 24), (22, 23)])
  func exchanged(a: Int, b: Int) throws {
    var rows = Self.rows
    rows.swapAt(a, b)
    #expect(try Self.table(Self.fields(rows)) == Self.texts)
  }

  @Test(
    "Lines that are aligned by spaces and change their places are read by their labels",
    arguments: [(0, 1), (3, 9), (8, 24), (22, 23)])
  func exchangedLines(a: Int, b: Int) throws {
    var rows = Self.rows
    rows.swapAt(a, b)
    let lines =
      ["".padding(84) + Self.names.map { $0.padding(14) }.joined()]
      + rows.map { $0.label.padding(84) + $0.values.map { $0.padding(14) }.joined() }
    #expect(try Self.table(lines, article20: []) == Self.texts)
  }

  @Test("A row with the label of another that has it, too, takes nothing from it")
  func claimed() throws {
    var rows = Self.rows
    rows[9].label = rows[5].label
    let table = try Self.table(Self.fields(rows))
    #expect(table[5] == Self.texts[5])
    #expect(table[9] == Self.texts[9])
    // Where the label of the row that is claimed is lost, one of the two is not known.
    rows[5].label = "其他情形"
    #expect(try Self.table(Self.fields(rows))[5].allSatisfy { $0 == "unread" })
  }

  @Test("Rows of the Article-20 table that change their places are read by their labels")
  func article20Rows() throws {
    var lines = Self.article20
    lines.swapAt(9, 10)
    let report = try Self.report(Self.fields(Self.rows), article20: lines)
    #expect(
      TextSamples.texts(report.tables.first { $0.id == .article20 })
        == [["0", "1", "4"], ["3", "2", "8"], ["12"], ["7"], ["5"], ["6.5"]])
  }

  // MARK: Lines too many, too few

  /// A cell a line; blank cells leave nothing.
  private static func cells(_ change: (Int, [String]) -> [String]) -> [String] {
    ["申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
      + rows.enumerated().flatMap { r, row in [row.label] + change(r, row.values) }
  }

  @Test(
    "A number too many makes no whole row of one that lacks one",
    arguments: [
      // Without one 2 the row adds up; and one that has lost its total, as all rows of its text.
      ([["1", "2", "0", "4", "7"], ["0", "3", "1", "4"]], ["1", "2", "2", "0", "3", "0", "6"]),
      (
        [["1", "2", "0", "4", "0", "0"], ["0", "3", "5", "1"], ["2", "2", "3"]], ["1", "2", "0", "0", "3", "3", "0"]
      ),
    ])
  func stray(short: [[String]], doubted: [String]) throws {
    func row(_ values: [String]) -> PrintedRow {
      let cells = values.enumerated().map { FieldRows.cell($1, line: 0, column: FieldRows.firstValue + Double($0)) }
      return PrintedRow(cells: cells, page: 0, top: 0, bottom: 0, block: 0)
    }
    var rows = (short + [["1", "2", "0", "3", "0", "0", "6"], doubted]).map(row)
    StrayNumbers.doubt(&rows, columns: 7)
    #expect(rows.dropLast().allSatisfy { $0.doubt == nil })
    #expect(rows.last?.doubt == .columnAmbiguous)
  }

  @Test("Without the names of the columns, a table of six has no seventh")
  func lostNames() throws {
    let rows = Self.rows.map { (label: $0.label, values: Array($0.values[..<4] + $0.values[5...])) }
    let lines = rows.enumerated().map { r, row in
      ((r > 1 ? ["", row.label] : [row.label, ""]) + row.values).joined(separator: "\t")
    }
    #expect(try Self.table(lines).joined().allSatisfy { $0 == "unread" })
  }

  @Test("A line that is cut in two leaves no blanks")
  func cutLine() throws {
    let lines =
      ["".padding(84) + Self.names.map { $0.padding(14) }.joined()]
      + Self.rows.enumerated().flatMap { r, row -> [String] in
        let line = row.label.padding(84) + row.values.map { $0.padding(14) }.joined()
        guard r == 7 else { return [line] }
        return [
          row.label.padding(84) + row.values[..<5].map { $0.padding(14) }.joined(),
          "   " + row.values[5...].map { $0.padding(14) }.joined(),
        ]
      }
    let row = try Self.table(lines, article20: [])[7]
    #expect(!row.contains("blank"))
  }

  /// An Article-20 table without its last row, in a text.
  private static func shortTable(extras: [ExtraLine] = [], lines: [String]) -> Table? {
    let form = Form.of(.article20, .form2021)
    let rows = form.rows.map { row in
      Row(
        id: row.id, label: row.label,
        cells: row.columns.map { .init(column: $0, cell: Cell(state: .number, text: "1", value: 1)) })
    }
    var reading = TableReading()
    reading.tables[.article20] = Table(
      id: .article20, template: .form2021, rows: rows, missingRows: [.fees], extras: extras, places: [])
    TextDoubts.applied(to: &reading, lines: lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    return reading.tables[.article20]
  }

  @Test("A row is missing, but not where numbers stand in the table without their label")
  func lostLabel() throws {
    #expect(Self.shortTable(lines: [])?.missingRows == [.fees])
    let numbers = ExtraLine(axis: .row, label: "", places: [], texts: ["6.5"])
    #expect(Self.shortTable(extras: [numbers], lines: [])?.missingRows == [])
    let words = ExtraLine(axis: .row, label: "其他收费", places: [], texts: ["6.5"])
    #expect(Self.shortTable(extras: [words], lines: [])?.missingRows == [.fees])
  }

  // MARK: Lines that came to one

  @Test("A row that stands behind another in the same line is not missing; in a sentence it may be")
  func glued() throws {
    #expect(Self.shortTable(lines: ["信息内容\t采购数量\t本年收费金额行政事业性收费\t1"])?.missingRows == [])
    #expect(Self.shortTable(lines: ["本年\t本局没有\t行政事业性收费。"])?.missingRows == [.fees])
  }

  @Test("Under a header that stands behind the label of its block numbers do not move to other columns")
  func gluedHeader() throws {
    var lines = Self.article20.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: true).joined(separator: "\t") + "\t"
    }
    lines[0] += lines.remove(at: 1)
    let table = try #require(
      try Self.report(Self.fields(Self.rows), article20: lines).tables.first { $0.id == .article20 })
    let row = TextSamples.texts(table)[0]
    #expect(row == ["0", "1", "4"] || row.allSatisfy { $0 == "unread" })
  }

  @Test("A number with the label of the next block behind it is not read")
  func gluedNumber() throws {
    var lines = Self.article20
    lines[3] = "行政规范性文件\t3\t2\t8第二十条第（五）项"
    lines.remove(at: 4)
    let table = try #require(
      try Self.report(Self.fields(Self.rows), article20: lines).tables.first { $0.id == .article20 })
    #expect(TextSamples.texts(table)[1] == ["3", "2", "unread"])
  }
}
