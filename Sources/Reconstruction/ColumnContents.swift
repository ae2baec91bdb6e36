// Reconstruction: the cells of a row and the columns of its table → what stands under each column.
import Statute

extension ColumnPlan {
  /// A cell that stands under a header is about as wide; at least this share of it.
  private static let leastShare = 0.6

  /// What stands in a row under each column.
  enum Content {
    case cell(PrintedCell)
    /// One printed cell reaches over this column and others.
    case merged(PrintedCell)
    case nothing

    var isFilled: Bool { lines > 0 }

    /// How many lines stand there.
    var lines: Int {
      switch self {
      case .cell(let cell), .merged(let cell): cell.pieces.count
      case .nothing: 0
      }
    }
  }

  /// Each cell goes to the column whose middle is nearest; where two columns are about as near, or two cells go to one, nothing is certain.
  private func looseContents(_ cells: [PrintedCell], isText: Bool) -> [Content] {
    var result = columns.map { _ in Content.cell(PrintedCell(left: 0, right: 0, pieces: [])) }
    var taken: Set<Int> = []
    let reach = isText ? nil : reach
    for cell in cells {
      let distances = columns.map { abs(($0.left + $0.right) / 2 - cell.midX) }
      let order = distances.indices.sorted { distances[$0] < distances[$1] }
      guard let nearest = order.first, taken.insert(nearest).inserted,
        order.count < 2 || distances[order[1]] > 1.8 * distances[nearest] + 0.5
          || reach.map({ isWithin(cell, nearest, $0) }) ?? false,
        // Lines of a text shift against one another: there a number stands under its header or nowhere.
        !isText
          || columns.indices.filter({ cell.left < columns[$0].right && columns[$0].left < cell.right }) == [nearest]
      else { return columns.map { _ in .nothing } }
      result[nearest] = .cell(cell)
    }
    // Words over other columns (a stamp, a watermark) may hold their numbers: nothing else stands there, but it is no blank.
    for cell in cells where !cell.isValue {
      for (k, column) in columns.enumerated() where !taken.contains(k) {
        if cell.left < (column.left + column.right) / 2, (column.left + column.right) / 2 < cell.right {
          result[k] = .merged(cell)
        }
      }
    }
    return result
  }

  /// Columns of one width have names that stand as far from one another, to this share.
  private static let regular = 0.1
  /// So many show it.
  private static let fewestRegular = 5

  /// How far columns of one width reach to either side of the middles of their names; nil where they are not.
  private var reach: Double? {
    let middles = columns.map { ($0.left + $0.right) / 2 }
    let steps = zip(middles, middles.dropFirst()).map { $1 - $0 }
    guard columns.count >= Self.fewestRegular, let least = steps.min(), let most = steps.max(),
      most - least <= Self.regular * most
    else { return nil }
    return least / 2
  }

  private func isWithin(_ cell: PrintedCell, _ column: Int, _ reach: Double) -> Bool {
    let middle = (columns[column].left + columns[column].right) / 2
    return cell.left >= middle - reach && cell.right <= middle + reach
  }

  /// Edges that are the same, in points.
  private static let same = 2.0
  /// With so many cells whose edges are those of headers, a row has the widths of its header; on another page a table may have others.
  private static let fewest = 2

  /// True where cells, as many as columns, are not theirs one by one: where a header may be that of several columns, or where the row has the header's
  /// edges and one of them stands under another column (an edge between cells is lost, and another one within the label is too many).
  func areElsewhere(_ cells: some Collection<PrintedCell>) -> Bool {
    if columns.contains(where: \.isJoined) { return true }
    let isOff = zip(cells, columns).contains { $0.midX < $1.left || $0.midX > $1.right }
    guard isOff else { return false }
    let held = cells.count { cell in
      columns.contains { abs($0.left - cell.left) <= Self.same && abs($0.right - cell.right) <= Self.same }
    }
    return held >= Self.fewest
  }

  /// True where half of the edges between the cells, or more, are those between columns: else the row has widths of its own, as tables have that go on
  /// on another page, and no cell is that of the column above it.
  private func hasEdges(_ cells: [PrintedCell]) -> Bool {
    let between = cells.dropFirst().map(\.left)
    let own = between.count { edge in
      columns.contains { abs($0.left - edge) <= Self.same || abs($0.right - edge) <= Self.same }
    }
    return 2 * own >= between.count
  }
  /// A cell whose edges are further from a column's, in points, is not its own.
  private static let near = 5.0

  /// True for a cell that reaches far beyond the first column: it holds the label as well, or is of a column before that one.
  private func holdsLabel(_ cell: PrintedCell) -> Bool {
    guard let first = columns.first else { return false }
    return first.left - cell.left > (first.right - first.left) / 2
  }

  /// True where cells of two rows stand over one another, as where edges are lost: they are no row from left to right.
  static func areStacked(_ cells: [PrintedCell]) -> Bool {
    zip(cells, cells.dropFirst()).contains { $0.left < $1.right && $1.midX < $0.right }
  }

  /// True where most of the header's cells name no column, or most columns are not named: edges are lost in it, and their number says nothing.
  private var isBroken: Bool {
    let named = columns.count { $0.id != nil }
    return 2 * named < columns.count || missing.count > named
  }

  /// The cells of a row under the columns. `cells`: the row's cells to the right of its label.
  func contents(_ cells: [PrintedCell], sameExtent: Bool, isLoose: Bool = false) -> [Content] {
    // As many cells as columns are theirs, wherever they stand; but not where a header may be that of several columns.
    let hasEdges = isLoose || hasEdges(cells)
    if cells.count == columns.count, !isBroken,
      isLoose
        || !Self.areStacked(cells)
          && (!sameExtent || !areElsewhere(cells) && !cells.contains { (hasEdges || !$0.isValue) && holdsLabel($0) })
    {
      guard hasEdges, !isLoose else { return cells.map { .cell($0) } }
      // Where the row has the edges of the header, a cell between others is that of more columns than one.
      return zip(cells, columns).map { cell, column in
        let isOwn = abs(cell.left - column.left) <= Self.near && abs(cell.right - column.right) <= Self.near
        return isOwn ? .cell(cell) : .merged(cell)
      }
    }
    if isLoose { return looseContents(cells, isText: cells.contains(where: \.isOfText)) }
    guard sameExtent, hasEdges else { return columns.map { _ in .nothing } }
    return columns.map { column in
      let middle = (column.left + column.right) / 2
      // Two cells under one column: an edge of its header is lost, and it is two columns.
      guard cells.count(where: { column.left < $0.midX && $0.midX < column.right }) <= 1 else { return .nothing }
      let covering = cells.filter { $0.left <= middle && middle <= $0.right }
      // A sliver above or below a cell, which its neighbours leave, is not its blank.
      let filled = covering.filter { !$0.isEmpty }
      guard filled.count <= 1, let cell = filled.first ?? covering.first else { return .nothing }
      // A header that reaches over more than the cell under its middle is that of several columns.
      let shared = min(cell.right, column.right) - max(cell.left, column.left)
      guard shared >= Self.leastShare * (column.right - column.left) else { return .nothing }
      let covered = columns.count { $0.left + 1 < cell.right && cell.left < $0.right - 1 }
      return covered > 1 || holdsLabel(cell) ? .merged(cell) : .cell(cell)
    }
  }
}
