// Reconstruction: rows of fields of the applications table → whether its fields are its columns.
import ReportModel
import Statute

/// Converters that cut a table where its words stand leave empty fields between the numbers of a row (46 | 7 | | 4), or two numbers in one
/// field (46 | 7 4 | 5). Where whole rows are so, an empty field is no blank cell: a row that has all of its numbers is known by their
/// order, one that has not says nothing of where they stood.
struct FieldGrid {
  private let count: Int
  /// True where fields are not the columns.
  private let isBroken: Bool
  /// True where a row has a subtotal that the header does not tell: then rows with as many numbers as the form has columns lack one.
  private let hasMore: Bool
  /// True where rows with numbers have fields in different numbers.
  let isUneven: Bool

  init(_ rows: [[String]], count: Int) {
    self.count = count
    let values = rows.map { Self.split($0).values }
    let numbered = zip(rows, values).filter { $1.contains { !$0.isEmpty } }
    let isGapped = numbered.count { Self.isWhole($1, count) && Self.inner($1).count > count }
    let isGlued = numbered.count { row in
      Self.isGlued(row.1)
    }
    let isLonger = numbered.count { $1.count { !$0.isEmpty } > count }
    hasMore = numbered.contains { Self.holdsSubtotal($1, count) }
    isBroken = hasMore || isGapped + isGlued + isLonger >= Self.telling
    isUneven = isBroken || Set(numbered.map(\.0.count)).count > 1
  }

  /// So many rows are no chance.
  private static let telling = 2

  /// A row of a broken grid; nil where its fields are its columns, or where it has no numbers.
  func parts(_ row: [String]) -> (label: [String], values: [String], doubt: Doubt?)? {
    guard isBroken else { return nil }
    let (label, values) = Self.split(row)
    let filled = values.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return nil }
    if hasMore { return (label, filled, .columnAmbiguous) }
    if filled.count == count, !Self.isGlued(values) { return (label, filled, nil) }
    let padded = filled + Array(repeating: "", count: max(0, count - filled.count))
    return (label, padded, .blanksLost)
  }

  /// The fields before the first number, and from it on.
  private static func split(_ row: [String]) -> (label: [String], values: [String]) {
    let start = row.firstIndex { !$0.isEmpty && ValueReader.isValue($0) } ?? row.endIndex
    return (Array(row[..<start]), Array(row[start...]))
  }

  private static func isWhole(_ values: [String], _ count: Int) -> Bool {
    values.count { !$0.isEmpty } == count && values.allSatisfy { $0.isEmpty || ValueReader.isValue($0) }
  }

  /// Without the empty fields behind the last number.
  private static func inner(_ values: [String]) -> ArraySlice<String> {
    values[...(values.lastIndex { !$0.isEmpty } ?? 0)]
  }

  /// True for one number more than the form has, if without one between the others the row adds up to its total.
  private static func holdsSubtotal(_ values: [String], _ count: Int) -> Bool {
    let filled = values.filter { !$0.isEmpty }
    guard count == Form.applicantColumns.count, filled.count == count + 1,
      let numbers = ApplicationSums.counts(filled.map { ValueReader.read(Wording.withoutSpaces($0), places: []) }),
      numbers[count] > 0
    else { return false }
    return ApplicantColumns.subtotalPlaces.contains {
      numbers.dropLast().reduce(0, &+) &- numbers[$0] == numbers[count]
    }
  }

  /// True where one field at least holds two numbers, and the fields with numbers are fewer than the columns of the form. Numbers set apart digit by
  /// digit are none such: with them the row adds up.
  private static func isGlued(_ values: [String]) -> Bool {
    guard values.contains(where: holdsTwo) else { return false }
    let filled = values.filter { !$0.isEmpty }
    return filled.count < Form.applicantColumns.count && !addUp(filled)
  }

  /// True where the fields, without the spaces in them, add up to the last.
  private static func addUp(_ fields: [String]) -> Bool {
    let cells = fields.map { ValueReader.read(Wording.withoutSpaces($0), places: []) }
    return ApplicationSums.counts(cells).map(ApplicationSums.addUp) ?? false
  }

  /// True for a field of several numbers with spaces between them, as far as it shows.
  static func holdsTwo(_ field: String) -> Bool {
    let words = field.split(whereSeparator: \.isWhitespace)
    return words.count > 1 && words.allSatisfy { ValueReader.isValue(String($0)) }
  }
}
