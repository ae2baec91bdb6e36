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
    /// True where the row may have lost numbers, or have those of another: it is nothing to go by.
    var isDoubtful = false
    /// True where they stand where the text shows them, as far as it does.
    var showsPlaces = false
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

  /// True where 无 stands for nothing, and a row in doubt has fewer of them than columns: one may pass for a part of a label (无法提供).
  private static func mayLackWords(_ rows: [Row], _ width: Int) -> Bool {
    rows.contains { $0.pieces.contains { $0.text == "无" } }
      && rows.contains { $0.cells == nil && !$0.pieces.isEmpty && $0.pieces.count < width }
  }

  /// For each row that was in doubt, and that the sums decide, what stands under each of so many columns, the total last.
  static func contents(_ rows: [Row], width: Int) -> [RowID: [ColumnPlan.Content]] {
    guard rows.contains(where: { $0.cells == nil || $0.joined != nil }), !mayLackWords(rows, width) else { return [:] }
    var lines: [BlankPlacing.Line] = []
    let columns = ColumnPlaces(rows, width: width).flatMap { $0.hold(rows) ? $0 : nil }
    for row in rows {
      let cells = row.cells ?? row.pieces.map { ValueReader.read($0.text, places: []) }
      guard let numbers = ApplicationSums.counts(cells) else { return [:] }
      lines.append(
        BlankPlacing.Line(
          role: ApplicationSums.Role(row.id), numbers: numbers, reach: row.cells == nil ? columns?.reach(row) : nil))
    }
    guard let placed = BlankPlacing.slots(lines, width: width) else { return [:] }
    // With a row of zeros that was lost all sums hold as without it; and sums of nothing prove nothing.
    let areTold =
      !lines.contains { $0.numbers.contains(0) } && lines.contains { $0.role == .total && !$0.numbers.isEmpty }
    var result: [RowID: [ColumnPlan.Content]] = [:]
    for (row, slots) in zip(rows, placed) {
      if let joined = row.joined { result[row.id] = joined.map { .cell($0) } }
      if row.isDoubtful, !areTold { continue }
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

/// Where the columns of a text stand whose lines have shifted against one another: in its whole rows, those with a number under each column.
private struct ColumnPlaces {
  /// For each column the places of its numbers.
  private let middles: [ClosedRange<Double>]
  /// How far a column is from the next.
  private let pitch: Double

  init?(_ rows: [PlacedRows.Row], width: Int) {
    let whole = rows.filter { $0.showsPlaces && $0.pieces.count == width }.map { $0.pieces.map(Self.middle) }
    guard !whole.isEmpty else { return nil }
    middles = (0..<width).map { column in
      let own = whole.map { $0[column] }
      return own.min()!...own.max()!
    }
    let steps = whole.flatMap { zip($0, $0.dropFirst()).map { $1 - $0 } }.sorted()
    pitch = steps[steps.count / 2]
  }

  /// False where the total of a row, the number that the others add up to, is not under its column: then no place means anything.
  func hold(_ rows: [PlacedRows.Row]) -> Bool {
    rows.allSatisfy { row in
      guard row.pieces.count > 1,
        let counts = ApplicationSums.counts(row.pieces.map { ValueReader.read($0.text, places: []) }),
        ApplicationSums.addUp(counts)
      else { return true }
      return reach(row).map { $0[$0.count - 1].contains(middles.count - 1) } ?? false
    }
  }

  /// For each number of the row the columns that it is not a whole column away from; nil where one is that far from all of them.
  func reach(_ row: PlacedRows.Row) -> [ClosedRange<Int>]? {
    guard row.showsPlaces else { return nil }
    var result: [ClosedRange<Int>] = []
    for place in row.pieces.map(Self.middle) {
      let own = middles.indices.filter {
        middles[$0].lowerBound - pitch < place && place < middles[$0].upperBound + pitch
      }
      guard let first = own.first, let last = own.last else { return nil }
      result.append(first...last)
    }
    return result
  }

  private static func middle(_ piece: PrintedPiece) -> Double { (piece.left + piece.right) / 2 }
}
