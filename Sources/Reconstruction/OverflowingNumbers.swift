// Reconstruction: numbers that stand beside a ruled table, in line with its rows → those rows, in doubt.
import DocumentModel

/// A table too wide for its sheet is cut where the paper ends; what its last cells hold may still be printed beyond the cut.
enum OverflowingNumbers {
  /// A table that is cut shows it in so many rows; a single number that begins within the table is too wide for its cell.
  private static let fewest = 2

  /// The rows with those that miss a number in doubt, and the blocks that they belong to.
  static func doubted(
    _ blocks: [[PrintedRow]], areas: [(page: Int, box: Rectangle)], lines: [[PrintedLine]]
  ) -> (blocks: [[PrintedRow]], overflowing: Set<Int>) {
    var result = blocks
    var overflowing: Set<Int> = []
    // An area without a word is no table beside this one: it is the rest of it, where edges are lost.
    let own = blocks.map { rows in rows.isEmpty || rows.contains { $0.cells.contains { !$0.isEmpty && !$0.isValue } } }
    for block in blocks.indices {
      let (page, box) = areas[block]
      // Nor is one that lies over this.
      let others = blocks.indices.filter { areas[$0].page == page && areas[$0].box != box && own[$0] }
        .map { areas[$0].box }.filter { !liesOver($0, box) }
      let beside = lines[page - 1].flatMap(\.runs).filter { run in
        run.box.midX > box.right && run.box.midY > box.top && run.box.midY < box.bottom
          && !others.contains { $0.contains(x: run.box.midX, y: run.box.midY) }
      }
      let (numbers, words) = (beside.filter(isNumber), beside.filter { !ValueReader.isValue($0.text) })
      func isOpen(_ row: PrintedRow, to run: Run) -> Bool {
        run.box.midY > row.top && run.box.midY < row.bottom
          && row.cells.contains { $0.isEmpty && !$0.spansRows && $0.right > box.midX }
      }
      let rows = blocks[block]
      let open = rows.indices.filter { index in numbers.contains { isOpen(rows[index], to: $0) } }
      let missed = numbers.filter { number in rows.contains { isOpen($0, to: number) } }
      // Beside a narrower part of the table, where edges are lost, a single one is.
      let isPart = missed.contains { number in
        areas.contains { $0.page == page && $0.box.right >= number.box.right && $0.box.left < box.right }
      }
      // So is one over or under words that stand beside an empty cell as well: they are a column of the table.
      let isColumn = missed.contains { number in
        words.contains { words in
          words.box.left < number.box.right && words.box.right > number.box.left
            && rows.contains { isOpen($0, to: words) }
        }
      }
      let isAstride = !open.isEmpty && numbers.contains { $0.box.left < box.right }
      guard open.count >= fewest || isPart || isColumn || isAstride else { continue }
      for index in open { result[block][index].doubt = .columnAmbiguous }
      overflowing.insert(block)
    }
    return (result, overflowing)
  }

  private static func liesOver(_ one: Rectangle, _ other: Rectangle) -> Bool {
    min(one.right, other.right) - max(one.left, other.left) > lapping
      && min(one.bottom, other.bottom) - max(one.top, other.top) > lapping
  }
  /// Areas beside one another share an edge, of so many points.
  private static let lapping = 3.0

  private static func isNumber(_ run: Run) -> Bool {
    ValueReader.isValue(run.text) && run.text.unicodeScalars.contains(where: Wording.isDigit)
  }
}
