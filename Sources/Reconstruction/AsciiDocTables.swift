// Reconstruction: lines of a text → the same, tables of AsciiDoc as rows of fields.
import DocumentModel

/// In AsciiDoc a table stands between two lines `|===`. Each `|` begins a cell, which may go on over lines; how many cells make a row the
/// line before says (`cols="…"`), not the ends of lines.
enum AsciiDocTables {
  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { isFence($0.text) }) else { return lines }
    var result: [SourceLine] = []
    var index = 0
    while index < lines.count {
      guard isFence(lines[index].text),
        let end = lines[(index + 1)...].firstIndex(where: { isFence($0.text) })
      else {
        result.append(lines[index])
        index += 1
        continue
      }
      let own = Array(lines[(index + 1)..<end])
      let columns = index > 0 ? columns(lines[index - 1].text) : nil
      result += rows(own, columns: columns) ?? Array(lines[index...end])
      index = end + 1
    }
    return result
  }

  private static func isFence(_ text: String) -> Bool { FieldRows.trimmed(text) == "|===" }

  /// How many columns `[cols="1,1,2"]` says that there are.
  private static func columns(_ text: String) -> Int? {
    guard let range = text.firstRange(of: "cols=\"") else { return nil }
    let list = text[range.upperBound...].prefix { $0 != "\"" }
    // 3*,1 stands for three and one.
    let counts = list.split(separator: ",", omittingEmptySubsequences: false).map { part -> Int in
      guard let star = part.firstIndex(of: "*") else { return 1 }
      return Int(part[..<star]) ?? 1
    }
    return counts.reduce(0, +)
  }

  /// Rows of as many cells; nil where cells reach over others, or where they do not come out.
  private static func rows(_ lines: [SourceLine], columns: Int?) -> [SourceLine]? {
    var cells: [(text: String, line: Int)] = []
    var firstLine: Int?
    for line in lines {
      var text = FieldRows.trimmed(line.text)
      if text.hasSuffix(" +") { text = String(text.dropLast(2)) }
      let pieces = text.split(separator: "|", omittingEmptySubsequences: false).map { FieldRows.trimmed(String($0)) }
      guard let first = pieces.first else { continue }
      if !first.isEmpty {
        guard !cells.isEmpty else { return nil }
        // `2+|`, `.3+|`: a cell of several fields.
        if pieces.count > 1, first.hasSuffix("+") { return nil }
        cells[cells.count - 1].text += first
      }
      cells += pieces.dropFirst().map { ($0, line.number) }
      if firstLine == nil, !cells.isEmpty { firstLine = cells.count }
    }
    guard let columns = columns ?? firstLine, columns > 1, !cells.isEmpty, cells.count.isMultiple(of: columns),
      !cells.contains(where: { spans($0.text) })
    else { return nil }
    return stride(from: 0, to: cells.count, by: columns).map { start in
      let row = cells[start..<(start + columns)]
      return SourceLine(number: row.first!.line, text: row.map(\.text).joined(separator: "\t"))
    }
  }

  /// True where a cell ends in what says how far the next one reaches: `… 2+`.
  private static func spans(_ text: String) -> Bool {
    guard text.hasSuffix("+"), let last = text.dropLast().last else { return false }
    return last.isASCII && last.isNumber
  }
}
