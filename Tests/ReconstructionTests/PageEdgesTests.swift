import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Pages that show less than was laid out for them.
@Suite struct PageEdgesTests {
  /// Digits of 5 × 10 points, the first one's left at `x`.
  private static func number(_ text: String, x: Double, y: Double) -> [Glyph] {
    text.unicodeScalars.enumerated().map { k, scalar in
      let left = x + 5 * Double(k)
      return Glyph(character: scalar, box: Rectangle(left: left, top: y, right: left + 5, bottom: y + 10))
    }
  }

  @Test(
    "A number that runs over the side of the page, or goes on beyond it, is not whole",
    arguments: [
      ("1234", 583.0, true), ("1234", 592, true), ("12", 586, false), ("12", -6, true), ("12", -1, true),
      ("12", 1, false), ("计划", 592, false), ("1", 598, true), ("1", -3, true), ("1", 599.8, false),
    ])
  func digits(text: String, x: Double, isCut: Bool) {
    let page = Page(number: 1, width: 600, height: 800, glyphs: Self.number(text, x: x, y: 100))
    let seen = PageEdges.marked(page).glyphs.filter { (0...600).contains($0.box.midX) }
    #expect(seen.contains(where: \.isHidden) == isCut)
  }

  /// Columns of 40 points from `left` on and rows of 20, without the edges at those places.
  private static func grid(columns: Int, left: Double, without missing: [Double] = []) -> Grid {
    let xs = (0...columns).map { left + 40 * Double($0) }
    let down = xs.filter { !missing.contains($0) }.map {
      Ruling(kind: .line, isHorizontal: false, position: $0, start: 100, end: 160)
    }
    let across = (0...3).map {
      Ruling(kind: .line, isHorizontal: true, position: 100 + 20 * Double($0), start: left, end: xs.last!)
    }
    return GridBuilder.grids(down + across)[0]
  }

  private static func cut(_ grid: Grid, width: Double, _ glyphs: [Glyph]) -> [String] {
    let page = Page(number: 1, width: width, height: 800, glyphs: glyphs)
    let rows = GridRows.rows(grid, glyphs: glyphs, lines: LineAssembler.lines(glyphs, page: 1), page: 1, block: 0)
    return PageEdges.doubted(rows, of: grid, page: page).flatMap(\.cells).filter(\.isCut).map(\.text)
  }

  @Test("A table without an edge at its right side that ends where a browser ends what it prints may go on beyond it")
  func clipped() {
    let clip = Rectangle(left: 28, top: 28, right: 260, bottom: 780)
    #expect(PageEdges.reachClip([clip], Self.grid(columns: 4, left: 100, without: [260])))
    #expect(!PageEdges.reachClip([clip], Self.grid(columns: 4, left: 100)))
    #expect(!PageEdges.reachClip([clip], Self.grid(columns: 3, left: 100, without: [220])))
    #expect(!PageEdges.reachClip([], Self.grid(columns: 4, left: 100, without: [260])))
  }

  @Test(
    "At the side of a cut area what looks blank is none, in a column that is mostly unread",
    arguments: [(13, 260.0, 25), (12, 260, 12), (13, 300, 13)])
  func cutBlanks(unread: Int, right: Double, doubted: Int) {
    func blank(_ r: Int, right: Double) -> Cell {
      let box = Rectangle(left: right - 20, top: 10 * Double(r), right: right, bottom: 10 * Double(r + 1))
      return Cell(state: .blank, places: [.page(1, box)])
    }
    let rows = (0..<25).map { r in
      let cell = r < unread ? Cell(state: .unread, doubt: .columnAmbiguous) : blank(r, right: 260)
      return Row(
        id: .newReceived, label: "",
        cells: [.init(column: .otherOrganization, cell: blank(r, right: 240)), .init(column: .total, cell: cell)])
    }
    var table = Table(id: .applications, template: .form2021, rows: rows)
    table.doubtCutBlanks([(1, Rectangle(left: 40, top: 0, right: right, bottom: 250))])
    #expect(table.rows.map { $0.cells[0].cell.state } == Array(repeating: .blank, count: 25))
    #expect(table.rows.count { $0.cells[1].cell.state == .unread } == doubted)
  }

  @Test("Cells that the side of the page cuts are no blanks, and numbers that end there are not whole")
  func sides() {
    let open = Self.grid(columns: 4, left: 100, without: [260])
    let glyphs = Self.number("12", x: 225, y: 105) + Self.number("498", x: 244, y: 125)
    #expect(Self.cut(open, width: 260, glyphs) == ["498", ""])
    #expect(Self.cut(open, width: 300, glyphs) == [])
    // An edge is drawn there.
    #expect(Self.cut(Self.grid(columns: 4, left: 100), width: 260, glyphs) == [])
    let left = Self.grid(columns: 4, left: 0, without: [0])
    #expect(
      Self.cut(left, width: 300, Self.number("12", x: 1, y: 105) + Self.number("7", x: 20, y: 125)) == ["12", ""])
  }

  private static let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)

  /// What the headers of columns are taken for, the last one cut by the edge of the page.
  private static func plan(_ headers: [String], last: String) -> [ColumnID?] {
    let cells = (headers + [last]).enumerated().map { index, text -> PrintedCell in
      let box = Rectangle(left: 40 * Double(index), top: 0, right: 40 * Double(index + 1), bottom: 10)
      let piece = PrintedPiece(
        text: text, place: .page(1, box), left: box.left, right: box.right, top: 0, bottom: 10, unit: 5)
      var cell = PrintedCell(left: box.left, right: box.right, pieces: [piece], area: box, page: 1)
      cell.isAtEdge = index == headers.count
      return cell
    }
    return ColumnPlan.match(
      cells, labels: Form.applicantColumns.map { ($0, labels[$0]!) }, blockLeft: 0,
      blockRight: 40 * Double(cells.count)
    ).columns.map(\.id)
  }

  @Test("The beginning of a header names no column, though it stands in that one's place")
  func headers() {
    let first = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    let six = Array(Form.applicantColumns.dropLast())
    #expect(Self.plan(first, last: "小") == six + [nil])
    #expect(Self.plan(first, last: "总") == six + [nil])
    #expect(Self.plan(first, last: "总计") == Form.applicantColumns)
    #expect(Self.plan(Array(first.dropLast(2)), last: "法律服") == Array(six.prefix(4)) + [nil])
  }

  private static let blanks = ["", "", "", "", "", "4", "9"]
  private static let full = ["0", "0", "0", "0", "5", "4", "9"]

  /// A report whose first page is as wide as this, and whose second page has the rest of the table, whole, from `left` on.
  private static func report(width: Double, numbers: [String], left: Double = 40) throws -> Report {
    let widths = [320.0] + [Double](repeating: 60, count: 7)
    let header: [[DrawnTable.Cell]] = [
      [.init("", rows: 2), .init("申请人情况", columns: 7)],
      Form.applicantColumns.map { .init(labels[$0]!) },
    ]
    let rows = Form.of(.applications, .form2021).rows.map { row -> [DrawnTable.Cell] in
      [.init(row.label)] + numbers.map { .init($0) }
    }
    let upper = DrawnTable(header + rows[..<12], widths: widths, top: 60)
    let lower = DrawnTable(Array(rows[12...]), widths: widths, left: left, top: 60)
    var pages = [upper, lower].enumerated().map { index, table in
      Page(
        number: index + 1, width: 900, height: 900,
        glyphs: table.glyphs
          + (index == 0 ? DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 20, y: 30, size: 12) : []))
    }
    pages[0].width = width
    let rulings = [upper, lower].map(\.rulings)
    return try Reconstructor.reconstruct(
      Document(
        content: .pages(pages),
        rulings: { page in
          rulings[page - 1].filter { $0.isHorizontal ? $0.start < width : page == 2 || $0.position < width }.map {
            var ruling = $0
            if page == 1, ruling.isHorizontal { ruling.end = min(ruling.end, width) }
            return ruling
          }
        }))
  }

  @Test(
    "Where the header's page is cut, columns of a page that is not are none of those that it shows",
    arguments: [530.0, 590, 700], [blanks, full])
  func otherPage(width: Double, numbers: [String]) throws {
    try Self.expectNoneWrong(width, numbers, left: 40)
    try Self.expectNoneWrong(width, numbers, left: 10)
    let whole = try Self.report(width: 900, numbers: numbers).tables.first { $0.id == .applications }
    #expect(try #require(whole).rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state != .unread } })
  }

  private static func expectNoneWrong(_ width: Double, _ numbers: [String], left: Double) throws {
    let report = try Self.report(width: width, numbers: numbers, left: left)
    let table = try #require(report.tables.first { $0.id == .applications })
    for row in table.rows {
      for entry in row.cells where entry.cell.state == .number || entry.cell.state == .blank {
        let index = try #require(Form.applicantColumns.firstIndex(of: entry.column))
        #expect(entry.cell.text == numbers[index])
      }
    }
    #expect(table.missingColumns == [])
    #expect(table.rows[2].cells[0].cell.text == numbers[0] && table.rows[2].cells[0].cell.state != .unread)
  }
}
