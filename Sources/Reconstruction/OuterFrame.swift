// Reconstruction: the lines drawn on a page → the same without a frame that stands around all that is printed on it.
import DocumentModel

/// Web pages that are laid out by a table, and documents that stand in a cell of one, have a frame about headings, sentences and tables alike. It is no
/// edge of the tables in it, though it comes near to theirs.
enum OuterFrame {
  /// The frame is this far from the tables in it at both sides, in points: less is one line with theirs, more may be a column.
  private static let inset = GridBuilder.snap...12.0
  /// Lines end at the same place within this, in points.
  private static let same = 1.5

  static func removed(_ rulings: [Ruling]) -> [Ruling] {
    let lines = rulings.filter { $0.kind == .line }
    let upright = lines.filter { !$0.isHorizontal }
    guard let left = upright.lazy.map(\.position).min(), let right = upright.lazy.map(\.position).max() else {
      return rulings
    }
    func isSide(_ ruling: Ruling) -> Bool {
      !ruling.isHorizontal && (abs(ruling.position - left) <= same || abs(ruling.position - right) <= same)
    }
    let inner = upright.filter { !isSide($0) }
    guard let first = inner.lazy.map(\.position).min(), let last = inner.lazy.map(\.position).max(),
      inset.contains(first - left), inset.contains(right - last)
    else { return rulings }
    // The frame encloses all of the tables.
    let (top, bottom) = (inner.lazy.map(\.start).min()!, inner.lazy.map(\.end).max()!)
    for side in [left, right] {
      let own = upright.filter { abs($0.position - side) <= same }
      guard own.lazy.map(\.start).min()! <= top + same, own.lazy.map(\.end).max()! >= bottom - same else {
        return rulings
      }
    }
    // A table whose outer columns are narrow is ruled over all of its width.
    func isWhole(_ ruling: Ruling) -> Bool {
      ruling.isHorizontal && ruling.start <= left + same && ruling.end >= right - same
    }
    let whole = lines.count(where: isWhole)
    guard 2 * whole < lines.count(where: \.isHorizontal) else { return rulings }
    return rulings.filter { $0.kind != .line || !isSide($0) && !isWhole($0) }
  }
}
