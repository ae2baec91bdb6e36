// Reconstruction: rows of the applications table whose blank cells left no trace → the one placing of their numbers that satisfies all sums.
//
// A row of k numbers in order stands in k of the seven columns. Each row must add up to its total, each column to the total row, and what came
// in must be what went out. All placings that satisfy all of these are counted, not guessed: a number is placed where they agree.
import Statute

struct BlankPlacing {
  /// The numbers of a row from left to right. A whole row has one for each column, blanks as 0.
  struct Line {
    var role: ApplicationSums.Role
    var numbers: [Int]
  }

  /// A way to place the numbers of a row: the column of each, and what then stands in each column.
  private struct Candidate {
    var columns: [Int]
    var sums: Sums
  }

  /// A number for each of the seven columns; the eighth is nothing.
  private typealias Sums = SIMD8<Int>

  private static let width = Form.applicantColumns.count
  /// No honest table needs more trials; beyond this nothing is decided.
  static let mostTrials = 200_000

  private let candidates: [[Candidate]]
  private let lines: [Line]
  private let mostTrials: Int
  private var trials = 0
  /// For each line the candidate that all solutions found so far share; -1 where they differ, nil before the first solution.
  private var shared: [Int]?

  /// For each line the column of each of its numbers; nil where the sums leave a choice. nil at all where no placing, or too many, can be tried.
  static func columns(_ lines: [Line], mostTrials: Int = BlankPlacing.mostTrials) -> [[Int]?]? {
    guard
      lines.allSatisfy({
        $0.numbers.count <= width && $0.numbers.allSatisfy { (0..<ApplicationSums.largest).contains($0) }
      }),
      lines.count(where: { $0.role == .total }) == 1
    else { return nil }
    var placing = BlankPlacing(lines, mostTrials: mostTrials)
    guard placing.candidates.allSatisfy({ !$0.isEmpty }), placing.solve(), let shared = placing.shared else {
      return nil
    }
    return zip(shared, placing.candidates).map { $0 < 0 ? nil : $1[$0].columns }
  }

  /// True where the numbers of a row can stand so that they add up to its total.
  static func canStand(_ numbers: [Int]) -> Bool {
    numbers.count <= width && numbers.allSatisfy { (0..<ApplicationSums.largest).contains($0) }
      && !candidates(numbers).isEmpty
  }

  private init(_ lines: [Line], mostTrials: Int) {
    self.lines = lines
    self.mostTrials = mostTrials
    let whole = lines.map { Self.candidates($0.numbers) }
    // Rows that add up nowhere have no total. Where several have none, those with a number for every other column have none either.
    let isBare = zip(lines, whole).map { $0.numbers.count < Self.width && $1.isEmpty }
    guard isBare.count(where: { $0 }) >= Self.custom else {
      candidates = whole
      return
    }
    candidates = zip(lines, whole).map { line, whole in
      if line.role != .outcome || line.numbers.count == Self.width { return whole }
      let bare = Self.bareCandidates(line.numbers)
      return line.numbers.count == Self.width - 1 ? bare : bare + whole
    }
  }

  /// So many rows without a total make it the custom of the report.
  private static let custom = 3

  /// The ways of a row whose total is left blank: its sum stands for it.
  private static func bareCandidates(_ numbers: [Int]) -> [Candidate] {
    guard numbers.count < width, !numbers.isEmpty else { return [] }
    var result: [Candidate] = []
    func extend(_ columns: [Int]) {
      if columns.count == numbers.count {
        var sums = Sums()
        for (column, number) in zip(columns, numbers) { sums[column] = number }
        sums[width - 1] = sums.wrappedSum()
        result.append(Candidate(columns: columns, sums: sums))
        return
      }
      let rest = numbers.count - columns.count
      for column in ((columns.last ?? -1) + 1)...(width - 1 - rest) { extend(columns + [column]) }
    }
    extend([])
    return result
  }

  private static func candidates(_ numbers: [Int]) -> [Candidate] {
    var result: [Candidate] = []
    func extend(_ columns: [Int]) {
      if columns.count == numbers.count {
        var sums = Sums()
        for (column, number) in zip(columns, numbers) { sums[column] = number }
        if sums.wrappedSum() == 2 * sums[width - 1] { result.append(Candidate(columns: columns, sums: sums)) }
        return
      }
      let rest = numbers.count - columns.count
      for column in ((columns.last ?? -1) + 1)...(width - rest) { extend(columns + [column]) }
    }
    extend([])
    return result
  }

  /// Tries every total row in turn. False where there is too much to try.
  private mutating func solve() -> Bool {
    let total = lines.indices.first { lines[$0].role == .total }!
    let outcomes = indices(.outcome).sorted { candidates[$0].count < candidates[$1].count }
    let flows = indices(.incoming) + indices(.carriedForward)
    // The most that the lines from one on can add to each column.
    var most = [Sums()]
    for line in outcomes.reversed() {
      most.insert(most[0] &+ candidates[line].reduce(Sums()) { pointwiseMax($0, $1.sums) }, at: 0)
    }
    for (index, candidate) in candidates[total].enumerated() {
      var chosen = [Int](repeating: 0, count: lines.count)
      chosen[total] = index
      var ways: [[Int]] = []
      balance(flows, 0, candidate.sums, &chosen, &ways)
      // Ways that were not looked for are no ways that are not there.
      if trials > mostTrials { return false }
      guard let first = ways.first else { continue }
      // What all ways share stands for all of them.
      for (k, flow) in flows.enumerated() {
        chosen[flow] = ways.allSatisfy { $0[k] == first[k] } ? first[k] : -1
      }
      place(outcomes, 0, candidate.sums, most, &chosen)
      if trials > mostTrials { return false }
    }
    return true
  }

  private func indices(_ role: ApplicationSums.Role) -> [Int] { lines.indices.filter { lines[$0].role == role } }

  /// All ways to place what came in and what is carried on, given the total row.
  private mutating func balance(_ flows: [Int], _ k: Int, _ rest: Sums, _ chosen: inout [Int], _ ways: inout [[Int]]) {
    trials += 1
    if trials > mostTrials { return }
    guard k < flows.count else {
      if rest == Sums() { ways.append(flows.map { chosen[$0] }) }
      return
    }
    let sign = lines[flows[k]].role == .incoming ? 1 : -1
    for (index, candidate) in candidates[flows[k]].enumerated() {
      chosen[flows[k]] = index
      balance(flows, k + 1, rest &- sign &* candidate.sums, &chosen, &ways)
      if trials > mostTrials { return }
    }
  }

  private mutating func place(
    _ outcomes: [Int], _ k: Int, _ rest: Sums, _ most: [Sums], _ chosen: inout [Int]
  ) {
    trials += 1
    if trials > mostTrials { return }
    guard k < outcomes.count else {
      // `most` has left nothing over.
      share(chosen)
      return
    }
    for (index, candidate) in candidates[outcomes[k]].enumerated() {
      let left = rest &- candidate.sums
      guard all(left .>= 0), all(left .<= most[k + 1]) else { continue }
      chosen[outcomes[k]] = index
      place(outcomes, k + 1, left, most, &chosen)
      if trials > mostTrials { return }
    }
  }

  private mutating func share(_ chosen: [Int]) {
    guard let earlier = shared else {
      shared = chosen
      return
    }
    shared = zip(earlier, chosen).map { $0 == $1 ? $0 : -1 }
  }
}
