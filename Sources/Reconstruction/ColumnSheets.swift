// Reconstruction: areas that are no table by themselves → whether they are the columns that a table lacks.
import Statute

/// A sheet that is wider than its paper goes on on further pages: there its last columns stand without the labels of the rows.
enum ColumnSheets {
  /// So many rows of numbers are those of a table.
  private static let numbered = 3

  /// True where one of the areas has nothing but names of the form's columns, all of these among them, and numbers.
  static func hold(_ missing: [ColumnID], of form: Form, in rows: [PrintedRow]) -> Bool {
    let columns = form.rows.flatMap { form.columnPairs($0) }
    let names = Set(columns.map { Wording.folded($0.label) })
    return Dictionary(grouping: rows, by: \.block).values.contains { rows in
      let words = Set(rows.flatMap(\.cells).filter { !$0.isEmpty && !$0.isValue }.map(\.folded))
      return words.allSatisfy { word in names.contains(word) || PrintedLabels.overColumns.contains { $0.contains(word) }
      }
        && missing.allSatisfy { id in columns.contains { $0.id == id && words.contains(Wording.folded($0.label)) } }
        && rows.count { $0.cells.contains(where: \.isValue) } >= numbered
    }
  }
}
