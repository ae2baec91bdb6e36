import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts as converters leave them: tables drawn with characters, in HTML, parted by commas; lines that shift, numbers that touch words.
@Suite struct ConvertedTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

  private static let outcomes = [
    2: [338, 0, 0, 0, 0, 0, 338], 3: [0, 2, 0, 0, 0, 1, 3], 5: [0, 0, 3, 0, 0, 0, 3], 7: [1, 0, 0, 0, 0, 0, 1],
  ]

  /// Row by row, the total last; all sums hold.
  private static let numbers: [[Int]] = form.rows.indices.map { r in
    switch ApplicationSums.Role(form.rows[r].id) {
    case .incoming: r == 0 ? [339, 2, 3, 0, 0, 1, 345] : [0, 0, 0, 0, 0, 0, 0]
    case .outcome: outcomes[r] ?? [0, 0, 0, 0, 0, 0, 0]
    case .total: [339, 2, 3, 0, 0, 1, 345]
    case .carriedForward: [0, 0, 0, 0, 0, 0, 0]
    }
  }

  private static func report(_ lines: [String], before: [String] = [], after: [String] = []) throws -> Report {
    let all =
      ["临溪县人民政府2022年政府信息公开工作年度报告"] + before + ["三、收到和处理政府信息公开申请情况"] + lines
      + ["四、政府信息公开行政复议、行政诉讼情况", "无。"] + after
    return try Reconstructor.reconstruct(
      Document(content: .text(all.enumerated().map { SourceLine(number: $0 + 1, text: $1) })))
  }

  private static func texts(_ report: Report) -> [[String]] {
    report.tables.first { $0.id == .applications }?.rows.map { row in
      row.cells.map { $0.cell.state == .number ? $0.cell.text : $0.cell.state.rawValue }
    } ?? []
  }

  private static let whole = numbers.map { $0.map(String.init) }

  /// A label and numbers in a frame; the label over two lines, and a number in a narrow column, too.
  private static func framed(_ bars: (corner: String, dash: String, bar: String)) -> [String] {
    let edge =
      bars.corner
      + ([48] + names.map { _ in 14 }).map { String(repeating: bars.dash, count: $0) + bars.corner }.joined()
    func line(_ cells: [String]) -> String {
      bars.bar + zip(cells, [48] + names.map { _ in 14 }).map { $0.padded($1) + bars.bar }.joined()
    }
    var lines = [edge, line([""] + names), edge]
    for (row, numbers) in zip(form.rows, whole) {
      let isLong = row.label.count > 20
      lines.append(line([String(row.label.prefix(20))] + numbers.map { $0.count > 2 ? String($0.prefix(2)) : $0 }))
      if isLong || numbers.contains(where: { $0.count > 2 }) {
        lines.append(line([String(row.label.dropFirst(20))] + numbers.map { String($0.dropFirst(2)) }))
      }
      lines.append(edge)
    }
    return lines
  }

  @Test(
    "A table drawn with characters is read by its fields, however its cells wrap",
    arguments: [("+", "-", "|"), ("┼", "─", "│")])
  func drawn(corner: String, dash: String, bar: String) throws {
    #expect(Self.texts(try Self.report(Self.framed((corner, dash, bar)))) == Self.whole)
  }

  @Test("A table in HTML is read, merged cells and all; one without an end takes nothing with it")
  func markup() throws {
    var lines = ["<table><tr><td colspan=\"2\"></td>" + Self.names.map { "<td>\($0)</td>" }.joined() + "</tr>"]
    for (index, (row, numbers)) in zip(Self.form.rows, Self.whole).enumerated() {
      let isInside = (2...23).contains(index)
      let group = index == 2 ? "<td rowspan=\"22\">三、本年度办理结果</td>" : ""
      lines.append(
        "<tr>\(group)<td\(isInside ? "" : " colspan=\"2\"")>\(row.label)</td>"
          + numbers.map { "<td>\($0)</td>" }.joined() + "</tr>")
    }
    #expect(Self.texts(try Self.report(lines + ["</table>"])) == Self.whole)
    let open = try Self.report(lines, after: ["五、存在的主要问题及改进情况", "有不足，将改进。"])
    #expect(open.sections.last?.id == .problems)
  }

  @Test(
    "Fields may be parted by commas or semicolons, and bars may be left out at both ends", arguments: [",", ";", " | "])
  func delimited(delimiter: String) throws {
    let rows =
      [["", ""] + Self.names] + zip(Self.form.rows, Self.whole).map { ["", $0.label.replacing(",", with: "，")] + $1 }
    #expect(Self.texts(try Self.report(rows.map { $0.joined(separator: delimiter) })) == Self.whole)
  }

  /// Rows aligned by spaces.
  private static func aligned(_ change: (Int, String) -> String = { $1 }) -> [String] {
    let header = "".padded(84) + names.map { $0.padded(14) }.joined()
    return [header]
      + zip(form.rows, whole).enumerated().map { index, row in
        change(index, row.0.label.padded(84) + row.1.map { $0.padded(14) }.joined())
      }
  }

  @Test("A number that touches the label before it or a word behind it is a number all the same")
  func glued() throws {
    let lines = Self.aligned { index, line in
      guard index == 5 else { return line }
      let rest = Self.whole[5].dropFirst().map { $0.padded(14) }.joined()
      return (Self.form.rows[5].label + Self.whole[5][0]).padded(98) + rest.trimmedEnd + "三"
    }
    let read = try Self.report(lines)
    #expect(Self.texts(read) == Self.whole)
  }

  @Test("A row with a blank whose line has shifted is placed by the sums or unread, never by its place")
  func shifted() throws {
    // 338 stands in the second column, its total behind the last: five blanks between them.
    let lines = Self.aligned { index, line in
      index == 2 ? Self.form.rows[2].label.padded(98) + "338".padded(14) + "".padded(56) + "338" : line
    }
    let read = try Self.report(lines)
    let row = try #require(read.tables.first { $0.id == .applications }?.rows[2])
    #expect(
      row.cells.allSatisfy {
        $0.cell.state == .unread || $0.column == .naturalPerson && $0.cell.text == "338"
          || $0.column == .total && $0.cell.text == "338"
          || $0.cell.state == .blank && $0.column != .naturalPerson && $0.column != .total
      })
  }

  @Test("Numbers in rows that the text does not show to be rows are not given to the Article-20 table")
  func columnwise() throws {
    let lines = [
      "第二十条第（一）项", "信息内容", "本年制发件数", "规章", "", "1", "", "行政规范性文件", "", "4", "", "本年废止件数", "", "2", "5", "", "现行有效件数",
      "", "3", "6",
    ]
    let report = try Self.report(Self.aligned(), before: ["二、主动公开政府信息情况"] + lines)
    let table = report.tables.first { $0.id == .article20 }
    #expect(table?[.regulations, .repealed]?.state != .number)
  }

  @Test("Where a report prints its zeros, a row without anything has lost its numbers")
  func lostRow() throws {
    let rows =
      [[""] + Self.names]
      + zip(Self.form.rows, Self.whole).enumerated().map { index, row in
        [row.0.label] + (index == 3 ? Self.names.map { _ in "" } : row.1)
      }
    let read = Self.texts(try Self.report(rows.map { $0.joined(separator: "\t") }))
    #expect(read[3] == Self.names.map { _ in "unread" })
    #expect(read[2] == Self.whole[2])
  }

  @Test("Where most rows do not add up the columns are in another order: nothing of the table is read")
  func totalFirst() throws {
    let names = ["总计"] + Self.names.dropLast()
    let lines = zip(Self.form.rows, Self.whole).flatMap { row, numbers -> [String] in
      [row.label, numbers[6]] + Array(numbers.dropLast())
    }
    let read = Self.texts(try Self.report(names + lines))
    #expect(read.count == Self.whole.count)
    #expect(read.allSatisfy { $0.allSatisfy { $0 == "unread" } })
  }

  @Test("The sums tell an eighth column, wherever the text has its header")
  func subtotal() throws {
    let names = ["自然人", "法人或其他组织", "小计", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    let lines = zip(Self.form.rows, Self.numbers).flatMap { row, numbers -> [String] in
      let subtotal: Int = numbers[1..<6].reduce(0, +)
      let printed: [Int] = Array(numbers.dropLast()) + [subtotal, numbers[6]]
      return [row.label] + printed.map(String.init)
    }
    #expect(Self.texts(try Self.report(names + lines)) == Self.whole)
  }

  @Test(
    "What is printed twice for bold is read once; numbers beside one another stay",
    arguments: [
      ("六六、、其其他他需需要要", "六、其他需要"), ("22002233年年度度报报告告", "2023年度报告"), ("总总计计项项目目 11 22", nil), ("六、其他需要", nil),
    ] as [(String, String?)])
  func doubled(line: String, expected: String?) {
    #expect(DoubledText.single([SourceLine(number: 1, text: line)]).map(\.text) == [expected ?? line])
  }

  @Test("A column that counts the rows is none of the form's")
  func countedRows() throws {
    let rows =
      [[""] + Self.names]
      + zip(Self.form.rows, Self.whole).enumerated().map { index, row in [row.0.label, "\(index + 1)"] + row.1 }
    let read = Self.texts(try Self.report(rows.map { $0.joined(separator: "\t") }))
    #expect(read == Self.whole)
  }

  @Test("A row of zeros that was lost is no row of blanks, though the sums hold without it")
  func lostZeros() throws {
    let rows =
      [[""] + Self.names]
      + Self.form.rows.enumerated().map { index, row in [row.label] + Self.names.map { _ in index == 3 ? "" : "0" } }
    let read = Self.texts(try Self.report(rows.map { $0.joined(separator: "\t") }))
    #expect(read[3] == Self.names.map { _ in "unread" })
    #expect(read[2] == Self.names.map { _ in "0" })
  }

  @Test("Two rows that a converter has put into one field are taken for no row")
  func mergedRows() throws {
    var rows = [[""] + Self.names] + zip(Self.form.rows, Self.whole).map { [$0.label] + $1 }
    rows[5] = [rows[5][0] + rows[6][0]] + zip(rows[5], rows[6]).dropFirst().map { $0 + $1 }
    rows.remove(at: 6)
    let read = Self.texts(try Self.report(rows.map { $0.joined(separator: "\t") }))
    #expect(!read[4].contains("00") && !read[3].contains("00"))
    #expect(read[4].allSatisfy { $0 == "unread" })
  }

  @Test("Totals left blank are blank where the columns add up, one cell a line")
  func blankTotals() throws {
    let lines = zip(Self.form.rows, Self.numbers).flatMap { row, numbers -> [String] in
      let own = numbers.map(String.init)
      return [row.label] + (ApplicationSums.Role(row.id) == .outcome ? Array(own.dropLast()) : own)
    }
    let read = Self.texts(try Self.report(Self.names + lines))
    #expect(read[0] == Self.whole[0])
    #expect(read[2] == ["338", "0", "0", "0", "0", "0", "blank"])
    #expect(read[3] == ["0", "2", "0", "0", "0", "1", "blank"])
  }

  @Test("A column of subtotals between those of the form shows in the sums, where its header is not seen")
  func subtotals() throws {
    let lines = zip(Self.form.rows, Self.numbers).map { row, numbers in
      let all = numbers[..<6] + [numbers[1..<6].reduce(0, +)] + numbers[6...]
      return row.label.padded(84) + all.map { String($0).padded(14) }.joined()
    }
    let report = try Self.report(["自然人 法人或其他组织 总计", "商业企业 科研机构 社会公益组织 法律服务机构 其他 小计"] + lines)
    #expect(Self.texts(report) == Self.whole)
    #expect(report.tables.first { $0.id == .applications }?.extras.contains { $0.axis == .column } == true)
  }

  @Test("Rows that add up while three columns do not are rows in the wrong place")
  func displaced() throws {
    var numbers = Self.whole
    numbers.swapAt(0, 2)
    let read = Self.texts(
      try Self.report(Self.names + zip(Self.form.rows, numbers).flatMap { [$0.label] + $1 }))
    #expect(read.joined().allSatisfy { $0 == "unread" })
  }

  @Test("Numbers of one row on lines of several are not taken in the order of the text")
  func stacked() throws {
    let lines = zip(Self.form.rows, Self.whole).enumerated().flatMap { index, row in
      index == 0
        ? [row.0.label, row.1[2...5].joined(separator: "  "), "\(row.1[0])  \(row.1[1])  \(row.1[6])"]
        : [row.0.label] + row.1
    }
    let read = Self.texts(try Self.report(Self.names + lines))
    #expect(read[0].allSatisfy { $0 == "unread" } || read[0] == Self.whole[0])
  }

  @Test("Headers and numbers without end are no table, and are not searched for one")
  func endless() throws {
    let lines = (0..<6_000).flatMap { _ in ["自然人   商业企业", "     1  2  3  4  5  6  21"] }
    #expect(Self.texts(try Self.report(lines)).joined().allSatisfy { $0 == "unread" })
  }

  @Test("Bold that is printed twice is read once, and a page number cuts no heading")
  func headings() throws {
    let report = try Self.report(
      Self.aligned(),
      after: ["五五、、存存在在的的主主要要问问题题及及改改进进情情况况", "有不足，将改进。", "六、其他需要", "2/3", "报告的事项", "无。"])
    #expect(report.sections.map(\.id).suffix(2) == [.problems, .others])
  }

  @Test("A table whose words stand in a text that gives its numbers in no order is unread, not missing")
  func scattered() throws {
    let words = ["结果维持", "结果纠正", "其他结果", "尚未审结"]
    let report = try Self.report(Self.aligned(), after: ["结 果", "1"] + words.flatMap { ["\($0)行政复议、行政诉讼汇总", "2"] })
    #expect(report.tables.contains { $0.id == .reviewAndLitigation })
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    let own = unicodeScalars.reduce(0) { $0 + (LooseLines.isWide($1) ? 2 : 1) }
    return self + String(repeating: " ", count: max(0, width - own))
  }
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
