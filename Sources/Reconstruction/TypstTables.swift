// Reconstruction: lines of a text → the same, tables of Typst as rows of fields.
import DocumentModel

/// In Typst a table is a call, each cell a block: `table.cell(colspan: 2)[（七）总计], [12], [],`. Programs that write it set a row on a line. Headings are
/// calls, too: `#strong[一、总体情况]`.
enum TypstTables {
  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { $0.text.holds("table(") && $0.text.holds("#") }) else { return lines }
    var result: [SourceLine] = []
    var rows: SpannedRows?
    for line in lines {
      let text = FieldRows.trimmed(line.text)
      if text.holds("table("), text.holds("#") {
        rows = SpannedRows()
      } else if rows != nil {
        let isEnd = text.hasPrefix(")")
        if let cells = cells(text) {
          let fields = rows!.fields(cells)
          result.append(SourceLine(number: line.number, text: fields.joined(separator: "\t")))
        } else if isEnd {
          rows = nil
        }
      } else if text != ")", !text.hasPrefix(", kind:") {
        result.append(SourceLine(number: line.number, text: withoutMarks(text)))
      }
    }
    // A table without an end would take the rest of the text with it.
    return rows == nil ? result : lines
  }

  /// The text of a line that is nothing but a heading, or one word of emphasis.
  private static func withoutMarks(_ text: String) -> String {
    let marks = ["#strong[", "#emph["]
    if let mark = marks.first(where: text.hasPrefix), text.hasSuffix("]") {
      return String(text.dropFirst(mark.count).dropLast())
    }
    let heading = text.drop { $0 == "=" }
    return heading.count < text.count && heading.first == " " ? FieldRows.trimmed(String(heading)) : text
  }

  /// The cells of a row; nil for a line that is none.
  private static func cells(_ text: String) -> [SpannedCell]? {
    var result: [SpannedCell] = []
    var rest = text[...]
    for prefix in ["table.header(", "table.footer("] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    while !rest.isEmpty {
      var cell = SpannedCell()
      if rest.hasPrefix("table.cell(") {
        guard let end = rest.firstIndex(of: ")") else { return nil }
        let attributes = rest[..<end].filter { $0 != " " }.replacing(":", with: "=")
        cell.columns = SpannedRows.span("colspan", in: attributes)
        cell.rows = SpannedRows.span("rowspan", in: attributes)
        rest = rest[rest.index(after: end)...]
      }
      guard rest.first == "[" else { break }
      var depth = 0
      var end: Substring.Index?
      for index in rest.indices {
        if rest[index] == "[" { depth += 1 }
        if rest[index] == "]" { depth -= 1 }
        if depth == 0 {
          end = index
          break
        }
      }
      guard let end else { return nil }
      cell.text = FieldRows.trimmed(String(rest[rest.startIndex..<end].dropFirst()))
      result.append(cell)
      rest = rest[rest.index(after: end)...].drop { $0 == "," || $0 == " " }
    }
    return result.isEmpty ? nil : result
  }
}
