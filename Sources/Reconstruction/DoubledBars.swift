// Reconstruction: lines of a text whose cells have a bar on either side → rows with a bar between cells.
import DocumentModel

/// Older programs that turn web pages into text write each cell as `|text|`: between two cells of a row stand two bars, which are no blank cell.
enum DoubledBars {
  /// With fewer lines of cells there is no table.
  private static let fewest = 8

  static func single(_ lines: [SourceLine]) -> [SourceLine] {
    let doubled = lines.map { isRow($0.text) }
    guard doubled.count(where: { $0 == true }) >= fewest, !doubled.contains(false) else { return lines }
    return zip(lines, doubled).map { line, isRow in
      guard isRow == true else { return line }
      let body = FieldRows.trimmed(line.text).dropFirst().dropLast()
      let cells = body.split(separator: "||", omittingEmptySubsequences: false)
      return SourceLine(number: line.number, text: "|\(cells.joined(separator: "|"))|")
    }
  }

  /// True for several cells with two bars between any two, false for cells with one; nil for a line without cells, or with one.
  private static func isRow(_ text: String) -> Bool? {
    let body = FieldRows.trimmed(text)
    // A cell without a word.
    if body.allSatisfy({ $0 == "|" }) { return body.count.isMultiple(of: 2) ? nil : false }
    guard body.hasPrefix("|"), body.hasSuffix("|") else { return body.holds("|") ? false : nil }
    let runs = body.dropFirst().dropLast().split { $0 != "|" }.map(\.count)
    return runs.isEmpty ? nil : runs.allSatisfy { $0.isMultiple(of: 2) }
  }
}
