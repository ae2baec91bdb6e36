// Texts of one cell a line whose blocks stand in an order of their own → what of them is told, and what is not.
import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct UnevenTextTests {
  private static func tokens(_ texts: [String]) -> [StreamReading.Token] {
    texts.enumerated().map { .init(text: $1, line: 2 * $0 + 1, isValue: ValueReader.isValue($1)) }
  }

  private static let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
  private static let groups = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]

  @Test(
    "Fifteen equal numbers stand in the fifteen cells, whatever their order; one less, or a name less, tells nothing",
    arguments: [(15, 15, true), (14, 15, false), (16, 15, false), (15, 14, false), (15, 10, false)])
  func alike(numbers: Int, names: Int, isTold: Bool) {
    let names = (0..<names).map { Self.outcomes[$0 % 5] }
    let texts = Self.groups + names.prefix(9) + Array(repeating: "0", count: 4) + names.dropFirst(9)
    let read = OrderedReading.review(Self.tokens(texts + Array(repeating: "0", count: numbers - 4)))
    #expect((read != nil) == isTold)
  }

  @Test(
    "Numbers follow their names, as many at a time, where each name stands by itself",
    arguments: [
      ([9, 6], false, true), ([5, 5, 5], false, true), ([4, 1, 4, 1, 4, 1], false, false), ([9, 6], true, false),
    ])
  func pace(runs: [Int], areJoined: Bool, isTold: Bool) {
    let numbers = ["7", "0", "0", "2", "9", "0", "0", "4", "2", "6", "0", "5", "1", "1", "7"]
    var tokens: [StreamReading.Token] = []
    var (line, next) = (1, 0)
    for run in runs {
      for k in next..<next + run {
        tokens.append(.init(text: Self.outcomes[k % 5], line: line, isValue: false))
        // Two names on a line.
        line += areJoined && k % 5 == 0 ? 0 : 2
      }
      for number in numbers[next..<next + run] {
        tokens.append(.init(text: number, line: line, isValue: true))
        line += 2
      }
      next += run
    }
    #expect((OrderedReading.review(tokens)?.map(\.text) == numbers) == isTold)
  }

  @Test("Where groups are named in another order, so may their numbers stand", arguments: [true, false])
  func exchanged(isOther: Bool) {
    let groups = isOther ? ["行政复议", "行政诉讼", "复议后起诉", "未经复议直接起诉"] : Self.groups
    let numbers = ["0", "1", "0", "2", "3", "0", "1", "2", "2", "5", "0", "0", "3", "1", "4"]
    let tokens = Self.tokens(groups + (0..<15).map { Self.outcomes[$0 % 5] } + numbers)
    #expect(OrderedReading.groupsAreExchanged(tokens) == isOther)
    #expect((OrderedReading.review(tokens) == nil) == isOther)
  }

  private static let form = Form.of(.applications, .form2021)
  private static let title = "临溪县人民政府2022年政府信息公开工作年度报告"

  private static func report(_ cells: [String], review: [String] = ["无。"]) throws -> Report {
    let lines = [title, "三、收到和处理政府信息公开申请情况"] + cells + ["四、政府信息公开行政复议、行政诉讼情况"] + review
    return try TextSamples.report(
      (lines + ["五、存在的主要问题及改进情况", "无。"]).enumerated().map { SourceLine(number: 2 * $0 + 1, text: $1) })
  }

  private static func cells(_ numbers: [[Int]], late: Int? = nil) -> [String] {
    let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    var rows = zip(form.rows, numbers).map { [$0.label] + $1.map(String.init) }
    if let late { rows[late] = Array(rows[late].dropFirst()) + [rows[late][0]] }
    return names + rows.flatMap { $0 }
  }

  @Test(
    "A label that has come behind its numbers leaves it and the next one in doubt, and no other", arguments: [5, 9, 16])
  func late(row: Int) throws {
    let numbers = TextSamples.numbers(Self.form, isFull: true) { $0 + 1 }
    var cells = Self.cells(numbers, late: row)
    // The numbers of the next row follow the late label; its own label comes behind them.
    let next = try #require(cells.firstIndex(of: Self.form.rows[row + 1].label))
    let label = cells.remove(at: next)
    cells.insert(label, at: next + 7)
    let table = try #require(Self.report(cells).tables.first { $0.id == .applications })
    let read = TextSamples.texts(table)
    for (index, own) in numbers.enumerated() {
      let isUnread = read[index].allSatisfy { $0 == "unread" }
      #expect(isUnread || read[index] == own.map(String.init))
      if !(row...row + 2).contains(index) { #expect(!isUnread) }
    }
    #expect(read[row].allSatisfy { $0 == "unread" } || read[row] == numbers[row].map(String.init))
  }

  @Test(
    "Numbers of which most groups do not add up have come in another order; one may be the report's error",
    arguments: [1, 2])
  func sums(failing: Int) throws {
    var numbers = [[19, 10, 0, 2, 31], [12, 13, 0, 0, 25], [0, 0, 30, 6, 36]]
    for group in 0..<failing { numbers[group].swapAt(1, 4) }
    let review = Self.groups + (0..<15).map { Self.outcomes[$0 % 5] } + numbers.joined().map(String.init)
    let all = try Self.report(Self.cells(TextSamples.numbers(Self.form, isFull: true)), review: review)
    let read = TextSamples.texts(all.tables.first { $0.id == .reviewAndLitigation }).joined()
    if failing == 2 { #expect(read.allSatisfy { $0 == "unread" }) }
    #expect(!read.isEmpty)
  }

  private static func article20(_ cells: [String]) throws -> [[String]] {
    let lines = [title, "二、主动公开政府信息情况"] + cells + ["三、收到和处理政府信息公开申请情况", "无。"]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: 2 * $0 + 1, text: $1) })
    return TextSamples.texts(report.tables.first { $0.id == .article20 })
  }

  private static let names = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
  private static let rest = [
    "第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", "14", "第二十条第（六）项", "信息内容", "本年处理决定数量", "行政处罚", "3", "行政强制", "4",
    "第二十条第（八）项", "信息内容", "本年收费金额（单位：万元）", "行政事业性收费", "5",
  ]

  @Test(
    "Rows of which one has its first number on the line of its label, and another not, are in doubt",
    arguments: [
      (["规章 1", "2", "3", "行政规范性文件", "4", "5", "6"], false), (["规章", "1", "2", "3", "行政规范性文件", "4", "5", "6"], true),
    ])
  func uneven(rows: [String], isTold: Bool) throws {
    let read = try Self.article20(["第二十条第（一）项"] + Self.names + rows + Self.rest)
    #expect(read[0] == (isTold ? ["1", "2", "3"] : Array(repeating: "unread", count: 3)))
    #expect(read[1] == (isTold ? ["4", "5", "6"] : Array(repeating: "unread", count: 3)))
    #expect(read[2] == ["14"])
  }
}
