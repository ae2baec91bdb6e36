// Reconstruction: lines of a text in LaTeX → the same, tables as rows of fields and headings as they are shown.
import DocumentModel

/// In LaTeX a table stands between `\begin{longtable}` and `\end{longtable}`, or those of another kind; `&` parts cells, `\\` rows.
enum TexTables {
  private static let kinds = ["longtable", "tabular", "tabular*", "tabularx", "array", "tblr"]
  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    guard
      lines.contains(where: { line in
        line.text.holds("\\begin{") && kinds.contains { line.text.holds("\\begin{\($0)}") }
      })
    else { return lines }
    var result: [SourceLine] = []
    var table: (end: String, rows: TexRows)?
    for line in lines {
      if var open = table {
        if let end = line.text.firstRange(of: open.end) {
          open.rows.read(String(line.text[..<end.lowerBound]), line: line.number)
          result += open.rows.lines
          table = nil
        } else {
          open.rows.read(line.text, line: line.number)
          table = open
        }
        continue
      }
      guard let kind = kinds.first(where: { line.text.holds("\\begin{\($0)}") }) else {
        if let text = shown(line.text) { result.append(SourceLine(number: line.number, text: text)) }
        continue
      }
      var rows = TexRows()
      // What stands behind it on the line tells how columns are set, unless the table has but one line.
      if let end = line.text.firstRange(of: "\\end{\(kind)}"), let start = line.text.firstRange(of: "\\begin{\(kind)}"),
        start.upperBound <= end.lowerBound
      {
        rows.read(TexText.behindArguments(line.text[start.upperBound..<end.lowerBound]), line: line.number)
        result += rows.lines
      } else {
        table = ("\\end{\(kind)}", rows)
      }
    }
    // A table without an end would take the rest of the text with it.
    return table == nil ? result : lines
  }

  /// A line outside of tables as it is shown; nil for one that is but a command.
  private static func shown(_ text: String) -> String? {
    guard text.unicodeScalars.contains("\\") else { return text == "}" ? nil : text }
    let plain = TexText.plain(text)
    return plain.isEmpty ? nil : plain
  }
}

/// The rows of a table in LaTeX.
private struct TexRows {
  /// What is longer is no row.
  private static let longest = 10_000

  private(set) var lines: [SourceLine] = []
  private var rows = SpannedRows()
  private var row = ""
  private var number = 0

  mutating func read(_ text: String, line: Int) {
    var text = text
    // A sign of per cent at the end takes the end of the line away.
    if text.hasSuffix("%"), !text.hasSuffix("\\%") { text.removeLast() }
    var rest = text[...]
    while let end = rest.firstRange(of: "\\\\") {
      append(rest[..<end.lowerBound], line)
      flush()
      rest = rest[end.upperBound...]
    }
    append(rest, line)
  }

  private mutating func append(_ text: Substring, _ line: Int) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    if row.isEmpty { number = line }
    row += text
  }

  private mutating func flush() {
    defer { row = "" }
    guard row.utf8.count <= Self.longest else {
      lines.append(SourceLine(number: number, text: row))
      return
    }
    let cells = TexText.parts(TexText.withoutRules(row)).map(TexText.cell)
    guard cells.count > 1 || cells.contains(where: { !$0.text.isEmpty }) else { return }
    lines.append(SourceLine(number: number, text: rows.fields(cells).joined(separator: "\t")))
  }
}
