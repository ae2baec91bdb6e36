// Reconstruction: numbers behind the labels of a text of one cell a line → what their sums tell of the columns.
import Statute

extension StreamReading {
  static func counts(_ values: some Collection<Token>) -> [Int]? {
    ApplicationSums.counts(values.map { ValueReader.read($0.text, places: []) })
  }

  static func hasSubtotal(_ row: [Int]) -> Bool {
    guard let total = row.last, total > 0 else { return false }
    return ApplicantColumns.subtotalPlaces.contains { row.dropLast().reduce(0, &+) &- row[$0] == total }
  }

  /// The counts behind the labels that have so many.
  static func rowsOfValues(_ tokens: [Token], count: Int) -> [[Int]] {
    tokens.split { !$0.isValue }.compactMap { values in
      values.count == count ? counts(values) : nil
    }
  }
}
