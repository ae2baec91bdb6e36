// Reconstruction: printed rows that were taken for rows of the form, and those that were not → rows whose numbers may stand in the other part.
import Statute

/// Edges that are none of the table's, and breaks of pages, part one row into several. What has the words of its label is taken for it; its numbers
/// may be in another.
enum PartedRows {
  /// A row's own label cells, the group cells before them, and its cells for numbers.
  typealias Split = (label: [PrintedCell], group: [PrintedCell], values: [PrintedCell])
  /// Parts of a row stand no further from one another than so many printed rows.
  private static let near = 2

  /// One number alone may be that of the page.
  private static let fewest = 2

  /// True where what looks blank in these rows may be printed in another part of the row.
  static func isPart(_ parts: [Int], of row: FormRow, _ splits: [Split], _ assignments: [RowAssignment]) -> Bool {
    parts.contains { part in
      let others = splits.indices.filter { other in
        assignments[other] == .extra && abs(other - part) <= near
          && splits[other].values.count { !$0.isEmpty } + splits[other].label.count(where: \.isValue) >= fewest
      }
      return others.contains { sharesLabel(splits[part], splits[$0]) }
        || splits[part].values.allSatisfy { $0.isEmpty || $0.spansRows }
          && (others.contains { isPiece(splits[$0], of: row) }
            || splits.indices.contains { other in
              // Taken for another row, for want of one.
              !parts.contains(other) && abs(other - part) <= near && isClearPiece(splits[other], of: row)
                && splits[other].values.contains { !$0.isEmpty }
            } || hasNameless(beside: part, not: parts, splits))
    }
  }

  /// True where nothing stands in these rows, and right above or below them is a row with numbers that is none of the form's, or has no label:
  /// without edges nothing tells whether it is the rest of them.
  static func isBeside(_ parts: [Int], _ splits: [Split], _ assignments: [RowAssignment]) -> Bool {
    guard let first = parts.first, let last = parts.last,
      parts.allSatisfy({ splits[$0].values.allSatisfy(\.isEmpty) })
    else { return false }
    return [first - 1, last + 1].contains { other in
      splits.indices.contains(other) && (assignments[other] == .extra || splits[other].label.isEmpty)
        && splits[other].values.contains { !$0.isEmpty }
    }
  }

  /// True for a row without a number where a page's part of the table begins or ends, of which the label has only its end or its beginning: the other
  /// part of the row, on a page that is not there or elsewhere, may have its numbers.
  static func isTorn(_ parts: [Int], of row: FormRow, _ splits: [Split], blocks: [Int]) -> Bool {
    guard parts.count == 1, let part = parts.first, splits[part].values.allSatisfy(\.isEmpty) else { return false }
    let words = splits[part].label.flatMap(\.text.unicodeScalars).filter(Wording.isIdeograph)
    // A label without the remark behind it is whole.
    let remark = row.label.dropFirst().firstIndex(of: "（") ?? row.label.endIndex
    let whole = row.label[..<remark].unicodeScalars.filter(Wording.isIdeograph)
    guard !words.isEmpty, words.count < whole.count else { return false }
    func isNothing(_ other: Int) -> Bool {
      blocks[other] != blocks[part] || (splits[other].label + splits[other].values).allSatisfy(\.isEmpty)
    }
    let isFirst = (0..<part).reversed().prefix { blocks[$0] == blocks[part] }.allSatisfy(isNothing)
    let isLast = (part + 1..<blocks.count).prefix { blocks[$0] == blocks[part] }.allSatisfy(isNothing)
    return isLast && whole.starts(with: words) || isFirst && whole.reversed().starts(with: words.reversed())
  }

  /// True for a row whose label goes on in the next printed row, which was taken for another: its numbers may go on there, too.
  static func goesOn(_ parts: [Int], of row: FormRow, _ splits: [Split]) -> Bool {
    guard let last = parts.last, splits.indices.contains(last + 1) else { return false }
    func words(_ cells: some Sequence<PrintedCell>) -> [Unicode.Scalar] {
      cells.flatMap(\.text.unicodeScalars).filter(Wording.isIdeograph)
    }
    let label = parts.flatMap { splits[$0].label }
    let next = words(splits[last + 1].label)
    let whole = row.label.unicodeScalars.filter(Wording.isIdeograph)
    // Cells of its group may stand before it.
    return label.indices.contains { first in
      let own = words(label[first...])
      return own.count >= fewest && next.count >= fewest && whole.starts(with: own)
        && whole.dropFirst(own.count).starts(with: next)
    }
  }

  /// True where the label reaches over both.
  private static func sharesLabel(_ own: Split, _ other: Split) -> Bool {
    guard own.label.allSatisfy(\.isEmpty), other.label.allSatisfy(\.isEmpty), let label = own.group.last else {
      return false
    }
    return label.keyed == other.group.last?.keyed
  }

  /// True where numbers without a label stand right above or below: those of a row whose label stands on one side of a break, and its numbers on the
  /// other.
  private static func hasNameless(beside part: Int, not parts: [Int], _ splits: [Split]) -> Bool {
    [part - 1, part + 1].contains { other in
      splits.indices.contains(other) && !parts.contains(other)
        && (splits[other].label + splits[other].group).allSatisfy { $0.isEmpty || $0.spansRows }
        && splits[other].values.count { !$0.isEmpty } >= fewest
    }
  }

  /// So many characters of a label are no other row's by chance.
  private static let clear = 4

  /// True where the words before the numbers are the beginning or the end of the label, and not the whole of it.
  private static func isClearPiece(_ other: Split, of row: FormRow) -> Bool {
    let words = Wording.folded(other.label.map(\.text).joined())
    let label = Wording.folded(row.label)
    guard words.count >= clear, words.count < label.count else { return false }
    return label.starts(with: words) || Array(label.suffix(words.count)) == words
  }

  /// True where the words before the numbers are some of the label's.
  private static func isPiece(_ other: Split, of row: FormRow) -> Bool {
    // Without a header numbers stand among the cells of the label.
    let words = Wording.folded(other.label.filter { !$0.isValue }.map(\.text).joined())
    return words.isEmpty || Wording.folded(row.label).contains(words)
  }
}
