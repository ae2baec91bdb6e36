import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts of converters that take each printed line of a page for a row: labels that wrap stand beside their numbers, headers lie in pieces.
@Suite struct PiecedTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let numbers = TextSamples.numbers(form, isFull: true) { 1 << $0 }
  private static let title = "临溪县人民政府2022年政府信息公开工作年度报告"

  private static func report(_ lines: [String]) throws -> Report {
    try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  private static func fields(_ fields: [String]) -> String { "| " + fields.joined(separator: " | ") + " |" }

  /// The rows, those at `bare` without their labels, which stand as lines of text behind them.
  private static func applications(_ numbers: [[Int]], bare: Set<Int>, stray: [String] = []) -> [String] {
    var lines = [title, "三、收到和处理政府信息公开申请情况", "申请人情况", "自然人 法人或其他组织 总计"]
    for (index, (row, values)) in zip(form.rows, numbers).enumerated() {
      let label = bare.contains(index) ? [] : [row.label]
      lines += [fields(label + values.map(String.init)), "|---|---|"]
      if bare.contains(index) { lines += [String(row.label.prefix(6)), String(row.label.dropFirst(6))] }
      if index == 12 { lines += stray }
    }
    return lines + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
  }

  @Test(
    "Rows without labels are those between the rows with labels, as many as the form has there",
    arguments: [[3], [5, 6], [12, 13, 14], [23, 24], Array(1..<25)])
  func told(bare: [Int]) throws {
    let report = try Self.report(Self.applications(Self.numbers, bare: Set(bare)))
    let table = try #require(report.tables.first { $0.id == .applications })
    #expect(TextSamples.texts(table) == Self.numbers.map { $0.map(String.init) })
    #expect(table.rows.map(\.label) == Self.form.rows.map(\.label) && table.extras.isEmpty)
  }

  @Test("Where sums do not hold, or a row is missing, nothing tells which they are")
  func untold() {
    var other = Self.numbers
    other[5][0] += 1
    other[5][6] += 1
    let broken = Self.applications(other, bare: [5, 6])
    let lacking = Self.applications(Self.numbers, bare: [5, 6]).filter {
      $0 != Self.fields(Self.numbers[6].map(String.init))
    }
    for lines in [broken, lacking] {
      let rows = lines.enumerated().compactMap { index, text in
        let line = SourceLine(number: index + 1, text: text)
        return FieldRows.fields(text).map { FieldLine(line: line, fields: $0) }
      }
      #expect(CountedRows.labelled(rows).lines.map(\.fields) == rows.map(\.fields))
    }
  }

  @Test("Where labels are lost, a blank cell may be one whose number stands elsewhere")
  func stray() throws {
    var lines = Self.applications(Self.numbers, bare: [5], stray: ["3"])
    let last = Self.form.rows.count - 1
    let row = Self.fields([Self.form.rows[last].label] + Self.numbers[last].map(String.init))
    lines = lines.map { $0 == row ? row.replacing(" | 3 |", with: " |  |") : $0 }
    let table = try Self.report(lines).tables.first { $0.id == .applications }
    #expect(try #require(TextSamples.texts(table).last).last == "unread")
  }

  @Test("Rows with one number that stand as lines between rows of fields are read")
  func lines() throws {
    let table = try Self.report(
      [
        Self.title, "二、主动公开政府信息情况", "第二十条第（五）项", "信息内容本年处理决定数量", "行政许可 97", "第二十条第（六）项", "信息内容本年处理决定数量", "行政处罚 8",
        "行政强制 0", "第二十条第（八）项", "信息内容本年收费金额（单位：万元）", "行政事业性收费 1.5", "", "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
        "|---|---|---|---|", "| 规章 | 0 | 0 | 0 |", "| 行政规范性文件 | 13 | 0 | 55 |", "",
      ] + Self.applications(Self.numbers, bare: []).dropFirst()
    ).tables.first { $0.id == .article20 }
    #expect(TextSamples.texts(table) == [["0", "0", "0"], ["13", "0", "55"], ["97"], ["8"], ["0"], ["1.5"]])
  }

  /// What stands over the fifteen numbers.
  private static let headers = [
    [
      "行政复议行政诉讼", "未经复议直接起诉复议后起诉", "结果结果其他尚未", "总计", "维持纠正结果审结", "| 维持 | 纠正 | 结果 | 审结 | 总计 | 总计 |",
      "|---|---|---|---|---|---|",
    ], ["行政复议行政诉讼"],
  ]

  @Test(
    "Fifteen numbers under a header in pieces, or under the heading alone, are the review table", arguments: headers)
  func review(header: [String]) throws {
    let numbers = [4, 0, 1, 5, 10, 2, 0, 4, 6, 12, 6, 0, 9, 7, 22].map(String.init)
    let lines =
      Self.applications(Self.numbers, bare: []).dropLast() + header + [Self.fields(numbers), "五、存在的主要问题及改进情况", "无。"]
    let table = try Self.report(Array(lines)).tables.first { $0.id == .reviewAndLitigation }
    #expect(TextSamples.texts(table).flatMap { $0 } == numbers)
  }

  @Test(
    "A header that gives groups or outcomes in another order, or nothing at all, is left as it is",
    arguments: [
      ["行政复议行政诉讼", "复议后起诉未经复议直接起诉"], [],
      ["行政复议行政诉讼", "未经复议直接起诉复议后起诉", "| 结果 | 其他 | 结果 | 尚未 | 总计 |", "| 维持 | 结果 | 纠正 | 审结 |  |"],
      ["行政复议行政诉讼", "未经复议直接起诉复议后起诉", "| 结果维持 | 结果更正 | 其他结果 | 尚未审结 | 总计 |"],
    ])
  func exchanged(header: [String]) {
    let numbers = [4, 0, 1, 5, 10, 2, 0, 4, 6, 12, 6, 0, 9, 7, 22].map(String.init)
    let lines = (["四、政府信息公开行政复议、行政诉讼情况"] + header + [Self.fields(numbers)]).enumerated().map {
      SourceLine(number: $0 + 1, text: $1)
    }
    #expect(ReviewNumbers.headed(lines).map(\.text) == lines.map(\.text))
  }

  @Test("A row with blank cells alone keeps its line where others are told by their order")
  func blankRow() {
    let row = 17
    let numbers = TextSamples.numbers(Self.form, isFull: true) { $0 == row ? 0 : 1 << $0 }
    let label = Self.form.rows[row].label
    let lines = Self.applications(numbers, bare: [5]).map { $0.hasPrefix("| " + label) ? label : $0 }
    let fields = lines.enumerated().map { index, text in
      FieldLine(line: SourceLine(number: index + 1, text: text), fields: FieldRows.fields(text) ?? [text])
    }
    let read = CountedRows.labelled(fields)
    #expect(read.areTorn && read.lines.contains { $0.fields == [label] })
  }

  @Test("Rows that lines of words name in another order are not told by the form's")
  func moved() {
    let rows = [5, 6].map { Self.fields(Self.numbers[$0].map(String.init)) }
    let labels = [6, 5].map { Self.form.rows[$0].label }
    var lines = Self.applications(Self.numbers, bare: [5, 6]).filter { line in
      !rows.contains(line)
        && !(5...6).contains { Self.form.rows[$0].label.hasPrefix(line) || Self.form.rows[$0].label.hasSuffix(line) }
    }
    let place = lines.firstIndex { $0.hasPrefix("| " + Self.form.rows[7].label) } ?? 0
    lines.insert(contentsOf: [labels[0], rows[0], labels[1], rows[1]], at: place)
    let fields = lines.enumerated().compactMap { index, text in
      FieldLine(line: SourceLine(number: index + 1, text: text), fields: FieldRows.fields(text) ?? [text])
    }
    #expect(CountedRows.labelled(fields).lines.map(\.fields) == fields.map(\.fields))
  }

  @Test("Fifteen numbers that do not add up in groups of five are no row by themselves")
  func others() {
    let numbers = (1...15).map(String.init)
    let lines = ["四、政府信息公开行政复议、行政诉讼情况", Self.fields(numbers)].enumerated().map {
      SourceLine(number: $0 + 1, text: $1)
    }
    #expect(ReviewNumbers.headed(lines).map(\.text) == lines.map(\.text))
  }

  @Test("Words of a table in a sentence are none of the lines that a program gives once")
  func sentences() {
    let rows = ["第二十条第（一）项", "| 信息内容 | 本年制发件数 |", "第二十条第（五）项", "| 信息内容 | 本年处理决定数量 |", "| 行政许可 | 3 |"]
    let lines = (["我县清理已公开信息内容30条。"] + rows).enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    #expect(!DistinctLines.areIn(lines))
  }

  @Test("A line of a sentence is no heading without a numeral", arguments: ["诉讼情况、存在的主要问题及改进情况，以及", "主动公开政府信息情况、"])
  func preamble(line: String) {
    #expect(Headings.candidate([TextFlow.line(SourceLine(number: 1, text: line))], at: 0) == nil)
  }

  @Test("Rows with a bar behind each cell may begin with a blank one, or have one behind their label")
  func bars() throws {
    let rows = zip(Self.form.rows, Self.numbers).map { row, values in
      "\(row.label) | " + values.map { $0 == 0 ? "" : String($0) }.joined(separator: " | ") + " |"
    }
    let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    let lines =
      [
        Self.title, "三、收到和处理政府信息公开申请情况", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |",
        "| " + names.joined(separator: " | ") + " |",
      ]
      + rows + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let table = try Self.report(lines).tables.first { $0.id == .applications }
    #expect(TextSamples.texts(table) == Self.numbers.map { $0.map { $0 == 0 ? "blank" : String($0) } })
  }

  @Test("A table of tabs that is left blank is blank, and of the form that it prints")
  func blank() throws {
    let form = Form.of(.applications, .form2019)
    let lines =
      [Self.title, "三、收到和处理政府信息公开申请情况", "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"]
      + form.rows.map { $0.label + String(repeating: "\t", count: 7) } + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let table = try #require(try Self.report(lines).tables.first { $0.id == .applications })
    #expect(table.template == .form2019)
    #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == .blank } })
  }

  @Test("Broken off by the edge of its cell, a label of a text says nothing of what the report prints")
  func pieces() throws {
    #expect(LabelPieces.isPiece("（四）无1.本机关不掌握相关政府信", of: try #require(Self.form.row(.unavailableNotHeld))))
    #expect(LabelPieces.isPiece("其政府信息公开申请", of: try #require(Self.form.row(.otherNotCorrected))))
    #expect(LabelPieces.isPiece("（四）无法2.没有现成信息需要另行制提供", of: try #require(Self.form.row(.unavailableNeedsCreation))))
    #expect(!LabelPieces.isPiece("2.其他法律法规禁止公开", of: try #require(Self.form.row(.deniedForbiddenByLaw))))
    #expect(!LabelPieces.isPiece("3.其它", of: try #require(Self.form.row(.otherOther))))
  }
}
