import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Files that hold more than one report, or a part of another one.
@Suite struct SecondReportTests {
  private static let sections = [
    "一、总体情况", "依法公开政府信息。", "二、主动公开政府信息情况", "如下。", "三、收到和处理政府信息公开申请情况", "如下。",
    "四、政府信息公开行政复议、行政诉讼情况", "如下。", "五、存在的主要问题及改进情况", "改进。", "六、其他需要报告的事项", "没有。",
  ]

  private static func lines(_ texts: [String]) -> [Glyph] {
    texts.enumerated().flatMap { DrawnTable.line($1, x: 60, y: 140 + 16 * Double($0)) }
  }

  private static func title(_ agency: String) -> [Glyph] {
    DrawnTable.line("\(agency)2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14)
  }

  private static func report(_ pages: [[Glyph]]) throws -> Report {
    try Reconstructor.reconstruct(
      Document(
        content: .pages(pages.enumerated().map { Page(number: $0 + 1, width: 900, height: 900, glyphs: $1) })))
  }

  @Test("A second report in the file is not this one")
  func secondReport() throws {
    let first = Self.lines(Self.sections + ["临溪市教育局", "2024年1月12日"])
    let second = Self.lines(
      Self.sections.map { $0 == "没有。" ? "另一个单位。" : $0 } + ["临溪市水务局", "2024年1月20日"])
    let report = try Self.report([Self.title("临溪市教育局") + first, Self.title("临溪市水务局") + second])
    #expect(report.sections.map(\.id) == SectionID.allCases)
    #expect(report.sections.last?.text == "没有。")
    #expect(report.signature?.agency == "临溪市教育局")
  }

  @Test("The last page of another report before this one is no part of it")
  func restBefore() throws {
    let rest = Self.lines(["五、存在的主要问题及改进情况", "另改。", "六、其他需要报告的事项", "另一个单位。", "临溪市水务局", "2024年1月20日"])
    let own = Self.title("临溪市教育局") + Self.lines(Self.sections + ["临溪市教育局", "2024年1月12日"])
    let report = try Self.report([rest, own])
    #expect(report.sections.map(\.id) == SectionID.allCases)
    #expect(report.sections.last?.text == "没有。" && report.agency == "临溪市教育局")
  }
}
