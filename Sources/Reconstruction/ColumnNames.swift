// Reconstruction: names of columns of which a reader saw a part, and the lines over the rows → the names that are printed.
import DocumentModel
import ReportModel
import Statute

/// Names of columns without rules about them wrap, touch one another and are parted by edges that are none of theirs.
enum ColumnNames {
  /// So many lines over the first row may be the header's.
  private static let header = 10
  /// A single character is the end of many names.
  private static let shortestEnd = 2
  /// A beginning of a name so long stands over its end on no other account.
  private static let shortestStart = 3

  /// Names of which the last line was read, whole where the line above holds their beginnings.
  /// - Parameter lines: the lines over the rows that have a column.
  static func complete(
    _ names: inout [ColumnID: String], _ form: Form, over lines: (ColumnID) -> [[Unicode.Scalar]]
  ) {
    for row in form.rows {
      for (id, label) in form.columnPairs(row) {
        guard let printed = names[id], !printed.isEmpty, label != printed else { continue }
        if isEnd(printed, of: label, under: lines(id)) { names[id] = label }
      }
    }
  }

  /// True for the last characters of a name, over which the others stand.
  static func isEnd(
    _ printed: String, of label: String, under lines: @autoclosure () -> [[Unicode.Scalar]]
  ) -> Bool {
    guard printed.count >= shortestEnd, label != printed, label.hasSuffix(printed) else { return false }
    let start = Wording.folded(String(label.dropLast(printed.count)))
    return start.count >= shortestStart && lines().contains { $0.contains(start) }
  }

  /// The lines over the rows of a table that have a column.
  static func lines(
    over column: ColumnID, of table: Table, _ reading: TableReading, _ source: [SourceLine]
  ) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = []
    var isBlock = false
    // Each block has a header over its first row.
    for row in table.rows {
      let isOwn = row.cells.contains { $0.column == column }
      if isOwn, !isBlock || lines.isEmpty, let place = row.labelPlaces.first {
        lines += Self.lines(above: place, reading, source)
      }
      isBlock = isOwn
    }
    return lines
  }

  private static func lines(
    above place: Place, _ reading: TableReading, _ source: [SourceLine]
  ) -> [[Unicode.Scalar]] {
    switch place {
    case .line(let number):
      guard let first = source.firstIndex(where: { $0.number == number }) else { return [] }
      return source[max(0, first - header)..<first].map { Wording.folded($0.text) }
    case .page(let page, let box):
      return (LabelPieces.sorted(reading, page) ?? []).filter { $0.box.bottom <= box.top }.suffix(header).map {
        Wording.folded($0.text)
      }
    }
  }

  /// What stands over several columns, and has characters of their names.
  private static let groups = ["申请人情况", "法人或其他组织"]

  /// True where the lines over the first row hold every character of the names of the columns: names that wrap, or touch, are not told apart by
  /// their places.
  static func areWhole(
    above table: Table, _ form: Form, _ reading: TableReading, _ source: [SourceLine]
  ) -> Bool {
    guard let place = table.rows.first?.labelPlaces.first else { return false }
    let names = form.columnPairs(form.rows[0]).flatMap { Wording.folded($0.label) }
    let printed = lines(above: place, reading, source).flatMap { line in
      Wording.folded(groups.reduce(String(scalars: line)) { $0.replacing($1, with: "") })
    }
    return Wording.common(names, printed) == names.count
  }

  /// The ends of names whose beginnings stand over the columns before them: an edge has parted the two.
  static func ends(of form: Form, _ trace: Trace.TableTrace?) -> Set<String> {
    guard let trace else { return [] }
    let names = Dictionary(
      form.rows.flatMap { row in form.columnPairs(row).map { ($0.id, Wording.folded($0.label)) } },
      uniquingKeysWith: { first, _ in first })
    let ends = trace.plans.flatMap { placed in
      zip(placed.plan.columns, placed.plan.columns.dropFirst()).compactMap { before, column -> String? in
        guard column.id == nil, let name = before.id.flatMap({ names[$0] }) else { return nil }
        let (start, end) = (Wording.folded(before.label), Wording.folded(column.label))
        let isEnd =
          !start.isEmpty && !end.isEmpty && start.count + end.count <= name.count && name.starts(with: start)
          && name.suffix(end.count).elementsEqual(end)
        return isEnd ? column.label : nil
      }
    }
    return Set(ends)
  }
}
