// Reconstruction: rows of a page without rules that have no label → in doubt, where words stand beside them that are another row's.
import DocumentModel
import ReportModel
import Statute

/// Without rules, numbers whose label was not found are taken for the row of the form between those before and behind them. A report that leaves this
/// row out and has one of its own in its place prints a label there, and not the form's.
enum UnclaimedLabels {
  /// Fewer characters are the rest of a group's label, or of a stamp.
  private static let fewest = 4
  /// So much like the row's label is it.
  private static let own = 0.5

  /// - Parameter lines: the lines of each page, on the pages that the places of the cells are given on.
  static func doubted(_ table: Table, trace: Trace.TableTrace?, lines: [[PrintedLine]]) -> Table {
    guard table.id == .applications, trace?.method == "loose" else { return table }
    var table = table
    let form = Form.of(table.id, table.template)
    for index in table.rows.indices where table.rows[index].label.isEmpty {
      guard let (page, box) = extent(table.rows[index]), lines.indices.contains(page - 1),
        let row = form.row(table.rows[index].id)
      else { continue }
      func isOfAnother(_ text: String) -> Bool {
        [index - 1, index + 1].contains { table.rows.indices.contains($0) && table.rows[$0].label.holds(text) }
      }
      // Up to the numbers of the rows before and behind, as far as they are on this page.
      let before = index > 0 ? extent(table.rows[index - 1]) : nil
      let after = index + 1 < table.rows.count ? extent(table.rows[index + 1]) : nil
      let top = before.map { $0.page == page ? $0.box.midY : 0 } ?? 0
      let bottom = after.map { $0.page == page ? $0.box.midY : .infinity } ?? .infinity
      let words = lines[page - 1].filter { $0.box.midY > top && $0.box.midY < bottom }.flatMap(\.runs)
        .filter { $0.box.right < box.left && !isOfAnother(Wording.withoutSpaces($0.text)) }
      let text = Wording.folded(words.map(\.text).joined())
      guard text.count >= fewest, LabelPattern(row.label).likeness(text) < own else { continue }
      table.rows[index].forget(.rowAmbiguous)
    }
    return table
  }

  /// Where the numbers of a row stand.
  private static func extent(_ row: Row) -> (page: Int, box: Rectangle)? {
    let places = row.cells.filter { $0.cell.state == .number }.flatMap(\.cell.places).compactMap { place in
      if case .page(let page, let box) = place { (page, box) } else { nil as (Int, Rectangle)? }
    }
    guard let first = places.first else { return nil }
    return (first.0, places.filter { $0.0 == first.0 }.map(\.1).reduce(first.1) { $0.union($1) })
  }
}
