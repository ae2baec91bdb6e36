// Reconstruction: lines of numbers and the places of labels → which numbers belong to which row.
import Statute

extension LooseApplications {
  /// Which number line belongs to which row.
  func assign(
    _ values: [ValueLine], labels: LabelAligner.Result, lineOf: [Int]
  ) -> (line: [Int?], isCertain: [Bool]) {
    let n = values.count
    let m = labels.matches.count
    let unit = lines[0].unit
    // The lines that print each label.
    let extents: [[Int]] = labels.matches.enumerated().map { j, matches in
      guard labels.coverage[j] >= Self.known else { return [] }
      var counts: [Int: Int] = [:]
      for match in matches { counts[lineOf[match], default: 0] += 1 }
      return counts.keys.sorted()
    }
    func distance(_ k: Int, _ j: Int) -> Double {
      let line = lines[values[k].line]
      var best = Double.infinity
      var byPage: [Int: (Double, Double)] = [:]
      for index in extents[j] where lines[index].mayShareRow(with: line) {
        let own = lines[index]
        let (low, high) = byPage[own.page] ?? (own.y, own.y)
        byPage[own.page] = (min(low, own.y), max(high, own.y))
      }
      for (page, extent) in byPage where page == line.page {
        best = min(best, max(0, extent.0 - line.y, line.y - extent.1) / unit)
      }
      return best
    }
    enum Cost {
      static let extraLine = 3.0
      static let blankRow = 0.9
      static let lostRow = 0.4
      static let unknownRow = 1.3
      static let furthest = 4.0
    }
    let width = m + 1
    var cost = [Double](repeating: .infinity, count: (n + 1) * width)
    var move = [UInt8](repeating: 0, count: (n + 1) * width)
    cost[0] = 0
    for k in 0...n {
      for j in 0...m {
        let here = k * width + j
        func consider(_ value: Double, _ kind: UInt8) {
          if value < cost[here] - 1e-12 {
            cost[here] = value
            move[here] = kind
          }
        }
        if j > 0 { consider(cost[here - 1] + (extents[j - 1].isEmpty ? Cost.lostRow : Cost.blankRow), 1) }
        if k > 0 { consider(cost[here - width] + Cost.extraLine, 2) }
        if k > 0, j > 0 {
          let step =
            extents[j - 1].isEmpty ? Cost.unknownRow : min(Cost.furthest, distance(k - 1, j - 1))
          consider(cost[here - width - 1] + step, 3)
        }
      }
    }
    var line = [Int?](repeating: nil, count: m)
    var k = n
    var j = m
    while k > 0 || j > 0 {
      switch move[k * width + j] {
      case 1: j -= 1
      case 2: k -= 1
      default:
        k -= 1
        j -= 1
        line[j] = k
      }
    }
    let all = line.allSatisfy { $0 != nil } && n == m
    var certain = [Bool](repeating: false, count: m)
    for j in 0..<m {
      guard let k = line[j] else {
        certain[j] = !extents[j].isEmpty
        continue
      }
      if extents[j].isEmpty {
        certain[j] = all
      } else {
        let own = distance(k, j)
        certain[j] = own <= Self.beside || (all && own <= 3)
      }
    }
    // Numbers without a label, less than a line from the label of another row, may as well be the rest of its own.
    for j in 0..<m where extents[j].isEmpty {
      guard let k = line[j] else { continue }
      let near = [(0..<j).last { !extents[$0].isEmpty }, ((j + 1)..<m).first { !extents[$0].isEmpty }]
        .compactMap { $0 }.filter { distance(k, $0) < Self.line }
      for row in near.isEmpty ? [] : near + [j] { certain[row] = false }
    }
    // Numbers that stand beside another row's label, and nearer to it than to their own, may be a part of that row.
    for (j, k) in line.enumerated() {
      guard let k, !extents[j].isEmpty else { continue }
      let own = distance(k, j)
      for other in [j - 1, j + 1] where line.indices.contains(other) && !extents[other].isEmpty {
        if distance(k, other) <= min(Self.beside, own - 0.1) { certain[other] = false }
      }
    }
    // A row taken for blank is certain only where the numbers around it are.
    for j in 0..<m where line[j] == nil {
      let before = (0..<j).last { line[$0] != nil }.map { certain[$0] } ?? true
      let after = ((j + 1)..<m).first { line[$0] != nil }.map { certain[$0] } ?? true
      // Numbers that no row took may be this one's.
      let low = (0..<j).compactMap { line[$0] }.last ?? -1
      let high = ((j + 1)..<m).compactMap { line[$0] }.first ?? n
      let isNear = low + 1 < high
      certain[j] = certain[j] && before && after && !isNear
    }
    return (line, certain)
  }

  /// Rows stand at least so many sizes of a character apart.
  private static let line = 1.0

  /// Numbers that had to wrap go on in the next line: which lines of numbers that no row took are the rest, or the beginning, of those of a row;
  /// and the rows that such a line may as well belong to as another.
  func rest(
    of values: [ValueLine], assigned: [Int?], labels: LabelAligner.Result, lineOf: [Int]
  ) -> (ofRow: [Int: [Int]], unsure: Set<Int>) {
    var ofRow: [Int: [Int]] = [:]
    var unsure: Set<Int> = []
    let unit = lines[0].unit
    /// How far the line is from the row: its label, and its numbers.
    func distance(_ k: Int, _ j: Int) -> Double {
      let line = lines[values[k].line]
      let own = (labels.matches[j].map { lineOf[$0] } + [values[assigned[j]!].line]).map { lines[$0] }
        .filter { $0.page == line.page && $0.mayShareRow(with: line) }.map(\.y)
      guard let low = own.min(), let high = own.max() else { return .infinity }
      return max(0, low - line.y, line.y - high) / unit
    }
    let taken = Set(assigned.compactMap { $0 })
    for k in values.indices where !taken.contains(k) {
      let above = assigned.indices.last { assigned[$0].map { $0 < k } ?? false }
      let below = assigned.indices.first { assigned[$0].map { $0 > k } ?? false }
      let before = above.map { distance(k, $0) } ?? .infinity
      let after = below.map { distance(k, $0) } ?? .infinity
      guard min(before, after) <= Self.nextLine else {
        // On a page they may go on a little further down than the next line: no row about them is whole.
        if !lines[0].isText, !hasOwnLabel(values[k].line, labels: labels, lineOf: lineOf) {
          unsure.formUnion([above, below].compactMap { $0 })
        }
        continue
      }
      // Numbers seldom begin over their label. Those at the top of a page may be the rest of a row on the page before.
      let isOnNewPage = above.map { lines[values[assigned[$0]!].line].page < lines[values[k].line].page } ?? false
      if before < after, let above {
        ofRow[above, default: []].append(k)
      } else if Self.clearlyNearer * after < before, !isOnNewPage || after <= Self.beside, let below {
        ofRow[below, default: []].append(k)
      } else {
        unsure.formUnion([above, below].compactMap { $0 })
      }
    }
    return (ofRow, unsure)
  }

  /// The rows whose numbers may go on in the next line, which was taken for those of the row below without being certainly so: fewer and shorter numbers,
  /// each right under one of theirs.
  func mayGoOn(_ values: [ValueLine], assigned: (line: [Int?], isCertain: [Bool])) -> Set<Int> {
    var result: Set<Int> = []
    for (j, line) in assigned.line.enumerated() where !assigned.isCertain[j] {
      guard let k = line, k > 0, let above = assigned.line.firstIndex(of: k - 1) else { continue }
      let (one, other) = (lines[values[k - 1].line], lines[values[k].line])
      guard one.page == other.page, one.mayShareRow(with: other), other.y - one.y <= Self.nextLine * one.unit,
        values[k].runs.count < values[k - 1].runs.count,
        values[k].runs.allSatisfy({ run in values[k - 1].runs.contains { $0.left < run.midX && run.midX < $0.right } })
      else { continue }
      result.insert(above)
    }
    return result
  }

  /// True where lines between rows are drawn, and none between these two.
  func shareBand(_ one: Int, _ other: Int) -> Bool {
    lines[one].page == lines[other].page && lines[one].band != nil && lines[one].band == lines[other].band
  }

  /// The beginning of a row's numbers stands so many times nearer to it than to the row above.
  private static let clearlyNearer = 1.2
  /// The label of a row that the form does not have takes at least so many characters; the words of a group take fewer.
  private static let ownLabel = 6

  /// True where the line prints a label that is none of the form's: a row too many, and no rest of another.
  private func hasOwnLabel(_ line: Int, labels: LabelAligner.Result, lineOf: [Int]) -> Bool {
    let matched = labels.matches.lazy.joined().count { lineOf[$0] == line }
    return lineOf.count { $0 == line } - matched >= Self.ownLabel
  }

  /// Lines of a text with nothing but several numbers that no row took, and the rows about them that have blanks: a stamp tore the line, and the numbers are
  /// those of one of these rows. What one of them took for the rest of its own may be the half that the other lacks.
  func torn(
    _ values: [ValueLine], assigned: [Int?], rest: [Int: [Int]], count: Int
  ) -> (lines: Set<Int>, rows: Set<Int>) {
    var result: (lines: Set<Int>, rows: Set<Int>) = ([], [])
    let taken = Set(assigned.compactMap { $0 })
    let rests = Set(rest.values.joined())
    for k in values.indices where !taken.contains(k) {
      let line = lines[values[k].line]
      guard line.isText, line.runs.count > 1, line.runs.allSatisfy(\.isValue) else { continue }
      let above = assigned.indices.last { assigned[$0].map { $0 < k } ?? false }
      let below = assigned.indices.first { assigned[$0].map { $0 > k } ?? false }
      let open = [above, below].compactMap { $0 }.filter { row in
        let own = values[assigned[row]!].runs.count
        return rests.contains(k) ? own + line.runs.count == count : own < count
      }
      guard !open.isEmpty else { continue }
      if !rests.contains(k) { result.lines.insert(k) }
      result.rows.formUnion(open)
    }
    return result
  }
}
