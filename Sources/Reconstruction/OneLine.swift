// Reconstruction: a text whose tables stand on one line each, or all on one → the same, one cell a line.
import DocumentModel

/// Programs that ask a web page for its words alone join them by single spaces: no line tells where a cell ends, but every space may.
enum OneLine {
  /// No row of a table has so many numbers; a table on one line has.
  private static let several = 45

  static func cut(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: isWhole) else { return lines }
    return lines.flatMap { line in
      isWhole(line)
        ? line.text.split(whereSeparator: \.isWhitespace).map { SourceLine(number: line.number, text: String($0)) }
        : [line]
    }
  }

  private static func isWhole(_ line: SourceLine) -> Bool {
    guard line.text.utf8.count > 4 * several, !line.text.holds("\t"), !line.text.holds("|"), !line.text.holds("  ")
    else {
      return false
    }
    return line.text.split(separator: " ").count { ValueReader.isValue(String($0)) } >= several
  }
}
