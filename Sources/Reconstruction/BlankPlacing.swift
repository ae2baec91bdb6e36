// Reconstruction: rows of the applications table whose blank cells left no trace → the one placing of their numbers that satisfies all sums.
//
// A row of k numbers in order stands in k of the columns. Each row must add up to its total, each column to the total row, and what came
// in must be what went out. All placings that satisfy all of these are counted, not guessed: a cell is known where they agree.
import Statute

struct BlankPlacing {
  /// The numbers of a row from left to right. A whole row has one for each column, blanks as 0.
  struct Line {
    var role: ApplicationSums.Role
    var numbers: [Int]
    /// For each number the columns that it may stand in; any where nothing is known of its place.
    var reach: [ClosedRange<Int>]?
  }

  /// What stands under a column.
  enum Slot: Hashable {
    /// The number at that place in the row.
    case number(Int)
    case blank
    /// The placings do not agree.
    case open
  }

  /// What can stand in each column of a row, and the ways to place its numbers so: zeros may stand in one column or another.
  private struct Candidate {
    var sums: Sums
    var columns: [[Int]]
  }

  private typealias Sums = OutcomeFit.Sums

  /// No honest table needs more ways to balance what comes in and what goes out; beyond this nothing is decided.
  static let mostTrials = 1_000_000
  /// Nor so many ways of rows and words of sums (`OutcomeFit`).
  static let mostWork = 20_000_000

  private let candidates: [[Candidate]]
  private let lines: [Line]
  private let width: Int
  private let mostTrials: Int
  private var trials = 0
  private var work: Int
  /// For each line the candidates of all solutions found so far.
  private var seen: [Set<Int>]

  /// For each line what stands under each column. nil where no placing, or too many, can be tried.
  /// - Parameter width: so many columns are printed, the total last.
  static func slots(
    _ lines: [Line], width: Int = Form.applicantColumns.count, mostTrials: Int = BlankPlacing.mostTrials,
    mostWork: Int = BlankPlacing.mostWork
  ) -> [[Slot]]? {
    guard
      lines.allSatisfy({
        $0.numbers.count <= width && $0.numbers.allSatisfy { (0..<ApplicationSums.largest).contains($0) }
      }),
      lines.count(where: { $0.role == .total }) == 1
    else { return nil }
    var placing = BlankPlacing(lines, width: width, mostTrials: mostTrials, mostWork: mostWork)
    guard placing.candidates.allSatisfy({ !$0.isEmpty }), placing.solve(), placing.seen.allSatisfy({ !$0.isEmpty })
    else { return nil }
    return zip(placing.seen, placing.candidates).map { seen, candidates in
      slots(seen.flatMap { candidates[$0].columns }, width: width)
    }
  }

  /// What the ways to place the numbers of a row agree on.
  private static func slots(_ ways: [[Int]], width: Int) -> [Slot] {
    (0..<width).map { column in
      let found = Set(ways.map { way in way.firstIndex(of: column).map(Slot.number) ?? .blank })
      return found.count == 1 ? found.first! : .open
    }
  }

  /// True where the numbers of a row can stand so that they add up to its total.
  static func canStand(_ numbers: [Int]) -> Bool {
    let width = Form.applicantColumns.count
    return numbers.count <= width && numbers.allSatisfy { (0..<ApplicationSums.largest).contains($0) }
      && !candidates(Line(role: .outcome, numbers: numbers), width: width).isEmpty
  }

  private init(_ lines: [Line], width: Int, mostTrials: Int, mostWork: Int) {
    self.lines = lines
    self.width = width
    seen = lines.map { _ in [] }
    self.mostTrials = mostTrials
    work = mostWork
    let whole = lines.map { Self.candidates($0, width: width) }
    // Rows that add up nowhere have no total. Where several have none, those with a number for every other column have none either.
    let isBare = zip(lines, whole).map { line, whole in
      line.numbers.count < width && whole.isEmpty
        && (line.reach == nil || Self.candidates(Line(role: line.role, numbers: line.numbers), width: width).isEmpty)
    }
    guard isBare.count(where: { $0 }) >= Self.custom else {
      candidates = whole
      return
    }
    candidates = zip(lines, whole).map { line, whole in
      if line.role != .outcome || line.numbers.count == width { return whole }
      let bare = Self.bareCandidates(line, width: width)
      return line.numbers.count == width - 1 ? bare : bare + whole
    }
  }

  /// So many rows without a total make it the custom of the report.
  private static let custom = 3

  /// The ways of a row whose total is left blank: its sum stands for it.
  private static func bareCandidates(_ line: Line, width: Int) -> [Candidate] {
    line.numbers.isEmpty ? [] : candidates(line, columns: width - 1) { $0[width - 1] = $0.wrappedSum() }
  }

  private static func candidates(_ line: Line, width: Int) -> [Candidate] {
    candidates(line, columns: width) { _ in }.filter { $0.sums.wrappedSum() == 2 * $0.sums[width - 1] }
  }

  /// The ways to place the numbers, in order, in the first columns; those that put the same under every column are one.
  private static func candidates(_ line: Line, columns: Int, complete: (inout Sums) -> Void) -> [Candidate] {
    let numbers = line.numbers
    guard numbers.count <= columns else { return [] }
    var result: [Candidate] = []
    var known: [Sums: Int] = [:]
    func extend(_ own: [Int]) {
      if own.count == numbers.count {
        var sums = Sums()
        for (column, number) in zip(own, numbers) { sums[column] = number }
        complete(&sums)
        if let index = known[sums] {
          result[index].columns.append(own)
        } else {
          known[sums] = result.count
          result.append(Candidate(sums: sums, columns: [own]))
        }
        return
      }
      let rest = numbers.count - own.count
      for column in ((own.last ?? -1) + 1)...(columns - rest)
      where line.reach?[own.count].contains(column) ?? true {
        extend(own + [column])
      }
    }
    extend([])
    return result
  }

  /// Tries every total row in turn. False where there is too much to try.
  private mutating func solve() -> Bool {
    let outcomes = indices(.outcome)
    let flows = indices(.incoming) + indices(.carriedForward)
    for (index, candidate) in candidates[total].enumerated() {
      var chosen = [Int](repeating: 0, count: lines.count)
      var ways: [[Int]] = []
      balance(flows, 0, candidate.sums, &chosen, &ways)
      // Ways that were not looked for are no ways that are not there.
      if trials > mostTrials { return false }
      guard !ways.isEmpty else { continue }
      do {
        guard
          let possible = try OutcomeFit.possible(
            outcomes.map { candidates[$0].map(\.sums) }, total: candidate.sums, work: &work)
        else { continue }
        for (outcome, own) in zip(outcomes, possible) { seen[outcome].formUnion(own) }
      } catch {
        return false
      }
      seen[total].insert(index)
      // Whatever the flows are: with this total row all of their ways go.
      for way in ways { for (flow, own) in zip(flows, way) { seen[flow].insert(own) } }
    }
    return true
  }

  private var total: Int { lines.indices.first { lines[$0].role == .total }! }

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
}
