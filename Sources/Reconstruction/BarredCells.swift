// Reconstruction: cells with a bar behind each, one a line → the rows of a table.
import DocumentModel
import Statute

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
