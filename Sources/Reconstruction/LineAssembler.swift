// Reconstruction: characters of a page → lines and runs, by place alone.
import DocumentModel

/// A run of characters that stand close together on one line.
struct Run: Hashable, Sendable {
  var glyphs: [Glyph]
  var box: Rectangle

  var text: String { String(scalars: glyphs.lazy.map(\.character)) }
}

/// A printed line: runs from left to right.
struct PrintedLine: Hashable, Sendable {
  var runs: [Run]
  var box: Rectangle
  var page: Int

  /// The text without spaces between the runs.
  var text: String { String(scalars: runs.lazy.flatMap(\.glyphs).map(\.character)) }
  var place: Place { .page(page, box) }
  /// The widest gap between two digits, in character sizes.
  var widestGap: Double {
    let gaps = zip(runs, runs.dropFirst()).compactMap { before, after -> Double? in
      guard let last = before.glyphs.last, let first = after.glyphs.first, Wording.isDigit(last.character),
        Wording.isDigit(first.character)
      else { return nil }
      return after.box.left - before.box.right
    }
    guard let widest = gaps.max() else { return 0 }
    return widest / (runs.lazy.flatMap(\.glyphs).map(LineAssembler.size).max() ?? 1)
  }
}

enum LineAssembler {
  /// Characters stand on one line where their middles differ by no more than this share of the smaller one's size. Boxes of characters
  /// reach over the font's ascent and descent, in some fonts over twice the size: whether they overlap says nothing.
  private static let sameLine = 0.45
  /// A gap wider than this share of the character size ends a run (a space between words is about a quarter).
  private static let runGap = 0.55

  /// The size of a character in points: an ideograph is as wide as it is large; of others only the height is known.
  static func size(_ glyph: Glyph) -> Double {
    if Wording.isIdeograph(glyph.character) { return max(1, min(glyph.box.height, glyph.box.width)) }
    return max(1, min(glyph.box.height, 2.2 * max(glyph.box.width, 2)))
  }

  /// Lines from top to bottom.
  static func lines(_ glyphs: [Glyph], page: Int, gap: Double = runGap) -> [PrintedLine] {
    struct Open {
      var glyphs: [Glyph]
      var middle: Double
      var size: Double
    }
    var lines: [Open] = []
    for glyph in glyphs.sorted(by: { ($0.box.midY, $0.box.left) < ($1.box.midY, $1.box.left) }) {
      let middle = glyph.box.midY
      let size = size(glyph)
      // Sorted by their middle, only the newest lines can take it.
      var target: Int?
      for index in lines.indices.reversed().prefix(3) {
        if middle - lines[index].middle <= sameLine * min(lines[index].size, max(size, 0.6 * lines[index].size)) {
          target = index
          break
        }
      }
      if let target {
        let count = Double(lines[target].glyphs.count)
        lines[target].middle = (lines[target].middle * count + middle) / (count + 1)
        lines[target].size = max(lines[target].size, size)
        lines[target].glyphs.append(glyph)
      } else {
        lines.append(Open(glyphs: [glyph], middle: middle, size: size))
      }
    }
    return lines.map { line($0.glyphs, page: page, gap: gap * $0.size) }
      .sorted { ($0.box.midY, $0.box.left) < ($1.box.midY, $1.box.left) }
  }

  /// `gap` in points.
  private static func line(_ glyphs: [Glyph], page: Int, gap: Double) -> PrintedLine {
    let sorted = glyphs.sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
    var runs: [Run] = []
    for glyph in sorted {
      if let end = runs.last?.box, glyph.box.left - end.right <= gap {
        runs[runs.count - 1].glyphs.append(glyph)
        runs[runs.count - 1].box = end.union(glyph.box)
      } else {
        runs.append(Run(glyphs: [glyph], box: glyph.box))
      }
    }
    return PrintedLine(runs: runs, box: sorted.lazy.map(\.box).bounds()!, page: page)
  }
}
