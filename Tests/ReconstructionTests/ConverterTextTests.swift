import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// What converters of pages and of word processors leave of a table in a text: places are taken from what they do alike, and from nothing else.
@Suite struct ConverterTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let title = "临溪县人民政府2022年政府信息公开工作年度报告"
  private static let header = ["申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]

  private static func report(_ lines: [String]) throws -> Report {
    try TextSamples.report(([title] + lines).enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  private static func texts(_ id: TableID, _ lines: [String]) throws -> [[String]] {
    TextSamples.texts(try report(lines).tables.first { $0.id == id })
  }

  private static let numbers = TextSamples.numbers(form, isFull: true) { 1 << $0 }.map { $0.map(String.init) }

  // MARK: Page numbers

  @Test(
    "Dashes beside a number are those of a page where each cell has its line, or where zeros are printed with others",
    arguments: ["-", "—"])
  func pageNumbers(zero: String) throws {
    var lines = ["三、收到和处理政府信息公开申请情况"] + Self.header
    for (row, numbers) in zip(Self.form.rows, Self.numbers) {
      lines += [row.label] + numbers.map { $0 == "0" ? zero : $0 }
    }
    lines += ["— 2 —", "四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let read = try Self.texts(.applications, lines)
    #expect(read == Self.numbers.map { $0.map { $0 == "0" ? "placeholder" : $0 } })
  }

  // MARK: Section 四

  private static let leaves = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
  private static let review = ["19", "0", "0", "5", "24", "61", "0", "24", "9", "94", "3", "9", "0", "1", "13"]

  private static func review(_ lines: [String]) throws -> [String] {
    try texts(
      .reviewAndLitigation,
      ["三、收到和处理政府信息公开申请情况", "无。", "四、政府信息公开行政复议、行政诉讼情况", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"] + lines
        + ["五、存在的主要问题及改进情况", "有。"]
    ).flatMap { $0 }
  }

  @Test("A column of section 四 after the other is read where the headers come in the order of the form")
  func columns() throws {
    func columns(_ order: [Int]) -> [String] {
      order.flatMap {
        [Self.leaves[$0 % 5].prefix(2) + "", Self.leaves[$0 % 5].dropFirst(2) + "", Self.review[$0], ""]
      }
    }
    #expect(try Self.review(columns(Array(0..<15))) == Self.review)
    // The sums hold in this order as well.
    let other = try Self.review(columns([1, 0] + Array(2..<15)))
    #expect(other.allSatisfy { $0 == "unread" })
  }

  @Test(
    "A group of section 四 that does not add up is the report's where header and numbers stand together in order",
    arguments: [0, 1])
  func errs(groups: Int) throws {
    var values = Self.review
    values[4] = "25"
    if groups == 0 { values[9] = "95" }
    let lines = Array(repeating: Self.leaves, count: 3).joined().flatMap { [$0, ""] } + values.flatMap { [$0, ""] }
    #expect(try Self.review(lines) == (groups == 1 ? values : values.map { _ in "unread" }))
  }

  @Test("Beside two numbers in one field an empty field is no blank cell", arguments: ["61", "61⏎0"])
  func mergedFields(first: String) {
    var fields = Self.review
    fields[5...6] = [first, ""]
    let line = FieldLine(line: SourceLine(number: 1, text: ""), fields: fields)
    #expect(ReviewFields.whole([line], single: [line]).isDoubtful == (first != "61"))
  }

  // MARK: Headings

  @Test("A title of Markdown under its numeral is a heading, whatever words of a table stand in it")
  func headings() throws {
    let table = ["|行政复议|" + Self.leaves.joined(separator: "|") + "|", "|---|---|---|---|---|---|"]
    var lines = [
      "## 三、", "", "## 收到和处理政府信息公开申请情况", "", "|申请人情况|" + Self.header.dropFirst().joined(separator: "|") + "|",
    ]
    lines += zip(Self.form.rows, Self.numbers).map { "|" + ([$0.label] + $1).joined(separator: "|") + "|" }
    lines += ["", "## 四、", "", "## 政府信息公开行政复议、行政诉讼情况", ""] + table
    let report = try Self.report(lines)
    #expect(report.sections.map(\.id) == [.applications, .reviewAndLitigation])
  }

  // MARK: Blanks

  @Test("What cells that go on in the next row leave there are no blanks of the row", arguments: [true, false])
  func mergedCells(isEach: Bool) throws {
    var lines = ["三、收到和处理政府信息公开申请情况"] + Self.header
    let rows = Self.form.rows
    for (index, numbers) in Self.numbers.enumerated() {
      if index > 0, let group = rows[index].group, group != rows[index - 1].group { lines.append(group) }
      if rows[index].id == .granted { lines.append("三、本年度办理结果") }
      lines += [rows[index].label] + numbers.map { $0 == "0" ? "" : $0 }
      guard index + 1 < rows.count, index > 1, rows[index + 1].id != .carriedForward else { continue }
      lines.append("")
      if rows[index].group != nil, rows[index].group == rows[index + 1].group, isEach || index != 8 { lines.append("") }
    }
    lines += ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let expected = Self.numbers.map { $0.map { $0 == "0" ? "blank" : $0 } }
    let read = try Self.texts(.applications, lines)
    #expect((read == expected) == isEach)
    #expect(zip(read.joined(), expected.joined()).allSatisfy { $0 == $1 || $0 == "unread" })
  }

  @Test(
    "Where totals are left blank or rows are in doubt, one that does not add up may hold a number in two parts",
    arguments: 0..<3)
  func parted(way: Int) {
    var rows = zip(Self.form.rows, Self.numbers).map { row, numbers in
      FieldRows.row(
        [FieldRows.cell(row.label, line: 1, column: 0)]
          + numbers.enumerated().map {
            FieldRows.cell(way == 0 && $0 == 6 ? "" : $1, line: 1, column: FieldRows.firstValue + Double($0))
          }, line: 1, block: 0)
    }
    if way == 1 { for index in rows.indices.dropFirst(9) { rows[index].doubt = .columnAmbiguous } }
    for (column, text) in ["1", "3", "1", "0", "0", "0", "0"].enumerated() {
      rows[3].cells[column + 1] = FieldRows.cell(text, line: 1, column: FieldRows.firstValue + Double(column))
    }
    let read = LooseApplications.withShiftsInDoubt(rows, hasRest: false)
    #expect((read[3].doubt == nil) == (way == 2))
  }

  @Test(
    "A row without anything among printed zeros has lost its numbers, though one cell of it says something else",
    arguments: [true, false])
  func lostRow(isMarred: Bool) throws {
    var reading = TableReading()
    reading.tables[.applications] = Table(
      id: .applications, template: .form2021,
      rows: zip(Self.form.rows, Self.numbers).map { row, numbers in
        let isLost = row.id == .unavailableNotHeld
        return Row(
          id: row.id, label: row.label,
          cells: zip(row.columns, numbers).map { column, number in
            let isUnread = isLost && isMarred && column == .naturalPerson
            let lost = isUnread ? Cell(state: .unread, doubt: .severalValues) : Cell(state: .blank)
            return .init(
              column: column,
              cell: isLost ? lost : Cell(state: .number, text: number, value: ValueReader.number(number)?.value))
          })
      }, places: [])
    TextDoubts.applied(to: &reading, lines: [])
    #expect(reading.tables[.applications]![.unavailableNotHeld, .business]?.state == .unread)
  }

  // MARK: Order

  @Test(
    "A section of which a text has torn the heading is not missing",
    arguments: [
      ["|**六、 其它**<br>行政复|议|"], ["定期通报。 二、其他需要报告的事项"], ["## 六、 ~~其~~ 他 ~~需要~~ 报 <mark>告</mark> 的 ~~事~~ 项"], ["六、"],
      ["六、其它"], ["六六、、其其他他需需要要双报报告告"], ["其他需要", "报告的事项"], [],
    ])
  func tornHeading(lines: [String]) {
    let source = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    let found = SectionID.allCases.dropLast().map {
      Section(id: $0, heading: $0.title, numeral: $0.ordinal, place: .line(1), lines: [])
    }
    #expect(LostHeadings.sections(found, in: source) == (lines.isEmpty ? [] : [.others]))
  }

  @Test("Between rows of zeros nothing tells where numbers that stand apart belong")
  func exchangeable() throws {
    let roles = Self.form.rows.map { ApplicationSums.Role($0.id) }
    let row = Self.form.rows.firstIndex { $0.id == .deniedEnforcementFiles }!
    for isAmongZeros in [true, false] {
      var numbers = Self.numbers.map { $0.map { Int($0)! } }
      let total = Self.form.rows.firstIndex { $0.id == .total }!
      for other in isAmongZeros ? [row - 1, row + 1] : [] {
        for target in [0, total] { for c in 0..<7 { numbers[target][c] -= numbers[other][c] } }
        numbers[other] = Array(repeating: 0, count: 7)
      }
      var given = numbers.flatMap { row in
        row.enumerated().map { DisplacedNumbers.Number(value: $1, isBehindText: $0 == 0) }
      }
      let first = given.remove(at: 7 * row)
      given[7 * row].isBehindText = true
      given.insert(.init(value: first.value, isBehindText: true), at: 7 * row + 6)
      given[7 * row + 6].isBehindText = true
      let solved = try #require(DisplacedNumbers.rows(given, roles: roles))
      #expect(solved.indices.filter { solved[$0] == nil } == (isAmongZeros ? [row - 1, row, row + 1] : []))
    }
  }

  @Test(
    "A part of a label in a cell of a text tells that the cells of its row have shifted", arguments: ["以公开", "未统计"])
  func partOfLabel(text: String) {
    let rows = zip(Self.form.rows, Self.numbers).map { row, numbers in
      Row(
        id: row.id, label: row.label,
        cells: zip(row.columns, numbers).map { column, number in
          let isText = row.id == .granted && column == .naturalPerson
          return .init(
            column: column,
            cell: isText
              ? Cell(state: .text, text: text, places: [.line(1)])
              : Cell(state: .number, text: number, value: ValueReader.number(number)?.value))
        })
    }
    let table = PrintedLabels.acquitted(
      Table(id: .applications, template: .form2021, rows: rows, places: []), rows: [])
    #expect(table[.granted, .total]?.state == (text == "以公开" ? .unread : .number))
    #expect(table[.partiallyGranted, .total]?.state == .number)
  }

  @Test("What a converter takes for the text of a picture is lines of the table all the same")
  func picture() {
    let lines = [
      "<!-- text -->", "（七）总计 1 2 3<br>四、结转下年度继续办理 4 5 6<br>四、复议<br>五、问题", "|自然<br>人|商<br>业<br>企<br>业|", "好<br>的",
    ]
    let cut = OneLine.cut(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(cut.map(\.number) == [1, 2, 2, 2, 2, 3, 4])
    #expect(cut[1].text == "（七）总计 1 2 3")
  }

  @Test(
    "A row with a short label is not missing where its line stands in the text",
    arguments: ["（七）总计 16 14 4 1 1 2 38", "（七）总计和其他"])
  func shortLabel(line: String) {
    var reading = TableReading()
    reading.tables[.applications] = Table(
      id: .applications, template: .form2021,
      rows: Self.form.rows.map { row in
        Row(
          id: row.id, label: row.label,
          cells: row.columns.map { .init(column: $0, cell: Cell(state: .number, text: "0", value: 0)) })
      }, missingRows: [.total], places: [])
    TextDoubts.applied(to: &reading, lines: [SourceLine(number: 1, text: line)])
    #expect(reading.tables[.applications]?.missingRows == (line.hasSuffix("38") ? [] : [.total]))
  }
}
