// Reconstruction: a table and the printed rows that it was read from → what is said to be missing, and stands there all the same.
import ReportModel
import Statute

/// Tables in an arrangement that is not known are read in part at most: what was not found in them may be printed.
enum PrintedLabels {
  /// Shorter labels (其他, 总计) stand in more than one place of a table.
  private static let shortest = 3
  private static let sameRow = 0.9

  /// The table without missing rows and columns whose labels are printed somewhere in it: they are there, and were not read.
  static func acquitted(_ table: Table, rows: [PrintedRow]) -> Table {
    guard !table.missingRows.isEmpty || !table.missingColumns.isEmpty else { return table }
    let printed = Set(rows.flatMap(\.cells).map(\.folded))
    let form = Form.of(table.id, table.template)
    var result = table
    result.missingRows.removeAll { id in
      guard let row = form.rows.first(where: { $0.id == id }) else { return false }
      return [row.label, (row.group ?? "") + row.label].map(Wording.folded).contains {
        $0.count >= shortest && printed.contains($0)
      }
    }
    let labels = form.rows.flatMap { form.columnPairs($0) }
    result.missingColumns.removeAll { id in
      labels.contains { pair in
        let label = Wording.folded(pair.label)
        return pair.id == id && label.count >= shortest && printed.contains(label)
      }
    }
    return result
  }

  /// True where rows of the form are printed twice: it is not certain which of them is meant.
  static func areRepeated(_ table: Table) -> Bool {
    let extras = table.extras.filter { $0.axis == .row && !$0.label.isEmpty }
    guard extras.count >= 2 else { return false }
    let form = Form.of(table.id, table.template)
    let (labels, groups) = (FormPatterns.labels(form), FormPatterns.grouped(form))
    return extras.count { extra in
      let text = Wording.folded(extra.label)
      return (labels + groups.compactMap { $0 }).contains { $0.likeness(text) >= sameRow && text.count >= 4 }
    } >= 2
  }
}
