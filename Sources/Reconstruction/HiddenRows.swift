// Reconstruction: printed rows of a table → the same without those that no page shows.
import DocumentModel

/// Web pages are cut into sheets by printing what reaches over the edge on both sheets, and clipping it on one: the row is there twice, and seen once.
enum HiddenRows {
  /// Rows of which nothing is seen, neither the label nor a number, are taken off where the same label is seen elsewhere; where it is not, nothing
  /// of them is known, and their empty cells are no blanks.
  static func settled(_ rows: [PrintedRow]) -> [PrintedRow] {
    let hidden = rows.map(isHidden)
    guard hidden.contains(true) else { return rows }
    let shown = Set(zip(rows, hidden).lazy.filter { !$1 }.map { label($0.0) })
    return zip(rows, hidden).compactMap { row, isHidden in
      guard isHidden else { return row }
      if shown.contains(label(row)) { return nil }
      var row = row
      row.doubt = row.doubt ?? .textLayer
      return row
    }
  }

  private static func isHidden(_ row: PrintedRow) -> Bool {
    let pieces = row.cells.lazy.filter { !$0.spansRows }.flatMap(\.pieces)
    return pieces.contains { $0.isHidden && !ValueReader.isValue($0.text) } && pieces.allSatisfy(\.isHidden)
  }

  private static func label(_ row: PrintedRow) -> [Unicode.Scalar] {
    row.cells.filter { !$0.spansRows && !$0.isValue }.flatMap(\.folded)
  }
}
