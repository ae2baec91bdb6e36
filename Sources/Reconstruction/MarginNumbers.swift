// Reconstruction: a page → the same without the numbers of its lines, where the margin counts them.
import DocumentModel

enum MarginNumbers {
  /// Fewer are no numbering of lines.
  private static let fewest = 8
  /// Beside the letters of columns so many are the numbers of rows.
  private static let fewestRows = 2

  /// The pages without such numbers: where one page counts its lines, the others do so in the same place, though they have few.
  static func removed(_ pages: [Page]) -> [Page] {
    let margins = pages.map(Margin.init)
    let edges = zip(pages, margins).compactMap { page, margin in
      margin.flatMap { isCounting($0, page) ? (left: $0.box.left, right: $0.box.right) : nil }
    }
    guard !edges.isEmpty else { return pages }
    return zip(pages, margins).map { page, margin in
      guard let margin, margin.isAscending else { return page }
      let isSame = edges.contains {
        abs($0.right - margin.box.right) <= level || abs($0.left - margin.box.left) <= level
      }
      return isSame ? removed(page, margin) : page
    }
  }

  /// nil where the margin holds no such numbers: to the left of everything else, one under the other, counting. Where a sheet is printed with the
  /// letters of its columns over it, these go as well.
  static func removed(_ page: Page) -> Page? {
    guard let margin = Margin(page), isCounting(margin, page) else { return nil }
    return removed(page, margin)
  }

  private static func removed(_ page: Page, _ margin: Margin) -> Page {
    let letters = columnLetters(page, above: margin.box.top)
    var result = page
    result.glyphs.removeAll { glyph in
      margin.holds(glyph) || letters.map { $0.contains(x: glyph.box.midX, y: glyph.box.midY) } ?? false
    }
    return result
  }

  private static func isCounting(_ margin: Margin, _ page: Page) -> Bool {
    guard margin.numbers.count >= fewestRows, margin.isAscending else { return false }
    // Rows that are printed on each page, or not at all, leave gaps in the numbers.
    return margin.numbers.count >= fewest && margin.numbers.last! - margin.numbers[0] == margin.numbers.count - 1
      || columnLetters(page, above: margin.box.top) != nil
  }

  /// Numbers under one another, to the left or to the right, differ by no more in their place, in points.
  private static let level = 1.5

  /// The numbers to the left of everything else on a page.
  private struct Margin {
    /// From top to bottom.
    var numbers: [Int] = []
    /// The place of all of them, of that at the foot of the page as well.
    var box: Rectangle
    private var glyphs: Set<Glyph>

    /// nil where nothing but digits stands on the page, or none stand there.
    init?(_ page: Page) {
      // Where anything but digits begins.
      let edge = page.glyphs.reduce(.infinity) { Wording.isDigit($1.character) ? $0 : min($0, $1.box.left) }
      guard edge.isFinite else { return nil }
      let all = LineAssembler.lines(page.glyphs.filter { $0.box.right <= edge }, page: page.number).flatMap(\.runs)
      // Numbers of a table that begins there do not stand under those of the lines.
      let (left, right) = (Self.column(all.map(\.box.left)), Self.column(all.map(\.box.right)))
      let own = (left.count > right.count ? left : right).map { all[$0] }
      guard let box = own.map(\.box).bounds() else { return nil }
      self.box = box
      glyphs = Set(own.flatMap(\.glyphs))
      numbers = own.map { Int($0.text) ?? 0 }
      // What stands at the head or the foot of the page is counted for itself.
      if numbers.count > 1, let last = numbers.last, last <= numbers[numbers.count - 2] { numbers.removeLast() }
    }

    /// The indices, ascending, of as many places as there are at the same level.
    private static func column(_ places: [Double]) -> [Int] {
      let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
      var (first, best) = (0, 0..<0)
      for last in order.indices {
        while places[order[last]] - places[order[first]] > level { first += 1 }
        if last + 1 - first > best.count { best = first..<(last + 1) }
      }
      return order[best].sorted()
    }

    var isAscending: Bool { zip(numbers, numbers.dropFirst()).allSatisfy { $1 > $0 } }
    func holds(_ glyph: Glyph) -> Bool { glyphs.contains(glyph) }
  }

  /// Where the letters of columns stand right above the rows: nothing else on their line, and one behind the other.
  private static func columnLetters(_ page: Page, above top: Double) -> Rectangle? {
    let glyphs = page.glyphs.filter { $0.box.midY < top }
    guard let last = glyphs.map(\.box.midY).max() else { return nil }
    let line = glyphs.filter { $0.box.bottom > last }.sorted { $0.box.left < $1.box.left }
    let letters = line.map { Int($0.character.value) - 0x41 }
    guard letters.allSatisfy((0..<26).contains), zip(letters, letters.dropFirst()).allSatisfy({ $1 == $0 + 1 }) else {
      return nil
    }
    return line.map(\.box).bounds()
  }
}
