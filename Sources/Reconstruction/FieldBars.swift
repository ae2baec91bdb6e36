// Reconstruction: rows of a text whose fields are parted in an unusual way → the same with tabs or single bars between them.
import DocumentModel
import Foundation

/// Fields are parted by bars of full width or of drawn tables, by two bars or tabs each, or rows are broken where a program wraps all lines alike.
enum FieldBars {
  /// So many rows make a way of writing.
  private static let fewest = 5

  static func plain(_ lines: [SourceLine]) -> [SourceLine] {
    single(single(unwrapped(usual(lines)), "|"), "\t")
  }

  // MARK: Other bars

  private static let bars = ["｜", "│", "┃", "¦"]

  /// Rows with other bars than `|`. Where each row begins and ends with one, they are its frame.
  private static func usual(_ lines: [SourceLine]) -> [SourceLine] {
    guard let bar = bars.first(where: { bar in lines.count { isRow($0.text, bar) } >= fewest }) else { return lines }
    let rows = lines.filter { isRow($0.text, bar) }.map { FieldRows.trimmed($0.text) }
    let isFramed = rows.allSatisfy { $0.hasPrefix(bar) && $0.hasSuffix(bar) }
    // A table that is drawn has edges, and cells that go on over several lines.
    if lines.contains(where: { GridTables.isEdge($0.text) }) { return lines }
    return lines.map { line in
      guard isRow(line.text, bar) else { return line }
      let fields = line.text.components(separatedBy: bar).joined(
        separator: isFramed ? "|" : "\t")
      return SourceLine(number: line.number, text: fields)
    }
  }

  /// Most texts have none of these bars: that is asked first, without a look at each character.
  private static func isRow(_ text: String, _ bar: String) -> Bool {
    text.holds(bar) && text.components(separatedBy: bar).count > 2 && !text.holds("|") && !text.holds("\t")
  }

  // MARK: Two for one

  /// A row with so many fields tells that each mark stands twice.
  private static let wide = 4

  /// Rows each of whose fields is parted from the next by two marks: every other field is empty in all of them, the header's too.
  private static func single(_ lines: [SourceLine], _ mark: Character) -> [SourceLine] {
    let pair = String([mark, mark])
    guard lines.contains(where: { $0.text.holds(pair) }) else { return lines }
    let rows = lines.map { line in
      line.text.contains(mark) ? line.text.split(separator: mark, omittingEmptySubsequences: false) : []
    }
    let filled = rows.filter { !$0.isEmpty }
    guard filled.count >= fewest,
      filled.allSatisfy({ row in
        row.count % 2 == 1 && stride(from: 1, to: row.count, by: 2).allSatisfy { isEmpty(row[$0]) }
      }), filled.contains(where: { row in row.count { !isEmpty($0) } >= wide })
    else { return lines }
    return zip(lines, rows).map { line, row in
      guard !row.isEmpty else { return line }
      let own = stride(from: 0, to: row.count, by: 2).map { row[$0] }
      return SourceLine(number: line.number, text: own.joined(separator: String(mark)))
    }
  }

  private static func isEmpty(_ text: Substring) -> Bool { text.unicodeScalars.allSatisfy(\.isSpace) }

  // MARK: Wrapped rows

  private static let framedRows = 3
  /// Fewer than one torn row in so many is a slip, not a way of wrapping.
  private static let rare = 4

  /// Rows of a Markdown table that a program has wrapped: what follows a row without a bar at its end, or has bars and begins with none, is the rest of
  /// the row before it. Where each row ends in a bar, and many begin with none, bars stand behind cells, and no row goes on.
  private static func unwrapped(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { $0.text.holds("|") }) else { return lines }
    let texts = lines.map { FieldRows.trimmed($0.text) }
    // An edge of a drawn table beside a cell that goes on begins with that cell's bar, and ends in a corner.
    let isRow = lines.map { line in
      line.text.holds("|") && !line.text.holds("\t") && !(line.text.holds("--") && line.text.hasSuffix("+"))
    }
    let framed = texts.indices.count { isRow[$0] && texts[$0].hasPrefix("|") }
    let torn = texts.indices.count { isRow[$0] && texts[$0].hasPrefix("|") != texts[$0].hasSuffix("|") }
    // Wikis and other programs begin rows with a bar, too, and do not end them in one.
    let whole = texts.indices.count { isRow[$0] && texts[$0].hasPrefix("|") && texts[$0].hasSuffix("|") }
    let isMarkdown = texts.contains { $0.hasPrefix("|---") || $0.hasPrefix("| ---") || $0.hasPrefix("|:--") }
    let isWiki = texts.contains { $0.hasPrefix("|===") || $0.hasPrefix("{|") }
    let endsOpen = texts.indices.contains { isRow[$0] && !texts[$0].hasSuffix("|") }
    guard !isWiki, isMarkdown || 2 * whole >= isRow.count(where: { $0 }), framed >= framedRows, torn > 0,
      torn < 2 * framed, isMarkdown || torn < fewest || endsOpen
    else { return lines }
    // A break before a bar leaves a space there.
    let isIndented = { (line: SourceLine) in line.text.hasPrefix(" ") }
    let isFlush = !isIndented(lines[texts.firstIndex { $0.hasPrefix("|") }!])
    let isRare = rare * torn < framed
    var result: [SourceLine] = []
    // The line that the row in work ends in, and whether its last bar is still to come.
    var row: (end: Int, isOpen: Bool)?
    for (index, line) in lines.enumerated() {
      let text = texts[index]
      // Where nearly all rows are whole, one that lacks its last bar is no reason to take the next for its rest.
      let isWhole = isRare && text.hasPrefix("|") && text.hasSuffix("|")
      if let own = row, line.number == own.end + 1, !text.isEmpty, !isWhole,
        own.isOpen && !text.hasPrefix("#") || isRow[index] && (!text.hasPrefix("|") || isFlush && isIndented(line))
      {
        result[result.count - 1].text += text
        row = (line.number, !text.hasSuffix("|"))
        continue
      }
      result.append(SourceLine(number: line.number, text: isRow[index] ? text : line.text))
      row = isRow[index] && text.hasPrefix("|") ? (line.number, !text.hasSuffix("|")) : nil
    }
    return result
  }

  // MARK: Names for nothing

  /// Programs that print a table write None where it holds nothing.
  static func withoutNames(_ lines: [SourceLine]) -> [SourceLine] {
    lines.map { line in
      guard let mark: Character = line.text.holds("\t") ? "\t" : line.text.holds("|") ? "|" : nil,
        FieldRows.nothing.contains(where: line.text.holds)
      else { return line }
      let fields = line.text.split(separator: mark, omittingEmptySubsequences: false).map { field in
        FieldRows.nothing.contains(FieldRows.trimmed(String(field))) ? "" : String(field)
      }
      return SourceLine(number: line.number, text: fields.joined(separator: String(mark)))
    }
  }
}
