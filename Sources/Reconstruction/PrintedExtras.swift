// Reconstruction: rows and columns that the form lacks → those that a page, and no table, has: running heads, heads that a page repeats, rows printed on both sides of a page break.
import ReportModel
import Statute

/// What stands among the rows of a table without rules, or in its text, is not all the table's.
enum PrintedExtras {
  private static let titles = ["信息公开工作年度报告", "信息公开年度报告"].map(Wording.folded)

  /// True for what is no row or column of the table.
  /// - Parameter isFilled: true where numbers stand under a column.
  static func isForeign(_ extra: ExtraLine, in table: Table, _ form: Form, isFilled: (ExtraLine) -> Bool) -> Bool {
    switch extra.axis {
    case .row: return isRunningHead([extra.label] + extra.texts) || isPrintedTwice(extra, in: table, form)
    case .column:
      // The head of the first block, repeated on the next page.
      let names = form.rows.flatMap { form.columnPairs($0).map { Wording.folded($0.label) } }
      return names.contains(Wording.folded(extra.label)) && !isFilled(extra)
    }
  }

  /// True for the title of the report, the address of a page, or the time at which it was printed.
  private static func isRunningHead(_ texts: [String]) -> Bool {
    let all = Wording.folded(texts.joined())
    return titles.contains { all.contains($0) } || texts.contains { $0.contains("://") || isTime($0) }
  }

  private static let ofDates = Set("/-.:：,，年月日".unicodeScalars)
  /// `11/30/26, 4:09 PM`, `2026-11-30 16:09`.
  private static func isTime(_ text: String) -> Bool {
    let signs = text.unicodeScalars.filter { !Wording.isDigit($0) && !$0.isSpace && !"APM".unicodeScalars.contains($0) }
    return signs.count >= 3 && signs.allSatisfy(ofDates.contains) && signs.contains { ":：".unicodeScalars.contains($0) }
      && text.unicodeScalars.contains(where: Wording.isDigit)
  }

  /// True for a row that has the label of one of the table's, or its group's, and all of its numbers: printers set a row that a page break cuts on both pages.
  private static func isPrintedTwice(_ extra: ExtraLine, in table: Table, _ form: Form) -> Bool {
    let label = Wording.folded(extra.label)
    let values = extra.texts.filter { !$0.isEmpty }
    guard !label.isEmpty, !values.isEmpty else { return false }
    return zip(table.rows, form.rows).contains { row, own in
      row.cells.map(\.cell.text) == values
        && [own.label, own.group ?? "", (own.group ?? "") + own.label].contains { Wording.folded($0) == label }
    }
  }
}
