import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts whose labels and numbers stand apart, as `pdftotext` gives the cells of a table block by block.
@Suite struct ScatteredTextTests {
  private static let header = ["申请人情况", "自然人", "法人或其他组织", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

  /// A report of that template: all labels of a table before all of its numbers.
  private static func text(
    _ template: Template, applications: [String], article20: [String]? = nil, labels: [String]? = nil
  ) -> [SourceLine] {
    let form20 = Form.of(.article20, template)
    let count = form20.rows.reduce(0) { $0 + $1.columns.count }
    var lines = ["临溪县人民政府2022年政府信息公开工作年度报告", "一、总体情况", "工作有序。", "二、主动公开政府信息情况"]
    lines += ["第二十条第（一）项", "信息内容"] + form20.rows.map(\.label)
    lines += article20 ?? (0..<count).map { "\($0 + 10)" }
    lines += ["三、收到和处理政府信息公开申请情况"] + header
    lines += labels ?? Form.of(.applications, template).rows.map(\.label)
    lines += applications
    lines += ["四、政府信息公开行政复议、行政诉讼情况", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
    lines += Array(repeating: ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"], count: 3).flatMap { $0 }
    lines += ["1", "0", "2", "0", "3", "0", "0", "0", "0", "0", "0", "1", "0", "0", "1"]
    lines += ["五、存在的主要问题及改进情况", "存在不足，将改进。", "六、其他需要报告的事项", "无。"]
    return lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
  }

  private static func printed(_ form: Form) -> [String] { TextSamples.numbers(form).flatMap { $0.map(String.init) } }

  @Test("Numbers that run row by row are read where every sum says so", arguments: Template.allCases)
  func inOrder(template: Template) throws {
    let form = Form.of(.applications, template)
    let report = try TextSamples.report(Self.text(template, applications: Self.printed(form)))
    let table = try #require(report.tables.first { $0.id == .applications })
    #expect(table.template == template)
    #expect(table.isProven)
    #expect(TextSamples.texts(table) == TextSamples.numbers(form).map { $0.map(String.init) })
    #expect(table.rows.map(\.label) == form.rows.map(\.label))
    let article20 = report.tables.first { $0.id == .article20 }
    #expect(TextSamples.texts(article20).flatMap { $0 }.first == "10")
    #expect(!TextSamples.texts(article20).flatMap { $0 }.contains("unread"))
  }

  @Test(
    "Two rows that are alike by chance are no row that is printed twice, where there are no more numbers than cells")
  func alike() throws {
    let form = Form.of(.applications, .form2021)
    let left = form.rows.firstIndex { $0.id == .rejectedRepeated }!
    var numbers = TextSamples.numbers(form)
    // The label of a row of zeros is lost, and a row stands twice in its stead: without the second all sums hold.
    numbers[left] = [0, 0, 0, 0, 0, 0, 0]
    let total = form.rows.firstIndex { $0.id == .total }!
    let outcomes = form.rows.indices.filter { ApplicationSums.Role(form.rows[$0].id) == .outcome }
    numbers[total] = (0..<7).map { c in outcomes.reduce(0) { $0 + numbers[$1][c] } }
    let received = form.rows.firstIndex { $0.id == .newReceived }!
    numbers[received] = (0..<7).map { c in
      numbers[total][c] + numbers[form.rows.firstIndex { $0.id == .carriedForward }!][c]
        - numbers[form.rows.firstIndex { $0.id == .carriedOver }!][c]
    }
    var printed = numbers
    printed.remove(at: left)
    printed.insert(printed[4], at: 5)
    let labels = form.rows.map(\.label).enumerated().filter { $0.offset != left }.map(\.element)
    let report = try TextSamples.report(
      Self.text(.form2021, applications: printed.flatMap { $0.map(String.init) }, labels: labels))
    let table = report.tables.first { $0.id == .applications }
    let read = TextSamples.texts(table)
    #expect(
      zip(read, numbers).allSatisfy { own, want in zip(own, want).allSatisfy { $0 == "unread" || $0 == String($1) } })
  }

  @Test("Rows among numbers that are no row's may each be the row that is not known; zeros say nothing")
  func mixed() {
    let rows = [Array(0..<7), Array(8..<15), Array(15..<22), nil, Array(28..<35)]
    var numbers = [Int](repeating: 0, count: 35)
    for index in [0, 6, 8, 14, 15, 21, 28, 34] { numbers[index] = 3 }
    #expect(OrderedReading.inOrder(rows, numbers) == rows)
    numbers[7] = 9
    numbers[24] = 9
    #expect(OrderedReading.inOrder(rows, numbers) == [rows[0], nil, nil, nil, rows[4]])
  }

  @Test("Single characters of stacked names, all over a text, are no labels of the other form's")
  func stackedNames() throws {
    let labels = Form.of(.applications, .form2019).rows.map(\.label)
    // 申请人情况, 行政机关 and the like, in columns side by side.
    let stacked = "申自请商人科期社不法正其行总政织理".map(String.init)
    let words = ["其他", "总计"] + stacked + labels + stacked
    let tokens = words.enumerated().map { StreamReading.Token(text: $1, line: $0 + 1, isValue: false) }
    #expect(ScatteredLabels(tokens, table: .applications)?.form.template == .form2019)
  }

  @Test("Page numbers among them are left out", arguments: [["17"], ["— 17 —"], ["17", "18"]])
  func pageNumbers(pages: [String]) throws {
    let form = Form.of(.applications, .form2021)
    var printed = Self.printed(form)
    for (k, page) in pages.enumerated() { printed.insert(page, at: 40 + 60 * k) }
    let report = try TextSamples.report(Self.text(.form2021, applications: printed))
    #expect(
      TextSamples.texts(report.tables.first { $0.id == .applications })
        == TextSamples.numbers(form).map { $0.map(String.init) })
  }

  @Test(
    "Rows are looked for among as many numbers as tables hold, not among any number of them",
    arguments: [(28, 1), (1_001, 0)])
  func manyNumbers(count: Int, ways: Int) {
    let tokens = (0..<count).map { StreamReading.Token(text: "7", line: $0 + 1, isValue: true) }
    #expect(DoubledRows.single(tokens).count == ways)
  }

  @Test("A row that a page break prints twice is one")
  func doubled() throws {
    let form = Form.of(.applications, .form2021)
    let numbers = TextSamples.numbers(form)
    let row = try #require(numbers.indices.dropFirst(2).first { numbers[$0].contains { $0 > 0 } })
    let printed = numbers.indices.flatMap { index in
      Array(repeating: numbers[index].map(String.init), count: index == row ? 2 : 1).joined()
    }
    let report = try TextSamples.report(Self.text(.form2021, applications: printed))
    #expect(
      TextSamples.texts(report.tables.first { $0.id == .applications }) == numbers.map { $0.map(String.init) })
    // Any row of zeros may be the one too many.
    var zeros = numbers.map { $0.map(String.init) }
    zeros.insert(Array(repeating: "0", count: 7), at: row + 1)
    let doubtful = try TextSamples.report(Self.text(.form2021, applications: Array(zeros.joined())))
    #expect(
      TextSamples.texts(doubtful.tables.first { $0.id == .applications }).joined().allSatisfy { $0 == "unread" })
  }

  @Test("A row whose total stands before its other numbers is in doubt")
  func totalFirst() throws {
    let form = Form.of(.applications, .form2021)
    let numbers = TextSamples.numbers(form)
    let row = try #require(numbers.indices.dropFirst(2).first { numbers[$0].count { $0 > 0 } > 2 })
    let labels = zip(form.rows, numbers).enumerated().flatMap { index, pair in
      let own = index == row ? pair.1.suffix(1) + pair.1.dropLast() : pair.1[...]
      return [pair.0.label] + own.map(String.init)
    }
    let report = try TextSamples.report(Self.text(.form2021, applications: [], labels: labels))
    let texts = TextSamples.texts(report.tables.first { $0.id == .applications })
    #expect(texts[row].allSatisfy { $0 == "unread" } || texts[row] == numbers[row].map(String.init))
  }

  @Test("Where outcomes leave their totals blank the columns say so")
  func withoutTotals() throws {
    let form = Form.of(.applications, .form2019)
    let printed = zip(form.rows, TextSamples.numbers(form)).flatMap { row, numbers in
      numbers.prefix(ApplicationSums.Role(row.id) == .outcome ? 6 : 7).map(String.init)
    }
    let report = try TextSamples.report(Self.text(.form2019, applications: printed))
    let rows = TextSamples.texts(report.tables.first { $0.id == .applications })
    #expect(rows.map { $0.prefix(6) } == TextSamples.numbers(form).map { $0.map(String.init).prefix(6) })
    #expect(rows[5].last == "blank" && rows[0].last == String(TextSamples.numbers(form)[0][6]))
  }

  @Test("A column of subtotals is none of the form's", arguments: [1, 6])
  func subtotals(place: Int) throws {
    let form = Form.of(.applications, .form2021)
    let printed = TextSamples.numbers(form).flatMap { row in
      var row = row
      row.insert(row[1..<6].reduce(0, +), at: place)
      return row.map(String.init)
    }
    var lines = Self.text(.form2021, applications: printed)
    lines.insert(SourceLine(number: 0, text: "小计"), at: lines.firstIndex { $0.text == "科研机构" }!)
    lines = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1.text) }
    let report = try TextSamples.report(lines)
    #expect(
      TextSamples.texts(report.tables.first { $0.id == .applications })
        == TextSamples.numbers(form).map { $0.map(String.init) })
  }

  @Test("A row that the form lacks, in place of one that it has, is not taken for that one")
  func foreignRow() throws {
    let form = Form.of(.applications, .form2021)
    var labels = form.rows.map(\.label)
    let place = try #require(form.rows.firstIndex { $0.id == .rejectedReconfirmation })
    labels[place] = "6.其他不予处理的情形"
    let report = try TextSamples.report(Self.text(.form2021, applications: Self.printed(form), labels: labels))
    let table = try #require(report.tables.first { $0.id == .applications })
    #expect(table[.rejectedReconfirmation, .naturalPerson]?.state == .unread)
  }

  @Test("Digits one space apart are one number where each line holds one")
  func spacedDigits() throws {
    let form = Form.of(.applications, .form2019)
    let numbers = TextSamples.numbers(form).map { $0.map { 11 * $0 } }
    var lines = ["临溪县人民政府2019年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"] + Self.header
    for (row, own) in zip(form.rows, numbers) {
      lines.append(row.label)
      let count = ApplicationSums.Role(row.id) == .outcome ? 6 : 7
      lines += own.prefix(count).map { String($0).map(String.init).joined(separator: " ") }
    }
    lines += ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    let rows = TextSamples.texts(report.tables.first { $0.id == .applications })
    #expect(rows.map { $0.prefix(6) } == numbers.map { $0.map(String.init).prefix(6) })
  }

  @Test("A label in pieces, and one that nobody recognises, are counted all the same")
  func brokenLabels() throws {
    let form = Form.of(.applications, .form2021)
    var labels = form.rows.map(\.label)
    labels[4] = "〇〇〇〇"
    labels.replaceSubrange(6...6, with: ["3.危及“三", "（三）不予", "安全一", "公开", "稳定”"])
    let report = try TextSamples.report(Self.text(.form2021, applications: Self.printed(form), labels: labels))
    #expect(
      TextSamples.texts(report.tables.first { $0.id == .applications })
        == TextSamples.numbers(form).map { $0.map(String.init) })
  }

  @Test(
    "In another order, or with a number too few, nothing is read and nothing is blamed on the report",
    arguments: [true, false])
  func outOfOrder(exchanged: Bool) throws {
    let form = Form.of(.applications, .form2021)
    var printed = Self.printed(form)
    if exchanged { printed.swapAt(0, 8) } else { printed.remove(at: 20) }
    let report = try TextSamples.report(Self.text(.form2021, applications: printed))
    let table = try #require(report.tables.first { $0.id == .applications })
    #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == .unread } })
    #expect(table.missingRows == [] && table.missingColumns == [] && table.extras == [])
    // Without that table nothing shows that the other runs in order.
    let article20 = try #require(report.tables.first { $0.id == .article20 })
    #expect(article20.rows.contains { $0.cells.contains { $0.cell.state == .unread } })
    #expect(article20.extras == [])
  }

  @Test("Numbers without end are no counts, and end nothing")
  func endless() throws {
    let form = Form.of(.applications, .form2021)
    let huge = try TextSamples.report(
      Self.text(.form2021, applications: Array(repeating: "9223372036854775807", count: form.rows.count * 7)))
    #expect(
      TextSamples.texts(huge.tables.first { $0.id == .applications }).flatMap { $0 }.allSatisfy { $0 == "unread" })
  }

  @Test("Zeros alone are the same in any order; zeros and dashes are not")
  func zeros() throws {
    let form = Form.of(.applications, .form2021)
    let count = form.rows.count * 7
    let zeros = try TextSamples.report(Self.text(.form2021, applications: Array(repeating: "0", count: count)))
    #expect(TextSamples.texts(zeros.tables.first { $0.id == .applications }).flatMap { $0 }.allSatisfy { $0 == "0" })
    let mixed = try TextSamples.report(
      Self.text(.form2021, applications: (0..<count).map { $0 % 9 == 0 ? "0" : "/" }))
    #expect(
      TextSamples.texts(mixed.tables.first { $0.id == .applications }).flatMap { $0 }.allSatisfy { $0 == "unread" })
  }

  @Test("A last row under a label that is not quite the form's is part of its table")
  func lastRow() throws {
    let lines = [
      "临溪县人民政府2022年政府信息公开工作年度报告", "二、主动公开政府信息情况", "        第二十条第（一）项", "信息内容    本年制发件数   本年废止件数   现行有效件数",
      "规章              1           2          3", "行政规范性文件         4           5          6", "        第二十条第（五）项",
      "信息内容       本年处理决定数量", "行政许可                 7", "        第二十条第（六）项", "信息内容       本年处理决定数量",
      "行政处罚                 8", "行政强制                 9", "        第二十条第（八）项", "信息内容       本年收费金额（单位：万元）",
      "行政事业收费               10", "", "三、收到和处理政府信息公开申请情况", "六、", "其他需要报告的事项", "无。",
    ]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    let table = try #require(report.tables.first { $0.id == .article20 })
    #expect(table.missingRows == [])
    #expect(table[.fees, .amount]?.text == "10")
  }

  @Test("A heading whose numeral stands on a line of its own is one, however long")
  func headingApart() throws {
    let lines = ["三、收到和处理政府信息公开申请情况", "见表。", "四、", "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "见表。"]
    let report = try TextSamples.report(
      (["临溪县人民政府2022年政府信息公开工作年度报告", "一、总体情况", "好。"] + lines).enumerated().map {
        SourceLine(number: $0 + 1, text: $1)
      })
    #expect(report.sections.map(\.id) == [.overview, .applications, .reviewAndLitigation])
  }

  @Test(
    "Under a heading apart a header printed character above character is no part of the heading, nor the heading of it")
  func stackedUnderHeadingApart() throws {
    let lines = [
      "临溪县人民政府2022年政府信息公开工作年度报告", "一、总体情况", "好。", "四、", "", "政府信息公开行政复议、行政诉讼情况", "  行政复议      行政诉讼",
      "结 结 其 尚     结 结 其 尚     结 结 其 尚", "果 果 他 未 总   果 果 他 未 总   果 果 他 未 总", "维 纠 结 审 计   维 纠 结 审 计   维 纠 结 审 计",
      "持 正 果 结     持 正 果 结     持 正 果 结", "1 0 0 2 3   0 0 0 0 0   0 4 0 0 4", "五、存在的主要问题及改进情况", "有不足。",
    ]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report.sections.map(\.id) == [.overview, .reviewAndLitigation, .problems])
    #expect(report.tables.first?.rows.flatMap { $0.cells.map(\.cell.text) }.joined() == "100230000004004")
  }
}
