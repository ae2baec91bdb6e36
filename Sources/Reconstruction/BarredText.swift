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
