// Reconstruction: printed rows aligned with those of the form → the cells of the Article-20 table.
import DocumentModel
import ReportModel
import Statute

/// The Article-20 table once it is known which printed rows are which of the form's.
struct AlignedArticle20 {
  private let reader: Article20Reader
  private let form: Form
  private let rows: [PrintedRow]
  private let header: [Bool]
  private let result: RowAligner.Result
  private let values: [[PrintedCell]]
  private let splits: [PartedRows.Split]
  /// True where fields do not stand under their header.
  private let isDrifted: Bool
  /// True where blank cells leave empty fields.
  private let keepsBlanks: Bool
  /// True for a text in which a row has more numbers than columns: digits of one number stand apart, in other rows as well.
  private let hasSurplus: Bool
  /// The columns under each header, kept for `inspect`.
  private(set) var plans: [Trace.PlacedPlan] = []

  /// - Parameter header: which of the rows are headers.
  init(reader: Article20Reader, form: Form, rows: [PrintedRow], header: [Bool], result: RowAligner.Result) {
    self.reader = reader
    self.form = form
    self.rows = rows
    self.header = header
    self.result = result
    values = rows.map(reader.valueCells)
    splits = zip(rows, values).map { (label: reader.labelCells($0), group: [], values: $1) }
    isDrifted = FieldDrift.isIn(rows, header: header, values: reader.valueCells)
    keepsBlanks = rows.contains(where: reader.isSpaced)
    hasSurplus = zip(form.rows, result.items).contains { [values] formRow, parts in
      parts.contains { part in
        values[part].count > formRow.columns.count && values[part].allSatisfy { $0.isOfText && $0.isValue }
      }
    }
  }

  /// What the header above a row says of its columns.
  private struct Heads {
    /// The header's cells that have words.
    var filled: [PrintedCell]
    var plan: ColumnPlan
    /// The columns that the row asks for, with their names in the form.
    var labels: [(id: ColumnID, label: String)]
  }

  mutating func read() -> Table {
    var read: [Row] = []
    var missingRows: [RowID] = []
    var printedLabels: [ColumnID: String] = [:]
    var missingColumns: [ColumnID] = []
    var extras: [ExtraLine] = []
    for (j, formRow) in form.rows.enumerated() {
      let parts = result.items[j]
      guard !parts.isEmpty else {
        missingRows.append(formRow.id)
        read.append(CellFactory.unread(formRow, doubt: .rowNotFound))
        continue
      }
      let heads = heads(over: parts, formRow)
      for column in heads.plan.columns {
        if let id = column.id {
          printedLabels[id] = printedLabels[id] ?? column.label
        } else if parts.count == 1, !extras.contains(where: { $0.axis == .column && $0.label == column.label }) {
          extras.append(ExtraLine(axis: .column, label: column.label, places: [], texts: []))
        }
      }
      let contents = parts.map { self.contents($0, heads) }
      let missing = self.missing(parts, formRow, heads, contents)
      missingColumns += missing.filter { !missingColumns.contains($0) }
      var cells = self.cells(j, formRow, contents, missing: missing)
      doubtUnderOthers(&cells, parts, heads)
      BesideHeader.doubt(&cells, isLoose: rows[parts[0]].isLoose)
      let label = parts.flatMap { splits[$0].label }
      JoinedLabels.doubt(&cells, label: label, others: parts.flatMap { values[$0] }, of: formRow, in: form)
      HeldNumbers.doubt(
        &cells, label: label.map(\.text).joined(), of: formRow, isRuled: label.contains { $0.area != nil })
      read.append(
        Row(id: formRow.id, label: label.map(\.text).joined(), labelPlaces: label.flatMap(\.places), cells: cells))
    }
    // A row that came to the line of its header passes for a column.
    let heads = zip(rows, header).filter(\.1).flatMap { $0.0.cells.map(\.folded) }
    missingRows.removeAll { id in
      let label = form.rows.first { $0.id == id }.map { Wording.folded($0.label) } ?? []
      return heads.contains { $0.suffix(label.count) == label[...] }
    }
    return Table(
      id: .article20, template: form.template, rows: read, missingRows: missingRows, missingColumns: missingColumns,
      extras: extras + extraRows, columnLabels: printedLabels, places: TablePlaces.areas(rows))
  }

  /// So much like a label is a piece of it.
  private static let piece = 0.4

  /// A number under a name that is no column of the form may be that of a column whose own name is in pieces, and whose cell looks blank.
  private func doubtUnderOthers(_ cells: inout [Row.Entry], _ parts: [Int], _ heads: Heads) {
    let others = heads.plan.columns.filter { column in
      column.id == nil
        && heads.labels.contains { LabelPattern($0.label).likeness(Wording.folded(column.label)) >= Self.piece }
    }
    guard cells.contains(where: { $0.cell.state == .blank }), !others.isEmpty else { return }
    let isUnder = parts.flatMap { values[$0] }.contains { value in
      value.isValue && !value.isEmpty && others.contains { $0.left <= value.midX && value.midX <= $0.right }
    }
    guard isUnder else { return }
    for index in cells.indices where cells[index].cell.state == .blank {
      cells[index].cell = Cell(state: .unread, places: cells[index].cell.places, doubt: .columnAmbiguous)
    }
  }

  /// The header nearest above a row, over as many columns as the form asks for or more.
  private mutating func heads(over parts: [Int], _ formRow: FormRow) -> Heads {
    let above = (0..<parts[0]).reversed().first { header[$0] && values[$0].contains { !$0.isEmpty } }
    // Behind the label of its block, as where two lines of a text came to one, the words over the labels are no column.
    let cells = (above.map { values[$0] } ?? []).filter { cell in
      !Article20Reader.blockWords.contains { cell.folded.contains($0) }
    }
    let filled = cells.filter { !$0.isEmpty }
    let labels = form.columnPairs(formRow)
    let plan = ColumnPlan.match(
      filled, labels: labels, blockLeft: cells.first?.left ?? 0, blockRight: cells.last?.right ?? 0)
    keep(plan, header: above, rows: parts)
    return Heads(filled: filled, plan: plan, labels: labels)
  }

  /// What stands in a part of a row, by column.
  private func contents(_ part: Int, _ heads: Heads) -> [ColumnID: ColumnPlan.Content] {
    let (cells, isLoose) = (values[part], rows[part].isLoose)
    let count = heads.labels.count
    if isLoose, cells.count != count, cells.contains(where: \.isOfText), !reader.isAligned(rows, header) { return [:] }
    if hasSurplus, count > 1, cells.contains(where: \.isOfText) { return [:] }
    let filled = cells.filter { !$0.isEmpty }
    // With two numbers in one field and fewer fields than columns, cells have come to one.
    let isGlued =
      filled.count < count
      && filled.contains { $0.isOfText && $0.pieces.contains { FieldGrid.holdsTwo($0.text) } }
    // With fewer fields than columns, blank cells left no trace, unless other rows show that they do.
    let isShort = !keepsBlanks && cells.count < count && heads.filled.count >= count && filled.allSatisfy(\.isOfText)
    if isDrifted || isGlued || isShort, !isLoose, !filled.isEmpty {
      return Self.drifted(filled, plan: heads.plan, labels: heads.labels)
    }
    return Self.contents(cells, plan: heads.plan, labels: heads.labels, isLoose: isLoose)
  }

  /// The columns that a row has no cell for, and its header no name.
  private func missing(
    _ parts: [Int], _ formRow: FormRow, _ heads: Heads, _ contents: [[ColumnID: ColumnPlan.Content]]
  ) -> [ColumnID] {
    guard !heads.filled.isEmpty, heads.filled.count < heads.labels.count, !rows[parts[0]].isLoose,
      parts.allSatisfy({ values[$0].count < heads.labels.count })
    else { return [] }
    return formRow.columns.filter { column in
      heads.plan.missing.contains(column) && contents.allSatisfy { $0[column] == nil }
    }
  }

  /// The cells of row `j` of the form.
  private func cells(
    _ j: Int, _ formRow: FormRow, _ contents: [[ColumnID: ColumnPlan.Content]], missing: [ColumnID]
  ) -> [Row.Entry] {
    let parts = result.items[j]
    let isShared =
      PartedRows.isPart(parts, of: formRow, splits, result.assignments)
      || rows[parts[0]].isLoose && PartedRows.isBeside(parts, splits, result.assignments)
      || [parts[0] - 1, parts[parts.count - 1] + 1].contains {
        rows.indices.contains($0) && (reader.isAmongColumns(rows[$0]) || holdsStray($0))
      }
    // A part of the row with more in it than is known to be a column's: nothing of the row is blank.
    let isLost =
      parts.count > 1
      && zip(parts, contents).contains { part, content in
        values[part].count { !$0.isEmpty } > content.count(where: { $0.value.isFilled })
      }
    let isCertain = RowCertainty.isCertain(
      j, of: form, items: reader.items, result: result, threshold: Article20Reader.certain)
    let isOwn = isCertain && !NearestLabels.areNearerAnother(j, result.items, rows: rows, splits: splits)
    let doubt = isOwn ? parts.compactMap { rows[$0].doubt }.first : .rowAmbiguous
    let isAmongColumns = parts.contains { reader.isAmongColumns(rows[$0]) }
    let isOverlaid = zip(parts, contents).contains { holdsOverlaid(values[$0], $1) }
    return formRow.columns.map { column in
      if missing.contains(column) {
        return .init(column: column, cell: Cell(state: .unread, doubt: .columnNotFound))
      }
      var cell = CellFactory.cell(contents.compactMap { $0[column] })
      // A part of the row with numbers, none of which is known to be this column's or not.
      let isUntold = zip(parts, contents).contains { part, content in
        parts.count > 1 && content[column] == nil && values[part].contains { !$0.isEmpty }
      }
      if isShared || isLost || isUntold || isOverlaid, cell.state == .blank {
        cell = Cell(state: .unread, places: cell.places, doubt: .rowAmbiguous)
      }
      // Words alone under a column are the rest of a value that stands in another line.
      let rest: Doubt? = cell.state == .text && isAmongColumns ? .severalValues : nil
      if let doubt = doubt ?? rest, cell.state != .unread {
        cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: doubt)
      }
      return .init(column: column, cell: cell)
    }
  }

  /// True for the line of a header with something of a number in it, as behind words of a stamp: it may be the one that the row beside it seems to lack.
  private func holdsStray(_ i: Int) -> Bool {
    header[i]
      && rows[i].cells.contains { cell in
        cell.isOfText && cell.folded.last.map(Wording.isDigit) ?? false
          && !Article20Reader.blockWords.contains { cell.folded.contains($0) }
      }
  }

  /// True where a number with words upon it stands in none of the columns: what is laid over a page (links of a web site that go along with it) parts
  /// cells, and the number is that of a column which looks blank.
  private func holdsOverlaid(_ cells: [PrintedCell], _ contents: [ColumnID: ColumnPlan.Content]) -> Bool {
    let own = contents.values.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
    return cells.contains { cell in
      !cell.isEmpty && !cell.isValue && !own.contains(cell)
        && (cell.text.unicodeScalars.first.map(Wording.isDigit) ?? false)
    }
  }

  /// Printed rows that the form lacks. One number alone, without a label, is no row; what looks blank beside it is unread.
  private var extraRows: [ExtraLine] {
    result.assignments.indices.filter { i in
      result.assignments[i] == .extra
        && (reader.items[i].hasValues && rows[i].cells.count > 1 && !isPageNumber(i) || isStray(i))
    }
    .map { i in
      ExtraLine(
        axis: .row, label: splits[i].label.map(\.text).joined(), places: splits[i].label.flatMap(\.places),
        texts: values[i].map(\.text))
    }
  }

  /// A line of a text with the number of a page, with its words or dashes as cells: 第 1 页 共 9 页.
  private func isPageNumber(_ i: Int) -> Bool {
    guard rows[i].isLoose, rows[i].cells.allSatisfy(\.isOfText) else { return false }
    let text = rows[i].cells.map(\.text).joined()
    return PageFlow.isPageNumber(text) && ValueReader.number(text) == nil
  }

  /// A line of a text with nothing but a number, which is not that of a page.
  private func isStray(_ i: Int) -> Bool {
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

  /// The cells of a row whose header leaves fields between its columns, each under the column in its own field; nil where it leaves none, or where
  /// something stands in others.
  private static func placed(_ cells: [PrintedCell], plan: ColumnPlan) -> [ColumnID: ColumnPlan.Content]? {
    guard zip(plan.columns, plan.columns.dropFirst()).contains(where: { $1.left > $0.right }),
      cells.contains(where: \.isOfText), cells.allSatisfy({ $0.isOfText || $0.isEmpty })
    else { return nil }
    var result: [ColumnID: ColumnPlan.Content] = [:]
    for cell in cells {
      let column = plan.columns.first { $0.left == cell.left }
      guard let id = column?.id else {
        if cell.isEmpty { continue }
        return nil
      }
      result[id] = .cell(cell)
    }
    return result
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
    if !isLoose, printed.count == labels.count, let placed = placed(cells, plan: plan) { return placed }
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
