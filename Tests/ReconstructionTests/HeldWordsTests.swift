import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Cells and rows that hold more than their own number, or only a part of it.
@Suite struct HeldWordsTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

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
      Row.Entry(column: $0, cell: Cell(state: .number, text: "722", value: 722))
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
      let cells = row.columns.map { Row.Entry(column: $0, cell: Cell(state: .text, text: text)) }
      let table = Table(
        id: .applications, template: .form2021, templateIsPrinted: false,
        rows: [Row(id: row.id, label: row.label, cells: cells)])
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
