// Reconstruction: labels and headers of which a reader saw a part, and lines that are none of the table's → what is printed.
import DocumentModel
import ReportModel
import Statute

/// Without rules the lines of a label stand beside numbers, above them and below, and names of neighbouring columns touch. What stands there is the form's all
/// the same: neither does the report depart from it, nor has it rows or columns more.
enum LabelPieces {
  /// So many lines above and below a label may be its own; more where the part that was read is a small one.
  private static let lines = 5
  /// Shorter labels do not wrap.
  private static let shortest = 5
  /// What is missing of a shorter label, a character or two, may stand among other words: it has to stand alone.
  private static let shortestAmong = 7

  /// - Parameters:
  ///   - reading: how the table was read; of pages its lines stand where the places of the table do.
  ///   - source: the lines of a text.
  static func settled(_ table: Table, _ reading: TableReading, source: [SourceLine] = []) -> Table {
    var result = UnnamedNumbers.settled(table)
    let trace = reading.trace.tables[table.id]
    let form = Form.of(table.id, table.template)
    // A cell, or a field, holds its label whole.
    let isWhole = trace.map { ["ruled", "fields"].contains($0.method) } ?? false
    for (index, row) in table.rows.enumerated() where !isWhole {
      guard let formRow = form.rows.first(where: { $0.id == row.id }), row.label != formRow.label,
        let place = row.labelPlaces.first
      else { continue }
      let isBroken = !source.isEmpty && table.id == .applications && isPiece(row.label, of: formRow)
      let own =
        isBroken
        ? formRow.label
        : whole(
          row.label, of: formRow.label,
          around: neighbours(
            of: place, reading, source, lines: lines + formRow.label.count / max(1, row.label.count),
            isCellALine: trace?.method == "stream"))
      if let own { result.rows[index].label = own }
    }
    if !isWhole, table.id == .applications, ColumnNames.areWhole(above: table, form, reading, source) {
      for (id, label) in form.columnPairs(form.rows[0]) where result.columnLabels[id] != nil {
        result.columnLabels[id] = label
      }
    }
    if !isWhole {
      ColumnNames.complete(&result.columnLabels, form) { ColumnNames.lines(over: $0, of: table, reading, source) }
    }
    if !isWhole { settle(&result, form, reading, source) }
    if result.extras.isEmpty { return result }
    let ends = ColumnNames.ends(of: form, trace)
    // So are those over which their beginnings stand in a line of their own.
    let columns = Set(form.rows.flatMap { row in form.columnPairs(row).map(\.id) })
    let over = columns.flatMap { ColumnNames.lines(over: $0, of: table, reading, source) }
    let labels = form.rows.flatMap { row in form.columnPairs(row).map(\.label) }
    result.extras.removeAll { extra in
      extra.axis == .column
        && (ends.contains(extra.label)
          || extra.texts.isEmpty && labels.contains { ColumnNames.isEnd(extra.label, of: $0, under: over) })
    }
    let headers = headers(of: form)
    let others = trace.map { labelsOfOthers($0, headers: headers) } ?? []
    result.extras.removeAll { extra in
      if extra.axis == .column, extra.label.isEmpty { return !(trace.map { hold($0, \.label.isEmpty) } ?? true) }
      let texts = ([extra.label] + extra.texts).map(Wording.folded).filter { !$0.isEmpty }
      // A row of numbers is no header; a column with one name of the form is one too many, with several that touch it is theirs.
      let isHeader =
        extra.axis == .row
        ? !extra.texts.contains(where: ValueReader.isValue) : texts.allSatisfy { joinsNames($0, form) }
      if !texts.isEmpty, isHeader, texts.allSatisfy({ isPiece($0, of: headers) }) { return true }
      return extra.axis == .row && others.contains(extra.label)
    }
    return result
  }

  /// A piece of a label is no shorter.
  private static let shortestPiece = 5

  /// True for a piece of the label of a row, with pieces of the name of its group before and behind it: lines of a text end where the cells of the
  /// table do, and what stands in cells beside one another comes to one line.
  static func isPiece(_ printed: String, of row: FormRow) -> Bool {
    let label = Wording.folded(row.label)
    let own = Wording.folded(printed)
    // What is left of its beginning may be how a report shortens it; its end alone is not.
    let numeral = label.prefix(while: Wording.isDigit).count
    if own.count >= shortestPiece, label.dropFirst(numeral + 1).contains(own) { return true }
    guard let group = row.group.map(Wording.folded) else { return false }
    let start = zip(own, group).prefix { $0 == $1 }.count
    let rest = own.dropFirst(start)
    // The rest of the name stands on the next line.
    let end = (0...min(group.count - start, rest.count)).last {
      rest.suffix($0).elementsEqual(group[start...].prefix($0))
    }
    let piece = rest.dropLast(end ?? 0)
    return start + (end ?? 0) > 0 && piece.count >= shortestPiece && label.contains(piece)
  }

  /// True where such a column, which is none of the form's, has something in it.
  private static func hold(_ trace: Trace.TableTrace, _ isMeant: (ColumnPlan.Column) -> Bool) -> Bool {
    trace.plans.contains { placed in
      placed.plan.columns.contains { column in
        column.id == nil && isMeant(column)
          && trace.rows.contains { row in
            row.cells.contains { cell in
              let middle = (cell.left + cell.right) / 2
              return !cell.isEmpty && cell.isValue && column.left < middle && middle < column.right
            }
          }
      }
    }
  }

  /// What a page has and no table, and what the account of the characters tells of the rest.
  private static func settle(_ table: inout Table, _ form: Form, _ reading: TableReading, _ source: [SourceLine]) {
    let trace = reading.trace.tables[table.id]
    func isFilled(_ extra: ExtraLine) -> Bool {
      trace.map { hold($0) { $0.label == extra.label } } ?? true
    }
    table.extras = table.extras.filter { !PrintedExtras.isForeign($0, in: table, form, isFilled: isFilled) }
    guard let all = LabelAccount(table, form, lines: { sorted(reading, $0) }, source: source) else { return }
    table.extras.removeAll { all.isOfForm([$0.label] + $0.texts) && ($0.axis == .row || !isFilled($0)) }
    // What other rows have in their labels is none of these.
    let account = all.without(table.extras)
    for (index, row) in table.rows.enumerated() {
      guard let label = form.rows.first(where: { $0.id == row.id })?.label, !row.label.isEmpty, label != row.label,
        account.hasWhole(label, read: row.label)
      else { continue }
      table.rows[index].label = label
    }
    for (id, label) in form.rows.flatMap({ form.columnPairs($0) }) {
      guard let printed = table.columnLabels[id], !printed.isEmpty, label != printed,
        account.hasWhole(label, read: printed)
      else { continue }
      table.columnLabels[id] = label
    }
  }

  /// The label of the form where what is missing of it stands on the lines about the part that was read.
  private static func whole(
    _ printed: String, of label: String,
    around: @autoclosure () -> (above: [[Unicode.Scalar]], below: [[Unicode.Scalar]])?
  ) -> String? {
    let (own, all) = (Wording.folded(printed), Wording.folded(label))
    guard all.count >= shortest, own.count < all.count, let start = place(of: own, in: all), let around = around()
    else { return nil }
    let (before, behind) = (all[..<start], all[(start + own.count)...])
    // The numeral alone is often left away.
    guard holds(before.drop { Wording.isDigit($0) }, around.above), holds(behind, around.below) else { return nil }
    if all.count < shortestAmong {
      let isAlone = { (part: ArraySlice<Unicode.Scalar>, text: [[Unicode.Scalar]]) in
        part.isEmpty || text.contains { $0.elementsEqual(part) }
      }
      guard isAlone(before, around.above), isAlone(behind, around.below) else { return nil }
    }
    return label
  }

  /// True where the characters stand in the text one after the other, whatever stands between them.
  private static func holds(_ part: ArraySlice<Unicode.Scalar>, _ text: [[Unicode.Scalar]]) -> Bool {
    var rest = part
    for scalar in text.joined() where scalar == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  private static func place(of part: [Unicode.Scalar], in whole: [Unicode.Scalar]) -> Int? {
    guard !part.isEmpty, part.count <= whole.count else { return nil }
    return (0...whole.count - part.count).first { whole[$0...].starts(with: part) }
  }

  /// What stands on the lines above a place and on its own, and on its own and those below, piece by piece.
  private static func neighbours(
    of place: Place, _ reading: TableReading, _ source: [SourceLine], lines: Int, isCellALine: Bool
  ) -> (above: [[Unicode.Scalar]], below: [[Unicode.Scalar]])? {
    func pieces(_ lines: some Sequence<SourceLine>) -> [[Unicode.Scalar]] {
      lines.flatMap { $0.text.split(whereSeparator: \.isWhitespace).map { Wording.folded(String($0)) } }
    }
    func pieces(_ lines: some Sequence<PrintedLine>) -> [[Unicode.Scalar]] {
      lines.flatMap { $0.runs.map { Wording.folded($0.text) } }
    }
    switch place {
    case .line(let number):
      guard let index = source.firstIndex(where: { $0.number == number }) else { return nil }
      if isCellALine {
        // Its numbers stand on as many lines between the two parts of a label.
        let words = source[index...].prefix(Form.applicantColumns.count + lines).filter {
          !ValueReader.isValue($0.text)
        }
        let above = source[...index].suffix(lines)
        return (pieces(above), pieces(words.prefix(lines)))
      }
      let (from, to) = (max(0, index - lines), min(source.count - 1, index + lines))
      return (pieces(source[from...index]), pieces(source[index...to]))
    case .page(let page, let box):
      guard let printed = sorted(reading, page) else { return nil }
      // A page break may part the lines of a label.
      let above = (sorted(reading, page - 1) ?? []) + printed.filter { $0.box.top <= box.bottom }
      let below = printed.filter { $0.box.bottom >= box.top } + (sorted(reading, page + 1) ?? [])
      return (pieces(above.suffix(lines)), pieces(below.prefix(lines)))
    default: return nil
    }
  }

  /// The lines of a page from top to bottom; nil for one that is turned.
  static func sorted(_ reading: TableReading, _ page: Int) -> [PrintedLine]? {
    guard let printed = reading.trace.lines[page], reading.trace.turned[page] == nil else { return nil }
    return printed.sorted { $0.box.midY < $1.box.midY }
  }

  /// The names of columns over each block of a table, one behind the other.
  private static func headers(of form: Form) -> [[Unicode.Scalar]] {
    var result: [[Unicode.Scalar]] = []
    for row in form.rows {
      let names = form.columnPairs(row).map { Wording.folded($0.label) }
      let all = names.joined()
      for own in [Array(all), Wording.folded("信息内容") + all] where !result.contains(own) { result.append(own) }
    }
    return result
  }

  /// True for more than the name of one column.
  private static func joinsNames(_ text: [Unicode.Scalar], _ form: Form) -> Bool {
    let names = form.rows.flatMap { row in form.columnPairs(row).map { Wording.folded($0.label) } }
    return !names.contains { place(of: text, in: $0) != nil }
  }

  /// True for names of columns, whole or in part, one behind the other.
  private static func isPiece(_ text: [Unicode.Scalar], of headers: [[Unicode.Scalar]]) -> Bool {
    headers.contains { place(of: text, in: $0) != nil }
  }

  /// The labels of rows behind the last one of the form, where a header of their own stands over them: they are another table's.
  private static func labelsOfOthers(_ trace: Trace.TableTrace, headers: [[Unicode.Scalar]]) -> Set<String> {
    guard
      let last = trace.rows.indices.last(where: { index in
        switch trace.assignment(ofRow: index) {
        case .row, .continuation: true
        default: false
        }
      })
    else { return [] }
    let rows = trace.rows[(last + 1)...]
    guard
      let header = rows.firstIndex(where: { row in
        let filled = row.cells.filter { !$0.isEmpty }
        return filled.count > 1 && filled.allSatisfy { !$0.isValue && !isPiece($0.folded, of: headers) }
      })
    else { return [] }
    return Set(rows[header...].map { row in row.cells.filter { !$0.isEmpty && !$0.isValue }.map(\.text).joined() })
  }
}
