// Reconstruction: the label of a row of the form as printed → whether other rows stand in it.
import ReportModel
import Statute

/// Where the line between two rows is not drawn, they are one: with both labels in one cell, and both numbers of each column in another. Two numbers
/// there look like one that had to wrap, and one alone is that of either row.
enum JoinedLabels {
  /// Shorter labels (其他, 总计) are words of others.
  private static let shortest = 4
  /// Another label that a page break cuts off shows at least so much of itself.
  private static let start = 3

  /// Takes back what is read in a row whose label holds another row's.
  static func doubt(_ cells: inout [Row.Entry], label: String, of row: FormRow, in form: Form) {
    guard hold(Wording.folded(label), of: row, in: form) else { return }
    for index in cells.indices where cells[index].cell.state != .unread {
      let cell = cells[index].cell
      cells[index].cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: .rowAmbiguous)
    }
  }

  private static func hold(_ text: [Unicode.Scalar], of row: FormRow, in form: Form) -> Bool {
    let own = Wording.folded(row.label)
    guard text.count > own.count else { return false }
    let others = form.rows.lazy.filter { $0.id != row.id }.map { Wording.folded($0.label) }
      .filter { $0.count >= shortest && !own.contains($0) }
    if others.contains(where: text.contains) { return true }
    guard text.starts(with: own) else { return false }
    let rest = text.dropFirst(own.count)
    return rest.count >= start && others.contains { $0.starts(with: rest.prefix(shortest)) }
  }
}
