// Extraction: pages as displayed → the same at a usual size, where their letters are not as large as letters are.
import DocumentModel

/// Pages are also printed as posters, as stamps, or two on a sheet: reading measures in points, and knows letters of these sizes.
enum PageScale {
  /// Heights of most characters of a document in points, over the font's ascent and descent.
  private static let usual = 8.0...45.0
  /// Those of a single page: the tables of a report are often printed smaller than its text.
  private static let usualOnPage = 4.5...45.0
  /// Pages at other sizes are brought to this one.
  private static let middle = 12.0

  /// The pages, larger or smaller, as they are where their characters are of a usual size. The columns of a table go on from page to page, so that
  /// all pages are scaled alike, but for one that is still far from the size.
  static func usual(_ pages: [Page]) -> [Page] {
    let scale = scale(of: pages, usual: usual)
    let alike = scale == 1 ? pages : pages.map { scaled($0, by: scale) }
    return alike.map { scaled($0, by: self.scale(of: [$0], usual: usualOnPage)) }
  }

  /// What brings characters whose middle height is out of these bounds to the usual one; 1 for others.
  private static func scale(of pages: [Page], usual: ClosedRange<Double>) -> Double {
    // Whether the one in the middle is unusual shows without sorting them.
    var (all, small, large) = (0, 0, 0)
    for page in pages {
      for glyph in page.glyphs where glyph.box.height.isFinite && glyph.box.height > 0 {
        all += 1
        if glyph.box.height < usual.lowerBound { small += 1 }
        if glyph.box.height > usual.upperBound { large += 1 }
      }
    }
    guard small > all / 2 || all - large <= all / 2, all > 0 else { return 1 }
    let heights = pages.lazy.flatMap(\.glyphs).map(\.box.height).filter { $0.isFinite && $0 > 0 }.sorted()
    let scale = middle / heights[heights.count / 2]
    return scale.isFinite && (0.001...1_000).contains(scale) ? scale : 1
  }

  private static func scaled(_ page: Page, by scale: Double) -> Page {
    guard scale != 1 else { return page }
    var result = page
    result.scale *= scale
    (result.width, result.height) = (page.width * scale, page.height * scale)
    for index in result.glyphs.indices { result.glyphs[index].box = result.glyphs[index].box.scaled(by: scale) }
    return result
  }
}
