import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Numbers of tables without rules that are too wide for their columns and go on further down.
@Suite struct WrappedNumbersTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  /// So many rows stand on the first page.
  private static let first = 13

  private static func x(_ column: Int) -> Double { 500 + 55 * Double(column) }

  private static func header(_ y: Double) -> [Glyph] {
    names.enumerated().flatMap { DrawnTable.line($1, x: x($0), y: y) }
  }

  /// The rows of the table, 40 points apart, on two pages with the header on each; and the end of a number at a place of the page.
  /// - Parameter isLastBlank: without the numbers of the last row.
  private static func row(_ row: Int, end: (page: Int, y: Double)?, isLastBlank: Bool = false) throws -> [Cell] {
    var pages = [
      DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14)
        + DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 60, y: 70, size: 10) + header(100), header(100),
    ]
    for (r, numbers) in TextSamples.numbers(form).enumerated() {
      let y = 140 + 40 * Double(r % first)
      pages[r / first] += DrawnTable.line(form.rows[r].label, x: 40, y: y)
      for (c, number) in numbers.enumerated() where !isLastBlank || r + 1 < form.rows.count {
        pages[r / first] += DrawnTable.line(String(number), x: x(c), y: y)
      }
    }
    if let end { pages[end.page] += DrawnTable.line("8", x: x(6), y: end.y) }
    let report = try Reconstructor.reconstruct(
      Document(
        content: .pages(
          pages.enumerated().map { Page(number: $0 + 1, width: 900, height: 900, glyphs: $1) })))
    return try #require(report[.applications]).rows[row].cells.map(\.cell)
  }

  @Test(
    "A number that begins above the first row, goes on over a break of the page, or further down than the next line, is not read as one part of it",
    arguments: [(0, 0, 128.0), (12, 1, 127.0), (12, 1, 118.0), (3, 0, 280.0), (3, 0, 270.0), (7, 0, 441.0)])
  func ends(row: Int, page: Int, y: Double) throws {
    #expect(try Self.row(row, end: nil).allSatisfy { $0.state == .number })
    #expect(try Self.row(row, end: (page, y))[6].state == .unread)
  }

  @Test("What stands under a number, where the row below may be blank, may be its rest", arguments: [10.0, 12])
  func lastButOne(below: Double) throws {
    let total = Self.form.rows.count - 2
    let y = 140 + 40 * Double(total % Self.first)
    #expect(try Self.row(total, end: nil, isLastBlank: true).allSatisfy { $0.state == .number })
    #expect(try Self.row(total, end: (1, y + below), isLastBlank: true)[6].state == .unread)
  }

  @Test(
    "A zero and the number below it are two, whatever the sums say",
    arguments: [("0", false), ("０", false), ("1", true)])
  func zero(first: String, isOne: Bool) {
    let pieces = [first, "18"].map { text in
      PrintedPiece(
        text: text, place: .page(1, Rectangle(left: 0, top: 0, right: 9, bottom: 9)), left: 0, right: 9, top: 0,
        bottom: 9, unit: 4)
    }
    let joined = PlacedRows.joined(PrintedCell(left: 0, right: 9, pieces: pieces))
    #expect((joined != nil) == isOne)
  }

  /// A consistent table, one of whose cells may hold two numbers.
  private static func table(_ text: String, isBlankTotal: Bool = false, isText: Bool = false) -> Table {
    let numbers = TextSamples.numbers(form) { $0 == 5 ? 13 : 1 }
    let rows = form.rows.indices.map { r in
      let cells = Form.applicantColumns.enumerated().map { c, column in
        let isOutcome = ApplicationSums.Role(form.rows[r].id) == .outcome
        let cell =
          if r == 5, c == 0 {
            Cell(
              state: .unread, text: text,
              places: [isText ? .line(9) : .page(1, Rectangle(left: 0, top: 0, right: 9, bottom: 9))],
              doubt: .severalValues)
          } else if isBlankTotal, isOutcome, column == .total {
            Cell(state: .blank)
          } else {
            Cell(state: .number, text: String(numbers[r][c]), value: Decimal(numbers[r][c]))
          }
        return Row.Entry(column: column, cell: cell)
      }
      return Row(id: form.rows[r].id, label: form.rows[r].label, cells: cells)
    }
    return Table(id: .applications, template: .form2021, rows: rows)
  }

  @Test(
    "Lines that make all sums hold as one number are one, also where outcomes leave their totals blank; in a text they may be anything",
    arguments: [
      ("104", false, false, true), ("104", true, false, true), ("1０4", false, false, true),
      ("105", false, false, false),
      ("014", false, false, false), ("104", false, true, false),
    ])
  func proven(text: String, isBlankTotal: Bool, isText: Bool, isRead: Bool) {
    let table = Self.table(text, isBlankTotal: isBlankTotal, isText: isText)
    let cell = WrappedNumbers.settled(table).rows[5].cells[0].cell
    #expect(cell.state == (isRead ? .number : .unread))
    #expect(cell.text == text)
  }
}
