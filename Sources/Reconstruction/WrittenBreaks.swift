// Reconstruction: a text as a program writes it between quotation marks → its lines.
import DocumentModel
import Foundation

/// What crawlers keep is often one line of JSON, or of a table of such: the ends of lines stand in it as `\n`, tabs as `\t`.
enum WrittenBreaks {
  /// So many of them are no chance.
  private static let fewest = 10

  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    let marks = lines.lazy.map { line in line.text.utf8.contains(UInt8(ascii: "\\")) ? breaks(line.text) : 0 }
    guard marks.contains(where: { $0 >= fewest }) else { return lines }
    if let text = content(lines) {
      return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
        SourceLine(number: lines[0].number, text: String($0))
      }
    }
    return lines.flatMap { line in
      breaks(line.text) < fewest
        ? [line]
        : line.text.replacing("\\r", with: "").replacing("\\t", with: "\t").components(separatedBy: "\\n")
          .map { SourceLine(number: line.number, text: $0) }
    }
  }

  private static func breaks(_ text: String) -> Int { text.components(separatedBy: "\\n").count - 1 }

  /// The one text of several lines in a record of JSON; nil where it is none, or holds more of them.
  private static func content(_ lines: [SourceLine]) -> String? {
    let text = lines.map(\.text).joined(separator: "\n")
    guard text.first(where: { !$0.isWhitespace }).map({ "{[\"".contains($0) }) ?? false,
      let record = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    else { return nil }
    let long = strings(record).filter { $0.count(where: \.isNewline) >= fewest }
    return long.count == 1 ? long[0] : nil
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
