// Reconstruction: the seven columns of the applications table where their places on the page say nothing.
import Statute

enum ApplicantColumns {
  private static let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
  private static let characters = Form.applicantColumns.map { Wording.folded(labels[$0]!) }
  /// 小计: a column between those of the form.
  private static let subtotal: Unicode.Scalar = "小"

  /// The form's own columns, in fields counted from `FieldRows.firstValue`.
  static let plan = plan(of: Form.applicantColumns)

  /// These columns of the form, in fields counted from `FieldRows.firstValue`; the others are not printed.
  static func plan(of columns: [ColumnID]) -> ColumnPlan {
    ColumnPlan(
      columns: columns.enumerated().map {
        let left = FieldRows.firstValue + Double($0)
        return ColumnPlan.Column(id: $1, label: labels[$1]!, left: left, right: left + 1)
      }, missing: Form.applicantColumns.filter { !columns.contains($0) }, blockLeft: 0,
      blockRight: FieldRows.firstValue + Double(columns.count))
  }

  /// The place of a column that the form lacks among eight: without it every row adds up to its total, but for the cells in which a report errs, and
  /// without no other.
  static func extra(in rows: [[Int]]) -> Int? {
    let width = Form.applicantColumns.count + 1
    guard rows.count >= enough, rows.allSatisfy({ $0.count == width }) else { return nil }
    let failing = (1..<(width - 1)).map { place in
      rows.count { row in row.dropLast().reduce(0, &+) &- row[place] != row[width - 1] }
    }
    guard let least = failing.min(), least <= mostErrors, let place = failing.firstIndex(of: least),
      failing.count(where: { $0 <= least + mostErrors }) == 1 || least == 0 && failing.count(where: { $0 == 0 }) == 1
    else { return nil }
    return place + 1
  }
  /// So many rows show it.
  private static let enough = 10
  /// Rows in which a report errs.
  private static let mostErrors = 2

  /// The form's own columns with one more at that place.
  static func plan(withExtraAt place: Int) -> ColumnPlan {
    var plan = Self.plan
    plan.columns.insert(ColumnPlan.Column(id: nil, label: "", left: 0, right: 0), at: place)
    for index in plan.columns.indices {
      plan.columns[index].left = FieldRows.firstValue + Double(index)
      plan.columns[index].right = plan.columns[index].left + 1
    }
    plan.blockRight += 1
    return plan
  }

  /// The columns of the form that are named, each at least by its characters; nil where a column of subtotals is named too.
  static func named(in text: Set<Unicode.Scalar>) -> [ColumnID]? { hasSubtotal(text) ? nil : all(in: text) }

  /// The same, whether or not a column of subtotals is named.
  static func all(in text: Set<Unicode.Scalar>) -> [ColumnID] {
    zip(Form.applicantColumns, characters).filter { $1.allSatisfy(text.contains) }.map(\.0)
  }

  static func hasSubtotal(_ text: Set<Unicode.Scalar>) -> Bool { text.contains(subtotal) }

  /// Where a column of subtotals stands: behind or before those of the organisations.
  static let subtotalPlaces = [Form.applicantColumns.count - 1, 1]

  /// True where all seven are named, and no column of subtotals is.
  static func areNamed(in text: Set<Unicode.Scalar>) -> Bool { named(in: text) == Form.applicantColumns }
}
