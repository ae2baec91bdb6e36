// Reconstruction: a table in doubt and the lines of its pages → the same, of nothing that these lines say is there said to be missing.
import ReportModel
import Statute

/// Where edges are lost a table is read in parts, and its labels and headers lie in cells that nobody looks for them in. What it lacks, and of which form
/// it is, is told only where the lines of its pages do not speak against it.
enum DoubtfulTables {
  /// Longer lines are sentences.
  private static let longest = 40
  /// So many characters begin the label of a row, or the header of a column, wherever it is wrapped.
  private static let ofRow = 6
  private static let ofColumn = 3
  /// The end of a header tells it where the year stands within it.
  private static let ofEnd = 4

  /// A part of a label has so many characters.
  private static let ofPart = 2

  /// True for a label that is broken over two lines, with that of its numbers between them or without.
  private static func isBroken(_ label: [Unicode.Scalar], over lines: [[Unicode.Scalar]]) -> Bool {
    guard label.count >= 2 * ofPart else { return false }
    return lines.indices.contains { index in
      let start = lines[index]
      guard start.count >= ofPart, start.count <= label.count - ofPart, label.starts(with: start) else { return false }
      let rest = label.dropFirst(start.count)
      return lines[(index + 1)...].prefix(2).contains {
        $0.starts(with: rest) && ($0.count == rest.count || Wording.isDigit($0[rest.count]))
      }
    }
  }

  /// True for a label between whose characters stand those of a stamp.
  private static func isSpread(_ label: [Unicode.Scalar], over text: [Unicode.Scalar]) -> Bool {
    // Its numbers stand behind it.
    let text = text.dropLast(text.reversed().prefix(while: Wording.isDigit).count)
    guard label.count >= ofRow, (label.count...label.count + mostBetween).contains(text.count) else { return false }
    var rest = label[...]
    for scalar in text where scalar == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
  /// So few characters of a stamp stand within a label, down the page.
  private static let mostBetween = 2

  /// - Parameter lines: the lines of all pages.
  /// - Parameter isLoose: whether the table was read without rules: its words were not told from others'.
  static func acquitted(_ table: Table, lines: some Sequence<PrintedLine>, isLoose: Bool) -> Table {
    let isInDoubt = table.rows.contains { row in
      !table.missingRows.contains(row.id)
        && row.cells.contains { $0.cell.state == .unread && !table.missingColumns.contains($0.column) }
    }
    guard isInDoubt || isLoose else { return table }
    var result = table
    // Of a table of which nothing could be read nobody knows what it lacks.
    if result.rows.allSatisfy({ $0.cells.allSatisfy { $0.cell.state == .unread } }) {
      (result.missingRows, result.missingColumns) = ([], [])
    }
    let lacks = !(result.missingRows.isEmpty && result.missingColumns.isEmpty)
    guard lacks || FormWords.canTell(table) else { return result }
    let printed = lines.lazy.filter { line in
      line.runs.reduce(0) { $0 + $1.glyphs.count } <= longest && !line.text.holds("。")
    }
    .map { Wording.folded($0.text) }
    let words = Set(printed)
    if FormWords.areOfAnother(table, printed: words) { result.templateIsPrinted = false }
    guard lacks else { return result }
    let form = Form.of(table.id, table.template)
    let inOrder = Array(printed)
    result.missingRows.removeAll { id in
      form.rows.first { $0.id == id }.map { isBroken(Wording.folded($0.label), over: inOrder) } ?? false
    }
    guard isInDoubt else { return result }
    func isThere(_ label: String, _ count: Int, end: Int? = nil) -> Bool {
      let whole = Wording.folded(label)
      let parts = [Array(whole.prefix(count))] + (end.map { [Array(whole.suffix($0))] } ?? [])
      return whole.count >= ofColumn
        && (parts.contains { part in words.contains { $0.contains(part) } }
          || words.contains { isSpread(whole, over: $0) })
    }
    result.missingRows.removeAll { id in
      form.rows.first { $0.id == id }.map { isThere($0.label, ofRow) } ?? false
    }
    let labels = form.rows.flatMap { form.columnPairs($0) }
    result.missingColumns.removeAll { id in labels.contains { $0.id == id && isThere($0.label, ofColumn, end: ofEnd) } }
    return result
  }
}
