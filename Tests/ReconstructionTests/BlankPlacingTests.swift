import Statute
import Testing

@testable import Reconstruction

/// Blank cells that left no trace: the sums place the numbers, or nothing does.
@Suite struct BlankPlacingTests {
  typealias Line = BlankPlacing.Line

  private static func lines(_ numbers: [[Int]]) -> [Line] {
    let roles: [ApplicationSums.Role] =
      [.incoming, .incoming] + Array(repeating: .outcome, count: numbers.count - 4) + [.total, .carriedForward]
    return zip(roles, numbers).map { Line(role: $0, numbers: $1) }
  }

  /// For each line the column of each of its numbers; nil where one of them is open.
  private static func columns(
    _ lines: [Line], mostTrials: Int = BlankPlacing.mostTrials, mostWork: Int = BlankPlacing.mostWork
  ) -> [[Int]?]? {
    BlankPlacing.slots(lines, mostTrials: mostTrials, mostWork: mostWork).map { slots in
      zip(lines, slots).map { line, slots in
        let places = line.numbers.indices.compactMap { slots.firstIndex(of: .number($0)) }
        return places.count == line.numbers.count ? places : nil
      }
    }
  }

  @Test("One placing satisfies every sum: it is taken")
  func unique() {
    let placed = Self.columns(
      Self.lines([[5, 2, 0, 0, 0, 1, 8], [3, 3], [5, 3, 8], [2, 1, 3], [5, 2, 3, 0, 0, 1, 11], []]))
    // 3 came in from research: the total row has 3 there.
    #expect(placed?[1] == [2, 6])
    #expect(placed?[2] == [0, 2, 6])
    #expect(placed?[3] == [1, 5, 6])
    #expect(placed?[5] == [])
  }

  @Test(
    "Where zeros could stand in one column or another, the other numbers are placed, and the zeros where one place is left"
  )
  func zeros() {
    let slots = BlankPlacing.slots(
      Self.lines([[9, 4, 0, 0, 0, 0, 13], [], [9, 0, 9], [4, 4], [9, 4, 0, 0, 0, 0, 13], [0, 0]]))
    #expect(slots?[2] == [.number(0), .open, .open, .open, .open, .open, .number(2)])
    #expect(slots?[3] == [.blank, .number(0), .blank, .blank, .blank, .blank, .number(1)])
    #expect(slots?[5] == Array(repeating: .open, count: 7))
  }

  @Test("Of rows that can be exchanged what they agree on is known")
  func agreed() {
    let slots = BlankPlacing.slots(
      Self.lines([[1, 1, 0, 0, 0, 0, 2], [], [1, 1], [1, 1], [1, 1, 0, 0, 0, 0, 2], []]))
    let row: [BlankPlacing.Slot] = [.open, .open, .blank, .blank, .blank, .blank, .number(1)]
    #expect(slots?[2] == row && slots?[3] == row)
  }

  @Test("Rows that can be exchanged are left open, the others are placed")
  func open() {
    let placed = Self.columns(
      Self.lines([[1, 1, 2, 0, 0, 0, 4], [], [1, 1], [1, 1], [2, 2], [1, 1, 2, 0, 0, 0, 4], []]))
    #expect(placed?[2] == .some(nil))
    #expect(placed?[3] == .some(nil))
    #expect(placed?[4] == [2, 6])
  }

  @Test(
    "Nothing is placed where no placing satisfies the sums",
    arguments: [
      [[5, 0, 0, 0, 0, 0, 5], [], [4, 4], [5, 0, 0, 0, 0, 0, 5], []],
      [[5, 0, 0, 0, 0, 0, 6], [], [5, 5], [5, 0, 0, 0, 0, 0, 5], []],
      [[5, 0, 0, 0, 0, 0, 5], [], [1, 2, 3, 4, 5, 6, 7, 8], [5, 0, 0, 0, 0, 0, 5], []],
      [[5, 0, 0, 0, 0, 0, 5], [], [-5, -5], [5, 0, 0, 0, 0, 0, 5], []],
    ])
  func contradictory(numbers: [[Int]]) {
    #expect(Self.columns(Self.lines(numbers)) == nil)
  }

  @Test("Rows that can be placed in very many ways are given up, soon")
  func tooMany() {
    let rows = Array(repeating: [1, 1, 2], count: 20)
    let placed = Self.columns(
      Self.lines([[20, 20, 40], [20, 20, 40]] + rows + [[7, 7, 6, 7, 7, 6, 40], [20, 20, 40]]))
    #expect(placed == nil || placed!.dropFirst(2).dropLast(2).allSatisfy { $0 == nil })
  }

  @Test("A search that is given up, wherever it is, decides nothing that the whole one leaves open")
  func givenUp() throws {
    let lines = Self.lines([[1, 1], [1, 1], [1, 1], [1, 1], [1, 1, 2], []])
    let whole = try #require(Self.columns(lines))
    #expect(whole.contains { $0 == nil } && whole.contains { $0 != nil })
    for most in 1...600 {
      for placed in [Self.columns(lines, mostTrials: most), Self.columns(lines, mostWork: most)] {
        for (own, all) in zip(placed ?? [], whole) { #expect(own == nil || own == all, "\(most)") }
      }
    }
    #expect(Self.columns(lines, mostTrials: 20) == nil)
    #expect(Self.columns(lines, mostWork: 20) == nil)
  }

  @Test("A whole table of large numbers is placed, though its rows have very many ways to stand")
  func large() {
    let outcomes = [
      [127, 26, 0, 0, 0, 0], [4, 0, 77, 0, 0, 0], [0, 15, 3, 0, 0, 19], [0, 5, 0, 2, 24, 0], [57, 0, 0, 58, 0, 0],
      [102, 0, 1, 0, 0, 3], [31, 17, 0, 23, 0, 3], [18, 0, 14, 0, 0, 7], [0, 0, 78, 38, 0, 0], [74, 0, 0, 0, 10, 0],
      [0, 9, 0, 0, 6, 41], [12, 0, 35, 0, 8, 0],
      [80, 0, 0, 0, 0, 0], [0, 20, 0, 0, 0, 0], [0, 0, 0, 0, 0, 196], [0, 0, 249, 0, 0, 0], [0, 33, 0, 0, 0, 0],
      [0, 0, 0, 91, 0, 0], [0, 0, 0, 0, 52, 0],
    ].map { $0.map { 3 * $0 * $0 + 2 * $0 } }
    let total = (0..<6).map { column in outcomes.reduce(0) { $0 + $1[column] } }
    let table = ([total, Array(repeating: 0, count: 6)] + outcomes + [total, Array(repeating: 0, count: 6)]).map {
      $0.contains { $0 > 0 } ? $0 + [$0.reduce(0, +)] : $0
    }
    let printed = table.map { row in row.indices.filter { row[$0] != 0 } }
    #expect(Self.columns(Self.lines(zip(table, printed).map { row, own in own.map { row[$0] } })) == printed)
  }

  @Test("Of tables whose blanks are lost no number is ever placed elsewhere", arguments: 0..<16)
  func neverElsewhere(seed: Int) {
    var state = UInt64(seed + 1)
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var outcomes = (0..<5).map { _ in (0..<6).map { _ in random(4) == 0 ? random(30) : 0 } }
    outcomes = outcomes.map { $0 + [$0.reduce(0, +)] }
    let total = (0..<7).map { c in outcomes.reduce(0) { $0 + $1[c] } }
    let carried = (0..<6).map { total[$0] / 7 }
    let over = carried + [carried.reduce(0, +)]
    let new = zip(total, over).map { $0 - $1 }
    let table = [new, over] + outcomes + [total, Array(repeating: 0, count: 7)]
    let printed = table.map { row in row.indices.filter { row[$0] != 0 } }
    let lines = Self.lines(zip(table, printed).map { row, columns in columns.map { row[$0] } })
    guard let placed = Self.columns(lines) else { return }
    for (own, columns) in zip(placed, printed) { #expect(own == nil || own == columns) }
  }
}
