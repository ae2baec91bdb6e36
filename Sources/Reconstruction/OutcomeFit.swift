// Reconstruction: for each outcome of the applications table what its numbers could come to under each column → what of it can be, given the
// total row.
//
// Whether so many rows can add up to a total row is the question of subset sums, once for each column, tied together by the rows. Reports are
// small: of each column all sums that its rows can reach are kept, a bit each, and what reaches the total with no choice of the others is
// struck out, until nothing more is. What is left is tried, one way of one row at a time.
import Statute

struct OutcomeFit {
  /// A number for each of the seven columns; the eighth is nothing.
  typealias Sums = SIMD8<Int>

  /// For each row the ways that are not struck out.
  private typealias Open = [[Int]]

  private static let width = Form.applicantColumns.count
  /// Of larger totals not every sum is kept, only the least and the most.
  private static let mostBits = 1 << 17
  /// One way is tried no longer than this share of all work.
  private static let share = 20

  private let ways: [[Sums]]
  private let total: Sums
  /// What may still be looked at: ways of rows, and words of sums.
  private var work: Int

  private init(_ ways: [[Sums]], total: Sums, work: Int) {
    self.ways = ways
    self.total = total
    self.work = work
  }

  /// For each row its ways with which all rows can come to the total, and those that the work left did not suffice to tell of; nil where no way is.
  /// - Parameter work: so many ways of rows and words of sums may be looked at; what is left of them after.
  static func possible(_ ways: [[Sums]], total: Sums, work: inout Int) throws(TooManyWays) -> [Set<Int>]? {
    var fit = OutcomeFit(ways, total: total, work: work)
    defer { work = fit.work }
    return try fit.possible()
  }

  private mutating func possible() throws(TooManyWays) -> [Set<Int>]? {
    var open: Open = ways.map { Array($0.indices) }
    guard try strike(&open), let first = try found(open) else { return nil }
    var result = first.map { Set([$0]) }
    let most = work / Self.share
    for row in ways.indices {
      for way in open[row] where !result[row].contains(way) {
        var own = open
        own[row] = [way]
        let left = work
        work = min(work, most)
        let before = work
        do {
          if let found = try found(own) {
            for (other, way) in found.enumerated() { result[other].insert(way) }
          } else {
            open[row].removeAll { $0 == way }
          }
        } catch {
          result[row].insert(way)
        }
        work = left - (before - work)
      }
    }
    return result
  }

  /// A way for each row with which all come to the total.
  private mutating func found(_ open: Open) throws(TooManyWays) -> [Int]? {
    var open = open
    guard try strike(&open) else { return nil }
    // Rows with few ways leave the least to try.
    guard let row = open.indices.filter({ open[$0].count > 1 }).min(by: { open[$0].count < open[$1].count }) else {
      return open.map { $0[0] }
    }
    for way in open[row] {
      var own = open
      own[row] = [way]
      if let found = try found(own) { return found }
    }
    return nil
  }

  /// Strikes out what fits no choice of the others in some column. False where a row has no way left.
  private mutating func strike(_ open: inout Open) throws(TooManyWays) -> Bool {
    var stale = Array(0..<Self.width)
    while let column = stale.popLast() {
      guard let fitting = try fitting(open, column) else { return false }
      var hasChanged = false
      for row in open.indices {
        let own = open[row].filter { fitting[row].contains(ways[row][$0][column]) }
        if own.isEmpty { return false }
        if own.count < open[row].count {
          open[row] = own
          hasChanged = true
        }
      }
      if hasChanged { stale = (0..<Self.width).filter { $0 != column || stale.contains($0) } }
    }
    return true
  }

  /// For each row its numbers in the column with which the others can make up the total; nil where there is none.
  private mutating func fitting(_ open: Open, _ column: Int) throws(TooManyWays) -> [[Int]]? {
    let total = total[column]
    var numbers = open.indices.map { row in
      open[row].reduce(into: [Int]()) { own, way in
        let number = ways[row][way][column]
        if !own.contains(number) { own.append(number) }
      }
    }
    // Between the least and the most that the others come to.
    let least = numbers.map { $0.min()! }
    let most = numbers.map { $0.max()! }
    let (sumLeast, sumMost) = (least.reduce(0, &+), most.reduce(0, &+))
    guard sumLeast <= total, total <= sumMost else { return nil }
    for row in numbers.indices where numbers[row].count > 1 {
      let range = (total &- (sumMost &- most[row]))...(total &- (sumLeast &- least[row]))
      numbers[row].removeAll { !range.contains($0) }
    }
    let isOpen = total < Self.mostBits && numbers.contains { $0.count > 1 }
    work -= open.reduce(0) { $0 + $1.count }
    if isOpen { work -= numbers.reduce(1) { $0 + 3 * $1.count } * (total / 64 + 1) }
    if work < 0 { throw TooManyWays() }
    if isOpen { ColumnSums.strike(&numbers, total: total) }
    return numbers
  }
}

/// Sums over a column from 0 to its total, a bit each.
private struct ColumnSums {
  /// As many words for each row, and for none.
  private var words: [UInt64]
  private let width: Int

  /// Strikes out the numbers with which no choice of the others comes to the total.
  static func strike(_ numbers: inout [[Int]], total: Int) {
    // What the rows before each one come to.
    var reached = ColumnSums(rows: numbers.count + 1, total: total)
    reached.words[0] = 1
    for (row, own) in numbers.enumerated() { for number in own { reached.add(number, row) } }
    // And what they may for the rest to reach the total.
    var wanted = ColumnSums(rows: 2, total: total)
    wanted.words[total / 64] = 1 << UInt64(total % 64)
    for row in numbers.indices.reversed() {
      numbers[row].removeAll { !reached.meets(wanted, row, by: $0) }
      wanted.subtract(numbers[row])
    }
  }

  private init(rows: Int, total: Int) {
    width = total / 64 + 1
    words = Array(repeating: 0, count: rows * width)
  }

  /// Adds a number to each sum before the row, for those behind it.
  private mutating func add(_ number: Int, _ row: Int) {
    let (start, step, shift) = (row * width, number / 64, UInt64(number % 64))
    for index in stride(from: step, to: width, by: 1) {
      words[start + width + index] |= raised(start + index - step, index > step, shift)
    }
  }

  /// True where a sum before the row with the number added is one of those wanted.
  private func meets(_ wanted: ColumnSums, _ row: Int, by number: Int) -> Bool {
    let (start, step, shift) = (row * width, number / 64, UInt64(number % 64))
    return stride(from: step, to: width, by: 1).contains { index in
      raised(start + index - step, index > step, shift) & wanted.words[index] != 0
    }
  }

  /// A word of the sums moved up; what goes beyond the total may still stand in the last.
  private func raised(_ index: Int, _ hasLower: Bool, _ shift: UInt64) -> UInt64 {
    let own = words[index] << shift
    return shift > 0 && hasLower ? own | words[index - 1] >> (64 - shift) : own
  }

  /// Takes one of the numbers away from each sum, down to 0.
  private mutating func subtract(_ numbers: [Int]) {
    for index in 0..<width { words[width + index] = 0 }
    for number in numbers {
      let (step, shift) = (number / 64, UInt64(number % 64))
      for index in stride(from: step, to: width, by: 1) {
        words[width + index - step] |= words[index] >> shift
        if shift > 0, index > step { words[width + index - step - 1] |= words[index] << (64 - shift) }
      }
    }
    for index in 0..<width { words[index] = words[width + index] }
  }
}
