// Reconstruction: rows of the applications table in lines that lost the empty fields at their ends → those whose numbers may stand anywhere, in doubt.
import Statute

/// Where a page or a sheet is copied, lines may lose the empty fields behind their last number, and those before their label as well.
enum TrimmedRows {
  /// Where no line ends in an empty field and some have fewer than columns behind their label, fields are cut off at both ends, for all that is known. Then a
  /// row with blanks has its cells where its last number is the total of the others: zeros alone stand anywhere.
  static func doubt(_ rows: inout [PrintedRow], _ bodies: [(line: FieldLine, label: Int?)], count: Int) {
    let numbered = bodies.filter { $0.line.fields.contains(where: ValueReader.isValue) }
    guard numbered.allSatisfy({ $0.line.fields.last.map { !$0.isEmpty } ?? false }),
      numbered.contains(where: { $0.line.fields.count - ($0.label ?? -1) - 1 < count })
    else { return }
    for index in rows.indices where rows[index].doubt == nil {
      let values = rows[index].cells.filter { $0.left >= FieldRows.firstValue }
      guard values.contains(where: { !$0.isEmpty }), values.contains(where: \.isEmpty) else { continue }
      if !endInTotal(values.map(\.text)) { rows[index].doubt = .blanksLost }
    }
  }

  /// True for the fields of a row of which the last is the total of the others, and none of zeros.
  static func endInTotal(_ fields: [String]) -> Bool {
    let numbers = fields.map { ValueReader.number($0)?.value ?? 0 }
    guard numbers.count > 1, let total = numbers.last, total != 0 else { return false }
    return total == numbers.dropLast().reduce(0, +)
  }
}
