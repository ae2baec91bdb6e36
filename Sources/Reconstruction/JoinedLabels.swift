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

  /// Takes back what is read in a row whose label holds another row's, or that of the cells which reach over it and others.
  static func doubt(_ cells: inout [Row.Entry], label: String, groups: [String] = [], of row: FormRow, in form: Form) {
    let others = form.rows.lazy.filter { $0.id != row.id }.map { Wording.folded($0.label) }
    guard hold(Wording.folded(label), of: row, others: others) || groups.contains(where: { holds($0, others) }) else {
      return
    }
    for index in cells.indices where cells[index].cell.state != .unread {
      let cell = cells[index].cell
      cells[index].cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: .rowAmbiguous)
    }
  }

  private static func hold(_ text: [Unicode.Scalar], of row: FormRow, others: some Sequence<[Unicode.Scalar]>) -> Bool {
    let own = Wording.folded(row.label)
    guard text.count > own.count else { return false }
    let others = others.map(unnumbered).filter { $0.count >= shortest && !own.contains(Array($0)) }
    if others.contains(where: { text.contains(Array($0)) }) { return true }
    guard text.starts(with: own) else { return false }
    let rest = unnumbered(Array(text.dropFirst(own.count)))
    return rest.count >= start && others.contains { $0.starts(with: rest.prefix(shortest)) }
  }

  private static func holds(_ text: String, _ others: some Sequence<[Unicode.Scalar]>) -> Bool {
    guard text.utf8.count >= 3 * shortest else { return false }
    let text = Wording.folded(text)
    return others.contains { $0.count >= shortest && text.contains($0) }
  }

  /// The label without the number before it.
  private static func unnumbered(_ label: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    label.drop { Wording.isDigit($0) || numerals.contains($0) }
  }
  private static let numerals = Array("一二三四五六七八".unicodeScalars)
}
