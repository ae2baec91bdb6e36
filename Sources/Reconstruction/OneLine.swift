// Reconstruction: a text whose tables stand on one line each, or all on one → the same, one cell a line.
import DocumentModel
import Foundation
import Statute

/// Programs that ask a web page for its words alone join them by single spaces: no line tells where a cell ends, but every space may.
enum OneLine {
  /// No row of a table has so many numbers; a table on one line has.
  private static let several = 45

  static func cut(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { isWhole($0) || isMarked($0) || isBarred($0) }) else { return lines }
    return lines.flatMap { line in
      if isBarred(line) {
        return line.text.split(whereSeparator: bars.contains).map { SourceLine(number: line.number, text: String($0)) }
          .filter { $0.text.contains { !$0.isWhitespace } }
      }
      if isMarked(line) {
        return line.text.components(separatedBy: mark).map { SourceLine(number: line.number, text: $0) }
      }
      return isWhole(line)
        ? line.text.split(whereSeparator: \.isWhitespace).map { SourceLine(number: line.number, text: String($0)) }
        : [line]
    }
  }

  /// How a converter writes the lines of what it takes for a picture.
  private static let mark = "<br>"
  /// So many of them are not the break of one line.
  private static let marks = 3

  private static func isMarked(_ line: SourceLine) -> Bool {
    line.text.holds(mark) && !line.text.holds("|") && line.text.components(separatedBy: mark).count > marks
  }

  private static let bars: Set<Character> = ["|", "\t"]

  /// A whole report on one line, its pieces parted by bars or tabs: no row of a table holds sentences and so many numbers.
  private static func isBarred(_ line: SourceLine) -> Bool {
    guard line.text.utf8.count > 4 * several, line.text.holds("|") || line.text.holds("\t"), line.text.holds("。") else {
      return false
    }
    return line.text.split(whereSeparator: bars.contains).count { ValueReader.isValue(String($0)) } >= several
  }

  private static func isWhole(_ line: SourceLine) -> Bool {
    guard line.text.utf8.count > 4 * several, !line.text.holds("\t"), !line.text.holds("|"), !line.text.holds("  ")
    else {
      return false
    }
    let pieces = line.text.split(separator: " ")
    if isTable(line.text, pieces) { return true }
    return pieces.count { ValueReader.isValue(String($0)) } >= several || pieces.count(where: isHeading) >= headings
  }

  /// The smallest of the tables on one line: its numbers are no fewer, and with them stand words of its header and of its rows.
  private static let fewest = 8
  private static let words = 6

  private static func isTable(_ text: String, _ pieces: [Substring]) -> Bool {
    guard !text.holds("。"), pieces.count(where: { ValueReader.isValue(String($0)) }) >= fewest else { return false }
    let folded = Wording.folded(text)
    return [TableID.article20, .reviewAndLitigation].contains { TableSorter.words(of: $0, in: folded) >= words }
  }

  /// So many headings of sections on one line are those of a report: a sentence that lists them has no spaces between.
  private static let headings = 4
  /// The longest heading has fewer bytes.
  private static let longestHeading = 120

  private static func isHeading(_ piece: Substring) -> Bool {
    piece.utf8.count < longestHeading && Headings.isWhole(String(piece))
  }
}
