// Reconstruction: rows of the applications table whose columns are in doubt → what the sums say stands under each column.
import ReportModel
import Statute

/// Rows of the form, as far as they are read.
struct PlacedRows {
  /// A row of the form with what is printed in it.
  struct Row {
    var id: RowID
    /// What stands under each column, blanks and all; nil where only the order of the numbers is known.
    var cells: [Cell]?
    /// The printed numbers from left to right.
    var pieces: [PrintedPiece]
    /// The cells with numbers that go on in the next line put together, where there are any: that they are one number is for the sums to say.
    var joined: [PrintedCell]?
  }

  /// A cell whose lines are parts of one number, if they are any.
  static func joined(_ cell: PrintedCell) -> PrintedCell? {
    guard cell.pieces.count > 1, var piece = cell.pieces.first else { return nil }
    // No number that goes on begins with a zero: a zero is one by itself, and would leave the sums as they are.
    let digits = cell.text.unicodeScalars.prefix(2).map(Wording.halfWidth)
    if digits.first == "0", digits.count > 1, Wording.isDigit(digits[1]) { return nil }
    piece.text = cell.text
    piece.isHidden = cell.pieces.contains(where: \.isHidden)
    guard ValueReader.number(piece.text) != nil, !piece.isHidden else { return nil }
    var result = cell
    result.pieces = [piece]
    return result
  }

  /// For each row that was in doubt, and that the sums decide, what stands under each of the seven columns.
  static func contents(_ rows: [Row]) -> [RowID: [ColumnPlan.Content]] {
    guard rows.contains(where: { $0.cells == nil || $0.joined != nil }) else { return [:] }
    var lines: [BlankPlacing.Line] = []
    for row in rows {
      let cells = row.cells ?? row.pieces.map { ValueReader.read($0.text, places: []) }
      guard let numbers = ApplicationSums.counts(cells) else { return [:] }
      lines.append(BlankPlacing.Line(role: ApplicationSums.Role(row.id), numbers: numbers))
    }
    guard let placed = BlankPlacing.slots(lines) else { return [:] }
    var result: [RowID: [ColumnPlan.Content]] = [:]
    for (row, slots) in zip(rows, placed) {
      if let joined = row.joined { result[row.id] = joined.map { .cell($0) } }
      // Where nothing is known but blanks that may be others, nothing is.
      guard row.cells == nil, row.pieces.isEmpty || slots.contains(where: { $0 != .open && $0 != .blank }) else {
        continue
      }
      result[row.id] = slots.map { slot in
        switch slot {
        case .number(let index): .cell(PrintedCell(left: 0, right: 0, pieces: [row.pieces[index]]))
        case .blank: .cell(PrintedCell(left: 0, right: 0, pieces: []))
        case .open: .nothing
        }
      }
    }
    return result
  }
}
