// Reconstruction: ruled tables of which edges are lost → the same, read as tables without rules.
import ReportModel
import Statute

/// Where single edges are not drawn, rows and columns run into one another in the cells that are left, and the places of the characters tell more
/// than the rules. Such a table is read once more without them, and so taken where its sums prove that; else its rules have said what is known.
struct TornTables {
  /// The lines of each page, whatever area they stand in, without page numbers and running headers.
  let pages: [[PrintedLine]]

  /// Reads a table once more that was read by its rules.
  func reread(_ id: TableID, into reading: inout TableReading) {
    guard let ruled = reading.tables[id], isInDoubt(ruled) else { return }
    var lines: [LooseLine] = []
    for page in pages { lines += LooseLines.lines(page, firstIndex: lines.count) }
    var other = TableReading()
    _ = LooseReading.read(lines, wanted: [id], into: &other)
    guard var table = other.tables[id] else { return }
    if isProof(table) {
      table.places = ruled.places
      reading.tables[id] = table
      reading.trace.tables[id] = other.trace.tables[id]
      return
    }
    reading.tables[id] = completed(ruled, by: table)
    // A row that either of the two ways finds is not missing.
    reading.tables[id]?.missingRows.removeAll { !table.missingRows.contains($0) }
  }

  /// Reports leave out a row of the form; several may stand on a page without rules.
  private static let fewestMissing = 2

  /// True where some of the rows that are printed could not be read. The rows of Article 20 have headers of their own, and a missing edge loses one
  /// whole.
  private func isInDoubt(_ table: Table) -> Bool {
    if table.missingRows.count >= Self.fewestMissing { return true }
    return table.rows.contains { row in
      (table.id == .article20 || !table.missingRows.contains(row.id))
        && row.cells.contains { $0.cell.state == .unread }
    }
  }

  /// The columns before that of the total are what it counts.
  private func addsUp(_ row: Row) -> Bool {
    row.cells.dropLast().map(\.cell.value).sum == row.cells.last.map { [$0.cell.value].sum }
  }

  private static let places: Set<Doubt?> = [.rowNotFound, .columnNotFound, .rowAmbiguous, .columnAmbiguous]

  /// Where all that both ways read is the same, rows that only the other one could read are what it says, unless their sums fail. No sum tells of
  /// the rows of Article 20.
  private func completed(_ ruled: Table, by other: Table) -> Table {
    guard ruled.template == other.template, ruled.rows.map(\.id) == other.rows.map(\.id) else { return ruled }
    func isRead(_ row: Row) -> Bool { row.cells.allSatisfy { $0.cell.state != .unread } }
    // Where something else reaches into a cell, or its characters are not what is seen, its place is not what is in doubt; and a blank has none.
    func isLost(_ row: Row) -> Bool {
      row.cells.map(\.cell).allSatisfy { cell in
        guard cell.state == .unread else { return false }
        return Self.places.contains(cell.doubt)
          || cell.doubt == .severalValues && ruled.id != .article20 && ValueReader.isValue(cell.text)
      }
    }
    func isFilled(_ row: Row) -> Bool {
      row.cells.allSatisfy { $0.cell.state == .number || $0.cell.state == .placeholder }
    }
    let both = zip(ruled.rows, other.rows).filter { isRead($0) && isRead($1) }
    guard !both.isEmpty,
      both.allSatisfy({ own, other in
        zip(own.cells, other.cells).allSatisfy { $0.cell.state == $1.cell.state && $0.cell.text == $1.cell.text }
      })
    else { return ruled }
    var result = ruled
    for (index, row) in other.rows.enumerated()
    where isLost(ruled.rows[index]) && isFilled(row) && (ruled.id == .article20 || addsUp(row)) {
      result.rows[index] = row
    }
    return result
  }

  /// True where all sums hold. Those of a table of blanks would hold wherever they stood.
  private func isProof(_ table: Table) -> Bool {
    Proof.checked(table).isProven && table.missingRows.isEmpty && table.missingColumns.isEmpty
      && (table.id == .applications
        || table.rows.allSatisfy { row in row.cells.allSatisfy { $0.cell.state != .blank } })
  }
}
