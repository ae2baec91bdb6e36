// Texts that have lost a heading, and not what stood under it → no missing section.
import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct SectionContentsTests {
  private static let contents: [[String]] = [
    ["（一）主动公开", "围绕中心工作公开信息若干条。", "（二）依申请公开", "渠道畅通，办理及时。"], ["本部分见表。"], ["本部分见表。"], ["本年度未发生。"],
    ["1、解读的形式有待丰富", "多以文字为主。", "（二）改进情况", "针对存在的问题，组织两次培训。"], ["（二）收取信息处理费情况", "本年度没有收取信息处理费。"],
  ]
  private static let titles = SectionID.allCases.map { "\($0.numeral)、\($0.title)" }

  private static func report(without lost: [Int], contents: [[String]] = contents) throws -> Report {
    let lines = titles.indices.flatMap { (lost.contains($0) ? [] : [titles[$0]]) + contents[$0] }
    return try TextSamples.report(
      (["临溪市教育局2023年政府信息公开工作年度报告"] + lines).enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  private static func missing(_ report: Report) -> [SectionID] {
    SectionID.allCases.filter { report[$0] == nil && !report.unreadSections.contains($0) }
  }

  @Test("What stood under a lost heading tells that its section is there", arguments: [[0], [4], [4, 5], [0, 4, 5]])
  func lost(sections: [Int]) throws {
    #expect(Self.missing(try Self.report(without: sections)) == [])
  }

  @Test("A report that tells of the fee in section five has no section six")
  func merged() throws {
    #expect(Self.missing(try Self.report(without: [5])) == [.others])
  }

  @Test("A section of which nothing is there is missing", arguments: [0, 4, 5])
  func absent(section: Int) throws {
    var contents = Self.contents
    contents[section] = []
    #expect(Self.missing(try Self.report(without: [section], contents: contents)) == [SectionID.allCases[section]])
  }

  @Test(
    "Words of other sections and of the preamble are no contents of the missing one",
    arguments: [
      (0, ["2023年主动公开和依申请公开的情况如下。", "2023年本机关继续推进平台建设。"]), (4, ["未发现问题，无需采取措施。"]), (5, ["没有其他事项。"]),
    ])
  func others(section: Int, own: [String]) throws {
    var contents = Self.contents
    contents[section] = own
    #expect(Self.missing(try Self.report(without: [section], contents: contents)) == [SectionID.allCases[section]])
  }

  @Test("On a page a heading that is not printed is missing")
  func page() throws {
    let lines = ["临溪市教育局2023年政府信息公开工作年度报告"] + Self.titles.dropLast().enumerated().flatMap { [$1] + Self.contents[$0] }
    let glyphs = (lines + Self.contents[5]).enumerated().flatMap {
      DrawnTable.line($1, x: 60, y: 30 + 25 * Double($0), size: 12)
    }
    let report = try Reconstructor.reconstruct(
      Document(content: .pages([Page(number: 1, width: 600, height: 1_200, glyphs: glyphs)])))
    #expect(Self.missing(report) == [.others])
  }
}
