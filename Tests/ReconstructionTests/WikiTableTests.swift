import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables and headings as wikis and other markup languages write them.
@Suite struct WikiTableTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let numbers = TextSamples.numbers(form)
  private static let whole = numbers.map { $0.map(String.init) }

  private static func lines(_ texts: [String]) -> [SourceLine] {
    texts.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      SourceLine(number: $0 + 1, text: String($1))
    }
  }

  private static func table(_ body: [String]) throws -> Table? {
    let before = ["临溪县人民政府2022年政府信息公开工作年度报告", "== 三、收到和处理政府信息公开申请情况 =="]
    let after = ["== 四、政府信息公开行政复议、行政诉讼情况 ==", "无。"]
    return try TextSamples.report(lines(before + body + after)).tables.first { $0.id == .applications }
  }

  @Test(
    "A table of MediaWiki is read, its cells on a line each or side by side, merged or broken over lines",
    arguments: [false, true])
  func mediaWiki(isOnOneLine: Bool) throws {
    func cells(_ texts: [String], _ mark: String = "|") -> String {
      isOnOneLine
        ? mark + " " + texts.joined(separator: " \(mark)\(mark) ")
        : texts.map { "\(mark) \($0)" }.joined(separator: "\n")
    }
    var body = ["{| class=\"wikitable\"", "|+ 申请情况"]
    body.append(cells(["colspan=\"2\" | "] + Self.names.map { "'''\($0.prefix(2))<br />\($0.dropFirst(2))'''" }, "!"))
    for (index, (row, numbers)) in zip(Self.form.rows, Self.whole).enumerated() {
      body.append("|-")
      if index == 2 { body.append("| rowspan=\"22\" | 三、本年度办理结果") }
      body.append(cells(["\((2...23).contains(index) ? "" : "colspan=2 | ")\(row.label.prefix(6))"]))
      if row.label.count > 6 { body[body.count - 1] += "\n" + row.label.dropFirst(6) }
      body.append(cells(numbers))
    }
    let table = try Self.table(body + ["|}"])
    #expect(TextSamples.texts(table) == Self.whole)
    // What is blank in the table is blank, and takes no other cell's place.
    let blank = try Self.table(Self.lines(body).map { $0.text == "| 0" ? "|" : $0.text } + ["|}"])
    #expect(
      TextSamples.texts(blank) == Self.whole.map { $0.map { !isOnOneLine && $0 == "0" ? "blank" : $0 } })
  }

  @Test("A table of MediaWiki without an end takes nothing with it")
  func open() throws {
    let report = try TextSamples.report(
      Self.lines([
        "临溪县人民政府2022年政府信息公开工作年度报告", "一、总体情况", "{| 见附表", "如下。", "二、主动公开政府信息情况", "略。",
        "五、存在的主要问题及改进情况", "略。",
      ]))
    #expect(report[SectionID.problems] != nil)
  }

  @Test(
    "A heading cut in two is one, whatever a converter sets under each of the two lines",
    arguments: [
      "三、收到和处理政府信\n------\n\n息公开申请情况\n------", "三、收到和处理政府信\n~~~~~~\n\n息公开申请情况\n~~~~~~",
      "** 三、收到和处理政府信\n   :PROPERTIES:\n   :CUSTOM_ID: 三\n   :END:\n** 息公开申请情况",
    ])
  func underlined(heading: String) throws {
    let report = try TextSamples.report(
      Self.lines([
        "临溪县人民政府2022年政府信息公开工作年度报告", "一、总体情况", "平稳。", heading, "见附表。", "六、其他需要报告的事项", "无。",
      ]))
    let section = try #require(report[SectionID.applications])
    #expect(section.heading == "三、收到和处理政府信息公开申请情况")
  }

  @Test("A drawn table whose edges count each character as one column is read as far as its bars tell")
  func narrowEdges() throws {
    func edge(_ texts: [String]) -> String {
      "┌" + texts.map { String(repeating: "─", count: $0.count + 2) }.joined(separator: "┬") + "┐"
    }
    var body = [edge(["项目"] + Self.names)]
    for row in [["项目"] + Self.names] + zip(Self.form.rows, Self.whole).map({ [$0.label] + $1 }) {
      body.append("│ " + row.joined(separator: " │ ") + " │")
    }
    // None of these may end the program; what is read is right.
    let table = try Self.table(body + [edge(Self.names)])
    for (read, printed) in zip(TextSamples.texts(table), Self.whole) {
      #expect(zip(read, printed).allSatisfy { $0 == $1 || $0 == "unread" })
    }
    #expect(!GridTables.unfolded(Self.lines(["┌────┬────┐", "│  │ 自然人 │", "│  │  │  │"])).isEmpty)
  }
}
