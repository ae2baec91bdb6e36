// Reconstruction: the lines drawn on all pages → the same without the side of a frame that runs through the tables.
import DocumentModel

/// Web pages stand in frames, and a table that is too wide for its frame reaches over it: the frame's side runs through a column, which has no edge there.
enum CrossingFrames {
  /// The side of a frame is longer than this, in points.
  private static let shortest = 60.0
  /// It goes on so far above or below all edges of the tables that it runs through, in points.
  private static let beyond = 12.0
  /// What it runs through lies on both sides of it by so much, in points.
  private static let through = 3.0
  /// It stands in the same place on all pages, to so many points.
  private static let same = 1.0
  /// A table has other edges.
  private static let least = 2
  /// More lines are no page of a report.
  private static let most = 6_000

  /// Pieces of a line are one.
  private typealias Line = (position: Double, start: Double, end: Double)

  static func removed(_ pages: [[Ruling]]) -> [[Ruling]] {
    let places = pages.flatMap(places)
    if places.isEmpty { return pages }
    return pages.map { rulings in
      let across = GridBuilder.horizontals(rulings)
      return rulings.filter { ruling in
        ruling.kind != .line || ruling.isHorizontal || !places.contains { abs($0 - ruling.position) <= same }
          || crossed(by: ruling, across).isEmpty
      }
    }
  }

  /// Where such sides stand on a page.
  private static func places(_ rulings: [Ruling]) -> [Double] {
    let lines = rulings.filter { $0.kind == .line }
    guard lines.count <= most else { return [] }
    let across = GridBuilder.horizontals(lines)
    let down = lines.filter { !$0.isHorizontal }
    return down.compactMap { side in
      guard side.end - side.start >= shortest else { return nil }
      let crossed = crossed(by: side, across)
      guard crossed.count >= least, let top = crossed.map(\.position).min(), let bottom = crossed.map(\.position).max(),
        let left = crossed.map(\.start).min(), let right = crossed.map(\.end).max()
      else { return nil }
      let edges = down.filter {
        abs($0.position - side.position) > through && $0.position >= left - same && $0.position <= right + same
          && $0.start <= bottom + same && $0.end >= top - same
      }
      guard edges.count >= least, let first = edges.map(\.start).min(), let last = edges.map(\.end).max() else {
        return nil
      }
      return side.start < first - beyond || side.end > last + beyond ? side.position : nil
    }
  }

  /// The horizontal lines that one runs through.
  private static func crossed(by side: Ruling, _ across: [Line]) -> [Line] {
    across.filter {
      $0.start < side.position - through && $0.end > side.position + through && $0.position > side.start - same
        && $0.position < side.end + same
    }
  }
}
