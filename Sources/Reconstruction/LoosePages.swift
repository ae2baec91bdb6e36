// Reconstruction: lines of a table without rules on several pages → the same with the columns of all pages above one another.
import Statute

/// Where a table goes on on another page its columns may be wider or narrower there: their places are those of one page. Each page shows them by its
/// whole rows, those with a number in every column.
enum LoosePages {
  /// So many whole rows tell how many columns there are.
  private static let fewest = 3

  /// The numbers of later pages moved to the columns of the first page; where a page has no whole row though columns move, only its order is left.
  static func aligned(_ lines: [LooseLine]) -> [LooseLine] {
    let pages = Set(lines.map(\.page))
    guard let unit = lines.first?.unit, !lines[0].isText, pages.count > 1 else { return lines }
    let rows = lines.map { line in Array(line.runs.reversed().prefix { $0.isValue && !$0.isHidden }.reversed()) }
    let counts = rows.reduce(into: [:]) { $0[$1.count, default: 0] += 1 }
    guard let most = counts.filter({ $0.value >= fewest }).keys.max(), most >= Form.applicantColumns.count else {
      return lines
    }
    var middles: [Int: [Double]] = [:]
    for page in pages {
      let whole = zip(lines, rows).filter { $0.page == page && $1.count == most && isOneRow($1) }.map(\.1)
      if whole.isEmpty { continue }
      middles[page] = (0..<most).map { k in
        let places = whole.map { $0[k].midX }.sorted()
        return places[places.count / 2]
      }
    }
    guard let first = middles.keys.min(), let target = middles[first] else { return lines }
    let moved = middles.filter { zip($1, target).contains { abs($0 - $1) > unit } }
    if moved.isEmpty { return lines }
    return lines.map { line in
      var line = line
      if let own = moved[line.page] {
        line.runs = line.runs.map { self.moved($0, from: own, to: target) }
      } else if middles[line.page] == nil {
        for index in line.runs.indices where line.runs[index].isValue { line.runs[index].isParted = true }
      }
      return line
    }
  }

  /// Columns are about as wide as one another, to this many times.
  private static let uneven = 2.5

  /// False where the first of the values stands far from the others: 无 of a label that is broken over lines (无法提供) is no number.
  private static func isOneRow(_ row: [LooseRun]) -> Bool {
    let gaps = zip(row, row.dropFirst()).map { $1.midX - $0.midX }
    guard gaps.count > 2, let first = gaps.first else { return true }
    return first <= uneven * gaps.dropFirst().sorted()[(gaps.count - 1) / 2]
  }

  /// A run at the same place between the columns of the first page; what stands left of them stays.
  private static func moved(_ run: LooseRun, from own: [Double], to target: [Double]) -> LooseRun {
    guard run.midX > own[0] - (own[1] - own[0]) / 2 else { return run }
    let k = own.lastIndex { $0 <= run.midX } ?? 0
    let next = min(k + 1, own.count - 1)
    let share = next > k && run.midX > own[k] ? (run.midX - own[k]) / (own[next] - own[k]) : 0
    let shift = target[k] - own[k] + share * (target[next] - own[next] - target[k] + own[k])
    var run = run
    run.left += shift
    run.right += shift
    return run
  }
}
