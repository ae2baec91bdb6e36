// Reconstruction: the printed rows of the Article-20 table → the table.
import DocumentModel
import ReportModel
import Statute

/// Reads the table of section 二: blocks, each under its own header, with one label cell and one to three numbers a row.
struct Article20Reader {
  private static let certain = 0.6
  private static let blockWords = ["第二十条", "信息内容"].map(Wording.folded)
  private static let headerEndings = ["件数", "数量", "金额", "增减", "总额", "信息内容", "总量"].map(Wording.folded)

  private(set) var alignment: RowAligner.Result?
  private(set) var items: [AlignmentItem] = []
  /// The columns under each header, kept for `inspect`.
  private(set) var plans: [Trace.PlacedPlan] = []

  /// The table; nil where the rows hold no row of the form.
  mutating func read(_ rows: [PrintedRow]) -> Table? {
    let header = rows.map(isHeader)
    items = rows.enumerated().map { index, row in
      let label = labelCells(row)
      let values = valueCells(row)
      let text = label.flatMap(\.folded)
      return AlignmentItem(
        label: text, labelWithGroup: text,
        hasValues: values.contains { !$0.isEmpty },
        // Without edges a line may be the rest of the label above it.
        mayContinue: index > 0 && (rows[index - 1].page != row.page || row.isLoose && row.page > 0),
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
    return table(rows, header: header, template: template, result: result)
  }

  /// True where the lines of a text stand as the table was printed: whole rows have each number under its header, and there are some.
  private func isAligned(_ rows: [PrintedRow], _ header: [Bool]) -> Bool {
    var heads: [PrintedCell] = []
    var whole = 0
    for (row, isHeader) in zip(rows, header) {
      let cells = valueCells(row)
      if isHeader {
        if !cells.isEmpty { heads = cells }
      } else if cells.count > 1, cells.count == heads.count {
        guard zip(cells, heads).allSatisfy({ $0.left < $1.right && $1.left < $0.right }) else { return false }
        whole += 1
      }
    }
    return whole > 0
  }

  private func isHeader(_ row: PrintedRow) -> Bool {
    let text = row.cells.flatMap(\.folded)
    if Self.blockWords.contains(where: { text.contains($0) }) { return true }
    let values = valueCells(row).filter { !$0.isEmpty }
    return !values.isEmpty
      && values.allSatisfy { cell in
        let folded = cell.folded
        return !cell.isValue
          && Self.headerEndings.contains { Array(folded.suffix($0.count)) == $0 || folded.contains($0) }
      }
  }

  private func labelCells(_ row: PrintedRow) -> [PrintedCell] {
    guard let first = row.cells.firstIndex(where: { !$0.isEmpty && !$0.spansRows }) else { return [] }
    // A row whose first filled cell is a number has lost its label.
    return row.cells[first].isValue ? [] : [row.cells[first]]
  }

  private func valueCells(_ row: PrintedRow) -> [PrintedCell] {
    guard let label = labelCells(row).first, let index = row.cells.firstIndex(of: label) else {
      // A line without a label begins with its first number.
      return Array(row.cells.dropFirst(row.isLoose && row.page > 0 && row.cells.first?.isValue ?? false ? 0 : 1))
    }
    return Array(row.cells[(index + 1)...])
  }

  /// True where an empty field stands before a number.
  private func isSpaced(_ row: PrintedRow) -> Bool {
    let cells = valueCells(row)
    guard let last = cells.lastIndex(where: \.isValue) else { return false }
    return cells[..<last].contains(where: \.isEmpty)
  }

  private mutating func table(
    _ rows: [PrintedRow], header: [Bool], template: Template, result: RowAligner.Result
  ) -> Table {
    let form = Form.of(.article20, template)
    var read: [Row] = []
    var missingRows: [RowID] = []
    var printedLabels: [ColumnID: String] = [:]
    var missingColumns: [ColumnID] = []
    var extras: [ExtraLine] = []
    let splits = rows.map { (label: labelCells($0), group: [PrintedCell](), values: valueCells($0)) }
    let isDrifted = FieldDrift.isIn(rows, header: header, values: valueCells)
    let keepsBlanks = rows.contains(where: isSpaced)
    for (j, formRow) in form.rows.enumerated() {
      let parts = result.items[j]
      guard !parts.isEmpty else {
        missingRows.append(formRow.id)
        read.append(CellFactory.unread(formRow, doubt: .rowNotFound))
        continue
      }
      let certain = RowCertainty.isCertain(
        j, of: form, items: items, result: result, threshold: Self.certain)
      let isShared =
        PartedRows.isPart(parts, of: formRow, splits, result.assignments)
        || rows[parts[0]].isLoose && PartedRows.isBeside(parts, splits, result.assignments)
      let labels = form.columnPairs(formRow)
      // The header nearest above the row, over as many columns as the form asks for or more.
      let above = (0..<parts[0]).reversed().first { header[$0] && valueCells(rows[$0]).contains { !$0.isEmpty } }
      // Behind the label of its block, as where two lines of a text came to one, the words over the labels are no column.
      let heads = (above.map { valueCells(rows[$0]) } ?? []).filter { cell in
        !Self.blockWords.contains { cell.folded.contains($0) }
      }
      let filledHeads = heads.filter { !$0.isEmpty }
      let plan = ColumnPlan.match(
        filledHeads, labels: labels, blockLeft: heads.first?.left ?? 0, blockRight: heads.last?.right ?? 0)
      keep(plan, header: above, rows: parts)
      for column in plan.columns {
        if let id = column.id {
          printedLabels[id] = printedLabels[id] ?? column.label
        } else if parts.count == 1, !extras.contains(where: { $0.axis == .column && $0.label == column.label }) {
          extras.append(ExtraLine(axis: .column, label: column.label, places: [], texts: []))
        }
      }
      let contents = parts.map { part -> [ColumnID: ColumnPlan.Content] in
        let cells = valueCells(rows[part])
        if rows[part].isLoose, cells.count != labels.count, cells.contains(where: \.isOfText), !isAligned(rows, header)
        {
          return [:]
        }
        let filled = cells.filter { !$0.isEmpty }
        // With two numbers in one field and fewer fields than columns, cells have come to one.
        let isGlued =
          filled.count < labels.count
          && filled.contains { $0.isOfText && $0.pieces.contains { FieldGrid.holdsTwo($0.text) } }
        // With fewer fields than columns, blank cells left no trace, unless other rows show that they do.
        let isShort =
          !keepsBlanks && cells.count < labels.count && filledHeads.count >= labels.count
          && filled.allSatisfy(\.isOfText)
        if isDrifted || isGlued || isShort, !rows[part].isLoose, !filled.isEmpty {
          return Self.drifted(filled, plan: plan, labels: labels)
        }
        return Self.contents(cells, plan: plan, labels: labels, isLoose: rows[part].isLoose)
      }
      // A part of the row with more in it than is known to be a column's: nothing of the row is blank.
      let isLost =
        parts.count > 1
        && zip(parts, contents).contains { part, content in
          valueCells(rows[part]).count { !$0.isEmpty } > content.count(where: { $0.value.isFilled })
        }
      var cells: [Row.Entry] = []
      for column in formRow.columns {
        let found = contents.compactMap { $0[column] }
        if found.isEmpty, filledHeads.count > 0, filledHeads.count < labels.count, plan.missing.contains(column),
          !rows[parts[0]].isLoose, parts.allSatisfy({ valueCells(rows[$0]).count < labels.count })
        {
          if !missingColumns.contains(column) { missingColumns.append(column) }
          cells.append(.init(column: column, cell: Cell(state: .unread, doubt: .columnNotFound)))
          continue
        }
        var cell = CellFactory.cell(found)
        if isShared || isLost, cell.state == .blank {
          cell = Cell(state: .unread, places: cell.places, doubt: .rowAmbiguous)
        }
        if let doubt = certain ? parts.compactMap({ rows[$0].doubt }).first : .rowAmbiguous, cell.state != .unread {
          cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: doubt)
        }
        cells.append(.init(column: column, cell: cell))
      }
      doubtBesideHeader(&cells)
      let label = parts.flatMap { labelCells(rows[$0]) }
      JoinedLabels.doubt(&cells, label: label, others: parts.flatMap { splits[$0].values }, of: formRow, in: form)
      HeldNumbers.doubt(&cells, label: label.map(\.text).joined(), of: formRow)
      read.append(
        Row(id: formRow.id, label: label.map(\.text).joined(), labelPlaces: label.flatMap(\.places), cells: cells))
    }
    // One number alone, without a label, is no row; what looks blank beside it is unread.
    for (i, assignment) in result.assignments.enumerated()
    where assignment == .extra && (items[i].hasValues && rows[i].cells.count > 1 || isStray(rows, i)) {
      extras.append(
        ExtraLine(
          axis: .row, label: labelCells(rows[i]).map(\.text).joined(), places: labelCells(rows[i]).flatMap(\.places),
          texts: valueCells(rows[i]).map(\.text)))
    }
    return Table(
      id: .article20, template: template, rows: read, missingRows: missingRows, missingColumns: missingColumns,
      extras: extras, columnLabels: printedLabels, places: TablePlaces.areas(rows))
  }

  /// Takes back the words and blanks of a row whose cells hold words of the next block's header: two lines of a text came to one, or the edge between
  /// the two rows is lost, and the header's words run over the columns.
  private func doubtBesideHeader(_ cells: inout [Row.Entry]) {
    let isBeside = cells.contains { entry in
      entry.cell.state == .text && Self.blockWords.contains { Wording.folded(entry.cell.text).contains($0) }
    }
    guard isBeside else { return }
    for index in cells.indices where [.text, .blank].contains(cells[index].cell.state) {
      let cell = cells[index].cell
      cells[index].cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: .severalValues)
    }
  }

  /// A line of a text with nothing but a number, which is not that of a page.
  private func isStray(_ rows: [PrintedRow], _ i: Int) -> Bool {
    guard rows[i].isLoose, rows[i].cells.count == 1, rows[i].cells[0].isOfText else { return false }
    let text = rows[i].cells[0].text
    guard ValueReader.isValue(text), text.unicodeScalars.contains(where: Wording.isDigit) else { return false }
    let isApart = i == 0 || rows[i].top - rows[i - 1].top > 1
    return !(PageFlow.isPageNumber(text) && (isApart || ValueReader.number(text) == nil))
  }

  /// Rows under one header that ask for the same columns share a plan.
  private mutating func keep(_ plan: ColumnPlan, header: Int?, rows: [Int]) {
    guard let header, !plan.columns.isEmpty else { return }
    if let last = plans.last, last.rows.first == header, last.plan.columns.map(\.id) == plan.columns.map(\.id) {
      plans[plans.count - 1].rows += rows
    } else {
      plans.append(.init(rows: [header] + rows, plan: plan))
    }
  }

  /// The cells of a row of fields that does not stand under its header: in order where all of them are filled, else nothing is known.
  private static func drifted(
    _ filled: [PrintedCell], plan: ColumnPlan, labels: [(id: ColumnID, label: String)]
  ) -> [ColumnID: ColumnPlan.Content] {
    let printed = plan.columns.compactMap(\.id)
    let ids = printed.count == labels.count ? printed : labels.map(\.id)
    // A minus may be cut off its number.
    guard filled.count == labels.count, filled.allSatisfy({ $0.text != "-" }) else {
      return Dictionary(uniqueKeysWithValues: ids.map { ($0, .nothing) })
    }
    return Dictionary(uniqueKeysWithValues: zip(ids, filled.map { .cell($0) }))
  }

  /// The cells of a row by column: in order where there are as many as the form asks for, by the headers' places otherwise; empty cells behind
  /// the last column are the rest of a merged field.
  private static func contents(
    _ cells: [PrintedCell], plan: ColumnPlan, labels: [(id: ColumnID, label: String)], isLoose: Bool
  ) -> [ColumnID: ColumnPlan.Content] {
    var result: [ColumnID: ColumnPlan.Content] = [:]
    // The header may print the columns in another order.
    let printed = plan.columns.compactMap(\.id)
    let ids = printed.count == labels.count ? printed : labels.map(\.id)
    if cells.count == labels.count, !ColumnPlan.areStacked(cells) {
      for (id, cell) in zip(ids, cells) { result[id] = .cell(cell) }
      return result
    }
    // Without the header's places, blank cells of a loose row leave no trace.
    if isLoose, plan.columns.count != labels.count { return result }
    if cells.count > labels.count, cells.dropFirst(labels.count).allSatisfy(\.isEmpty),
      plan.columns.count <= labels.count
    {
      for (id, cell) in zip(ids, cells) { result[id] = .cell(cell) }
      return result
    }
    for (column, content) in zip(plan.columns, plan.contents(cells, sameExtent: true, isLoose: isLoose)) {
      if let id = column.id { result[id] = content }
    }
    return result
  }
}

extension Form {
  /// The columns that a row asks for, with their printed headers, left to right.
  func columnPairs(_ row: FormRow) -> [(id: ColumnID, label: String)] {
    row.columns.map { ($0, columnLabel($0, row: row.id)) }
  }
}
