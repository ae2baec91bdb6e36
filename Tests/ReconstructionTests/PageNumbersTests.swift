import DocumentModel
import Testing

@testable import Reconstruction

@Suite struct PageNumbersTests {
  private static func glyphs(_ text: String, left: Double, top: Double) -> [Glyph] {
    text.unicodeScalars.enumerated().map { index, scalar in
      let x = left + 10 * Double(index)
      return Glyph(character: scalar, box: Rectangle(left: x, top: top, right: x + 9, bottom: top + 10))
    }
  }

  @Test(
    "The number of a page goes, a number of a table stays",
    arguments: [
      ("2/5", true), ("2 / 5", true), ("２／５", true), ("—2—", true), ("第2页共5页", true), ("第 2 页，共 5 页", true),
      ("3/5", false),
      ("2/6", false), ("2", false), ("—", false), ("-3-", false), ("-2", false),
    ])
  func lowestLine(text: String, isNumber: Bool) {
    let table = Self.glyphs("予以公开12", left: 60, top: 700)
    let page = Page(number: 2, width: 595, height: 842, glyphs: table + Self.glyphs(text, left: 280, top: 800))
    let removed = PageNumbers.removed(page, count: 5)
    #expect(removed.map { $0.glyphs.map(\.character) } == (isNumber ? table.map(\.character) : nil))
  }

  @Test(
    "A bare number goes where the pages count, and stays where they do not",
    arguments: [
      (["1", "2", "3"], true), (["7", "8", "9"], true), (["1", "1", "4"], false), (["1", "无", "无"], false),
    ])
  func bare(texts: [String], isNumber: Bool) {
    let table = Self.glyphs("予以公开12", left: 60, top: 700)
    let pages = texts.enumerated().map { index, text in
      Page(number: index + 1, width: 595, height: 842, glyphs: table + Self.glyphs(text, left: 500, top: 800))
    }
    let left = PageNumbers.withoutBare(pages).map(\.glyphs.count)
    #expect(left == pages.map { isNumber ? table.count : $0.glyphs.count })
  }

  @Test("Numbers at different heights count nothing")
  func otherHeight() {
    let pages = (1...2).map { n in
      Page(number: n, width: 595, height: 842, glyphs: Self.glyphs("\(n)", left: 500, top: 700 + 40 * Double(n)))
    }
    #expect(PageNumbers.withoutBare(pages).map(\.glyphs.count) == [1, 1])
  }

  @Test("Beside other words on its line it is none")
  func besideOthers() {
    let glyphs = Self.glyphs("其他", left: 60, top: 800) + Self.glyphs("2/5", left: 280, top: 803)
    #expect(PageNumbers.removed(Page(number: 2, width: 595, height: 842, glyphs: glyphs), count: 5) == nil)
  }

  @Test(
    "A page's number is told from a part of a number",
    arguments: [
      ("3", true), ("- 3 -", true), ("— 3 —", true), ("第 3 页 共 5 页", true), ("3/5", true), ("1，", false),
      ("24,", false),
      (",816", false), ("共", false),
    ])
  func parts(text: String, isNumber: Bool) {
    #expect(PageFlow.isPageNumber(text) == isNumber)
  }
}
