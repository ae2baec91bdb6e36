// Reconstruction: the printed rows of a table in a ruled area → whether its lines part rows alone.

/// Reports print tables with lines between their rows and none between their columns, or with lines about the whole and under the header alone. What such
/// lines surround is no cell: columns are told there as in a table without rules, and a blank is one where its column and its row are.
enum RowsOnly {
  /// A cell that holds numbers of several columns reaches over this share of the table.
  private static let wide = 0.5

  static func areAll(_ rows: [PrintedRow]) -> Bool {
    guard let extent = rows.compactMap(\.extent).reduce(nil, { all, own -> (left: Double, right: Double)? in
      all.map { (min($0.left, own.left), max($0.right, own.right)) } ?? own
    }) else { return false }
    let least = wide * (extent.right - extent.left)
    var (holding, several) = (0, 0)
    for row in rows {
      let cells = row.cells.filter { !$0.spansRows && $0.pieces.contains { ValueReader.isValue($0.text) } }
      guard let cell = cells.first else { continue }
      if cells.count > 1 { return false }
      holding += 1
      if cell.right - cell.left >= least, cell.pieces.count > 1 { several += 1 }
    }
    return several > 0 && 2 * several >= holding
  }
}
