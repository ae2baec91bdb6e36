// Audit: a sum and its table → whether it holds, is broken, asks for a number in a blank cell, or cannot be judged.
import Foundation
import ReportModel
import Statute

/// A sum with what its cells print.
struct JudgedSum: Sendable {
  enum Verdict: Hashable, Sendable {
    case holds
    /// No number in place of its blank cells could make the two sides equal.
    case broken
    /// It would hold only with another number than 0 in one of these blank cells.
    case needsBlank([CellReference])
    case cannotJudge(Obstacle)
  }

  /// Why a sum is not judged.
  enum Obstacle: Hashable, Sendable {
    /// A cell of it could not be read.
    case unread
    /// A cell of it prints something that is no number (V002).
    case text
    /// A row or column of it is not printed (S004).
    case missing
  }

  var sum: TableSum
  /// The values of the addends, in their order; 0 for a blank, nil where there is no number to count with.
  var addends: [Decimal?]
  var totals: [Decimal?]
  /// The sum of the addends.
  var expected: Decimal
  /// The sum of the printed totals.
  var actual: Decimal
  var verdict: Verdict

  /// True where the one total of the sum is blank.
  var isTotalBlank: Bool

  /// How much the totals print more than the addends give.
  var excess: Decimal { actual - expected }

  /// True where the sum is judged and does not hold.
  var isBroken: Bool {
    switch verdict {
    case .broken, .needsBlank: true
    case .holds, .cannotJudge: false
    }
  }

  init(_ sum: TableSum, in table: Table) {
    self.sum = sum
    var obstacle: Obstacle?
    var blanks: (addends: [CellReference], totals: [CellReference]) = ([], [])
    func values(_ terms: [TableSum.Term], _ blanks: inout [CellReference]) -> [Decimal?] {
      terms.map { term in
        guard let cell = term.cell(in: table) else {
          obstacle = obstacle ?? .missing
          return nil
        }
        switch cell.state {
        case .number: return cell.value
        case .blank, .placeholder:
          blanks.append(term.cell)
          return 0
        case .text:
          obstacle = obstacle ?? .text
          return nil
        case .unread:
          obstacle = .unread
          return nil
        }
      }
    }
    addends = values(sum.addends, &blanks.addends)
    totals = values(sum.totals, &blanks.totals)
    isTotalBlank = !blanks.totals.isEmpty && sum.totals.count == 1
    expected = addends.sum
    actual = totals.sum
    if let obstacle {
      verdict = .cannotJudge(obstacle)
    } else if expected == actual {
      verdict = .holds
    } else if JudgedSum.touchesMissingLine(sum, table) {
      verdict = .cannotJudge(.missing)
    } else {
      let candidates = actual > expected ? blanks.addends : blanks.totals
      verdict = candidates.isEmpty ? .broken : .needsBlank(candidates)
    }
  }

  private static func touchesMissingLine(_ sum: TableSum, _ table: Table) -> Bool {
    guard !table.missingRows.isEmpty || !table.missingColumns.isEmpty else { return false }
    return sum.cells.contains { reference in
      reference.row.map(table.missingRows.contains) == true
        || reference.column.map(table.missingColumns.contains) == true
    }
  }
}
