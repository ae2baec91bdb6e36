// Reconstruction: ruled tables of which edges are lost → the same, read as tables without rules.
import ReportModel
import Statute

/// Where single edges are not drawn, rows and columns run into one another in the cells that are left; some programs draw none between the columns on
/// pages where a table neither begins nor ends. The places of the characters tell more there than the rules do: such a table is read once more without
/// them, and so taken where its sums prove that, or where it is read whole and says what its ruled part says.
struct TornTables {
  /// The lines of each page, whatever area they stand in, without page numbers and running headers.
  let pages: [[PrintedLine]]
  /// The lines between the rows of each page (`RowBands`).
  let separators: [Int: [Double]]

  /// A table read without its rules.
  struct Reread {
    var table: Table
    fileprivate var trace: Trace.TableTrace?
    /// Where it stands: on each page from the first of its lines to the last.
    private var extents: [Int: ClosedRange<Double>] = [:]

    fileprivate init(table: Table, trace: Trace.TableTrace?, lines: some Sequence<LooseLine>) {
      (self.table, self.trace) = (table, trace)
      for line in lines {
        let known = extents[line.page]
        extents[line.page] = min(known?.lowerBound ?? line.y, line.y)...max(known?.upperBound ?? line.y, line.y)
      }
    }

    /// True for a line of it.
    func isPart(_ line: PrintedLine) -> Bool { extents[line.page]?.contains(line.box.midY) ?? false }
  }

  /// Reads a table once more that is in doubt. What both ways together say of it replaces what was read.
  /// - Returns: what takes the table's place as a whole; nil where its rules have said what is known.
  func reread(_ id: TableID, into reading: inout TableReading) -> Reread? {
    guard let ruled = reading.tables[id], mayGain(ruled), !isOthers(ruled), let found = read(id) else { return nil }
    if isProof(found.table) || isOnlyMisplaced(ruled) && fills(found.table, ruled) && agree(ruled, found.table) {
      reading.tables[id] = found.table
      for row in ruled.rows.indices where isSpanned(row, in: ruled) { reading.tables[id]?.rows[row] = ruled.rows[row] }
      reading.tables[id]?.places = ruled.places
      reading.trace.tables[id] = found.trace
      return found
    }
    reading.tables[id] = completed(ruled, by: found.table)
    // A row that either of the two ways finds is not missing.
    reading.tables[id]?.missingRows.removeAll { !found.table.missingRows.contains($0) }
    return nil
  }

  /// True where a cell is unread for its place, or a row was not found: of what is unread for anything else no other reading knows more.
  private func mayGain(_ table: Table) -> Bool {
    !table.missingRows.isEmpty
      || table.rows.contains { row in row.cells.contains { isMisplaced($0.cell, in: table.id) } }
  }

  /// True where all that is unread are rows with the label of none in the form: their numbers may well add up with those of the others.
  private func isOthers(_ table: Table) -> Bool {
    let unread = table.rows.filter { !isRead($0) && !table.missingRows.contains($0.id) }
    return !unread.isEmpty && unread.allSatisfy { isAnother($0, in: table) }
  }

  private func isAnother(_ row: Row, in table: Table) -> Bool {
    let form = Form.of(table.id, table.template)
    return form.rows.firstIndex { $0.id == row.id }.map {
      RowCertainty.isAnother(Wording.folded(row.label), $0, of: form) { other in
        !table.missingRows.contains(form.rows[other].id)
      }
    }
      ?? false
  }

  private func read(_ id: TableID) -> Reread? {
    var lines: [LooseLine] = []
    for page in pages {
      lines += LooseLines.lines(
        page.flatMap(Headings.parted), firstIndex: lines.count, separators: separators)
    }
    var reading = TableReading()
    let found = LooseReading.read(lines, wanted: [id], into: &reading)
    guard let table = reading.tables[id], let range = found.first?.1 else { return nil }
    return Reread(table: table, trace: reading.trace.tables[id], lines: lines[range])
  }

  /// Reports leave out a row of the form; several may stand on a page without rules.
  private static let fewestMissing = 2

  /// True where some of the rows that are printed could not be read. The rows of Article 20 have headers of their own, and a missing edge loses one
  /// whole.
  static func isInDoubt(_ table: Table) -> Bool {
    if table.missingRows.count >= fewestMissing { return true }
    return table.rows.contains { row in
      (table.id == .article20 || !table.missingRows.contains(row.id))
        && row.cells.contains { $0.cell.state == .unread }
    }
  }

  /// True where all sums hold. Those of a table of blanks would hold wherever they stood.
  private func isProof(_ table: Table) -> Bool {
    Proof.checked(table).isProven && table.missingRows.isEmpty && table.missingColumns.isEmpty
      && (table.id == .applications
        || table.rows.allSatisfy { row in row.cells.allSatisfy { $0.cell.state != .blank } })
  }

  /// True where nothing is left unread. A blank has no place of its own: it may be a part of a cell that reaches over several columns.
  private func fills(_ table: Table, _ ruled: Table) -> Bool {
    table.missingRows.isEmpty && table.missingColumns.isEmpty
      && table.rows.allSatisfy { row in
        ruled.rows.contains { $0.id == row.id && isRead($0) }
          ? isRead(row) : isFilled(row) || lacksOnlyTotal(row) && ruled.rows.contains(where: lacksOnlyTotal)
      }
  }

  /// True where nothing but the total is left empty: reports do that in all rows of outcomes, and a ruled one shows it.
  private func lacksOnlyTotal(_ row: Row) -> Bool {
    guard let total = row[.total] else { return false }
    return total.state == .blank
      && row.cells.allSatisfy {
        $0.column == .total || $0.cell.state == .number || $0.cell.state == .placeholder
      }
  }

  private func isFilled(_ row: Row) -> Bool {
    row.cells.allSatisfy { $0.cell.state == .number || $0.cell.state == .placeholder }
  }

  /// True for a row of which one value is all that stands in it, in a cell over all columns, beside a row on the page that has its edges: they are not
  /// lost, and the cell was merged.
  private func isSpanned(_ row: Int, in table: Table) -> Bool {
    func isOne(_ row: Row) -> Bool {
      guard let first = row.cells.first?.cell, row.cells.count > 1, ValueReader.isValue(first.text) else {
        return false
      }
      return row.cells.allSatisfy {
        $0.cell.doubt == .columnAmbiguous && $0.cell.text == first.text && $0.cell.places == first.places
      }
    }
    func page(_ row: Row) -> Int? {
      if case .page(let page, _)? = row.cells.first?.cell.places.first { page } else { nil }
    }
    guard isOne(table.rows[row]) else { return false }
    let before = table.rows[..<row].last { !isOne($0) }
    let after = table.rows[(row + 1)...].first { !isOne($0) }
    return [before, after].contains { other in
      other.map { isRead($0) && page($0) != nil && page($0) == page(table.rows[row]) } ?? false
    }
  }

  private func isRead(_ row: Row) -> Bool { row.cells.allSatisfy { $0.cell.state != .unread } }

  /// True where both say the same in each cell that both read.
  private func agree(_ ruled: Table, _ other: Table) -> Bool {
    guard other.template == ruled.template || !ruled.templateIsPrinted else { return false }
    for row in other.rows {
      guard let own = ruled.rows.first(where: { $0.id == row.id }) else { continue }
      for entry in row.cells where entry.cell.state != .unread {
        guard let cell = own[entry.column], cell.state != .unread else { continue }
        if (cell.state, cell.text) != (entry.cell.state, entry.cell.text) { return false }
      }
    }
    return true
  }

  /// True for a cell that is unread for its place. Where something else reaches into it, or its characters are not what is seen, no other place says
  /// what it holds.
  private func isMisplaced(_ cell: Cell, in id: TableID) -> Bool {
    cell.state == .unread
      && (Self.places.contains(cell.doubt)
        || cell.doubt == .severalValues && id != .article20 && ValueReader.isValue(cell.text))
  }

  /// True where no cell is unread for anything else.
  private func isOnlyMisplaced(_ table: Table) -> Bool {
    table.rows.allSatisfy { row in
      row.cells.allSatisfy { $0.cell.state != .unread || isMisplaced($0.cell, in: table.id) }
    }
  }

  private static let places: Set<Doubt?> = [.rowNotFound, .columnNotFound, .rowAmbiguous, .columnAmbiguous]

  /// Where all that both ways read is the same, rows that only the other one could read are what it says, unless their sums fail. No sum tells of
  /// the rows of Article 20.
  private func completed(_ ruled: Table, by other: Table) -> Table {
    guard ruled.template == other.template, ruled.rows.map(\.id) == other.rows.map(\.id),
      zip(ruled.rows, other.rows).contains(where: { isRead($0) && isRead($1) }), agree(ruled, other)
    else { return ruled }
    func isLost(_ row: Row) -> Bool { row.cells.allSatisfy { isMisplaced($0.cell, in: ruled.id) } }
    var result = ruled
    for (index, row) in other.rows.enumerated()
    where isLost(ruled.rows[index]) && isFilled(row) && (ruled.id == .article20 || addsUp(row)) {
      result.rows[index] = row
    }
    return result
  }

  /// The columns before that of the total are what it counts.
  private func addsUp(_ row: Row) -> Bool {
    row.cells.dropLast().map(\.cell.value).sum == row.cells.last.map { [$0.cell.value].sum }
  }
}
