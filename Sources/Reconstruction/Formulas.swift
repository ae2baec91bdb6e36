// Reconstruction: lines of a text → the same, numbers that are set as formulas of TeX as themselves.
import DocumentModel

/// Programs that read pictures set numbers as `\(12\)` or `\[12\]`. Bars and backslashes of other formulas stay as they are, and so does what stands beside
/// other characters: `13\[1\]` is a number and a reference.
enum Formulas {
  private static let pairs: [(open: String, close: String)] = [("\\(", "\\)"), ("\\[", "\\]")]
  /// A number has no more characters.
  private static let longest = 24

  static func removed(_ lines: [SourceLine]) -> [SourceLine] {
    lines.map { line in
      guard line.text.unicodeScalars.contains("\\") else { return line }
      return SourceLine(number: line.number, text: pairs.reduce(line.text) { removed($0, $1.open, $1.close) })
    }
  }

  private static func removed(_ text: String, _ open: String, _ close: String) -> String {
    guard text.holds(open), text.holds(close) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: open) {
      result += rest[..<start.lowerBound]
      let behind = rest[start.upperBound...]
      if let end = behind.prefix(longest).firstRange(of: close),
        ValueReader.isValue(String(behind[..<end.lowerBound])), isAlone(result.last),
        isAlone(behind[end.upperBound...].first)
      {
        result += FieldRows.trimmed(String(behind[..<end.lowerBound]))
        rest = behind[end.upperBound...]
      } else {
        result += open
        rest = behind
      }
    }
    return result + rest
  }

  /// True for what stands around a cell.
  private static func isAlone(_ neighbour: Character?) -> Bool {
    neighbour.map { $0.isWhitespace || "|<>".contains($0) } ?? true
  }
}
