// Reconstruction: rows of fields of the applications table → the same, numbers that have lost their label beside the one that their order tells.
import ReportModel
import Statute

/// Converters that take each printed line for a row give the lines of a wrapped label as text before or behind, and the numbers as a row without a
/// label. Between two rows with labels, before the first and behind the last there are as many such rows as the form has: then their order tells which
/// they are. Told only where all sums over the columns hold.
enum CountedRows {
  private static let count = Form.applicantColumns.count

  /// A row of numbers.
  private struct Row {
    var index: Int
    var label: [Unicode.Scalar]
    /// The row of the form that the label names.
    var item: Int?
    /// nil where one of the numbers is missing or is none.
    var counts: [Int]?
  }

  /// The rows, and whether the converter has torn them: then a blank cell may be one whose number stands elsewhere, as that of a page does.
  static func labelled(_ lines: [FieldLine]) -> (lines: [FieldLine], areTorn: Bool) {
    let filled = lines.indices.filter { values(lines[$0]) >= count - 1 }
    // Most texts have no such row.
    guard filled.contains(where: { isBare(lines[$0]) }) else { return (lines, false) }
    let told = Template.allCases.compactMap { assigned(lines, filled, Form.of(.applications, $0)) }
    guard told.count == 1, let items = told.first, let first = filled.first, let last = filled.last else {
      return (lines, false)
    }
    let labels = Set(items.values.map(Wording.folded))
    let labelled = lines.indices.compactMap { index -> FieldLine? in
      var line = lines[index]
      if let label = items[index] {
        line.fields = [label] + line.fields.filter { !$0.isEmpty }.suffix(count)
      } else if first < index, index < last, isPiece(line, of: labels) {
        return nil
      }
      return line
    }
    return (labelled, true)
  }

  /// The labels of the rows of numbers that have none of their own, by line.
  private static func assigned(_ lines: [FieldLine], _ filled: [Int], _ form: Form) -> [Int: String]? {
    // More rows than the form has are no rows of it.
    guard filled.count <= form.rows.count else { return nil }
    var rows = filled.map { row(lines[$0], at: $0, form) }
    let told = rows.indices.compactMap { index in rows[index].item.map { (row: index, item: $0) } }
    // The form begins before its first row and ends behind its last.
    let anchors = [(row: -1, item: -1)] + told + [(row: rows.count, item: form.rows.count)]
    var result: [Int: String] = [:]
    var pieces = result
    for (start, end) in zip(anchors, anchors.dropFirst()) {
      guard start.item < end.item else { return nil }
      // The end of a wrapped label, or its middle, beside the numbers.
      if rows.indices.contains(start.row), rows[start.row].counts != nil,
        isPiece(rows[start.row].label, of: form.rows[start.item])
      {
        pieces[rows[start.row].index] = form.rows[start.item].label
      }
      if end.row == start.row + 1 { continue }
      guard end.row - start.row == end.item - start.item else { return nil }
      for index in (start.row + 1)..<end.row {
        let item = start.item + index - start.row
        let label = Wording.folded(form.rows[item].label)
        guard rows[index].counts != nil, rows[index].label.isEmpty || label.contains(rows[index].label)
        else { return nil }
        rows[index].item = item
        result[rows[index].index] = form.rows[item].label
      }
    }
    guard let first = filled.first, let last = filled.last, areInOrder(lines[first...last], form) else { return nil }
    return !result.isEmpty && addUp(rows, form) ? result.merging(pieces) { own, _ in own } : nil
  }

  private static func isPiece(_ label: [Unicode.Scalar], of row: FormRow) -> Bool {
    let whole = Wording.folded(row.label)
    return label.count < whole.count && !label.isEmpty && whole.contains(label)
  }

  private static func row(_ line: FieldLine, at index: Int, _ form: Form) -> Row {
    let own = line.fields.filter { !$0.isEmpty }
    let values = own.suffix(self.values(line))
    let words = own.dropLast(values.count)
    let label = Wording.folded(words.joined())
    // The field before the label may hold a piece of the name of its group.
    let item =
      RowsOutOfOrder.named(label, form) ?? words.last.flatMap { RowsOutOfOrder.named(Wording.folded($0), form) }
    let counts = values.count == count ? ApplicationSums.counts(values.map { ValueReader.read($0, places: []) }) : nil
    return Row(index: index, label: label, item: item, counts: counts)
  }

  /// True where all sums hold, as far as the numbers are there: one that is missing in the last row says nothing of those above it.
  private static func addUp(_ rows: [Row], _ form: Form) -> Bool {
    let ids = rows.compactMap { row in row.item.map { form.rows[$0].id } }
    var counts = rows.map(\.counts)
    guard ids.count == rows.count, ids.contains(.total) else { return false }
    if ids.last == .carriedForward, counts[counts.count - 1] == nil {
      // What is left of what came in: with it the rows above are asked alone.
      counts[counts.count - 1] = zip(ids, counts).reduce([Int](repeating: 0, count: count)) { rest, row in
        switch ApplicationSums.Role(row.0) {
        case .incoming: zip(rest, row.1 ?? []).map { $0 &+ $1 }
        case .total: zip(rest, row.1 ?? []).map { $0 &- $1 }
        case .outcome, .carriedForward: rest
        }
      }
    }
    let numbers = counts.compactMap(\.self)
    return numbers.count == rows.count && ApplicationSums.hold(numbers.flatMap(\.self), rows: ids, columns: count)
  }

  /// So many values end the row.
  private static func values(_ line: FieldLine) -> Int {
    min(count, line.fields.reversed().drop(while: \.isEmpty).prefix(while: ValueReader.isValue).count)
  }

  /// True for numbers alone.
  private static func isBare(_ line: FieldLine) -> Bool {
    let filled = line.fields.filter { !$0.isEmpty }
    return filled.count == count && filled.allSatisfy(ValueReader.isValue)
  }

  /// True for a line of words that is one of the labels, or names no row: a row with blank cells alone has a label of its own.
  private static func isPiece(_ line: FieldLine, of labels: Set<[Unicode.Scalar]>) -> Bool {
    guard !line.fields.contains(where: ValueReader.isValue) else { return false }
    let text = Wording.folded(line.fields.joined())
    return labels.contains(text) || !FieldRows.isWhole(line.fields) && !formLabels.contains(withoutNumeral(text))
  }

  private static let formLabels = Set(
    Template.allCases.flatMap { Form.of(.applications, $0).rows.map { withoutNumeral(Wording.folded($0.label)) } })

  /// True where the lines of words name rows in the order of the form: a report that has exchanged two has exchanged their numbers, too.
  private static func areInOrder(_ lines: ArraySlice<FieldLine>, _ form: Form) -> Bool {
    let labels = form.rows.map { withoutNumeral(Wording.folded($0.label)) }
    let named = lines.filter { !$0.fields.contains(where: ValueReader.isValue) }.compactMap { line in
      let text = withoutNumeral(Wording.folded(line.fields.joined()))
      return text.isEmpty ? nil : labels.firstIndex(of: text)
    }
    return zip(named, named.dropFirst()).allSatisfy { $0 < $1 }
  }

  private static func withoutNumeral(_ label: [Unicode.Scalar]) -> [Unicode.Scalar] {
    Array(label.drop(while: Wording.isDigit))
  }
}
