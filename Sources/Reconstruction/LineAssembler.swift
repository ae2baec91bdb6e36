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
  var text: String {
    runs.count == 1 ? runs[0].text : String(scalars: runs.lazy.flatMap(\.glyphs).map(\.character))
  }
  var place: Place { .page(page, box) }
  /// The widest gap between two digits, or one and a stroke that stands for no number, in character sizes.
  var widestGap: Double {
    let gaps = zip(runs, runs.dropFirst()).compactMap { before, after -> Double? in
      guard let last = before.glyphs.last, let first = after.glyphs.first, Self.isOfValue(last.character),
        Self.isOfValue(first.character)
      else { return nil }
      return after.box.left - before.box.right
    }
    guard let widest = gaps.max() else { return 0 }
    return widest / (runs.lazy.flatMap(\.glyphs).map(LineAssembler.size).max() ?? 1)
  }

  private static func isOfValue(_ scalar: Unicode.Scalar) -> Bool {
    Wording.isDigit(scalar) || "-－−–—/".unicodeScalars.contains(scalar)
  }
}

enum LineAssembler {
  /// Characters stand on one line where their middles differ by no more than this share of the smaller one's size. Boxes of characters
  /// reach over the font's ascent and descent, in some fonts over twice the size: whether they overlap says nothing.
  private static let sameLine = 0.45
  /// Middles that differ by no more than this, in points, are on one line whatever the size.
  private static let level = 0.1
  /// A gap wider than this share of the character size ends a run (a space between words is about a quarter).
  private static let runGap = 0.55

  /// The size of a character in points: an ideograph is as wide as it is large; of others only the height is known.
  static func size(_ glyph: Glyph) -> Double {
    if Wording.isIdeograph(glyph.character) { return max(1, min(glyph.box.height, glyph.box.width)) }
    return max(1, min(glyph.box.height, 2.2 * max(glyph.box.width, 2)))
  }

  /// Lines from top to bottom.
  static func lines(_ glyphs: [Glyph], page: Int, gap: Double = runGap) -> [PrintedLine] {
    if glyphs.count == 1 {
      return [PrintedLine(runs: [Run(glyphs: glyphs, box: glyphs[0].box)], box: glyphs[0].box, page: page)]
    }
    // The characters of most cells stand on one line.
    if let first = glyphs.first, glyphs.allSatisfy({ abs($0.box.midY - first.box.midY) <= level }) {
      return [line(glyphs, page: page, gap: gap * glyphs.reduce(0) { max($0, size($1)) })]
    }
    struct Open {
      var glyphs: [Glyph]
      var middle: Double
      var size: Double
    }
    var lines: [Open] = []
    for glyph in sorted(glyphs, by: { ($0.box.midY, $0.box.left) < ($1.box.midY, $1.box.left) }) {
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
        var first: [Glyph] = []
        first.reserveCapacity(min(glyphs.count, 48))
        first.append(glyph)
        lines.append(Open(glyphs: first, middle: middle, size: size))
      }
    }
    return lines.map { line($0.glyphs, page: page, gap: gap * $0.size) }
      .sorted { ($0.box.midY, $0.box.left) < ($1.box.midY, $1.box.left) }
  }

  /// `gap` in points.
  private static func line(_ glyphs: [Glyph], page: Int, gap: Double) -> PrintedLine {
    let sorted = sorted(glyphs) { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
    var runs: [Run] = []
    var start = 0
    var box = sorted[0].box
    for index in 1...sorted.count {
      if index < sorted.count, sorted[index].box.left - box.right <= gap {
        box = box.union(sorted[index].box)
        continue
      }
      runs.append(Run(glyphs: start == 0 && index == sorted.count ? sorted : Array(sorted[start..<index]), box: box))
      guard index < sorted.count else { break }
      start = index
      box = sorted[index].box
    }
    return PrintedLine(runs: runs, box: runs.count == 1 ? box : runs.lazy.map(\.box).bounds()!, page: page)
  }

  /// In order; most are already.
  private static func sorted(_ glyphs: [Glyph], by precedes: (Glyph, Glyph) -> Bool) -> [Glyph] {
    for index in glyphs.indices.dropFirst() where precedes(glyphs[index], glyphs[index - 1]) {
      return glyphs.sorted(by: precedes)
    }
    return glyphs
  }
}
