// Audit: findings + the repair of the table → findings that carry what to change.
import Foundation
import ReportModel
import Statute

extension Auditor {
  /// Gives every finding that the repair of the applications table mends its suggestions: the broken sums, and the sentences
  /// of the text that agree with the table once it is mended. Such a sentence confirms the suggestion; none comes of a
  /// sentence alone.
  static func suggest(_ findings: inout [Finding], _ subject: Subject) {
    guard let table = subject.report[TableID.applications] else { return }
    let changes = Repair.changes(subject.sums.filter { $0.sum.table == .applications }, in: table)
    let suggestions = changes.compactMap { change -> (Suggestion, mended: [Claim])? in
      guard let row = change.cell.row, let column = change.cell.column else { return nil }
      let mended = column == .total ? claims(mendedBy: change.to, in: row, subject) : []
      return (
        Suggestion(
          table: .applications, row: row, column: column, from: change.from, to: change.to,
          confirmedByText: !mended.isEmpty), mended
      )
    }
    let sumRules: Set<String> = ["A001", "A002", "A003", "V006"]
    for index in findings.indices where findings[index].table == .applications && !suggestions.isEmpty {
      let finding = findings[index]
      let isSum = sumRules.contains(finding.rule)
      findings[index].suggestions = suggestions.filter { suggestion, mended in
        // What a V006 speaks of is the whole table.
        isSum
          ? finding.rule == "V006"
            || finding.cells.contains(CellReference(row: suggestion.row, column: suggestion.column))
          : finding.quote != nil && mended.contains { $0.key == finding.key }
      }.map(\.0)
    }
  }

  /// The claims that the table contradicts as it is printed, and no longer once that total is changed.
  private static func claims(mendedBy value: Decimal, in row: RowID, _ subject: Subject) -> [Claim] {
    let figures = subject.figures.changing(row, to: value)
    return subject.claims.filter { claim in
      claim.table == .applications && claim.disagrees(subject.figures) == true && claim.disagrees(figures) == false
    }
  }
}
