// Reconstruction: printed rows aligned with those of the form → the cells of the applications table.
import DocumentModel
import ReportModel
import Statute

/// The applications table once it is known which printed rows are which of the form's.
struct AlignedApplications {
  private let reader: ApplicationsReader
  private let form: Form
  private let rows: [PrintedRow]
  private let splits: [PartedRows.Split]
  private let result: RowAligner.Result
  private let columns: ColumnPlan
  /// False where edges between cells are lost and no header tells which: as many cells as columns are theirs by chance.
  private let isTold: Bool
  /// What the sums say of rows whose columns are in doubt.
  private let placed: [RowID: [ColumnPlan.Content]]

  /// - Parameters:
  ///   - rows: all printed rows; those of the reader's body were aligned.
  ///   - splits: the parts of each row of the body.
  init(
    reader: ApplicationsReader, form: Form, rows: [PrintedRow], splits: [PartedRows.Split],
    result: RowAligner.Result
  ) {
    self.reader = reader
    self.form = form
    self.rows = rows
    self.splits = splits
    self.result = result
    columns =
      reader.plan
      ?? ColumnPlan(
        columns: Form.applicantColumns.map { .init(id: $0, label: "", left: 0, right: 0) }, missing: [], blockLeft: 0,
        blockRight: 0)
    isTold = reader.plan != nil || !reader.body.contains { rows[$0].cells.contains(where: ValueReader.isJoined) }
    placed = reader.placed(rows, body: reader.body, splits: splits, form: form, result: result, columns: columns)
  }

  func table() -> Table {
    var read: [Row] = []
    var missingRows: [RowID] = []
    for (j, formRow) in form.rows.enumerated() {
      let parts = result.items[j]
      guard !parts.isEmpty else {
        missingRows.append(formRow.id)
        read.append(CellFactory.unread(formRow, doubt: .rowNotFound))
        continue
      }
      let contents = contents(of: parts, formRow)
      var cells = cells(j, formRow, contents)
      doubt(&cells, parts, formRow, contents, after: &read)
      let label = parts.flatMap { splits[$0].label }
      read.append(
        Row(id: formRow.id, label: label.map(\.text).joined(), labelPlaces: label.flatMap(\.places), cells: cells))
    }
    var printed: [ColumnID: String] = [:]
    for column in columns.columns { if let id = column.id, !column.label.isEmpty { printed[id] = column.label } }
    return Table(
      id: .applications, template: form.template, rows: read, missingRows: missingRows,
      missingColumns: columns.missing, extras: extras, columnLabels: printed, places: TablePlaces.areas(rows))
  }

  /// What stands in each part of a row under each column.
  private func contents(of parts: [Int], _ formRow: FormRow) -> [[ColumnPlan.Content]] {
    if let own = placed[formRow.id] { return [own] }
    return parts.map { part in
      // Numbers among the label's cells: the rules of the row are not those of the header.
      let label = splits[part].label.filter { !$0.isEmpty }
      let isOfOthers = label.last.map { last in last.isValue || label.count(where: \.isValue) > 1 } ?? false
      guard isTold, !isOfOthers, !isMoved(splits[part]) else { return columns.columns.map { _ in .nothing } }
      let row = rows[reader.body[part]]
      return columns.contents(
        splits[part].values, sameExtent: reader.plan.map { reader.sameExtent(row, $0) } ?? false)
    }
  }

  /// True for a row whose cells stand left of their columns: one too many behind the label, and at its other end none of its own, or one too few. Some
  /// programs lose the cells of group labels behind a page break.
  private func isMoved(_ parts: PartedRows.Split) -> Bool {
    guard let last = parts.label.last, last.isEmpty, parts.label.contains(where: { !$0.isEmpty }) else { return false }
    return parts.values.count < columns.columns.count || parts.values.contains { $0.isEmpty && $0.spansRows }
  }

  /// The cells of row `j` of the form, with what speaks against any of them by itself.
  private func cells(_ j: Int, _ formRow: FormRow, _ contents: [[ColumnPlan.Content]]) -> [Row.Entry] {
    let parts = result.items[j]
    // A part of the row with numbers of which nobody can say where they belong: nothing of the row is blank.
    let isLost =
      contents.count > 1
      && zip(parts, contents).contains { part, content in
        content.contains { if case .nothing = $0 { true } else { false } } && holdsNumbers(splits[part])
      }
    let isShared =
      PartedRows.isPart(parts, of: formRow, splits, result.assignments)
      || !reader.isPlanGiven
        && PartedRows.isTorn(parts, of: formRow, splits, blocks: reader.body.map { rows[$0].block })
    let isTail = isTail(j, formRow)
    let strayColumns = strayColumns(j)
    let isShifted = isBetween(parts)
    // A number alone is that of a page as well.
    let isAlone =
      reader.isPlanGiven && parts.allSatisfy { splits[$0].label.allSatisfy(\.isEmpty) }
      && parts.reduce(0) { $0 + splits[$1].values.count { !$0.isEmpty } } == 1
    // An empty line is no row.
    let isNoRow =
      (reader.isPlanGiven || result.likeness[j] < ApplicationsReader.certain)
      && parts.allSatisfy { (splits[$0].label + splits[$0].values).allSatisfy(\.isEmpty) }
    let doubt: Doubt? =
      if placed[formRow.id] != nil {
        nil
      } else if RowCertainty.isCertain(
        j, of: form, items: reader.items, result: result, threshold: ApplicationsReader.certain),
        !PartedRows.goesOn(parts, of: formRow, splits), !isBegunBefore(j, formRow), !isAnyEnd(j, formRow),
        !holdsNextRow(parts)
      {
        reader.doubt(of: parts.map { rows[reader.body[$0]] })
      } else {
        .rowAmbiguous
      }
    return formRow.columns.map { column in
      guard let k = columns.columns.firstIndex(where: { $0.id == column }) else {
        return .init(column: column, cell: Cell(state: .unread, doubt: .columnNotFound))
      }
      var cell = CellFactory.cell(contents.map { $0[k] })
      if isLost, cell.state != .unread {
        cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: .columnAmbiguous)
      }
      if isShared || isTail || strayColumns.contains(k), cell.state == .blank {
        cell = Cell(state: .unread, places: cell.places, doubt: .rowAmbiguous)
      }
      if isNoRow, cell.state == .blank { cell = Cell(state: .unread, doubt: .rowAmbiguous) }
      if let doubt = doubt ?? (isShifted || isAlone ? .rowAmbiguous : nil), cell.state != .unread {
        cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: doubt)
      }
      return .init(column: column, cell: cell)
    }
  }

  /// Takes back cells of a row for what stands beside and before it.
  /// - Parameter read: the rows before it; the last of them may go on in this one.
  private func doubt(
    _ cells: inout [Row.Entry], _ parts: [Int], _ formRow: FormRow, _ contents: [[ColumnPlan.Content]],
    after read: inout [Row]
  ) {
    let label = parts.flatMap { splits[$0].label }
    let stacked = columns.columns.indices.filter { k in contents.contains { $0[k].lines > 1 } }
    StackedNumbers.doubt(&cells, stacked: Set(stacked.compactMap { columns.columns[$0].id }))
    if let before = read.last, StackedNumbers.mayHold(before, parts: parts.map { rows[reader.body[$0]] }) {
      StackedNumbers.doubtBlanks(&cells)
    }
    if !read.isEmpty { JoinedLabels.doubtBegun(&read[read.count - 1], before: label, in: form) }
    JoinedLabels.doubt(
      &cells, label: label, others: parts.flatMap { splits[$0].group + splits[$0].values }, of: formRow, in: form)
    if reader.isPlanGiven || !label.contains(where: \.isOfText) {
      HeldNumbers.doubt(&cells, label: label.map(\.text).joined(), of: formRow, isRuled: !reader.isPlanGiven)
    }
  }

  /// True where the rows before row `j` are lost, and its label that is printed is no more than the end of its own: so may be the first part of the
  /// row. Of the first row of all only an end that others have as well.
  private func isBegunBefore(_ j: Int, _ formRow: FormRow) -> Bool {
    guard result.items[..<j].allSatisfy(\.isEmpty) else { return false }
    let label = result.items[j].flatMap { splits[$0].label.flatMap(\.folded) }
    return lacksStart(label, of: formRow) && (j > 0 || form.rows.count { ends($0, with: label) } > 1)
  }

  /// True in a text for a label that is no more than an end which several rows have: it may be the rest of the one before.
  private func isAnyEnd(_ j: Int, _ formRow: FormRow) -> Bool {
    guard let part = result.items[j].first, splits[part].label.contains(where: \.isOfText) else { return false }
    let label = splits[part].label.flatMap(\.folded)
    return lacksStart(label, of: formRow) && form.rows.count { ends($0, with: label) } > 1
  }

  /// True in a text for a label with all of its cells, which are blank, and the numbers of a row without a label: where the text has no more rows than
  /// the larger form, that is the next one, whose label is lost, and not the rest of this one.
  private func holdsNextRow(_ parts: [Int]) -> Bool {
    guard parts.count > 1, reader.isPlanGiven else { return false }
    func isWhole(_ part: PartedRows.Split) -> Bool { part.values.count == columns.columns.count }
    let whole = parts.filter { isWhole(splits[$0]) }
    guard
      whole.contains(where: { part in
        splits[part].label.contains { !$0.isEmpty } && splits[part].values.allSatisfy(\.isEmpty)
      }),
      whole.contains(where: { part in
        splits[part].label.allSatisfy(\.isEmpty) && splits[part].values.contains { !$0.isEmpty }
      })
    else { return false }
    let most = Template.allCases.map { Form.of(.applications, $0).rows.count }.max()!
    return splits.count { isWhole($0) && ($0.label + $0.values).contains { !$0.isEmpty } } <= most
  }

  /// True where a page begins with the end of the row's label: its numbers may stand on the page before, in cells that edges have made one with others.
  private func isTail(_ j: Int, _ formRow: FormRow) -> Bool {
    guard let part = result.items[j].first, part > 0,
      rows[reader.body[part]].page != rows[reader.body[part - 1]].page
    else { return false }
    return lacksStart(splits[part].label.flatMap(\.folded), of: formRow)
  }

  private func ends(_ row: FormRow, with label: [Unicode.Scalar]) -> Bool {
    Wording.folded(row.label).suffix(label.count).elementsEqual(label)
  }

  private func lacksStart(_ label: [Unicode.Scalar], of row: FormRow) -> Bool {
    !label.isEmpty && ends(row, with: label) && Wording.folded(row.label).count >= label.count + Self.numeral
  }

  /// Reports leave the number of a label away: so many characters.
  private static let numeral = 2

  private func holdsNumbers(_ parts: PartedRows.Split) -> Bool {
    (parts.values + parts.label.suffix(1)).contains { !$0.isEmpty && $0.isValue }
  }

  /// Numbers without a label that are no row of the form: they may be those that a row seems to lack.
  private func isStray(_ i: Int) -> Bool {
    guard splits.indices.contains(i), result.assignments[i] == .extra else { return false }
    return splits[i].label.allSatisfy(\.isEmpty) && splits[i].values.contains { !$0.isEmpty && $0.isValue }
  }

  /// Lines of numbers are shifted by no more than this against those of labels.
  private static let farthest = 3

  /// True for a row of a text between a line of numbers that is no row's and a label that has none: each number may be that of the label before or behind.
  private func isBetween(_ parts: [Int]) -> Bool {
    guard let first = parts.first, let last = parts.last, splits[first].label.contains(where: \.isOfText) else {
      return false
    }
    func isOnly(_ part: Int) -> Bool {
      result.assignments[part] == .extra
        && splits[part].values.count { !$0.isEmpty && $0.isValue } == columns.columns.count
    }
    func isHollow(_ part: Int) -> Bool {
      guard let row = result.items.first(where: { $0.contains(part) }) else { return false }
      return !row.contains { splits[$0].values.contains { !$0.isEmpty } }
    }
    let before = splits.indices.clamped(to: first - Self.farthest..<first)
    let after = splits.indices.clamped(to: last + 1..<last + 1 + Self.farthest)
    return before.contains(where: isHollow) && after.contains(where: isOnly)
      || before.contains(where: isOnly) && after.contains(where: isHollow)
  }

  /// The columns of row `j` that stray numbers may fill: those beside it, of rows without places those of all.
  private func strayColumns(_ j: Int) -> Set<Int> {
    let strays = result.assignments.indices.filter { i in
      isStray(i) && (reader.isPlanGiven || result.items[j].contains(i - 1) || result.items[j].contains(i + 1))
    }
    return strays.reduce(into: []) { filled, i in
      guard reader.isPlanGiven, splits[i].values.count == columns.columns.count else {
        filled.formUnion(columns.columns.indices)
        return
      }
      filled.formUnion(splits[i].values.indices.filter { !splits[i].values[$0].isEmpty })
    }
  }

  /// The number of a page, and the dashes about it, come to so many cells.
  private static let pageNumber = 3

  /// Printed rows and columns that the form lacks.
  private var extras: [ExtraLine] {
    var extras: [ExtraLine] = []
    for (i, assignment) in result.assignments.enumerated() where assignment == .extra {
      let parts = splits[i]
      let filled = parts.values.filter { !$0.isEmpty }
      guard !filled.isEmpty else { continue }
      // A page number that stands within the frame of the table.
      if filled.count <= Self.pageNumber, parts.label.allSatisfy(\.isEmpty),
        PageFlow.isPageNumber(filled.map(\.text).joined())
      {
        continue
      }
      extras.append(
        ExtraLine(
          axis: .row, label: parts.label.map(\.text).joined(), places: parts.label.flatMap(\.places),
          texts: parts.values.map(\.text)))
    }
    for (k, column) in columns.columns.enumerated() where column.id == nil && !isGivenTwice(k) {
      extras.append(ExtraLine(axis: .column, label: column.label, places: [], texts: []))
    }
    return extras
  }

  /// True for a column that says under the same name what the one beside it says in every row: a converter gave a cell that reaches over two fields twice.
  private func isGivenTwice(_ k: Int) -> Bool {
    let label = Wording.folded(columns.columns[k].label)
    let rows = splits.map(\.values).filter { $0.count == columns.columns.count }
    guard !label.isEmpty, rows.count >= form.rows.count / 2 else { return false }
    return [k - 1, k + 1].contains { other in
      columns.columns.indices.contains(other) && columns.columns[other].id != nil
        && Wording.folded(columns.columns[other].label) == label
        && rows.allSatisfy { $0[k].text == $0[other].text }
    }
  }
}
