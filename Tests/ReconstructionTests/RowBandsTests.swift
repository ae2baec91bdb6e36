import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables ruled between their rows alone, and what stands in their rows besides whole numbers.
@Suite struct RowBandsTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let size = 8.0

  /// A row of the table: the lines of its label, and of its numbers, both to its bottom.
  private struct Row {
    var id: RowID
    var label: [String]
    var numbers: [[String]]
  }

  /// Every label goes on over three lines more, as offices print what it means; the numbers stand at the bottom.
  private static func rows(_ numbers: [RowID: [[String]]] = [:]) -> [Row] {
    form.rows.enumerated().map { r, row in
      let own = (0..<7).map { "\(10 * r + $0 + 100)" }
      return Row(
        id: row.id, label: [row.label, "（以下所称的含义", "参照国家的规定及", "本省的说明）"], numbers: numbers[row.id] ?? [own])
    }
  }

  private static func table(_ rows: [Row], isRuled: Bool) throws -> Table {
    var glyphs = DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 40, y: 60, size: 12)
    func x(_ column: Int) -> Double { 480 + 56 * Double(column) }
    for (c, name) in names.enumerated() { glyphs += DrawnTable.line(name, x: x(c), y: 84) }
    var rulings: [Ruling] = []
    var y = 100.0
    func rule() { rulings.append(Ruling(kind: .line, isHorizontal: true, position: y, start: 50, end: 880)) }
    rule()
    for row in rows {
      let height = size * Double(max(row.label.count, row.numbers.count))
      for (k, text) in row.label.enumerated() { glyphs += DrawnTable.line(text, x: 60, y: y + 1 + size * Double(k)) }
      for (k, line) in row.numbers.enumerated() {
        let top = y + 1 + height - size * Double(row.numbers.count - k)
        for (c, text) in line.enumerated() { glyphs += DrawnTable.line(text, x: x(c), y: top) }
      }
      y += height + 2
      if isRuled { rule() }
    }
    glyphs += DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 40, y: y + 20, size: 12)
    let (all, edges) = (glyphs, rulings)
    let title = DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14)
    let report = try Reconstructor.reconstruct(
      Document(
        content: .pages([Page(number: 1, width: 900, height: 1_200, glyphs: title + all)]), rulings: { _ in edges }))
    return try #require(report[.applications])
  }

  @Test("Numbers between two lines are those of the label there, however far from it they stand")
  func bands() throws {
    let table = try Self.table(Self.rows(), isRuled: true)
    for (r, row) in table.rows.enumerated() {
      #expect(row.cells.map(\.cell.text) == (0..<7).map { "\(10 * r + $0 + 100)" }, "\(row.id)")
      #expect(row.cells.allSatisfy { $0.cell.state == .number }, "\(row.id)")
    }
  }

  @Test(
    "Of a number in two lines neither part is read, whether or not the rows are parted by lines",
    arguments: [true, false])
  func twoLines(isRuled: Bool) throws {
    let numbers: [RowID: [[String]]] = [
      .deniedThirdPartyRights: [["1", "", "", "", "", "", "1"], ["751", "16", "48", "0", "0", "0", "815"]],
      .deniedProcessInformation: [["41", "", "", "", "", "", "4"], ["83", "0", "0", "0", "0", "113", "296"]],
    ]
    let rows = Self.rows(numbers).map { row in
      var row = row
      switch row.id {
      case .deniedThirdPartyRights: row.label = ["4.保护第三方合法权", "益"]
      case .deniedInternalAffairs: row.label = ["5.属于三类内部事务", "信息（人事管理、后", "勤管理、内部工作流", "程）"]
      case .deniedProcessInformation: row.label = ["6.属于四类过程性信", "息（讨论记录、过程", "稿、磋商信函、请示", "报告）"]
      default: row.label = [row.label[0]]
      }
      return row
    }
    let table = try Self.table(rows, isRuled: isRuled)
    for row in table.rows {
      for (k, entry) in row.cells.enumerated() {
        let whole = rows.first { $0.id == row.id }!.numbers.map { $0[k] }.joined()
        #expect(entry.cell.state == .unread || entry.cell.text == whole, "\(row.id) \(entry.cell)")
      }
    }
  }

  @Test("Where words are printed into another line of a row's numbers none of its cells is blank")
  func wordsInOtherLine() throws {
    let numbers: [RowID: [[String]]] = [
      .rejectedReconfirmation: [
        ["", "17", "27", "", "30年1月", "", "47"], ["0", "3", "0", "0", "", "0", "3"],
      ]
    ]
    let table = try Self.table(Self.rows(numbers), isRuled: true)
    let row = try #require(table.rows.first { $0.id == .rejectedReconfirmation })
    #expect(row.cells.allSatisfy { $0.cell.state != .blank })
  }

  @Test("Too few lines are those above and below the table")
  func few() {
    func line(_ y: Double, _ length: Double = 400) -> Ruling {
      Ruling(kind: .line, isHorizontal: true, position: y, start: 100, end: 100 + length)
    }
    #expect(RowBands.separators([line(10), line(20), line(90)]).isEmpty)
    let all = (0..<6).map { line(10 * Double($0)) }
    #expect(RowBands.separators(all + [line(25, 100), line(20.5)]) == [0, 10, 20.25, 30, 40, 50])
    #expect(RowBands.band(24, [0, 10, 20]) == 3 && RowBands.band(24, []) == nil)
  }

  // MARK: - Cells that hold more than a number

  @Test(
    "A dash and a number far from it are two values",
    arguments: [("-", "9", 2.0, true), ("7", "-", 2, true), ("-", "9", 0.1, false)])
  func dash(first: String, second: String, gap: Double, areTwo: Bool) throws {
    let left = DrawnTable.line(first, x: 10, y: 10)
    let line = try #require(
      LineAssembler.lines(left + DrawnTable.line(second, x: 14 + 8 * gap, y: 10), page: 1).first)
    #expect((line.widestGap >= 1) == areTwo)
  }

  @Test("A table that begins within a row has no numbers of that row's first part", arguments: [12, 0])
  func begunBefore(count: Int) throws {
    let count = count == 0 ? Self.form.rows.count : count
    func table(_ label: String) throws -> Table {
      let rows = Self.form.rows.suffix(count).enumerated().map { k, row in
        [DrawnTable.Cell(k == 0 ? label : row.label)]
          + (0..<7).map { DrawnTable.Cell(k == 0 && $0 < 6 ? "" : "\(100 + $0)") }
      }
      let header = [DrawnTable.Cell("项目")] + Self.names.map { DrawnTable.Cell($0) }
      let drawn = DrawnTable([header] + rows, widths: [300] + Array(repeating: 56, count: 7), top: 60)
      return try #require(try Reconstructor.reconstruct(Document([[drawn]]))[.applications])
    }
    let first = Self.form.rows[Self.form.rows.count - count]
    for (label, isRead) in [(first.label, true), (String(first.label.suffix(9)), false)] {
      let row = try #require(try table(label).rows.first { $0.id == first.id })
      #expect(row.cells.contains { $0.cell.state == .unread } != isRead, "\(label)")
    }
  }

  @Test(
    "A row of which the next page shows the end has no numbers of its first part, where that stands in no row",
    arguments: [true, false])
  func begunOnPage(isWhole: Bool) throws {
    let header = [DrawnTable.Cell("项目")] + Self.names.map { DrawnTable.Cell($0) }
    func row(_ label: String, _ numbers: [String]) -> [DrawnTable.Cell] {
      ([label] + numbers).map { DrawnTable.Cell($0) }
    }
    let numbers = (0..<7).map { "\(100 + $0)" }
    let at = try #require(Self.form.rows.firstIndex { $0.id == .deniedInternalAffairs })
    let upper = Self.form.rows[..<at].map { row($0.label, numbers) }
    let label = Self.form.rows[at].label
    let nothing = row("", Array(repeating: "", count: 7))
    let first = row(isWhole ? label : "三类内部事务信息", Array(repeating: "", count: 7))
    let rest: [[DrawnTable.Cell]] = Self.form.rows[(at + 1)...].map { row($0.label, numbers) }
    let lower: [[DrawnTable.Cell]] = [nothing, first] + rest
    let widths = [300] + Array(repeating: 56.0, count: 7)
    let pages = [DrawnTable([header] + upper, widths: widths, top: 60), DrawnTable(lower, widths: widths, top: 60)]
    let report = try Reconstructor.reconstruct(Document(pages.map { [$0] }))
    let table = try #require(report[TableID.applications])
    let cells = try #require(table.rows.first { $0.id == .deniedInternalAffairs }).cells
    #expect(cells.allSatisfy { $0.cell.state == (isWhole ? .blank : .unread) })
  }

  @Test(
    "As many cells as a header has that names hardly any column are not its columns' by their number",
    arguments: [1, 4])
  func brokenHeader(nameless: Int) {
    let columns = (0..<5).map { (k: Int) -> ColumnPlan.Column in
      let id = k < nameless ? nil : Form.applicantColumns[k + 2]
      return ColumnPlan.Column(id: id, label: "", left: 60 * Double(k), right: 60 * Double(k) + 60)
    }
    let plan = ColumnPlan(columns: columns, missing: [.naturalPerson], blockLeft: 0, blockRight: 300)
    let cells = (0..<5).map { (k: Int) -> PrintedCell in
      let left = 70 * Double(k)
      let box = Rectangle(left: left, top: 0, right: left + 5, bottom: 9)
      let piece = PrintedPiece(text: "7", place: .page(1, box), left: left, right: left + 5, top: 0, bottom: 9, unit: 5)
      return PrintedCell(left: left, right: left + 70, pieces: [piece])
    }
    let isFilled = plan.contents(cells, sameExtent: false).contains { if case .cell = $0 { true } else { false } }
    #expect(isFilled == (nameless == 1))
  }

  @Test(
    "The thousands of a number among the words of a label leave no number beside it",
    arguments: [("一、本年新收政府信息公开申请数20，量", true), ("一、本年新收政府信息公开申请数量", false), ("1，属于国家秘密", false)])
  func thousandsInLabel(label: String, isHeld: Bool) throws {
    let row = try #require(Self.form.rows.first { $0.id == (label.hasPrefix("一") ? .newReceived : .deniedStateSecret) })
    var cells = row.columns.map {
      ReportModel.Row.Entry(column: $0, cell: Cell(state: .number, text: "722", value: 722))
    }
    HeldNumbers.doubt(&cells, label: label, of: row)
    #expect(cells.allSatisfy { $0.cell.state == (isHeld ? .unread : .number) })
  }

  @Test("A number in the cell of a label of article 20 has left its column", arguments: ["规范性文件", "规范性文件2", "规范性文件２"])
  func heldNumber(label: String) throws {
    let head = ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"].map { DrawnTable.Cell($0) }
    let isHeld = label.count > 5
    let numbers = ["2", "02", "26"].map { DrawnTable.Cell($0) }
    let drawn = DrawnTable(
      [
        [DrawnTable.Cell("第二十条第（一）项", columns: 4)], head, ["规章", "1", "3", "4"].map { DrawnTable.Cell($0) },
        [DrawnTable.Cell(label)] + numbers,
      ], widths: [120, 90, 90, 90], top: 60)
    let table = try #require(try Reconstructor.reconstruct(Document([[drawn]], lines: []))[.article20])
    let cells = try #require(table.rows.first { $0.id == .normativeDocuments }).cells
    #expect(cells.last?.cell.state == (isHeld ? .unread : .number))
  }

  @Test("Words most of which are the row's own label are no value of its cells")
  func ownLabel() {
    let row = Self.form.rows.first { $0.id == .partiallyGranted }!
    for (text, state) in [
      ("本年（二）部分公开（区分处理度办的，只计这一情形，不计其他0理结情形）", Cell.State.unread), ("详见政府网站公开的统计表", .text),
    ] {
      let cells = row.columns.map { ReportModel.Row.Entry(column: $0, cell: Cell(state: .text, text: text)) }
      let table = Table(
        id: .applications, template: .form2021, templateIsPrinted: false,
        rows: [ReportModel.Row(id: row.id, label: row.label, cells: cells)])
      #expect(PrintedLabels.acquitted(table, rows: []).rows[0].cells[0].cell.state == state)
    }
  }

  @Test(
    "A label that a stamp has made one with numbers leaves no blanks beside it",
    arguments: [(300.0, true), (180, false)])
  func stamped(right: Double, isMarred: Bool) {
    func run(_ text: String, _ left: Double, _ right: Double) -> LooseRun {
      LooseRun(
        text: text, left: left, right: right, place: .page(1, Rectangle(left: left, top: 5, right: right, bottom: 15)),
        isValue: true)
    }
    let line = LooseLine(
      runs: [run("2.没有现成政需要务另0公0", 60, right), run("9", 400, 405)], page: 1, y: 10, unit: 10, index: 0)
    #expect(LooseApplications([line]).marred([0], start: 200) == (isMarred ? [0] : []))
  }
}
