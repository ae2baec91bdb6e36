import DocumentModel
import ReportModel
import Testing

@testable import Reconstruction

@Suite struct LegibleTextTests {
  private static func page(_ text: String) -> Page {
    let glyphs = text.unicodeScalars.enumerated().map { index, scalar in
      let (column, row) = (Double(index % 30), Double(index / 30))
      return Glyph(
        character: scalar,
        box: Rectangle(left: 60 + 12 * column, top: 60 + 20 * row, right: 72 + 12 * column, bottom: 72 + 20 * row))
    }
    return Page(number: 1, width: 595, height: 842, glyphs: glyphs)
  }

  private static let notice = String(
    repeating: "为做好本镇森林防火工作，经研究决定自即日起实行值班巡查制度，各村每日上报情况。", count: 3)
  /// What codes of glyphs look like where they are taken for characters.
  private static let codes = String(
    String.UnicodeScalarView((0..<120).compactMap { Unicode.Scalar(0x3400 + UInt32($0 * 137 % 9000)) }))
  private static let marks = String(
    String.UnicodeScalarView((0..<120).compactMap { Unicode.Scalar(0x2701 + UInt32($0)) }))

  @Test(
    "Characters that are no text are told from text of another kind",
    arguments: [
      (notice, true),
      ("Minutes of the meeting held in the town hall on the second of May, with the members present.", true),
      ("議事録は本日午後に公開されました。ご確認のほどよろしくお願いいたします。次回の会議は来月の予定です。資料をご覧ください。", true), ("会议纪要", true),
      (codes, false), (marks, false), (String(repeating: "\u{FFFD}", count: 80) + "2024", false),
    ])
  func legible(text: String, isLegible: Bool) {
    #expect(LegibleText.isLegible([Self.page(text)]) == isLegible)
    let failure = #expect(throws: ReadingFailure.self) {
      try Reconstructor.reconstruct(Document(content: .pages([Self.page(text)])))
    }
    switch failure {
    case .undecodable: #expect(!isLegible)
    case .notAReport: #expect(isLegible)
    default: Issue.record("\(String(describing: failure))")
    }
  }

  @Test(
    "A text of which converters have left signs for characters says of no section that it is missing",
    arguments: [("\u{FFFD}", true), ("\u{0E}", true), ("", false)])
  func garbledText(sign: String, isGarbled: Bool) throws {
    let lines = ["临溪县人民政府2022年政府信息公开工作年度报告", "一、总体情况", "本机关\(sign)坚持公开为常态，\(sign)工作平稳有序。", "三、\(sign)申请情况"]
      .enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    #expect(LegibleText.isGarbled(lines) == isGarbled)
    let report = try Reconstructor.reconstruct(Document(content: .text(lines)))
    #expect(report.unreadSections.isSuperset(of: [.proactiveDisclosure, .problems, .others]) == isGarbled)
    #expect(report.hasIllegibleParts == isGarbled)
  }
}
