import DocumentModel
import Testing

@testable import Extraction

/// Pages whose letters are not as large as letters are.
@Suite struct PageScaleTests {
  /// A page with a character of each of these heights, in points.
  private static func page(_ number: Int, _ heights: [Double]) -> Page {
    let glyphs = heights.enumerated().map { index, height in
      let left = 20.0 * Double(index)
      return Glyph(character: "8", box: Rectangle(left: left, top: 100, right: left + 5, bottom: 100 + height))
    }
    return Page(number: number, width: 300, height: 400, glyphs: glyphs)
  }

  @Test(
    "Pages of small or large letters are scaled alike, as the columns of a table go on from page to page",
    arguments: [[5.0, 6.5], [90, 120]])
  func alike(heights: [Double]) {
    let small = heights[0]
    let pages = PageScale.usual([Self.page(1, [small, small, small]), Self.page(2, [heights[1], small])])
    #expect(pages[0].scale == pages[1].scale)
    #expect(abs(pages[0].scale - 12 / small) < 1e-9)
    #expect(abs(pages[1].glyphs[1].box.height - 12) < 1e-9)
    #expect(abs(pages[0].width - 300 * 12 / small) < 1e-9)
  }

  @Test("Pages of letters as large as letters are stay as they are, small tables too")
  func asTheyAre() {
    let pages = [Self.page(1, [12, 14, 16, 14]), Self.page(2, [6.5, 7])]
    let same = PageScale.usual(pages)
    #expect(same.map(\.glyphs) == pages.map(\.glyphs))
    #expect(same.map(\.scale) == [1, 1])
    #expect(PageScale.usual([]).isEmpty)
  }

  @Test("A page that is far from the size of the others is brought to it")
  func poster() {
    let pages = PageScale.usual([Self.page(1, [12, 14, 16, 14]), Self.page(2, [120, 120, 120])])
    #expect(pages[0].scale == 1)
    #expect(abs(pages[1].scale - 0.1) < 1e-9)
  }
}
