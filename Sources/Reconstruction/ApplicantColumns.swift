// Reconstruction: the seven columns of the applications table where their places on the page say nothing.
import Statute

enum ApplicantColumns {
  private static let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
  private static let characters = Form.applicantColumns.map { Wording.folded(labels[$0]!) }
  /// 小计: a column between those of the form.
  private static let subtotal: Unicode.Scalar = "小"

  /// The form's own columns, in fields counted from `FieldRows.firstValue`.
  static let plan = ColumnPlan.match(
    Form.applicantColumns.enumerated().map {
      FieldRows.cell(labels[$1]!, line: 0, column: FieldRows.firstValue + Double($0))
    }, labels: Form.applicantColumns.map { ($0, labels[$0]!) }, blockLeft: 0,
    blockRight: FieldRows.firstValue + Double(Form.applicantColumns.count))

  /// True where all seven are named, each at least by its characters, and no column of subtotals is.
  static func areNamed(in text: Set<Unicode.Scalar>) -> Bool {
    characters.allSatisfy { $0.allSatisfy(text.contains) } && !text.contains(subtotal)
  }
}
