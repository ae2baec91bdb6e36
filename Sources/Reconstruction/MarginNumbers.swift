// Reconstruction: a page → the same without the numbers of its lines, where the margin counts them.
import DocumentModel

enum MarginNumbers {
  /// Fewer are no numbering of lines.
  private static let fewest = 8

  /// nil where the margin holds no such numbers: to the left of everything else, one under the other, counting.
  static func removed(_ page: Page) -> Page? {
    var edge = Double.infinity
    for glyph in page.glyphs where !Wording.isDigit(glyph.character) { edge = min(edge, glyph.box.left) }
    let margin = page.glyphs.filter { $0.box.right <= edge }
    guard margin.count >= fewest, edge.isFinite else { return nil }
    let numbers = LineAssembler.lines(margin, page: page.number).map { Int($0.text) ?? 0 }
    guard numbers.count >= fewest, zip(numbers, numbers.dropFirst()).allSatisfy({ $1 == $0 + 1 }) else { return nil }
    var result = page
    result.glyphs.removeAll { $0.box.right <= edge }
    return result
  }
}
