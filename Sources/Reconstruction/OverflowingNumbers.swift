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
      let others = blocks.indices.filter { areas[$0].page == page && areas[$0].box != box && own[$0] }.map {
        areas[$0].box
      }
      let beside = lines[page - 1].flatMap(\.runs).filter { run in
        run.box.midX > box.right && run.box.midY > box.top && run.box.midY < box.bottom
          && ValueReader.isValue(run.text) && run.text.unicodeScalars.contains(where: Wording.isDigit)
          && !others.contains { $0.contains(x: run.box.midX, y: run.box.midY) }
      }
      let open = blocks[block].indices.filter { index in
        let row = blocks[block][index]
        return row.cells.contains { $0.isEmpty && !$0.spansRows && $0.right > box.midX }
          && beside.contains { $0.box.midY > row.top && $0.box.midY < row.bottom }
      }
      // Beside a narrower part of the table, where edges are lost, a single one is.
      let isPart = open.contains { index in
        beside.contains { run in
          run.box.midY > blocks[block][index].top && run.box.midY < blocks[block][index].bottom
            && areas.contains { $0.page == page && $0.box.right >= run.box.right && $0.box.left < box.right }
        }
      }
      let isAstride = !open.isEmpty && beside.contains { $0.box.left < box.right }
      guard open.count >= fewest || isPart || isAstride else { continue }
      for index in open { result[block][index].doubt = .columnAmbiguous }
      overflowing.insert(block)
    }
    return (result, overflowing)
  }
}
