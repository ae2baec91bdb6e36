// Reconstruction: rows that a page break cuts through and both pages print → one row.

/// Some producers cut a page wherever it ends: the row there is drawn on both pages, each showing a part of its characters. Both text layers hold
/// all of it; where they agree the row is what they say.
enum SlicedRows {
  /// The rows with such pairs made one.
  static func joined(_ rows: [PrintedRow]) -> [PrintedRow] {
    var result: [PrintedRow] = []
    for row in rows {
      // Beyond the cut the frame goes on, over nothing or a page number.
      if let (index, one) = result.indices.suffix(4).reversed().lazy.compactMap({ index -> (Int, PrintedRow)? in
        guard row.page == result[index].page + 1, isCut(result[index]) || isCut(row) else { return nil }
        return joined(result[index], row).map { (index, $0) }
      }).first {
        result[index] = one
      } else {
        result.append(row)
      }
    }
    return result
  }

  private static func isCut(_ row: PrintedRow) -> Bool { row.cells.contains { $0.pieces.contains(where: \.isHidden) } }

  /// The two as one, with the places of the part that shows more; nil where they do not say the same.
  private static func joined(_ upper: PrintedRow, _ lower: PrintedRow) -> PrintedRow? {
    let (first, second) = (own(upper), own(lower))
    guard first.count == second.count, first.contains(where: { !$0.isEmpty }),
      zip(first, second).allSatisfy({ a, b in
        abs(a.left - b.left) <= 2 && abs(a.right - b.right) <= 2 && a.text == b.text
      })
    else { return nil }
    // A row of empty cells or a lone word may well be there twice.
    guard first.contains(where: { ValueReader.isValue($0.text) }) else { return nil }
    let hidden = { (row: PrintedRow) in row.cells.count { $0.pieces.contains(where: \.isHidden) } }
    var row = hidden(upper) <= hidden(lower) ? upper : lower
    for index in row.cells.indices where !row.cells[index].spansRows {
      for piece in row.cells[index].pieces.indices { row.cells[index].pieces[piece].isHidden = false }
    }
    return row
  }

  /// The cells that belong to the row alone.
  private static func own(_ row: PrintedRow) -> [PrintedCell] { row.cells.filter { !$0.spansRows } }
}
