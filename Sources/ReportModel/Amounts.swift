// ReportModel: exact amounts → their sum.
import Foundation

extension [Decimal?] {
  /// The sum of those that are there. Most cells of the forms print 0, which an exact number takes long to add.
  package var sum: Decimal {
    var sum: Decimal = 0
    for case let value? in self where !value.isZero { sum = sum.isZero ? value : sum + value }
    return sum
  }
}
