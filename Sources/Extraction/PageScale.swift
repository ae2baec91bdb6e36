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
    let heights = page.glyphs.lazy.map(\.box.height).filter { $0.isFinite && $0 > 0 }.sorted()
    guard !heights.isEmpty, !usual.contains(heights[heights.count / 2]) else { return page }
    let scale = middle / heights[heights.count / 2]
    guard scale.isFinite, (0.001...1_000).contains(scale) else { return page }
    var result = page
    result.scale = scale
    (result.width, result.height) = (page.width * scale, page.height * scale)
    for index in result.glyphs.indices { result.glyphs[index].box = result.glyphs[index].box.scaled(by: scale) }
    return result
  }
}
