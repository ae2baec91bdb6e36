// Reconstruction: a text as a program writes it between quotation marks → its lines.
import DocumentModel
import Foundation

/// What crawlers keep is often one line of JSON, or of a table of such: the ends of lines stand in it as `\n`, tabs as `\t`.
enum WrittenBreaks {
  /// So many of them are no chance.
  private static let fewest = 10

  /// The lines; nil for a text of another kind.
  static func unfolded(_ lines: [SourceLine]) -> RenumberedLines? {
    guard lines.contains(where: holdsBreaks) else { return nil }
    if let text = content(lines) {
      return RenumberedLines(
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { (String($0), lines[0].number) })
    }
    return RenumberedLines(
      lines.flatMap { line -> [(text: String, source: Int)] in
        guard holdsBreaks(line) else { return [(line.text, line.number)] }
        return line.text.replacing("\\r", with: "").replacing("\\t", with: "\t").components(separatedBy: "\\n")
          .map { ($0, line.number) }
      })
  }

  private static func holdsBreaks(_ line: SourceLine) -> Bool {
    line.text.utf8.contains(UInt8(ascii: "\\")) && line.text.components(separatedBy: "\\n").count > fewest
  }

  /// What follows is shown from right to left: which digits come first is not what such a text says.
  private static let turning = Set("\u{202B}\u{202E}\u{2067}".unicodeScalars)

  /// The one text of several lines in a record of JSON; nil where it is none, or holds more of them.
  private static func content(_ lines: [SourceLine]) -> String? {
    let text = lines.map(\.text).joined(separator: "\n")
    guard text.first(where: { !$0.isWhitespace }).map({ "{[\"".contains($0) }) ?? false,
      let record = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    else { return nil }
    let long = strings(record).filter { $0.count(where: \.isNewline) >= fewest }
    guard long.count == 1, !long[0].unicodeScalars.contains(where: turning.contains) else { return nil }
    return long[0]
  }

  private static func strings(_ value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(strings)
    case let record as [String: Any]: record.values.flatMap(strings)
    default: []
    }
  }
}
