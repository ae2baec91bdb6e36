// Reconstruction: tables of a text → whether the signs of rows come before their numbers, or on lines of their own, whatever cells they stand in.
import DocumentModel
import ReportModel

/// A converter that sorts what a line prints by its height gives signs of another font (无, —) before the digits, or behind them. Then no number stands
/// in its place; that all sums hold is the only proof that the signs were printed so.
enum PlaceholdersFirst {
  /// So many rows with both in this order are no chance.
  private static let telling = 4

  /// A row beside a page break may be in order all the same.
  private static let most = 0.9

  static func doubt(_ reading: inout TableReading) {
    for (id, table) in reading.tables where id != .article20 && !Proof.checked(table).isProven {
      let isOneRow = id == .reviewAndLitigation && areApart(table.rows.flatMap { $0.cells.map(\.cell) })
      for (index, row) in table.rows.enumerated() where isOneRow || areApart(row.cells.map(\.cell)) {
        reading.tables[id]?.rows[index].forget(.columnAmbiguous)
      }
    }
    guard let table = reading.tables[.applications], !Proof.checked(table).isProven else { return }
    let mixed = table.rows.map { $0.cells.map(\.cell) }.filter(isMixed)
    let isFirst = most * Double(mixed.count) <= Double(mixed.count(where: isSorted))
    let isLast = most * Double(mixed.count) <= Double(mixed.count { isSorted($0.reversed()) })
    guard mixed.count >= telling, isFirst || isLast else { return }
    for (id, table) in reading.tables {
      let isOneRow = id == .reviewAndLitigation && isMixed(table.rows.flatMap { $0.cells.map(\.cell) })
      for (index, row) in table.rows.enumerated() where isOneRow || isMixed(row.cells.map(\.cell)) {
        reading.tables[id]?.rows[index].forget(.columnAmbiguous)
      }
    }
  }

  /// True where all signs stand on a line of their own and the numbers on another: the places of one say nothing about the other.
  private static func areApart(_ cells: [Cell]) -> Bool {
    func lines(_ state: Cell.State) -> Set<Place> { Set(cells.filter { $0.state == state }.flatMap(\.places)) }
    let signs = lines(.placeholder)
    let numbers = lines(.number)
    return signs.count == 1 && numbers.count == 1 && signs != numbers
  }

  private static func isMixed(_ cells: [Cell]) -> Bool {
    cells.contains { $0.state == .placeholder } && cells.contains { $0.state == .number }
  }

  private static func isSorted(_ cells: [Cell]) -> Bool {
    let first = cells.firstIndex { $0.state == .number } ?? cells.endIndex
    return !cells[first...].contains { $0.state == .placeholder }
  }
}
