// Reconstruction: a text of one cell a line in which headers stand between labels and numbers → the rows of the Article-20 table.
import Statute

/// The table has no sums that could tell in which order a text gives its cells. Where every label has exactly its numbers right behind it, or right
/// before it, with nothing but headers between, and every number is some label's, there is no other way to read it.
enum AttachedNumbers {
  private enum Kind: Equatable {
    case label(Int)
    /// 第二十条第（一）项: numbers on the other side of it are not of this block.
    case blockMark
    case header
    case value
    case other
  }

  private static let blockMark = Wording.folded("第二十条")
  private static let headers = ["件数", "数量", "金额", "增减", "信息内容"].map(Wording.folded)

  /// The printed rows, and those of the form that are not told: where in one block a label has not exactly its numbers, or a number is no label's,
  /// none of the block's is. nil where no block is told.
  static func article20(_ tokens: [StreamReading.Token]) -> (rows: [PrintedRow], untold: [RowID])? {
    guard let labels = ScatteredLabels(tokens, table: .article20),
      PrintedOrder.isForm(labels.form, in: tokens.map(\.text))
    else { return nil }
    let kinds = kinds(tokens, labels)
    var numbers: [Int: Range<Int>] = [:]
    var foreign: [Int: Range<Int>] = [:]
    // The marks that come again, as where a page repeats the head of the table.
    var seen: Set<[Unicode.Scalar]> = []
    var marks: [Int: [Unicode.Scalar]] = [:]
    for index in kinds.indices where kinds[index] == .blockMark {
      let text = Wording.folded(tokens[index].text)
      if !seen.insert(text).inserted { marks[index] = text }
    }
    // A text that gives the cells of one row in another order, or apart, may do so anywhere.
    var isOrdered = true
    for block in kinds.indices.split(whereSeparator: { kinds[$0] == .blockMark }) {
      // Under the mark of another block, printed again, stands what a page break has carried there: nothing tells where its numbers are.
      if block.startIndex > 0, areOthers(block, under: marks[block.startIndex - 1], kinds, labels) { return nil }
      let rows = Set(block.compactMap { index in if case .label(let row) = kinds[index] { row } else { nil } })
      let isWide = rows.contains { labels.form.rows[$0].columns.count > 1 }
      guard !hasOtherHeaders(block, tokens, kinds, labels.form, rows), let own = attached(block, kinds, labels) else {
        isOrdered = isOrdered && !isWide
        continue
      }
      isOrdered = isOrdered && (!isWide || headersAreInOrder(block, tokens, labels.form, rows))
      numbers.merge(own.numbers) { first, _ in first }
      foreign.merge(own.foreign) { first, _ in first }
    }
    if !isOrdered {
      numbers = numbers.filter { labels.form.rows[$0.key].columns.count == 1 }
      foreign = [:]
    }
    let told = labels.known.filter { row in
      numbers[row].map { !StreamReading.areStacked(tokens[$0].map(\.line)) } ?? false
    }
    guard !told.isEmpty else { return nil }
    let untold = labels.form.rows.indices.filter { !told.contains($0) }.map { labels.form.rows[$0].id }
    return (StreamReading.unevenDoubted(rows(tokens, kinds, labels, numbers, foreign)), untold)
  }

  /// True where a block holds the label of a row that the form has under another mark.
  private static func areOthers(
    _ block: Range<Int>, under mark: [Unicode.Scalar]?, _ kinds: [Kind], _ labels: ScatteredLabels
  ) -> Bool {
    let groups = labels.form.rows.compactMap { $0.group.map(Wording.folded) }
    guard let mark, groups.contains(mark) else { return false }
    return block.contains { index in
      guard case .label(let row) = kinds[index], let group = labels.form.rows[row].group else { return false }
      return Wording.folded(group) != mark
    }
  }

  /// True where a block names, before its last row, a column that none of its rows has: it is another block's, and its numbers may stand here, too.
  private static func hasOtherHeaders(
    _ block: Range<Int>, _ tokens: [StreamReading.Token], _ kinds: [Kind], _ form: Form, _ rows: Set<Int>
  ) -> Bool {
    let own = Set(rows.flatMap { form.columnPairs(form.rows[$0]).map(\.label) })
    let others = Set(form.rows.flatMap { form.columnPairs($0).map(\.label) }).subtracting(own).map(Wording.folded)
    guard !rows.isEmpty, let end = block.last(where: { kinds[$0] != .header }) else { return false }
    return block.prefix { $0 < end }.contains { others.contains(Wording.folded(tokens[$0].text)) }
  }

  /// True where the headers that a block names come in the order of the form.
  private static func headersAreInOrder(
    _ block: Range<Int>, _ tokens: [StreamReading.Token], _ form: Form, _ rows: Set<Int>
  ) -> Bool {
    rows.allSatisfy { row in
      let patterns = form.columnPairs(form.rows[row]).map { LabelPattern($0.label) }
      let found = block.filter { !tokens[$0].isValue }.compactMap { index -> Int? in
        let text = Wording.folded(tokens[index].text)
        return patterns.firstIndex { $0.likeness(text) >= alike }
      }
      return zip(found, found.dropFirst()).allSatisfy { $1 == $0 + 1 || $1 == 0 && $0 == patterns.count - 1 }
    }
  }
  private static let alike = 0.8

  /// The numbers of each label of a block, and those behind labels that the form lacks; nil where they are not told.
  private static func attached(
    _ block: Range<Int>, _ kinds: [Kind], _ labels: ScatteredLabels
  ) -> (numbers: [Int: Range<Int>], foreign: [Int: Range<Int>])? {
    var numbers: [Int: Range<Int>] = [:]
    var rest: [Range<Int>] = []
    var foreign: [Int: Range<Int>] = [:]
    func isWhole(_ run: Range<Int>, _ row: Int) -> Bool {
      run.count == labels.form.rows[row].columns.count && numbers[row] == nil
    }
    for run in block.split(whereSeparator: { kinds[$0] != .value }) {
      let before = block[..<run.lowerBound].last { kinds[$0] != .header }
      switch before.map({ kinds[$0] }) {
      case .label(let row) where isWhole(run, row): numbers[row] = run
      case .other where before == run.lowerBound - 1 && run.count > 1: foreign[before!] = run
      default: rest.append(run)
      }
    }
    // With labels of two blocks between two marks, numbers before the first of them may be those of labels elsewhere.
    let groups = block.compactMap { index -> String? in
      if case .label(let row) = kinds[index] { labels.form.rows[row].group } else { nil }
    }
    if !rest.isEmpty, Set(groups).count > 1 { return nil }
    for run in rest {
      guard run.upperBound < block.upperBound, case .label(let row) = kinds[run.upperBound], isWhole(run, row) else {
        return nil
      }
      numbers[row] = run
    }
    let isWhole = block.allSatisfy { index in
      if case .label(let row) = kinds[index] { numbers[row] != nil } else { true }
    }
    return isWhole ? (numbers, foreign) : nil
  }

  private static func kinds(_ tokens: [StreamReading.Token], _ labels: ScatteredLabels) -> [Kind] {
    var kinds = tokens.map { token -> Kind in
      if token.isValue { return .value }
      let text = Wording.folded(token.text)
      if text.starts(with: blockMark) { return .blockMark }
      return headers.contains { text.contains($0) } ? .header : .other
    }
    for row in labels.known {
      for place in labels.places[row] { kinds[place] = .label(row) }
    }
    return kinds
  }

  /// Headers, each on a row of its own, and the rows where their labels begin.
  private static func rows(
    _ tokens: [StreamReading.Token], _ kinds: [Kind], _ labels: ScatteredLabels, _ numbers: [Int: Range<Int>],
    _ foreign: [Int: Range<Int>]
  ) -> [PrintedRow] {
    var result: [PrintedRow] = []
    for (index, token) in tokens.enumerated() {
      var cells: [PrintedCell] = []
      switch kinds[index] {
      case .value: continue
      case .label(let row):
        guard labels.places[row].first == index else { continue }
        result.append(labels.printedRow(row, tokens[numbers[row] ?? index..<index], firstValue: 1))
        continue
      case .blockMark, .header, .other:
        cells = [FieldRows.cell(token.text, line: token.line, column: 0)]
        for (column, index) in (foreign[index] ?? 0..<0).enumerated() {
          cells.append(FieldRows.cell(tokens[index].text, line: tokens[index].line, column: Double(1 + column)))
        }
      }
      var row = FieldRows.row(cells, line: token.line, block: 0)
      row.mayContinue = false
      row.isLoose = true
      result.append(row)
    }
    return result
  }
}
