// Audit: a set of cells of a table → whole columns, whole rows and single cells, as a reader would name them.
import ReportModel
import Statute

/// Cells of one table, put together where they fill a line.
struct CellGroups {
  /// Columns of which every cell is among them, then rows of which every other cell is, then the rest by row.
  var references: [CellReference]
  var count: Int
  private var table: Table
  private var rest: [(row: RowID, columns: [ColumnID])]

  /// - Parameter isMember: whether a cell is one of the set.
  init(in table: Table, where isMember: (RowID, ColumnID, Cell) -> Bool) {
    self.table = table
    var members: [(row: RowID, columns: [ColumnID])] = table.rows.map { row in
      (row.id, row.cells.filter { isMember(row.id, $0.column, $0.cell) }.map(\.column))
    }
    count = members.reduce(0) { $0 + $1.columns.count }
    references = []
    rest = []
    guard count > 0 else { return }
    // Only a grid has columns that go through all of its rows; the blocks of article 20 have their own.
    let columns = table.id == .article20 ? [] : table.rows.first?.cells.map(\.column) ?? []
    let whole = columns.filter { column in members.allSatisfy { $0.columns.contains(column) } }
    references = whole.map { CellReference(row: nil, column: $0) }
    for index in members.indices { members[index].columns.removeAll(where: whole.contains) }
    for (row, left) in members where !left.isEmpty {
      if left.count > 1, left.count + whole.count == table[row]?.cells.count {
        references.append(CellReference(row: row, column: nil))
      } else {
        references += left.map { CellReference(row: row, column: $0) }
        rest.append((row, left))
      }
    }
  }

  /// The places of the set's first cell or line that has one.
  var isWholeTable: Bool { count == table.rows.reduce(0) { $0 + $1.cells.count } }

  /// `科研机构列、法律服务机构列；予以公开（商业企业、其他）等 5 处`. Names at most six single places.
  var description: Localized {
    if isWholeTable { return Localized(zh: "全表", en: "the whole table") }
    let lines = references.filter { $0.row == nil || $0.column == nil }.map { $0.name(in: table.id) }
    let shown = rest.prefix(6).map { row, columns in
      let names = columns.map { $0.shortName(in: table.id) }.list()
      return Localized(zh: "\(row.shortName.zh)（\(names.zh)）", en: "\(row.shortName.en) (\(names.en))")
    }
    let listed = (lines + shown).list()
    guard rest.count > shown.count else { return listed }
    let more = rest.count - shown.count
    return Localized(zh: "\(listed.zh)，另有 \(more) 行的部分单元格", en: "\(listed.en), and cells of \(more) more rows")
  }
}

extension Table {
  /// The first cell that meets the condition, in the order of the form, and where it stands.
  func firstReference(where matches: (RowID, ColumnID, Cell) -> Bool) -> CellReference? {
    for row in rows {
      for entry in row.cells where matches(row.id, entry.column, entry.cell) {
        return CellReference(row: row.id, column: entry.column)
      }
    }
    return nil
  }

  /// True where the document prints neither the row nor the column (S004 says so).
  func isMissing(_ row: RowID, _ column: ColumnID) -> Bool {
    missingRows.contains(row) || missingColumns.contains(column)
  }
}
