import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// A table of contents names sections, and is none.
@Suite struct ContentsTests {
  private static let titles = SectionID.allCases.map { "\($0.numeral)、\($0.title)" }

  private static func sections(_ lines: [String]) throws -> [SectionID] {
    let all = ["临溪市教育局2023年政府信息公开工作年度报告"] + lines
    let source = all.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    return try Reconstructor.reconstruct(Document(content: .text(source))).sections.map(\.id)
  }

  private static func body(without missing: SectionID? = nil) -> [String] {
    zip(SectionID.allCases, titles).filter { $0.0 != missing }.flatMap { [$0.1, "本年度有关工作按照要求开展，情况良好。"] }
  }

  @Test("A section that only the contents name is missing", arguments: SectionID.allCases)
  func missing(id: SectionID) throws {
    let found = try Self.sections(["目录"] + Self.titles + ["根据要求编制本报告。"] + Self.body(without: id))
    #expect(found == SectionID.allCases.filter { $0 != id })
  }

  @Test("Headings that stand below one another without contents to repeat them are sections")
  func empty() throws {
    let found = try Self.sections(Self.titles + ["本年度没有其他需要报告的事项。"])
    #expect(found.contains(.others))
  }

  @Test func whole() throws {
    #expect(try Self.sections(["目录"] + Self.titles + ["前言部分。"] + Self.body()) == SectionID.allCases)
  }
}

/// Titles that have lost their numeral.
@Suite struct CutHeadingTests {
  private static func candidate(_ lines: [String]) -> HeadingCandidate? {
    Headings.candidate(lines.enumerated().map { TextFlow.line(SourceLine(number: $0 + 1, text: $1)) }, at: 0)
  }

  @Test(
    "Cut in two lines they are headings, where nothing of them is wanting",
    arguments: [
      (["其他需要报", "告的事项"], SectionID.others), (["存在的主要问题", "及改进情况"], .problems),
      (["政府信息公开行政复", "议、行政诉讼情况"], .reviewAndLitigation),
      (["其他需要", "另行说明的有关事项"], nil), (["存在的主要问题", "一是主动公开不够及时"], nil), (["总体", "情况"], nil),
      (["其他需要报告的事项如下表", "所示"], nil),
    ] as [([String], SectionID?)])
  func cut(lines: [String], id: SectionID?) {
    let found = Self.candidate(lines)
    #expect(found?.lineCount == 2 ? found?.id == id : id == nil)
  }
}
