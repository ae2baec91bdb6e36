import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables of which a part could not be read, and columns and rows that stand there in ways of their own.
@Suite struct DoubtfulTablesTests {
  private static let form = Form.of(.applications, .form2019)
  private static let columns = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)

  private static func lines(_ texts: [String]) -> [PrintedLine] {
    texts.enumerated().flatMap { index, text in
      LineAssembler.lines(DrawnTable.line(text, x: 60, y: 100 + 20 * Double(index)), page: 1)
    }
  }

  /// The table without its first row and without a column; `isInDoubt` where a cell of another row is unread.
  private static func table(isInDoubt: Bool, column: ColumnID = .research) -> Table {
    let rows = form.rows.enumerated().map { index, row in
      var read = CellFactory.unread(row, doubt: .rowNotFound)
      for k in read.cells.indices where index > 0 && !(isInDoubt && index == 1 && k == 0) {
        read.cells[k].cell = Cell(state: .number, text: "0", value: 0)
      }
      return read
    }
    return Table(
      id: .applications, template: .form2019, rows: rows, missingRows: [form.rows[0].id], missingColumns: [column])
  }

  @Test(
    "What a table in doubt seems to lack is not missing where a line of its pages begins its label",
    arguments: [
      (["一、本年新收政府信息公", "开申请数量"], 0, 1), (["科研机", "构"], 1, 0),
      (["某科研机构与本年新收政府信息公开申请数量有关的情况，均已在本报告正文中说明，特此一并告知各有关方面。"], 1, 1),
      (["本年结转", "商业企业"], 1, 1), (["一、本年新市收政府信息公开申请数量0020"], 0, 1), (["一、本市年新某收政府局信息公开申请数量0020"], 1, 1),
    ])
  func printed(texts: [String], rows: Int, columns: Int) {
    let lines = Self.lines(texts)
    let table = DoubtfulTables.acquitted(Self.table(isInDoubt: true), lines: lines, isLoose: false)
    #expect((table.missingRows.count, table.missingColumns.count) == (rows, columns))
    // Of a table that was read as a whole the lines elsewhere say nothing.
    let certain = DoubtfulTables.acquitted(Self.table(isInDoubt: false), lines: lines, isLoose: false)
    #expect((certain.missingRows.count, certain.missingColumns.count) == (1, 1))
  }

  @Test(
    "A label that is broken over two lines beside its number is not missing from a table without rules",
    arguments: [
      (["行政事业", "性收费 264"], 0), (["行政事业", "264", "性收费"], 0), (["行政事业", "性收费的情况"], 1), (["行政事业"], 1),
    ])
  func broken(texts: [String], missing: Int) {
    let form = Form.of(.article20, .form2021)
    let rows = form.rows.map { row in
      var read = CellFactory.unread(row, doubt: .rowNotFound)
      for k in read.cells.indices where row.id != .fees {
        read.cells[k].cell = Cell(state: .number, text: "0", value: 0)
      }
      return read
    }
    let table = Table(id: .article20, template: .form2021, rows: rows, missingRows: [.fees])
    #expect(DoubtfulTables.acquitted(table, lines: Self.lines(texts), isLoose: true).missingRows.count == missing)
    #expect(DoubtfulTables.acquitted(table, lines: Self.lines(texts), isLoose: false).missingRows.count == 1)
  }

  @Test("The end of a header tells a column whose header has the year in it")
  func year() {
    let form = Form.of(.article20, .form2021)
    var rows = form.rows.map { CellFactory.unread($0, doubt: .rowAmbiguous) }
    rows[1].cells[1].cell = Cell(state: .number, text: "0", value: 0)
    let table = Table(id: .article20, template: .form2021, rows: rows, missingColumns: [.made, .repealed])
    let lines = Self.lines(["信息内容本年(2024)制发件数"])
    #expect(DoubtfulTables.acquitted(table, lines: lines, isLoose: false).missingColumns == [.repealed])
  }

  @Test("A table of which nothing could be read lacks nothing")
  func nothing() {
    let rows = Self.form.rows.map { CellFactory.unread($0, doubt: .rowAmbiguous) }
    let table = Table(
      id: .applications, template: .form2019, rows: rows, missingRows: [Self.form.rows[0].id],
      missingColumns: [.research])
    let read = DoubtfulTables.acquitted(table, lines: [], isLoose: false)
    #expect(read.missingRows.isEmpty && read.missingColumns.isEmpty)
  }

  @Test("A table without rules is not of the older form where a line of its pages has a word of the newer one")
  func form() {
    let table = Self.table(isInDoubt: false)
    let lines = Self.lines(["1.逾期不补正"])
    #expect(!DoubtfulTables.acquitted(table, lines: lines, isLoose: true).templateIsPrinted)
    #expect(DoubtfulTables.acquitted(table, lines: lines, isLoose: false).templateIsPrinted)
    #expect(DoubtfulTables.acquitted(table, lines: Self.lines(["（六）其他处理"]), isLoose: true).templateIsPrinted)
  }

  /// Cells with these texts and sides.
  private static func cells(_ cells: [(text: String, left: Double, right: Double)]) -> [PrintedCell] {
    cells.map { text, left, right in
      let box = Rectangle(left: left, top: 0, right: right, bottom: 20)
      let piece = PrintedPiece(
        text: text, place: .page(1, box), left: left + 2, right: right - 2, top: 5, bottom: 15, unit: 4)
      return PrintedCell(left: left, right: right, pieces: [piece], area: box, page: 1)
    }
  }

  private static let plan = ColumnPlan(
    columns: [ColumnID.made, .repealed, .inForce].enumerated().map {
      .init(id: $1, label: "", left: 100 + 50 * Double($0), right: 150 + 50 * Double($0))
    }, missing: [], blockLeft: 0, blockRight: 250)

  private static func texts(_ cells: [(text: String, left: Double, right: Double)]) -> [String] {
    plan.contents(Self.cells(cells), sameExtent: true).map { content in
      if case .cell(let cell) = content { cell.text } else { "?" }
    }
  }

  @Test("As many cells as columns are theirs in order, but not where they stand over one another or hold the label")
  func inOrder() {
    #expect(Self.texts([("1", 100, 150), ("2", 150, 200), ("3", 200, 250)]) == ["1", "2", "3"])
    // Edges that a program draws twice differ by a little.
    #expect(Self.texts([("1", 100, 151), ("2", 150, 201), ("3", 200, 250)]) == ["1", "2", "3"])
    #expect(Self.texts([("第二十条", 100, 250), ("2", 150, 200), ("3", 200, 250)]).first == "?")
    #expect(Self.texts([("第二十条", 100, 240), ("2", 110, 190), ("3", 195, 240)]).first == "?")
    #expect(Self.texts([("规章1", 20, 150), ("2", 150, 200), ("3", 200, 250)]) == ["?", "2", "3"])
    #expect(Self.texts([("规章1", 20, 150), ("2", 153, 197), ("3", 203, 247)]).first == "?")
    #expect(Self.texts([("规章1", 20, 150), ("23", 150, 250)]).first == "?")
    // The header of the column before them is lost.
    #expect(Self.texts([("/", 50, 100), ("2", 100, 150), ("3", 150, 200)])[0] == "2")
    #expect(Self.texts([("0", 50, 100), ("2", 100, 150), ("184", 150, 250)])[0] == "2")
    // Between edges of the header a cell is that of more columns, though there are as many.
    #expect(Self.texts([("00", 100, 200), ("2", 200, 225), ("3", 225, 250)]) == ["?", "?", "?"])
    // Also where the outer edges of the row are lost, so that it is not as wide.
    let cells = Self.cells([("378209702", 100, 200), ("2", 200, 250), ("3", 250, 300)])
    if case .merged = Self.plan.contents(cells, sameExtent: false)[0] {
    } else {
      Issue.record("\(cells[0].text) is read")
    }
    // The row has widths of its own: its numbers in order, or nothing.
    #expect(Self.texts([("107", 60, 110), ("8", 110, 160), ("0", 160, 250)]) == ["107", "8", "0"])
    #expect(Self.texts([("107", 80, 132), ("8", 132, 250)]) == ["?", "?", "?"])
    #expect(Self.texts([("107", 77, 146), ("8", 146, 197), ("0", 197, 250)]) == ["107", "8", "0"])
  }

  @Test(
    "A row whose label goes on in the next row's is in doubt: its numbers may go on there as well",
    arguments: [
      ("6.属于四类过程性", "信息7.属于行政执法案卷", true), ("6.属于四类过程性信息", "7.属于行政执法案卷", false), ("6.属于四类过程性", "7.属于行政执法案卷", false),
      ("6.属于四类过程性", "信息", false),
    ])
  func begun(label: String, next: String, isInDoubt: Bool) throws {
    let row = try #require(Self.form.rows.first { $0.id == .deniedProcessInformation })
    var read = CellFactory.unread(row, doubt: .rowNotFound)
    read.label = label
    for k in read.cells.indices { read.cells[k].cell = Cell(state: .number, text: "0", value: 0) }
    JoinedLabels.doubtBegun(&read, before: Self.cells([(next, 0, 100)]), in: Self.form)
    #expect(read.cells.allSatisfy { ($0.cell.state == .unread) == isInDoubt })
  }

  @Test(
    "A row whose own label stands in the cell of a number is in doubt",
    arguments: [("（一）予以公开19", true), ("19", false), ("19（含上年）", false)])
  func ownLabel(text: String, isInDoubt: Bool) throws {
    let row = try #require(Self.form.rows.first { $0.id == .granted })
    var cells = CellFactory.unread(row, doubt: .rowNotFound).cells
    for k in cells.indices { cells[k].cell = Cell(state: .number, text: "0", value: 0) }
    JoinedLabels.doubt(&cells, label: [], others: Self.cells([(text, 0, 100)]), of: row, in: Self.form)
    #expect(cells.allSatisfy { ($0.cell.state == .unread) == isInDoubt })
  }

  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

  /// The table of a report with a ruled one, in which these labels stand for those of two rows, without the columns of these names; beside it a line.
  private static func read(
    labels: [RowID: String] = [:], without lost: Set<String> = [], cell: String? = nil, line: String = ""
  ) throws -> Table {
    let kept = names.indices.filter { !lost.contains(names[$0]) }
    let rows = zip(form.rows, TextSamples.numbers(form)).enumerated().map { index, row in
      [DrawnTable.Cell(labels[row.0.id] ?? row.0.label)]
        + kept.map { DrawnTable.Cell(index == 3 && $0 == 0 ? cell ?? "\(row.1[$0])" : "\(row.1[$0])") }
    }
    let table = DrawnTable(
      [[DrawnTable.Cell("项目")] + kept.map { DrawnTable.Cell(names[$0]) }] + rows,
      widths: [380] + Array(repeating: 54, count: kept.count), top: 60)
    let glyphs = DrawnTable.line(line, x: 60, y: table.bottom + 40)
    let report = try Reconstructor.reconstruct(Document([[table]], lines: glyphs))
    return try #require(report[TableID.applications])
  }

  @Test("A ruled row whose label goes on in the next one's is in doubt", arguments: ["", "信息"])
  func begunRow(rest: String) throws {
    let table = try Self.read(labels: [
      .deniedProcessInformation: rest.isEmpty ? "6.属于四类过程性信息" : "6.属于四类过程性",
      .deniedEnforcementFiles: rest + "7.属于行政执法案卷",
    ])
    let row = try #require(table.rows.first { $0.id == .deniedProcessInformation })
    #expect(row.cells.allSatisfy { ($0.cell.state == .number) == rest.isEmpty })
  }

  @Test(
    "A column that a table in doubt lacks is missing where nothing else names it",
    arguments: [("某12", "科研机构", 0), ("某12", "科学机构", 1), (nil, "科研机构", 1)] as [(String?, String, Int)])
  func lostColumn(cell: String?, line: String, missing: Int) throws {
    let table = try Self.read(without: ["科研机构"], cell: cell, line: line)
    #expect(table.missingColumns.count == missing)
  }
}
