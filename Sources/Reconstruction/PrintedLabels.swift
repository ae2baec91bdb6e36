// Reconstruction: a table and the printed rows that it was read from → what is said to be missing, and stands there all the same.
import ReportModel
import Statute

/// Tables in an arrangement that is not known are read in part at most: what was not found in them may be printed.
enum PrintedLabels {
  /// Shorter labels (其他, 总计) stand in more than one place of a table.
  static let shortest = 3
  private static let sameRow = 0.9
  /// So long a label of a row is no chance among the words of a cell.
  static let longHeld = 6
  /// What stands over several columns; where an edge is lost the name beside it stands in the same cell.
  static let overColumns = ["法人或其他组织", "申请人情况"].map(Wording.folded)
  /// With so many labels at places where the reader does not look, a table has an arrangement of its own.
  private static let unknown = 3
  /// With this share of its labels a table is there.
  static let sure = 0.75

  /// The table without missing rows and columns whose labels are printed somewhere in it: they are there, and were not read.
  static func acquitted(_ table: Table, rows: [PrintedRow]) -> Table {
    var table = table
    table.doubtLabelsInCells()
    guard !table.missingRows.isEmpty || !table.missingColumns.isEmpty else { return table }
    // Among characters that nobody knows any label may be.
    if rows.contains(where: { $0.cells.contains(where: isGarbled) }) {
      (table.missingRows, table.missingColumns) = ([], [])
      return table
    }
    if areTorn(rows, Form.of(table.id, table.template)) {
      (table.missingRows, table.missingColumns, table.extras) = ([], [], [])
      return table
    }
    let printed = Set(rows.flatMap(\.cells).map(\.folded))
    let form = Form.of(table.id, table.template)
    var result = table
    let missing = table.missingRows.count
    // Rows that no edge parts stand in one cell, a line each.
    let rowLabels = Set(form.rows.map { Wording.folded($0.label) })
    let stacked = rows.flatMap(\.cells).filter { $0.pieces.count > 1 }.reduce(into: Set<[Unicode.Scalar]>()) {
      let labels = Set($1.pieces.map { Wording.folded($0.text) }).intersection(rowLabels)
      if labels.count > 1 { $0.formUnion(labels) }
    }
    .union(heldTogether(Array(rowLabels), in: rows)).union(underHeaders(rowLabels, in: rows))
    // Among the words of a cell that holds others, as where an edge is lost.
    let held = { (label: [Unicode.Scalar]) in
      label.count >= shortestHeld && printed.contains { $0.count > label.count && $0.contains(label) }
    }
    result.missingRows.removeAll { id in
      guard let row = form.rows.first(where: { $0.id == id }) else { return false }
      return [row.label, (row.group ?? "") + row.label].map(Wording.folded).contains {
        $0.count >= shortest && printed.contains($0) || stacked.contains($0) || $0.count >= longHeld && held($0)
      }
    }
    let labels = form.rows.flatMap { form.columnPairs($0) }
    let isPrinted = { (id: ColumnID, least: Int) in
      labels.contains { pair in
        let label = Wording.folded(pair.label)
        return pair.id == id && label.count >= least && printed.contains(label)
      }
    }
    let nameless = table.extras.filter { $0.axis == .column }.map { Wording.folded($0.label) }
    let together = heldTogether(Array(Set(labels.map { Wording.folded($0.label) })), in: rows)
    let mingled = mingled(Set(labels.map { Wording.folded($0.label) }), in: printed)
    // Several names in one cell, read line by line, and nothing else.
    let known = Set(labels.flatMap { Wording.folded($0.label) })
    let ofNames = printed.filter { $0.count > Self.longHeld && $0.allSatisfy(known.contains) }
    result.missingColumns.removeAll { id in
      isPrinted(id, shortest)
        || labels.contains { pair in
          let label = Wording.folded(pair.label)
          return pair.id == id
            && (together.contains(label) || held(label) || mingled.contains(label)
              || Self.overColumns.contains { printed.contains($0 + label) || printed.contains(label + $0) }
              || nameless.contains { areAmong(label, $0) }
              || label.count >= shortestHeld && ofNames.contains { areAmong(label, $0) })
        }
    }
    // Beside a column that was overlooked a short label is one, too.
    if result.missingColumns != table.missingColumns { result.missingColumns.removeAll { isPrinted($0, 1) } }
    // So many labels elsewhere: it is not known how the table is arranged, nor what it lacks or has too many.
    if missing - result.missingRows.count >= unknown {
      (result.missingRows, result.missingColumns, result.extras) = ([], [], [])
      result.templateIsPrinted = false
    }
    let alike = result.missingRows.isEmpty ? [] : alike(rows, form)
    result.missingRows.removeAll(where: alike.contains)
    return result
  }

  /// True where each of the characters is one of the header's: where an edge is lost, the headers of two columns are read line by line.
  private static func areAmong(_ label: [Unicode.Scalar], _ header: [Unicode.Scalar]) -> Bool {
    !label.isEmpty && header.count > label.count && Wording.common(label, header) == label.count
  }

  /// The table without missing columns where the name of one of them stands in an area of its own, or all their names in one without labels of rows: a
  /// sheet that is too wide for its paper goes on on other pages.
  static func acquitted(_ table: Table, elsewhere rows: [PrintedRow]) -> Table {
    guard !table.missingColumns.isEmpty, !rows.isEmpty else { return table }
    let printed = Set(rows.flatMap(\.cells).map(\.folded))
    let form = Form.of(table.id, table.template)
    let isThere = form.rows.flatMap { form.columnPairs($0) }.contains { pair in
      let label = Wording.folded(pair.label)
      return table.missingColumns.contains(pair.id) && label.count >= shortest && printed.contains(label)
    }
    var result = table
    if isThere || ColumnSheets.hold(table.missingColumns, of: form, in: rows) { result.missingColumns = [] }
    return result
  }

  /// The table without missing rows that stand beside it, label and number, where no edges are drawn: some producers leave out those of the first and
  /// last rows of a page, or those between the columns of a whole page.
  static func acquitted(_ table: Table, outside lines: some Sequence<PrintedLine>) -> Table {
    let outside = outside(table, lines)
    var result = table
    result.missingRows.removeAll { outside.contains($0) }
    // Labels go on in more lines: of so many rows without edges some are not known by one of them.
    if outside.count >= unknown { (result.missingRows, result.missingColumns) = ([], []) }
    return result
  }

  /// True where so much of a table stands beside its edges that these are only a part of it.
  static func isPartlyRuled(_ table: Table, outside lines: some Sequence<PrintedLine>) -> Bool {
    outside(table, lines).count >= unknown
  }

  /// The rows that were not found, and stand among lines that no edges surround, label and number.
  private static func outside(_ table: Table, _ lines: some Sequence<PrintedLine>) -> Set<RowID> {
    guard !table.missingRows.isEmpty else { return [] }
    let printed = lines.filter { $0.runs.contains { ValueReader.isValue($0.text) } }.map { line in
      line.runs.filter { !ValueReader.isValue($0.text) }.flatMap { Wording.folded($0.text) }
    }
    // A page that is cut within a row leaves a part of its label, and no number beside it.
    let pieces = lines.flatMap(\.runs).map { Wording.folded($0.text) }.filter { $0.count >= surelyBegun }
    let labels = Form.of(table.id, table.template).rows.map { Wording.folded($0.label) }
    let wrapped = wrapped(Array(lines))
    return Set(
      Form.of(table.id, table.template).rows.lazy.filter { table.missingRows.contains($0.id) }.filter { row in
        let label = Wording.folded(row.label)
        return printed.contains(label) || label.count >= shortestHeld && wrapped.contains(label)
          || pieces.contains { piece in
            label.count > piece.count && label.contains(piece) && labels.count(where: { $0.contains(piece) }) == 1
          }
          || label.count >= shortestHeld
            && printed.contains {
              $0.contains(label) || $0.count >= begun(label) && label.starts(with: $0)
            }
      }
      .map(\.id))
  }

  /// What stands under one another in lines that follow each other, the lines of one cell put together.
  private static func wrapped(_ lines: [PrintedLine]) -> Set<[Unicode.Scalar]> {
    var result: Set<[Unicode.Scalar]> = []
    for (index, line) in lines.enumerated() {
      for first in line.runs where !ValueReader.isValue(first.text) {
        var (text, last) = (Wording.folded(first.text), first.box)
        for next in lines[(index + 1)...].prefix(cellLines) where next.page == line.page {
          guard
            let run = next.runs.first(where: { $0.box.horizontalOverlap(last) > 0 && !ValueReader.isValue($0.text) }),
            run.box.top - last.bottom < last.height
          else { continue }
          text += Wording.folded(run.text)
          last = run.box
          result.insert(text)
        }
      }
    }
    return result
  }
  /// The rest of a label stands within so many lines, those of the numbers beside it included.
  private static let cellLines = 4

  /// So many characters begin that label and no other: more than half of it, or its numeral and what comes next.
  private static func begun(_ label: [Unicode.Scalar]) -> Int {
    max(shortestHeld, min(label.count / 2 + 1, surelyBegun))
  }
  private static let surelyBegun = 8

  /// So many characters of a label that stands among other words are no chance.
  private static let shortestHeld = 4

  /// The labels of two columns beside one another that the lost edge between them has made one cell: read line by line, neither is whole.
  private static func mingled(
    _ labels: Set<[Unicode.Scalar]>, in printed: Set<[Unicode.Scalar]>
  ) -> Set<[Unicode.Scalar]> {
    var result: Set<[Unicode.Scalar]> = []
    let long = labels.filter { $0.count >= shortestHeld }
    for one in long {
      for other in long where other != one {
        let all = (one + other).sorted()
        if printed.contains(where: { $0.count == all.count && $0.sorted() == all && isIn($0, one) && isIn($0, other) })
        {
          result.formUnion([one, other])
        }
      }
    }
    return result
  }

  /// True where the characters of the label stand in the text in their order, whatever stands among them.
  private static func isIn(_ text: [Unicode.Scalar], _ label: [Unicode.Scalar]) -> Bool {
    var rest = label[...]
    for scalar in text where scalar == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// The labels that stand in one cell with others, the edge between them being lost.
  private static func heldTogether(_ labels: [[Unicode.Scalar]], in rows: [PrintedRow]) -> Set<[Unicode.Scalar]> {
    var result: Set<[Unicode.Scalar]> = []
    for text in Set(rows.flatMap(\.cells).map(\.folded)) where text.count > shortestHeld {
      let held = labels.filter { $0.count >= shortestHeld && text.count > $0.count && text.contains($0) }
      if held.count > 1 { result.formUnion(held) }
    }
    return result
  }

  /// Words of the header that are no column's.
  private static let headers = ["信息内容", "勾稽关系"].map(Wording.folded)

  /// The labels that stand in one cell with the header above them, the edge between the two being lost.
  private static func underHeaders(
    _ labels: Set<[Unicode.Scalar]>, in rows: [PrintedRow]
  ) -> Set<[Unicode.Scalar]> {
    let texts = Set(rows.flatMap(\.cells).filter { $0.spansRows || $0.pieces.count > 1 }.map(\.folded))
    return labels.filter { label in
      texts.contains { text in
        text.count > label.count && text.suffix(label.count) == label[...]
          && headers.contains { Array(text.dropLast(label.count)).contains($0) }
      }
    }
  }

  /// With so many cells that should be two, edges are lost all over the table, and any label may stand in a cell with others.
  private static let torn = 3

  /// True where edges are lost all over: labels stand in one cell with numbers, numbers of several rows in another.
  private static func areTorn(_ rows: [PrintedRow], _ form: Form) -> Bool {
    let labels = Set(form.rows.flatMap { row in [row.label] + form.columnPairs(row).map(\.label) }.map(Wording.folded))
    return Set(rows.flatMap(\.cells).map(\.keyed)).lazy.filter { cell in
      if cell.spansRows, cell.pieces.count > 1, cell.pieces.allSatisfy({ ValueReader.isValue($0.text) }) { return true }
      let text = cell.folded
      let words = text.prefix(text.count - text.reversed().prefix(while: Wording.isDigit).count)
      return words.count < text.count && labels.contains(Array(words))
    }
    .prefix(torn).count == torn
  }

  private static func isGarbled(_ cell: PrintedCell) -> Bool {
    let text = cell.text
    return text.unicodeScalars.contains("\u{FFFD}") && !ValueReader.isValue(text)
  }

  /// True where rows of the form are printed twice: it is not certain which of them is meant.
  static func areRepeated(_ table: Table) -> Bool { repeated(table) >= 2 }

  /// True where several rows of numbers have no name and no place in the form: which of the rows with a name their numbers belong to is then not
  /// certain either. It is so where a second table follows without rules.
  static func haveLostNames(_ table: Table) -> Bool {
    table.extras.count { $0.axis == .row && $0.label.isEmpty && $0.texts.count(where: ValueReader.isValue) >= 3 } >= 2
  }

  /// True where the whole table is: that of another year, say. That the sums of one hold does not tell which one is asked for.
  static func isPrintedTwice(_ table: Table) -> Bool {
    2 * repeated(table) >= Form.of(table.id, table.template).rows.count && table.id != .reviewAndLitigation
  }

  /// How many rows of the form are printed once more.
  private static func repeated(_ table: Table) -> Int {
    let extras = table.extras.filter { $0.axis == .row && !$0.label.isEmpty }
    guard extras.count >= 2 else { return 0 }
    let form = Form.of(table.id, table.template)
    let (labels, groups) = (FormPatterns.labels(form), FormPatterns.grouped(form))
    return extras.count { extra in
      let text = Wording.folded(extra.label)
      return (labels + groups.compactMap { $0 }).contains { $0.likeness(text) >= sameRow && text.count >= 4 }
    }
  }
}
