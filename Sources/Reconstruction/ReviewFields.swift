// Reconstruction: rows of fields of the review table → the same, the numbers of a row with empty fields between them beside one another.
import Statute

/// The row of numbers has fifteen. Where a converter leaves more fields, empty ones are between cells, unless a number is not there: then nothing
/// tells which fields are cells.
enum ReviewFields {
  private static let count = 3 * Form.reviewColumns.count
  /// With so many numbers in one row it is the row of all three groups.
  private static let several = Form.reviewColumns.count + 1

  /// `single`: the same rows with what is repeated given once, where fifteen numbers are not seen without that.
  static func whole(_ source: [FieldLine], single: [FieldLine]) -> (lines: [FieldLine], isDoubtful: Bool) {
    if let own = ReviewGrid.single(source) { return (own, false) }
    let repeatsNames = ReviewGrid.repeatsNames(source)
    let (source, single) = (withoutMargin(source), withoutMargin(single))
    let isWhole = source.contains { line in
      let filled = line.fields.filter { !$0.isEmpty }
      return filled.count == count && filled.allSatisfy(ValueReader.isValue)
    }
    let lines = isWhole ? source : single
    // Two numbers in one field are those of two cells: the empty field beside them is no blank cell, and others may have shifted.
    var isDoubtful = lines.contains { line in
      let filled = line.fields.filter { !$0.isEmpty }
      return filled.count >= several && filled.count < line.fields.count && filled.allSatisfy(ValueReader.isValue)
        && filled.contains { $0.contains(ValueReader.lineBreak) || FieldGrid.holdsTwo($0) }
    }
    let hasNames = namesAll(lines)
    let result = lines.map { line -> FieldLine in
      let filled = line.fields.filter { !$0.isEmpty }
      // Fewer fields than columns: cells were left out, and where nothing else says which, the sums may.
      if hasNames, (2..<count).contains(line.fields.count), !filled.isEmpty,
        filled.allSatisfy(ValueReader.isValue)
      {
        guard let fields = placed(line.fields) else {
          isDoubtful = true
          return line
        }
        var line = line
        line.fields = fields
        return line
      }
      guard line.fields.count > count, filled.count >= several, filled.allSatisfy(ValueReader.isValue) else {
        return line
      }
      var line = line
      if filled.count == count {
        line.fields = filled
        // As many numbers as columns by chance: one is given twice, and one is blank.
        if repeatsNames { isDoubtful = true }
      } else {
        isDoubtful = true
      }
      return line
    }
    return (result, isDoubtful)
  }

  /// A row without empty fields at its ends, which a page loses where it is copied, with those that make every group add up; nil where nothing or more than
  /// one way does. Empty fields beside one another show that those within it are there: cells that repeat the one before were not left out.
  private static func placed(_ fields: [String]) -> [String]? {
    guard zip(fields, fields.dropFirst()).contains(where: { $0.isEmpty && $1.isEmpty }) else { return nil }
    let numbers = fields.map { $0.isEmpty ? nil : ValueReader.number($0)?.value }
    guard zip(fields, numbers).allSatisfy({ $0.isEmpty || $1 != nil }), numbers.contains(where: { ($0 ?? 0) != 0 })
    else {
      return nil
    }
    let missing = count - fields.count
    let ways = (0...missing).filter { before in
      let row = Array(repeating: nil, count: before) + numbers + Array(repeating: nil, count: missing - before)
      return stride(from: 0, to: count, by: Form.reviewColumns.count).allSatisfy { start in
        let group = row[start..<(start + Form.reviewColumns.count)]
        if group.allSatisfy({ $0 == nil }) { return true }
        return group.last! == group.dropLast().reduce(0) { $0 + ($1 ?? 0) }
      }
    }
    guard ways.count == 1 else { return nil }
    return Array(repeating: "", count: ways[0]) + fields + Array(repeating: "", count: missing - ways[0])
  }

  /// True for a header with the names of all fifteen columns.
  private static func namesAll(_ lines: [FieldLine]) -> Bool {
    lines.reduce(0) { sum, line in
      sum + line.fields.count { field in names.contains(Wording.folded(field)) }
    } >= count
  }
  private static let names = Set(
    Form.columnLabels(table: .reviewAndLitigation, template: .form2021, row: .review).values.map(Wording.folded))

  /// The rows without the columns on their left that are empty in all of them: they belong to a wider table above, and header and numbers go on together.
  private static func withoutMargin(_ lines: [FieldLine]) -> [FieldLine] {
    let rows = lines.filter { $0.fields.count > 1 && $0.fields.contains { !$0.isEmpty } }
    let margin = rows.map { $0.fields.prefix(while: \.isEmpty).count }.min() ?? 0
    guard margin > 0 else { return lines }
    return lines.map { line in
      var line = line
      if line.fields.prefix(margin).allSatisfy(\.isEmpty) { line.fields.removeFirst(min(margin, line.fields.count)) }
      return line
    }
  }
}
