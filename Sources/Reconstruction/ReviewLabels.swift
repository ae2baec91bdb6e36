// Reconstruction: a review-and-litigation table in an arrangement of its own → which cell is which, by the labels beside and above it.
import Statute

/// The form sets its fifteen numbers in one row. Reports also set them in three rows of five, in fifteen rows of one, or in three tables: there
/// the labels to the left of a number and over it name it.
enum ReviewLabels {
  private static let outcomes: [(ColumnID, [Unicode.Scalar])] = [
    (.upheld, "结果维持"), (.corrected, "结果纠正"), (.other, "其他结果"), (.pending, "尚未审结"), (.total, "总计"),
  ].map { ($0, Wording.folded($1)) }
  /// The more special one first.
  private static let groups: [(RowID, [Unicode.Scalar])] = [
    (.litigationAfterReview, "复议后"), (.litigationDirect, "未经复议"), (.litigationDirect, "直接起诉"), (.review, "行政复议"),
  ].map { ($0, Wording.folded($1)) }

  /// What a cell says of the numbers beside or under it.
  private struct Heading {
    var outcome: ColumnID?
    var group: RowID?
    var left: Double
    var right: Double
  }

  /// A cell under a column is no wider than so many of it.
  private static let widest = 1.5

  /// Every cell of the form by its row and column; nil where one is not there, or there twice.
  static func cells(_ rows: [PrintedRow]) -> [RowID: [ColumnID: PrintedCell]]? {
    var above: [Heading] = []
    var result: [RowID: [ColumnID: PrintedCell]] = [:]
    var seen: Set<PrintedCell> = []
    // What stands above the first of its words is none of the table.
    for row in rows.drop(while: { !$0.cells.contains { heading($0) != nil } }) {
      var beside: [Heading] = []
      // The rest of a group's cell behind a page break.
      var rest: [PrintedCell] = []
      // A group's name alone on a line stands over all that follows.
      let isAlone = row.cells.count == 1 && row.cells[0].isOfText
      for cell in row.cells.sorted(by: { $0.left < $1.left }) {
        if var heading = heading(cell) {
          if isAlone, heading.group != nil { (heading.left, heading.right) = (-.infinity, .infinity) }
          beside.append(heading)
          continue
        }
        guard cell.isEmpty || cell.isValue else { continue }
        let over = above.reversed().filter { $0.left < cell.midX && cell.midX < $0.right }
        let named = beside.last { $0.outcome != nil }
        guard
          let column = named ?? over.first(where: { $0.outcome != nil }),
          let outcome = column.outcome,
          let group = beside.last(where: { $0.group != nil })?.group
            ?? (over
            + above.reversed().filter { heading in rest.contains { heading.left < $0.midX && $0.midX < heading.right } })
            .first(where: { $0.group != nil })?.group
        else {
          guard cell.isEmpty else { return nil }
          rest.append(cell)
          continue
        }
        if cell.spansRows, !seen.insert(cell.keyed).inserted { continue }
        // Between two tables, or around them, it is no cell of a column.
        if cell.isEmpty, named == nil, cell.right - cell.left > widest * (column.right - column.left) { continue }
        guard let first = result[group]?[outcome] else {
          result[group, default: [:]][outcome] = cell
          continue
        }
        // A page may break its row: the number stands in either part.
        guard first.page != cell.page, first.isEmpty || cell.isEmpty else { return nil }
        if first.isEmpty { result[group]?[outcome] = cell }
      }
      above += beside
    }
    return result.count == 3 && result.values.allSatisfy { $0.count == outcomes.count } ? result : nil
  }

  private static func heading(_ cell: PrintedCell) -> Heading? {
    guard !cell.isEmpty else { return nil }
    let text = cell.folded
    let outcome = outcomes.first { text == $0.1 }?.0
    let group = groups.first { text.contains($0.1) }?.0
    guard outcome != nil || group != nil else { return nil }
    return Heading(outcome: outcome, group: group, left: cell.left, right: cell.right)
  }
}
