// Reconstruction: lines of a text → the same, marks that Markdown guards with a backslash as themselves.
import DocumentModel

/// Converters to Markdown write 1\\. and \\- for what would else be a list or a rule.
enum Escapes {
  /// So many backslashes before a mark are the way of a converter.
  private static let usual = 2
  private static let guarded = Set("-.*_+#()[]<>~`|'\"".unicodeScalars)

  static func removed(_ lines: [SourceLine]) -> [SourceLine] {
    let cut = lines.map { $0.text.unicodeScalars.contains("\\") ? Self.cut($0.text) : nil }
    guard cut.reduce(0, { $0 + ($1?.count ?? 0) }) >= usual else { return lines }
    return zip(lines, cut).map { line, cut in cut.map { SourceLine(number: line.number, text: $0.text) } ?? line }
  }

  /// The line without them, and how many there were. What stands behind keeps its place: the word is filled up with spaces.
  private static func cut(_ text: String) -> (text: String, count: Int) {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var owed = 0
    var count = 0
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\\", index + 1 < scalars.count, guarded.contains(scalars[index + 1]) {
        (owed, count) = (owed + 1, count + 1)
        continue
      }
      if scalar.isSpace, owed > 0 {
        result.append(contentsOf: repeatElement(" ", count: owed))
        owed = 0
      }
      result.append(scalar)
    }
    return (String(result), count)
  }
}
