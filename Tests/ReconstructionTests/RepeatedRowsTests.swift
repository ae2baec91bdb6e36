import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts that print a row twice, or hold a second report.
@Suite struct RepeatedRowsTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let numbers = TextSamples.numbers(form).map { $0.map(String.init) }
  private static let rows = zip(form.rows, numbers).map { ["\($0.label)"] + $1 }

  private static func report(_ rows: [[String]], behind: [String] = []) throws -> Report {
    let head = [
      "临溪县人民政府2022年政府信息公开工作年度报告", "一、总体情况", "公开。", "二、主动公开政府信息情况", "见表。",
      "三、收到和处理政府信息公开申请情况",
    ]
    let body = ([["项目"] + names] + rows).map { $0.joined(separator: "\t") }
    let rest = [
      "四、政府信息公开行政复议、行政诉讼情况", "无。", "五、存在的主要问题及改进情况", "改进。", "六、其他需要报告的事项", "没有。",
    ]
    return try TextSamples.report(
      (head + body + rest + behind).enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  @Test("A row that is printed twice is not the one behind it", arguments: [0, 1, 5])
  func doubled(row: Int) throws {
    var rows = Self.rows
    rows.insert(rows[row], at: row)
    #expect(TextSamples.texts(try Self.report(rows)[TableID.applications]) == Self.numbers)
  }

  @Test("Nor is a row that goes on in the next line part of the one before it, printed twice")
  func doubledBeforePieces() throws {
    var rows = Self.rows
    rows.insert(rows[1], at: 1)
    rows[3][0] = "三、本年度办理结果\t（一）予以公开"
    #expect(TextSamples.texts(try Self.report(rows)[TableID.applications])[2] == Self.numbers[2])
  }

  @Test("Of a row that is printed twice with other numbers nobody knows which are meant", arguments: [0, 23])
  func contradictory(row: Int) throws {
    var rows = Self.rows
    rows.insert([rows[row][0]] + Self.names.map { _ in "7" }, at: row + 1)
    let read = TextSamples.texts(try Self.report(rows)[TableID.applications])
    #expect(read[row].allSatisfy { $0 == "unread" })
    #expect(read.count { $0.contains("unread") } == 1)
  }

  @Test("A label that is misprinted as that of the row before is still its row's")
  func misprinted() throws {
    var rows = Self.rows
    rows[1][0] = rows[0][0]
    #expect(TextSamples.texts(try Self.report(rows)[TableID.applications])[1] == Self.numbers[1])
  }

  @Test("Tables behind the title of a second report are none of the first's", arguments: [true, false])
  func secondReport(isOnOneLine: Bool) throws {
    let title =
      isOnOneLine ? ["临溪市水务局2019年政府信息公开工作年度报告"] : ["临溪市水务局2019年政府信息公开工作", "年度报告"]
    let other =
      title + ["一、总体情况", "公开。", "三、收到和处理政府信息公开申请情况", "项目\t" + Self.names.joined(separator: "\t")]
      + Form.of(.applications, .form2019).rows.map { $0.label + String(repeating: "\t9", count: 7) }
      + ["六、其他需要报告的事项", "另一个。"]
    let report = try Self.report(Self.rows, behind: other)
    #expect(TextSamples.texts(report[TableID.applications]) == Self.numbers)
    #expect(report[TableID.applications]?.template == .form2021 && report.agency == "临溪县人民政府")
    #expect(report.others.map(\.title) == ["临溪市水务局2019年政府信息公开工作年度报告"])
    // Nor does a table of it stand in for one that the first lacks.
    let lacking = try Self.report([["没有", "申请"]], behind: other)
    #expect(TextSamples.texts(lacking[TableID.applications]).joined().allSatisfy { $0 == "unread" })
  }

  @Test("Where another report begins within the first, which table is whose nobody knows")
  func mixed() throws {
    let head = ["临溪县人民政府2022年政府信息公开工作年度报告", "一、总体情况", "公开。", "临溪市水务局2022年政府信息公开工作年度报告", "一、总体情况", "另一个。"]
    let body = ["三、收到和处理政府信息公开申请情况"] + ([["项目"] + Self.names] + Self.rows).map { $0.joined(separator: "\t") }
    let report = try TextSamples.report(
      (head + body + ["六、其他需要报告的事项", "没有。"]).enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report.others.map(\.title) == ["临溪市水务局2022年政府信息公开工作年度报告"])
    #expect(TextSamples.texts(report[TableID.applications]).joined().allSatisfy { $0 == "unread" })
  }

  @Test(
    "Rows that are exchanged and numbered anew are those that their words say", arguments: [(0, 1), (2, 3), (6, 7)])
  func exchanged(first: Int, second: Int) throws {
    var rows = Self.rows
    rows.swapAt(first, second)
    func numeral(_ label: String) -> String {
      String(label.prefix { "（）一二三四五六七八九十0123456789.、".contains($0) })
    }
    let (one, other) = (rows[first][0], rows[second][0])
    rows[first][0] = numeral(other) + one.dropFirst(numeral(one).count)
    rows[second][0] = numeral(one) + other.dropFirst(numeral(other).count)
    let table = try Self.report(rows)[TableID.applications]
    #expect(TextSamples.texts(table) == Self.numbers && table?.missingRows.isEmpty ?? false)
  }
}
