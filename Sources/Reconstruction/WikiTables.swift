// Reconstruction: lines of a text → the same, tables of MediaWiki as rows of fields.
import DocumentModel

/// In MediaWiki a table stands between `{|` and `|}`. `|-` begins a row, `|` or `!` at the start of a line a cell, `||` and `!!` the next on the same
/// line; a cell goes on until something else begins. What stands before a single bar are attributes (`| colspan="2" | 总计`).
enum WikiTables {
  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { FieldRows.trimmed($0.text).hasPrefix("{|") }) else { return lines }
    var result: [SourceLine] = []
    var index = 0
    while index < lines.count {
      guard FieldRows.trimmed(lines[index].text).hasPrefix("{|"),
        let end = lines[(index + 1)...].firstIndex(where: { isEnd(FieldRows.trimmed($0.text)) })
      else {
        result.append(plain(lines[index]))
        index += 1
        continue
      }
      result += rows(lines[(index + 1)..<end]) ?? Array(lines[index...end])
      index = end + 1
    }
    return result
  }

  private static let bold = "'''"

  /// A line that is bold as a whole, without the marks of it: a heading that is none to the program.
  private static func plain(_ line: SourceLine) -> SourceLine {
    let text = FieldRows.trimmed(line.text)
    guard text.count > 2 * bold.count, text.hasPrefix(bold), text.hasSuffix(bold) else { return line }
    return SourceLine(number: line.number, text: String(text.dropFirst(bold.count).dropLast(bold.count)))
  }

  /// `|}` may as well be a cell that holds a brace; what stands behind it then is more than a mark.
  private static func isEnd(_ text: String) -> Bool { text == "|}" || text.hasPrefix("|} ") }

  /// The rows; nil where another table stands within a cell.
  private static func rows(_ lines: ArraySlice<SourceLine>) -> [SourceLine]? {
    var result: [SourceLine] = []
    var spanned = SpannedRows()
    var row: [SpannedCell] = []
    var number = lines.first?.number ?? 0
    var isCaption = false
    func flush() {
      guard !row.isEmpty else { return }
      let cells = row.map { cell in
        SpannedCell(text: content(cell.text), columns: cell.columns, rows: cell.rows)
      }
      result.append(SourceLine(number: number, text: spanned.fields(cells).joined(separator: "\t")))
      row = []
    }
    for line in lines {
      let text = FieldRows.trimmed(line.text)
      if text.hasPrefix("{|") { return nil }
      if text.hasPrefix("|-") {
        flush()
        isCaption = false
      } else if text.hasPrefix("|+") {
        isCaption = true
      } else if text.hasPrefix("|") || text.hasPrefix("!") {
        if row.isEmpty { number = line.number }
        isCaption = false
        row += cells(String(text.dropFirst()), isHeader: text.hasPrefix("!"))
      } else if !isCaption, !row.isEmpty {
        row[row.count - 1].text += " " + text
      }
    }
    flush()
    return result
  }

  /// The cells of one line.
  private static func cells(_ text: String, isHeader: Bool) -> [SpannedCell] {
    let text = isHeader ? text.replacing("!!", with: "||") : text
    return text.split(separator: "||", omittingEmptySubsequences: false).map { part in
      guard let bar = part.firstIndex(of: "|"), part[..<bar].contains("="), !part[..<bar].contains("[") else {
        return SpannedCell(text: String(part))
      }
      let attributes = part[..<bar].lowercased()
      return SpannedCell(
        text: String(part[part.index(after: bar)...]), columns: SpannedRows.span("colspan", in: attributes),
        rows: SpannedRows.span("rowspan", in: attributes))
    }
  }

  /// What a cell shows.
  private static func content(_ text: String) -> String {
    var result = text
    for mark in ["'''", "''", "<nowiki>", "</nowiki>", "<nowiki/>", "<nowiki />"] {
      result = result.replacing(mark, with: "")
    }
    for mark in ["<br>", "<br/>", "<br />"] { result = result.replacing(mark, with: " ") }
    return Wording.plain(result)
  }
}
