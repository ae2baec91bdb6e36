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

  /// True where all sums hold. `numbers`: row by row, each of so many columns, the total last.
  static func hold(_ numbers: [Int], rows: [RowID], columns: Int) -> Bool {
    var results = [Int](repeating: 0, count: columns)
    var balance = [Int](repeating: 0, count: columns)
    for (r, row) in rows.enumerated() {
      let own = numbers[(r * columns)..<((r + 1) * columns)]
      let sum = own.dropLast().reduce(0, &+)
      guard sum == own.last else { return false }
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
