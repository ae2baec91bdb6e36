// Reconstruction: the header of a table of fields → the fields in which the numbers of its rows stand.
import Statute

/// Converters that keep the grid give every row the same fields, merged and empty ones too: a number then stands in the field that its header
/// stands in, whatever other fields there are.
struct FieldPlaces {
  /// The columns of the form name themselves at least so well.
  private static let alike = 0.75
  /// How many fields each row has.
  private let width: Int
  /// The fields of the columns, left to right.
  private let fields: [Int]
  /// True where the empty fields at the end of rows are cut off, and those before and among the numbers are there.
  private let isTrimmed: Bool

  /// nil where the header does not tell every column, or where the fields of rows are not those of the header.
  init?(_ lines: [FieldLine], count: Int) {
    let headers = lines.filter(FieldRows.isHeader)
    let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
    let patterns = Form.applicantColumns.map { LabelPattern(labels[$0]!) }
    guard count == patterns.count, let width = headers.map(\.fields.count).max() else { return nil }
    let mayBeTrimmed = lines.allSatisfy { $0.fields.last.map { !$0.isEmpty } ?? true }
    guard mayBeTrimmed || headers.allSatisfy({ $0.fields.count == width }) else { return nil }
    var found: [Int] = []
    for (column, pattern) in patterns.enumerated() {
      let places = (0..<width).filter { field in
        headers.contains { field < $0.fields.count && pattern.likeness(Wording.folded($0.fields[field])) >= Self.alike }
      }
      // 其他 stands in 法人或其他组织 too; a column printed twice leaves a choice.
      guard let place = places.first(where: { $0 > found.last ?? -1 }), places.count == 1 || column > 0 else {
        return nil
      }
      found.append(place)
    }
    guard zip(found, found.dropFirst()).allSatisfy({ $0 < $1 }), let first = found.first, first > 0 else { return nil }
    self.width = width
    fields = found
    let bodies = lines.lazy.filter { !FieldRows.isHeader($0) }.map(\.fields)
    isTrimmed =
      mayBeTrimmed
      && bodies.allSatisfy { row in row.count <= width && !row.prefix(first).contains { ValueReader.isValue($0) } }
      && bodies.contains { $0.count >= first && !$0[first - 1].isEmpty }
      && !bodies.contains { Self.beginsLate($0, first) } && Self.areCutOff(bodies.filter { $0.count < width }, first)
    guard isTrimmed || headers.allSatisfy({ $0.fields.count == width }) else { return nil }
  }

  /// True for a row that begins with a label which stands behind that of its group, where the columns leave fields for both: the empty fields before it
  /// are cut off, too.
  private static func beginsLate(_ row: [String], _ first: Int) -> Bool {
    guard first > 1, let label = row.first?.unicodeScalars.first else { return false }
    return "(（".unicodeScalars.contains(label) || Wording.isDigit(label)
  }

  /// So many rows of one text are shorter than its header for one reason.
  private static let fewest = 2

  /// True for rows that lost fields at their end. One that has its total there lost others.
  private static func areCutOff(_ rows: [[String]], _ first: Int) -> Bool {
    rows.count >= fewest && !rows.contains { TrimmedRows.endInTotal(Array($0.dropFirst(first))) }
  }

  /// The fields of a row before its numbers, and its numbers; nil where the row has other fields than the header, or something between them.
  func parts(_ row: [String]) -> (label: [String], values: [String])? {
    guard row.count == width || isTrimmed, let first = fields.first else { return nil }
    let row = row + Array(repeating: "", count: max(0, width - row.count))
    // A number before all columns is no label: the row has other places.
    guard !row.prefix(first).contains(where: { !$0.isEmpty && ValueReader.isValue($0) }) else { return nil }
    let isClean = (first..<width).allSatisfy { row[$0].isEmpty || fields.contains($0) }
    return isClean ? (Array(row.prefix(first)), fields.map { row[$0] }) : nil
  }
}

/// Rows of fields that hold more than one row of the form: a converter has taken the rows apart in the wrong places.
enum MergedRows {
  /// The start of a label tells it.
  private static let start = 6
  private static let starts: [[Unicode.Scalar]] = {
    let labels = Form.of(.applications, .form2021).rows.map { Wording.folded($0.label) }
    return labels.filter { $0.count >= start }.map { Array($0.prefix(start)) }
  }()

  /// True where a line prints the labels of two rows.
  static func areIn(_ lines: [FieldLine]) -> Bool {
    lines.contains { line in
      let text = Wording.folded(line.fields.joined())
      return text.count > 2 * start && starts.count { text.contains($0) } >= 2
    }
  }
}
