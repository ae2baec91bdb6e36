// Reconstruction: lines of a text that name the column before each number → rows of fields.
import DocumentModel
import Foundation
import Statute

/// Programs that answer in words, and those that write a row as an object, give each number of the applications table behind the name of its column:
/// `1.属于国家秘密：自然人0，商业企业2，…，总计2`. Such a row says itself which number is whose.
enum NamedCells {
  /// So many lines that name all columns are a table.
  private static let rows = 10
  private static let names = Form.applicantColumns.map {
    Form.columnLabels(table: .applications, template: .form2021, row: .newReceived)[$0]!
  }
  /// What may stand between a name and its number, and between a number and the next name.
  private static let between = Set("：:＝=，,、；;。.\"'“”{}[]（）()|* ".unicodeScalars)
  /// No number is longer.
  private static let longest = 24

  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.lazy.filter({ $0.text.holds(names[0]) && $0.text.holds(names[1]) }).prefix(rows).count == rows else {
      return lines
    }
    let found = lines.map { fields($0.text) }
    guard found.count(where: { $0 != nil }) >= rows, let first = found.firstIndex(where: { $0 != nil }) else {
      return lines
    }
    var result = zip(lines, found).map { line, fields in
      fields.map { SourceLine(number: line.number, text: $0.joined(separator: "\t")) } ?? line
    }
    result.insert(
      SourceLine(number: lines[first].number, text: ([""] + names).joined(separator: "\t")), at: first)
    return result
  }

  /// The label and a number for each column; nil where one is not named, or something else stands among them.
  private static func fields(_ text: String) -> [String]? {
    guard let start = text.firstRange(of: names[0]) else { return nil }
    var label = String(text[..<start.lowerBound])
    var values: [String] = []
    var rest = text[start.upperBound...]
    for name in names.dropFirst() {
      guard let next = rest.prefix(longest).firstRange(of: name) else { return nil }
      guard let value = value(rest[..<next.lowerBound]) else { return nil }
      values.append(value)
      rest = rest[next.upperBound...]
    }
    guard rest.count <= longest, let last = value(rest) else { return nil }
    // The name of the label's own field, as an object has it.
    if let mark = label.range(of: ":\"") ?? label.range(of: ": \"") { label = String(label[mark.upperBound...]) }
    // Labels of groups stand before the row's own.
    let kept = trimmed(label[...]).split(whereSeparator: \.isWhitespace).map(String.init)
    return kept.isEmpty ? nil : kept + values + [last]
  }

  /// The number between two names, or nothing; nil for words.
  private static func value(_ text: Substring) -> String? {
    let own = trimmed(text)
    if own.isEmpty || ValueReader.isValue(own) { return own }
    // A unit of counting behind the number.
    guard own.hasSuffix("件"), ValueReader.isValue(String(own.dropLast())) else { return nil }
    return String(own.dropLast())
  }

  private static func trimmed(_ text: Substring) -> String {
    var scalars = Array(text.unicodeScalars)[...]
    while let last = scalars.last, between.contains(last) || last.isSpace { scalars.removeLast() }
    while let first = scalars.first, "：:＝=，,；;\"'“”{}[]|*- ".unicodeScalars.contains(first) || first.isSpace {
      // A number below zero, or a dash for none.
      if first == "-", scalars.dropFirst().first.map(Wording.isDigit) ?? true { break }
      scalars.removeFirst()
    }
    return String(scalars: scalars)
  }
}
