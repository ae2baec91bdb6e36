import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Where a table ends among the lines of a text or of a page.
@Suite struct TextRegionsTests {
  private static func range(_ lines: [String], _ id: TableID) -> Range<Int>? {
    let source = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    return TextRegions.find(source).first { $0.id == id }?.range
  }

  private static let applications = [
    "三、收到和处理政府信息公开申请情况", "自然人 商业企业 科研机构", "一、本年新收政府信息公开申请数量 1 2 0 0 0 0 3", "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0",
    "（一）予以公开 1 2 0 0 0 0 3", "2.重复申请 0 0 0 0 0 0 0",
  ]

  @Test(
    "Labels that wrap go on behind the last line that is known, with numbers or without",
    arguments: [
      ["5.要求 0 0 0 1", "行政机关", "确认或重", "新出具已", "获取信息", "（七）总 1 2 0 0 0 0 3", "计"], ["四、结转", "下年度继", "续办理"],
      ["四、结转下", "年度继续 0 0", "办理"],
    ])
  func wrapped(rows: [String]) {
    let lines = Self.applications + rows + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let last = rows.count - (rows.last!.count < 3 ? 1 : 0)
    #expect(Self.range(lines, .applications)?.upperBound == Self.applications.count + last)
  }

  @Test(
    "No label goes on without end: what stands behind more of its words is not looked at",
    arguments: [(3, true), (60, false)])
  func endless(count: Int, isNear: Bool) {
    let words = Array(repeating: "政府信息公开", count: count)
    let lines = Self.applications + words + ["5.要求 0 0 1", "六、其他需要报告的事项", "无。"]
    let end = Self.applications.count + (isNear ? count + 1 : 0)
    #expect(Self.range(lines, .applications)?.upperBound == end)
  }

  @Test("Sentences behind a table are none of its rows")
  func sentences() {
    let lines = Self.applications + ["以上数据截至2023年12月31日。", "表中 3"]
    #expect(Self.range(lines, .applications)?.upperBound == Self.applications.count)
  }
}

/// Numbers with spaces in them, in texts of one cell a line.
@Suite struct SpacedGroupsTests {
  private static let form = Form.of(.applications, .form2019)

  /// The states of the row of totals, in which two numbers stand on one line and the last one takes two; or all stand as they should, one of them spaced out.
  private static func states(_ total: [String]) throws -> Set<String> {
    let numbers = TextSamples.numbers(form) { _ in 100 }.map { $0.map(String.init) }
    let header = ["申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    let rows = zip(form.rows, numbers).flatMap { row, own in
      [row.label] + (row.id == .total ? total : own)
    }
    let lines = ["临溪县人民政府2019年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"] + header + rows
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    let row = report[.applications]?.rows.first { $0.id == .total }
    return Set(row?.cells.map { "\($0.cell.state)" } ?? [])
  }

  @Test("Two numbers on one line are no number, where the row does not add up with it")
  func groups() throws {
    let own = TextSamples.numbers(Self.form) { _ in 100 }[Self.form.rows.firstIndex { $0.id == .total }!].map(
      String.init)
    let last = own[6]
    let glued = ["\(own[0]) \(own[1])"] + own[2..<6] + [String(last.dropLast()), String(last.suffix(1))]
    #expect(try Self.states(glued) == ["unread"])
    #expect(try Self.states(own) == ["number"])
  }

  @Test(
    "A label that is shortened with another word of denial is the same", arguments: ["2.逾期不缴费", "2.逾期未缴费", "2.逾期未交费"])
  func shortened(label: String) {
    let form = Form.of(.applications, .form2021)
    let likeness = form.rows.map { LabelPattern($0.label).likeness(Wording.folded(label)) }
    #expect(likeness.max() == likeness[form.rows.firstIndex { $0.id == .otherFeeUnpaid }!])
    #expect(likeness.max()! > 0.8)
  }
}
