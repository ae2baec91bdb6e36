// Reconstruction: a text that runs in the order of its tables → the rows of the Article-20 table, whose numbers are apart from their labels.
import ReportModel
import Statute

extension OrderedReading {
  /// The rows of the Article-20 table, which has no sums: only where the text is known to run in the order of its tables, and holds exactly as
  /// many numbers as the table has cells.
  static func article20(_ tokens: [StreamReading.Token]) -> [PrintedRow]? {
    guard let labels = ScatteredLabels(tokens, table: .article20) else { return nil }
    let values = tokens.filter(\.isValue)
    let rows = labels.rows(for: values.count, columns: \.columns.count)
    let counts = rows.map { labels.form.rows[$0].columns.count }
    guard values.count == counts.reduce(0, +), runsAreRows(tokens, counts),
      PrintedOrder.isForm(labels.form, in: tokens.map(\.text))
    else { return nil }
    var rest = values[...]
    for count in counts {
      if StreamReading.areStacked(rest.prefix(count).map(\.line)) { return nil }
      rest = rest.dropFirst(count)
    }
    return labels.printedRows(rows, values, counts: counts, firstValue: 1)
  }

  /// True where nothing says that the numbers run column by column: no label stands among those of one row, and where empty lines part most
  /// numbers, no two stand on lines that follow one another, as the cells of a column do.
  private static func runsAreRows(_ tokens: [StreamReading.Token], _ counts: [Int]) -> Bool {
    var ends: Set<Int> = []
    for count in counts { ends.insert((ends.max() ?? 0) + count) }
    var seen = 0
    var steps: Set<Int> = []
    for (token, next) in zip(tokens, tokens.dropFirst()) where token.isValue {
      seen += 1
      if next.isValue {
        steps.insert(min(2, next.line - token.line))
      } else if !ends.contains(seen) {
        return false
      }
    }
    return !steps.isSuperset(of: [1, 2])
  }
}
