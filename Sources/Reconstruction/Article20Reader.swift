// Reconstruction: the printed rows of the Article-20 table → the table.
import DocumentModel
import ReportModel
import Statute

/// Reads the table of section 二: blocks, each under its own header, with one label cell and one to three numbers a row.
struct Article20Reader {
  /// A row is certain by its own label from this likeness on.
  static let certain = 0.6
  static let blockWords = ["第二十条", "信息内容"].map(Wording.folded)
  private static let headerEndings = ["件数", "数量", "金额", "增减", "总额", "信息内容", "总量"].map(Wording.folded)

  /// What stands over the labels.
  private static let labels = Wording.folded("信息内容")
  /// Where the columns of a table without rules begin, as its headers stand on the page.
  private var columnsLeft: Double?

  private(set) var alignment: RowAligner.Result?
  private(set) var items: [AlignmentItem] = []
  /// The columns under each header, kept for `inspect`.
  private(set) var plans: [Trace.PlacedPlan] = []

  /// The table; nil where the rows hold no row of the form.
  mutating func read(_ printed: [PrintedRow]) -> Table? {
    let rows = RowNumbers.withoutNamed(printed)
    columnsLeft = rows.lazy.filter {
      $0.isLoose && $0.page > 0 && $0.cells.count > 1 && $0.cells[0].folded == Self.labels
    }
    .map { $0.cells[1].left }.min()
    let header = rows.map(isHeader)
    items = rows.enumerated().map { index, row in
      let label = labelCells(row)
      let values = valueCells(row)
      let text = label.flatMap(\.folded)
      return AlignmentItem(
        label: text, labelWithGroup: text,
        values: values.filter { !$0.isEmpty }.map(\.text),
        // Without edges a line may be the rest of the label above it.
        mayContinue: index > 0
          && (rows[index - 1].page != row.page || row.isLoose && row.page > 0
            // Of a label in two lines, the first stands alone before the row of fields.
            || row.mayContinue && row.page == 0 && isAlone(rows[index - 1])),
        isHeader: header[index])
    }
    let all = rows.flatMap(\.cells).flatMap(\.folded)
    let for2019 = FormWords.article20[.form2019]!.count { all.contains($0) }
    let for2021 = FormWords.article20[.form2021]!.count { all.contains($0) }
    var best: (template: Template, result: RowAligner.Result, cost: Double)?
    for (template, result) in RowAligner.align(items, with: FormPatterns.both(.article20)) {
      let words = template == .form2019 ? for2021 - for2019 : for2019 - for2021
      let cost = result.cost + 0.5 * Double(words)
      if best == nil || cost < best!.cost { best = (template, result, cost) }
    }
    guard let (template, result, _) = best, result.likeness.contains(where: { $0 >= Self.certain }) else { return nil }
    alignment = result
    var table = AlignedArticle20(
      reader: self, form: Form.of(.article20, template), rows: rows, header: header, result: result)
    defer { plans = table.plans }
    return table.read()
  }

  /// So many gaps of one width, or of several times that, are no chance.
  private static let several = 5

  /// A number set in the middle of its column is no further from that of its header, in characters.
  private static let offCentre = 1.5

  /// True where the lines of a text stand as the table was printed: whole rows have each number under its header, and there are some. So do numbers in the
  /// middle under headers of their own, where they are not all as far behind their labels.
  func isAligned(_ rows: [PrintedRow], _ header: [Bool]) -> Bool {
    // Cells that are all as far apart were joined with as many spaces each, blank ones too: none stands where it was printed.
    let all = rows.filter { $0.isLoose && $0.cells.allSatisfy(\.isOfText) }.flatMap { row in
      zip(row.cells, row.cells.dropFirst()).map { $1.left - $0.right }
    }
    if all.count >= Self.several, let least = all.min(),
      all.allSatisfy({ $0 == least || least > 1 && $0.truncatingRemainder(dividingBy: least) == 0 })
    {
      return false
    }
    var heads: [PrintedCell] = []
    var whole = 0
    var gaps: Set<Double> = []
    for (row, isHeader) in zip(rows, header) {
      let cells = valueCells(row)
      if isHeader {
        if !cells.isEmpty { heads = cells }
      } else if cells.count > 1, cells.count == heads.count {
        guard zip(cells, heads).allSatisfy({ $0.left < $1.right && $1.left < $0.right }) else { return false }
        whole += 1
      } else if cells.count == 1, heads.count == 1, let label = labelCells(row).last {
        guard abs(cells[0].midX - heads[0].midX) <= Self.offCentre else { return whole > 0 }
        gaps.insert(cells[0].left - label.right)
      }
    }
    return whole > 0 || gaps.count > 1
  }

  private func isAlone(_ row: PrintedRow) -> Bool {
    row.cells.count == 1 && !row.cells[0].isValue && !row.isLoose && !isHeader(row)
  }

  private func isHeader(_ row: PrintedRow) -> Bool {
    let text = row.cells.flatMap(\.folded)
    if Self.blockWords.contains(where: { text.contains($0) }), besideBlock(row) == nil { return true }
    let values = valueCells(row).filter { !$0.isEmpty }
    return !values.isEmpty
      && values.allSatisfy { cell in
        let folded = cell.folded
        return !cell.isValue
          && Self.headerEndings.contains { Array(folded.suffix($0.count)) == $0 || folded.contains($0) }
      }
  }

  func labelCells(_ row: PrintedRow) -> [PrintedCell] {
    guard let first = row.cells.firstIndex(where: { !$0.isEmpty && !$0.spansRows }), !isAmongColumns(row) else {
      return []
    }
    if let label = besideBlock(row) { return [label] }
    // A row whose first filled cell is a number has lost its label.
    return row.cells[first].isValue ? [] : [row.cells[first]]
  }

  /// The label of a row of which the first cell names its block (第二十条第（五）项), as where those names have a column to themselves.
  private func besideBlock(_ row: PrintedRow) -> PrintedCell? {
    let filled = row.cells.filter { !$0.isEmpty && !$0.spansRows }
    guard !row.isLoose, filled.count >= 3, filled[0].folded.starts(with: Self.blockWords[0]), !filled[1].isValue,
      filled[2...].allSatisfy(\.isValue), Self.rowLabels.contains(filled[1].folded)
    else { return nil }
    return filled[1]
  }
  private static let rowLabels = Set(
    [Template.form2019, .form2021].flatMap { Form.of(.article20, $0).rows.map { Wording.folded($0.label) } })

  /// True for a line of a table without rules all of which stands under the header's columns: a remark that goes on there.
  func isAmongColumns(_ row: PrintedRow) -> Bool {
    guard let columnsLeft, row.isLoose, row.page > 0, let first = row.cells.first, first.left >= columnsLeft else {
      return false
    }
    // The name of a block stands in the middle of the table.
    let text = row.cells.flatMap(\.folded)
    return !Self.blockWords.contains { text.contains($0) }
  }

  func valueCells(_ row: PrintedRow) -> [PrintedCell] {
    guard let label = labelCells(row).first, let index = row.cells.firstIndex(of: label) else {
      // A line without a label begins with its first number, or the words beside one.
      let isBare = row.isLoose && row.page > 0 && row.cells.first?.isValue ?? false || isAmongColumns(row)
      return Array(row.cells.dropFirst(isBare ? 0 : 1))
    }
    return Array(row.cells[(index + 1)...])
  }

  /// True where an empty field stands before a number.
  func isSpaced(_ row: PrintedRow) -> Bool {
    let cells = valueCells(row)
    guard let last = cells.lastIndex(where: \.isValue) else { return false }
    return cells[..<last].contains(where: \.isEmpty)
  }
}

extension Form {
  /// The columns that a row asks for, with their printed headers, left to right.
  func columnPairs(_ row: FormRow) -> [(id: ColumnID, label: String)] {
    row.columns.map { ($0, columnLabel($0, row: row.id)) }
  }
}
