// Reconstruction: what stands over the columns of an applications table without rules → the columns of the form.
import Statute

extension LooseApplications {
  func plan(_ columns: [Column]) -> ColumnPlan {
    let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
    let heads = columns.enumerated().map {
      FieldRows.cell($1.label, line: 0, column: FieldRows.firstValue + Double($0))
    }
    return ColumnPlan.match(
      heads, labels: Form.applicantColumns.map { ($0, labels[$0]!) }, blockLeft: 0,
      blockRight: FieldRows.firstValue + Double(columns.count), areOfText: lines[0].isText)
  }

  /// True where the header says of every column which it is: the numbers alone, fewer than the columns, could as well be those of others.
  func headerTells(_ plan: ColumnPlan) -> Bool {
    let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
    let patterns = Form.applicantColumns.map { (id: $0, pattern: LabelPattern(labels[$0]!)) }
    var told = 0
    let isRepeated = isHeaderRepeated
    for column in plan.columns {
      let text = Wording.folded(column.label)
      // Headers of two pages that stand beside one another name a column twice, and what is under it once.
      if isRepeated, let id = column.id, holdsOthers(text, than: id) { return false }
      let likeness = patterns.map { (id: $0.id, value: $0.pattern.likeness(text)) }
      guard let id = column.id else {
        // A column that the form lacks has a label of its own.
        if text.isEmpty || likeness.contains(where: { $0.value >= Self.told }) { return false }
        continue
      }
      if likeness.first(where: { $0.id == id })!.value >= Self.told {
        told += 1
      } else if likeness.contains(where: { $0.value >= Self.told }) || plan.columns.count != patterns.count {
        return false
      }
    }
    return told >= 5
  }

  /// True where the header gives the columns in another order than the form's, and natural persons do not come first, or the name of one, or a character
  /// of another's, stands in that of another: it has drifted from its columns, and its places tell nothing.
  func isMingled(_ plan: ColumnPlan) -> Bool {
    let ids = plan.columns.compactMap(\.id)
    guard lines[0].isText, Set(ids) == Set(Form.applicantColumns), ids != Form.applicantColumns else { return false }
    // Natural persons come first in every report; their name stands on another line than those of the kinds of organisations.
    if ids.first != Form.applicantColumns.first { return true }
    let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
    return plan.columns.contains { column in
      let text = Wording.folded(column.label)
      return Form.applicantColumns.count { text.contains(Wording.folded(labels[$0]!)) } > 1
        || holdsOthers(text, than: column.id)
    }
  }

  /// True where a character of another column's name stands in the text than in that column's.
  private func holdsOthers(_ text: [Unicode.Scalar], than id: ColumnID?) -> Bool {
    let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
    let all = Set(Form.applicantColumns.flatMap { Wording.folded(labels[$0]!) })
    let own = id.map { Wording.folded(labels[$0]!) } ?? []
    return text.contains { all.contains($0) && !own.contains($0) }
  }

  /// True for a text that gives the header of the table more than once.
  private var isHeaderRepeated: Bool {
    lines[0].isText && lines.count { line in line.runs.contains { Wording.folded($0.text) == Self.organisations } } > 1
  }
  private static let organisations = Wording.folded("法人或其他组织")

  /// A header names its column where it is at least this much like the form's.
  private static let told = 0.6
}
