// Reconstruction: rows of a text that gives one cell a line and leaves blank cells out → the same, those with a number too many in doubt.
import ReportModel
import Statute

/// Where blank cells leave no trace, a row that lacks a number and has got another one, that of a page or of a line given twice, is as long as a
/// whole one. It does not add up then, and would without one of its numbers; or no row of the text has a total.
enum StrayNumbers {
  /// So many rows without a total make it the custom of the report.
  private static let custom = 3

  /// Numbers too many before the label of a row that does not add up may be the beginnings of its own, which had to wrap. `leading`: so many stand
  /// before the first label.
  static func doubtHalves(_ rows: inout [PrintedRow], columns: Int, leading: Int) {
    let values = rows.map { row in row.cells.filter { $0.left >= FieldRows.firstValue } }
    for index in rows.indices where rows[index].doubt == nil && values[index].count == columns {
      guard index == 0 ? leading > 0 : values[index - 1].count > columns,
        let own = ApplicationSums.counts(values[index].map { ValueReader.read($0) }),
        !ApplicationSums.addUp(own)
      else { continue }
      rows[index].doubt = .severalValues
    }
  }

  /// More numbers before the first label than two rows have are those of rows whose labels come behind them: what looks like a row of blanks is none.
  static func doubtLate(_ rows: inout [PrintedRow], columns: Int, leading: Int) {
    guard leading > 2 * columns else { return }
    for index in rows.indices where rows[index].doubt == .blanksLost { rows[index].doubt = .rowAmbiguous }
  }

  static func doubt(_ rows: inout [PrintedRow], columns: Int) {
    let numbers = rows.map { row -> [Int]? in
      let values = row.cells.filter { $0.left >= FieldRows.firstValue }
      return ApplicationSums.counts(values.map { ValueReader.read($0.text, places: []) })
    }
    let short = numbers.compactMap { $0 }.filter { !$0.isEmpty && $0.count < columns }
    guard !short.isEmpty else { return }
    let isBare = short.count { !BlankPlacing.canStand($0) } >= custom
    for (index, own) in numbers.enumerated() {
      guard let own, own.count == columns, !ApplicationSums.addUp(own), rows[index].doubt == nil else {
        continue
      }
      let isStray = own.indices.contains { k in
        var rest = own
        rest.remove(at: k)
        return BlankPlacing.canStand(rest)
      }
      if isBare || isStray { rows[index].doubt = .columnAmbiguous }
    }
  }
}
