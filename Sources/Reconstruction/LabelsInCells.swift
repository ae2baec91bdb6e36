// Reconstruction: a table some of whose cells hold words of labels → the same, these cells in doubt.
import ReportModel
import Statute

extension Table {
  /// A part of a label has so many characters.
  private static let shortestPart = 2

  private func isPart(_ text: [Unicode.Scalar], of labels: Set<[Unicode.Scalar]>) -> Bool {
    text.count >= Self.shortestPart && labels.contains { $0.count > text.count && $0.contains(text) }
  }

  /// True for words most of which are the row's own label, out of order as where its lines run into those of a group.
  private func isMostly(_ text: [Unicode.Scalar], of row: FormRow?) -> Bool {
    guard let row, text.count >= PrintedLabels.longHeld else { return false }
    return 2 * Wording.common(text, Wording.folded(row.label)) > text.count
  }

  /// True for characters of the column's own name, in whatever order: it hangs over the edge below it, as one set on its side does. The names of article 20
  /// hold units, which cells have as well.
  private func isOf(_ text: [Unicode.Scalar], name: [Unicode.Scalar]) -> Bool {
    id != .article20 && text.count >= Self.shortestPart && Wording.common(text, name) == text.count
  }

  /// A cell for numbers that holds the very words of a label is no cell of its row: a row of the header, or another's label, was taken for it.
  mutating func doubtLabelsInCells() {
    guard rows.contains(where: { $0.cells.contains { $0.cell.state == .text } }) else { return }
    let form = Form.of(id, template)
    let labels = Set(form.rows.flatMap { row in [row.label] + form.columnPairs(row).map(\.label) }.map(Wording.folded))
    for row in rows.indices {
      let texts = rows[row].cells.map(\.cell).filter { $0.state == .text }
      if texts.contains(where: { cell in cell.isOfText && isPart(Wording.folded(cell.text), of: labels) }) {
        // A part of a label: where a converter cut it, its other cells have shifted.
        rows[row].forget(.rowAmbiguous)
        continue
      }
      let names = form.row(rows[row].id).map { form.columnPairs($0) } ?? []
      for column in rows[row].cells.indices where rows[row].cells[column].cell.state == .text {
        let (id, cell) = (rows[row].cells[column].column, rows[row].cells[column].cell)
        let text = Wording.folded(cell.text)
        guard
          labels.contains(text) || isMostly(text, of: form.row(rows[row].id))
            || names.contains(where: { $0.id == id && isOf(text, name: Wording.folded($0.label)) })
        else { continue }
        rows[row].cells[column].cell = Cell(
          state: .unread, text: cell.text, places: cell.places, doubt: .rowAmbiguous)
      }
    }
  }
}

extension Cell {
  /// True where it stands in a text.
  fileprivate var isOfText: Bool { places.contains { if case .line = $0 { true } else { false } } }
}
