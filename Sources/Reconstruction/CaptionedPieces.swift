// Reconstruction: rows of fields of the applications table → the same, without what a converter set over each piece of it.
import Statute

/// Converters to Markdown that know no merged cells give every group of rows a table of its own: its label as a heading, a header that counts the
/// columns, and the rows.
enum CaptionedPieces {
  /// So many headings within the table are the way of a converter.
  private static let usual = 3
  /// A row of so many words and no number is a header.
  private static let words = 4

  /// What such a header says of a single number.
  private static let counts = Set(["数量", "件数", "数值", "数据"].map(Wording.folded))

  static func joined(_ lines: [FieldLine]) -> [FieldLine] {
    guard lines.count(where: isCaption) >= usual else { return lines }
    return lines.filter { !isCaption($0) && !isHeader($0) && !isNothing($0) }
  }

  private static func isCaption(_ line: FieldLine) -> Bool {
    line.fields.count == 1 && line.fields[0].hasPrefix("#")
  }

  private static func isHeader(_ line: FieldLine) -> Bool {
    let filled = line.fields.filter { !$0.isEmpty }
    guard !filled.contains(where: ValueReader.isValue), !FieldRows.isHeader(line) else { return false }
    return filled.count >= words
      || filled.count == 2 && line.fields.last.map { counts.contains(Wording.folded($0)) } ?? false
  }

  /// True for a row of dashes without a label.
  private static func isNothing(_ line: FieldLine) -> Bool {
    line.fields.allSatisfy { field in
      field.isEmpty || ValueReader.isValue(field) && !field.unicodeScalars.contains(where: Wording.isDigit)
    }
  }
}
