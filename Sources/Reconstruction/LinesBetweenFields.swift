// Reconstruction: lines of a text → the same, rows that stand as plain lines between rows of fields as rows of fields.
import DocumentModel
import Statute

/// Converters that find a table on a page give what they did not take for one as plain lines: `行政许可 97` before or behind rows with bars. A label of
/// the form with as many numbers as its row has is that row.
enum LinesBetweenFields {
  /// So many rows with bars are a text of such a converter.
  private static let usual = 4
  /// The headers over rows with a single number.
  private static let headers = ["本年处理决定数量", "本年收费金额"].map(Wording.folded)
  private static let single = labels(.article20, template: .form2021, columns: 1)
  private static let full = Template.allCases.reduce(into: Set<[Unicode.Scalar]>()) {
    $0.formUnion(labels(.applications, template: $1, columns: Form.applicantColumns.count))
  }

  private static func labels(_ table: TableID, template: Template, columns: Int) -> Set<[Unicode.Scalar]> {
    let form = Form.of(table, template)
    return Set(form.rows.filter { form.columnPairs($0).count == columns }.map { Wording.folded($0.label) })
  }

  static func parted(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.lazy.filter({ $0.text.holds("|") && isRow($0) }).prefix(usual).count == usual else { return lines }
    var isUnderHeader = false
    return lines.map { line in
      if line.text.holds("|") || line.text.holds("\t") || line.text.allSatisfy(\.isWhitespace) { return line }
      let words = line.text.split(maxSplits: mostWords, whereSeparator: \.isWhitespace).map(String.init)
      if words.count <= mostWords, isRow(words, isUnderHeader: isUnderHeader) {
        return SourceLine(number: line.number, text: "|" + words.joined(separator: "|") + "|")
      }
      let text = Wording.folded(line.text)
      isUnderHeader = headers.contains(where: text.contains)
      return line
    }
  }

  private static func isRow(_ line: SourceLine) -> Bool {
    FieldRows.fields(line.text)?.contains(where: ValueReader.isValue) ?? false
  }

  /// No label has more words.
  private static let mostWords = 12

  private static func isRow(_ words: [String], isUnderHeader: Bool) -> Bool {
    let numbers = words.dropFirst()
    guard let label = words.first, let number = numbers.first, ValueReader.isValue(number),
      numbers.allSatisfy({ $0.unicodeScalars.contains(where: Wording.isDigit) && ValueReader.isValue($0) })
    else { return false }
    let name = Wording.folded(label)
    if numbers.count == 1 { return isUnderHeader && single.contains(name) }
    return full.contains(name) && addUp(numbers)
  }

  /// True where the last number of seven is the sum of the others: none of them has come apart.
  private static func addUp(_ words: ArraySlice<String>) -> Bool {
    guard words.count == Form.applicantColumns.count,
      let counts = ApplicationSums.counts(words.map { ValueReader.read($0, places: []) })
    else { return false }
    return ApplicationSums.addUp(counts)
  }
}
