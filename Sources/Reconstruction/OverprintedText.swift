// Reconstruction: the characters of pages → whether text stands on text.
import DocumentModel
import ReportModel

/// Text that is printed over other text of its size (a page that a word processor laid over another one) is read as neither: lines mix the
/// characters of both, and headings and tables are lost in them.
enum OverprintedText {
  /// Characters on others, on one page. A stamp over a line or a note in the margin has fewer.
  private static let least = 20
  /// A character lies on another one where their middles are nearer than this, in sizes of a character. The boxes of some fonts are much taller
  /// than their characters, and overlap from line to line.
  private static let near = 0.6
  /// A stamp or watermark is larger than the text, by more than this factor.
  private static let alike = 1.6

  /// More characters do not begin within one's width, but on a page that means no good.
  private static let mostBeside = 200

  /// The pages, by number, on which that is so.
  /// - Parameter tables: where all cells of a table were read, nothing else lies in it: its narrow headers may run over one another.
  static func pages(_ pages: [Page], beside tables: [Table] = []) -> [Int] {
    let read = tables.filter { $0.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state != .unread } } }
    return pages.filter { page in
      let areas = read.flatMap(\.places).compactMap { place in
        if case .page(page.number, let box) = place { box } else { nil }
      }
      return count(
        page.glyphs.filter { glyph in !areas.contains { $0.contains(x: glyph.box.midX, y: glyph.box.midY) } })
        >= least
    }.map(\.number)
  }

  /// How many ideographs lie on another one. Bold print that is set twice is the same character on itself.
  private static func count(_ glyphs: [Glyph]) -> Int {
    let text = glyphs.filter { !$0.isHidden && Wording.isIdeograph($0.character) }.sorted { $0.box.midX < $1.box.midX }
    var on = 0
    for (index, glyph) in text.enumerated() {
      let size = LineAssembler.size(glyph)
      let isOn = text[(index + 1)...].prefix(mostBeside).lazy.prefix { $0.box.midX - glyph.box.midX < near * size }
        .contains { other in
          other.character != glyph.character && abs(other.box.midY - glyph.box.midY) < near * size
            && max(size, LineAssembler.size(other)) < alike * min(size, LineAssembler.size(other))
        }
      if isOn { on += 1 }
      if on >= least { break }
    }
    return on
  }
}
