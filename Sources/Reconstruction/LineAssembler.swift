// Reconstruction: characters of a page → lines and runs, by place alone.
import DocumentModel

/// A run of characters that stand close together on one line.
struct Run: Hashable, Sendable {
  var glyphs: [Glyph]
  var box: Rectangle

  var text: String {
    var view = String.UnicodeScalarView()
    for glyph in glyphs { view.append(glyph.character) }
    return String(view)
  }
}

/// A printed line: runs from left to right.
struct PrintedLine: Hashable, Sendable {
  var runs: [Run]
  var box: Rectangle
  var page: Int

  /// The text without spaces between the runs.
  var text: String { runs.map(\.text).joined() }
  var place: Place { .page(page, box) }
}

enum LineAssembler {
  /// Characters belong to one line where they overlap vertically by at least this share of the lower one's height.
  private static let sameLine = 0.5
  /// A gap wider than this share of the character height ends a run (a space between words is about a quarter).
  private static let runGap = 0.7

  /// Lines from top to bottom.
  static func lines(_ glyphs: [Glyph], page: Int, gap: Double = runGap) -> [PrintedLine] {
    var lines: [[Glyph]] = []
    var bounds: [Rectangle] = []
    for glyph in glyphs.sorted(by: { ($0.box.midY, $0.box.left) < ($1.box.midY, $1.box.left) }) {
      var target: Int?
      // The newest lines are the only ones that can take it: they are sorted by their middle.
      for index in lines.indices.reversed().prefix(6) {
        let overlap = bounds[index].verticalOverlap(glyph.box)
        if overlap >= sameLine * min(bounds[index].height, glyph.box.height) {
          target = index
          break
        }
      }
      if let target {
        lines[target].append(glyph)
        // The line keeps the extent of its usual characters: a tall bracket must not swallow the next line.
        let box = bounds[target].union(glyph.box)
        let tallest = max(bounds[target].height, glyph.box.height)
        bounds[target] =
          box.height <= 1.35 * tallest
          ? box
          : Rectangle(left: box.left, top: bounds[target].top, right: box.right, bottom: bounds[target].bottom)
      } else {
        lines.append([glyph])
        bounds.append(glyph.box)
      }
    }
    return lines.map { line($0, page: page, gap: gap) }.sorted { ($0.box.midY, $0.box.left) < ($1.box.midY, $1.box.left) }
  }

  private static func line(_ glyphs: [Glyph], page: Int, gap: Double) -> PrintedLine {
    let sorted = glyphs.sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
    var runs: [Run] = []
    for glyph in sorted {
      if let last = runs.last, glyph.box.left - last.box.right <= gap * max(last.box.height, glyph.box.height) * 0.8 {
        runs[runs.count - 1].glyphs.append(glyph)
        runs[runs.count - 1].box = last.box.union(glyph.box)
      } else {
        runs.append(Run(glyphs: [glyph], box: glyph.box))
      }
    }
    return PrintedLine(runs: runs, box: sorted.map(\.box).bounds()!, page: page)
  }
}
