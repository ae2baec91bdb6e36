// Pages whose text is not what is seen → a report of which nothing is missing for certain.
import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct UnseenTextTests {
  /// A report of three sections on two pages, the second one with fewer words, with so many pieces of invisible text each.
  private static func report(_ first: Int, _ second: Int) throws -> Report {
    func page(_ number: Int, _ texts: [String]) -> Page {
      Page(
        number: number, width: 600, height: 800,
        glyphs: texts.enumerated().flatMap { DrawnTable.line($1, x: 60, y: 60 + 30 * Double($0), size: 12) })
    }
    let pages = [
      page(1, ["临溪市教育局2023年政府信息公开工作年度报告", "一、总体情况", "全年工作平稳有序。", "二、主动公开政府信息情况"]),
      page(2, ["三、收到和处理政府信息公开申请情况", "未收到申请。"]),
    ]
    return try Reconstructor.reconstruct(
      Document(
        content: .pages(pages),
        hiddenText: { number in
          (0..<(number == 1 ? first : second)).map { HiddenText(x: 60, y: 60 + Double($0), isInvisible: true) }
        }))
  }

  @Test("What the text of scanned pages does not say is not missing from them")
  func scanned() throws {
    let whole = try Self.report(8, 8)
    #expect(whole.isUnseen && whole.hasIllegibleParts && whole.unreadSections.count == 3)
    // The smaller part of the text is recognised: the rest is printed.
    let part = try Self.report(0, 8)
    #expect(!part.isUnseen && part.hasIllegibleParts && part.unreadSections.count == 3)
  }

  @Test("A few invisible pieces of text are no scan")
  func few() throws {
    let report = try Self.report(7, 7)
    #expect(!report.isUnseen && !report.hasIllegibleParts && report.unreadSections.isEmpty)
  }
}
