// Reconstruction: numbers of the applications table that a text gives column by column, band for band → which number stands in which cell, where
// all sums hold.
//
// A converter that goes down the columns gives the first column of a page, then the second, and so on; on the next page it begins again. Where lines
// of cells touch, it takes a few rows at once, in two or three blocks beside one another. A band is a stretch of rows that is given so; a row that
// is given by itself is a band of one. Every row must add up to its total, and every column over all bands.
import Statute

struct ColumnBands {
  /// A way to read the numbers from one row on: so many rows, each with the places of its numbers.
  private struct Band {
    var rows: [[Int]]
    var sums: Sums
  }

  /// Over each column what the outcomes lack to the total row, then what came in and did not go out.
  private typealias Sums = SIMD16<Int>

  private static let width = Form.applicantColumns.count
  /// So many sums may be reached behind a row.
  static let mostStates = 20_000

  /// How many columns stand in each block of a band, from left to right: each by itself, or in two or three blocks.
  private static let blocks: [[Int]] = {
    var result = [[Int](repeating: 1, count: width)]
    for first in 1..<width {
      result.append([first, width - first])
      for second in 1..<max(1, width - first) { result.append([first, second, width - first - second]) }
    }
    return result
  }()

  /// For each row the places of its numbers among those given; nil where ways that all satisfy the sums have other numbers there. nil at all where
  /// no way satisfies them.
  static func rows(
    _ given: [DisplacedNumbers.Number], roles: [ApplicationSums.Role], mostStates: Int = mostStates
  ) throws(TooManyWays) -> [[Int]?]? {
    guard given.count == roles.count * width else { return nil }
    let numbers = given.map(\.value)
    let bands = roles.indices.map { self.bands(given, numbers, roles, from: $0) }
    // The sums that can be reached before each row.
    var reached = [Set<Sums>](repeating: [], count: roles.count + 1)
    reached[0] = [Sums()]
    for row in roles.indices {
      for band in bands[row] { for sums in reached[row] { reached[row + band.rows.count].insert(sums &+ band.sums) } }
      if reached[row + 1].count > mostStates { throw TooManyWays() }
    }
    guard reached[roles.count].contains(Sums()) else { return nil }
    // Backwards, those that lead to the end.
    var open = [Set<Sums>](repeating: [], count: roles.count + 1)
    open[roles.count] = [Sums()]
    var ways = [[[Int]]](repeating: [], count: roles.count)
    for row in roles.indices.reversed() {
      for band in bands[row] {
        let before = Set(open[row + band.rows.count].lazy.map { $0 &- band.sums }).intersection(reached[row])
        guard !before.isEmpty else { continue }
        open[row].formUnion(before)
        for (index, places) in band.rows.enumerated() { ways[row + index].append(places) }
      }
    }
    return ways.map { ways in
      guard let first = ways.first else { return nil }
      let values = first.map { numbers[$0] }
      return ways.allSatisfy { $0.map { numbers[$0] } == values } ? first : nil
    }
  }

  /// All bands that begin with the row and whose rows add up; of those with the same numbers one.
  private static func bands(
    _ given: [DisplacedNumbers.Number], _ numbers: [Int], _ roles: [ApplicationSums.Role], from row: Int
  ) -> [Band] {
    var result: [Band] = []
    var known: Set<[Int]> = []
    for height in 1...(roles.count - row) {
      for widths in height == 1 ? [[width]] : blocks {
        guard !isTorn(given, from: row * width, height: height, widths: widths),
          let rows = rows(numbers, from: row * width, height: height, widths: widths),
          known.insert(rows.flatMap { $0.map { numbers[$0] } }).inserted
        else { continue }
        var sums = Sums()
        for (index, places) in rows.enumerated() {
          for (column, place) in places.enumerated() {
            switch roles[row + index] {
            case .incoming: sums[8 + column] &+= numbers[place]
            case .outcome: sums[column] &+= numbers[place]
            case .total:
              sums[column] &-= numbers[place]
              sums[8 + column] &-= numbers[place]
            case .carriedForward: sums[8 + column] &-= numbers[place]
            }
          }
        }
        result.append(Band(rows: rows, sums: sums))
      }
    }
    return result
  }

  /// True where text stands within a column of a band: it is no column then, and the sums hold by chance.
  private static func isTorn(
    _ given: [DisplacedNumbers.Number], from start: Int, height: Int, widths: [Int]
  ) -> Bool {
    var block = start
    for columns in widths where height > 1 {
      let step = columns == 1 ? height : columns
      for index in 0..<(height * columns) where given[block + index].isBehindText && !index.isMultiple(of: step) {
        return true
      }
      block += height * columns
    }
    return false
  }

  /// The places of the numbers of each row; nil where a row does not add up.
  private static func rows(_ numbers: [Int], from start: Int, height: Int, widths: [Int]) -> [[Int]]? {
    var result: [[Int]] = []
    for index in 0..<height {
      var places: [Int] = []
      var block = start
      for width in widths {
        for column in 0..<width { places.append(block + index * width + column) }
        block += height * width
      }
      let sum = places.dropLast().reduce(0) { $0 &+ numbers[$1] }
      guard sum == numbers[places[width - 1]] else { return nil }
      result.append(places)
    }
    return result
  }
}
