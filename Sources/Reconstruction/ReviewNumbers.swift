// Reconstruction: lines of a text → the same, the fifteen numbers of the review table under the header of the form where theirs lies in pieces.
import DocumentModel
import Statute

/// The header of the review table has four lines. Converters that take each printed line for a row leave it in pieces: 行政复议行政诉讼 · 结果结果其他尚未 ·
/// | 维持 | 纠正 |. Under those pieces a row of fifteen numbers in three groups that add up can be nothing but the row of the form.
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
    let isUnderHeading = isHeading(lines[start])
    guard areInOrder(printed, isUnderHeading: isUnderHeading), pieces.allSatisfy({ namesInOrder(lines[$0].text) }),
      // Fields with other words are a header that is printed otherwise, and one that stands in fields, name by name, is read as it is.
      !above[start...].dropFirst().contains(where: { lines[$0].text.holds("|") && !isPiece(lines[$0].text) }),
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
      ApplicationSums.addUp(counts[start..<(start + group)])
    }
  }

  /// True where the groups stand in the order of the form, each once. Under the heading of the section the two of lawsuits may be left out.
  private static func areInOrder(_ printed: [Unicode.Scalar], isUnderHeading: Bool) -> Bool {
    let places = groups.map { printed.ranges(of: Wording.folded($0)).map(\.lowerBound) }
    if places.allSatisfy({ $0.count == 1 }) { return places[0][0] < places[1][0] && places[1][0] < places[2][0] }
    let lawsuits = printed.ranges(of: Wording.folded("行政诉讼")).map(\.lowerBound)
    return isUnderHeading && places[0].count == 1 && places[1].isEmpty && places[2].isEmpty && lawsuits.count == 1
      && places[0][0] < lawsuits[0]
  }

  private typealias Text = ArraySlice<Unicode.Scalar>
  /// The names of outcomes, and the two lines that they wrap to.
  private static let outcomes = [
    ["结果维持", "结果纠正", "其他结果", "尚未审结"], ["结果", "结果", "其他", "尚未"], ["维持", "纠正", "结果", "审结"],
  ]
  .map { $0.map(Wording.folded) }
  private static let total = Wording.folded("总计")

  /// True for a line whose names, but for totals, are those of whole groups in the order of the form.
  private static func namesInOrder(_ text: String) -> Bool {
    var rest = ["行政诉讼", groups[1], groups[2], groups[0]].reduce(Wording.withoutSpaces(text)) {
      $0.replacing($1, with: "")
    }
    rest.removeAll { "|-:".contains($0) }
    var own = Wording.folded(rest)[...]
    while !own.isEmpty {
      if own.starts(with: total) {
        own = own.dropFirst(total.count)
        continue
      }
      guard let following = outcomes.lazy.compactMap({ behind($0, own) }).first else { return false }
      own = following
    }
    return true
  }

  /// What stands behind the names; nil where the text does not begin with them.
  private static func behind(_ names: [[Unicode.Scalar]], _ text: Text) -> Text? {
    var rest = text
    for name in names {
      guard rest.starts(with: name) else { return nil }
      rest = rest.dropFirst(name.count)
    }
    return rest
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
