import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts as programs and people pass them on: quoted, numbered, wrapped, with other marks between the fields.
@Suite struct UnusualTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let numbers = TextSamples.numbers(form, isFull: true).map { $0.map(String.init) }
  private static let fields = [["项目"] + names] + zip(form.rows, numbers).map { [$0.label] + $1 }

  private static func framed(_ body: [String]) -> [String] {
    [
      "临溪县人民政府2022年政府信息公开工作年度报告", "一、总体情况", "公开。", "二、主动公开政府信息情况", "见表。",
      "三、收到和处理政府信息公开申请情况",
    ] + body + [
      "四、政府信息公开行政复议、行政诉讼情况", "无。", "五、存在的主要问题及改进情况", "改进。", "六、其他需要报告的事项", "没有。",
    ]
  }

  private static func cells(_ lines: [String]) throws -> [[String]] {
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    return TextSamples.texts(report[TableID.applications])
  }

  private static let markdown = fields.map { "| " + $0.joined(separator: " | ") + " |" }
  private static let tabs = fields.map { $0.joined(separator: "\t") }

  private static func folded(_ lines: [String], at width: Int) -> [String] {
    lines.flatMap { line -> [String] in
      var rest = Substring(line)
      var parts: [String] = []
      while !rest.isEmpty {
        parts.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
      return parts
    }
  }

  private static func page() -> [String] {
    let rows = fields.flatMap { row -> [String] in
      let cells = row.dropFirst().map { "<td>\($0)</td>" }
      return ["<tr>", "<td", "align=\"left\">\(row[0])</td>"] + cells + ["</tr>"]
    }
    let lines: [String] = framed(["<table>"] + rows + ["</table>"])
    return lines.map { $0.hasPrefix("<") || $0.hasPrefix("align") ? $0 : "<p>\($0)</p>" }
  }

  private static func joined(_ mark: String, isFramed: Bool = false) -> [String] {
    let lines = fields.map { $0.joined(separator: mark) }
    return framed(isFramed ? lines.map { mark + $0 + mark } : lines)
  }

  /// The table as `tabulate` draws it, with round corners.
  private static var drawn: [String] {
    func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + (LooseLines.isWide($1) ? 2 : 1) } }
    let widths = fields[0].indices.map { column in fields.map { width($0[column]) }.max()! }
    let edge = widths.map { String(repeating: "─", count: $0 + 2) }
    let rows = fields.map { row in
      "│ " + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - width($0)) }.joined(separator: " │ ") + " │"
    }
    return ["╭" + edge.joined(separator: "┬") + "╮"] + rows + ["╰" + edge.joined(separator: "┴") + "╯"]
  }

  private static func lines(_ way: String) -> [String] {
    switch way {
    case "quoted": framed(markdown).map { "> " + $0 }
    case "quoted fields": framed(tabs).map { "> " + $0 }
    case "numbered by cat": framed(tabs).enumerated().map { "     \($0.offset + 1)\t" + $0.element }
    case "numbered by an editor": framed(tabs).enumerated().map { "  \(100 + $0.offset)  " + $0.element }
    case "numbered with colons": framed(markdown).enumerated().map { "\($0.offset + 1): " + $0.element }
    case "bars of full width": joined("｜")
    case "bars of drawn tables": joined("│", isFramed: true)
    case "two bars": joined("||", isFramed: true)
    case "two tabs": joined("\t\t")
    case "all on one line": [framed(fields.flatMap { $0 }).joined(separator: "|")]
    case "numbered by a program":
      framed(
        [(0..<9).map(String.init).joined(separator: "\t")]
          + fields.enumerated().map { "\($0)\t" + $1.joined(separator: "\t") })
    case "round corners": framed(drawn)
    case "code": framed(fields.map { "| " + $0.map { "`\($0)`" }.joined(separator: " | ") + " |" })
    case "wrapped": framed(folded(markdown + ["|" + String(repeating: "---|", count: 8)], at: 40))
    case "a mark within a tag": page()
    default: framed(markdown)
    }
  }

  @Test(
    "Tables are read however a program has marked their lines and fields",
    arguments: [
      "a name over the labels", "quoted", "quoted fields", "numbered by cat", "numbered by an editor",
      "numbered with colons",
      "bars of full width",
      "bars of drawn tables", "two bars", "two tabs", "code", "all on one line",
      "numbered by a program", "round corners", "wrapped", "a mark within a tag",
    ])
  func ways(name: String) throws {
    #expect(try Self.cells(Self.lines(name)) == Self.numbers)
  }

  private static let reviewHeader = [
    ["行政复议", "", "", "", "", "行政诉讼"] + Array(repeating: "", count: 9),
    ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", ""],
    Array(repeating: "", count: 5) + ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"],
  ]

  private static func review(_ lines: [String]) throws -> [String] {
    let all = framed([]).flatMap { $0.hasPrefix("四") ? [$0] + lines : [$0] }
    let report = try TextSamples.report(all.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    return TextSamples.texts(report[TableID.reviewAndLitigation]).flatMap { $0 }
  }

  @Test("Fields that are empty in all rows on the left of the review table are none of its columns", arguments: 0...3)
  func margin(width: Int) throws {
    let numbers = [0, 0, 3, 1, 4, 0, 1, 0, 4, 5, 3, 0, 0, 0, 3].map(String.init)
    let rows = (Self.reviewHeader + [numbers]).map { Array(repeating: "", count: width) + $0 }
    #expect(try Self.review(rows.map { $0.joined(separator: "\t") }) == numbers)
  }

  @Test(
    "Signs on a line of their own and numbers on the next say nothing of each other's columns",
    arguments: [true, false])
  func signsApart(isApart: Bool) throws {
    let header =
      ["行政复议 行政诉讼", "未经复议直接起诉 复议后起诉"]
      + Self.reviewHeader[2].filter { !$0.isEmpty }.prefix(5).map { name in
        Array(repeating: name, count: 3).joined(separator: "  ")
      }
    let numbers =
      isApart
      ? [
        "        —     —       —",
        "   1       2       3                   6                   1       1       2       2       2       2       1       7",
      ]
      : ["   1     2     3     —     6     —     1     1     —     2     2     2     2     1     7"]
    let read = try Self.review(header + numbers)
    #expect(
      read
        == (isApart
          ? Array(repeating: "unread", count: 15)
          : numbers[0].split(separator: " ").map { $0 == "—" ? "placeholder" : String($0) }))
  }

  @Test("None for an empty cell is no text")
  func none() throws {
    var rows = Self.fields
    rows[3][2] = "None"
    let read = try Self.cells(Self.framed(rows.map { "| None | " + $0.joined(separator: " | ") + " |" }))
    #expect(read[2][1] == "blank")
    #expect(read[1] == Self.numbers[1])
  }

  @Test("Columns that are printed in another order are read as their header says", arguments: ["\t", "\n", " "])
  func order(mark: String) throws {
    // 商业企业 … 其他, 自然人, 总计 on a line each; the total first in rows.
    let order = mark == "\n" ? [0, 2, 3, 4, 5, 6, 1, 7] : [0, 7, 1, 2, 3, 4, 5, 6]
    let rows = Self.fields.map { row in order.map { row[$0] }.joined(separator: mark) }
    let read = try Self.cells(Self.framed(rows.flatMap { $0.components(separatedBy: "\n") }))
    for (read, printed) in zip(read, Self.numbers) {
      #expect(zip(read, printed).allSatisfy { $0 == $1 || $0 == "unread" })
    }
  }

  @Test("Digits that had to wrap are not left out of their numbers", arguments: ["3 7", "3"])
  func wrapped(ends: String) throws {
    var rows = Self.fields.map { $0.joined(separator: " ") }
    let total = Self.form.rows.firstIndex { $0.id == .newReceived }!
    let more = ends != "3 7" ? ["0", "0", "0", "0", "0", "1003", "100"] : ["0", "0", "0", "0", "0", "158", "158"]
    rows[total + 1] = ([Self.form.rows[total].label] + more).joined(separator: " ")
    rows.insert(ends, at: total + 2)
    #expect(try Self.cells(Self.framed(rows))[total].allSatisfy { $0 == "unread" })
  }

  @Test("A space within a number of a row that does not add up may part two")
  func parted() throws {
    var rows = Self.fields
    rows[1] = [rows[1][0], "356", "0", "566", "0", "60", "8 0", "1530"]
    #expect(
      try Self.cells(Self.framed(rows.map { "|" + $0.joined(separator: "|") + "|" }))[0].allSatisfy { $0 == "unread" })
  }

  @Test("Where all labels come before all numbers, no row is one of blanks")
  func labelsFirst() throws {
    let lines =
      Self.form.rows.map(\.label) + ["自然人 法人或其他组织     总计", " 商业企业 科研机构 社会公益组织 法律服务机构 其他 "]
      + Self.numbers.map { $0.map { $0 == "0" ? "-" : $0 }.joined(separator: " ") }
    #expect(!(try Self.cells(Self.framed(lines))).joined().contains("blank"))
  }

  @Test("A word where the first number should stand is a piece of the label")
  func shifted() throws {
    let rows = Self.fields.dropFirst().map { [$0[0], "府", "信息"] + $0.dropFirst().dropLast() }
    let read = try Self.cells(Self.framed(rows.map { "|" + $0.joined(separator: "|") + "|" }))
    #expect(read.joined().allSatisfy { $0 == "unread" })
  }

  @Test("Running titles between the halves of a row do not part them")
  func runningTitle() throws {
    var rows = Self.fields
    rows[1] = ["一、本年新收政府信", "1410", "1238", "8418", "7276", "4638", "7991", "5481"]
    let rest = ["息公开申请数量", "7", "5", "", "", "", "", "5"]
    let lines = rows.map { $0.joined(separator: "\t") }
    let read = try Self.cells(
      Self.framed(
        Array(lines[...1]) + ["— 1 —", "临溪县人民政府2022年政府信息公开工作年度报告", rest.joined(separator: "\t")] + lines[2...]))
    #expect(read[0][0] == "unread" && read[0][6] == "unread" && read[1] == Self.numbers[1])
  }

  @Test("A number under a piece of a name is not left out of the column beside it")
  func piecesOfNames() throws {
    let lines = [
      "临溪县人民政府2020年政府信息公开工作年度报告", "二、主动公开政府信息情况", "|第二十条第（一）项|||||||||", "|---|---|---|---|---|---|---|---|---|",
      "|信息内容|本年|新制作数量||本年新公开|数量|对外|公开总数量||", "|规章|0|||0||0|||", "|规范性文件|8|||3||55|||",
    ]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    let row = try #require(report[TableID.article20]?[.normativeDocuments])
    #expect(!row.cells.contains { $0.cell.state == .blank })
  }

  @Test("A row that lost two fields is not filled from its labels")
  func lostFields() throws {
    var rows = Self.fields.map { ["", "", $0[0]] + $0.dropFirst() }
    rows[5] = ["", "（三）不予公开", "1.属于国家秘密", "17", "", "0", "0", "17"]
    let read = try Self.cells(Self.framed(rows.map { $0.joined(separator: "\t") }))
    #expect(read[4].allSatisfy { $0 == "unread" } && read[3] == Self.numbers[3])
  }

  /// The applications table as `pdftotext -layout` prints it, with rows of its own.
  private static func aligned(_ own: [Int: String]) throws -> [[String]] {
    let header = String(repeating: " ", count: 60) + "自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他    总计"
    let lines = form.rows.enumerated().map { k, row -> String in
      if let line = own[k] { return line }
      let label = String(row.label.prefix(20))
      let start = label + String(repeating: " ", count: 62 - 2 * label.count)
      return start + numbers[k].map { $0 + String(repeating: " ", count: 10 - $0.count) }.joined()
    }
    return try cells(framed([header] + lines))
  }

  @Test("A row whose last number is what the others add up to has shifted where its total looks blank")
  func layout() throws {
    let total = Self.form.rows.firstIndex { $0.id == .total }!
    let line = "（七）总计" + String(repeating: " ", count: 52) + "767       35        0         2         1         805"
    #expect(try Self.aligned([total: line])[total].allSatisfy { $0 == "unread" })
  }

  @Test("A letter or a digit in a circle among the numbers of a row is no blank", arguments: ["O", "①"])
  func letters(word: String) throws {
    let line =
      "一、本年新收政府信息公开申请数量" + String(repeating: " ", count: 30)
      + "\(word)         35        0         2                   1         38"
    #expect(!(try Self.aligned([0: line])[0].contains("blank")))
  }

  @Test("A page whose characters came to one line lacks neither sections nor tables")
  func oneLine() throws {
    let words = "行政复议结果维持结果纠正其他结果尚未审结总计行政诉讼未经复议直接起诉复议后起诉政府信息公开行政复议、行政诉讼情况存在的主要问题及改进情况"
    let page = (0..<12).map { "\($0)-\(words.prefix(20 + $0))--" }.joined() + words + "公开内容的时效性有待增强。"
    #expect(TextShifts.isWholePage(page))
    var lines = Self.framed(Self.markdown)
    lines.replaceSubrange((lines.count - 6)..<(lines.count - 2), with: [page])
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report.unreadSections.isSuperset(of: [.reviewAndLitigation, .problems]))
    #expect(report[TableID.reviewAndLitigation] != nil)
  }

  @Test("The end of a label that several rows have is none's by itself")
  func ends() throws {
    var rows = Self.fields
    rows[2][0] = "息公开申请数量"
    #expect(try Self.cells(Self.framed(rows.map { $0.joined(separator: "\t") }))[1].allSatisfy { $0 == "unread" })
  }

  @Test("A row that a converter put elsewhere, its label cut off, is not missing; nor is a short one among words")
  func elsewhere() throws {
    func missing(_ lines: [String]) throws -> Set<RowID> {
      let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
      return Set(report.tables.flatMap(\.missingRows))
    }
    let whole = Self.fields.dropLast().map { $0.joined(separator: "\t") }
    #expect(try missing(Self.framed(whole)) == [.carriedForward])
    var lines = Self.framed(whole)
    lines.insert("四、结转下年度继续办 0 0 0 0 0", at: 6)
    #expect(try missing(lines).isEmpty)
  }

  @Test("A heading behind the sentences of the section before it, all on one line, is not missing")
  func behindSentences() throws {
    var lines = Self.framed(Self.markdown)
    let last = lines.suffix(4).joined(separator: " ")
    lines.replaceSubrange((lines.count - 4)..., with: [last])
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report.unreadSections.union(report.sections.map(\.id)).contains(.others))
  }

  @Test("A row of Markdown that lacks its last bar is a row by itself")
  func lastBar() throws {
    var lines = Self.markdown
    lines[6] = String(lines[6].dropLast(2))
    #expect(try Self.cells(Self.framed(lines)) == Self.numbers)
  }
}
