import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Ruled tables of which edges are lost.
@Suite struct TornTablesTests {
  private typealias Cell = DrawnTable.Cell
  private static let form = Form.of(.applications, .form2021)
  private static let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

  /// Numbers of the table by row and column, all of whose sums hold.
  private static let numbers: [[Int]] = {
    let outcomes = form.rows.indices.filter { ApplicationSums.Role(form.rows[$0].id) == .outcome }
    var result = form.rows.map { _ in Array(repeating: 0, count: 7) }
    for (i, row) in outcomes.enumerated() {
      let own = [11 + i, 2 * i, i % 3, 30 - i, i % 5, 7]
      result[row] = own + [own.reduce(0, +)]
    }
    let totals = (0..<7).map { column in outcomes.map { result[$0][column] }.reduce(0, +) }
    for (index, row) in form.rows.enumerated() where row.id == .total || row.id == .newReceived {
      result[index] = totals
    }
    return result
  }()

  private static let top = 60.0
  private static let height = 12.0

  /// The table without the rulings that are lost. `numbers`: in place of those above.
  private static func table(_ numbers: [[Int]] = numbers, isLost: (Ruling) -> Bool) -> DrawnTable {
    let rows = form.rows.indices.map { r in [Cell(form.rows[r].label)] + numbers[r].map { Cell("\($0)") } }
    var table = DrawnTable(
      [[Cell("项目")] + heads.map { Cell($0) }] + rows, widths: [380] + Array(repeating: 54, count: 7), top: top)
    table.rulings.removeAll(where: isLost)
    return table
  }

  private static func read(_ table: DrawnTable, _ id: TableID = .applications) throws -> Table {
    try #require(try Reconstructor.reconstruct(Document([[table]])).tables.first { $0.id == id })
  }

  private static func values(_ table: Table) -> [[Int?]] {
    table.rows.map { row in row.cells.map { $0.cell.value.map { NSDecimalNumber(decimal: $0).intValue } } }
  }

  /// The line below row `r` of the form.
  private static func below(_ r: Int) -> Double { top + height * Double(r + 2) }

  @Test(
    "Where single edges are lost, the sums prove what the places of the characters say",
    arguments: [[4, 9, 10], [0, 1], [21, 22, 23], Array(0..<24)])
  func rows(lost: [Int]) throws {
    let table = try Self.read(Self.table { $0.isHorizontal && lost.map(Self.below).contains($0.position) })
    #expect(table.isProven)
    #expect(Self.values(table) == Self.numbers)
  }

  @Test("Edges between columns may be lost, too", arguments: [[1], [3, 4], [2, 6]])
  func columns(lost: [Int]) throws {
    let xs = lost.map { 40 + 380 + 54 * Double($0) }
    let table = try Self.read(Self.table { !$0.isHorizontal && xs.contains($0.position) })
    #expect(Self.values(table) == Self.numbers)
  }

  @Test("A sum that fails is no doubt where both ways agree; rows with blanks that run into one another stay unread")
  func unproven() throws {
    var numbers = Self.numbers
    numbers[6][6] += 1
    let lost = { (ruling: Ruling) in ruling.isHorizontal && [6, 9].map(Self.below).contains(ruling.position) }
    #expect(try Self.values(Self.read(Self.table(numbers, isLost: lost))) == numbers)

    var table = Self.table(numbers, isLost: lost)
    // The first number of the row.
    table.glyphs.removeAll {
      $0.box.midY > Self.below(8) && $0.box.midY < Self.below(9) && (420..<470).contains($0.box.midX)
    }
    let read = try Self.read(table)
    #expect(read.missingRows.isEmpty)
    for (row, printed) in zip(Self.values(read), numbers) {
      for (value, number) in zip(row, printed) { #expect(value == nil || value == number) }
    }
    #expect(read.rows.allSatisfy { row in row.cells.allSatisfy { $0.cell.state != .blank } })
    #expect(Self.values(read)[7] == numbers[7].map { $0 })
    #expect(Self.values(read)[9].contains(nil))
  }

  @Test("Totals that the ruled page leaves empty are empty on the page whose edges are lost", arguments: [true, false])
  func emptyTotals(isEmptyOnRuledPage: Bool) throws {
    let outcomes = Self.form.rows.indices.filter { ApplicationSums.Role(Self.form.rows[$0].id) == .outcome }
    let split = outcomes[outcomes.count / 2]
    let rows = Self.form.rows.indices.map { r in
      [Cell(Self.form.rows[r].label)]
        + Self.numbers[r].indices.map { c in
          let isEmpty = c == 6 && outcomes.contains(r) && (isEmptyOnRuledPage || r < split)
          return Cell(isEmpty ? "" : "\(Self.numbers[r][c])")
        }
    }
    let widths = [380.0] + Array(repeating: 54, count: 7)
    var first = DrawnTable([[Cell("项目")] + Self.heads.map { Cell($0) }] + rows[..<split], widths: widths, top: Self.top)
    first.rulings.removeAll { !$0.isHorizontal }
    let second = DrawnTable(Array(rows[split...]), widths: widths, top: Self.top)
    let table = try #require(
      try Reconstructor.reconstruct(Document([[first], [second]])).tables.first { $0.id == .applications })
    let row = table.rows[outcomes[0]]
    #expect(row[.total]?.state == (isEmptyOnRuledPage ? .blank : .unread))
    #expect(row[.naturalPerson]?.text == (isEmptyOnRuledPage ? "11" : ""))
  }

  @Test("Without a header the label is no number, where as many cells are left as there are columns")
  func noHeader() throws {
    let printed = (0..<Self.form.rows.count).map { r in (0..<7).map { "\(100 + 10 * r + $0)" } }
    let rows = Self.form.rows.indices.map { r -> [Cell] in
      let isInside = (2..<Self.form.rows.count - 1).contains(r)
      let label =
        (r == 2 ? [Cell("三、本年度办理结果", rows: Self.form.rows.count - 3)] : [])
        + [Cell(Self.form.rows[r].label, columns: isInside ? 1 : 2)]
      let numbers = printed[r].map { Cell($0) }
      // An edge is lost between the third number and the fourth, which are one.
      return r == 7
        ? label + numbers[..<2] + [Cell(printed[r][2] + printed[r][3], columns: 2)] + numbers[4...] : label + numbers
    }
    let table = try Self.read(DrawnTable(rows, widths: [20, 360] + Array(repeating: 54, count: 7), top: Self.top))
    for (row, texts) in zip(table.rows, printed) {
      for (entry, text) in zip(row.cells, texts) where entry.cell.state != .unread { #expect(entry.cell.text == text) }
    }
    #expect(table.rows[6].cells.map(\.cell.text) == printed[6])
  }

  @Test("A word in place of a number is no blank, whether there are rules or not", arguments: ["不详", "S", "½", "零"])
  func words(_ word: String) throws {
    let row = try #require(Self.form.rows.firstIndex { $0.id == .granted })
    #expect(Self.numbers[row][3...5] == [30, 0, 7])
    let rows = Self.form.rows.indices.map { r in
      [Cell(Self.form.rows[r].label)]
        + Self.numbers[r].indices.map { Cell(r == row && $0 == 4 ? word : "\(Self.numbers[r][$0])") }
    }
    var table = DrawnTable(
      [[Cell("项目")] + Self.heads.map { Cell($0) }] + rows, widths: [380] + Array(repeating: 54, count: 7), top: Self.top
    )
    #expect(try Self.read(table)[.granted, .legalService]?.state == .unread)
    table.rulings = []
    #expect(try Self.read(table)[.granted, .legalService]?.state == .unread)
  }

  @Test(
    "Columns whose names lost edges have mingled, two or more, are not missing",
    arguments: ["法科律研服机务构机构", "法律服务机构", "法律商业科研服务企业机构机构"])
  func mingledNames(_ name: String) {
    let form = Self.form
    var table = Table(
      id: .applications, template: .form2021, rows: form.rows.map { CellFactory.unread($0, doubt: .columnNotFound) },
      places: [])
    table.missingColumns = [.legalService, .publicWelfare]
    let place = Place.page(1, Rectangle(left: 0, top: 0, right: 9, bottom: 9))
    let piece = PrintedPiece(text: name, place: place, left: 0, right: 9, top: 0, bottom: 9, unit: 4)
    let row = PrintedRow(
      cells: [PrintedCell(left: 0, right: 9, pieces: [piece])], page: 1, top: 0, bottom: 9, block: 0)
    #expect(PrintedLabels.acquitted(table, rows: [row]).missingColumns == [.publicWelfare])
  }

  private static let article20: [[Cell]] = [
    [Cell("第二十条第（一）项", columns: 4)], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "1", "2", "3"],
    ["行政规范性文件", "4", "5", "6"], [Cell("第二十条第（五）项", columns: 4)], ["信息内容", Cell("本年处理决定数量", columns: 3)],
    ["行政许可", Cell("7", columns: 3)], [Cell("第二十条第（六）项", columns: 4)],
    ["信息内容", Cell("本年处理决定数量", columns: 3)], ["行政处罚", Cell("8", columns: 3)], ["行政强制", Cell("9", columns: 3)],
    [Cell("第二十条第（八）项", columns: 4)], ["信息内容", Cell("本年收费金额（单位：万元）", columns: 3)],
    ["行政事业性收费", Cell("10.5", columns: 3)],
  ]

  @Test("Rows of Article 20 that run into one another are read where the others agree", arguments: [2, 9])
  func article20(row: Int) throws {
    var table = DrawnTable(Self.article20, widths: [200, 150, 150, 150], top: Self.top)
    table.rulings.removeAll { $0.isHorizontal && $0.position == Self.top + Self.height * Double(row + 1) }
    let read = try Self.read(table, .article20)
    #expect(read.missingRows.isEmpty)
    #expect(
      read.rows.map { row in row.cells.map { $0.cell.state == .unread ? "?" : $0.cell.text } } == [
        ["1", "2", "3"], ["4", "5", "6"], ["7"], ["8"], ["9"], ["10.5"],
      ])
  }

  @Test(
    "A row whose cells hold another row's label is in doubt",
    arguments: [
      ("1.属于国家秘密", [], false), ("1.属于国家秘密2.其他法律行政法规禁止公开", [], true), ("1.属于国家秘密其他法律行", [], true),
      ("1.属于国家秘密（只计这一情形）", [], false), ("1.属于国家秘密", ["3", "重复申请"], false), ("1.属于国家秘密", ["3", "2.重复申请"], true),
      ("", ["1.属于国家秘密2.其他法律行政法规禁止公开"], true), ("1.属于国家秘密", ["（六）其他处理（七）总计"], true),
      ("1.属于国家秘密", ["（六）其他处理"], false),
    ])
  func joinedLabels(label: String, others: [String], isInDoubt: Bool) throws {
    let row = try #require(Self.form.rows.first { $0.id == .deniedStateSecret })
    #expect(
      JoinedLabels.holds(Wording.folded(label), others: others.map(Wording.folded), of: row, in: Self.form) == isInDoubt
    )
  }

  private static let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
  /// Headers of these names, and of 40 points or as many times that as is said.
  private static func ids(_ headers: [(String, Int)]) -> [ColumnID?] {
    var left = 100.0
    let cells = headers.map { text, columns in
      let box = Rectangle(left: left, top: 0, right: left + 40 * Double(columns), bottom: 20)
      left = box.right
      let piece = PrintedPiece(
        text: text, place: .page(1, box), left: box.left + 2, right: box.right - 2, top: 5, bottom: 15, unit: 4)
      return PrintedCell(left: box.left, right: box.right, pieces: [piece], area: box, page: 1)
    }
    return ColumnPlan.match(
      cells, labels: Form.applicantColumns.map { (id: $0, label: labels[$0]!) }, blockLeft: 0, blockRight: left
    ).columns.map(\.id)
  }

  @Test("Two headers that became one and a column too many are not as many as the form's columns")
  func shiftedHeaders() {
    let names = [("自然人", 1), ("商业企业", 1), ("社会公益科研机构组织", 2), ("法律服务机构", 1), ("其他", 1), ("小计", 1), ("总计", 1)]
    let ids = Self.ids(names)
    #expect(ids == [.naturalPerson, .business, nil, .legalService, .otherOrganization, nil, .total])
    // Garbled headers in their places are the form's columns.
    #expect(Self.ids(Self.heads.map { ($0 == "其他" ? "其也" : $0, 1) }) == Form.applicantColumns)
  }

  @Test("A header over two columns with a piece of another name is neither's; a subtotal is no total")
  func wideHeaders() {
    let names = [("人商业企业", 2), ("科研机构", 1), ("社会公益组织", 1), ("法律服务机构", 1), ("其他", 1), ("小计", 1)]
    #expect(Self.ids(names) == [nil, .research, .publicWelfare, .legalService, .otherOrganization, nil])
    #expect(
      Self.ids([("自然人", 1), ("之自然商业和人企业一本年新收", 1), ("科研机构", 1), ("社会公益组织", 1), ("法律服务机构", 1), ("其他", 1)])
        == [.naturalPerson, nil, .research, .publicWelfare, .legalService, .otherOrganization])
  }

  @Test("One value in a cell over all columns, beside rows that have their edges, is none of theirs")
  func spanned() throws {
    var numbers = Self.numbers
    for row in [4, 9] { numbers[row] = Array(repeating: 0, count: 7) }
    let outcomes = Self.form.rows.indices.filter { ApplicationSums.Role(Self.form.rows[$0].id) == .outcome }
    let totals = (0..<7).map { column in outcomes.map { numbers[$0][column] }.reduce(0, +) }
    for (index, row) in Self.form.rows.enumerated() where row.id == .total || row.id == .newReceived {
      numbers[index] = totals
    }
    let rows = Self.form.rows.indices.map { r in
      [Cell(Self.form.rows[r].label)]
        + ([4, 9].contains(r) ? [Cell("", columns: 7)] : numbers[r].map { Cell("\($0)") })
    }
    var drawn = DrawnTable(
      [[Cell("项目")] + Self.heads.map { Cell($0) }] + rows, widths: [380] + Array(repeating: 54, count: 7), top: Self.top
    )
    for row in [4, 9] {
      drawn.glyphs += DrawnTable.line("0", x: 40 + 380 + 3 * 54 + 2, y: Self.top + Self.height * Double(row + 1) + 2)
    }
    let table = try Self.read(drawn)
    for (r, row) in table.rows.enumerated() {
      #expect(row.cells.allSatisfy { $0.cell.state == ([4, 9].contains(r) ? .unread : .number) }, "\(row.label)")
    }
  }
}
