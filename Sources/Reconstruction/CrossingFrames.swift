// Reconstruction: the lines drawn on all pages → the same without the side of a frame that runs through the tables.
import DocumentModel

/// Web pages stand in frames, and a table that is too wide for its frame reaches over it: the frame's side runs through a column, which has no edge there.
enum CrossingFrames {
  /// The side of a frame is longer than this, in points.
  private static let shortest = 60.0
  /// It goes on so far above or below all that it runs through, in points; on other pages, so far between tables.
  private static let beyond = 12.0
  /// What it runs through lies on both sides of it by so much, in points.
  private static let through = 3.0
  /// It stands in the same place on all pages that it is found on, to so many points.
  private static let same = 1.0
  /// It runs through so many lines, and the tables have so many other edges.
  private static let least = 2
  /// More lines, more of them so long, or more such places are no report.
  private static let most = 6_000
  private static let mostSides = 60
  private static let mostPlaces = 8

  static func removed(_ pages: [[Ruling]]) -> [[Ruling]] {
    let found = pages.map(sides)
    var places: [Double] = []
    for place in found.joined().lazy.filter(\.runsBeyond).map(\.side.position)
    where !places.contains(where: { abs($0 - place) <= same }) {
      places.append(place)
      if places.count > mostPlaces { return pages }
    }
    if places.isEmpty { return pages }
    return zip(pages, found).map { rulings, sides in
      let own = sides.filter { side in
        places.contains { abs($0 - side.side.position) <= same } && (side.runsBeyond || side.isApart)
      }
      if own.isEmpty { return rulings }
      return rulings.filter { ruling in !own.contains { $0.side == ruling } }
    }
  }

  /// A long vertical line that runs through others.
  private struct Found {
    var side: Ruling
    /// True where it goes on above or below all lines that it runs through.
    var runsBeyond: Bool
    /// True where a part of it has no other edge beside it, as between two tables, or where lines drawn cell by cell end at other edges and not at it.
    var isApart: Bool
  }

  private static func sides(_ rulings: [Ruling]) -> [Found] {
    let lines = rulings.filter { $0.kind == .line }
    guard lines.count <= most else { return [] }
    let down = lines.filter { !$0.isHorizontal }
    let long = down.filter { $0.end - $0.start >= shortest }
    guard !long.isEmpty, long.count <= mostSides else { return [] }
    let across = GridBuilder.horizontals(lines)
    let level = lines.filter(\.isHorizontal)
    // Where the lines of cells end, to a point.
    var ends: [Double: Int] = [:]
    for line in level { for end in [line.start, line.end] { ends[end.rounded(), default: 0] += 1 } }
    return long.compactMap { side in
      let crossed = across.filter {
        $0.start < side.position - through && $0.end > side.position + through && $0.position > side.start - same
          && $0.position < side.end + same
      }
      guard crossed.count >= least, let top = crossed.map(\.position).min(), let bottom = crossed.map(\.position).max(),
        let left = crossed.map(\.start).min(), let right = crossed.map(\.end).max()
      else { return nil }
      let edges = down.filter {
        abs($0.position - side.position) > through && $0.start < side.end && $0.end > side.start
          && $0.position > left - same && $0.position < right + same
      }
      guard edges.count >= least, let first = edges.map(\.start).min(), let last = edges.map(\.end).max() else {
        return nil
      }
      // The lines of a cell end at its edges.
      let isEdge = level.contains {
        $0.position > side.start + through && $0.position < side.end - through
          && min(abs($0.start - side.position), abs($0.end - side.position)) <= through
      }
      if isEdge { return nil }
      let places = Set(edges.map { $0.position.rounded() })
      let ofCells = places.count { place in [-1, 0, 1].reduce(0) { $0 + ends[place + $1, default: 0] } >= 2 * least }
      return Found(
        side: side,
        runsBeyond: side.start < min(top, first) - beyond || side.end > max(bottom, last) + beyond,
        isApart: widestGap(edges) > beyond || ofCells >= 2 * least)
    }
  }

  /// The longest part, down the page, that no edge reaches between the first and the last of them, in points.
  private static func widestGap(_ edges: [Ruling]) -> Double {
    var reached = -Double.infinity
    var widest = 0.0
    for edge in edges.sorted(by: { $0.start < $1.start }) {
      if reached.isFinite { widest = max(widest, edge.start - reached) }
      reached = max(reached, edge.end)
    }
    return widest
  }
}
