// Reconstruction: digits that are set apart from one another → the cells whose numbers run on into the next one.
import DocumentModel

/// Digits set far apart fill narrow cells and run over their edges: `2 6 6 4` stands half in the next cell, and no digit of it need lie on the
/// edge. That it goes on there shows by the steps, which are the same.
enum SpacedDigits {
  /// Digits are set apart where one begins at least so many widths of a digit behind the one before it.
  private static let apart = 1.1
  /// Further apart they are numbers of two columns, between which an edge is lost.
  private static let columns = 4.5
  /// Steps are the same to this share of a digit's width.
  private static let same = 0.2
  /// Digits stand on one line to this share of their size.
  private static let level = 0.15

  /// The cells, by index, of numbers that go on in another cell, or outside of the table.
  /// - Parameter contents: the characters of each cell.
  static func cells(of grid: Grid, lines: [PrintedLine], contents: [[Glyph]]) -> Set<Int> {
    var cut: Set<Int> = []
    for (index, own) in contents.enumerated() {
      guard own.count > 1, own.allSatisfy({ Wording.isDigit($0.character) }) else { continue }
      let digits = own.sorted { $0.box.left < $1.box.left }
      let width = digits[0].box.width
      let steps = zip(digits, digits.dropFirst()).map { $1.box.left - $0.box.left }
      guard let step = steps.min(), step >= apart * width, step <= columns * width,
        steps.allSatisfy({ $0 - step <= same * width })
      else {
        continue
      }
      let ends = [digits[0].box.left - step, digits[digits.count - 1].box.left + step]
      for line in lines where line.box.top < digits[0].box.midY && line.box.bottom > digits[0].box.midY {
        for other in line.runs.lazy.flatMap(\.glyphs) where isLike(other, digits[0]) {
          guard ends.contains(where: { abs($0 - other.box.left) <= same * width }) else { continue }
          let cell = grid.cellIndex(x: other.box.midX, y: other.box.midY)
          guard cell != index else { continue }
          cut.insert(index)
          if let cell { cut.insert(cell) }
        }
      }
    }
    return cut
  }

  /// True for a digit that could be of the same number. What overlaps the next character is taken to end there: it is as wide as the others, or less.
  private static func isLike(_ glyph: Glyph, _ digit: Glyph) -> Bool {
    Wording.isDigit(glyph.character) && glyph.box.width <= (1 + same) * digit.box.width
      && abs(glyph.box.midY - digit.box.midY) <= level * LineAssembler.size(digit)
  }
}
