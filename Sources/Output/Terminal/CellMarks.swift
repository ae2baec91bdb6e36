// Output: findings → the cells that they speak of, and in what part.
import Audit
import Foundation
import Statute

/// What the findings on a table say of its cells.
struct CellMarks {
  /// The part that a cell has in the findings; the later outweighs the earlier.
  enum Mark: Hashable, Comparable {
    /// An addend of a sum that does not hold.
    case addend(Severity)
    /// The cell itself is wrong, or the printed total of a sum that does not hold.
    case offending(Severity)
    /// It has to be changed.
    case correction(to: Decimal)
  }

  private var marks: [CellReferenceJSON: Mark] = [:]

  init(table: TableID, findings: [FindingJSON]) {
    for finding in findings {
      if finding.table == table { add(finding) }
      for suggestion in finding.allSuggestions where suggestion.cell.table == table {
        let cell = CellReferenceJSON(row: suggestion.cell.row, column: suggestion.cell.column)
        add(.correction(to: suggestion.to), to: cell)
      }
    }
  }

  private mutating func add(_ finding: FindingJSON) {
    let cells = finding.cells ?? []
    let isSum = finding.expected != nil && cells.count > 1
    for (index, cell) in cells.enumerated() {
      let isAddend = isSum && index < cells.count - 1
      add(isAddend ? .addend(finding.severity) : .offending(finding.severity), to: cell)
    }
  }

  private mutating func add(_ mark: Mark, to cell: CellReferenceJSON) {
    marks[cell] = marks[cell].map { max($0, mark) } ?? mark
  }

  /// The mark of a cell; of a whole row where `column` is nil, of a whole column where `row` is. Nil: no finding speaks of it.
  subscript(row: RowID?, column: ColumnID?) -> Mark? {
    marks[CellReferenceJSON(row: row, column: column)]
  }

  /// Which kinds of marks there are, for the legend.
  var hasAddends: Bool { marks.values.contains { if case .addend = $0 { true } else { false } } }
  var hasOffending: Bool { marks.values.contains { if case .offending = $0 { true } else { false } } }
  var hasCorrections: Bool { marks.values.contains { if case .correction = $0 { true } else { false } } }
}

extension FindingJSON {
  /// The changes that repair the broken sums; none where no unique one is known.
  var allSuggestions: [SuggestionJSON] { suggestions ?? suggestion.map { [$0] } ?? [] }
}
