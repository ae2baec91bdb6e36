// Reconstruction: tables that are there, and of which nothing could be read.
import ReportModel
import Statute

extension PrintedLabels {
  /// A table of which the reader made nothing, and which is there by its labels: all of it is unread. nil where its labels are not there.
  static func unreadable(_ id: TableID, rows: [PrintedRow]) -> Table? {
    let printed = Set(rows.flatMap(\.cells).map(\.folded))
    for template in Template.allCases {
      let form = Form.of(id, template)
      let labels = Set(
        form.rows.flatMap { row in [row.label] + form.columnPairs(row).map(\.label) }.map(Wording.folded)
      )
      .filter { $0.count >= shortest }
      let found = labels.count { label in printed.contains { $0.contains(label) } }
      if Double(found) >= sure * Double(labels.count) { return unreadable(id, template, on: rows) }
    }
    return nil
  }

  /// A table of which nothing is read but where it stands.
  static func unreadable(
    _ id: TableID, _ template: Template = .form2021, on rows: [PrintedRow], doubt: Doubt = .columnAmbiguous
  ) -> Table {
    Table(
      id: id, template: template, templateIsPrinted: false,
      rows: Form.of(id, template).rows.map { CellFactory.unread($0, doubt: doubt) }, missingRows: [],
      places: TablePlaces.areas(rows))
  }

  /// True where the characters that stand alone on their lines are those of a table's header: names of narrow columns are set one character a line.
  static func areStacked(_ id: TableID, among characters: [Unicode.Scalar]) -> Bool {
    guard characters.count >= fewestStacked else { return false }
    return Template.allCases.contains { template in
      let names = Form.of(id, template).rows.flatMap { Form.of(id, template).columnPairs($0) }.map(\.label)
      let wanted = (id == .reviewAndLitigation ? names : Array(Set(names))).flatMap { Wording.folded($0) }
      return wanted.count >= fewestStacked
        && Double(Wording.common(wanted, characters)) >= sure * Double(wanted.count)
    }
  }
  /// Fewer characters are no header.
  private static let fewestStacked = 20

  /// True for the edges of a table without a word in them: a form that nobody filled in has its header. What stands there is not seen.
  static func isWordless(_ rows: [PrintedRow]) -> Bool {
    let cells = rows.flatMap(\.cells)
    return cells.count >= fewestCells && cells.allSatisfy(\.isEmpty)
  }
  /// The smallest table of the form has so many.
  private static let fewestCells = 15

  /// The rows to whose labels a line in a cell of several is more like than to any other, as where an edge below a header is lost.
  static func alike(_ rows: [PrintedRow], _ form: Form) -> Set<RowID> {
    let labels = FormPatterns.labels(form)
    let lines = Set(
      rows.flatMap(\.cells).filter { $0.pieces.count > 1 }.flatMap(\.pieces).map { Wording.folded($0.text) })
    // A table has some thirty labels, and no long ones.
    guard lines.count <= mostLines else { return [] }
    return Set(
      lines.filter { (longHeld...longestLine).contains($0.count) }.compactMap { line in
        let likeness = labels.map { $0.likeness(line) }
        guard let best = likeness.max(), best >= alike, likeness.count(where: { $0 == best }) == 1 else { return nil }
        return form.rows[likeness.firstIndex(of: best)!].id
      })
  }
  private static let alike = 0.75
  private static let mostLines = 500
  private static let longestLine = 60
}
