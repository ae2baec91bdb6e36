// Reconstruction: horizontal lines of a page → the bands between them that the rows of a table stand in.
import DocumentModel

/// Tables that are ruled between their rows alone have no cells; but a label and its numbers stand between the same two lines.
enum RowBands {
  /// A line between rows is at least so many times as long as the longest of the page; it may begin behind the cells of a group.
  private static let long = 0.5
  /// Two edges of one line are no further apart, in points.
  private static let same = 1.5
  /// The tables of a page have at least so many lines, and no more.
  private static let count = 5...500

  /// Where lines between rows stand on a page, from top to bottom; none where they are too few, or too many, to part rows.
  static func separators(_ rulings: [Ruling]) -> [Double] {
    let lines = GridBuilder.horizontals(rulings)
    let longest = lines.map { $0.end - $0.start }.max() ?? 0
    var result: [Double] = []
    for line in lines.sorted(by: { $0.position < $1.position }) where line.end - line.start >= long * longest {
      if let last = result.last, line.position - last <= same { continue }
      result.append(line.position)
    }
    return count.contains(result.count) ? result : []
  }

  /// The number of lines above a place.
  static func band(_ y: Double, _ separators: [Double]) -> Int? {
    separators.isEmpty ? nil : separators.count { $0 < y }
  }
}
