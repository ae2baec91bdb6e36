// Reconstruction: a page → the same without characters so large that others stand in them.
import DocumentModel

/// Words such as 草稿 are printed over or under a page, many times as large as what it says, and upright: lines would be made up of both.
enum OversizedText {
  /// So many times as high as the page's characters are.
  private static let large = 4.0
  /// And with so many of them within.
  private static let fewest = 3

  /// nil where the page has none.
  static func removed(_ page: Page) -> Page? {
    let mean = page.glyphs.reduce(0) { $0 + $1.box.height } / Double(max(1, page.glyphs.count))
    func isLarge(_ glyph: Glyph) -> Bool { glyph.box.height >= large * mean }
    let marks = page.glyphs.filter { glyph in
      isLarge(glyph)
        && page.glyphs.lazy.filter { !isLarge($0) && glyph.box.contains(x: $0.box.midX, y: $0.box.midY) }
          .prefix(fewest).count == fewest
    }
    guard !marks.isEmpty, marks.count <= most else { return nil }
    var result = page
    result.glyphs.removeAll { glyph in isLarge(glyph) && marks.contains(glyph) }
    return result
  }
  /// More of them are no watermark.
  private static let most = 60
}
