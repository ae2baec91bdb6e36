import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables in which some edges are not drawn, so that cells run together.
@Suite struct LostEdgesTests {
  private static let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
  private static let wanted = Form.applicantColumns.map { (id: $0, label: labels[$0]!) }

  /// Cells of 40 points each, or of as many times that as they are over columns.
  private static func cells(_ texts: [(text: String, columns: Int)]) -> [PrintedCell] {
    var left = 100.0
    return texts.map { text, columns in
      let box = Rectangle(left: left, top: 0, right: left + 40 * Double(columns), bottom: 20)
      left = box.right
      let piece = PrintedPiece(
        text: text, place: .page(1, box), left: box.left + 2, right: box.right - 2, top: 5, bottom: 15, unit: 4)
      return PrintedCell(left: box.left, right: box.right, pieces: text.isEmpty ? [] : [piece], area: box, page: 1)
    }
  }

  private static func plan(_ headers: [(String, Int)]) -> ColumnPlan {
    let cells = cells(headers)
    return ColumnPlan.match(cells, labels: wanted, blockLeft: 0, blockRight: cells.last!.right)
  }

  @Test("A header cell that names two columns is neither's, and none of them is missing")
  func headers() {
    let plan = Self.plan([("自然人", 1), ("商业企业", 1), ("科研机构社会公益组织", 2), ("法律服务机构", 1), ("其他", 1), ("总计", 1)])
    #expect(plan.columns.map(\.id) == [.naturalPerson, .business, nil, .legalService, .otherOrganization, .total])
    #expect(plan.missing.isEmpty)
    #expect(
      Self.plan([("自然人", 1), ("商业企业", 1), ("社会公益组织", 2), ("法律服务机构", 1), ("其他", 1), ("总计", 1)]).missing == [.research])
  }

  @Test("A header with both the total and a subtotal is neither's", arguments: ["总计小计", "小计总计", "总计"])
  func subtotal(header: String) {
    let plan = Self.plan([
      ("自然人", 1), ("商业企业", 1), ("科研机构", 1), ("社会公益组织", 1), ("法律服务机构", 1), ("其他", 1), (header, 2),
    ])
    #expect(plan.columns.last?.id == (header == "总计" ? .total : nil))
    #expect(plan.missing.isEmpty)
  }

  @Test("With subtotals among as many headers as columns two of the others became one")
  func subtotalInstead() {
    let plan = Self.plan([
      ("自然人", 1), ("商业企业", 1), ("科研机构", 1), ("社会公益组织", 1), ("法律服务其他机构", 2), ("小计", 1), ("总计", 1),
    ])
    #expect(plan.columns.map(\.id) == [.naturalPerson, .business, .research, .publicWelfare, nil, nil, .total])
  }

  @Test("A number under a part of a header that reaches over several columns is not known to be its own")
  func values() {
    let plan = Self.plan([("自然人", 1), ("商业企业", 1), ("科研机构", 1), ("社会公益组织", 1), ("法律服务机构其他", 2), ("总计", 1)])
    #expect(plan.missing.isEmpty)
    // The edge between the last two columns is lost.
    let row = Self.cells([("1", 1), ("2", 1), ("3", 1), ("4", 1), ("5", 1), ("67", 2)])
    let read = plan.contents(row, sameExtent: true).map { content in
      if case .cell(let cell) = content { cell.text } else { "" }
    }
    #expect(read.prefix(4) == ["1", "2", "3", "4"])
    #expect(read[4] == "")
  }

  @Test("A header in which the lines of two labels are mixed is neither's", arguments: ["自然商业人企业", "自然商业人企业64"])
  func mixed(header: String) {
    let plan = Self.plan([(header, 2), ("科研机构", 1), ("社会公益组织", 1), ("法律服务机构", 1), ("其他", 1), ("总计", 1)])
    #expect(plan.columns[0].id == nil && plan.columns[0].isJoined)
    #expect(plan.missing.isEmpty)
  }

  @Test(
    "A header of which only a number is left may be any column between its neighbours", arguments: ["0", "总62", ""])
  func nameless(header: String) {
    var headers = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "小计", "总计"].map { ($0, 1) }
    headers[2].0 = header
    #expect(Self.plan(headers).missing.isEmpty)
    headers[2].0 = "个体户"
    #expect(Self.plan(headers).missing == [.research])
  }

  @Test(
    "A column is not missing whose name is read among the characters of a header that is none",
    arguments: [("法人或其他组织社会公益法律服务商业企业科研机构其他组织机构", 0), ("个体户", 1), ("社会公益", 1)])
  func scattered(header: String, missing: Int) {
    let row = PrintedRow(
      cells: Self.cells([("自然人", 1), (header, 2)]), page: 1, top: 0, bottom: 20, block: 0)
    var applications = Table(
      id: .applications, template: .form2021, rows: [], missingColumns: [.publicWelfare],
      extras: [ExtraLine(axis: .column, label: header, places: [], texts: [])])
    applications = PrintedLabels.acquitted(applications, rows: [row])
    #expect(applications.missingColumns.count == missing)
  }

  @Test(
    "The words of the other form do not let a table be of the wrong form",
    arguments: [
      (TableID.applications, Template.form2019, ["1.申请人无正当理由逾期不补正"], true), (.applications, .form2021, ["逾期"], false),
      (.applications, .form2019, ["（六）其他处理"], false), (.article20, .form2021, ["本年新制作数量", "上一年项目数量"], true),
      (.article20, .form2019, ["本年新制作数量", "本年处理决定数量"], false), (.article20, .form2021, ["信息内容"], false),
    ])
  func words(id: TableID, template: Template, printed: [String], isOfAnother: Bool) {
    let table = Table(id: id, template: template, rows: [])
    #expect(FormWords.areOfAnother(table, printed: printed.map(Wording.folded)) == isOfAnother)
  }

  @Test("A table with a word of the newer form does not tell that it has the older one", arguments: ["逾期说明", "备注说明"])
  func wordsOfRows(label: String) throws {
    let form = Form.of(.applications, .form2019)
    let labels = form.rows.map(\.label) + [label]
    let rows = ([Self.wanted.map(\.label)] + labels.map { _ in Array(repeating: "0", count: 7) }).enumerated().map {
      PrintedRow(
        cells: Self.cells([($0 == 0 ? "" : labels[$0 - 1], 1)] + $1.map { ($0, 1) }), page: 1,
        top: 20 * Double($0), bottom: 20 * Double($0) + 20, block: 0)
    }
    var reading = TableReading()
    reading.readTable(.applications, rows: rows)
    let table = try #require(reading.tables[.applications])
    #expect(table.template == .form2019)
    #expect(table.templateIsPrinted == (label != "逾期说明"))
  }

  @Test("As many cells as columns are not theirs in order where cells of two rows stand over one another")
  func stacked() throws {
    func cell(_ text: String, _ left: Double, _ right: Double, top: Double) -> PrintedCell {
      let box = Rectangle(left: left, top: top, right: right, bottom: top + 20)
      let piece = PrintedPiece(
        text: text, place: .page(1, box), left: left + 2, right: right - 2, top: top, bottom: top + 10, unit: 4)
      return PrintedCell(left: left, right: right, pieces: [piece], area: box, page: 1)
    }
    let header = PrintedRow(
      cells: ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"].enumerated().map {
        cell($1, 100 * Double($0), 100 * Double($0) + 100, top: 0)
      }, page: 1, top: 0, bottom: 20, block: 0)
    func row(_ cells: [PrintedCell]) -> PrintedRow { PrintedRow(cells: cells, page: 1, top: 20, bottom: 60, block: 0) }
    func made(_ cells: [PrintedCell]) throws -> ReportModel.Cell {
      let rows = [header, row([cell("行政规范性文件", 0, 100, top: 40)] + cells)]
      var reader = Article20Reader()
      let read = reader.read(rows)
      let table = try #require(read)
      return try #require(table.rows.first { $0.id == .normativeDocuments }?[.made])
    }
    let beside = [cell("8", 100, 200, top: 40), cell("0", 200, 300, top: 40), cell("20", 300, 400, top: 40)]
    #expect(try made(beside).text == "8")
    let over = [cell("0", 200, 300, top: 20), cell("20", 200, 400, top: 40), cell("0", 300, 400, top: 20)]
    #expect(try made(over).state == .unread)
  }

  @Test("Where one column is left out and another is too many, as many headers as columns are not theirs in order")
  func replaced() {
    let plan = Self.plan(
      ["自然人", "商业企业", "社会公益组织", "法律服务机构", "其他", "小计", "总计"].map { ($0, 1) })
    #expect(
      plan.columns.map(\.id) == [
        .naturalPerson, .business, .publicWelfare, .legalService, .otherOrganization, nil, .total,
      ])
    #expect(plan.missing == [.research])
  }

  @Test(
    "A label that stands in one cell with the header above it is not missing",
    arguments: [("信息内容", "行政处罚", 1), ("（本列数据的勾稽关系为", "行政强制", 1), ("其他", "行政处罚", 2)])
  func underHeader(header: String, label: String, missing: Int) {
    var row = Self.row([header, "5"])
    row.cells[0].pieces += Self.cells([(label, 1)])[0].pieces
    #expect(PrintedLabels.acquitted(Self.table(Cell(state: .blank)), rows: [row]).missingRows.count == missing)
  }

  @Test(
    "Where a number ran into the label and two others into one cell, as many cells as columns are not theirs in order")
  func shifted() {
    let plan = Self.plan(zip(Form.applicantColumns, [1, 1, 1, 1, 1, 1, 1]).map { (Self.labels[$0]!, $1) })
    var row = Self.cells([("1", 1), ("2", 1), ("3", 1), ("4", 1), ("5", 1), ("6", 1), ("7", 1), ("8", 1)])
    row.removeFirst()
    row[6].left = row[5].right
    let moved = row.map { cell in
      var cell = cell
      (cell.left, cell.right) = (cell.left, min(cell.right, 380))
      return cell
    }
    #expect(plan.areElsewhere(moved))
    #expect(!plan.areElsewhere(Self.cells([("1", 1), ("2", 1), ("3", 1), ("4", 1), ("5", 1), ("6", 1), ("7", 1)])))
    // On another page a table may have other widths.
    let others = Self.cells([("1", 2), ("2", 2), ("3", 1), ("4", 1), ("5", 1), ("6", 1), ("7", 1)]).map { cell in
      var cell = cell
      (cell.left, cell.right) = (cell.left * 0.8, cell.right * 0.8)
      return cell
    }
    #expect(!plan.areElsewhere(others))
  }

  @Test("Where labels stand with numbers in many cells, no label is known to be missing", arguments: [(2, 2), (3, 0)])
  func torn(count: Int, missing: Int) {
    let texts = ["规章2", "行政许可15", "行政事业性收费0"].prefix(count)
    let table = PrintedLabels.acquitted(Self.table(Cell(state: .blank)), rows: texts.map { Self.row([$0, "1"]) })
    #expect(table.missingRows.count == missing)
  }

  private static func row(_ texts: [String]) -> PrintedRow {
    PrintedRow(cells: cells(texts.map { ($0, 1) }), page: 1, top: 0, bottom: 20, block: 0)
  }

  private static func table(_ state: Cell) -> Table {
    let form = Form.of(.article20, .form2021)
    var rows = form.rows.map { CellFactory.unread($0, doubt: .rowNotFound) }
    rows[0].cells[0].cell = state
    return Table(
      id: .article20, template: .form2021, rows: rows, missingRows: [.penalties, .coercion], missingColumns: [.repealed]
    )
  }

  @Test(
    "Labels that stand in one cell together, or among characters that nobody knows, are not missing",
    arguments: [
      (["行政处罚行政强制", "5"], 0, 1), (["行政处罚", "5"], 1, 1), (["其他强制措施", "5"], 2, 1),
      (["本年制发件数本年废止件数"], 2, 0), (["信息内容本年废止件数"], 2, 0), (["行政\u{FFFD}\u{FFFD}", "5"], 0, 0),
      (["规章", "\u{FFFD}"], 2, 1), (["本年废止件数法人或其他组织"], 2, 0), (["某某本年废止"], 2, 1),
    ])
  func missing(texts: [String], rows: Int, columns: Int) {
    let table = PrintedLabels.acquitted(Self.table(Cell(state: .blank)), rows: [Self.row(texts)])
    #expect(table.missingRows.count == rows)
    #expect(table.missingColumns.count == columns)
  }

  @Test(
    "A long label of a row among other words of a cell is not missing; nor is a column named behind what stands over several",
    arguments: [
      ("（本列数据）三、一、本年新收政府信息公开申请数量本", 0, 1), ("（本列数据）重复申", 1, 1), ("法人或其他组织总计", 1, 0), ("其他组织总计", 1, 1),
    ])
  func heldLabel(text: String, rows: Int, columns: Int) {
    let form = Form.of(.applications, .form2021)
    let whole = Table(
      id: .applications, template: .form2021, rows: form.rows.map { CellFactory.unread($0, doubt: .rowNotFound) },
      missingRows: [.newReceived], missingColumns: [.total])
    let table = PrintedLabels.acquitted(whole, rows: [Self.row([text, "16"])])
    #expect(table.missingRows.count == rows)
    #expect(table.missingColumns.count == columns)
  }

  @Test(
    "A row without edges beside the table, label and number, is not missing",
    arguments: [("行政处罚", ["5"], 1), ("行政处罚", [], 2), ("说明行政情况", ["5"], 2)])
  func beside(label: String, values: [String], missing: Int) {
    var glyphs = DrawnTable.line(label, x: 40, y: 100)
    for (k, value) in values.enumerated() { glyphs += DrawnTable.line(value, x: 200 + 60 * Double(k), y: 100) }
    let lines = LineAssembler.lines(glyphs, page: 1)
    #expect(PrintedLabels.acquitted(Self.table(Cell(state: .blank)), outside: lines).missingRows.count == missing)
  }

  @Test(
    "A column whose name stands in an area of its own, on another page, is not missing",
    arguments: [("本年废止件数", 0), ("现行有效件数", 1), ("废止", 1)])
  func elsewhere(name: String, missing: Int) {
    let table = PrintedLabels.acquitted(
      Self.table(Cell(state: .blank)), elsewhere: [Self.row([name]), Self.row(["3"])])
    #expect(table.missingColumns.count == missing)
  }

  @Test("The words of a label are no value of a cell")
  func labels() {
    for (text, state) in [("行政许可", Cell.State.unread), ("本年制发件数", .unread), ("另行公布", .text)] {
      let table = PrintedLabels.acquitted(Self.table(Cell(state: .text, text: text)), rows: [])
      #expect(table.rows[0].cells[0].cell.state == state)
    }
  }

  @Test("A label is known though the file does not say what some of its characters are")
  func unknown() {
    let pattern = LabelPattern("2.其他法律行政法规禁止公开")
    #expect(pattern.likeness(Wording.folded("2.其他�律�政法规�止公�")) > 0.9)
    #expect(pattern.likeness(Wording.folded("�����������")) == 0)
    #expect(LabelPattern("7.属于行政执法案卷").likeness(Wording.folded("8.属于��查询��")) < 0.8)
    // One of two, in its place, is enough.
    #expect(LabelPattern("规章").likeness(Wording.folded("规�")) > 0.9)
    #expect(LabelPattern("规章").likeness(Wording.folded("章�")) == 0)
  }

  @Test(
    "Words of the form tell its tables though some of their characters are unknown, but not most of them",
    arguments: [("第�十条规�性文件", TableID.article20), ("科研�构，�律服务", .applications), ("�二���", nil), ("科学机构", nil)])
  func unknownWords(text: String, table: TableID?) {
    #expect(TableSorter.table(of: Wording.folded(text))?.table == table)
  }

  @Test("Numbers beside a table, in line with rows that miss one, are what the paper had no room for in it")
  func overflowing() {
    let rows = (0..<3).map { y in
      PrintedRow(
        cells: Self.cells([("规章", 1), ("0", 1), ("", 1)]), page: 1, top: 20 * Double(y), bottom: 20 * Double(y) + 20,
        block: 0)
    }
    let area = Rectangle(left: 100, top: 0, right: 220, bottom: 60)
    func doubted(
      _ ys: [Double], x: Double = 240, others: [Rectangle] = [], word: String = "规章", name: Double? = nil
    ) -> Int {
      let glyphs =
        ys.flatMap { DrawnTable.line("12", x: x, y: $0) } + (name.map { DrawnTable.line("数量", x: $0, y: 6) } ?? [])
      let result = OverflowingNumbers.doubted(
        [rows] + others.map { _ in [Self.row([word, "12"])] }, areas: ([area] + others).map { (page: 1, box: $0) },
        lines: [LineAssembler.lines(glyphs, page: 1)])
      #expect(result.overflowing.isEmpty == result.blocks[0].allSatisfy { $0.doubt == nil })
      return result.blocks[0].count { $0.doubt != nil }
    }
    #expect(doubted([6, 26]) == 2)
    #expect(doubted([6]) == 0)
    // One that begins within the table.
    #expect(doubted([6], x: 217) == 1)
    #expect(doubted([6, 26], x: 190) == 0)
    #expect(doubted([80, 100]) == 0)
    #expect(doubted([6, 26], others: [Rectangle(left: 230, top: 0, right: 300, bottom: 60)]) == 0)
    // One that lies over it is no other table.
    #expect(doubted([6, 26], others: [Rectangle(left: 180, top: 0, right: 300, bottom: 60)]) == 2)
    // Without a word of its own it is the rest of this one.
    #expect(doubted([6, 26], others: [Rectangle(left: 230, top: 0, right: 300, bottom: 60)], word: "") == 2)
    // Another part of the table reaches further to the right.
    #expect(doubted([6], others: [Rectangle(left: 100, top: 80, right: 300, bottom: 160)]) == 1)
    #expect(doubted([6], others: [Rectangle(left: 100, top: 80, right: 230, bottom: 160)]) == 0)
    // The name of a column stands over it.
    #expect(doubted([26], name: 236) == 1)
    #expect(doubted([26], name: 280) == 0)
  }
}
