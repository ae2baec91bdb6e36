// Reconstruction: the edges of a page → ruled cells.
import DocumentModel

/// A ruled table on one page: elementary rows and columns, and the cells that they make up.
struct Grid: Sendable {
  struct Cell: Sendable {
    var rows: Range<Int>
    var columns: Range<Int>
  }
  /// The edges, ascending, in points.
  var xs: [Double]
  var ys: [Double]
  var cells: [Cell]
  /// For each inner or outer y: the share of the right part of the grid that is ruled there.
  var rightCoverage: [Double]
  /// The cell of each elementary field, row by row.
  var owner: [Int]
  /// True where no edge is drawn at its right side.
  var isOpenAtRight = false
  /// The same at its left side.
  var isOpenAtLeft = false
  /// For each y: the share of the right half of the columns that is ruled there, however wide they are.
  var columnCoverage: [Double] = []

  var bounds: Rectangle { Rectangle(left: xs.first!, top: ys.first!, right: xs.last!, bottom: ys.last!) }
  func area(_ cell: Cell) -> Rectangle {
    Rectangle(
      left: xs[cell.columns.lowerBound], top: ys[cell.rows.lowerBound], right: xs[cell.columns.upperBound],
      bottom: ys[cell.rows.upperBound])
  }

  /// The cell that holds the point; nil outside.
  func cellIndex(x: Double, y: Double) -> Int? {
    guard let column = Grid.interval(x, xs), let row = Grid.interval(y, ys) else { return nil }
    return owner[row * (xs.count - 1) + column]
  }

  private static func interval(_ value: Double, _ edges: [Double]) -> Int? {
    guard let first = edges.first, let last = edges.last, value >= first, value <= last else { return nil }
    var low = 0
    var high = edges.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}

/// Finds the ruled tables of a page.
enum GridBuilder {
  /// Edges nearer than this, in points, are one: double borders, and cells that are framed each by itself, a little apart. No row or column is
  /// so thin.
  static let snap = 3.05
  /// Pieces of one line may be this far apart, in points.
  private static let bridge = 3.05
  /// An edge bounds a field where at least this share of it is drawn.
  private static let drawn = 0.6
  /// The right part of a table, where its numbers stand, as a share of its width.
  private static let rightPart = 0.45

  /// Cells that are filled are a table's where they are so many, and twice as many as those that lines make up around them.
  private static let enough = 8

  /// Grids from top to bottom. A table without any vertical or without any horizontal line is none.
  static func grids(_ rulings: [Ruling]) -> [Grid] {
    var result = grids(of: rulings.filter { $0.kind == .line })
    let fields = rulings.filter { $0.kind == .field }
    if !fields.isEmpty {
      for grid in grids(of: fields) where grid.cells.count >= enough {
        let around = result.filter {
          $0.bounds.horizontalOverlap(grid.bounds) > 0 && $0.bounds.verticalOverlap(grid.bounds) > 0
        }
        guard around.allSatisfy({ 2 * $0.cells.count <= grid.cells.count }) else { continue }
        result.removeAll { other in around.contains { $0.bounds == other.bounds } }
        result.append(grid)
      }
    }
    return result.sorted { ($0.ys[0], $0.xs[0]) < ($1.ys[0], $1.xs[0]) }
  }

  private static func grids(of edges: [Ruling]) -> [Grid] {
    let horizontal = joined(edges.filter(\.isHorizontal))
    let vertical = joined(edges.filter { !$0.isHorizontal })
    guard !horizontal.isEmpty, vertical.count >= 2 else { return [] }
    return components(horizontal, vertical).compactMap(grid)
  }

  /// Horizontal lines, pieces of the same one joined.
  static func horizontals(_ rulings: [Ruling]) -> [(position: Double, start: Double, end: Double)] {
    joined(rulings.filter { $0.isHorizontal && $0.kind == .line }).map { ($0.position, $0.start, $0.end) }
  }

  private struct Line {
    var position: Double
    var start: Double
    var end: Double
  }

  /// Pieces of the same line joined.
  private static func joined(_ rulings: [Ruling]) -> [Line] {
    var result: [Line] = []
    var cluster: [Line] = []
    func flush() {
      guard !cluster.isEmpty else { return }
      let position = cluster.map(\.position).reduce(0, +) / Double(cluster.count)
      cluster.sort { $0.start < $1.start }
      var current = cluster[0]
      for line in cluster.dropFirst() {
        if line.start <= current.end + bridge {
          current.end = max(current.end, line.end)
        } else {
          result.append(Line(position: position, start: current.start, end: current.end))
          current = line
        }
      }
      result.append(Line(position: position, start: current.start, end: current.end))
      cluster = []
    }
    for ruling in rulings.sorted(by: { $0.position < $1.position }) {
      if let first = cluster.first, ruling.position - first.position > snap { flush() }
      cluster.append(Line(position: ruling.position, start: ruling.start, end: ruling.end))
    }
    flush()
    return result
  }

  /// Lines that touch, directly or through others.
  private static func components(_ horizontal: [Line], _ vertical: [Line]) -> [([Line], [Line])] {
    var sets = DisjointSets(count: horizontal.count + vertical.count)
    for (h, line) in horizontal.enumerated() {
      for (v, other) in vertical.enumerated()
      where other.position >= line.start - snap && other.position <= line.end + snap
        && line.position >= other.start - snap && line.position <= other.end + snap
      {
        sets.join(h, horizontal.count + v)
      }
    }
    return sets.members.map { members in
      let own = members.prefix { $0 < horizontal.count }
      return (own.map { horizontal[$0] }, members[own.endIndex...].map { vertical[$0 - horizontal.count] })
    }.filter { $0.0.count >= 2 && $0.1.count >= 1 || isCutRow($0.0, $0.1) }
  }

  /// True for one line along the page and others that all reach from it equally far: a row of a table that the end of the page cut open, with none of
  /// the table's other rows on its side.
  private static func isCutRow(_ horizontal: [Line], _ vertical: [Line]) -> Bool {
    guard horizontal.count == 1, vertical.count >= fewestOfCutRow else { return false }
    func areLevel(_ ends: [Double]) -> Bool { ends.max()! - ends.min()! <= snap }
    let isHigh = vertical[0].end - vertical[0].start >= lowestCutRow
    return isHigh && areLevel(vertical.map(\.start)) && areLevel(vertical.map(\.end))
  }
  /// Fewer lines are no row of cells.
  private static let fewestOfCutRow = 4
  /// A lower one, in points, holds no text: it is what is left of the lower edge.
  private static let lowestCutRow = 7.0

  private static func edges(_ positions: [Double]) -> [Double] {
    var result: [Double] = []
    for position in positions.sorted() where result.isEmpty || position - result.last! > snap {
      result.append(position)
    }
    return result
  }

  private static func grid(_ horizontal: [Line], _ vertical: [Line]) -> Grid? {
    // A table may be open at its sides: then its lines' ends are its edges.
    let left = horizontal.map(\.start).min()!
    let right = horizontal.map(\.end).max()!
    let top = vertical.map(\.start).min()!
    let bottom = vertical.map(\.end).max()!
    let xs = edges(vertical.map(\.position) + [left, right])
    let ys = edges(horizontal.map(\.position) + [top, bottom])
    guard xs.count >= 2, ys.count >= 2, xs.count <= 200, ys.count <= 1000 else { return nil }
    let columns = xs.count - 1
    let rows = ys.count - 1

    func covered(_ lines: [Line], at position: Double, from start: Double, to end: Double) -> Double {
      var sum = 0.0
      for line in lines where abs(line.position - position) <= snap {
        sum += max(0, min(line.end, end) - max(line.start, start))
      }
      return sum / max(1e-6, end - start)
    }

    var sets = DisjointSets(count: rows * columns)
    func near(_ position: Double, _ lines: [Line]) -> [Line] { lines.filter { abs($0.position - position) <= snap } }
    let nearColumns = xs.map { near($0, vertical) }
    for row in 0..<rows {
      let nearRow = near(ys[row + 1], horizontal)
      for column in 0..<columns {
        let index = row * columns + column
        if column + 1 < columns,
          covered(nearColumns[column + 1], at: xs[column + 1], from: ys[row], to: ys[row + 1]) < drawn
        {
          sets.join(index + 1, index)
        }
        if row + 1 < rows,
          covered(nearRow, at: ys[row + 1], from: xs[column], to: xs[column + 1]) < drawn
        {
          sets.join(index + columns, index)
        }
      }
    }
    // Fields without an edge between them are one cell, where they make up a rectangle; where they don't (a frame that a page break cut
    // open), only fields beside one another are joined.
    var cells: [Grid.Cell] = []
    var owner = [Int](repeating: 0, count: rows * columns)
    /// The least cell that holds fields, which are in order.
    func cell(_ fields: [Int]) -> Grid.Cell {
      var span = fields[0] % columns..<(fields[0] % columns + 1)
      for field in fields {
        span = min(span.lowerBound, field % columns)..<max(span.upperBound, field % columns + 1)
      }
      return Grid.Cell(rows: fields[0] / columns..<(fields[fields.count - 1] / columns + 1), columns: span)
    }
    func add(_ fields: [Int]) {
      for field in fields { owner[field] = cells.count }
      cells.append(cell(fields))
    }
    for fields in sets.members {
      let cell = cell(fields)
      if fields.count == cell.rows.count * cell.columns.count {
        add(fields)
        continue
      }
      var run: [Int] = []
      for field in fields {
        if let last = run.last, field != last + 1 || field / columns != last / columns {
          add(run)
          run = []
        }
        run.append(field)
      }
      add(run)
    }
    let from = right - (right - left) * rightPart
    let coverage = ys.map { covered(horizontal, at: $0, from: from, to: right) }
    let half = columns / 2..<columns
    let columnCoverage = ys.map { y in
      let lines = near(y, horizontal)
      return Double(half.count { covered(lines, at: y, from: xs[$0], to: xs[$0 + 1]) >= drawn }) / Double(half.count)
    }
    return Grid(
      xs: xs, ys: ys, cells: cells, rightCoverage: coverage, owner: owner,
      isOpenAtRight: covered(nearColumns[columns], at: xs[columns], from: top, to: bottom) < drawn,
      isOpenAtLeft: covered(nearColumns[0], at: xs[0], from: top, to: bottom) < drawn,
      columnCoverage: columnCoverage)
  }
}
