import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Columns that a text prints in another order than the form's: only the words of its header tell it, sums hold in any order.
@Suite struct PrintedOrderTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  /// The place in the form of each printed column.
  private static let order = [0, 2, 1, 4, 3, 5, 6]

  private static let numbers: [[Int]] = form.rows.indices.map { r in
    switch ApplicationSums.Role(form.rows[r].id) {
    case .incoming: r == 0 ? [90, 20, 31, 7, 8, 1, 157] : [0, 0, 0, 0, 0, 0, 0]
    case .outcome: r == 2 ? [90, 20, 31, 7, 8, 1, 157] : [0, 0, 0, 0, 0, 0, 0]
    case .total: [90, 20, 31, 7, 8, 1, 157]
    case .carriedForward: [0, 0, 0, 0, 0, 0, 0]
    }
  }
  private static let whole = numbers.map { $0.map(String.init) }

  private static func report(_ lines: [String], article20: [String] = []) throws -> Report {
    let all =
      ["临溪县人民政府2022年政府信息公开工作年度报告", "二、主动公开政府信息情况"] + article20 + ["三、收到和处理政府信息公开申请情况"] + lines
      + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    return try Reconstructor.reconstruct(
      Document(content: .text(all.enumerated().map { SourceLine(number: $0 + 1, text: $1) })))
  }

  private static func texts(_ report: Report) -> [[String]] {
    report.tables.first { $0.id == .applications }?.rows.map { row in
      row.cells.map { $0.cell.state == .number ? $0.cell.text : $0.cell.state.rawValue }
    } ?? []
  }

  private static let rows = zip(form.rows, whole).map { row, cells in
    ([row.label] + order.map { cells[$0] }).joined(separator: " ")
  }

  @Test("Rows whose cells are joined with spaces are read in the order of the header, on one line or two")
  func joined() throws {
    let printed = Self.order.map { Self.names[$0] }
    #expect(Self.texts(try Self.report([printed.joined(separator: " ")] + Self.rows)) == Self.whole)
    let two = ["自然人 法人或其他组织 总计", printed[1..<6].joined(separator: " ")]
    #expect(Self.texts(try Self.report(two + Self.rows)) == Self.whole)
  }

  @Test(
    "Each header of the Article-20 table tells the columns of its own rows, where signs stand under its 增/减; pieces at two heights tell nothing, nor does one header alone in another order"
  )
  func headers() throws {
    func rows(_ header: [String], change: String = "-2") throws -> [[String]] {
      let table =
        header + [
          "行政许可", change, "5", "90", "其他对外管理服务事项", "6", "3", "70", "第二十条第（六）项", "信息内容", "上一年项目数量", "本年增/减", "处理决定数量",
          "行政处罚", "7",
          "-3", "60", "行政强制", "8", "4", "50",
        ]
      let read = StreamReading.article20(
        StreamReading.tokens(table.enumerated().map { SourceLine(number: $0 + 1, text: $1) }, whole: false))
      var reader = Article20Reader()
      let found = reader.read(read)
      return try #require(found).rows.dropFirst(2).prefix(4).map { row in
        row.cells.map { $0.cell.state == .number ? $0.cell.text : $0.cell.state.rawValue }
      }
    }
    let usual = [["7", "-3", "60"], ["8", "4", "50"]]
    let exchanged = ["第二十条第（五）项", "信息内容", "本年增/减", "上一年项目数量", "处理决定数量"]
    #expect(try rows(exchanged) == [["5", "-2", "90"], ["3", "6", "70"]] + usual)
    let unread = Array(repeating: "unread", count: 3)
    #expect(try rows(exchanged, change: "2") == [unread, unread] + usual)
    #expect(
      try rows(["第二十条第（五）项", "信息内容", "上一年项目数量", "处理决定数量", "本年增/减"]) == [unread, unread] + usual)
    #expect(try rows(["第二十条第（五）项", "信息内容     本年增/减", "上一年项目数量      处理决定数量"]) == [unread, unread] + usual)
  }

  @Test("Where the header tells another order but not which, nothing is read")
  func untold() throws {
    let header = ["自然人 科研机构", "社会公益组织 商业企业", "其他 法律服 总计", "务机构"]
    let read = Self.texts(try Self.report(header + Self.rows))
    #expect(read.count == Self.whole.count)
    #expect(read.joined().allSatisfy { $0 == "unread" })
  }

  @Test("Names that wrap alike stand side by side: in another order than the form's they tell it, too")
  func wrapped() {
    #expect(PrintedOrder.applicants(["自然人", "科研", "商业", "机构", "企业", "其他", "总计"]) == .other)
    #expect(PrintedOrder.applicants(["自然人", "商业", "科研", "企业", "机构", "其他", "总计"]) == .silent)
    // The longer names take more lines and begin above the others.
    #expect(PrintedOrder.applicants(["社会", "法律", "公益", "服务", "商业", "科研"]) == .silent)
    #expect(PrintedOrder.applicants(["自然人", "科研", "商业企业", "机构", "社会", "公益", "组织", "其他", "总计"]) == .silent)
  }

  private static func tokens(_ texts: [String]) -> [StreamReading.Token] {
    texts.enumerated().map { .init(text: $1, line: $0 + 1, isValue: ValueReader.isValue($1)) }
  }

  @Test("A piece of the header that was carried behind the rows tells nothing; a header on another page does")
  func carried() {
    let rows = Array(repeating: "1", count: 21)
    let header = ["自然人", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    #expect(PrintedOrder.isForm(applicants: Self.tokens(header + rows + ["商业企业"] + rows)))
    #expect(!PrintedOrder.isForm(applicants: Self.tokens(header + ["1", "1", "商业企业"] + rows)))
    #expect(!PrintedOrder.isForm(applicants: Self.tokens(header + rows.prefix(10) + ["商业企业"] + rows)))
    #expect(PrintedOrder.isOther(Self.tokens(header + rows + ["商业企业"] + rows)))
    let other = Self.order.map { Self.names[$0] }
    #expect(!PrintedOrder.isForm(applicants: Self.tokens(header + rows + other + rows)))
  }

  @Test("A header that has drifted, name into name, over aligned columns gives them no other order than the form's")
  func drifted() {
    let line = LooseLine(runs: [], page: 0, y: 0, unit: 1, index: 0)
    let table = LooseApplications([line])
    func plan(_ labels: [String]) -> ColumnPlan {
      table.plan(labels.enumerated().map { .init(left: Double($0), right: Double($0) + 1, label: $1) })
    }
    let start = ["自然人", "商业企业", "科研机构"]
    let mingled = plan(start + ["社会公益法律服务机构组织", "其他", "总计法律服务机构", "总计其他"])
    #expect(mingled.columns.compactMap(\.id) != Form.applicantColumns)
    #expect(table.isMingled(mingled))
    #expect(!table.isMingled(plan(start + ["社会公益组织", "其他", "法律服务机构", "总计"])))
    #expect(!table.isMingled(plan(Self.names)))
    let form = plan(["自然人其他"] + Self.names.dropFirst())
    #expect(form.columns.compactMap(\.id) == Form.applicantColumns && !table.isMingled(form))
    // On a page the places of the words are those of the columns.
    let page = LooseApplications([LooseLine(runs: [], page: 1, y: 0, unit: 1, index: 0)])
    #expect(!page.isMingled(mingled))
  }

  @Test("One column's name that another's stands within is of a torn header")
  func torn() {
    #expect(PrintedOrder.isTorn(["自然", "总计", "科研", "机构", "人", "商业", "企业"]))
    #expect(PrintedOrder.isTorn(["自", "总", "商业企业", "其他", "计", "然", "人", "法律服务机构"]))
    // Whole names in another order than the form's may well be how they are printed.
    #expect(!PrintedOrder.isTorn(["自", "总", "法律服务机构", "其他", "计", "然", "人", "商业企业"]))
    #expect(!PrintedOrder.isTorn(["自然", "总计", "科研机构", "商业企业", "人"]))
    #expect(!PrintedOrder.isTorn(["自", "然", "人", "科研机构", "商业企业", "总", "计"]))
  }

  @Test("The Article-20 table is read by its headers, in fields and one cell a line", arguments: ["\t", "\n"])
  func article20(separator: String) throws {
    let table = [
      ["第二十条第（一）项", "", "", ""], ["信息内容", "本年废止件数", "本年制发件数", "现行有效件数"], ["规章", "1", "2", "3"],
      ["行政规范性文件", "4", "5", "6"], ["第二十条第（五）项", "", "", ""], ["信息内容", "本年处理决定数量", "", ""], ["行政许可", "7", "", ""],
      ["第二十条第（六）项", "", "", ""], ["信息内容", "本年处理决定数量", "", ""], ["行政处罚", "8", "", ""], ["行政强制", "9", "", ""],
      ["第二十条第（八）项", "", "", ""], ["信息内容", "本年收费金额（单位：万元）", "", ""], ["行政事业性收费", "10", "", ""],
    ]
    let lines = table.map { row in
      (separator == "\n" ? row.filter { !$0.isEmpty } : row).joined(separator: separator)
    }
    let rows = zip(Self.form.rows, Self.whole).map { ([$0.label] + $1).joined(separator: separator) }
    let report = try Self.report(
      ([Self.names.joined(separator: separator)] + rows).flatMap { $0.components(separatedBy: "\n") },
      article20: lines.flatMap { $0.components(separatedBy: "\n") })
    let read = try #require(report.tables.first { $0.id == .article20 })
    #expect(read[.regulations, .made]?.text == "2")
    #expect(read[.regulations, .repealed]?.text == "1")
    #expect(read[.normativeDocuments, .inForce]?.text == "6")
    #expect(read[.coercion, .decisions]?.text == "9")
  }

  /// The rows of a review table in fields, the columns of each group in that order.
  private static func review(_ order: [Int]) -> [PrintedRow] {
    let names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    let header: [String] = (0..<15).map { names[order[$0 % 5]] }
    let numbers: [String] = (0..<15).map { (k: Int) -> String in
      let first: Int = k / 5 * 5
      return String(first + order[k % 5] + 1)
    }
    return [header, numbers].enumerated().map { line, texts in
      FieldRows.row(texts.enumerated().map { FieldRows.cell($1, line: line, column: Double($0)) }, line: line, block: 0)
    }
  }

  @Test("So is the review table", arguments: [[0, 1, 2, 3, 4], [1, 0, 2, 3, 4], [4, 0, 1, 2, 3]])
  func review(order: [Int]) throws {
    var reader = ReviewReader()
    let read = reader.read(Self.review(order))
    let table = try #require(read)
    #expect(table.rows.flatMap(\.cells).map(\.cell.text) == (1...15).map(String.init))
  }

  @Test("Columns of a group that are named in the row above are columns; a header that names ten of fifteen tells none")
  func reviewInTwoRows() throws {
    var rows = Self.review([0, 1, 2, 3, 4])
    let (first, rest) = (rows[0].cells, rows[0].cells)
    let empty = { (k: Int) in FieldRows.cell("", line: 0, column: Double(k)) }
    // An empty field too many, as merged cells leave them.
    rows[1].cells.append(FieldRows.cell("", line: 1, column: 15))
    let upper = first.indices.map { $0 < 5 ? first[$0] : empty($0) } + [empty(15)]
    let lower = rest.indices.map { $0 < 5 ? empty($0) : rest[$0] } + [empty(15)]
    var reader = ReviewReader()
    let whole = reader.read([
      FieldRows.row(upper, line: 0, block: 0), FieldRows.row(lower, line: 1, block: 0), rows[1],
    ])
    #expect(whole?.rows.flatMap(\.cells).map(\.cell.text) == (1...15).map(String.init))
    let half = reader.read([FieldRows.row(lower, line: 1, block: 0), rows[1]])
    #expect(half?.rows.flatMap(\.cells).allSatisfy { $0.cell.state == .unread } == true)
  }
}
