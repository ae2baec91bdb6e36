// Reconstruction: lines of a text → the same, rows that a program printed as lists of its own as rows of fields.
import DocumentModel

/// Programs print a row as they hold it: ['1.属于国家秘密', None, '0', '2'], ["规章", null, "3"].
enum ListTables {
  /// So many lines that are lists hold a table.
  private static let rows = 10

  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    let fields = lines.map { Self.fields($0.text) }
    guard fields.count(where: { ($0?.count ?? 0) >= 2 }) >= rows else { return lines }
    return zip(lines, fields).map { line, fields in
      fields.map { SourceLine(number: line.number, text: $0.joined(separator: "\t")) } ?? line
    }
  }

  /// The members of the list; nil where the line is none.
  private static func fields(_ text: String) -> [String]? {
    var scalars = Array(FieldRows.trimmed(text).unicodeScalars)
    if scalars.last == "," { scalars.removeLast() }
    while scalars.count > 1, scalars[0] == "[", scalars[1] == "[" { scalars.removeFirst() }
    while scalars.count > 1, scalars[scalars.count - 1] == "]", scalars[scalars.count - 2] == "]" {
      scalars.removeLast()
    }
    guard scalars.count > 2, scalars.first == "[" || scalars.first == "(", scalars.last == "]" || scalars.last == ")"
    else {
      return nil
    }
    var result: [String] = []
    var field: [Unicode.Scalar] = []
    var quote: Unicode.Scalar?
    var wasQuoted = false
    var isEscaped = false
    func close() {
      let text = FieldRows.trimmed(String(scalars: field))
      result.append(!wasQuoted && FieldRows.nothing.contains(text) ? "" : text)
      (field, wasQuoted) = ([], false)
    }
    for scalar in scalars.dropFirst().dropLast() {
      if isEscaped {
        // A line break within the cell.
        if scalar != "n", scalar != "r", scalar != "t" { field.append(scalar) }
        isEscaped = false
      } else if let open = quote {
        if scalar == "\\" { isEscaped = true } else if scalar == open { quote = nil } else { field.append(scalar) }
      } else if scalar == "'" || scalar == "\"" {
        (quote, wasQuoted) = (scalar, true)
      } else if scalar == "," {
        close()
      } else {
        field.append(scalar)
      }
    }
    guard quote == nil, result.count >= 1 else { return nil }
    close()
    return result
  }
}
