// Reconstruction: numbers that stand outside a table where it breaks across pages → the rows that they may have been meant for, in doubt.
//
// A producer that breaks a row over a page can set its numbers in the middle of a cell whose middle lies between the pages: they come out above
// the table's rest, or below its first part, in no cell at all. The cells that they were meant for look empty, and are not.
import DocumentModel

enum StrandedNumbers {
  /// So many numbers on a line are a row of a table; fewer may be a page number or words about the table.
  private static let row = 3
  /// Labels of merged cells may stand there with them: lines of no more characters.
  private static let label = 12

  /// The rows of each block, those without any number at a break beside which numbers stand in doubt.
  /// - Parameter areas: where each block stands.
  /// - Parameter lines: the lines of each page.
  static func doubted(
    _ blocks: [[PrintedRow]], areas: [(page: Int, box: Rectangle)], lines: [[PrintedLine]]
  ) -> [[PrintedRow]] {
    var result = blocks
    for (before, after) in zip(blocks.indices, blocks.indices.dropFirst())
    where areas[after].page == areas[before].page + 1 {
      let (upper, lower) = (areas[before], areas[after])
      let below = lines[upper.page - 1].filter { $0.box.midY > upper.box.bottom }
      let above = lines[lower.page - 1].filter { $0.box.midY < lower.box.top }.reversed()
      guard isStranded(below, beside: upper.box) || isStranded(Array(above), beside: lower.box) else { continue }
      for index in result[before].indices.reversed() {
        guard holdsNoNumber(result[before][index]) else { break }
        result[before][index].doubt = .rowAmbiguous
      }
      for index in result[after].indices {
        guard holdsNoNumber(result[after][index]) else { break }
        result[after][index].doubt = .rowAmbiguous
      }
    }
    return result
  }

  /// True where the nearest line that is no page number and no short label is a row of numbers within the table's width.
  private static func isStranded(_ lines: [PrintedLine], beside box: Rectangle) -> Bool {
    let nearest = lines.first { line in
      line.runs.count >= row || !PageFlow.isPageNumber(line.text) && line.text.unicodeScalars.count > label
    }
    guard let line = nearest else { return false }
    let numbers = line.runs.filter { ValueReader.isValue($0.text) }
    return numbers.count >= row && numbers.count == line.runs.count
      && line.runs.allSatisfy { $0.box.midX > box.left && $0.box.midX < box.right }
  }

  private static func holdsNoNumber(_ row: PrintedRow) -> Bool {
    !row.cells.contains { !$0.isEmpty && ValueReader.isValue($0.text) }
  }
}
