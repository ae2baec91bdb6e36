// Reconstruction: ruled tables of which edges are lost → the same, read as tables without rules.
import ReportModel
import Statute

/// Where single edges are not drawn, rows and columns run into one another in the cells that are left, and the places of the characters tell more
/// than the rules. Such a table is read once more without them, and so taken where its sums prove that; else its rules have said what is known.
struct TornTables {
  /// The lines of each page, whatever area they stand in, without page numbers and running headers.
  let pages: [[PrintedLine]]

  /// Reads a table once more that was read from these rows.
  func reread(_ id: TableID, rows: [PrintedRow], into reading: inout TableReading) {
    guard let ruled = reading.tables[id], isInDoubt(ruled), let first = rows.map(\.page).min(),
      let last = rows.map(\.page).max()
    else { return }
    var lines: [LooseLine] = []
    for page in pages[(first - 1)..<last] { lines += LooseLines.lines(page, firstIndex: lines.count) }
    var other = TableReading()
    _ = LooseReading.read(lines, wanted: [id], into: &other)
    guard var table = other.tables[id] else { return }
    if isProof(table) {
      table.places = ruled.places
      reading.tables[id] = table
      reading.trace.tables[id] = other.trace.tables[id]
      return
    }
    // What either of the two ways finds is not missing.
    reading.tables[id]?.missingRows.removeAll { !table.missingRows.contains($0) }
    reading.tables[id]?.missingColumns.removeAll { !table.missingColumns.contains($0) }
  }

  /// True where some of the rows that are printed could not be read; where a report does not print a row, that alone is no doubt.
  private func isInDoubt(_ table: Table) -> Bool {
    table.id != .article20
      && table.rows.contains { row in
        !table.missingRows.contains(row.id) && row.cells.contains { $0.cell.state == .unread }
      }
  }

  /// True where all sums hold. Those of a table of blanks would hold wherever they stood.
  private func isProof(_ table: Table) -> Bool {
    Proof.checked(table).isProven && table.missingRows.isEmpty && table.missingColumns.isEmpty
      && (table.id == .applications || table.rows.allSatisfy { row in row.cells.allSatisfy { $0.cell.state != .blank } })
  }
}
