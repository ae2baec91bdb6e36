// Reconstruction: lines of a text → the same, the fifteen numbers of the review table under the header of the form where theirs lies in pieces.
import DocumentModel
import Statute

/// The header of the review table has four lines. Converters that take each printed line for a row leave it in pieces: 行政复议行政诉讼 · 结果结果其他尚未 ·
/// | 维持 | 纠正 |. Under those pieces, or right under the heading of its section, a row of fifteen numbers in three groups that add up can be nothing but the row of the form.
enum ReviewNumbers {
  private static let group = Form.reviewColumns.count
  private static let count = 3 * group
  /// The header stands on so many lines above the numbers.
  private static let lines = 16
  private static let groups = ["行政复议", "未经复议直接起诉", "复议后起诉"]
  private static let names = Set(
    ("行政诉讼" + groups.joined()).unicodeScalars
  ).union(ReviewHeader.characters)

  static func headed(_ lines: [SourceLine]) -> [SourceLine] {
    let rows = lines.indices.filter { isRow(lines[$0].text) }
    guard rows.count == 1, let row = rows.first else { return lines }
    // Not further than to the heading above, or to the last row of another table.
    let above = max(0, row - Self.lines)..<row
    let start =
      above.last { Headings.startsWithNumeral(lines[$0].text) || holdsNumbers(lines[$0].text) } ?? above.lowerBound
    let pieces = (start..<row).filter { isPiece(lines[$0].text) }
    let printed = pieces.flatMap { Wording.folded(lines[$0].text) }
    guard groups.dropFirst().allSatisfy({ printed.contains(Wording.folded($0)) }) || isHeading(lines[start]),
      // A header that stands in fields, name by name, is read as it is.
      !pieces.contains(where: { (FieldRows.fields(lines[$0].text) ?? []).count { !$0.isEmpty } >= count })
    else { return lines }
    let header = [
      [groups[0]] + blanks(group - 1) + ["行政诉讼"] + blanks(2 * group - 1),
      blanks(group) + [groups[1]] + blanks(group - 1) + [groups[2]] + blanks(group - 1),
      (0..<3).flatMap { _ in
        Form.reviewColumns.map { Form.of(.reviewAndLitigation, .form2021).columnLabel($0, row: .review) }
      },
    ]
    let isHeader = Set(pieces)
    return lines.indices.flatMap { index -> [SourceLine] in
      if index == row {
        return header.map {
          SourceLine(number: lines[pieces.first ?? row].number, text: "|" + $0.joined(separator: "|") + "|")
        }
          + [lines[index]]
      }
      return isHeader.contains(index) ? [] : [lines[index]]
    }
  }

  private static func blanks(_ count: Int) -> [String] { [String](repeating: "", count: count) }

  /// True for fifteen numbers in fields, of which each fifth is the sum of the four before it.
  private static func isRow(_ text: String) -> Bool {
    guard text.holds("|"), let fields = FieldRows.fields(text)?.filter({ !$0.isEmpty }), fields.count == count,
      fields.allSatisfy(ValueReader.isValue),
      let counts = ApplicationSums.counts(fields.map { ValueReader.read($0, places: []) })
    else { return false }
    return stride(from: 0, to: count, by: group).allSatisfy { start in
      counts[start..<(start + group - 1)].reduce(0, &+) == counts[start + group - 1]
    }
  }

  /// True for the heading of the section that has this table alone.
  private static func isHeading(_ line: SourceLine) -> Bool {
    Headings.candidate([TextFlow.line(line)], at: 0)?.id == TableID.reviewAndLitigation.section
  }

  private static func holdsNumbers(_ text: String) -> Bool {
    text.holds("|") && (FieldRows.fields(text) ?? []).contains(where: ValueReader.isValue)
  }

  /// True for a line of the header, and for the rule below it.
  private static func isPiece(_ text: String) -> Bool {
    if let fields = FieldRows.fields(text), fields.isEmpty { return true }
    let own = Wording.folded(text)
    return !own.isEmpty && own.allSatisfy(names.contains)
  }
}
