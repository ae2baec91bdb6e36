// Reconstruction: lines of a text → the same, rows of values parted by commas or semicolons as rows of fields.
import DocumentModel

enum DelimitedTables {
  /// A text with so many rows of as many fields holds a table.
  private static let rows = 15
  private static let fields = 8
  private static let delimiters: [Unicode.Scalar] = [",", ";"]

  static func unfolded(_ text: [SourceLine]) -> [SourceLine] {
    let lines = framed(withoutLastTabs(text))
    for delimiter in delimiters {
      let fields = lines.map { line in
        line.text.unicodeScalars.contains(delimiter) ? Self.fields(line.text, delimiter) : nil
      }
      var counts: [Int: Int] = [:]
      for row in fields { if let row, row.count >= Self.fields { counts[row.count, default: 0] += 1 } }
      guard counts.values.contains(where: { $0 >= rows }) else { continue }
      return zip(lines, fields).map { line, fields in
        guard let fields, fields.count >= 3, !line.text.holds("。") else { return line }
        return SourceLine(number: line.number, text: fields.joined(separator: "\t"))
      }
    }
    return lines
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
    let bare = piped.count { $0.filter { $0 == "|" }.count >= 2 && !$0.hasPrefix("|") && !$0.hasSuffix("|") }
    guard bare >= rows else { return lines }
    return zip(lines, piped).map { line, piped in
      piped.isEmpty ? line : SourceLine(number: line.number, text: "| \(line.text) |")
    }
  }

  /// The fields of a line; nil where a quotation is left open, or where a tab or a bar parts fields already.
  private static func fields(_ text: String, _ delimiter: Unicode.Scalar) -> [String]? {
    var result: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "|": return nil
      case "\"": isQuoted.toggle()
      case delimiter where !isQuoted:
        result.append(FieldRows.trimmed(String(field)))
        field = .init()
      default: field.append(scalar)
      }
    }
    if isQuoted { return nil }
    return result + [FieldRows.trimmed(String(field))]
  }
}
