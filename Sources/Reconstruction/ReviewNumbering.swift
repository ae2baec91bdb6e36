// Reconstruction: a row that numbers the columns of the review table → told from its numbers.
import Statute

extension ReviewReader {
  /// The rows without one that numbers the columns, as forms of statistics do: 1 to 15, right over a row of counts that add up as those do not.
  static func withoutNumbering(_ rows: [PrintedRow]) -> [PrintedRow] {
    let reader = Self()
    let numbering = rows.indices.dropLast().first { index in
      let own = rows[index].cells
      guard isNumbering(own), rows[index + 1].cells.count == own.count else { return false }
      let below = reader.contents(rows[index + 1])
      return reader.addUp(below) && ApplicationSums.counts(below.values.map { CellFactory.cell([$0]) }) != nil
    }
    var result = rows
    if let numbering { result.remove(at: numbering) }
    return result
  }

  /// True for 1 to 15.
  static func isNumbering(_ cells: [PrintedCell]) -> Bool {
    cells.count == 3 * Form.reviewColumns.count && cells.enumerated().allSatisfy { $1.text == String($0 + 1) }
  }
}
