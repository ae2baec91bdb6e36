import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts in which a converter has torn lines, headers and blocks: what does not stand where it was printed is read where something tells its place, and
/// is unread where nothing does. It is never a blank.
@Suite struct TornTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let title = "临溪县人民政府2022年政府信息公开工作年度报告"

  private static func report(_ lines: [String]) throws -> Report {
    try TextSamples.report(([title] + lines).enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  private static func table(_ id: TableID, _ lines: [String]) throws -> Table? {
    try report(lines).tables.first { $0.id == id }
  }

  /// The table one row a line, cells joined by that.
  private static func applications(
    _ rows: [[String]], by gap: String, header: [String] = names
  ) -> [String] {
    ["三、收到和处理政府信息公开申请情况", String(repeating: " ", count: 40) + header.joined(separator: gap)]
      + zip(form.rows, rows).map {
        String(($0.label + String(repeating: " ", count: 40)).prefix(40)) + $1.joined(separator: gap)
      }
      + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
  }

  private static func texts() -> [[String]] { TextSamples.numbers(form).map { $0.map(String.init) } }
  private static func row(_ id: RowID) -> Int { form.rows.firstIndex { $0.id == id }! }

  // MARK: Rows

  @Test(
    "Numbers left of all columns are strays, but for that of a page",
    arguments: [
      ("7.属于行政执法案卷", "0 0 0", true), ("", "0 0 0", true), ("7.属于行政执法案卷", "3", true), ("", "3", false),
      ("", "- 3 -", false),
    ])
  func strays(above: String, line: String, isStray: Bool) {
    let source = [above, line].enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    let table = LooseApplications(LooseLines.lines(source, width: .single))
    #expect(table.strays([0, 1], start: 20) == (isStray ? [1] : []))
  }

  @Test("A number that a character of a stamp touches is no blank", arguments: ["场监督0", "使无"])
  func stamped(run: String) throws {
    var rows = Self.texts()
    let row = Self.row(.deniedInternalAffairs)
    rows[row] = ["0", run, "0", run, "0", "0", "0"]
    let table = try #require(try Self.table(.applications, Self.applications(rows, by: "      ")))
    #expect(table.rows[row].cells.allSatisfy { $0.cell.state != .blank })
  }

  @Test(
    "Half a row that a stamp tore off is not the rest of the row below",
    arguments: [("0 34 0 69", true), ("0 69", false)])
  func half(rest: String, isTorn: Bool) {
    let source = ["1.属于国家秘密      35 0 0", "              \(rest)", "2.其他法律行政法规禁止公开  76 0 0 0 3 4 83"]
    let lines = LooseLines.lines(source.enumerated().map { SourceLine(number: $0 + 1, text: $1) }, width: .single)
    let values = lines.indices.map { index in
      LooseApplications.ValueLine(line: index, runs: lines[index].runs.filter(\.isValue))
    }
    // The row below took the line between for its own.
    let torn = LooseApplications(lines).torn(values, assigned: [0, 2], rest: [1: [1]], count: 7)
    #expect(torn.rows == (isTorn ? [0] : []) && torn.lines.isEmpty)
  }

  @Test("Empty lines between the rows of a table do not end it before a row whose label is not quite the form's")
  func rowApart() throws {
    let table = try #require(
      try Self.table(
        .article20,
        [
          "二、主动公开政府信息情况", "第二十条第（一）项", "信息内容    本年制发件数   本年废止件数   现行有效件数", "规章              1           2          3",
          "",
          "行政规范性文件         4           5          6", "第二十条第（五）项", "信息内容       本年处理决定数量", "行政许可                 7", "",
          "第二十条第（六）项", "信息内容       本年处理决定数量", "行政处罚                 8", "行政强制                 9", "第二十条第（八）项",
          "信息内容       本年收费金额（单位：万元）", "", "", "行政事业收费               10", "三、收到和处理政府信息公开申请情况", "无。",
        ]))
    #expect(table.missingRows == [])
    #expect(table[.fees, .amount]?.text == "10")
  }

  @Test("Numbers of the Article-20 table that stand on lines of their own are those of the row that looks blank")
  func numbersApart() throws {
    let header = "信息内容        上一年项目数量               本年增/减               处理决定数量"
    let table = try #require(
      try Self.table(
        .article20,
        [
          "二、主动公开政府信息情况", "第二十条第（一）项", "信息内容        本年新制作数量              本年新公开数量              对外公开总数量",
          "规章                      0                    0                    0",
          "规范性文件                   2                    2                    14", "第二十条第（五）项", header,
          "行政许可                    14                   -1                   48",
          "其他对外管理服务事项              343                  82                   34", "行政处罚", "信息内容        上一年项目数量",
          "                        365", "第二十条第（六）项", "                                本年增/减",
          "                                -112", "                                           处理决定数量",
          "                                                      88",
          "行政强制                    2                    -1                   8", "第二十条第（八）项",
          "信息内容        上一年项目数量                        本年增/减",
          "行政事业性收费                 0                               0",
          "第二十条第（九）项", "信息内容        采购项目数量                         采购总金额",
          "政府集中采购                  3                              25",
        ] + Self.applications(Self.texts(), by: "      ")))
    #expect(table.rows.first { $0.id == .penalties }?.cells.allSatisfy { $0.cell.state == .unread } == true)
    #expect(table[.coercion, .decisions]?.text == "8")
    #expect(table.extras.allSatisfy { !$0.label.isEmpty })
  }

  @Test("A number cut behind its separator is put together, and is never its end alone")
  func separators() throws {
    let rows = TextSamples.numbers(Self.form, weight: { _ in 1_001 }).map { row in
      row.map { $0 >= 1_000 ? "\($0 / 1_000)，" + String(String($0 % 1_000 + 1_000).dropFirst()) : String($0) }
    }
    #expect(rows[Self.row(.deniedInternalAffairs)].contains { $0.contains("，") })
    var lines = ["三、收到和处理政府信息公开申请情况"] + Self.names
    for (row, own) in zip(Self.form.rows, rows) {
      lines += [row.label] + own.flatMap { $0.replacing("，", with: "， ").split(separator: " ").map(String.init) }
    }
    lines += ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    #expect(TextSamples.texts(try Self.table(.applications, lines)) == rows)
    // The line breaks behind the separator: what is left of the number would add up as well.
    var joined = ["三、收到和处理政府信息公开申请情况"] + Self.names
    let row = Self.row(.rejectedRepeated)
    for (index, own) in rows.enumerated() {
      joined +=
        (Self.form.rows[index].label + " "
        + (index == row ? ["6，\n697", "0", "0", "0", "0", "0", "6， 697"] : own)
        .joined(separator: " ")).split(separator: "\n").map(String.init)
    }
    joined += ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    #expect(TextSamples.texts(try Self.table(.applications, joined))[row].first != "697")
  }

  // MARK: Columns

  @Test(
    "A column of subtotals is told where the report errs in a row; broken names that come to as many pieces tell nothing"
  )
  func subtotalsWithError() throws {
    var rows = TextSamples.numbers(Self.form).map { row in
      row.prefix(6) + [row[1..<6].reduce(0, +), row[6]]
    }
    rows[Self.row(.granted)][7] += 5
    func lines(_ rows: [[Int]]) -> [String] {
      ["三、收到和处理政府信息公开申请情况", "自然人", "商业企业科研机构", "社会公益组", "织", "法律服务机", "构", "其他小计", "总计"]
        + zip(Self.form.rows, rows).map { $0.label + " " + $1.map(String.init).joined(separator: " ") }
        + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    }
    let read = try #require(try Self.table(.applications, lines(rows.map { Array($0) })))
    #expect(TextSamples.texts(read)[0] == Self.texts()[0])
    #expect(read[.granted, .total]?.text == String(rows[Self.row(.granted)][7]))
    for row in rows.indices where row % 3 == 0 { rows[row][7] += 3 }
    let torn = try #require(try Self.table(.applications, lines(rows.map { Array($0) })))
    #expect(TextSamples.texts(torn).flatMap { $0 }.allSatisfy { $0 == "unread" })
    #expect(torn.missingColumns == [])
  }

  @Test("Numbers without a header beside a header without numbers are one column whose lines have shifted")
  func shifted() throws {
    // 社会公益组织 is not printed. In one row alone the numbers stand under the name that is beside its column elsewhere.
    let places = [40, 50, 60, 68, 84, 92]
    func line(_ label: String, _ cells: [String], moved: Bool = false) -> String {
      var line = label
      for (k, cell) in cells.enumerated() {
        let place = moved && k == 3 ? 76 : places[k]
        line += String(repeating: " ", count: max(1, place - line.unicodeScalars.count)) + cell
      }
      return line
    }
    let header = [
      String(repeating: " ", count: 40) + "自然人       法人或其他组织                              总计",
      String(repeating: " ", count: 50) + "商业企业      科研机构            法律服务机构  其他",
    ]
    let rows = zip(Self.form.rows, TextSamples.numbers(Self.form)).map { row, numbers in
      var own = numbers
      let publicWelfare = own.remove(at: 3)
      own[3] += publicWelfare
      return line(row.label, own.map(String.init), moved: row.id == .deniedInternalAffairs)
    }
    let table = try Self.table(
      .applications,
      ["三、收到和处理政府信息公开申请情况"] + header + rows + ["四、政府信息公开行政复议、行政诉讼情况", "无。"])
    #expect(table?.missingColumns == [.publicWelfare])
    #expect(table?[.newReceived, .legalService]?.value == 10)
    #expect(table?[.deniedInternalAffairs, .legalService]?.value == 0)
  }

  // MARK: Blocks

  /// A text in blocks: an empty line behind each number, the labels broken.
  private static func blocks(_ rows: [[String]], header: [String] = names, together: Int = 1) -> [String] {
    var lines = ["三、收到和处理政府信息公开申请情况"] + header
    for start in stride(from: 0, to: rows.count, by: together) {
      for row in form.rows[start..<min(rows.count, start + together)] {
        lines += [String(row.label.prefix(6)), String(row.label.dropFirst(6))]
      }
      for cell in rows[start..<min(rows.count, start + together)].joined() { lines += [cell, ""] }
    }
    return lines + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
  }

  @Test("Where a text breaks its numbers between rows alone, a report that errs in one cell, or in two, is read")
  func errors() throws {
    var rows = Self.texts()
    rows[Self.row(.granted)][1] = "77"
    rows[Self.row(.rejectedRepeated)][6] = "88"
    #expect(TextSamples.texts(try Self.table(.applications, Self.blocks(rows, together: 3))) == rows)
    // Numbers that have changed places are no errors of the report.
    for (row, column, other) in [(2, 0, 0), (4, 1, 3)] {
      var moved = Self.texts()
      (moved[row][column], moved[5][other]) = (moved[5][other], moved[row][column])
      #expect(moved != Self.texts())
      let read = TextSamples.texts(try Self.table(.applications, Self.blocks(moved, together: 3)))
      #expect(read.flatMap { $0 }.allSatisfy { $0 == "unread" })
    }
  }

  @Test("The word for none in a label is no number of a table that prints its zeros")
  func wordOfLabel() throws {
    var lines = Self.blocks(Self.texts(), together: 4)
    lines.insert(contentsOf: ["无", ""], at: lines.firstIndex { $0.hasPrefix("2.没有") }!)
    #expect(TextSamples.texts(try Self.table(.applications, lines)) == Self.texts())
  }

  @Test(
    "A header whose total stands among the columns that it adds up is torn, and says nothing of their order, unless its whole names stand in another",
    arguments: [
      (["科研机构", "社会公益组织", "法律服务机构", "总计", "其他"], true), (["社会公益组织", "科研机构", "法律服务机构", "总计", "其他"], false),
      (["社会公益组织", "科研机构", "法律服务机构", "其他", "总计"], false),
    ])
  func tornHeader(names: [String], isRead: Bool) throws {
    let header = ["自然人", "商业企业"] + names
    let read = TextSamples.texts(try Self.table(.applications, Self.blocks(Self.texts(), header: header, together: 5)))
    #expect(read == Self.texts().map { $0.map { isRead ? $0 : "unread" } })
  }

  @Test("A row of numbers between two labels is not another row's: sums hold whichever outcome stands where")
  func exchangedRows() throws {
    let rows = Self.texts()
    var lines = Self.blocks(rows, together: 25)
    let (first, second) = (Self.row(.granted), Self.row(.partiallyGranted))
    // The numbers of the second stand before the label of the first, those of the first behind it.
    lines = ["三、收到和处理政府信息公开申请情况"] + Self.names
    for (index, row) in Self.form.rows.enumerated() {
      if index == first { lines += rows[second].flatMap { [$0, ""] } }
      lines += [String(row.label.prefix(6)), String(row.label.dropFirst(6))]
      if index == second { continue }
      lines += rows[index].flatMap { [$0, ""] }
    }
    lines += ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let table = try #require(try Self.table(.applications, lines))
    #expect(rows[first] != rows[second])
    for row in [first, second] {
      #expect([rows[row], rows[row].map { _ in "unread" }].contains(TextSamples.texts(table)[row]))
    }
    #expect(TextSamples.texts(table)[first] != rows[second])
  }

  // MARK: Section 四

  private static let groups = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
  private static let leaves = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]

  @Test(
    "Numbers of section 四 in blocks are read in one run, or between headers in the order of the form; not in another order"
  )
  func review() throws {
    let values = ["19", "0", "0", "5", "24", "61", "0", "24", "9", "94", "3", "9", "0", "1", "13"]
    func read(_ lines: [String]) throws -> [String] {
      TextSamples.texts(
        try Self.table(
          .reviewAndLitigation, ["三、收到和处理政府信息公开申请情况", "无。", "四、政府信息公开行政复议、行政诉讼情况"] + lines + ["五、存在的主要问题及改进情况", "有。"])
      ).flatMap { $0 }
    }
    let headers = Self.groups + Array(repeating: Self.leaves, count: 3).joined()
    #expect(try read(headers + values.flatMap { [$0, ""] }) == values)
    let grouped = Self.groups + (0..<3).flatMap { Self.leaves + values[($0 * 5)..<($0 * 5 + 5)].flatMap { [$0, ""] } }
    #expect(try read(grouped) == values)
    // Headers and numbers are torn: the sums hold in this order of the first four as well.
    var torn = Self.groups + ["结果维持", "其他结果", "尚未审结", "结果纠正", "0", "", "0", "", "5", "", "19", "", "总计", "24", ""]
    torn += (1..<3).flatMap { Self.leaves + values[($0 * 5)..<($0 * 5 + 5)].flatMap { [$0, ""] } }
    #expect(try read(torn).allSatisfy { $0 == "unread" })
  }

  @Test("A header of single characters is found under a heading without its numeral, and between sentences")
  func stackedReview() throws {
    let stack = [
      "  行政复议      行政诉讼", "结 结 其 尚     结 结 其 尚     结 结 其 尚", "果 果 他 未 总   果 果 他 未 总   果 果 他 未 总",
      "维 纠 结 审 计   维 纠 结 审 计   维 纠 结 审 计", "持 正 果 结     持 正 果 结     持 正 果 结", "1 0 0 2 3   0 0 0 0 0   0 4 0 0 4",
    ]
    for (heading, before, after) in [
      ("政府信息公开行政复议、行政诉讼情况", [], ["五、存在的主要问题及改进情况", "有不足。"]),
      ("四、政府信息公开行政复议、行政诉讼情况", ["行政复议和诉讼情况如下。"], ["（一）主要问题。公开不够及时。"]),
    ] {
      let lines = ["一、总体情况", "好。", heading] + before + stack + after
      let table = try Self.table(.reviewAndLitigation, lines)
      #expect(table?.rows.flatMap { $0.cells.map(\.cell.text) }.joined() == "100230000004004")
    }
  }

  @Test("A heading cut in two that has lost its numeral is one where the two are a title")
  func cutHeading() throws {
    let report = try Self.report(
      ["一、总体情况", "好。", "主动公开政府", "信息情况", "见表。", "三、收到和处理政府信息公开申请情况", "无。"])
    #expect(report.sections.map(\.id) == [.overview, .proactiveDisclosure, .applications])
    #expect(report.sections[1].heading == "主动公开政府信息情况")
  }
}
