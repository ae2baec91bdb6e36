// Reconstruction: the sums that the applications table must satisfy, over plain numbers.
import ReportModel
import Statute

/// Every row adds up to its total; the outcomes add up to the total row; what came in and was carried over is what was concluded and is carried on.
enum ApplicationSums {
  /// How a row takes part in the sums over a column.
  enum Role {
    /// 一、二: comes in.
    case incoming
    case outcome
    /// （七）总计
    case total
    /// 四、结转下年度继续办理
    case carriedForward

    init(_ row: RowID) {
      switch row {
      case .newReceived, .carriedOver: self = .incoming
      case .total: self = .total
      case .carriedForward: self = .carriedForward
      default: self = .outcome
      }
    }
  }

  /// No count is larger: sums of such numbers stay whole numbers.
  static let largest = 1 << 40

  /// True where the last is the sum of those before it, as in each row and in each group of the review table.
  static func addUp(_ counts: some BidirectionalCollection<Int>) -> Bool {
    counts.dropLast().reduce(0, &+) == counts.last
  }

  /// The cells as counts, blanks and placeholders as nothing; nil where one is something else.
  static func counts(_ cells: [Cell]) -> [Int]? {
    var result: [Int] = []
    for cell in cells {
      switch cell.state {
      case .blank, .placeholder: result.append(0)
      case .number:
        guard let number = cell.value.flatMap({ Int($0.description) }), (0..<largest).contains(number) else {
          return nil
        }
        result.append(number)
      case .text, .unread: return nil
      }
    }
    return result
  }

  /// True where the sums fail as they do where a report errs: another number in one cell, or in one cell of each of two rows, mends all of them. Rows
  /// that stand in another order, or numbers out of place, break more.
  static func err(_ numbers: [Int], rows: [RowID]) -> Bool {
    let width = Form.applicantColumns.count
    let roles = rows.map(Role.init)
    func value(_ row: Int, _ column: Int) -> Int { numbers[row * width + column] }
    var outcomes = [Int](repeating: 0, count: width)
    var flow = outcomes
    func add(_ change: Int, _ row: Int, _ column: Int) {
      switch roles[row] {
      case .incoming: flow[column] &+= change
      case .outcome: outcomes[column] &+= change
      case .total:
        outcomes[column] &-= change
        flow[column] &-= change
      case .carriedForward: flow[column] &-= change
      }
    }
    var failing: [(row: Int, by: Int)] = []
    for row in rows.indices {
      for column in 0..<width { add(value(row, column), row, column) }
      let sum = (0..<(width - 1)).reduce(0) { $0 &+ value(row, $1) }
      if sum != value(row, width - 1) { failing.append((row, sum &- value(row, width - 1))) }
    }
    guard (1...2).contains(failing.count) else { return false }
    var isMended = false
    var isExchanged = false
    /// `printed` and `meant`: the numbers of the cells that are mended, and those that mend them. Two may only have changed places.
    func mend(_ rest: ArraySlice<(row: Int, by: Int)>, _ printed: [Int], _ meant: [Int]) {
      guard let first = rest.first else {
        guard outcomes.allSatisfy({ $0 == 0 }), flow.allSatisfy({ $0 == 0 }) else { return }
        if printed == meant.reversed() { isExchanged = true } else { isMended = true }
        return
      }
      for column in 0..<width {
        let change = column == width - 1 ? first.by : -first.by
        let own = value(first.row, column)
        guard own &+ change >= 0 else { continue }
        add(change, first.row, column)
        mend(rest.dropFirst(), printed + [own], meant + [own &+ change])
        add(-change, first.row, column)
      }
    }
    mend(failing[...], [], [])
    return isMended && !isExchanged
  }

  /// True where all sums hold. `numbers`: row by row, each of so many columns, the total last.
  static func hold(_ numbers: [Int], rows: [RowID], columns: Int) -> Bool {
    var results = [Int](repeating: 0, count: columns)
    var balance = [Int](repeating: 0, count: columns)
    for (r, row) in rows.enumerated() {
      let own = numbers[(r * columns)..<((r + 1) * columns)]
      guard addUp(own) else { return false }
      for (c, value) in own.enumerated() {
        switch Role(row) {
        case .incoming: balance[c] &+= value
        case .outcome: results[c] &+= value
        case .total:
          results[c] &-= value
          balance[c] &-= value
        case .carriedForward: balance[c] &-= value
        }
      }
    }
    return results.allSatisfy { $0 == 0 } && balance.allSatisfy { $0 == 0 }
  }
}
