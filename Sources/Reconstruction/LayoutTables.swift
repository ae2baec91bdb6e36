// Reconstruction: a page of the web that stands in the cells of a table → its title and its sentences as running text.
import DocumentModel

/// Sites set a whole page in one table: what programs make of it has a bar behind the title and the text, and one more for each field that their rows lack.
enum LayoutTables {
  /// Sentences of a table are shorter: remarks in its cells.
  private static let longest = 100

  static func plain(_ lines: [SourceLine]) -> [SourceLine] {
    let texts = lines.map { only($0.text) }
    guard texts.contains(where: { $0.map(isText) ?? false }) else { return lines }
    return zip(lines, texts).map { line, text in
      guard let text, isText(text) || SecondReport.isTitle(text) else { return line }
      return SourceLine(number: line.number, text: text)
    }
  }

  /// What stands before the bars at the end of a line that has no others.
  private static func only(_ text: String) -> String? {
    let body = FieldRows.trimmed(text)
    guard body.hasSuffix("|"), let end = body.lastIndex(where: { $0 != "|" && !$0.isWhitespace }) else { return nil }
    let own = String(body[...end])
    return own.holds("|") ? nil : own
  }

  private static func isText(_ text: String) -> Bool {
    text.unicodeScalars.count >= longest && text.holds("。")
  }
}
