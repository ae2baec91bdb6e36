import DocumentModel
import Testing

@testable import Reconstruction

/// Text that the page does not show is known by where it starts.
@Suite struct PageCleanerTests {
  private static func page(_ glyphs: [(Unicode.Scalar, left: Double, height: Double)]) -> Page {
    Page(
      number: 1, width: 595, height: 842,
      glyphs: glyphs.map { character, left, height in
        Glyph(character: character, box: Rectangle(left: left, top: 100, right: left + 5, bottom: 100 + height))
      })
  }

  private static func hidden(_ page: Page) -> [Bool] {
    PageCleaner.marked(page, hidden: [HiddenText(x: 100, y: 108, isInvisible: false)]).glyphs.map(\.isHidden)
  }

  @Test("What goes on from a hidden character is hidden with it; what stands apart or in another size is not")
  func goesOn() {
    #expect(Self.hidden(Self.page([("2", 100, 10), ("1", 105, 10), ("5", 110.5, 10)])) == [true, true, true])
    #expect(Self.hidden(Self.page([("2", 100, 10), ("1", 120, 10)])) == [true, false])
    #expect(Self.hidden(Self.page([("2", 100, 10), ("1", 105, 16)])) == [true, false])
  }

  @Test("Places and sizes that no page has end nothing", arguments: [1e6, 1e20, .infinity, .nan])
  func absurd(height: Double) {
    #expect(Self.hidden(Self.page([("2", 100, height), ("1", 105, 10)])).count == 2)
    #expect(Self.hidden(Self.page([("2", 100, 10), ("1", height, 10)])).count == 2)
  }

  @Test(
    "Equal digits beside one another are two however small they are; one that is printed twice is one",
    arguments: [(0.6, 1.3, 0.6, 2), (0.6, 1.3, 0.1, 1), (5.0, 10.0, 5.0, 2), (5, 10, 0.5, 1)])
  func small(width: Double, height: Double, step: Double, count: Int) {
    let glyphs = [0, step].map { offset in
      Glyph(
        character: "0",
        box: Rectangle(left: 100 + offset, top: 100, right: 100 + offset + width, bottom: 100 + height))
    }
    #expect(PageCleaner.clean(Page(number: 1, width: 595, height: 842, glyphs: glyphs)).glyphs.count == count)
  }
}
