// Reconstruction: the lines drawn on a page → the same without those of the ruled paper that it is printed on.
import DocumentModel

/// Paper with lines at equal distances over its whole width: they bound no row, and strike no digit out.
enum RuledPaper {
  /// So many lines at least; a page has some thirty.
  private static let fewest = 8
  /// They reach beyond the table at both sides, by more than what may be one line with its side.
  private static let overhang = GridBuilder.snap
  /// Lines end at the same place, and stand at equal distances, within this, in points.
  private static let same = 0.6
  /// Two lines of paper are this far apart at least, in points.
  private static let leastStep = 6.0

  static func removed(_ rulings: [Ruling]) -> [Ruling] {
    let upright = rulings.filter { !$0.isHorizontal }
    guard let left = upright.lazy.map(\.position).min(), let right = upright.lazy.map(\.position).max() else {
      return rulings
    }
    func overhangs(_ ruling: Ruling) -> Bool {
      ruling.isHorizontal && ruling.kind == .line && ruling.start < left - overhang && ruling.end > right + overhang
    }
    let wide = rulings.filter(overhangs).sorted { $0.position < $1.position }
    guard wide.count >= fewest, let first = wide.first, let last = wide.last,
      wide.allSatisfy({ abs($0.start - first.start) <= same && abs($0.end - first.end) <= same })
    else { return rulings }
    let steps = zip(wide, wide.dropFirst()).map { $1.position - $0.position }.filter { $0 > same }
    guard let step = steps.min(), step >= leastStep, steps.count >= fewest - 1,
      steps.allSatisfy({ abs($0 - ($0 / step).rounded() * step) <= same }),
      last.position - first.position < 2 * step * Double(steps.count)
    else { return rulings }
    // A table that is open at its sides has such lines as well: there its other lines end at them.
    let ends = upright.flatMap { [$0.start, $0.end] }
    let held = ends.count { end in wide.contains { abs($0.position - end) <= same } }
    return 2 * held < ends.count ? rulings.filter { !overhangs($0) } : rulings
  }
}
