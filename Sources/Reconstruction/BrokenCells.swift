// Reconstruction: rows of bars that are broken within their blank cells → the same, each on one line.
import DocumentModel

/// Programs that make Markdown of web pages give a cell that holds a blank paragraph as a new line: `（七）总计 |  12 |    ⏎|  ⏎|  4`. Rows of theirs have bars
/// between cells alone, so that one at the end of a line waits for a cell, and one at its start stands behind one.
enum BrokenCells {
  /// So many lines that end so, each before one that begins so, make it the program's way.
  private static let usual = 4

  static func joined(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { $0.text.holds("|") }) else { return lines }
    let texts = lines.map { FieldRows.trimmed($0.text) }
    let breaks = lines.indices.dropLast().filter { index in
      texts[index].hasSuffix("|") && !texts[index].hasPrefix("|") && texts[index + 1].hasPrefix("|")
    }
    guard breaks.count >= usual, texts.contains(where: isRule) else { return lines }
    var result: [SourceLine] = []
    var (number, text) = (0, "")
    var isFramed = false
    for index in lines.indices {
      let isRest =
        texts[index].hasPrefix("|") && index > 0 && texts[index - 1].hasSuffix("|") && !isFramed
      if isRest {
        text += lines[index].text
        continue
      }
      if index > 0 { result.append(SourceLine(number: number, text: text)) }
      (number, text) = (lines[index].number, lines[index].text)
      // A row of another table, between bars on both sides.
      isFramed = texts[index].hasPrefix("|")
    }
    result.append(SourceLine(number: number, text: text))
    return result.map(closed)
  }

  /// True for the rule under a header whose row has bars between cells alone: `---|---`.
  private static func isRule(_ text: String) -> Bool {
    text.hasPrefix("-") && text.hasSuffix("-") && text.holds("|") && text.allSatisfy { "-|: ".contains($0) }
  }

  /// A row between bars on both sides, as its first and last cells may be blank. Rows of other tables have them.
  private static func closed(_ line: SourceLine) -> SourceLine {
    let text = FieldRows.trimmed(line.text)
    guard text.holds("|"), !(text.hasPrefix("|") && text.hasSuffix("|")) else { return line }
    return SourceLine(number: line.number, text: "|" + line.text + "|")
  }
}
