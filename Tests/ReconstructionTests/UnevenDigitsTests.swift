import DocumentModel
import Testing

@testable import Reconstruction

@Suite struct UnevenDigitsTests {
  private static func glyphs(_ text: String, heights: [Double]) -> [Glyph] {
    zip(text.unicodeScalars, heights).enumerated().map { index, element in
      let left = 6 * Double(index)
      return Glyph(character: element.0, box: Rectangle(left: left, top: 100 - element.1, right: left + 5, bottom: 100))
    }
  }

  @Test(
    "Digits of different sizes are not one number",
    arguments: [
      ("12", [10.0, 10.0], false), ("121", [10.0, 10.0, 4.0], true), ("1.5", [10.0, 2.0, 10.0], false),
      ("7件", [10.0, 14.0], false), ("21", [10.0, 9.0], false), ("5", [10.0], false), ("20", [1.0, 10.0], true),
    ])
  func sizes(text: String, heights: [Double], isHidden: Bool) {
    #expect(UnevenDigits.isHidden(Self.glyphs(text, heights: heights)) == isHidden)
  }

  @Test("A raised digit is a mark, though it is nearly as large", arguments: [(0.0, false), (1.0, false), (4.0, true)])
  func raised(by points: Double, isHidden: Bool) {
    var glyphs = Self.glyphs("12", heights: [12, 11])
    glyphs[1].box.top -= points
    glyphs[1].box.bottom -= points
    #expect(UnevenDigits.isHidden(glyphs) == isHidden)
  }

  @Test("Digits printed over one another are no number", arguments: [(0.0, false), (1.0, false), (3.0, true)])
  func overprinted(by points: Double, isHidden: Bool) {
    var glyphs = Self.glyphs("12", heights: [10, 10])
    glyphs[1].box.left -= 1 + points
    glyphs[1].box.right -= 1 + points
    #expect(UnevenDigits.isHidden(glyphs) == isHidden)
  }

  @Test("What the page does not show hides the whole")
  func hidden() {
    var glyphs = Self.glyphs("12", heights: [10, 10])
    glyphs[1].isHidden = true
    #expect(UnevenDigits.isHidden(glyphs))
  }
}
