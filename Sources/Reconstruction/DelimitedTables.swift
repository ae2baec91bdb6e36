// Reconstruction: lines of a text → the same, rows of values parted by commas or semicolons as rows of fields.
import DocumentModel

enum DelimitedTables {
  /// A text with so many rows of as many fields holds a table.
  private static let rows = 15
  private static let fields = 8
  private static let delimiters: [Unicode.Scalar] = [",", ";"]

  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
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
