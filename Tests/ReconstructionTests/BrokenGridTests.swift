import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts whose fields are not the cells that were printed, and whose headings were lost or dressed up.
@Suite struct BrokenGridTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let numbers = TextSamples.numbers(form, isFull: true).map { $0.map(String.init) }

  private static func report(_ lines: [String]) throws -> Report {
    let all = ["临溪县人民政府2022年政府信息公开工作年度报告"] + lines
    return try TextSamples.report(all.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  private static func applications(_ lines: [String]) throws -> [[String]] {
    let report = try report(["三、收到和处理政府信息公开申请情况"] + lines + ["四、政府信息公开行政复议、行政诉讼情况", "无。"])
    return TextSamples.texts(report[.applications])
  }

  @Test("Where fields stand empty between the numbers of whole rows, an empty field is no blank cell")
  func gaps() throws {
    func line(_ label: String, _ cells: [String]) -> String {
      "| \(label) |  | \(cells[0]) | \(cells[1]) |  | " + cells[2...].joined(separator: " | ") + " |"
    }
    var rows = Self.numbers
    rows[4][3] = ""
    let read = try Self.applications(
      ["|  |  | " + Self.names.joined(separator: " | ") + " |"] + zip(Self.form.rows, rows).map { line($0.label, $1) })
    rows[4][3] = "blank"
    #expect(zip(read[4], rows[4]).allSatisfy { $0 == $1 || $0 == "unread" })
    for index in rows.indices where index != 4 { #expect(read[index] == Self.numbers[index]) }
  }

  @Test("Where two numbers stand in one field, empty fields are no blank cells")
  func glued() throws {
    let lines = zip(Self.form.rows, Self.numbers).map { row, n in
      "| \(row.label) |  | \(n[0]) | \(n[1]) \(n[2]) | \(n[3]) | \(n[4]) | \(n[5]) | \(n[6]) |"
    }
    let read = try Self.applications(["|  | 自然人 | 商业企业 | 科研机构 社会公益组织 | 法律服务机构 | 其他 | 总计 |  |"] + lines)
    for (own, row) in zip(read, Self.numbers) { #expect(zip(own, row).allSatisfy { $0 == $1 || $0 == "unread" }) }
  }

  @Test("Rows with a number fewer than another row has are not whole, in a table with a column of subtotals")
  func subtotals() throws {
    var lines = ["申请人情况", "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 小计 总计"]
    for (index, (row, n)) in zip(Self.form.rows, Self.numbers).enumerated() {
      let subtotal = String(n[1..<6].reduce(0) { $0 + Int($1)! })
      var cells = n[..<6] + [subtotal, n[6]]
      if index > 1 { cells.remove(at: index % 5) }
      lines.append(row.label + " " + cells.joined(separator: " "))
    }
    let read = try Self.applications(lines)
    for (own, row) in zip(read, Self.numbers) { #expect(zip(own, row).allSatisfy { $0 == $1 || $0 == "unread" }) }
  }

  @Test("Numbers of the Article-20 table that stand beside their headers are known in order, where all are there")
  func drift() throws {
    let report = try Self.report(
      [
        "二、主动公开政府信息情况", "| 第二十条第（一）项 |  |  |  |  |  |", "| 信息内容 |  | 本年制发件数 | 本年废止件数 |  | 现行有效件数 |",
        "| 规章 |  |  | 4 |  |  |", "| 行政规范性文件 | 2 |  | 3 |  | 14 |", "| 第二十条第（五）项 |  |  |  |  |  |",
        "| 信息内容 |  | 本年处理决定数量 |  |  |  |", "| 行政许可 | 38 |  |  |  |  |", "| 第二十条第（六）项 |  |  |  |  |  |",
        "| 信息内容 |  | 本年处理决定数量 |  |  |  |", "| 行政处罚 | 5 |  |  |  |  |", "| 行政强制 | 6 |  |  |  |  |",
        "| 第二十条第（八）项 |  |  |  |  |  |", "| 信息内容 |  | 本年收费金额（单位：万元） |  |  |  |", "| 行政事业性收费 | 7 |  |  |  |  |",
        "三、收到和处理政府信息公开申请情况",
      ] + zip(Self.form.rows, Self.numbers).map { "| \($0.label) | " + $1.joined(separator: " | ") + " |" })
    let read = TextSamples.texts(report[.article20])
    #expect(read == [["unread", "unread", "unread"], ["2", "3", "14"], ["38"], ["5"], ["6"], ["7"]])
  }

  private static let titles = [
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
  ]

  @Test(
    "Marks of other languages stand around headings",
    arguments: [("== ", " =="), ("=== ", ""), ("- **", "**"), ("\"", "\",,"), ("<u>", "</u>"), ("<p><b>", "</b></p>")])
  func marks(before: String, after: String) throws {
    let report = try Self.report(
      Self.titles.flatMap { [before + $0 + after, before.hasPrefix("<p") ? "<p>没有需要说明的情况。</p>" : "没有需要说明的情况。"] })
    #expect(report.sections.map(\.numeral) == [1, 2, 3, 4, 5, 6])
  }

  @Test("A web page is read as what it shows, its lines joined and its tables kept")
  func webPage() throws {
    let table =
      ["<table>"]
      + zip(Self.form.rows, Self.numbers).map { row, n in
        "<tr><td>\(row.label)</td>" + n.map { "<td>\($0)</td>" }.joined() + "</tr>"
      } + ["</table>"]
    let header = "<tr><td></td>" + Self.names.map { "<td>\($0)</td>" }.joined() + "</tr>"
    let lines = Self.titles.enumerated().flatMap { index, title in
      ["<h2 id=\"s\(index)\">", title + "</h2>", "<p>本部分没有", "需要说明的情况。</p>"]
        + (index == 2 ? [table[0], header] + table.dropFirst() : [])
    }
    let report = try Self.report(["<html><head><style>p { x: y }</style></head><body>"] + lines + ["</body></html>"])
    #expect(report.sections.map(\.heading) == Self.titles)
    #expect(TextSamples.texts(report[.applications]) == Self.numbers)
  }

  @Test("Cells of AsciiDoc make rows by their number, wherever lines end")
  func asciiDoc() throws {
    let rows = [[""] + Self.names] + zip(Self.form.rows, Self.numbers).map { [$0.label] + $1 }
    let lines = rows.flatMap { ["|" + $0[..<4].joined(separator: " |"), "|" + $0[4...].joined(separator: " |"), ""] }
    let read = try Self.applications(["[cols=\"30%,10%,10%,10%,10%,10%,10%,10%\"]", "|==="] + lines + ["|==="])
    #expect(read == Self.numbers)
  }

  @Test("Sections whose headings the text has lost or broken are unread, not missing; one that is not there is missing")
  func lostHeadings() throws {
    let body = Self.titles.map { [$0, "没有需要说明的情况。"] }
    #expect(try Self.report(body.flatMap { $0 }).unreadSections == [])
    #expect(try Self.report(body.dropLast().flatMap { $0 }).unreadSections == [])
    #expect(try Self.report(body.dropLast().flatMap { $0 } + ["没有需要说明的情况。 六、其他需要报告的事项"])[.others] != nil)
    for trace in ["六六、、其其他他需需要要报报告告的的事事项项,,", "六 其他需要报告的事项、\t\t"] {
      #expect(try Self.report(body.dropLast().flatMap { $0 } + ["说明：\(trace)"]).unreadSections == [.others])
    }
    let rows = zip(Self.form.rows, Self.numbers).map { ([$0.label] + $1).joined(separator: "\t") }
    #expect(try Self.report(rows).unreadSections == Set(SectionID.allCases))
  }

  @Test(
    "A row of eight fields that adds up without its subtotal says that rows of seven lack one",
    arguments: [true, false])
  func untoldSubtotals(inFields: Bool) throws {
    var lines: [String] = []
    for (index, (row, n)) in zip(Self.form.rows, Self.numbers).enumerated() {
      var cells = n[..<6] + [String(n[1..<6].reduce(0) { $0 + Int($1)! }), n[6]]
      if index > 0 { cells.remove(at: index % 5) }
      lines += inFields ? ["| \(row.label) |  | " + cells.joined(separator: " | ") + " |"] : [row.label] + cells
    }
    let read = try Self.applications(lines)
    for (own, row) in zip(read, Self.numbers) { #expect(zip(own, row).allSatisfy { $0 == $1 || $0 == "unread" }) }
  }

  @Test("Part of the corner note beside the headers is no column")
  func cornerNote() throws {
    var rows = Self.numbers
    rows[4][3] = ""
    let lines =
      ["|  | 自然人 | 法人或其他组织 | 总计 |", "| 第三项加第四项之和） |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |  |"]
      + zip(Self.form.rows, rows).map { "| \($0.label) | " + $1.joined(separator: " | ") + " |" }
    rows[4][3] = "blank"
    #expect(try Self.applications(lines) == rows)
  }

  @Test("Columns that are numbered for want of names are no row of the table")
  func numberedColumns() throws {
    func values(_ label: String, _ cells: [String]) -> String { ([label] + cells).joined(separator: ",") }
    let lines = zip(Self.form.rows, Self.numbers).map { values($0.label, $1) }
    let counts = values("0", (1...7).map(String.init))
    let read = try Self.applications([counts, values("", Self.names)] + lines[..<9] + [counts] + lines[9...])
    #expect(read == Self.numbers)
  }

  @Test("A row that stands in the text outside its table is not missing from it")
  func cutOff() throws {
    let kept = zip(Self.form.rows, Self.numbers).filter { $0.0.id != .carriedForward }
    let lines = kept.map { "| \($0.label) | " + $1.joined(separator: " | ") + " |" }
    let report = try Self.report(["三、收到和处理政府信息公开申请情况"] + lines + ["", "四、结转下年度继续办理", "0", "", "五、存在的主要问题及改进情况", "无。"])
    #expect(report[.applications]?.missingRows == [])
    let without = try Self.report(["三、收到和处理政府信息公开申请情况"] + lines + ["五、存在的主要问题及改进情况", "无。"])
    #expect(without[.applications]?.missingRows == [.carriedForward])
  }

  @Test("Two numbers in one field of the Article-20 table are not one where the row has fewer fields than columns")
  func gluedArticle20() throws {
    let report = try Self.report(
      ["二、主动公开政府信息情况", "| 信息内容 | 本年制发件数 本年废止件数 |  | 现行有效件数 |", "| 规章 | 1 0 |  | 3 |", "| 行政规范性文件 | 1 2 | 3 | 14 |"]
        + ["三、收到和处理政府信息公开申请情况"]
        + zip(Self.form.rows, Self.numbers).map { "| \($0.label) | " + $1.joined(separator: " | ") + " |" })
    #expect(TextSamples.texts(report[.article20])[0] == ["unread", "unread", "unread"])
  }
}
