// Reconstruction: rows that a page break cuts through and both pages print → one row.

/// Some producers cut a page wherever it ends: the row there is drawn on both pages, each showing a part of its characters. Both text layers hold
/// all of it; where they agree the row is what they say.
enum SlicedRows {
  /// Behind the upper part its page may still have this many rows: the frame over nothing, a page number within it.
  private static let mostBehind = 3

  /// The rows with such pairs made one.
  /// - Parameter labels: those of the rows that the table may have.
  static func joined(_ rows: [PrintedRow], labels: [LabelPattern]) -> [PrintedRow] {
    var result: [PrintedRow] = []
    for row in rows {
      if let index = result.indices.suffix(mostBehind + 1).last(where: { index in
        isSame(result[index], row, behind: result[(index + 1)...], labels)
      }) {
        result[index] = whole(result[index], row)
      } else {
        result.append(row)
      }
    }
    return result
  }

  /// True where the rows are the parts of one: on pages that follow, one of them cut, or the upper with the frame of its table going on below it, and
  /// both saying the same.
  private static func isSame(
    _ upper: PrintedRow, _ lower: PrintedRow, behind: ArraySlice<PrintedRow>, _ labels: [LabelPattern]
  ) -> Bool {
    guard lower.page == upper.page + 1 else { return false }
    let (first, second) = (own(upper), own(lower))
    // No two rows of a form that follow one another have one label.
    let isOpen =
      behind.first.map { $0.page == upper.page && own($0).allSatisfy(\.isEmpty) } == true
      && first.contains { !$0.isEmpty && !$0.isValue }
    return (isCut(upper) || isCut(lower) || isOpen) && first.count == second.count
      && zip(first, second).allSatisfy { a, b in
        abs(a.left - b.left) <= 2 && abs(a.right - b.right) <= 2 && (a.text == b.text || goesOn(a, b, labels))
      }
      // A row of empty cells or a lone word may well be there twice.
      && first.contains { $0.isValue }
  }

  /// A label is one of the form's from this likeness on, and not the start of one below the other.
  private static let whole = 0.95
  private static let another = 0.55

  /// True where a label of several lines goes on behind the break: both parts are a row's label together, and the second is no other's.
  private static func goesOn(_ first: PrintedCell, _ second: PrintedCell, _ labels: [LabelPattern]) -> Bool {
    guard !first.isEmpty, !second.isEmpty, !first.isValue, !second.isValue else { return false }
    let joined = first.folded + second.folded
    // The two forms word some labels a little differently.
    let isOwn = labels.map { $0.likeness(joined) >= whole }
    return zip(labels, isOwn).contains { $1 && $0.likeness(first.folded) < whole }
      && !zip(labels, isOwn).contains { !$1 && $0.likeness(second.folded) >= another }
  }

  /// The part that shows more, now taken as shown; a label that goes on with both its parts.
  private static func whole(_ upper: PrintedRow, _ lower: PrintedRow) -> PrintedRow {
    let hidden = { (row: PrintedRow) in row.cells.count { $0.pieces.contains(where: \.isHidden) } }
    var row = hidden(upper) <= hidden(lower) ? upper : lower
    let places = row.cells.indices.filter { !row.cells[$0].spansRows }
    for (index, (first, second)) in zip(places, zip(own(upper), own(lower))) where first.text != second.text {
      row.cells[index].pieces = first.pieces + second.pieces
    }
    for index in row.cells.indices where !row.cells[index].spansRows {
      for piece in row.cells[index].pieces.indices { row.cells[index].pieces[piece].isHidden = false }
    }
    return row
  }

  private static func isCut(_ row: PrintedRow) -> Bool { row.cells.contains { $0.pieces.contains(where: \.isHidden) } }

  /// The cells that belong to the row alone.
  private static func own(_ row: PrintedRow) -> [PrintedCell] { row.cells.filter { !$0.spansRows } }
}
