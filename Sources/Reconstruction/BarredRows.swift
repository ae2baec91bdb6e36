// Reconstruction: lines of cells with bars between and behind them → the rows of a table.
import DocumentModel
import Statute

/// Rows of cells with the bars that follow them.
enum BarredRows {
  struct Row {
    var cells: [String]
    /// So many bars behind them.
    var bars: Int
    var line: Int

    var holdsBlank: Bool { cells.contains("") }
  }
  /// So many rows with bars behind them are the way of a program.
  private static let usual = 2

  /// The rows of a table whose bars fill rows up; nil where they do not.
  static func rows(_ zone: [(line: SourceLine, part: BarredLine)]) -> [Row]? {
    let rows = padded(zone)
    if let rows, areEven(rows) { return rows }
    // A bar at the start is the edge of its row where all have one. Else it may be that of a blank cell: the first of its row, or one that goes on with
    // the row before.
    let leads = zone.count { FieldRows.trimmed($0.line.text).hasPrefix("|") }
    guard leads > 0, leads < zone.count else { return rows }
    let first = padded(zone.map { ($0.line, BarredLine($0.line.text, leadIsCell: true)) })
    if let first, areEven(first) { return first }
    let next = padded(joined(zone.map(\.line)).map { ($0, BarredLine($0.text)) })
    if let next, areEven(next) { return next }
    return rows ?? first ?? next
  }

  private static func areEven(_ rows: [Row]) -> Bool { rows.allSatisfy { width($0) == width(rows[0]) } }

  /// The lines with those that begin with a bar put to the end of the line before.
  private static func joined(_ lines: [SourceLine]) -> [SourceLine] {
    var result: [SourceLine] = []
    for line in lines {
      let body = FieldRows.trimmed(line.text)
      if body.hasPrefix("|"), !result.isEmpty {
        // In place: so many lines may go on with one that each copy of it would take minutes.
        result[result.count - 1].text += " " + body
      } else {
        result.append(line)
      }
    }
    return result
  }

  private static func width(_ row: Row) -> Int { row.cells.count + row.bars }

  private static func padded(_ zone: [(line: SourceLine, part: BarredLine)]) -> [Row]? {
    let rows = zone.map { line, part -> Row in
      switch part {
      case .row(let cells, let bars): Row(cells: cells, bars: bars, line: line.number)
      case .cell(let text, let bars): Row(cells: [text], bars: bars, line: line.number)
      case .bars(let count): Row(cells: [], bars: count, line: line.number)
      case .other: Row(cells: [], bars: 0, line: line.number)
      }
    }
    // `| --- |` is Markdown: there every field is a cell.
    let hasRule = rows.contains { row in
      row.cells.contains { $0.holds("--") } && row.cells.allSatisfy { $0.allSatisfy { "-:= ".contains($0) } }
    }
    guard !hasRule, isPadded(rows) else { return nil }
    return rows
  }

  /// True where the cells of each row and the bars behind them come to as many. The last row may be cut off.
  private static func isPadded(_ rows: [Row]) -> Bool {
    let padded = rows.filter { $0.bars > 1 }
    guard padded.count >= usual, let most = padded.first.map(width) else { return false }
    return rows.dropLast().allSatisfy { width($0) == most } && rows.allSatisfy { width($0) <= most }
  }

  /// The rows as lines of fields.
  /// - Parameter keepsBlanks: whether a bar stands for each blank cell, too. Where none does, rows are filled up for those that were left out.
  static func lines(_ rows: [Row], keepsBlanks: Bool) -> [SourceLine] {
    // One bar may as well be a blank cell: the last of a row that has fewer than others without it.
    let most = rows.filter { $0.bars != 1 }.map { values($0.cells) }.max() ?? 0
    return rows.map { row in
      var fields = row.cells
      // So it is in a row of nothing but numbers, which has all columns of its table.
      let isBare = !fields.isEmpty && values(fields) == fields.count
      if keepsBlanks, row.bars == 1, values(fields) < most || isBare { fields.append("") }
      // All cells of a row without numbers are blank.
      if !keepsBlanks, fields.count <= mostLabels, fields.last.map(isLabel) ?? false {
        fields += [String](repeating: "", count: row.bars)
      }
      // A single field is a row, too.
      if fields.count == 1 { fields.append("") }
      return SourceLine(number: row.line, text: fields.joined(separator: "\t"))
    }
  }

  private static let labels = [TableID.article20, .applications].flatMap { id in
    Template.allCases.flatMap { FormPatterns.labels(Form.of(id, $0)) }
  }
  /// From this likeness on a cell is the label of a row, and no header.
  private static let certain = 0.85
  /// The labels of a row: its own, and those of two groups.
  private static let mostLabels = 3

  private static func isLabel(_ cell: String) -> Bool {
    if cell.isEmpty || ValueReader.isValue(cell) { return false }
    let text = Wording.folded(cell)
    return labels.contains { $0.likeness(text) >= certain }
  }

  /// How many cells stand behind the last one with words.
  private static func values(_ cells: [String]) -> Int {
    cells.reversed().prefix { $0.isEmpty || ValueReader.isValue($0) }.count
  }
}
