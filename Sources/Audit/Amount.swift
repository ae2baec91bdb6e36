// Audit: numbers as messages print them.
import Foundation

extension Decimal {
  /// `-13`, `59237.2449`: no grouping, no exponent, the same in every locale.
  var plain: String { description }

  /// True where there is no fraction.
  var isWhole: Bool {
    var value = self
    var rounded = Decimal()
    NSDecimalRound(&rounded, &value, 0, .plain)
    return rounded == self
  }

  /// The number as an integer where it is one of at most nine digits; nil otherwise.
  var smallInteger: Int? {
    if isZero { return 0 }
    guard isWhole, magnitude < 1_000_000_000 else { return nil }
    return NSDecimalNumber(decimal: self).intValue
  }
}
