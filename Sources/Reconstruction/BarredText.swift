// Reconstruction: lines of a text with a bar behind every cell → rows of fields.
import DocumentModel
import Statute

/// Programs that turn web pages into text set a bar behind each cell, and at the end of a row one more for each field that it lacks of the widest
/// row: `信息内容 | 本年处理决定数量 | ||`. Those bars are no blank cells. Where cells are paragraphs, each stands on a line of its own, and the bars
/// tell where rows end. Others set the bars on lines of their own: then nothing tells it.
enum BarredText {
  /// With fewer lines that hold bars there is no table.
  private static let fewest = 8

  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    let parts = lines.map { BarredLine($0.text) }
    guard parts.count(where: { $0 != .other }) >= fewest else { return lines }
    let cells = parts.count { if case .cell = $0 { true } else { false } }
    let bars = parts.count { if case .bars = $0 { true } else { false } }
    let rows = parts.count { if case .row = $0 { true } else { false } }
    if bars >= fewest, cells + rows <= bars / fewest { return BarsBetween.removed(lines, parts) }
    let isCells = cells > rows
    let read = tables(parts, isEmpty: { lines[$0].text.allSatisfy(\.isWhitespace) }).flatMap {
      pieces -> [(zone: Range<Int>, lines: Lines)] in
      func own(_ zone: Range<Int>) -> [(line: SourceLine, part: BarredLine)] {
        zone.filter { parts[$0] != .other }.map { (lines[$0], parts[$0]) }
      }
      func rows(_ zone: Range<Int>) -> [BarredRows.Row]? {
        isCells ? BarredCells.rows(own(zone)) : BarredRows.rows(own(zone))
      }
      // An empty line within a table is none of its rows.
      let whole = pieces[0].lowerBound..<pieces[pieces.count - 1].upperBound
      if let rows = rows(whole) { return [(whole, .rows(rows))] }
      return pieces.compactMap { piece in
        if pieces.count > 1, let rows = rows(piece) { return (piece, .rows(rows)) }
        return isCells ? (piece, .cells(BarredCells.separate(own(piece)))) : nil
      }
    }
    let keepsBlanks = read.contains {
      if case .rows(let rows) = $0.lines { rows.contains(where: \.holdsBlank) } else { false }
    }
    return read.reversed().reduce(into: lines) { result, zone in
      switch zone.lines {
      case .rows(let rows): result.replaceSubrange(zone.zone, with: BarredRows.lines(rows, keepsBlanks: keepsBlanks))
      case .cells(let cells): result.replaceSubrange(zone.zone, with: cells)
      }
    }
  }

  /// What bars make of the lines of a table.
  private enum Lines {
    case rows([BarredRows.Row])
    /// Nothing tells where rows end.
    case cells([SourceLine])
  }

  /// Lines with bars that follow one another, and those that only empty lines part together.
  private static func tables(_ parts: [BarredLine], isEmpty: (Int) -> Bool) -> [[Range<Int>]] {
    var result: [[Range<Int>]] = []
    for index in parts.indices where parts[index] != .other {
      let end = result.last?.last?.upperBound
      if let end, end == index {
        let last = result.count - 1
        result[last][result[last].count - 1] = result[last][result[last].count - 1].lowerBound..<(index + 1)
      } else if let end, (end..<index).allSatisfy(isEmpty) {
        result[result.count - 1].append(index..<(index + 1))
      } else {
        result.append([index..<(index + 1)])
      }
    }
    return result
  }
}

/// What bars say of a line.
enum BarredLine: Equatable {
  /// No bar, or no end in one.
  case other
  /// Nothing but so many bars.
  case bars(Int)
  /// The text of one cell, its bar, and so many more.
  case cell(String, bars: Int)
  /// Several cells with a bar behind each, and so many more bars.
  case row([String], bars: Int)

  /// - Parameter leadIsCell: whether a bar at the start of the line is that of a blank cell; otherwise it is the edge of the row.
  init(_ text: String, leadIsCell: Bool = false) {
    let body = FieldRows.trimmed(text)
    guard body.hasSuffix("|"), !body.holds("\t") else {
      self = .other
      return
    }
    if body.allSatisfy({ $0 == "|" }) {
      self = .bars(body.count)
      return
    }
    var cut = Substring(body)
    // Bars behind the bar of the last cell, with a space between.
    let run = cut.reversed().prefix { $0 == "|" }.count
    let before = cut.dropLast(run)
    var bars = 0
    if before.last?.isWhitespace ?? false, before.dropLast().last == "|" {
      bars = run
      cut = before.dropLast(2)
    } else {
      cut = cut.dropLast()
    }
    let leads = cut.hasPrefix("|")
    if leads, !leadIsCell { cut = cut.dropFirst() }
    let cells = cut.split(separator: "|", omittingEmptySubsequences: false).map { FieldRows.trimmed(String($0)) }
    self = cells.count == 1 && !leads ? .cell(cells[0], bars: bars) : .row(cells, bars: bars)
  }
}

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

/// Cells with a bar behind each, one a line.
enum BarredCells {
  /// No table has more columns.
  private static let widest = 40

  /// The rows of a table; nil where nothing tells them.
  static func rows(_ zone: [(line: SourceLine, part: BarredLine)]) -> [BarredRows.Row]? {
    let tokens = tokens(zone)
    let leads = if case .bars(1, _) = tokens.first { true } else { false }
    let found = (2...widest).compactMap { rows(tokens, width: $0, leads: leads) }
    // Of two ways to part them nobody knows the right one.
    return found.count == 1 ? found[0] : nil
  }

  private static func tokens(_ zone: [(line: SourceLine, part: BarredLine)]) -> [Token] {
    zone.flatMap { line, part -> [Token] in
      switch part {
      case .cell(let text, let bars):
        bars == 0
          ? [.cell(text, line: line.number)] : [.cell(text, line: line.number), .bars(bars, line: line.number)]
      case .bars(let count): [.bars(count, line: line.number)]
      case .row(let cells, let bars):
        cells.map { .cell($0, line: line.number) } + (bars > 0 ? [.bars(bars, line: line.number)] : [])
      case .other: []
      }
    }
  }

  private enum Token {
    case cell(String, line: Int)
    case bars(Int, line: Int)
  }

  /// The rows, if each has so many cells and bars; `leads`: each begins with a bar of its own. The last may be cut off.
  private static func rows(_ tokens: [Token], width: Int, leads: Bool) -> [BarredRows.Row]? {
    var result: [BarredRows.Row] = []
    var row = BarredRows.Row(cells: [], bars: 0, line: 0)
    var isOpen = false
    var isTold = false
    func close() {
      if isOpen { result.append(row) }
      (row, isOpen) = (BarredRows.Row(cells: [], bars: 0, line: 0), false)
    }
    for token in tokens {
      switch token {
      case .cell(let text, let line):
        if !isOpen {
          if leads { return nil }
          (isOpen, row.line) = (true, line)
        }
        if row.cells.isEmpty { row.line = line }
        row.cells.append(text)
      case .bars(1, let line):
        if !isOpen {
          (isOpen, row.line) = (true, line)
          if leads { continue }
        }
        // A blank cell, or the one field that the row lacks.
        if row.cells.count + 1 == width { row.bars = 1 } else { row.cells.append("") }
      case .bars(let count, _):
        guard isOpen, row.cells.count + count == width else { return nil }
        row.bars = count
        isTold = true
      }
      if row.cells.count + row.bars == width { close() }
    }
    close()
    return isTold ? result : nil
  }

  /// The cells, one a line, blank ones as empty lines.
  static func separate(_ zone: [(line: SourceLine, part: BarredLine)]) -> [SourceLine] {
    tokens(zone).map { token in
      switch token {
      case .cell(let text, let line): SourceLine(number: line, text: text)
      case .bars(_, let line): SourceLine(number: line, text: "")
      }
    }
  }
}
