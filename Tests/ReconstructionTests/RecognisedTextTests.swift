// Scanned pages with a text layer → a report of which nothing is missing for certain.
import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct RecognisedTextTests {
  /// A report of which one section was found, on two pages with so many pieces of invisible text.
  private static func report(_ first: Int, _ second: Int) -> Report {
    let report = Report(sections: [
      Section(
        id: .overview, heading: "一、总体情况", numeral: 1,
        place: .page(1, Rectangle(left: 60, top: 80, right: 300, bottom: 94)), lines: [])
    ])
    let text = DrawnTable.line("政府信息公开", x: 60, y: 100)
    let document = Document(
      content: .pages((1...2).map { Page(number: $0, width: 600, height: 800, glyphs: $0 == 1 ? text + text : text) }),
      hiddenText: { number in
        (0..<(number == 1 ? first : second)).map { HiddenText(x: 60, y: 100 + Double($0), isInvisible: true) }
      })
    return RecognisedText.acquitted(report, document)
  }

  @Test("What the text of scanned pages does not say is not missing from them")
  func scanned() {
    let whole = Self.report(8, 8)
    #expect(whole.isRecognised && whole.hasIllegibleParts && whole.unreadSections.count == 5)
    // The smaller part of the text is recognised: the rest is printed.
    let part = Self.report(0, 8)
    #expect(!part.isRecognised && part.hasIllegibleParts && part.unreadSections.count == 5)
  }

  @Test("A few invisible pieces of text are no scan")
  func few() {
    let report = Self.report(7, 7)
    #expect(!report.isRecognised && !report.hasIllegibleParts && report.unreadSections.isEmpty)
  }
}
