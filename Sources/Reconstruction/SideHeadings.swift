// Reconstruction: headings in a narrow column at the side of their sections → the same on a line over what they stand beside.
import DocumentModel
import Statute

/// Reports also set each heading in a column of its own at the left of its section, where it wraps after a few characters. Line by line it would run into
/// the text, or into the table, beside it. It is put on one line over them, and stays within its column, where no cell holds it.
enum SideHeadings {
  /// The column is no wider than this share of the page.
  private static let widest = 0.3
  /// All these in sizes of a character: the characters of one line stand no further apart,
  private static let gap = 0.4
  /// its lines begin no further from below one another, are no further apart,
  private static let edge = 0.6
  private static let spacing = 2.5
  /// nor longer than the first one by more;
  private static let longer = 1.3
  /// so far over the line in which it begins it is put; and an edge that begins so near over that line is the top of the table beside it.
  private static let over = 0.6
  private static let top = 1.6
  /// With this many sizes between it and the edge at its left it is no cell of a form.
  private static let margin = 10.0
  /// Lines of what it stands beside come between its own.
  private static let mostLines = 40

  /// The page with such headings over their sections; nil where there is none.
  static func raised(_ page: Page, lines: [PrintedLine], rulings: [Ruling]) -> Page? {
    var removed: Set<Glyph> = []
    var added: [Glyph] = []
    // A report has no more headings.
    var left = SectionID.allCases.count
    for index in lines.indices where left > 0 && Headings.mayStart(lines[index]) {
      guard let heading = heading(lines, at: index, page: page) else { continue }
      left -= 1
      if isInCell(heading[0], rulings) { continue }
      removed.formUnion(heading)
      added += onLine(heading, rulings)
    }
    guard !added.isEmpty else { return nil }
    var page = page
    page.glyphs = page.glyphs.filter { !removed.contains($0) } + added
    return page
  }

  /// The characters of the heading that begins in that line, if it goes on under itself and stands beside something.
  private static func heading(_ lines: [PrintedLine], at index: Int, page: Page) -> [Glyph]? {
    let start = Array(lines[index].runs.flatMap(\.glyphs).prefix(2).map(\.character))
    guard start.count == 2, let id = SectionID.allCases.first(where: { $0.numeral.unicodeScalars.first == start[0] })
    else { return nil }
    let found = HeadingTitles.wordings(of: id).lazy.filter { $0.unicodeScalars.dropFirst().first == start[1] }
      .compactMap { self.heading(Array($0.unicodeScalars), lines[index...].prefix(mostLines), page) }
    return found.max { $0.count < $1.count }
  }

  private static func heading(_ wording: [Unicode.Scalar], _ lines: ArraySlice<PrintedLine>, _ page: Page) -> [Glyph]? {
    guard let start = lines.first?.runs.first?.glyphs.first else { return nil }
    let size = LineAssembler.size(start)
    var rest = wording[...]
    var result: [Glyph] = []
    var (limit, last) = (start.box.left + widest * page.width, start.box.midY)
    var isBeside = false
    for line in lines {
      guard let first = line.runs.first?.glyphs.first, first.box.midY - last <= spacing * size else { break }
      guard abs(first.box.left - start.box.left) <= edge * size else {
        // What stands under a heading that wraps is not beside it.
        isBeside = isBeside || !rest.isEmpty && first.box.left > limit
        continue
      }
      // Something else is in the column.
      if rest.isEmpty { return first.box.midY - last > spacing / 2 * size || Headings.mayStart(line) ? found() : nil }
      let own = characters(of: rest, in: line, within: limit, gap: gap * size)
      guard let end = own.last else { return nil }
      if result.isEmpty { limit = min(limit, end.box.right + longer * size) }
      isBeside = isBeside || line.runs.contains { $0.glyphs.contains { $0.box.left > end.box.right } }
      result += own
      rest = rest.dropFirst(own.count)
      let next = line.runs.lazy.flatMap(\.glyphs).dropFirst(own.count).first
      // The title goes on.
      if rest.isEmpty, let next, next.box.left - end.box.right < gap / 2 * size { return nil }
      last = first.box.midY
    }
    func found() -> [Glyph]? {
      isBeside && rest.isEmpty && result.contains { $0.box.midY - start.box.midY > size / 2 } ? result : nil
    }
    return found()
  }

  /// The first characters of the line that go on with these.
  private static func characters(
    of wording: ArraySlice<Unicode.Scalar>, in line: PrintedLine, within limit: Double, gap: Double
  ) -> [Glyph] {
    var result: [Glyph] = []
    for (glyph, scalar) in zip(line.runs.lazy.flatMap(\.glyphs), wording) {
      guard glyph.character == scalar, glyph.box.midX <= limit,
        result.last.map({ glyph.box.left - $0.box.right <= gap }) ?? true
      else { break }
      result.append(glyph)
    }
    return result
  }

  /// True where an edge stands at its left: in a form the cell is its place.
  private static func isInCell(_ glyph: Glyph, _ rulings: [Ruling]) -> Bool {
    let size = LineAssembler.size(glyph)
    return rulings.contains { edge in
      !edge.isHorizontal && edge.start < glyph.box.midY && edge.end > glyph.box.midY
        && edge.position <= glyph.box.left && edge.position > glyph.box.left - margin * size
    }
  }

  /// The characters side by side, as wide together as the column.
  private static func onLine(_ heading: [Glyph], _ rulings: [Ruling]) -> [Glyph] {
    let first = heading[0].box
    let size = LineAssembler.size(heading[0])
    let right = heading.map(\.box.right).max() ?? first.right
    // One that runs over the column ends a table above.
    let edges = rulings.lazy.filter { $0.isHorizontal && $0.start > right - size && $0.start < right + margin * size }
      .map(\.position).filter { $0 < first.midY && $0 > first.midY - top * size }
    let middle = min(first.midY - over * size, (edges.min() ?? first.midY) - 1)
    let width = (right - first.left) / Double(heading.count)
    return heading.enumerated().map { index, glyph in
      var glyph = glyph
      glyph.box.left = first.left + width * Double(index)
      glyph.box.right = glyph.box.left + width
      glyph.box.top = middle - size / 2
      glyph.box.bottom = middle + size / 2
      return glyph
    }
  }
}
