// Reconstruction: lines of a text copied from a web page → one cell a line, blank cells as empty lines.
import DocumentModel
import Statute

/// Browsers set the text of a cell that holds paragraphs on lines of its own, with a line that is but a tab between two cells, or empty lines around
/// each; a blank cell is a line with one space, or nothing between two tabs. Either way each cell has a place in the text.
enum PastedCells {
  /// So many lines with nothing but a tab part cells.
  private static let tabs = 20
  /// So many lines with nothing but a space are blank cells.
  private static let blanks = 7
  private static let starts = ["第二十条", "信息内容", "申请人情况"].map(Wording.folded)
  private static let outcomes = Set(
    Form.columnLabels(table: .reviewAndLitigation, template: .form2021, row: .review).values.map(Wording.folded))
  private static let outcomeCount = 3 * Form.reviewColumns.count
  private static let rows = Set(
    Template.allCases.flatMap { Form.of(.article20, $0).rows.map { Wording.folded($0.label) } })

  private enum Kind { case nothing, blank, tab, words, value }

  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    let kinds = lines.map { kind($0.text) }
    let isTabbed = kinds.count { $0 == .tab } >= tabs
    if !isTabbed, let halved = halved(lines, kinds) { return halved }
    guard isTabbed || kinds.count(where: { $0 == .blank }) >= blanks,
      let first = lines.firstIndex(where: { line in
        let text = Wording.folded(line.text)
        return starts.contains { text.starts(with: $0) }
      }), let last = kinds.lastIndex(where: { $0 == (isTabbed ? .tab : .blank) || $0 == .blank }), first < last,
      // Tables above the report (of its index number, its date) may have rows with tabs.
      !(first...last).contains(where: { kinds[$0] != .tab && lines[$0].text.holds("\t") })
    else { return lines }
    if isTabbed {
      // With the cell behind the last tab.
      let end = kinds[(last + 1)...].firstIndex { $0 != .nothing } ?? last
      return Array(lines[..<first]) + BrokenLabels.joined(cells(lines, kinds, first..<(end + 1)))
        + Array(lines[(end + 1)...])
    }
    guard areParagraphs(kinds[first...last]) else {
      guard areCells(lines[first...last], kinds[first...last]) else { return lines }
      // Blank cells have lines of their own; what is empty parts rows.
      return Array(lines[..<first]) + paragraphs(lines, kinds, first..<lines.count)
    }
    return Array(lines[..<first]) + BrokenLabels.joined(paragraphs(lines, kinds, first..<lines.count))
  }

  /// So many cells are a table.
  private static let fewestCells = 100

  /// Paragraphs, each with an empty line behind it: one empty line parts two cells, three have a blank one between them. Where some have an even number
  /// between them, a blank cell is but the end of a line, and two have one between them. nil for another text.
  private static func halved(_ lines: [SourceLine], _ kinds: [Kind]) -> [SourceLine]? {
    guard !kinds.contains(where: { $0 == .tab || $0 == .blank }),
      let first = lines.firstIndex(where: { line in
        let text = Wording.folded(line.text)
        return starts.contains { text.starts(with: $0) }
      }), !lines[first...].contains(where: { $0.text.holds("\t") })
    else { return nil }
    let all = (first..<lines.count).filter { kinds[$0] != .nothing }
    // Lists of links and the like may follow.
    let count = zip(all, all.dropFirst()).prefix { $1 - $0 > 1 }.count + 1
    let filled = all.prefix(count)
    let gaps = zip(filled, filled.dropFirst()).map { $1 - $0 - 1 }
    guard filled.count >= fewestCells, gaps.count(where: { $0 > 1 }) >= blanks, let last = filled.last else {
      return nil
    }
    let step = gaps.allSatisfy { $0 % 2 == 1 } ? 2 : 1
    var result: [SourceLine] = []
    for (index, gap) in zip(filled, gaps + [1]) {
      result.append(lines[index])
      for k in 0..<((gap - 1) / step) { result.append(blank(lines[index + step * (k + 1)])) }
    }
    return Array(lines[..<first]) + BrokenLabels.joined(result) + Array(lines[(last + 1)...])
  }

  private static func kind(_ text: String) -> Kind {
    if text.isEmpty { return .nothing }
    if text.unicodeScalars.allSatisfy(\.isSpace) {
      let count = text.unicodeScalars.count { $0 == "\t" }
      return count == 0 ? .blank : count == 1 ? .tab : .words
    }
    return ValueReader.isValue(FieldRows.trimmed(text)) ? .value : .words
  }

  /// True where an empty line stands behind each cell, so that one with a space is a cell as well.
  private static func areParagraphs(_ kinds: ArraySlice<Kind>) -> Bool {
    zip(kinds, kinds.dropFirst()).allSatisfy { $0 == .nothing || $1 == .nothing }
  }

  /// True for one cell a line, with empty lines here and there.
  private static func areCells(_ lines: ArraySlice<SourceLine>, _ kinds: ArraySlice<Kind>) -> Bool {
    kinds.contains(.nothing) && kinds.count { $0 == .value || $0 == .blank } >= fewestCells
      && lines.allSatisfy { !FieldRows.trimmed($0.text).holds("  ") }
  }

  private static func paragraphs(_ lines: [SourceLine], _ kinds: [Kind], _ range: Range<Int>) -> [SourceLine] {
    range.filter { kinds[$0] != .nothing }.map { kinds[$0] == .blank ? blank(lines[$0]) : lines[$0] }
  }

  private static func blank(_ line: SourceLine) -> SourceLine { SourceLine(number: line.number, text: "") }

  /// The cells between tabs. Where blank cells leave no line, two tabs beside one another have one between them; one at the end or the start of a
  /// row shows in a tab that has no cell of its row behind it or before it.
  private static func cells(_ lines: [SourceLine], _ kinds: [Kind], _ range: Range<Int>) -> [SourceLine] {
    let isMarked = kinds[range].contains(.blank)
    var result: [SourceLine] = []
    // The tab before, where nothing stands between.
    var tab: SourceLine?
    // The cell before.
    var before = Kind.words
    var isRow = false
    // How many names of outcomes stand before, without a number between them.
    var names = 0
    /// A blank cell that left no line has the place of the tab before it: each cell of a row has a line of its own.
    func addBlank() { if let tab, !isMarked { result.append(blank(tab)) } }
    for index in range where kinds[index] != .nothing {
      let line = lines[index]
      // The header is whole: its last name has a row behind it that begins with a blank cell.
      let isHeaderWhole = before == .words && names == outcomeCount
      switch kinds[index] {
      case .tab:
        if tab != nil {
          if isHeaderWhole { addBlank() }
          result.append(blank(line))
          (before, names) = (.blank, 0)
        }
        tab = line
        continue
      case .blank:
        result.append(blank(line))
        (before, names) = (.blank, 0)
      case .value:
        if isHeaderWhole { addBlank() }
        result.append(line)
        (before, names) = (.value, 0)
      default:
        // No label stands behind a number in its row, or behind that of a row with one number.
        if before != .words || isRow { addBlank() }
        result.append(line)
        let text = Wording.folded(line.text)
        names = outcomes.contains(text) ? names + 1 : groups.contains { text.starts(with: $0) } ? names : 0
        (before, isRow) = (.words, rows.contains(text))
      }
      tab = nil
    }
    return result
  }
  private static let groups = ["未经复议", "复议后"].map(Wording.folded)
}
