import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts whose converter has sorted what stands on a page: numbers of one row may come in another order, and sums do not always tell.
@Suite struct SortedTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let title = "临溪县人民政府2022年政府信息公开工作年度报告"
  private static let header = ["申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
  private static let numbers = TextSamples.numbers(form, isFull: true) { 1 << $0 }.map { $0.map(String.init) }
  private static func row(_ id: RowID) -> Int { form.rows.firstIndex { $0.id == id }! }

  private static func texts(_ id: TableID, _ lines: [String]) throws -> [[String]] {
    let report = try TextSamples.report(([title] + lines).enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    return TextSamples.texts(report.tables.first { $0.id == id })
  }

  /// One cell a line; `gap`: the lines between two numbers of a row.
  private static func applications(
    _ rows: [[String]] = numbers, header: [String] = header, gap: (Int, Int) -> [String] = { _, _ in [] }
  ) -> [String] {
    ["三、收到和处理政府信息公开申请情况"] + header
      + zip(form.rows, rows).enumerated().flatMap { index, row in
        [row.0.label] + row.1.enumerated().flatMap { [$1] + gap(index, $0) }
      } + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
  }

  @Test(
    "A total among the numbers of its row tells of cells in another order where blocks are uneven",
    arguments: [true, false])
  func shuffled(isUneven: Bool) throws {
    var rows = Self.numbers
    // 512, 0, 0, 1024, 0, 0, 1536
    let row = rows.firstIndex { own in own.dropLast().count { $0 != "0" } == 2 }!
    let first = rows[row].firstIndex { $0 != "0" }!
    rows[row].swapAt(first, 6)
    let read = try Self.texts(
      .applications, Self.applications(rows) { index, column in isUneven && (index + column) % 5 != 0 ? [""] : [] })
    if isUneven {
      #expect(read.joined().allSatisfy { $0 == "unread" })
    } else {
      #expect(read == rows)
    }
  }

  @Test("Names of columns in pieces and in another order tell nothing; whole ones do", arguments: [true, false])
  func header(isWhole: Bool) throws {
    let header =
      ["申请人情况", "自然人", "法人或其他组织", "总计"]
      + (isWhole
        ? ["商业企业", "科研机构", "法律服务机构", "社会公益组织", "其他"] : ["商业企业", "科研机构", "法律服", "务机构", "社会公", "益组织", "其他"])
    let read = try Self.texts(.applications, Self.applications(header: header))
    #expect(read.joined().contains("unread") == !isWhole)
  }

  @Test("Uneven blocks of section 四 are read under headers in the order of the form alone", arguments: [true, false])
  func review(isInOrder: Bool) throws {
    let leaves = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    let values = ["2", "2", "1", "2", "7", "2", "0", "1", "0", "3", "0", "2", "0", "0", "2"]
    var headers = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"] + Array(repeating: leaves, count: 3).joined()
    if !isInOrder { headers.swapAt(4, 6) }
    let lines = headers + values.enumerated().flatMap { $0 == 0 ? [$1] : [$1, ""] }
    let read = try Self.texts(
      .reviewAndLitigation,
      Array(Self.applications().dropLast(2)) + ["四、政府信息公开行政复议、行政诉讼情况"] + lines + ["五、存在的主要问题及改进情况", "有。"])
    #expect(read.flatMap { $0 } == (isInOrder ? values : values.map { _ in "unread" }))
  }

  @Test("Headers among the numbers of section 四 say nothing where blocks stand elsewhere, there or in the table before")
  func moved() {
    let values = ["1", "0", "0", "0", "1", "3", "1", "2", "0", "6", "0", "0", "0", "2", "2"]
    let leaves = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    let pieces = (0..<3).flatMap { group in
      let own = values[(5 * group)..<(5 * group + 5)]
      return leaves + Array(own)
    }
    func tokens(_ pieces: [String]) -> [StreamReading.Token] {
      pieces.enumerated().map { index, text in
        StreamReading.Token(text: text, line: 2 * index, isValue: text.allSatisfy(\.isNumber))
      }
    }
    #expect(OrderedReading.review(tokens(pieces))?.map(\.text) == values)
    #expect(OrderedReading.review(tokens(pieces), isMoved: true) == nil)
    // A header among the numbers of a group: blocks have come in an order of their own.
    var torn = pieces
    torn.swapAt(12, 13)
    #expect(OrderedReading.review(tokens(torn)) == nil)
    // So have totals that come with their names behind what they count.
    let apart = (0..<3).flatMap { group in
      let own = values[(5 * group)..<(5 * group + 5)]
      return leaves.dropLast() + Array(own.dropLast()) + ["总计"] + Array(own.suffix(1))
    }
    #expect(OrderedReading.review(tokens(apart)) == nil)
    // Each under its own name, the totals of two groups at the end of all: their sums hold by chance.
    let named: [(String, String)] = [
      ("维持", "0"), ("纠正", "2"), ("其他", "2"), ("尚未", "2"), ("总计", "6"), ("维持", "0"), ("纠正", "0"), ("其他", "1"),
      ("尚未", "0"), ("维持", "1"), ("纠正", "0"), ("其他", "0"), ("尚未", "2"), ("总计", "1"), ("总计", "3"),
    ]
    #expect(OrderedReading.review(tokens(named.flatMap { [$0.0, $0.1] })) == nil)
  }

  @Test("Signs before the numbers of every row are sorted so, unless all sums hold", arguments: [true, false])
  func placeholders(isSorted: Bool) throws {
    let rows = Self.numbers.map { row in
      let own = row.map { $0 == "0" ? "无" : $0 }
      return isSorted ? own.filter { $0 == "无" } + own.filter { $0 != "无" } : own
    }
    let lines = ["三、收到和处理政府信息公开申请情况", "申请人情况 " + Self.header.dropFirst().joined(separator: " ")]
    let read = try Self.texts(
      .applications,
      lines + zip(Self.form.rows, rows).map { ([$0.label] + $1).joined(separator: " ") } + [
        "四、政府信息公开行政复议、行政诉讼情况", "无。",
      ])
    let mixed = rows.indices.filter { Set(rows[$0].map { $0 == "无" }).count == 2 }
    #expect(mixed.count > 4)
    for row in mixed {
      #expect(
        read[row] == (isSorted ? rows[row].map { _ in "unread" } : rows[row].map { $0 == "无" ? "placeholder" : $0 }))
    }
  }

  @Test(
    "Numbers before a label may be the first halves of those behind it, where these do not add up",
    arguments: [true, false])
  func halves(isWrapped: Bool) throws {
    var lines = Self.applications()
    let label = lines.firstIndex(of: Self.form.rows[Self.row(.total)].label)!
    if isWrapped { lines[label + 7] = String(lines[label + 7].dropFirst()) }
    lines[label..<label] = isWrapped ? ["4", "102", "6"] : []
    let read = try Self.texts(.applications, lines)
    #expect(read[Self.row(.total)].contains("unread") == isWrapped)
  }

  @Test("Where cells were joined, what stands over a number does not tell its column")
  func joined() throws {
    let form = Form.of(.applications, .form2019)
    let numbers = TextSamples.numbers(form).map { $0.map(String.init) }
    let header = [
      "申请人情况", "（本列数据的勾稽关系为：第一项加第 法人或其他组织", "二项之和，等于第三项加第四项之和） 自然人 科研机 社会公 总计", "商业企业 法律服务机构 其他", "构 益组织",
    ]
    let lines = zip(form.rows, numbers).enumerated().flatMap { index, row in
      let cut = index < 2 ? row.0.label.count : 9
      let rest = String(row.0.label.dropFirst(cut))
      return [row.0.label.prefix(cut) + " " + row.1.joined(separator: " ")] + (rest.isEmpty ? [] : [rest])
    }
    let half = lines.count / 2
    let read = try Self.texts(
      .applications,
      ["三、收到和处理政府信息公开申请情况"] + header + lines[..<half] + header + lines[half...] + ["四、政府信息公开行政复议、行政诉讼情况", "无。"])
    #expect(zip(read.joined(), numbers.joined()).allSatisfy { $0 == $1 || $0 == "unread" })
    #expect(read.joined().contains { $0 != "unread" })
  }

  @Test(
    "A word with digits among its characters is no number with a word before it",
    arguments: [("仍不明确0", 4), ("1.属于国家秘密0", 8), ("东98屏市3人78", nil)])
  func stamp(text: String, cut: Int?) {
    #expect(GluedNumbers.cut(Array(text.unicodeScalars), true, false) == cut)
  }

  @Test("A text on one line is read cell by cell")
  func oneLine() throws {
    let text = (Self.applications().dropFirst() + ["五、存在的主要问题及改进情况", "有。"]).joined(separator: " ")
    let report = try TextSamples.report([SourceLine(number: 1, text: "\(Self.title) 三、收到和处理政府信息公开申请情况 \(text)")])
    #expect(TextSamples.texts(report.tables.first { $0.id == .applications }) == Self.numbers)
    #expect(report.sections.map(\.id) == [.applications, .reviewAndLitigation, .problems])
  }

  @Test(
    "The first word of a header between a label and its numbers is none of either's; an amount is no count of projects")
  func article20() throws {
    let form = Form.of(.article20, .form2019)
    func read(_ procurement: [String]) throws -> [[String]] {
      var lines = ["二、主动公开政府信息情况"]
      for row in form.rows {
        if row.id != .normativeDocuments, row.id != .otherServices, row.id != .coercion {
          lines += ["第二十条第（一）项"] + form.columnPairs(row).map(\.label)
        }
        lines += [row.label] + (row.id == .penalties ? ["信息内容"] : [])
        lines += row.id == .procurement ? procurement : row.columns.map { _ in "3" }
      }
      return try Self.texts(.article20, lines + Self.applications())
    }
    let table = try read(["1", "7295291.5"])
    #expect(table.dropLast().joined().allSatisfy { $0 == "3" })
    #expect(table.last == ["1", "7295291.5"])
    #expect(try read(["7295291.5", "1"]).last == ["unread", "unread"])
  }

  @Test(
    "The first word of a header between a label and its numbers does not part them, wherever other words of it stand")
  func slippedHeader() throws {
    let lines = """
      第二十条第（一）项|信息内容|_|本年新|_|本年新|_|对外公开总数量|_|规章|_|0|_|0|_|0|_|规范性文件|_|0|_|0|_|3|_|处理决定数量|_|第二十条第（五）项|上一年项目数量|_|本年增/减|_|\
      行政许可|_|信息内容|_|1|_|1|_|0|_|其他对外管理服务事项|_|2|_|0|_|10|_|第二十条第（六）项|上一年项目数量|_|本年增/减|_|处理决定数量|_|行政处罚|_|信息内容|_|3|_|0|_|10|_|\
      行政强制|_|0|_|0|_|2|_|第二十条第（八）项|信息内容|行政事业性收费|_|上一年项目数量|_|本年增/减|_|0|_|0|第二十条第（九）项|_|信息内容|政府集中采购|_|采购项目数量|_|采购总金额|_|1|_|91789
      """.split(separator: "|").map { $0 == "_" ? "" : String($0) }
    let read = try Self.texts(.article20, ["二、主动公开政府信息情况"] + lines + Self.applications())
    #expect(read[4] == ["3", "0", "10"])
  }

  @Test("The end of the note before a name is none of another column's that is not printed")
  func note() throws {
    let header = [
      "（本列数据的勾稽关系为：第一项加第二项之和，等", "于第三项加第四项之和）", "申请人情况", "自然人", "法人或其他组织", "总计", "商业企", "业", "科研机", "构", "法律服", "务机构",
      "其他",
    ]
    let rows = Self.numbers.map { row in
      let own = row.dropLast().enumerated().map { $0 == 3 ? 0 : Int($1)! }
      return own.enumerated().filter { $0.offset != 3 }.map { String($0.element) } + [String(own.reduce(0, +))]
    }
    let read = try Self.texts(.applications, Self.applications(rows, header: header))
    #expect(read.map { $0.enumerated().filter { $0.offset != 3 }.map(\.element) } == rows)
    #expect(read.allSatisfy { $0[3] == "unread" })
  }
}
