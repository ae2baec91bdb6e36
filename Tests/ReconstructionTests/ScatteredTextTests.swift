import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts whose labels and numbers stand apart, as `pdftotext` gives the cells of a table block by block.
@Suite struct ScatteredTextTests {
  /// A consistent applications table: row by row, the total last.
  private static func numbers(_ form: Form, isFull: Bool = false) -> [[Int]] {
    var rows = form.rows.indices.map { k in
      [
        k % 5 == 0 ? k + 3 : 0, k % 3, isFull && k % 6 == 4 ? k : 0, k % 4 == 1 ? 2 : 0, isFull && k % 7 == 5 ? 1 : 0,
        k % 2,
      ]
    }
    func index(_ id: RowID) -> Int { form.rows.firstIndex { $0.id == id }! }
    let outcomes = form.rows.indices.filter { ApplicationSums.Role(form.rows[$0].id) == .outcome }
    rows[index(.total)] = (0..<6).map { c in outcomes.reduce(0) { $0 + rows[$1][c] } }
    rows[index(.carriedForward)] = [1, 0, 0, 0, 0, 2]
    rows[index(.carriedOver)] = [0, 1, 0, 0, 0, 0]
    rows[index(.newReceived)] = (0..<6).map { c in
      rows[index(.total)][c] + rows[index(.carriedForward)][c] - rows[index(.carriedOver)][c]
    }
    return rows.map { $0 + [$0.reduce(0, +)] }
  }

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

  private static func report(_ lines: [SourceLine]) throws -> Report {
    try Reconstructor.reconstruct(Document(content: .text(lines)))
  }

  private static func printed(_ form: Form) -> [String] { numbers(form).flatMap { $0.map(String.init) } }

  private static func texts(_ table: Table?) -> [[String]] {
    table.map { $0.rows.map { $0.cells.map { $0.cell.state == .number ? $0.cell.text : "\($0.cell.state)" } } } ?? []
  }

  @Test("Numbers that run row by row are read where every sum says so", arguments: Template.allCases)
  func inOrder(template: Template) throws {
    let form = Form.of(.applications, template)
    let report = try Self.report(Self.text(template, applications: Self.printed(form)))
    let table = try #require(report.tables.first { $0.id == .applications })
    #expect(table.template == template)
    #expect(table.isProven)
    #expect(Self.texts(table) == Self.numbers(form).map { $0.map(String.init) })
    #expect(table.rows.map(\.label) == form.rows.map(\.label))
    let article20 = report.tables.first { $0.id == .article20 }
    #expect(Self.texts(article20).flatMap { $0 }.first == "10")
    #expect(!Self.texts(article20).flatMap { $0 }.contains("unread"))
  }

  @Test("Page numbers among them are left out", arguments: [["17"], ["— 17 —"], ["17", "18"]])
  func pageNumbers(pages: [String]) throws {
    let form = Form.of(.applications, .form2021)
    var printed = Self.printed(form)
    for (k, page) in pages.enumerated() { printed.insert(page, at: 40 + 60 * k) }
    let report = try Self.report(Self.text(.form2021, applications: printed))
    #expect(
      Self.texts(report.tables.first { $0.id == .applications }) == Self.numbers(form).map { $0.map(String.init) })
  }

  @Test("Where outcomes leave their totals blank the columns say so")
  func withoutTotals() throws {
    let form = Form.of(.applications, .form2019)
    let printed = zip(form.rows, Self.numbers(form)).flatMap { row, numbers in
      numbers.prefix(ApplicationSums.Role(row.id) == .outcome ? 6 : 7).map(String.init)
    }
    let report = try Self.report(Self.text(.form2019, applications: printed))
    let rows = Self.texts(report.tables.first { $0.id == .applications })
    #expect(rows.map { $0.prefix(6) } == Self.numbers(form).map { $0.map(String.init).prefix(6) })
    #expect(rows[5].last == "blank" && rows[0].last == String(Self.numbers(form)[0][6]))
  }

  @Test("A column of subtotals is none of the form's", arguments: [1, 6])
  func subtotals(place: Int) throws {
    let form = Form.of(.applications, .form2021)
    let printed = Self.numbers(form).flatMap { row in
      var row = row
      row.insert(row[1..<6].reduce(0, +), at: place)
      return row.map(String.init)
    }
    var lines = Self.text(.form2021, applications: printed)
    lines.insert(SourceLine(number: 0, text: "小计"), at: lines.firstIndex { $0.text == "科研机构" }!)
    lines = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1.text) }
    let report = try Self.report(lines)
    #expect(
      Self.texts(report.tables.first { $0.id == .applications }) == Self.numbers(form).map { $0.map(String.init) })
  }

  @Test("A row that the form lacks, in place of one that it has, is not taken for that one")
  func foreignRow() throws {
    let form = Form.of(.applications, .form2021)
    var labels = form.rows.map(\.label)
    let place = try #require(form.rows.firstIndex { $0.id == .rejectedReconfirmation })
    labels[place] = "6.其他不予处理的情形"
    let report = try Self.report(Self.text(.form2021, applications: Self.printed(form), labels: labels))
    let table = try #require(report.tables.first { $0.id == .applications })
    #expect(table[.rejectedReconfirmation, .naturalPerson]?.state == .unread)
  }

  @Test("Digits one space apart are one number where each line holds one")
  func spacedDigits() throws {
    let form = Form.of(.applications, .form2019)
    let numbers = Self.numbers(form).map { $0.map { 11 * $0 } }
    var lines = ["临溪县人民政府2019年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"] + Self.header
    for (row, own) in zip(form.rows, numbers) {
      lines.append(row.label)
      let count = ApplicationSums.Role(row.id) == .outcome ? 6 : 7
      lines += own.prefix(count).map { String($0).map(String.init).joined(separator: " ") }
    }
    lines += ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let report = try Self.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    let rows = Self.texts(report.tables.first { $0.id == .applications })
    #expect(rows.map { $0.prefix(6) } == numbers.map { $0.map(String.init).prefix(6) })
  }

  @Test("A label in pieces, and one that nobody recognises, are counted all the same")
  func brokenLabels() throws {
    let form = Form.of(.applications, .form2021)
    var labels = form.rows.map(\.label)
    labels[4] = "〇〇〇〇"
    labels.replaceSubrange(6...6, with: ["3.危及“三", "（三）不予", "安全一", "公开", "稳定”"])
    let report = try Self.report(Self.text(.form2021, applications: Self.printed(form), labels: labels))
    #expect(
      Self.texts(report.tables.first { $0.id == .applications }) == Self.numbers(form).map { $0.map(String.init) })
  }

  @Test(
    "In another order, or with a number too few, nothing is read and nothing is blamed on the report",
    arguments: [true, false])
  func outOfOrder(exchanged: Bool) throws {
    let form = Form.of(.applications, .form2021)
    var printed = Self.printed(form)
    if exchanged { printed.swapAt(0, 8) } else { printed.remove(at: 20) }
    let report = try Self.report(Self.text(.form2021, applications: printed))
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
    let huge = try Self.report(
      Self.text(.form2021, applications: Array(repeating: "9223372036854775807", count: form.rows.count * 7)))
    #expect(Self.texts(huge.tables.first { $0.id == .applications }).flatMap { $0 }.allSatisfy { $0 == "unread" })
  }

  @Test("Zeros alone are the same in any order; zeros and dashes are not")
  func zeros() throws {
    let form = Form.of(.applications, .form2021)
    let count = form.rows.count * 7
    let zeros = try Self.report(Self.text(.form2021, applications: Array(repeating: "0", count: count)))
    #expect(Self.texts(zeros.tables.first { $0.id == .applications }).flatMap { $0 }.allSatisfy { $0 == "0" })
    let mixed = try Self.report(
      Self.text(.form2021, applications: (0..<count).map { $0 % 9 == 0 ? "0" : "/" }))
    #expect(Self.texts(mixed.tables.first { $0.id == .applications }).flatMap { $0 }.allSatisfy { $0 == "unread" })
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
    let report = try Self.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    let table = try #require(report.tables.first { $0.id == .article20 })
    #expect(table.missingRows == [])
    #expect(table[.fees, .amount]?.text == "10")
  }

  @Test("A heading whose numeral stands on a line of its own is one, however long")
  func headingApart() throws {
    let lines = ["三、收到和处理政府信息公开申请情况", "见表。", "四、", "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "见表。"]
    let report = try Self.report(
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
    let report = try Self.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report.sections.map(\.id) == [.overview, .reviewAndLitigation, .problems])
    #expect(report.tables.first?.rows.flatMap { $0.cells.map(\.cell.text) }.joined() == "100230000004004")
  }

  /// An applications table aligned by spaces; a row whose numbers take a second line has a label of two lines.
  private static func aligned(_ wrapped: [Int: [Int: (String, String)]], columns: Int = 7) -> [SourceLine] {
    let form = Form.of(.applications, .form2021)
    let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].prefix(columns - 1) + ["总计"]
    func line(_ label: String, _ cells: [String]) -> String {
      label.padding(84) + cells.map { $0.padding(14) }.joined()
    }
    var lines = ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", line("", Array(names))]
    for (r, row) in numbers(form).enumerated() {
      // Where a column is not printed, what stands in it is nobody's.
      var cells = row.map(String.init)
      if columns < 7 { cells.remove(at: columns - 1) }
      let label = form.rows[r].label
      guard let own = wrapped[r] else {
        lines.append(line(label, cells))
        continue
      }
      lines.append(line(String(label.prefix(8)), cells.enumerated().map { own[$0]?.0 ?? $1 }))
      lines.append(line(String(label.dropFirst(8)), cells.indices.map { own[$0]?.1 ?? "" }))
    }
    lines += ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    return lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
  }

  @Test("A number that wraps in a narrow column is put together where the sums say so, and unread where they do not")
  func wrapped() throws {
    let form = Form.of(.applications, .form2021)
    let row = try #require(Self.numbers(form).firstIndex { $0[6] >= 10 })
    let text = String(Self.numbers(form)[row][6])
    let parts = (String(text.dropLast()), String(text.suffix(1)))
    let whole = try Self.report(Self.aligned([row: [6: parts]]))
    let table = try #require(whole.tables.first { $0.id == .applications })
    #expect(table.rows[row].cells[6].cell.text == text)
    #expect(table.isProven)
    let other = try Self.report(Self.aligned([row: [6: (parts.0, parts.1 == "9" ? "8" : "9")]]))
    let cell = try #require(other.tables.first { $0.id == .applications }?.rows[row].cells[6].cell)
    #expect(cell.state == .unread)
  }

  /// An applications table with blanks for zeros whose columns stand elsewhere from one row on; no line shows all seven headers above them.
  private static func sheets(from row: Int, names: [String]) -> [SourceLine] {
    let form = Form.of(.applications, .form2021)
    var lines = ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    lines += ["申请人情况" + String(repeating: " ", count: 30) + names.joined(separator: " ")]
    for (r, numbers) in numbers(form, isFull: true).enumerated() {
      var line = form.rows[r].label.prefix(16).description
      for (c, number) in numbers.enumerated() where number > 0 {
        let place = r < row ? 40 + 8 * c : 47 + 11 * c
        line += String(repeating: " ", count: max(2, place - line.count)) + String(number)
      }
      lines += [line, form.rows[r].label.dropFirst(16).description]
    }
    lines += ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    return lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
  }

  @Test("Columns that stand elsewhere from one line on are told by the lines around, and proved by the sums")
  func sheets() throws {
    let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    func table(_ lines: [SourceLine]) throws -> Table? {
      try Self.report(lines).tables.first { $0.id == .applications }
    }
    let read = try #require(try table(Self.sheets(from: 12, names: names)))
    let numbers = Self.numbers(Form.of(.applications, .form2021), isFull: true)
    #expect(Self.texts(read) == numbers.map { $0.map { $0 == 0 ? "blank" : String($0) } })
    // Sums hold in any order of the columns.
    let other = try #require(try table(Self.sheets(from: 12, names: [names[0], names[2], names[1]] + names[3...])))
    #expect(other.rows.contains { $0.cells.contains { $0.cell.state == .unread } })
  }

  @Test("A column that no row prints is missing, where the names of the others are there")
  func missingColumn() throws {
    // 其他 stands in the label of a row, too: that it is no column's is not seen. 法律服务机构 is.
    let lines = Self.aligned([:], columns: 6)
    let report = try Self.report(lines)
    let table = try #require(report.tables.first { $0.id == .applications })
    #expect(
      table.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == .unread } }
        || table.missingColumns == [.otherOrganization])
    let without = lines.map { line in
      SourceLine(number: line.number, text: line.text.replacing("法律服务机构", with: "其他        "))
    }
    let other = try Self.report(without)
    let read = try #require(other.tables.first { $0.id == .applications })
    #expect(read.missingColumns == [.legalService])
    #expect(read[.newReceived, .naturalPerson]?.text == String(Self.numbers(Form.of(.applications, .form2021))[0][0]))
    #expect(read[.newReceived, .legalService]?.state == .unread)
  }
}

/// Tables in texts as people and programs leave them.
@Suite struct FieldTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let header = [
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "", "", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计",
  ]

  /// Rows of a consistent table, with the empty fields of merged label cells.
  private static func rows(_ change: (Int, [String]) -> [String] = { $1 }) -> [[String]] {
    let numbers = form.rows.indices.map { r -> [Int] in
      switch ApplicationSums.Role(form.rows[r].id) {
      case .incoming: r == 0 ? [23, 2, 0, 0, 0, 1, 26] : [0, 0, 0, 0, 0, 0, 0]
      case .outcome: r == 2 ? [23, 0, 0, 0, 0, 0, 23] : r == 3 ? [0, 2, 0, 0, 0, 1, 3] : [0, 0, 0, 0, 0, 0, 0]
      case .total: [23, 2, 0, 0, 0, 1, 26]
      case .carriedForward: [0, 0, 0, 0, 0, 0, 0]
      }
    }
    return [header]
      + zip(form.rows, numbers).enumerated().map { r, pair in
        let labels =
          r == 2
          ? ["三、本年度办理结果", pair.0.label, ""] : r > 2 && r < 22 ? ["", pair.0.label, ""] : [pair.0.label, "", ""]
        return labels + change(r, pair.1.map(String.init))
      }
  }

  private static func table(_ lines: [String]) throws -> Table {
    let all = ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"] + lines + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let report = try Reconstructor.reconstruct(
      Document(content: .text(all.enumerated().map { SourceLine(number: $0 + 1, text: $1) })))
    return try #require(report.tables.first { $0.id == .applications })
  }

  private static func states(_ row: Row?) -> [String] {
    row?.cells.map { $0.cell.state == .number ? $0.cell.text : $0.cell.state.rawValue } ?? []
  }

  @Test("Where line ends with empty totals are cut off no number moves to another column")
  func cutLineEnds() throws {
    let table = try Self.table(
      Self.rows { r, cells in r == 2 || r == 3 ? cells.dropLast() + [""] : cells }.map { row in
        var row = row
        while row.last == "" { row.removeLast() }
        return row.joined(separator: "\t")
      })
    let granted = Self.states(table[.granted])
    #expect(granted.allSatisfy { $0 == "unread" } || granted == ["23", "0", "0", "0", "0", "0", "blank"])
    #expect(Self.states(table[.newReceived]) == ["23", "2", "0", "0", "0", "1", "26"])
  }

  @Test("Columns printed in another order are read by their headers")
  func exchanged() throws {
    let rows = Self.rows().map { row in Array(row[..<3]) + [row[9]] + row[3..<9] }
    let table = try Self.table(rows.map { $0.joined(separator: "\t") })
    #expect(Self.states(table[.newReceived]) == ["23", "2", "0", "0", "0", "1", "26"])
  }

  @Test(
    "Numbers that something else than a space parts from their label are not blank", arguments: ["：", "、", "/", "·"])
  func heldInLabel(mark: String) throws {
    let lines = Self.rows().dropFirst().map { row in
      row.filter { !$0.isEmpty && !$0.allSatisfy(\.isNumber) }.joined() + mark + row.suffix(7).joined(separator: mark)
    }
    guard let table = try? Self.table([Self.header.joined(separator: "  ")] + lines) else { return }
    #expect(!table.rows.contains { $0.cells.contains { $0.cell.state == .blank } })
  }

  @Test("Marks that word processors leave between cells part them")
  func cellMarks() throws {
    let table = try Self.table(Self.rows().map { $0.joined(separator: "\t") })
    #expect(Self.states(table[.newReceived]) == ["23", "2", "0", "0", "0", "1", "26"])
    #expect(table.isProven)
  }

  @Test("Two rows that came to one are two numbers, not one longer one")
  func twice() throws {
    var rows = Self.rows()
    rows.insert(rows[3], at: 4)
    let table = try Self.table(rows.map { $0.joined(separator: "\t") })
    #expect(Self.states(table[.granted]).allSatisfy { $0 != "2323" })
  }
}

extension String {
  /// With spaces up to that many columns, ideographs as two.
  fileprivate func padding(_ width: Int) -> String {
    let own = unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
    return self + String(repeating: " ", count: max(1, width - own))
  }
}
