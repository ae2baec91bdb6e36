// Audit: findings + the repair of the table → findings that carry what to change.
import Foundation
import ReportModel
import Statute

extension Auditor {
  /// Gives every finding that the repair of the applications table mends its suggestions: all broken sums, and the sentences
  /// of the text that state a repaired number.
  static func suggest(_ findings: inout [Finding], _ subject: Subject) {
    guard let table = subject.report[TableID.applications] else { return }
    let changes = Repair.changes(subject.sums.filter { $0.sum.table == .applications }, in: table)
    guard !changes.isEmpty else { return }
    let sumRules: Set<String> = ["A001", "A002", "A003", "V006"]
    for index in findings.indices where findings[index].table == .applications {
      // A change belongs to the sums that it takes part in; what is left of a V006 is all of them.
      let finding = findings[index]
      guard sumRules.contains(finding.rule) else { continue }
      let mending = changes.filter { finding.rule == "V006" || finding.cells.contains($0.cell) }
      findings[index].suggestions = mending.compactMap { change in
        guard let row = change.cell.row, let column = change.cell.column else { return nil }
        return Suggestion(table: .applications, row: row, column: column, from: change.from, to: change.to)
      }
    }
  }
}
