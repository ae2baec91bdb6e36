import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts copied from web pages and sheets: what parts cells and rows there, and what stands for blank ones.
@Suite struct PastedTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let numbers = TextSamples.numbers(form, isFull: true) { 1 << $0 }
  private static let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
  private static let title = "临溪县人民政府2022年政府信息公开工作年度报告"
  private static let ending = ["五、存在的主要问题及改进情况", "有。"]

  private static func report(_ lines: [String]) throws -> Report {
    try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  private static func texts(_ id: TableID, _ lines: [String]) throws -> [[String]] {
    TextSamples.texts(try report(lines).tables.first { $0.id == id })
  }

  // MARK: Cells with paragraphs

  enum Page: CaseIterable { case marked, tabs, paragraphs }

  private static func rows(_ rows: [[String]], _ page: Page) -> [String] {
    rows.flatMap { row -> [String] in
      switch page {
      case .marked: return row.flatMap { ["", "\t", "", $0.isEmpty ? " " : $0] }.dropFirst(3) + ["", "", ""]
      case .tabs: return Array(row.flatMap { $0.isEmpty ? ["\t"] : ["\t", $0] }.dropFirst())
      case .paragraphs: return row.flatMap { [$0.isEmpty ? " " : $0, ""] }
      }
    }
  }

  private static let applications: [[String]] = {
    var result = [["申请人情况"], ["自然人", "法人或其他组织", "总计"], ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]]
    var group: String?
    for (row, values) in zip(form.rows, numbers) {
      var cells = row.id == .granted ? ["三、本年度办理结果"] : []
      if let own = row.group, own != group { cells.append(own) }
      group = row.group
      result.append(cells + [row.label] + values.map { $0 == 0 ? "" : String($0) })
    }
    return result
  }()
  private static let review = ["", "6", "", "1", "7", "", "", "", "", "", "3", "", "2", "5", ""]
  private static let reviewRows = [
    ["行政复议", "行政诉讼"], outcomes + ["未经复议直接起诉", "复议后起诉"], outcomes + outcomes, review,
  ]

  private static func pasted(_ page: Page) -> [String] {
    [title, "三、收到和处理政府信息公开申请情况", ""] + rows(applications, page) + ["四、政府信息公开行政复议、行政诉讼情况", ""] + rows(reviewRows, page)
      + ending
  }

  @Test("Each cell has a line or a tab of its own, blank ones too", arguments: Page.allCases)
  func pastedCells(page: Page) throws {
    #expect(
      try Self.texts(.applications, Self.pasted(page)) == Self.numbers.map { $0.map { $0 == 0 ? "blank" : String($0) } }
    )
  }

  @Test(
    "Blank cells at the start and the end of the row of section 四 have lines of their own",
    arguments: [Page.marked, .paragraphs])
  func pastedReview(page: Page) throws {
    #expect(
      try Self.texts(.reviewAndLitigation, Self.pasted(page)).flatMap { $0 }
        == Self.review.map { $0.isEmpty ? "blank" : $0 })
  }

  /// The rows with labels in two paragraphs each, as cells of some web pages have them.
  private static func broken(_ rows: [[String]]) -> [[String]] {
    rows.map { row in row.map { $0.count > 8 && Int($0) == nil ? "\($0.prefix(6))\n\n\($0.dropFirst(6))" : $0 } }
  }

  @Test(
    "A label in two paragraphs is one label, and blank cells keep their places", arguments: [Page.marked, .paragraphs])
  func paragraphs(page: Page) throws {
    let lines =
      [Self.title, "三、收到和处理政府信息公开申请情况", ""] + Self.rows(Self.broken(Self.applications), page)
      + ["四、政府信息公开行政复议、行政诉讼情况", "", "无。"]
    let split = lines.flatMap { $0.components(separatedBy: "\n") }
    #expect(
      try Self.texts(.applications, split) == Self.numbers.map { $0.map { $0 == 0 ? "blank" : String($0) } })
  }

  @Test("Where an empty line stands behind each cell, a blank one has two")
  func emptyParagraphs() throws {
    let lines =
      [Self.title, "三、收到和处理政府信息公开申请情况"] + Self.broken(Self.applications).joined() + ["四、政府信息公开行政复议、行政诉讼情况"]
      + Self.reviewRows.joined() + Self.ending
    let split = lines.joined(separator: "\n\n").components(separatedBy: "\n")
    #expect(
      try Self.texts(.applications, split) == Self.numbers.map { $0.map { $0 == 0 ? "blank" : String($0) } })
    #expect(
      try Self.texts(.reviewAndLitigation, split).flatMap { $0 } == Self.review.map { $0.isEmpty ? "blank" : $0 })
  }

  // MARK: Sheets

  private static func sheet(_ mark: String, label: (String) -> String) -> [String] {
    let header = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"].joined(separator: mark)
    return [header]
      + zip(form.rows, numbers).flatMap { row, values in
        ([label(row.label)] + values.map(String.init)).joined(separator: mark).components(separatedBy: "\n")
      }
  }

  @Test("A field in quotation marks goes on in the next line", arguments: [",", "\t"])
  func quotedFields(mark: String) throws {
    let lines =
      [Self.title, "三、收到和处理政府信息公开申请情况"] + Self.sheet(mark) { "\"\($0.prefix(3))\n\($0.dropFirst(3))\"" }
      + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let table = try #require(try Self.report(lines).tables.first { $0.id == .applications })
    #expect(TextSamples.texts(table) == Self.numbers.map { $0.map(String.init) })
    #expect(table.rows.map(\.label) == Self.form.rows.map(\.label))
  }

  @Test(
    "Numbers in one quoted field over two lines are not known to be one; sentences and headings are left as they are")
  func quotedLines() {
    func joined(_ lines: [String]) -> [String] {
      QuotedFields.joined(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }).map(\.text)
    }
    #expect(joined(["采购,\"26", "01\",3"]) == ["采购,\"26\(ValueReader.lineBreak)01\",3"])
    #expect(joined(["\"3.危及", "\"\"三安全一稳定\"\"\"\t1"]) == ["3.危及\"三安全一稳定\"\t1"])
    for text in [["\"一、总体情况", "有。", "二、情况\",1"], ["他说\"好", "的\""], ["a,\"b", "c"]] { #expect(joined(text) == text) }
  }

  @Test("Headings and paragraphs behind the last table of a sheet are no rows of it", arguments: ["|", "tuple"])
  func sheetProse(kind: String) throws {
    let rows =
      [["三、收到和处理政府信息公开申请情况"], ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]]
      + zip(Self.form.rows, Self.numbers).map { [$0.label] + $1.map(String.init) }
      + [["四、政府信息公开行政复议、行政诉讼情况"]] + [Self.outcomes + Self.outcomes + Self.outcomes]
      + [Array(repeating: "0", count: 15), ["五、存在的主要问题及改进情况"], ["（一）主要问题。公开内容的深度还不够。"], ["六、其他需要报告的事项"], ["无"]]
    let lines = rows.map { row -> String in
      let fields = row + Array(repeating: "", count: 15 - row.count)
      return kind == "|"
        ? fields.joined(separator: " | ")
        : "(" + fields.map { $0.isEmpty ? "None" : "'\($0)'" }.joined(separator: ", ") + ")"
    }
    let report = try Self.report([Self.title] + lines)
    #expect(report.tables.allSatisfy { $0.extras.isEmpty })
    #expect(report.sections.map(\.id).suffix(2) == [.problems, .others])
  }

  // MARK: Lines within rows

  private static let article20 = [
    "二、主动公开政府信息情况", "第二十条第（一）项\t\t\t", "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量", "规章\t0\t0\t0", "规范性文件\t1\t2\t3",
    "第二十条第（五）项\t\t\t", "信息内容\t上一年项目数量\t本年增/减\t处理决定数量", "行政许可\t4\t5\t6", "其他对外管理", "服务事项\t7\t8\t9",
    "第二十条第（六）项\t\t\t", "信息内容\t上一年项目数量\t本年增/减\t处理决定数量", "行政处罚\t1\t2\t3", "行政强制\t4\t5\t6", "第二十条第（八）项\t\t\t",
    "信息内容\t上一年项目数量\t本年增/减\t", "行政事业性收费\t7\t8\t", "第二十条第（九）项\t\t\t", "信息内容\t采购项目数量\t采购总金额\t", "政府集中采购\t5\t2601",
    ".953875", "三、收到和处理政府信息公开申请情况",
  ]

  @Test("A label in two lines is one, and a number whose decimals are on the next line is not read")
  func brokenCells() throws {
    let table = try #require(
      try Self.report([Self.title] + Self.article20 + Self.sheet("\t") { $0 }).tables.first { $0.id == .article20 })
    #expect(table.rows.map(\.label)[3] == "其他对外管理服务事项")
    #expect(
      TextSamples.texts(table) == [
        ["0", "0", "0"], ["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["1", "2", "3"], ["4", "5", "6"],
        ["7", "8"],
        ["5", "unread"],
      ])
  }

  @Test("A web page whose prose stands on one line is one, where its tables have line breaks in their cells")
  func page() throws {
    let prose = ["一、总体情况", "有。", "（一）主动公开。", "（二）依申请公开。", "三、收到和处理政府信息公开申请情况"]
    let rows = Self.applications.dropFirst(3).map { row in
      "<tr>" + row.suffix(8).map { "<td>\n\($0)\n</td>" }.joined() + "</tr>"
    }
    let header = "<tr>" + (["", "自然人"] + Self.applications[2] + ["总计"]).map { "<td>\n\($0)\n</td>" }.joined() + "</tr>"
    let text =
      "<html><body><h1>\(Self.title)</h1>" + prose.map { "<p>\($0)</p>" }.joined() + "<table>\(header)"
      + rows.joined() + "</table></body></html>"
    let report = try Self.report(text.components(separatedBy: "\n"))
    #expect(report.sections.map(\.id) == [.overview, .applications])
  }

  // MARK: Drawn tables

  @Test("Edges beside a cell that goes on part the columns of labels that no whole edge parts")
  func drawn() throws {
    let widths = [20, 24, 80]
    func padded(_ text: String, _ width: Int) -> String {
      let length = text.unicodeScalars.reduce(0) { $0 + (LooseLines.isWide($1) ? 2 : 1) }
      return text + String(repeating: " ", count: max(0, width - length))
    }
    func drawn(_ labels: [(String, Int)], _ numbers: [String]) -> String {
      "|" + labels.map { padded($0.0, $0.1) + "|" }.joined() + numbers.map { padded($0, 14) + "|" }.joined()
    }
    let edges = String(repeating: String(repeating: "-", count: 14) + "+", count: 7)
    func dashes(_ width: Int) -> String { String(repeating: "-", count: width) }
    let all = widths.reduce(2, +)
    var lines = ["+\(dashes(all))+\(edges)"]
    lines.append(drawn([("", all)], ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]))
    var (isResult, group) = (false, String?.none)
    for (row, values) in zip(Self.form.rows, Self.numbers) {
      let isOwn = row.id == .granted || isResult && row.id != .carriedForward
      let isSame = row.group != nil && row.group == group
      let first =
        isResult && isOwn ? "|\(padded("", widths[0]))+" : "+\(dashes(widths[0]))\(isResult || isOwn ? "+" : "-")"
      let second = isSame ? padded("", widths[1]) : dashes(widths[1])
      let isSplit = row.group != nil || group != nil
      let joint = isSame ? String(first.dropLast()) + "|" : first
      lines.append("\(joint)\(second)\(isSplit ? "+" : "-")\(dashes(widths[2]))+\(edges)")
      var labels = [(String, Int)]()
      if isOwn { labels.append((isResult ? "" : "三、本年度办理结果", widths[0])) }
      if let own = row.group { labels.append((isSame ? "" : own, widths[1])) }
      let taken = labels.reduce(0) { $0 + $1.1 + 1 }
      lines.append(drawn(labels + [(row.label, all - taken)], values.map(String.init)))
      (isResult, group) = (isOwn, row.group)
    }
    lines.append(lines[0])
    let read = try Self.texts(
      .applications, [Self.title, "三、收到和处理政府信息公开申请情况"] + lines + ["四、政府信息公开行政复议、行政诉讼情况", "无。"])
    #expect(read == Self.numbers.map { $0.map(String.init) })
  }
}
