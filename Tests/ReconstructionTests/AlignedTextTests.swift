import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts aligned by spaces, as `pdftotext -layout` and editors leave them.
@Suite struct AlignedTextTests {
  private static let form = Form.of(.applications, .form2021)

  /// An applications table aligned by spaces; a row whose numbers take a second line has a label of two lines.
  private static func aligned(
    _ wrapped: [Int: [Int: (String, String)]], columns: Int = 7, numbers: [[String]]? = nil
  ) -> [SourceLine] {
    let form = Form.of(.applications, .form2021)
    let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].prefix(columns - 1) + ["总计"]
    func line(_ label: String, _ cells: [String]) -> String {
      label.padding(84) + cells.map { $0.padding(14) }.joined()
    }
    var lines = ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", line("", Array(names))]
    for (r, row) in (numbers ?? TextSamples.numbers(form).map { $0.map(String.init) }).enumerated() {
      // Where a column is not printed, what stands in it is nobody's.
      var cells = row
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
    let row = try #require(TextSamples.numbers(form).firstIndex { $0[6] >= 10 })
    let text = String(TextSamples.numbers(form)[row][6])
    let parts = (String(text.dropLast()), String(text.suffix(1)))
    let whole = try TextSamples.report(Self.aligned([row: [6: parts]]))
    let table = try #require(whole.tables.first { $0.id == .applications })
    #expect(table.rows[row].cells[6].cell.text == text)
    #expect(table.isProven)
    let other = try TextSamples.report(Self.aligned([row: [6: (parts.0, parts.1 == "9" ? "8" : "9")]]))
    let cell = try #require(other.tables.first { $0.id == .applications }?.rows[row].cells[6].cell)
    #expect(cell.state == .unread)
  }

  @Test("A table that is nearly empty is read by its columns, though hardly a row has a number in each of them")
  func sparse() throws {
    let rows = Form.of(.applications, .form2021).rows.map(\.id)
    let all = ["3", "2", "", "", "", "1", "6"]
    let printed: [RowID: [String]] = [
      .newReceived: all, .granted: ["3", "", "", "", "", "", "3"], .rejectedPetition: ["", "2", "", "", "", "", "2"],
      .unavailableNeedsCreation: ["", "", "", "", "", "1", "1"], .total: all,
    ]
    let numbers = rows.map { printed[$0] ?? Array(repeating: "", count: 7) }
    let lines = Self.aligned([:], numbers: numbers)
    let table = try #require(try TextSamples.report(lines).tables.first { $0.id == .applications })
    #expect(table.rows.map { row in row.cells.map { $0.cell.state == .blank ? "" : $0.cell.text } } == numbers)
    #expect(table.rows.allSatisfy { row in row.cells.allSatisfy { $0.cell.state != .unread } })
  }

  /// An applications table that leaves its zeros blank; row `r` stands `shift(r)` characters further to the right. `without`: a column that is not printed.
  private static func shifted(
    without column: Int? = nil, zero: String = "", shift: (Int) -> Int
  ) -> (lines: [SourceLine], numbers: [[String]]) {
    var numbers = TextSamples.numbers(Form.of(.applications, .form2021), isFull: true) { 17 * $0 * $0 + 3 }
    if let column {
      for r in numbers.indices {
        numbers[r][6] -= numbers[r][column]
        numbers[r].remove(at: column)
      }
    }
    let texts = numbers.map { $0.map { $0 == 0 ? zero : String($0) } }
    var lines = aligned([:], numbers: texts)
    if let column {
      var names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
      names.remove(at: column)
      lines[2].text = "".padding(84) + names.map { $0.padding(14) }.joined()
    }
    for r in numbers.indices {
      let text = lines[r + 3].text
      lines[r + 3].text = text.prefix(70) + String(repeating: " ", count: shift(r)) + text.dropFirst(70)
    }
    return (lines, texts)
  }

  private static func texts(_ lines: [SourceLine]) throws -> [[String]] {
    let table = try TextSamples.report(lines).tables.first { $0.id == .applications }
    return try #require(table).rows.map { row in
      row.cells.map { $0.cell.state == .unread ? "unread" : $0.cell.text }
    }
  }

  @Test("Lines that have shifted against one another are placed by the sums, where each number may stand")
  func shifted() throws {
    let (lines, numbers) = Self.shifted { r in [0, 5, 9, 2, 12][r % 5] }
    #expect(try Self.texts(lines) == numbers)
  }

  @Test(
    "Where totals do not stand under their column, or words for nothing may be lost, nothing is placed wrong",
    arguments: ["", "无"])
  func placesUntold(zero: String) throws {
    var (lines, numbers) = Self.shifted(zero: zero) { r in r % 7 == 3 ? 40 : 0 }
    let lost = try #require(lines.firstIndex { $0.text.contains("5.要求行政机关") })
    if !zero.isEmpty, let place = lines[lost].text.range(of: "无") {
      lines[lost].text.replaceSubrange(place, with: " ")
      numbers[lost - 3][numbers[lost - 3].firstIndex(of: "无")!] = "lost"
    }
    for (own, printed) in zip(try Self.texts(lines), numbers) {
      for (cell, number) in zip(own, printed) { #expect(cell == number || cell == "unread") }
    }
  }

  @Test("Places alone tell no columns of so few numbers: where a sum fails nothing is read")
  func sparseUnproven() throws {
    let all = ["3", "2", "", "", "", "1", "6"]
    let printed: [RowID: [String]] = [
      .newReceived: all, .granted: ["3", "", "", "", "", "", "3"], .rejectedPetition: ["", "2", "", "", "", "", "2"],
      .unavailableNeedsCreation: ["", "", "", "", "5", "", "5"], .total: all,
    ]
    let lines = Self.aligned([:], numbers: Self.form.rows.map { printed[$0.id] ?? Array(repeating: "", count: 7) })
    #expect(try Self.texts(lines).joined().allSatisfy { $0 == "unread" })
  }

  @Test("Single digits a character beside one another are of one column")
  func touchingColumns() throws {
    let all = ["3", "2", "", "1", "", "1", "7"]
    let printed: [RowID: [String]] = [
      .newReceived: all, .granted: ["3", "", "", "", "", "", "3"], .rejectedPetition: ["", "2", "", "", "", "", "2"],
      .unavailableNeedsCreation: ["", "", "", "1", "", "", "1"],
      .rejectedReconfirmation: ["", "", "", "", "", "1", "1"], .total: all,
    ]
    let numbers = Self.form.rows.map { printed[$0.id] ?? Array(repeating: "", count: 7) }
    var lines = Self.aligned([:], numbers: numbers)
    for (r, row) in Self.form.rows.enumerated() where [.rejectedPetition, .unavailableNeedsCreation].contains(row.id) {
      let text = lines[r + 3].text
      lines[r + 3].text = text.prefix(70) + " " + text.dropFirst(70)
    }
    #expect(try Self.texts(lines) == numbers)
  }

  @Test("A table that lacks a column and leaves its zeros blank is read, the others being named")
  func lacksColumn() throws {
    let (lines, numbers) = Self.shifted(without: 2) { r in [0, 5, 9, 2, 12][r % 5] }
    #expect(try Self.texts(lines).map { Array($0[..<2] + $0[3...]) } == numbers)
    let report = try TextSamples.report(lines)
    #expect(report.tables.first { $0.id == .applications }?.missingColumns == [.research])
  }

  @Test(
    "Numbers with a space inside are whole where the sums say so, also where columns stand a space apart",
    arguments: [14, 8])
  func spaced(width: Int) throws {
    let form = Form.of(.applications, .form2021)
    let numbers = TextSamples.numbers(form, isFull: true) { 17 * $0 * $0 + 3 }.map { $0.map(String.init) }
    let printed = numbers.map { row in row.map { $0.count > 2 ? $0.prefix(2) + " " + $0.dropFirst(2) : $0 } }
    var lines = Self.aligned([:], numbers: printed)
    for (r, row) in printed.enumerated() {
      // Where one row is full its columns stand a space apart.
      let cells = row.map { r == 0 && width == 8 ? $0 + " " : $0.padding(width) }
      lines[r + 3].text = form.rows[r].label.padding(84) + cells.joined()
    }
    #expect(try Self.texts(lines) == numbers)
  }

  @Test(
    "Numbers of Article 20 a space apart, which would come to one, are no number in a text with spaces inside of them")
  func spacedArticle20() throws {
    // Every character counts as one, as in `pdftotext -layout`.
    func line(_ cells: [String], _ label: String, _ start: Int, _ width: Int) -> String {
      func padded(_ text: String, _ count: Int) -> String {
        text + String(repeating: " ", count: max(0, count - text.count))
      }
      return padded(label, start) + cells.map { padded($0, width) }.joined()
    }
    let numbers = TextSamples.numbers(Self.form, isFull: true) { 17 * $0 * $0 + 3 }.map { $0.map(String.init) }
    let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    let lines =
      [
        "临溪县人民政府2022年政府信息公开工作年度报告", "二、主动公开政府信息情况", line([], "", 30, 0) + "第二十条第（一）项",
        line(["本年制发件数", "本年废止件数", "现行有效件数"], "信息内容", 30, 17), line(["2 1", "", "34"], "规章", 30, 17),
        line(["5", "6", "7"], "行政规范性文件", 30, 17), "三、收到和处理政府信息公开申请情况", line(names, "", 60, 14),
      ]
      + zip(Self.form.rows, numbers).map { row, own in
        line(own.map { $0.count > 2 ? $0.prefix(2) + " " + $0.dropFirst(2) : $0 }, row.label, 60, 14)
      } + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report.tables.first { $0.id == .applications }?.isProven == true)
    let row = try #require(report.tables.first { $0.id == .article20 }?.rows.first { $0.id == .regulations })
    #expect(row.cells.allSatisfy { $0.cell.state == .unread })
  }

  @Test("A line of very many digits a space apart is left as it is", arguments: [5, 60])
  func manyDigits(count: Int) {
    let line = "1.属于国家秘密    " + Array(repeating: "1", count: count).joined(separator: " ") + "    7"
    let lines = Array(repeating: SourceLine(number: 1, text: line), count: 5)
    #expect(SpacedNumbers.areIn(lines))
    #expect((SpacedNumbers.joined(lines)[0].text == line) == (count == 60))
  }

  @Test("A name of which the lines have shifted against one another is the name of one column")
  func shiftedName() throws {
    let text = """
      临渭区教育局2024年政府信息公开工作年度报告
      三、收到和处理政府信息公开申请情况
                                     申请人情况
      （本列数据的勾稽关系为：第一项加第二项之 自然       法人或其他组织
          和，等于第三项加第四项之和）     人 商业 科研 社会公益
                                           法律
                                           服务 其他 总计
                               企业 机构 组织 机构
         一、本年新收政府信息公开申请数量    7  1  0              8
         二、上年结转政府信息公开申请数量    1  0           0  0  1
               （一）予以公开                      0  0
          （二）部分公开（区分处理的，只计这        0        0  0
             一情形，不计其他情形）
                    1.属于国家秘密 1  0  0    0   0  0  1
                2.其他法律行政法规禁止       0           0
                         公开
                3.危及“三安全一稳定”    1  0    0   0     1
          （三）不 4.保护第三方合法权益 0            0   0
           予公开 5.属于三类内部事务信息 2           0      0  2
                 6.属于四类过程性信息 2  0       0   0     2
                  7.属于行政执法案卷                   0  0
                  8.属于行政查询事项 0                    0
                1.本机关不掌握相关政府 0  0       0         0
                         信息
      三、 （四）无
           法提供
                2.没有现成信息需要另行
                         制作                    0
      本年
      度办        3.补正后申请内容仍不明 1          0   0  0  1
      理结                  确
       果         1.信访举报投诉类申请    0  0
                      2.重复申请 0     0
          （五）不 3.要求提供公开出版物              0
           予处理 4.无正当理由大量反复申             0   0     0
                          请
                5.要求行政机关确认或重 0              0
                   新出具已获取信息
                1.申请人无正当理由逾期
                不补正、行政机关不再处 0   0       0         0
                 理其政府信息公开申请
          （六）其 2.申请人逾期未按收费通
           他处理 知要求缴纳费用、行政机      0       0      0
                关不再处理其政府信息公
                        开申请
                        3.其他       0        0  0
                （七）总计        6  1              0  7
            四、结转下年度继续办理      2                    2
      四、政府信息公开行政复议、行政诉讼情况
      无。
      """
    let lines = text.split(separator: "\n").enumerated().map { SourceLine(number: $0 + 1, text: String($1)) }
    let table = try #require(try TextSamples.report(lines).tables.first { $0.id == .applications })
    #expect(table.extras.isEmpty)
    let persons: [RowID: String] = [.newReceived: "7", .deniedStateSecret: "1", .deniedInternalAffairs: "2"]
    for row in table.rows {
      if let text = persons[row.id] { #expect(row.cells[0].cell.text == text) }
    }
  }

  @Test(
    "The end of a number that had to wrap is no number of a page",
    arguments: [("１", true), ("１２", false), ("13", true)])
  func wrappedReview(total: String, isDoubted: Bool) {
    let lines = [
      "临溪县人民政府2022年政府信息公开工作年度报告", "四、政府信息公开行政复议、行政诉讼情况", "行政复议 行政诉讼", "未经复议直接起诉", "复议后起诉",
      "结果 结果 其他 尚未 总 结果 结果 其他 尚未 总 结果 结果 其他 尚未 总", "维持 纠正 结果 审结 计 维持 纠正 结果 审结 计 维持 纠正 结果 审结 计",
      "５ ０ ２ ０ ７ ５ ２ ０ ０ ７ ２ ５ ５ ０ \(total)", "２", "", "五、存在的主要问题及改进情况", "无。",
    ]
    let source = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    var reading = TableReading()
    _ = LooseReading.read(LooseLines.lines(source, width: .allCases[0]), wanted: [.reviewAndLitigation], into: &reading)
    let cells = reading.tables[.reviewAndLitigation]?.rows.flatMap { $0.cells.map(\.cell.state) }
    #expect(cells?.contains(.number) == !isDoubted)
  }

  /// An applications table with blanks for zeros whose columns stand elsewhere from one row on; no line shows all seven headers above them.
  private static func sheets(from row: Int, names: [String]) -> [SourceLine] {
    let form = Form.of(.applications, .form2021)
    var lines = ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    lines += ["申请人情况" + String(repeating: " ", count: 30) + names.joined(separator: " ")]
    for (r, numbers) in TextSamples.numbers(form, isFull: true).enumerated() {
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
      try TextSamples.report(lines).tables.first { $0.id == .applications }
    }
    let read = try #require(try table(Self.sheets(from: 12, names: names)))
    let numbers = TextSamples.numbers(Form.of(.applications, .form2021), isFull: true)
    #expect(TextSamples.texts(read) == numbers.map { $0.map { $0 == 0 ? "blank" : String($0) } })
    // Sums hold in any order of the columns.
    let other = try #require(try table(Self.sheets(from: 12, names: [names[0], names[2], names[1]] + names[3...])))
    #expect(other.rows.contains { $0.cells.contains { $0.cell.state == .unread } })
  }

  @Test("A column that no row prints is missing, where the names of the others are there")
  func missingColumn() throws {
    // 其他 stands in the label of a row, too: that it is no column's is not seen. 法律服务机构 is.
    let lines = Self.aligned([:], columns: 6)
    let report = try TextSamples.report(lines)
    let table = try #require(report.tables.first { $0.id == .applications })
    #expect(
      table.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == .unread } }
        || table.missingColumns == [.otherOrganization])
    let without = lines.map { line in
      SourceLine(number: line.number, text: line.text.replacing("法律服务机构", with: "其他        "))
    }
    let other = try TextSamples.report(without)
    let read = try #require(other.tables.first { $0.id == .applications })
    #expect(read.missingColumns == [.legalService])
    #expect(
      read[.newReceived, .naturalPerson]?.text == String(TextSamples.numbers(Form.of(.applications, .form2021))[0][0]))
    #expect(read[.newReceived, .legalService]?.state == .unread)
  }
}

extension String {
  /// With spaces up to that many columns, ideographs as two.
  func padding(_ width: Int) -> String {
    let own = unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
    return self + String(repeating: " ", count: max(1, width - own))
  }
}
