// Reconstruction: lines of a text → the same, rows that a converter put on one line on lines of their own.
import DocumentModel
import Statute

/// Programs that give what stands close together on a page as one block put several rows on a line: 行政处罚 1 0 4 行政强制 0 1 4.
enum PackedRows {
  /// So many numbers behind a label are a row.
  private static let numbers = 3

  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    lines.flatMap { line in
      (rows(line.text) ?? [line.text]).map { SourceLine(number: line.number, text: $0) }
    }
  }

  /// The rows on the line; nil where it holds no two.
  private static func rows(_ text: String) -> [String]? {
    guard !text.holds("\t"), !text.holds("|"), !text.holds("。") else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).flatMap { apart(String($0)) }
    guard words.count > 2 else { return nil }
    var rows: [(words: [String], values: Int)] = [([], 0)]
    for word in words {
      let isValue = ValueReader.isValue(word)
      if !isValue, rows[rows.count - 1].values > 0 { rows.append(([], 0)) }
      rows[rows.count - 1].words.append(word)
      if isValue { rows[rows.count - 1].values += 1 }
    }
    let labelled = rows.filter { $0.values >= numbers && !ValueReader.isValue($0.words[0]) }
    // A heading behind a row ends its table.
    if rows.count == 2, rows[0].values > 0, rows[1].values == 0, !ValueReader.isValue(rows[0].words[0]),
      Headings.startsWithNumeral(rows[1].words[0]),
      Headings.candidate([TextFlow.line(SourceLine(number: 1, text: rows[1].words.joined(separator: " ")))], at: 0)
        != nil
    {
      return rows.map { $0.words.joined(separator: " ") }
    }
    // Every one of them a row, but what the line may begin or end with. Words of a stamp among the numbers of one row begin no other.
    guard labelled.count >= 2, labelled.dropFirst().allSatisfy({ isLabel($0.words.dropLast($0.values).joined()) }),
      rows.count - labelled.count <= 1,
      rows.last!.values == 0 || rows.last!.values >= numbers
    else { return nil }
    return rows.map { $0.words.joined(separator: " ") }
  }

  /// A number and the word that touches it, apart.
  private static func apart(_ word: String) -> [String] {
    guard let first = word.unicodeScalars.first, !Wording.isIdeograph(first) else { return [word] }
    let scalars = Array(word.unicodeScalars)
    guard let cut = GluedNumbers.cut(scalars, false, true) else { return [word] }
    return [String(scalars: scalars[..<cut]), String(scalars: scalars[cut...])]
  }

  private static let labels = [TableID.article20, .applications].flatMap { id in
    Template.allCases.flatMap { FormPatterns.labels(Form.of(id, $0)) }
  }
  /// What is this much like a label of the form is one, however it is broken or misprinted.
  private static let likeEnough = 0.5

  private static func isLabel(_ text: String) -> Bool {
    let folded = Wording.folded(text)
    return labels.contains { $0.likeness(folded) >= likeEnough }
  }
}
