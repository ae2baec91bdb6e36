// Reconstruction: rows of fields with running text in one of them → lines of running text.
import DocumentModel
import Foundation
import Statute

/// A sheet that was saved as values has as many fields in each row, whatever it prints: headings and sentences stand in one, and the others are empty.
enum SheetLines {
  /// A sentence is no shorter.
  private static let sentence = 12

  /// What a title is worth, word for word, under the numeral of another section.
  private static let otherNumeral = 1.19

  static func plain(_ lines: [SourceLine]) -> [SourceLine] { plain(lines, marks: ["\t", ","]) }

  /// The same for rows that other ways of writing have been made of.
  static func plainRows(_ lines: [SourceLine]) -> [SourceLine] { plain(lines, marks: ["\t", "|"]) }

  private static func plain(_ lines: [SourceLine], marks: [String]) -> [SourceLine] {
    guard lines.contains(where: { line in marks.contains { line.text.holds($0) } }) else { return lines }
    // Under the heading of a section that has no table nothing is a row.
    var isProse = false
    return lines.map { line in
      guard let text = only(line.text, marks) else { return line }
      let heading =
        Headings.startsWithNumeral(text) || HeadingTitles.isTitle(text)
        ? Headings.candidate([TextFlow.line(SourceLine(number: line.number, text: text))], at: 0) : nil
      // Without its numeral, or under another one, it has to be a title word for word.
      if let heading,
        heading.numeral == nil || heading.numeral == heading.id.ordinal || heading.score >= otherNumeral
      {
        isProse = !TableID.allCases.contains { $0.section == heading.id }
        return SourceLine(number: line.number, text: text)
      }
      let isSentence = text.hasSuffix("。") && text.unicodeScalars.count >= sentence
      return isProse || isSentence ? SourceLine(number: line.number, text: text) : line
    }
  }

  /// The one field of a row that is not empty.
  private static func only(_ text: String, _ marks: [String]) -> String? {
    for mark in marks where text.holds(mark) {
      let fields = text.components(separatedBy: mark)
      guard fields.count >= 3 else { continue }
      let filled = fields.filter { $0.contains { !$0.isWhitespace } }
      guard filled.count == 1, let own = filled.first else { continue }
      return own.filter { $0 != "\"" }
    }
    return nil
  }
}
