import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Text that stands on other text.
@Suite struct OverprintedTextTests {
  private static let sentence = "全年围绕群众关心的事项主动公开政府信息并及时回应社会关切"
  private static let other = "存在的不足是栏目更新较慢下一步将加强人员培训提高办理质量"

  private static func tall(_ glyphs: [Glyph]) -> [Glyph] {
    glyphs.map { glyph in
      var glyph = glyph
      (glyph.box.top, glyph.box.bottom) = (glyph.box.top - 4, glyph.box.bottom + 4)
      return glyph
    }
  }

  private static func document(_ over: [Glyph]) -> Document {
    Document(
      content: .pages([
        Page(
          number: 1, width: 600, height: 800,
          glyphs: DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14)
            + DrawnTable.line("一、总体情况", x: 60, y: 60) + DrawnTable.line(sentence, x: 60, y: 80) + over)
      ]), rulings: { _ in [] })
  }

  @Test(
    "Sections that are not found are not missing where text lies on text",
    arguments: [
      ("other text, a little lower", DrawnTable.line(other, x: 63, y: 82), true),
      ("the same text again, as bold", DrawnTable.line(sentence, x: 60.3, y: 80), false),
      ("a stamp of larger characters", DrawnTable.line(String(other.prefix(24)), x: 60, y: 72, size: 18), false),
      ("a few characters", DrawnTable.line(String(other.prefix(12)), x: 63, y: 82), false),
      ("the line below", DrawnTable.line(other, x: 60, y: 86), false),
      ("the line below, in boxes taller than its characters", tall(DrawnTable.line(other, x: 60, y: 86)), false),
    ] as [(String, [Glyph], Bool)])
  func laid(what: String, over: [Glyph], isIllegible: Bool) throws {
    let report = try Reconstructor.reconstruct(Self.document(over))
    #expect(report.unreadSections.contains(.others) == isIllegible, "\(what)")
    #expect(report.hasIllegibleParts == isIllegible)
  }

  @Test("Hidden text lies on nothing")
  func hidden() throws {
    let over = DrawnTable.line(Self.other, x: 63, y: 82).map { glyph in
      var glyph = glyph
      glyph.isHidden = true
      return glyph
    }
    #expect(try !Reconstructor.reconstruct(Self.document(over)).hasIllegibleParts)
  }

  @Test("In a table all of whose cells were read nothing else lies: its narrow headers may run over one another")
  func headers() {
    let glyphs = DrawnTable.line(Self.sentence, x: 60, y: 80) + DrawnTable.line(Self.other, x: 63, y: 82)
    let page = Page(number: 1, width: 600, height: 800, glyphs: glyphs)
    func table(_ state: Cell.State, on number: Int = 1) -> Table {
      Table(
        id: .reviewAndLitigation, template: .form2021,
        rows: [Row(id: .review, label: "", cells: [.init(column: .total, cell: Cell(state: state, text: "0"))])],
        places: [.page(number, Rectangle(left: 50, top: 70, right: 560, bottom: 200))])
    }
    #expect(OverprintedText.pages([page]) == [1])
    #expect(OverprintedText.pages([page], beside: [table(.number)]) == [])
    #expect(OverprintedText.pages([page], beside: [table(.unread)]) == [1])
    #expect(OverprintedText.pages([page], beside: [table(.number, on: 2)]) == [1])
  }
}
