// Reconstruction: lines of a text → the same, tables that a program for data prints as rows of fields.
import DocumentModel

/// Programs for data print a table with spaces between its cells, a word where a cell holds nothing (`None`, `NaN`), numbers over the columns and before
/// the rows. Where no cell holds a space each row has as many words, and these are its cells.
enum FrameTables {
  private static let fewestRows = 2
  private static let fewestColumns = 4
  /// A cell that comes so often in a row reaches over several columns.
  private static let over = 3

  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    var result: [SourceLine] = []
    var block: [SourceLine] = []
    var isWhole = true
    func close() {
      let rows = rows(block)
      // A table that has cells with spaces, or blank ones without a word, is read with the others by its places.
      if rows == nil, mayBeTable(block) { isWhole = false }
      result += rows ?? block
      block = []
    }
    for line in lines {
      // A heading or a sentence stands in no table.
      if line.text.holds("\t") || line.text.holds("|") || words(line.text).count < fewestColumns - 1 {
        close()
        result.append(line)
      } else {
        block.append(line)
      }
      if !isWhole { return lines }
    }
    close()
    return isWhole ? result : lines
  }

  /// True for several rows with a number at their end.
  private static func mayBeTable(_ block: [SourceLine]) -> Bool {
    block.lazy.filter { line in
      let words = words(line.text)
      return words.count >= fewestColumns
        && words.last.map { FieldRows.nothing.contains($0) || ValueReader.isValue($0) } ?? false
    }.prefix(fewestRows).count == fewestRows
  }

  /// The rows of fields; nil where the lines are none.
  private static func rows(_ block: [SourceLine]) -> [SourceLine]? {
    guard block.count >= fewestRows else { return nil }
    // Sentences have no spaces: most blocks end here.
    var words = block.prefix(2).map { Self.words($0.text) }
    guard words[1].count >= fewestColumns else { return nil }
    words += block.dropFirst(2).map { Self.words($0.text) }
    let count = words[1].count
    let isNumbered = words[0].count == count - 1 && words[0] == (0..<(count - 1)).map(String.init)
    var rows = zip(block, words).map { ($0, $1) }
    if isNumbered {
      rows.removeFirst()
      guard rows.enumerated().allSatisfy({ $1.1.first == String($0) }) else { return nil }
    }
    // The rule under a header.
    rows.removeAll { $0.1.allSatisfy { $0.allSatisfy { "-=".contains($0) } && $0.count > 1 } }
    guard rows.count >= fewestRows, rows.allSatisfy({ $0.1.count == count }),
      rows.contains(where: { $0.1.contains(where: FieldRows.nothing.contains) || isRepeated($0.1) })
    else { return nil }
    return rows.map { line, words in
      let cells = (isNumbered ? Array(words.dropFirst()) : words).map { FieldRows.nothing.contains($0) ? "" : $0 }
      return SourceLine(number: line.number, text: cells.joined(separator: "\t"))
    }
  }

  private static func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

  /// True for a cell that reaches over several columns, given once for each: a row with all of its cells.
  private static func isRepeated(_ words: [String]) -> Bool {
    words.indices.dropFirst(over - 1).contains { last in
      words[last].unicodeScalars.contains(where: Wording.isIdeograph) && !ValueReader.isValue(words[last])
        && Set(words[(last - over + 1)...last]).count == 1
    }
  }
}
