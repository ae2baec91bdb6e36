// Extraction: a page as displayed → the same at a usual size, where its letters are not as large as letters are.
import DocumentModel

/// Pages are also printed as posters, or as stamps: reading measures in points, and knows letters between these sizes.
enum PageScale {
  /// Heights of characters in points, over the font's ascent and descent.
  private static let usual = 4.5...45.0
  /// Pages at other sizes are brought to this one.
  private static let middle = 12.0

  /// The page, larger or smaller; the page itself where its characters are of a usual size.
  static func usual(_ page: Page) -> Page {
    // Whether the one in the middle is unusual shows without sorting them.
    var (all, small, large) = (0, 0, 0)
    for glyph in page.glyphs where glyph.box.height.isFinite && glyph.box.height > 0 {
      all += 1
      if glyph.box.height < usual.lowerBound { small += 1 }
      if glyph.box.height > usual.upperBound { large += 1 }
    }
    guard small > all / 2 || all - large <= all / 2, all > 0 else { return page }
    let heights = page.glyphs.lazy.map(\.box.height).filter { $0.isFinite && $0 > 0 }.sorted()
    let scale = middle / heights[heights.count / 2]
    guard scale.isFinite, (0.001...1_000).contains(scale) else { return page }
    var result = page
    result.scale = scale
    (result.width, result.height) = (page.width * scale, page.height * scale)
    for index in result.glyphs.indices { result.glyphs[index].box = result.glyphs[index].box.scaled(by: scale) }
    return result
  }
}
