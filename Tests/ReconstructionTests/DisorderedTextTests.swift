import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct DisorderedTextTests {
  private static let before = ["三、收到和处理政府信息公开申请情况", "五、存在的主要问题及改进情况", "问题不多。", "六、其他需要报告的事项"]

  private func isDisordered(_ lines: [String], as id: SectionID = .problems) -> Bool {
    let source = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    let section = Section(
      id: id, heading: lines[1], numeral: 5, place: .line(2), lines: [])
    return DisorderedText.isIn(source, sections: [section])
  }

  @Test(
    "Rows of the applications table behind the heading of section five tell that the lines are mixed",
    arguments: [
      (["（六）其他处理", "0", "2", "四、结转下年度继续办理", "7"], true), (["（六）其他处理", "无。"], false), (["无其他需要报告的事项。"], false),
      (["一、本年新收政府信息公开申请数量", "9", "（六）其他处理", "0", "四、结转下年度继续办理", "7"], false),
      (["全年申请均已办结，结转下年度继续办理0件，其他处理0件。", "总计", "总计"], false),
      (["（七）总计", "9", "四、结转下年度继续办理", "7"], true),
    ])
  func rows(behind: [String], isMixed: Bool) {
    #expect(isDisordered(Self.before + behind) == isMixed)
    // The heading of section five may be lost.
    #expect(isDisordered(Self.before + behind, as: .others) == isMixed)
  }

  @Test("A title alone on a line of such a text is that of a section whose heading has lost its place")
  func titles() {
    let lines = ["（六）其他处理", "其他需要报告的事项", "存在问题"].enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    #expect(LostHeadings.titled([], in: lines) == [.others])
    let found = Section(id: .others, heading: "六、其他需要报告的事项", numeral: 6, place: .line(9), lines: [])
    #expect(LostHeadings.titled([found], in: lines).isEmpty)
  }
}
