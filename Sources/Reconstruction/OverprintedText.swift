// Reconstruction: the characters of pages → whether text stands on text.
import DocumentModel

/// Text that is printed over other text of its size (a page that a word processor laid over another one) is read as neither: lines mix the
/// characters of both, and headings and tables are lost in them.
enum OverprintedText {
  /// Characters on others, on one page. A stamp over a line or a note in the margin has fewer.
  private static let least = 20
  /// So much of a character lies under another one.
  private static let share = 0.35
  /// A stamp or watermark is larger than the text, by more than this factor.
  private static let alike = 1.6

  /// The pages, by number, on which that is so.
  static func pages(_ pages: [Page]) -> [Int] {
    pages.filter { count($0.glyphs) >= least }.map(\.number)
  }

  /// How many ideographs lie on another one. Bold print that is set twice is the same character on itself.
  private static func count(_ glyphs: [Glyph]) -> Int {
    let text = glyphs.filter { !$0.isHidden && Wording.isIdeograph($0.character) }.sorted { $0.box.left < $1.box.left }
    var on = 0
    for (index, glyph) in text.enumerated() {
      let area = glyph.box.width * glyph.box.height
      let isOn = text[(index + 1)...].lazy.prefix { $0.box.left < glyph.box.right }.contains { other in
        guard other.character != glyph.character, other.box.height < alike * glyph.box.height,
          glyph.box.height < alike * other.box.height
        else { return false }
        let width = min(glyph.box.right, other.box.right) - other.box.left
        let height = min(glyph.box.bottom, other.box.bottom) - max(glyph.box.top, other.box.top)
        return width > 0 && height > 0 && width * height > share * area
      }
      if isOn { on += 1 }
      if on >= least { break }
    }
    return on
  }
}
