// Reconstruction: lines of a text → the same, rows of values parted by commas or semicolons as rows of fields.
import DocumentModel

enum DelimitedTables {
  /// A text with so many rows of as many fields holds a table.
  private static let rows = 15
  private static let fields = 8
  private static let delimiters: [Unicode.Scalar] = [",", ";", "，", "；", "^", "~", "¦", "·"]
  private static let slashes: Set<String> = ["/", "／"]
  /// So many rows with several numbers show that slashes part them, and stand for none.
  private static let telling = 3

  static func unfolded(_ text: [SourceLine]) -> [SourceLine] {
    let lines = framed(withoutLastTabs(withoutCounts(text)))
    for delimiter in delimiters {
      let fields = lines.map { line in
        line.text.unicodeScalars.contains(delimiter) ? Self.fields(line.text, delimiter) : nil
      }
      if hasRows(fields) { return zip(lines, fields).map(joined) }
    }
    let fields = lines.map { slashed($0.text) }
    return hasRows(fields) && areParted(lines) ? zip(lines, fields).map(joined) : lines
  }

  private static func hasRows(_ fields: [[String]?]) -> Bool {
    var counts: [Int: Int] = [:]
    for row in fields { if let row, row.count >= Self.fields { counts[row.count, default: 0] += 1 } }
    return counts.values.contains { $0 >= rows }
  }

  /// The line as fields, where it is a row: two fields may as well be a sentence.
  private static func joined(_ line: SourceLine, _ fields: [String]?) -> SourceLine {
    guard let fields, fields.count >= 2, !line.text.holds("。") else { return line }
    if fields.count == 2, !fields[1].isEmpty, !ValueReader.isValue(fields[1]), !isHeader(fields[1]) { return line }
    return SourceLine(number: line.number, text: fields.joined(separator: "\t"))
  }

  private static func isHeader(_ field: String) -> Bool { ["数量", "金额"].contains { field.holds($0) } }

  /// The fields of a line that slashes part, with spaces beside them; nil where there are none.
  private static func slashed(_ text: String) -> [String]? {
    guard text.holds("/") || text.holds("／"), !text.holds("\t"), !text.holds("|") else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.contains(where: slashes.contains) else { return nil }
    return words.split(omittingEmptySubsequences: false, whereSeparator: slashes.contains).map {
      $0.joined(separator: " ")
    }
  }

  /// True where slashes stand between numbers: one that stands for none has numbers beside others.
  private static func areParted(_ lines: [SourceLine]) -> Bool {
    var telling = 0
    for line in lines {
      guard let fields = slashed(line.text), fields.count >= Self.fields else { continue }
      let values = fields.dropFirst().filter { !$0.isEmpty }
      let words = values.map { $0.split(separator: " ").count { ValueReader.isValue(String($0)) } }
      if words.contains(where: { $0 > 1 })
        || fields[0].split(separator: " ").dropFirst().contains(where: { ValueReader.isValue(String($0)) })
      {
        return false
      }
      if words.count(where: { $0 == 1 }) >= 2 { telling += 1 }
    }
    return telling >= Self.telling
  }

  /// Programs that hold tables as data frames name columns that have no names by their numbers: 0,1,2,3 over each table.
  private static func withoutCounts(_ lines: [SourceLine]) -> [SourceLine] {
    let counts = lines.indices.filter { isCount(lines[$0].text) }
    guard counts.count > 1 else { return lines }
    let dropped = Set(counts)
    return lines.indices.filter { !dropped.contains($0) }.map { lines[$0] }
  }

  private static func isCount(_ text: String) -> Bool {
    guard text.hasPrefix("0,1,") || text.hasPrefix(",0,1") else { return false }
    let fields = text.split(separator: ",")
    return fields.enumerated().allSatisfy { String($0.offset) == $0.element }
  }

  /// A tab behind every cell leaves an empty field behind every row.
  private static func withoutLastTabs(_ lines: [SourceLine]) -> [SourceLine] {
    let tabbed = lines.filter { $0.text.holds("\t") }
    guard tabbed.count >= rows, tabbed.allSatisfy({ $0.text.hasSuffix("\t") }) else { return lines }
    return lines.map { line in
      line.text.hasSuffix("\t") ? SourceLine(number: line.number, text: String(line.text.dropLast())) : line
    }
  }

  /// Markdown may leave out the bars at both ends of a row; an empty field there then looks like one.
  private static func framed(_ lines: [SourceLine]) -> [SourceLine] {
    let piped = lines.map { line in line.text.holds("|") ? FieldRows.trimmed(line.text) : "" }
    // Where the last cell is empty, a bar ends the row all the same.
    let bare = piped.count { $0.filter { $0 == "|" }.count >= 2 && !$0.hasPrefix("|") }
    guard bare >= rows else { return lines }
    // With a bar behind each cell no row lacks its last one, the header neither.
    let isClosed = piped.allSatisfy { $0.isEmpty || $0.hasSuffix("|") }
    return zip(lines, piped).map { line, piped in
      piped.isEmpty ? line : SourceLine(number: line.number, text: isClosed ? "| \(piped)" : "| \(line.text) |")
    }
  }

  /// The fields of a line; nil where a quotation is left open, or where a tab or a bar parts fields already. What stands in brackets is one.
  private static func fields(_ text: String, _ delimiter: Unicode.Scalar) -> [String]? {
    fields(text, delimiter, bracketed: true) ?? fields(text, delimiter, bracketed: false)
  }

  private static func fields(_ text: String, _ delimiter: Unicode.Scalar, bracketed: Bool) -> [String]? {
    var result: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "|": return nil
      case "\"": isQuoted.toggle()
      case delimiter where !isQuoted && depth == 0:
        result.append(FieldRows.trimmed(String(field)))
        field = .init()
      default:
        if bracketed, "（(".unicodeScalars.contains(scalar) { depth += 1 }
        if bracketed, "）)".unicodeScalars.contains(scalar) { depth -= 1 }
        field.append(scalar)
      }
    }
    if isQuoted || depth != 0 { return nil }
    return result + [FieldRows.trimmed(String(field))]
  }
}
