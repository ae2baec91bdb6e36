// Reconstruction: numbers of the applications table most of whose rows stand in order in a text, while cells of some were carried elsewhere →
// which number stands in which cell, where the sums leave one way.
//
// A converter cuts the table into blocks. Where a label or a cell of two lines touches the row above or below, a block holds parts of several
// rows, and some numbers come before or behind their row. The rows that are whole add up; the others are what their columns leave for them,
// and must use up the numbers that are left over.
// Longer than others: it is one search, and each of its steps looks at the same numbers.
import Statute

struct DisplacedNumbers {
  /// What came in front of a number in the text.
  struct Number {
    var value: Int
    /// True where text stands between this number and the one before it.
    var isBehindText: Bool
  }

  private static let width = Form.applicantColumns.count
  /// So many rows may be in pieces; more are no table that is mostly in order.
  private static let mostLoose = 4
  /// So many numbers may be none of the table's.
  static let mostForeign = 3
  /// Of a row in pieces so many numbers stand between its neighbours.
  private static let inPlace = 4
  private static let mostParses = 400
  private static let mostTrials = 200_000
  /// A column has so many ways to fill the rows in pieces.
  static let mostCandidates = 2_000

  private let numbers: [Number]
  private let roles: [ApplicationSums.Role]
  private let mostCandidates: Int
  private var trials = 0

  /// For each row the place of each of its numbers among those given; nil where the sums leave a choice. nil at all where the table is not mostly in
  /// order, or no way, or too many, can be tried. Numbers of the same value count as the same.
  static func rows(
    _ numbers: [Number], roles: [ApplicationSums.Role], mostCandidates: Int = mostCandidates
  ) -> [[Int]?]? {
    guard numbers.count >= roles.count * width, numbers.count <= roles.count * width + mostForeign else { return nil }
    var own = DisplacedNumbers(numbers: numbers, roles: roles, mostCandidates: mostCandidates)
    return try? own.solved()
  }

  private init(numbers: [Number], roles: [ApplicationSums.Role], mostCandidates: Int) {
    self.numbers = numbers
    self.roles = roles
    self.mostCandidates = mostCandidates
  }

  /// For each row the place of its first number, nil where it is in pieces.
  private typealias Parse = [Int?]

  /// Numbers with text between them may be a row, or parts of one that happen to add up as well.
  private mutating func solved() throws(TooManyWays) -> [[Int]?]? {
    let starts = (0...numbers.count).map(isRow)
    // Where rows have text within, what stands elsewhere tells nothing: such ways may contradict the others, and do not choose.
    let any = try solved(starts)
    guard let whole = try solved(starts.enumerated().map { $1 && !isInterrupted($0) }) else { return any }
    return any.map { any in shared(whole, zip(whole, any).map { $1 ?? $0 }) } ?? whole
  }

  /// The rows that both ways have alike.
  private func shared(_ one: [[Int]?], _ other: [[Int]?]) -> [[Int]?] {
    zip(one, other).map { a, b in
      guard let a, let b, a.map({ numbers[$0].value }) == b.map({ numbers[$0].value }) else { return nil }
      return a
    }
  }

  private mutating func solved(_ starts: [Bool]) throws(TooManyWays) -> [[Int]?]? {
    var found: [[[Int]?]] = []
    var hasOrdered = false
    let parses = try parses(starts)
    func isKnown(_ parse: Parse) -> Bool { isInPieces(parse) && !hasZerosOfMore(parse) }
    for parse in parses where isKnown(parse) {
      var solutions = try solutions(of: parse)
      if let inPlace = solutions.first(where: { misplaced($0, parse) == 0 }), isOrdered(inPlace, parse) {
        solutions.removeAll { misplaced($0, parse) >= Self.clearly }
      }
      let ordered = solutions.filter { isOrdered($0, parse) }
      hasOrdered = hasOrdered || !ordered.isEmpty
      // One that stands in no order stays a way unless only the order of its rows is another than in one that does.
      let others = solutions.filter { other in
        !isOrdered(other, parse) && !ordered.contains { hasSameRows(other, $0, parse) }
      }
      found += (ordered + others).map { withoutExchangeable($0, parse) }
    }
    guard hasOrdered, let first = found.first else { return nil }
    // One whose rows stand there whole, and add up in another order only, or of whose zeros it is not told which are a row, is not known to be the
    // way, and contradicts the others.
    for parse in parses where !isKnown(parse) { found += try solutions(of: parse) }
    return found.dropFirst().reduce(first) { shared($0, $1) }
  }

  /// Where all numbers of one way stand between the neighbours of their rows, another is out of the question if so many of it stand elsewhere.
  private static let clearly = 4

  /// How many numbers of rows in pieces do not stand between the neighbours of their row.
  private func misplaced(_ rows: [[Int]?], _ parse: Parse) -> Int {
    let own = groups(parse).reduce(0) { sum, group in
      var values: [Int: Int] = [:]
      for place in group.rows.compactMap({ rows[$0] }).joined() { values[numbers[place].value, default: 0] += 1 }
      return sum
        + group.numbers.count { index in
          values[numbers[index].value, default: 0] -= 1
          return values[numbers[index].value]! >= 0
        }
    }
    return numbers.count - parse.count(where: { $0 != nil }) * Self.width - own
  }

  /// True where each group of rows in pieces has the same rows, in whichever order.
  private func hasSameRows(_ one: [[Int]?], _ other: [[Int]?], _ parse: Parse) -> Bool {
    func rows(_ group: Group, _ rows: [[Int]?]) -> [[Int]: Int] {
      group.rows.reduce(into: [:]) { $0[rows[$1]!.map { numbers[$0].value }, default: 0] += 1 }
    }
    return groups(parse).allSatisfy { rows($0, one) == rows($0, other) }
  }

  // MARK: Rows that are whole

  private func isRow(_ start: Int) -> Bool {
    guard start + Self.width <= numbers.count else { return false }
    let own = numbers[start..<(start + Self.width)].map(\.value)
    return own.dropLast().reduce(0, +) == own.last
  }

  private func isInterrupted(_ start: Int) -> Bool {
    numbers[(start + 1)..<(start + Self.width)].contains(where: \.isBehindText)
  }

  /// The ways to take numbers that follow one another for rows so that the fewest rows are in pieces; none where those are no row, or too many.
  private func parses(_ starts: [Bool]) throws(TooManyWays) -> [Parse] {
    let count = numbers.count
    let rows = roles.count
    // The fewest rows in pieces from here on, by the number and the row that are next.
    var least = [[Int]](repeating: [Int](repeating: .max, count: rows + 1), count: count + 1)
    for start in (0...count).reversed() {
      for row in (0...rows).reversed() {
        if start == count, row == rows {
          least[start][row] = 0
          continue
        }
        var best = Int.max
        if row < rows, least[start][row + 1] < .max { best = least[start][row + 1] + 1 }
        if start < count { best = min(best, least[start + 1][row]) }
        if row < rows, starts[start] { best = min(best, least[start + Self.width][row + 1]) }
        least[start][row] = best
      }
    }
    guard least[0][0] > 0, least[0][0] <= Self.mostLoose else { return [] }
    var result: [Parse] = []
    // `loose`: so many rows before this one are in pieces.
    func extend(_ start: Int, _ parse: Parse, loose: Int) {
      if result.count > Self.mostParses { return }
      let row = parse.count
      if row == rows {
        if count - start >= Self.inPlace * loose { result.append(parse) }
        return
      }
      if least[start][row + 1] == least[start][row] - 1 { extend(start, parse + [nil], loose: loose + 1) }
      let next = start + Self.inPlace * loose
      guard next < count else { return }
      for next in next..<min(count, start + (Self.mostLoose + 1) * Self.width)
      where starts[next] && least[next + Self.width][row + 1] == least[start][row] {
        extend(next + Self.width, parse + [next], loose: 0)
      }
    }
    extend(0, [], loose: 0)
    if result.count > Self.mostParses { throw TooManyWays() }
    return result
  }

  /// The rows in pieces that follow one another, and where what stands between their neighbours begins and ends.
  private struct Group {
    var rows: Range<Int>
    var numbers: Range<Int>
  }

  private func groups(_ parse: Parse) -> [Group] {
    var result: [Group] = []
    var row = 0
    while row < parse.count {
      if parse[row] != nil {
        row += 1
        continue
      }
      let end = parse[row...].firstIndex { $0 != nil } ?? parse.count
      let first = row == 0 ? 0 : parse[row - 1]! + Self.width
      result.append(Group(rows: row..<end, numbers: first..<(end < parse.count ? parse[end]! : numbers.count)))
      row = end
    }
    return result
  }

  /// True where each of the rows in pieces is in pieces indeed: one that stands there whole and does not add up is the report's own fault.
  private func isInPieces(_ parse: Parse) -> Bool {
    groups(parse).allSatisfy { group in
      group.numbers.count != Self.width * group.rows.count
        || group.numbers.dropFirst().contains { numbers[$0].isBehindText }
    }
  }

  /// True where a row of zeros is a part of what stands there without text between: which of the zeros are the row is not told.
  private func hasZerosOfMore(_ parse: Parse) -> Bool {
    let starts = Set(parse.compactMap { $0 })
    return starts.contains { start in
      let end = start + Self.width
      guard numbers[start..<end].allSatisfy({ $0.value == 0 }) else { return false }
      let isBehindMore = start > 0 && !numbers[start].isBehindText && !starts.contains(start - Self.width)
      let isBeforeMore = end < numbers.count && !numbers[end].isBehindText && !starts.contains(end)
      return isBehindMore || isBeforeMore
    }
  }

  // MARK: Rows in pieces

  /// All ways to give the numbers left over to the rows in pieces that satisfy every sum.
  private mutating func solutions(of parse: Parse) throws(TooManyWays) -> [[[Int]?]] {
    let loose = parse.indices.filter { parse[$0] == nil }
    let taken = Set(parse.compactMap { $0 }.flatMap { $0..<($0 + Self.width) })
    let rest = numbers.indices.filter { !taken.contains($0) }
    var pool: [Int: Int] = [:]
    for index in rest { pool[numbers[index].value, default: 0] += 1 }
    let values = pool.keys.sorted()
    let columns = try (0..<Self.width).map { column throws(TooManyWays) in
      try candidates(column: column, parse: parse, loose: loose, values: values)
    }
    guard columns.allSatisfy({ !$0.isEmpty }) else { return [] }
    // Where few ways are possible, they are tried first.
    let order = columns.indices.sorted { (columns[$0].count, $0) < (columns[$1].count, $1) }
    var found: [[[Int]]] = []
    var chosen = [[Int]](repeating: [], count: Self.width)
    try place(order[...], columns, loose, &pool, &chosen, &found)
    return found.map { values in whole(parse, loose, values, rest: rest) }
  }

  /// What can stand in the rows in pieces under a column: the last of them that takes part in a sum over it is what the others leave.
  private func candidates(
    column: Int, parse: Parse, loose: [Int], values: [Int]
  ) throws(TooManyWays) -> [[Int]] {
    // Outcomes less the total, and what comes in less what goes out.
    var outcomes = 0
    var flow = 0
    for (row, start) in parse.enumerated() {
      guard let start else { continue }
      let value = numbers[start + column].value
      outcomes += value * Self.signs(roles[row]).outcomes
      flow += value * Self.signs(roles[row]).flow
    }
    var result: [[Int]] = []
    func extend(_ own: [Int], _ outcomes: Int, _ flow: Int) {
      if result.count > mostCandidates { return }
      guard own.count < loose.count else {
        if outcomes == 0, flow == 0 { result.append(own) }
        return
      }
      let signs = Self.signs(roles[loose[own.count]])
      let others = loose[(own.count + 1)...].map { Self.signs(roles[$0]) }
      for value in values {
        let outcomesThen = outcomes + value * signs.outcomes
        let flowThen = flow + value * signs.flow
        if outcomesThen != 0, others.allSatisfy({ $0.outcomes == 0 }) { continue }
        if flowThen != 0, others.allSatisfy({ $0.flow == 0 }) { continue }
        extend(own + [value], outcomesThen, flowThen)
      }
    }
    extend([], outcomes, flow)
    if result.count > mostCandidates { throw TooManyWays() }
    return result
  }

  private static func signs(_ role: ApplicationSums.Role) -> (outcomes: Int, flow: Int) {
    switch role {
    case .incoming: (0, 1)
    case .outcome: (1, 0)
    case .total: (-1, -1)
    case .carriedForward: (0, -1)
    }
  }

  private mutating func place(
    _ order: ArraySlice<Int>, _ columns: [[[Int]]], _ loose: [Int], _ pool: inout [Int: Int], _ chosen: inout [[Int]],
    _ found: inout [[[Int]]]
  ) throws(TooManyWays) {
    trials += 1
    if trials > Self.mostTrials { throw TooManyWays() }
    guard let column = order.first else {
      let holds = loose.indices.allSatisfy { row in
        chosen.dropLast().reduce(0) { $0 + $1[row] } == chosen[Self.width - 1][row]
      }
      if holds { found.append(chosen) }
      return
    }
    for candidate in columns[column] {
      var isThere = true
      for value in candidate {
        pool[value, default: 0] -= 1
        if pool[value]! < 0 { isThere = false }
      }
      if isThere {
        chosen[column] = candidate
        try place(order.dropFirst(), columns, loose, &pool, &chosen, &found)
      }
      for value in candidate { pool[value]! += 1 }
    }
  }

  /// The rows of a solution as places of numbers.
  private func whole(_ parse: Parse, _ loose: [Int], _ values: [[Int]], rest: [Int]) -> [[Int]?] {
    var result: [[Int]?] = parse.map { $0.map { Array($0..<($0 + Self.width)) } }
    for (index, row) in loose.enumerated() {
      result[row] = values.map { column in rest.first { numbers[$0].value == column[index] }! }
    }
    return result
  }

  /// False where rows that could change places are not told apart by where their numbers stand.
  private func isOrdered(_ rows: [[Int]?], _ parse: Parse) -> Bool {
    groups(parse).allSatisfy { isOrdered($0, rows) || isSplit($0, rows) }
  }

  /// A solution without the rows that may as well be exchanged.
  private func withoutExchangeable(_ rows: [[Int]?], _ parse: Parse) -> [[Int]?] {
    var result = rows
    for row in parse.indices where parse[row] == nil {
      for other in exchangeable(row, result) { result[other] = nil }
    }
    return result
  }

  /// A row in pieces and the rows of zeros before and behind it: its other numbers may as well be those of one of them, as the sums hold in any
  /// outcome and zeros do not tell where they end.
  private func exchangeable(_ row: Int, _ rows: [[Int]?]) -> [Int] {
    func isZeros(_ row: Int) -> Bool { rows[row]?.allSatisfy { numbers[$0].value == 0 } ?? true }
    guard roles[row] == .outcome, !isZeros(row) else { return [] }
    let before = rows.indices[..<row].reversed().prefix { roles[$0] == .outcome && isZeros($0) }
    let behind = rows.indices[(row + 1)...].prefix { roles[$0] == .outcome && isZeros($0) }
    return before.isEmpty && behind.isEmpty ? [] : before + [row] + behind
  }

  /// True where the numbers between the neighbours are the first cells of each row, then the rest of each.
  private func isSplit(_ group: Group, _ rows: [[Int]?]) -> Bool {
    let own = group.numbers.map { numbers[$0].value }
    let count = group.rows.count
    guard own.count == count * Self.width else { return false }
    return (1..<Self.width).contains { cut in
      let rest = Self.width - cut
      return group.rows.enumerated().allSatisfy { k, row in
        let values = rows[row]!.map { numbers[$0].value }
        return values.prefix(cut).elementsEqual(own[(k * cut)..<((k + 1) * cut)])
          && values.dropFirst(cut).elementsEqual(own[(count * cut + k * rest)...].prefix(rest))
      }
    }
  }

  /// True where the numbers between the neighbours are those of the first row, then those of the next, for outcomes; one row's most numbers
  /// stand there.
  private func isOrdered(_ group: Group, _ rows: [[Int]?]) -> Bool {
    let own = group.numbers.map { numbers[$0].value }
    let outcomes = group.rows.filter { roles[$0] == .outcome }
    if outcomes.count < 2 { return true }
    // Each number is the first row's or a later one's, in order.
    var reached: Set<Int> = [0]
    for row in group.rows {
      let values = rows[row]!.map { numbers[$0].value }
      var next: Set<Int> = []
      for start in reached {
        var left = values
        var end = start
        var count = 0
        while true {
          if count >= Self.inPlace { next.insert(end) }
          guard end < own.count, let found = left.firstIndex(of: own[end]) else { break }
          left.remove(at: found)
          end += 1
          count += 1
        }
      }
      reached = next
    }
    return reached.contains(own.count)
  }
}
