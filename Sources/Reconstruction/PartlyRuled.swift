// Reconstruction: a table that is ruled on a part of its pages → the whole table, read from the places of its words alone.
import DocumentModel
import ReportModel

/// Some programs draw no edges between the columns on pages where a table neither begins nor ends. What stands on such a page is no part of any
/// ruled area; read without edges, the table is whole.
struct PartlyRuled {
  /// The table.
  var table: Table
  /// Where it stands: on each page from the first of its lines to the last.
  private var extents: [Int: ClosedRange<Double>] = [:]

  /// Reads the table from all lines; nil where something of it stays in doubt, or where its ruled part says otherwise.
  static func read(_ ruled: Table, lines: [[PrintedLine]]) -> PartlyRuled? {
    var loose: [LooseLine] = []
    for page in lines { loose += LooseLines.lines(page.flatMap(Headings.parted), firstIndex: loose.count) }
    var reading = TableReading()
    let found = LooseReading.read(loose, wanted: [ruled.id], into: &reading)
    guard let table = reading.tables[ruled.id], let range = found.first?.1, agrees(ruled, table) else { return nil }
    var result = PartlyRuled(table: table)
    for line in loose[range] {
      let known = result.extents[line.page]
      result.extents[line.page] = min(known?.lowerBound ?? line.y, line.y)...max(known?.upperBound ?? line.y, line.y)
    }
    return result
  }

  /// True for a line of it.
  func isPart(_ line: PrintedLine) -> Bool { extents[line.page]?.contains(line.box.midY) ?? false }

  /// True where the whole is read, and says what its ruled part says.
  private static func agrees(_ ruled: Table, _ whole: Table) -> Bool {
    guard whole.template == ruled.template || !ruled.templateIsPrinted, whole.missingRows.isEmpty,
      whole.missingColumns.isEmpty
    else { return false }
    for row in whole.rows {
      let own = ruled.rows.first { $0.id == row.id }
      for cell in row.cells {
        if cell.cell.state == .unread { return false }
        guard let other = own?.cells.first(where: { $0.column == cell.column })?.cell, other.state != .unread else {
          continue
        }
        if (other.state, other.text) != (cell.cell.state, cell.cell.text) { return false }
      }
    }
    return true
  }
}
