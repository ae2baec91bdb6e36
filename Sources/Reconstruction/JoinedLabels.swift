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

  /// Takes back what is read in a row of a page whose label cells hold another row's, or whose other cells do.
  static func doubt(
    _ cells: inout [Row.Entry], label: [PrintedCell], others: [PrintedCell], of row: FormRow, in form: Form
  ) {
    // The lines of a text come to one in other ways, and have their own doubts.
    let own = Wording.folded(row.label)
    // Its own label in the cell of a number: the edge between the two is lost.
    let isJoined = own.count >= shortest && others.contains { !$0.isValue && !$0.spansRows && $0.folded.contains(own) }
    guard !(label + others).contains(where: \.isOfText),
      isJoined || holdsOther(label, values: others.filter(\.isValue), own: own) || isOthers(label, own: own)
        || holds(label.flatMap(\.folded), others: others.filter { !$0.isValue }.map(\.folded), of: row, in: form)
    else { return }
    for index in cells.indices where cells[index].cell.state != .unread || cells[index].cell.doubt == .severalValues {
      let cell = cells[index].cell
      cells[index].cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: .rowAmbiguous)
    }
  }

  /// Takes back what is read in a row whose label ends at a page break, where the label of the next row begins with the rest of it: its numbers may go
  /// on there as well.
  static func doubtBegun(_ row: inout Row, before label: [PrintedCell], in form: Form) {
    let begun = Wording.folded(row.label)
    guard let own = form.rows.firstIndex(where: { $0.id == row.id }), !label.contains(where: \.isOfText) else { return }
    let whole = FormPatterns.labels(form)[own].characters
    guard begun.count >= start, begun.count < whole.count, whole.starts(with: begun) else { return }
    let (rest, next) = (whole.dropFirst(begun.count), label.flatMap(\.folded))
    guard next.count > rest.count, next.starts(with: rest) else { return }
    for index in row.cells.indices where row.cells[index].cell.state != .unread {
      let cell = row.cells[index].cell
      row.cells[index].cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: .rowAmbiguous)
    }
  }

  /// True where a line of the label's cell is that of a row which the form lacks: it has none of the label's words, and a number stands level with
  /// it, or two over one another.
  private static func holdsOther(_ label: [PrintedCell], values: [PrintedCell], own: [Unicode.Scalar]) -> Bool {
    label.contains { cell in
      guard cell.area != nil, cell.pieces.count > 1 else { return false }
      let others = zip(cell.pieces, withoutRemarks(cell.pieces.map(\.text))).filter { _, text in
        isForeign(Wording.folded(text), to: own)
      }.map(\.0)
      guard !others.isEmpty, others.count < cell.pieces.count else { return false }
      return values.contains { value in
        value.pieces.count > 1 || value.pieces.contains { number in others.contains { isLevel($0, number) } }
      }
    }
  }

  /// True where a part of the label that stands by itself has none of its words: the row below, which the form lacks, was taken for its rest.
  private static func isOthers(_ label: [PrintedCell], own: [Unicode.Scalar]) -> Bool {
    guard label.count > 1 else { return false }
    let words = withoutRemarks(label.map(\.text)).map(Wording.folded)
    let isOther = words.map { isForeign($0, to: own) }
    // The label of a group stands beside the row's.
    return label.indices.contains { one in
      isOther[one]
        && label.indices.contains { other in
          !isOther[other] && !words[other].isEmpty && label[one].left < label[other].right
            && label[other].left < label[one].right
        }
    }
  }

  /// True for words of which a row's own label has fewer than half.
  private static func isForeign(_ words: [Unicode.Scalar], to own: [Unicode.Scalar]) -> Bool {
    words.count >= shortest && 2 * words.count(where: own.contains) < words.count
  }

  /// The lines of a label without what it says in brackets, which may go on over lines, and begin in the row above.
  private static func withoutRemarks(_ lines: [String]) -> [String] {
    func step(_ depth: Int, _ character: Character) -> Int {
      "（(〔[".contains(character) ? depth + 1 : "）)〕]".contains(character) ? depth - 1 : depth
    }
    var deepest = 0
    _ = lines.joined().reduce(0) { depth, character in
      let next = step(depth, character)
      deepest = min(deepest, next)
      return next
    }
    var depth = -deepest
    return lines.map { line in
      line.filter { character in
        let before = depth
        depth = step(depth, character)
        return before == 0 && depth == 0
      }
    }
  }

  /// Lines that stand level differ by no more than this share of their height.
  private static let level = 0.35

  private static func isLevel(_ one: PrintedPiece, _ other: PrintedPiece) -> Bool {
    abs((one.top + one.bottom) - (other.top + other.bottom)) / 2
      <= level * min(one.bottom - one.top, other.bottom - other.top)
  }

  /// True where another row of the form stands in the label, or in other cells of its row; both as they are compared.
  static func holds(
    _ label: [Unicode.Scalar], others texts: [[Unicode.Scalar]], of row: FormRow, in form: Form
  ) -> Bool {
    let labels = FormPatterns.labels(form)
    guard let own = form.rows.firstIndex(where: { $0.id == row.id }) else { return false }
    let others = labels.indices.lazy.filter { $0 != own }.map { labels[$0].characters }
    return hold(label, labels[own].characters, others: others) || texts.contains { holds($0, others) }
  }

  private static func hold(
    _ text: [Unicode.Scalar], _ own: [Unicode.Scalar], others: some Sequence<[Unicode.Scalar]>
  ) -> Bool {
    guard text.count > own.count else { return false }
    // A short one is told where nothing else stands beside the row's own.
    let isShortOne = others.contains { $0.count < shortest && (text == $0 + own || text == own + $0) }
    let others = others.map(unnumbered).filter { $0.count >= shortest && !own.contains(Array($0)) }
    if isShortOne || others.contains(where: { text.contains(Array($0)) }) { return true }
    guard text.starts(with: own) else { return false }
    let rest = unnumbered(Array(text.dropFirst(own.count)))
    return rest.count >= start && others.contains { $0.starts(with: rest.prefix(shortest)) }
  }

  private static func holds(_ text: [Unicode.Scalar], _ others: some Sequence<[Unicode.Scalar]>) -> Bool {
    guard text.count >= shortest else { return false }
    return others.contains {
      $0.count >= shortest && text.contains($0)
        || $0.count >= start && text.count > $0.count && text.suffix($0.count) == $0[...]
    }
  }

  /// The label without the number before it.
  private static func unnumbered(_ label: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    label.drop { Wording.isDigit($0) || numerals.contains($0) }
  }
  private static let numerals = Array("一二三四五六七八".unicodeScalars)
}
