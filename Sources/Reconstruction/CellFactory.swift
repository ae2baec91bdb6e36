// Reconstruction: what stands under a column in the printed parts of a row → the cell.
import DocumentModel
import ReportModel
import Statute

enum CellFactory {
  /// One cell out of the parts of its row (two where the row is broken over a page).
  static func cell(_ parts: [ColumnPlan.Content]) -> Cell {
    // Nearly every cell is one printed cell that is its row's own.
    if parts.count == 1, case .cell(let cell) = parts[0], !cell.isCut, !cell.isPictured, !cell.spansRows {
      return ValueReader.read(cell)
    }
    var pieces: [PrintedCell] = []
    var merged: [PrintedCell] = []
    for part in parts {
      switch part {
      case .cell(let cell): pieces.append(cell)
      case .merged(let cell): merged.append(cell)
      case .nothing: break
      }
    }
    if let cell = merged.first(where: { !$0.isEmpty }) {
      return Cell(state: .unread, text: cell.text, places: cell.places, doubt: .columnAmbiguous)
    }
    guard let first = pieces.first else {
      guard let blank = merged.first, !blank.isCut, !blank.isPictured else {
        return Cell(state: .unread, doubt: .columnAmbiguous)
      }
      return Cell(state: .blank, places: blank.places)
    }
    if let tall = pieces.first(where: { $0.spansRows && !$0.isEmpty }) {
      return Cell(state: .unread, text: tall.text, places: tall.places, doubt: .rowAmbiguous)
    }
    let filled = pieces.filter { !$0.isEmpty }
    if pieces.contains(where: \.isPictured) {
      return Cell(
        state: .unread, text: filled.map(\.text).joined(), places: pieces.flatMap(\.places), doubt: .textLayer)
    }
    // Of a row on two pages the part that holds the number counts; without one both are seen to be empty.
    if (filled.isEmpty && pieces.count == 1 ? pieces : filled).contains(where: \.isCut) {
      return Cell(
        state: .unread, text: filled.map(\.text).joined(), places: pieces.flatMap(\.places), doubt: .columnAmbiguous)
    }
    guard filled.count > 1 else { return ValueReader.read(filled.first ?? first) }
    // In a text two rows may have come to one: their numbers are two.
    if filled.contains(where: \.isOfText) {
      return Cell(
        state: .unread, text: filled.map(\.text).joined(separator: " "), places: filled.flatMap(\.places),
        doubt: .severalValues)
    }
    let text = filled.map(\.text).joined()
    if zip(filled, filled.dropFirst()).contains(where: areTwo) {
      return Cell(state: .unread, text: text, places: filled.flatMap(\.places), doubt: .severalValues)
    }
    // A value broken over a page: its parts one after the other.
    return ValueReader.read(text, places: filled.flatMap(\.places))
  }

  /// True for two lines of one page, of which the first is a number, and the second begins with one: nothing tells that the first goes on there.
  private static func areTwo(_ one: PrintedCell, _ other: PrintedCell) -> Bool {
    guard case .page(let page, _)? = one.places.last, case .page(page, _)? = other.places.first else { return false }
    let begins = other.text.unicodeScalars.first.map { Wording.isDigit(Wording.halfWidth($0)) } ?? false
    return ValueReader.number(one.text) != nil && (begins || ValueReader.isValue(other.text))
  }

  /// A row of the form that could not be read.
  static func unread(_ row: FormRow, doubt: Doubt) -> Row {
    Row(
      id: row.id, label: row.label,
      cells: row.columns.map { .init(column: $0, cell: Cell(state: .unread, doubt: doubt)) })
  }
}
