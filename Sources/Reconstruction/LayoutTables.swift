// Reconstruction: a page of the web that stands in the cells of a table → its title and its sentences as running text.
import DocumentModel

/// Sites set a whole page in one table: what programs make of it has a bar behind the title and the text, and one more for each field that their rows lack.
enum LayoutTables {
  /// Sentences of a table are shorter: remarks in its cells.
  private static let longest = 100

  static func plain(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { isText($0.text) && $0.text.last == "|" }) else { return lines }
    return lines.map { line in
      guard line.text.last == "|" else { return line }
      let own = line.text.reversed().drop { $0 == "|" || $0.isWhitespace }
      let text = String(own.reversed())
      guard !text.holds("|"), isText(text) || SecondReport.isTitle(text) else { return line }
      return SourceLine(number: line.number, text: text)
    }
  }

  private static func isText(_ text: String) -> Bool {
    text.unicodeScalars.count >= longest && text.holds("。")
  }
}
