// Reconstruction: lines of tab-separated fields or Markdown pipes → printed rows.
import DocumentModel
import ReportModel
import Statute

/// A line of a text that is a row of a table, cut into its fields.
struct FieldLine {
  var line: SourceLine
  /// Trimmed; empty ones kept.
  var fields: [String]

  /// The row with the decimals of its last number, where the next line has nothing else: that they are its own is not known. nil for another line.
  func withRest(_ next: [String]) -> FieldLine? {
    guard next.count == 1, let point = next[0].unicodeScalars.first, point == "." || point == "．",
      next[0].unicodeScalars.count > 1, next[0].unicodeScalars.dropFirst().allSatisfy(Wording.isDigit),
      let last = fields.lastIndex(where: { !$0.isEmpty }), last > 0, ValueReader.isValue(fields[last])
    else { return nil }
    var result = self
    result.fields[last] += String(ValueReader.lineBreak) + next[0]
    return result
  }
}

/// Reads rows whose fields are parted by tabs or pipes. Fields stand in order, but merged cells leave empty ones or none, and trailing empty
/// ones may be cut off: the label and the end of the line tell where the numbers stand.
enum FieldRows {
  /// What programs write where they hold nothing.
  static let nothing: Set<String> = ["None", "NaN", "nan", "null", "<NA>", "NaT", "undefined"]

  /// The fields of a line; nil where it is no row of a table. Rules of Markdown tables (`| --- |`) give no fields.
  static func fields(_ text: String) -> [String]? {
    text.holds("$") ? printedFields(text)?.map(withoutFormula) : printedFields(text)
  }

  /// A number that a converter has set as a formula of TeX: `$12$`.
  private static func withoutFormula(_ field: String) -> String {
    guard field.count > 2, field.hasPrefix("$"), field.hasSuffix("$") else { return field }
    let inner = trimmed(String(field.dropFirst().dropLast()))
    return ValueReader.isValue(inner) ? inner : field
  }

  private static func printedFields(_ text: String) -> [String]? {
    if text.holds("\t") {
      return text.split(separator: "\t", omittingEmptySubsequences: false).map { trimmed(String($0)) }
    }
    let body = trimmed(text)
    guard body.holds("|"), body.hasPrefix("|") || body.filter({ $0 == "|" }).count >= 2 else { return nil }
    var cut = Substring(body)
    if cut.hasPrefix("|") { cut = cut.dropFirst() }
    if cut.hasSuffix("|") { cut = cut.dropLast() }
    let fields = cut.split(separator: "|", omittingEmptySubsequences: false).map { unmarked(trimmed(String($0))) }
    let isRule = fields.allSatisfy {
      !$0.isEmpty && $0.allSatisfy { "-:= －".contains($0) } && ($0.holds("-") || $0.holds("－"))
    }
    return isRule && fields.contains { $0.count > 1 } ? [] : fields
  }

  static func trimmed(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, last.isSpace { scalars.removeLast() }
    while let first = scalars.first, first.isSpace { scalars.removeFirst() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Without Markdown's emphasis and line breaks. A break between two numbers stays: whether they are one that wraps, or those of two cells, is
  /// not known.
  private static func unmarked(_ text: String) -> String {
    var result = text
    for mark in ["**", "&nbsp;"] { result = result.replacing(mark, with: "") }
    for mark in ["<br/>", "<br />"] { result = result.replacing(mark, with: "<br>") }
    // Code of Markdown, and the way in which Textile sets a cell to one side.
    if result.count > 2, result.hasPrefix("`"), result.hasSuffix("`") { result = String(result.dropFirst().dropLast()) }
    for mark in ["<.", ">.", "=."] where result == mark || result.hasPrefix(mark + " ") {
      result = trimmed(String(result.dropFirst(mark.count)))
    }
    let lines = result.components(separatedBy: "<br>").filter { !$0.isEmpty }
    return lines.joined(separator: lines.allSatisfy(ValueReader.isValue) ? String(ValueReader.lineBreak) : "")
  }

  /// A cell of one field. Columns are counted, not measured.
  static func cell(_ text: String, line: Int, column: Double) -> PrintedCell {
    let pieces =
      text.isEmpty
      ? []
      : [
        PrintedPiece(
          text: text, place: .line(line), left: column, right: column + 1, top: Double(line), bottom: Double(line),
          unit: 1)
      ]
    return PrintedCell(left: column, right: column + 1, pieces: pieces)
  }

  static func row(_ cells: [PrintedCell], line: Int, block: Int) -> PrintedRow {
    var row = PrintedRow(cells: cells, page: 0, top: Double(line), bottom: Double(line), block: block)
    row.mayContinue = true
    return row
  }

  /// Where the fields for numbers start in rows of the applications table.
  static let firstValue = 100.0

  /// Rows of the applications table: label cells at 0, 1, …; values at `firstValue` + 0, 1, ….
  static func applications(_ source: [FieldLine], block: Int) -> (rows: [PrintedRow], plan: ColumnPlan) {
    let lines = RowNumbers.removed(source)
    let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
    let wanted = Form.applicantColumns.map { (id: $0, label: labels[$0]!) }
    let headers = headerTexts(lines)
    let count = headers?.count ?? wanted.count
    let cells = (headers ?? wanted.map(\.label)).enumerated().map {
      cell($1, line: 0, column: firstValue + Double($0))
    }
    let plan = ColumnPlan.match(cells, labels: wanted, blockLeft: 0, blockRight: firstValue + Double(count))
    // Where the values start in full rows whose label stands in that field.
    var starts: [Int: [Int: Int]] = [:]
    var bodies: [(line: FieldLine, label: Int?)] = []
    for line in lines where !isHeader(line) {
      let label = labelIndex(line.fields, count: count)
      bodies.append((line, label))
      if let label, line.fields.count - count > label {
        starts[label, default: [:]][line.fields.count - count, default: 0] += 1
      }
    }
    var rows: [PrintedRow] = []
    let isExchanged =
      headers == nil && PrintedOrder.applicants(lines.filter(isHeader).map { $0.fields.joined() }).isOther
    let places = FieldPlaces(lines, count: count)
    let grid = FieldGrid(bodies.map(\.line.fields), count: count)
    // Fields that are empty in header and rows alike are none of a table that was cut in the wrong places: every number stands under its header.
    let isPlaced = places.map { places in bodies.allSatisfy { places.parts($0.line.fields) != nil } } ?? false
    let first = commonStart(bodies.map(\.line.fields), count: count)
    let margin = FieldMargin.of(bodies.map { $0.line.fields.dropFirst(($0.label ?? -1) + 1) }, count: count)
    for (line, label) in bodies {
      if !isPlaced, let parts = grid.parts(line.fields) {
        var row = row(
          parts.label.enumerated().map { cell($1, line: line.line.number, column: Double($0)) }
            + parts.values.enumerated().map { cell($1, line: line.line.number, column: firstValue + Double($0)) },
          line: line.line.number, block: block)
        row.doubt = parts.doubt
        rows.append(row)
        continue
      }
      if let parts = places?.parts(line.fields) {
        rows.append(
          row(
            parts.label.enumerated().map { cell($1, line: line.line.number, column: Double($0)) }
              + parts.values.enumerated().map { cell($1, line: line.line.number, column: firstValue + Double($0)) },
            line: line.line.number, block: block))
        continue
      }
      if let first, line.fields.count > first, line.fields.prefix(first).contains(where: { !$0.isEmpty }) {
        // The numbers of all rows stand in the same fields.
        var own = Array(line.fields.dropFirst(first))
        while own.count > count, own[own.count - 1].isEmpty { own.removeLast() }
        let (values, doubt) = own.count >= count ? (own, nil) : cutOff(own, count: count)
        var row = row(
          line.fields.prefix(first).enumerated().map { cell($1, line: line.line.number, column: Double($0)) }
            + values.enumerated().map { cell($1, line: line.line.number, column: firstValue + Double($0)) },
          line: line.line.number, block: block)
        row.doubt = doubt
        rows.append(row)
        continue
      }
      let labelCells = line.fields.prefix((label ?? -1) + 1).enumerated().map {
        cell($1, line: line.line.number, column: Double($0))
      }
      let usual = label.flatMap { starts[$0]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
      let (values, doubt) = values(
        Array(line.fields.dropFirst((label ?? -1) + 1)), label: label, usual: usual, count: count,
        margin: margin)
      var row = row(
        labelCells
          + values.enumerated().map { cell($1, line: line.line.number, column: firstValue + Double($0)) },
        line: line.line.number, block: block)
      row.doubt = doubt
      rows.append(row)
    }
    let isNarrow = headers == nil && areFewer(bodies.map { ($0.line.fields.count, $0.label) }, than: count)
    if isExchanged || isNarrow { for index in rows.indices { rows[index].doubt = .columnNotFound } }
    // Words where the first number should stand are a label, or a piece of one: the row has shifted.
    for index in rows.indices where rows[index].doubt == nil {
      let first = rows[index].cells.first { $0.left >= firstValue }?.text ?? ""
      if first.unicodeScalars.count(where: Wording.isIdeograph) > 1, !ValueReader.isValue(first) || first.holds("（") {
        rows[index].doubt = .columnAmbiguous
      }
    }
    if !isPlaced { TrimmedRows.doubt(&rows, bodies, count: count) }
    // The lines of fields of unlike tables may have shifted as those of a text that is set with spaces.
    return (grid.isUneven && !isPlaced ? LooseApplications.withShiftsInDoubt(rows, hasRest: false) : rows, plan)
  }

  /// True where rows of as many fields leave behind the last field for labels fewer than the form has columns: without its header nobody knows which
  /// is missing.
  private static func areFewer(_ rows: [(fields: Int, label: Int?)], than count: Int) -> Bool {
    guard let width = rows.first?.fields, rows.allSatisfy({ $0.fields == width }) else { return false }
    return (rows.compactMap(\.label).max()).map { width - $0 - 1 < count } ?? false
  }

  /// The field in which the numbers of every row begin: where the first number of most rows stands, and of none before; nil where merged cells
  /// leave no fields, so that rows begin in different ones.
  private static func commonStart(_ rows: [[String]], count: Int) -> Int? {
    let starts = rows.compactMap { $0.firstIndex(where: ValueReader.isValue) }
    guard let least = starts.min(), least > 0, starts.count >= 10,
      starts.count(where: { $0 == least }) * 5 >= starts.count * 3,
      rows.contains(where: { $0.count == least + count }),
      rows.allSatisfy({ row in
        row.dropFirst(least).allSatisfy { $0.isEmpty || ValueReader.isValue($0) }
          && row.dropFirst(least + count).allSatisfy(\.isEmpty)
      })
    else { return nil }
    return least
  }

  /// The values of a row out of the fields behind its label.
  private static func values(
    _ fields: [String], label: Int?, usual: Int?, count: Int, margin: FieldMargin?
  ) -> (values: [String], doubt: Doubt?) {
    if fields.allSatisfy(\.isEmpty) {
      return (fields.count >= count ? Array(repeating: "", count: count) : [], nil)
    }
    // Full rows with a label there tell how many fields merged label cells leave before the numbers.
    if let usual, let label, usual > label + 1, fields.count < count + usual - label - 1,
      fields.prefix(usual - label - 1).allSatisfy(\.isEmpty)
    {
      return cutOff(Array(fields.dropFirst(usual - label - 1)), count: count)
    }
    guard fields.count > count else { return fields.count == count ? (fields, nil) : cutOff(fields, count: count) }
    // What merged label cells left, or what fills rows up.
    if FieldMargin.isAmbiguous(fields, count: count, margin: margin) {
      return (Array(fields.suffix(count)), .columnAmbiguous)
    }
    var fields = fields
    if margin == .behind { while fields.count > count, fields[fields.count - 1].isEmpty { fields.removeLast() } }
    while fields.count > count, fields[0].isEmpty { fields.removeFirst() }
    if label != nil { while fields.count > count, fields[fields.count - 1].isEmpty { fields.removeLast() } }
    // More numbers than columns: the numeral of a lost label, or one number in two fields. Words behind the last column are a remark.
    let isOver = fields.count > count && (label == nil || fields.dropFirst(count).contains(where: ValueReader.isValue))
    return isOver ? (Array(fields.suffix(count)), .columnAmbiguous) : (fields, nil)
  }

  /// A row with fewer fields than columns: empty ones at its end were cut off, or one was lost somewhere. Where no number is at stake, the first.
  private static func cutOff(_ fields: [String], count: Int) -> (values: [String], doubt: Doubt?) {
    let padded = fields + Array(repeating: "", count: max(0, count - fields.count))
    return (padded, fields.allSatisfy(\.isEmpty) ? nil : .blanksLost)
  }

  private static let rowLabels = Template.allCases.flatMap { FormPatterns.labels(Form.of(.applications, $0)) }

  /// Labels of groups stand in so many fields before a row's own.
  private static let groups = 2

  /// True for a row of the applications table with a field for each of its columns, blank or not.
  static func isWhole(_ fields: [String]) -> Bool {
    guard fields.count > Form.applicantColumns.count else { return false }
    return fields.prefix(groups + 1).contains { field in
      let text = Wording.folded(field)
      return text.count >= 3 && rowLabels.contains { $0.wholeLikeness(text) >= 0.8 }
    }
  }

  /// True for such a row with nothing in them.
  static func isBlank(_ fields: [String]) -> Bool {
    fields.suffix(Form.applicantColumns.count).allSatisfy(\.isEmpty) && isWhole(fields)
  }

  /// The field of a row's own label: the last one with words, before the numbers; nil where the label is lost.
  private static func labelIndex(_ fields: [String], count: Int) -> Int? {
    // With all its numbers there, a row has `count` fields behind the label; a text may stand in one of them.
    let limit = fields.count > count ? fields.count - count : fields.count
    // Unless fields were cut off at the end: what reads as the label of a row is one.
    let own = fields.indices.dropFirst(limit).last { index in
      let text = Wording.folded(fields[index])
      return text.count >= 3 && !ValueReader.isValue(fields[index]) && rowLabels.contains { $0.likeness(text) >= 0.8 }
    }
    if let own { return own }
    return fields.indices.prefix(limit).last { !fields[$0].isEmpty && !ValueReader.isValue(fields[$0]) }
  }

  /// Rows of the other two tables: fields as cells, trailing empty ones kept.
  static func plain(_ lines: [FieldLine], block: Int) -> [PrintedRow] {
    lines.map { line in
      row(
        line.fields.enumerated().map { cell($1, line: line.line.number, column: Double($0)) }, line: line.line.number,
        block: block)
    }
  }
}
