// Reconstruction: a page → the same without the numbers of its lines, where the margin counts them.
import DocumentModel

enum MarginNumbers {
  /// Fewer are no numbering of lines.
  private static let fewest = 8
  /// Beside the letters of columns so many are the numbers of rows.
  private static let fewestRows = 2

  /// nil where the margin holds no such numbers: to the left of everything else, one under the other, counting. Where a sheet is printed with the
  /// letters of its columns over it, these go as well.
  static func removed(_ page: Page) -> Page? {
    var edge = Double.infinity
    for glyph in page.glyphs where !Wording.isDigit(glyph.character) { edge = min(edge, glyph.box.left) }
    let margin = page.glyphs.filter { $0.box.right <= edge }
    guard margin.count >= fewestRows, edge.isFinite else { return nil }
    let lines = LineAssembler.lines(margin, page: page.number)
    let numbers = lines.map { Int($0.text) ?? 0 }
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
