// Reconstruction: a page → the same without the numbers of its lines, where the margin counts them.
import DocumentModel

enum MarginNumbers {
  /// Fewer are no numbering of lines.
  private static let fewest = 8
  /// Beside the letters of columns so many are the numbers of rows.
  private static let fewestRows = 2

  /// The pages without such numbers: where one page counts its lines, the others do so in the same place, though they have few.
  static func removed(_ pages: [Page]) -> [Page] {
    var edges: [(left: Double, right: Double)] = []
    var result = pages.map { page -> Page in
      guard let removed = removed(page) else { return page }
      let rest = Set(removed.glyphs)
      if let box = page.glyphs.filter({ !rest.contains($0) && Wording.isDigit($0.character) }).map(\.box).bounds() {
        edges.append((box.left, box.right))
      }
      return removed
    }
    guard !edges.isEmpty else { return pages }
    for (index, page) in pages.enumerated() where result[index].glyphs.count == page.glyphs.count {
      let edge = edge(page)
      let margin = page.glyphs.filter { $0.box.right <= edge }
      guard edge.isFinite, let box = margin.map(\.box).bounds() else { continue }
      let isSame = edges.contains { abs($0.right - box.right) <= level || abs($0.left - box.left) <= level }
      let numbers = numbers(LineAssembler.lines(margin, page: page.number))
      guard isSame, zip(numbers, numbers.dropFirst()).allSatisfy({ $1 > $0 }) else { continue }
      result[index].glyphs.removeAll { $0.box.right <= edge }
    }
    return result
  }

  /// Numbers under one another, to the left or to the right, differ by no more in their place, in points.
  private static let level = 1.5

  /// Where anything but digits begins.
  private static func edge(_ page: Page) -> Double {
    page.glyphs.reduce(.infinity) { Wording.isDigit($1.character) ? $0 : min($0, $1.box.left) }
  }

  /// The numbers of lines from top to bottom; what stands at the head or the foot of the page is counted for itself.
  private static func numbers(_ lines: [PrintedLine]) -> [Int] {
    let numbers = lines.map { Int($0.text) ?? 0 }
    if numbers.count > 1, let last = numbers.last, last <= numbers[numbers.count - 2] { return numbers.dropLast() }
    return numbers
  }

  /// nil where the margin holds no such numbers: to the left of everything else, one under the other, counting. Where a sheet is printed with the
  /// letters of its columns over it, these go as well.
  static func removed(_ page: Page) -> Page? {
    let edge = edge(page)
    let margin = page.glyphs.filter { $0.box.right <= edge }
    guard margin.count >= fewestRows, edge.isFinite else { return nil }
    let lines = LineAssembler.lines(margin, page: page.number)
    let numbers = numbers(lines)
    guard numbers.count >= fewestRows, zip(numbers, numbers.dropFirst()).allSatisfy({ $1 > $0 }) else { return nil }
    let letters = columnLetters(page, above: lines[0].box.top)
    // Rows that are printed on each page, or not at all, leave gaps in the numbers.
    let isCounting = numbers.count >= fewest && numbers.last! - numbers[0] == numbers.count - 1
    guard isCounting || letters != nil else { return nil }
    var result = page
    result.glyphs.removeAll { glyph in
      glyph.box.right <= edge || letters.map { $0.contains(x: glyph.box.midX, y: glyph.box.midY) } ?? false
    }
    return result
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
