// Reconstruction: lines of a text → the same, fields in quotation marks that go on over several lines on one line.
import DocumentModel

/// A cell of a sheet may have several lines. Saved as text, it stands in quotation marks, and its row goes on behind the closing one.
enum QuotedFields {
  /// No cell of the form has more lines or characters; a longer one is running text.
  private static let mostLines = 8
  private static let mostCharacters = 120
  /// A row that goes on in more lines than this is none.
  private static let mostRows = 40
  private static let quote: Unicode.Scalar = "\""
  private static let delimiters: Set<Unicode.Scalar> = [",", ";", "\t"]

  static func joined(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { $0.text.unicodeScalars.contains(quote) }) else { return lines }
    var result: [SourceLine] = []
    var index = 0
    while index < lines.count {
      var line = lines[index]
      index += 1
      var used = 0
      while used < mostRows, let start = open(line.text), let rest = rest(of: line.text, from: start, lines, index) {
        line.text = rest.text
        index += rest.count
        used += rest.count
      }
      line.text = unquoted(line.text)
      result.append(line)
    }
    return result
  }

  /// Where the last field of a line begins, if a quotation mark opens it and none closes it.
  private static func open(_ text: String) -> String.UnicodeScalarView.Index? {
    let scalars = text.unicodeScalars
    guard scalars.contains(quote) else { return nil }
    var start: String.UnicodeScalarView.Index?
    var previous: Unicode.Scalar = ","
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar == quote {
        // A mark within a field that began without one is a character like others.
        if start != nil { start = nil } else if delimiters.contains(previous) || previous == quote { start = index }
      }
      previous = scalar
    }
    return start
  }

  /// The line with the rest of its last field, and all of the line in which that ends; nil where it does not end as a field does.
  private static func rest(
    of text: String, from start: String.UnicodeScalarView.Index, _ lines: [SourceLine], _ next: Int
  ) -> (text: String, count: Int)? {
    var parts = [String(text[text.unicodeScalars.index(after: start)...])]
    guard isPart(parts[0]) else { return nil }
    for index in next..<min(lines.count, next + mostLines) {
      let own = lines[index].text
      guard let end = closing(own) else {
        guard isPart(own) else { return nil }
        parts.append(own)
        continue
      }
      let behind = own.unicodeScalars[own.unicodeScalars.index(after: end)...]
      parts.append(String(own[..<end]))
      guard behind.first.map(delimiters.contains) ?? true, parts.allSatisfy(isPart) else { return nil }
      return (String(text[...start]) + joined(parts) + String(own[end...]), index - next + 1)
    }
    return nil
  }

  /// The mark that ends a field: one that is printed stands twice.
  private static func closing(_ text: String) -> String.UnicodeScalarView.Index? {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      if scalars[index] == quote {
        guard next < scalars.endIndex, scalars[next] == quote else { return index }
        index = scalars.index(after: next)
      } else {
        index = next
      }
    }
    return nil
  }

  /// Whether two numbers are one that goes on, or those of two cells, is not known.
  private static func joined(_ parts: [String]) -> String {
    let filled = parts.map(FieldRows.trimmed).filter { !$0.isEmpty }
    return filled.joined(separator: filled.allSatisfy(ValueReader.isValue) ? String(ValueReader.lineBreak) : "")
  }

  /// Sentences are running text.
  private static func isPart(_ text: String) -> Bool {
    !text.holds("。") && text.unicodeScalars.prefix(mostCharacters + 1).count <= mostCharacters
  }

  /// Between tabs, quotation marks around a whole field are none of its own.
  private static func unquoted(_ text: String) -> String {
    guard text.holds("\t"), text.holds("\"") else { return text }
    let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map { field in
      field.count > 1 && field.hasPrefix("\"") && field.hasSuffix("\"")
        ? String(field.dropFirst().dropLast()).replacing("\"\"", with: "\"") : String(field)
    }
    return fields.joined(separator: "\t")
  }
}
