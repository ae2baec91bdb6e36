// Reconstruction: the rows of a ruled area in which a table goes on to its own right → the rows of its left half, then those of its right half.
import DocumentModel

/// A long table is set in two halves beside one another, each with its own header.
enum SideBySide {
  /// An edge runs along the cut where it is no further from it, in points.
  private static let slack = 1.5
  /// The header cell that begins each half of the table of section 二, and the first and last column of the one of section 三.
  private static let item = Wording.folded("信息内容")
  private static let first = Wording.folded("自然人")
  private static let last = Wording.folded("总计")

  static func parted(_ rows: [PrintedRow]) -> [PrintedRow] {
    guard let cut = rows.lazy.compactMap(cut).first else { return rows }
    var (left, right): ([PrintedRow], [PrintedRow]) = ([], [])
    for row in rows {
      let crossing = row.cells.filter { $0.left < cut - slack && $0.right > cut + slack }
      // A title or a note over both halves goes with the first; anything else that reaches over the cut says that there is none.
      guard crossing.isEmpty || row.cells.count == 1 else { return rows }
      var (one, other) = (row, row)
      one.cells = row.cells.filter { $0.midX < cut || !crossing.isEmpty }
      other.cells = row.cells.filter { $0.midX >= cut && crossing.isEmpty }
      if !one.cells.isEmpty { left.append(one) }
      if other.cells.contains(where: { !$0.isEmpty }) { right.append(other) }
    }
    return left + right
  }

  /// Where the second half begins, if this row is the header of both.
  private static func cut(_ row: PrintedRow) -> Double? {
    guard row.cells.count >= 4 else { return nil }
    let items = row.cells.filter { $0.folded == item }
    if items.count == 2 { return items[1].left }
    guard items.isEmpty else { return nil }
    let firsts = row.cells.filter { $0.folded == first }
    guard firsts.count == 2,
      let end = row.cells.first(where: {
        $0.left > firsts[0].left && $0.right < firsts[1].left + slack && $0.folded == last
      })
    else { return nil }
    return end.right
  }
}
