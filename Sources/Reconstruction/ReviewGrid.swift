// Reconstruction: rows of fields of the review table → the same, with one field for each of its fifteen columns.
import Statute

/// A column that reaches over two columns of the page, by a cell of the table above or by a merged one of its own, leaves a field beside it that is
/// empty in header and numbers alike, or that says the same once more. Where header and numbers have the same fields, a number belongs to the
/// header in its own field.
enum ReviewGrid {
  private static let count = 3 * Form.reviewColumns.count
  private static let names = Form.columnLabels(table: .reviewAndLitigation, template: .form2021, row: .review).values
    .map(Wording.folded)

  /// The fields of one column: those that print its name, and those behind them that print none.
  private struct Run {
    var name: [Unicode.Scalar]
    var fields: Range<Int>
    var named: [Int]
  }

  /// nil where the header does not name fifteen columns in more fields than that, or where a number stands in a field without a name.
  static func single(_ lines: [FieldLine]) -> [FieldLine]? {
    guard let (width, runs) = runs(lines), width > count, runs.count == count else { return nil }
    let margin = runs[0].fields.lowerBound
    var isNumbered = false
    var result = lines
    for (index, line) in lines.enumerated() {
      let fields = line.fields
      guard fields.contains(where: { !$0.isEmpty && ValueReader.isValue($0) }) else {
        if fields.count == width { result[index].fields = runs.map { run in words(fields, run, margin: margin) } }
        continue
      }
      guard fields.count == width, fields[..<margin].allSatisfy(\.isEmpty) else { return nil }
      var own: [String] = []
      for run in runs {
        let said = Set(run.named.map { fields[$0] }).subtracting([""])
        let isApart = run.fields.contains { !run.named.contains($0) && !fields[$0].isEmpty }
        guard said.count <= 1, !isApart else { return nil }
        own.append(said.first ?? "")
      }
      result[index].fields = own
      isNumbered = true
    }
    return isNumbered ? result : nil
  }

  /// True where the header gives the name of a column twice beside one another: fields are more than columns, and cells are not told by counting.
  static func repeatsNames(_ lines: [FieldLine]) -> Bool {
    runs(lines)?.runs.contains { $0.named.count > 1 } ?? false
  }

  /// What a row without numbers prints over a column.
  private static func words(_ fields: [String], _ run: Run, margin: Int) -> String {
    let over = run.fields.lowerBound == margin ? 0..<run.fields.upperBound : run.fields
    return over.lazy.map { fields[$0] }.first { !$0.isEmpty } ?? ""
  }

  /// The fields of the columns, by what the lowest row of the header says in each, and how many fields a row has.
  private static func runs(_ lines: [FieldLine]) -> (width: Int, runs: [Run])? {
    let leaves = lines.map(\.fields).filter { fields in fields.count { names.contains(Wording.folded($0)) } > 1 }
    guard let width = leaves.first?.count, leaves.allSatisfy({ $0.count == width }) else { return nil }
    var runs: [Run] = []
    for field in 0..<width {
      let name = leaves.reversed().lazy.map { Wording.folded($0[field]) }.first(where: names.contains)
      if let name, name != runs.last?.name {
        runs.append(Run(name: name, fields: field..<(field + 1), named: [field]))
      } else if !runs.isEmpty {
        runs[runs.count - 1].fields = runs[runs.count - 1].fields.lowerBound..<(field + 1)
        if name != nil { runs[runs.count - 1].named.append(field) }
      }
    }
    return (width, runs)
  }
}
