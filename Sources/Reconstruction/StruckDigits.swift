// Reconstruction: a page and the lines drawn on it → the same, digits that a line strikes out marked as not to be relied on.
import DocumentModel

enum StruckDigits {
  /// A line strikes a digit out where it runs this near its middle, as a share of its height. The boxes of some fonts are much taller than their
  /// characters, and hold the edges of the row: of longer lines than a number has it is a share of the digit's size.
  private static let near = 0.18
  /// So many sizes of a digit.
  private static let long = 2.2

  static func marked(_ page: Page, rulings: [Ruling]) -> Page {
    let lines = rulings.filter { $0.isHorizontal && $0.kind == .line }.sorted { $0.position < $1.position }
    guard !lines.isEmpty else { return page }
    let positions = lines.map(\.position)
    var result = page
    for (index, glyph) in page.glyphs.enumerated() where Wording.isDigit(glyph.character) {
      let middle = glyph.box.midY
      let slack = near * glyph.box.height
      let size = LineAssembler.size(glyph)
      var low = 0
      var high = positions.count
      while low < high {
        let half = (low + high) / 2
        if positions[half] < middle - slack { low = half + 1 } else { high = half }
      }
      while low < lines.count, positions[low] <= middle + slack {
        let line = lines[low]
        if line.start < glyph.box.midX, glyph.box.midX < line.end,
          line.end - line.start <= long * size || abs(line.position - middle) <= near * size
        {
          result.glyphs[index].isHidden = true
        }
        low += 1
      }
    }
    return result
  }
}
