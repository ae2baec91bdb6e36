// Reconstruction: the printed rows of the review-and-litigation table → the table.
import DocumentModel
import ReportModel
import Statute

/// Reads the table of section 四: three groups of five columns under a header of two or three rows, and one row of numbers.
struct ReviewReader {
  private static let outcomeWords = ["结果维持", "结果纠正", "其他结果", "尚未审结"].map(Wording.folded)
  private static let columnWords = outcomeWords + [Wording.folded("总计")]
  private static let groupWords = ["行政复议", "行政诉讼", "未经复议", "复议后"].map(Wording.folded)

  /// The form sets its numbers in one row; with as many cells it may be that row, though not all of its columns are there.
  private static let oneRow = 11

  /// The row that was taken for the numbers.
  private(set) var valueRow: Int?
  /// The columns over it, kept for `inspect`.
  private(set) var plans: [Trace.PlacedPlan] = []

  /// The table; nil where neither header nor numbers are there.
  mutating func read(_ rows: [PrintedRow]) -> Table? {
    let form = Form.of(.reviewAndLitigation, .form2021)
    let all = Wording.folded(rows.flatMap(\.cells).map(\.text).joined(separator: " "))
    // Stacked in narrow columns the header has all its characters, but in no order.
    guard
      Self.outcomeWords.contains(where: { all.contains($0) }) || all.count(where: Self.headerCharacters.contains) >= 20
        || rows.contains(where: {
          $0.isLoose && $0.cells.count == 15 && $0.cells.allSatisfy { $0.isValue }
        })
    else { return nil }
    let places = TablePlaces.areas(rows)
    if !rows.contains(where: { $0.isLoose || $0.cells.count >= Self.oneRow }), let named = ReviewLabels.cells(rows) {
      var found: [Int: ColumnPlan.Content] = [:]
      for place in form.rows.flatMap({ row in row.columns.map { (row.id, $0) } }) {
        found[found.count] = named[place.0]?[place.1].map { .cell($0) }
      }
      return Table(
        id: .reviewAndLitigation, template: .form2021, templateIsPrinted: false, rows: table(found, form: form),
        places: places)
    }
    let leafRows = rows.indices.filter { index in
      rows[index].cells.contains { Self.outcomeWords.contains(Wording.folded($0.text)) }
    }
    // A header repeated on the next page may stand over nothing: the numbers are behind the first one.
    let candidates = rows.indices.filter { index in
      index > (leafRows.first ?? -1) && !isHeader(rows[index])
        && (rows[index].cells.count >= 5 || rows[index].isLoose)
    }
    guard let index = candidates.first(where: { rows[$0].cells.contains { !$0.isEmpty } }) ?? candidates.last else {
      return Table(
        id: .reviewAndLitigation, template: .form2021, templateIsPrinted: false,
        rows: form.rows.map { CellFactory.unread($0, doubt: .rowNotFound) }, missingRows: [], places: places)
    }
    valueRow = index
    var below = rows[(index + 1)...].prefix { $0.isLoose && rows[index].isLoose }
    var own = rows[index].cells
    if let others = below.first, let both = beside(rows[index], others) {
      own = both
      below = below.dropFirst()
    }
    // The row goes on on the next page, where it does not add up without what stands there.
    let next = candidates.first { $0 > index && rows[$0].cells.contains { !$0.isEmpty } }
    let rest = next.flatMap { place in overPage(rows[index], rows[place]).map { (row: place, cells: $0) } }
    if let rest { own = rest.cells }
    guard let cells = withRest(own, of: below) else {
      return Table(
        id: .reviewAndLitigation, template: .form2021, templateIsPrinted: false,
        rows: form.rows.map { CellFactory.unread($0, doubt: .columnAmbiguous) }, places: places)
    }
    let wanted = form.rows.flatMap { row in form.columnPairs(row).map { (row: row.id, id: $0.id, label: $0.label) } }
    var leaves = leaves(leafRows.map { rows[$0].cells })
    // Fields of a text that name nothing are no columns of a row that has all of its numbers.
    if cells.count == wanted.count, cells.allSatisfy({ !$0.isEmpty && $0.isOfText }), leaves.count > wanted.count {
      leaves = leaves.filter { !$0.isEmpty }
    }
    var found: [Int: ColumnPlan.Content] = [:]
    var extras: [ExtraLine] = []
    var missing: Set<Int> = []
    let order = PrintedOrder.review(Array(rows[..<index]))
    // As many cells are not the form's where one stands before them, and the last one is cut off: there names stand over other columns.
    let areOthers =
      order == nil && leaves.count == wanted.count
      && zip(leaves, wanted).contains { Self.columnWords.contains($0.folded) && $0.folded != Wording.folded($1.label) }
    if cells.count == wanted.count, !areOthers, ![13, 14, 16, 17].contains(leaves.count) {
      for (k, cell) in cells.enumerated() { found[order?[k] ?? k] = .cell(cell) }
      keep(
        ColumnPlan(
          columns: zip(wanted, cells).map { .init(id: $0.id, label: $0.label, left: $1.left, right: $1.right) },
          missing: [], blockLeft: cells.first!.left, blockRight: cells.last!.right),
        rows: leafRows + [index], formRows: wanted.map(\.row))
    } else if rows[index].isLoose ? leaves.count == wanted.count : !leaves.isEmpty {
      let plan = ColumnPlan.match(
        leaves, labels: wanted.map { ($0.id, $0.label) }, blockLeft: leaves.first!.left, blockRight: leaves.last!.right)
      // The ids repeat from group to group: the order of the columns tells the groups.
      var next = 0
      var formRows: [RowID?] = []
      for (column, content) in zip(plan.columns, plan.contents(cells, sameExtent: true, isLoose: rows[index].isLoose)) {
        guard let id = column.id else {
          extras.append(ExtraLine(axis: .column, label: column.label, places: [], texts: []))
          formRows.append(nil)
          continue
        }
        let k = wanted.indices.first { $0 >= next && wanted[$0].id == id }
        formRows.append(k.map { wanted[$0].row })
        guard let k else { continue }
        found[k] = content
        next = k + 1
      }
      keep(plan, rows: leafRows + [index], formRows: formRows)
      // On a page without rules numbers at one side of their columns may stand nearer to the names beside: there no group adds up.
      if rows[index].isLoose, rows[index].page > 0, !addUp(found) { found = [:] }
      if plan.columns.count < wanted.count { missing = Set(wanted.indices).subtracting(found.keys) }
      // With columns missing it is not certain which group the rest belongs to.
      if !missing.isEmpty || plan.columns.count(where: { $0.id != nil }) < wanted.count || areOthers { found = [:] }
    }
    // Names of columns among the numbers: edges are lost, and as many cells as columns are theirs by chance. Or numbers among the names, and none else:
    // they are those of a row that edges have made one with its header.
    if rows[index].doubt != nil || cells.contains(where: isName)
      || cells.allSatisfy(\.isEmpty) && rows.contains(where: { $0.cells.contains { ValueReader.holdsValue($0.text) } })
    {
      found = [:]
    }
    // The numbers of the columns, over a row that is blank, are none of the report's.
    if Self.isNumbering(cells), index + 1 < rows.count, rows[index + 1].cells.count == cells.count,
      rows[index + 1].cells.allSatisfy({ $0.isEmpty || $0.isValue && ValueReader.number($0.text) == nil })
    {
      found = [:]
    }
    // Nor do both parts together, or each does by itself, as rows of two years: nothing tells what is one number there.
    if let rest, !addUp(found, with: rows[rest.row]) || areTwo(rows[index], rows[rest.row]) { found = [:] }
    for other in candidates
    where other >= below.startIndex && other != rest?.row && rows[other].cells.contains(where: { !$0.isEmpty }) {
      // Under a header of its own it is of another table, as where a file holds several reports.
      if leafRows.contains(where: { index < $0 && $0 < other }) { continue }
      // So it is where its cells are not those of this one, as where a table of other figures stands right below.
      if isApart(rows[other], from: rows[index]) { continue }
      extras.append(
        ExtraLine(
          axis: .row, label: "", places: rows[other].cells.flatMap(\.places), texts: rows[other].cells.map(\.text)))
      // Another row of numbers is as good: those of two years, or of an office and of all that it heads.
      let values = rows[other].cells.filter { $0.isValue && !$0.isEmpty }.map(\.text)
      if values.count >= Self.oneRow, values != cells.filter({ $0.isValue && !$0.isEmpty }).map(\.text) { found = [:] }
    }
    if ReviewOrder.isOther(Array(rows[..<index])) { found = [:] }
    // With another group among them (sums, last year's) only its name tells the columns of each.
    if leaves.count >= wanted.count + Form.reviewColumns.count {
      found = ReviewOrder.grouped(Array(rows[..<index]), leaves: leaves, cells: cells) ?? [:]
    }
    return Table(
      id: .reviewAndLitigation, template: .form2021, templateIsPrinted: false,
      rows: table(found, missing: missing, form: form),
      missingColumns: missing.sorted().map { wanted[$0].id }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
      extras: extras, places: places)
  }

  /// The form's rows, filled from the contents found for the fifteen places of the form.
  private func table(_ found: [Int: ColumnPlan.Content], missing: Set<Int> = [], form: Form) -> [Row] {
    var k = 0
    return form.rows.map { row in
      let entries = row.columns.map { column -> Row.Entry in
        defer { k += 1 }
        let cell =
          found[k].map { CellFactory.cell([$0]) }
          ?? Cell(state: .unread, doubt: missing.contains(k) ? .columnNotFound : .columnAmbiguous)
        return Row.Entry(column: column, cell: cell)
      }
      return Row(id: row.id, label: row.label, cells: entries)
    }
  }

  /// True where each group of outcomes adds up to its total, as far as they are numbers.
  func addUp(_ found: [Int: ColumnPlan.Content]) -> Bool {
    let width = Form.reviewColumns.count
    return (0..<3).allSatisfy { group in
      let cells = (0..<width).compactMap { found[group * width + $0] }.map { CellFactory.cell([$0]) }
      guard cells.count == width, let counts = ApplicationSums.counts(cells) else { return true }
      return ApplicationSums.addUp(counts)
    }
  }

  func contents(_ row: PrintedRow) -> [Int: ColumnPlan.Content] {
    Dictionary(uniqueKeysWithValues: row.cells.enumerated().map { ($0, .cell($1)) })
  }

  /// True for two rows of which each is whole: all their groups are counts, and add up.
  private func areTwo(_ row: PrintedRow, _ next: PrintedRow) -> Bool {
    let both = [contents(row), contents(next)]
    return both.allSatisfy { addUp($0) && ApplicationSums.counts($0.values.map { CellFactory.cell([$0]) }) != nil }
  }

  /// True where the contents add up, and each group of which something stands on the next page, is all counts.
  private func addUp(_ found: [Int: ColumnPlan.Content], with next: PrintedRow) -> Bool {
    let width = Form.reviewColumns.count
    return addUp(found)
      && (0..<3).allSatisfy { group in
        let own = group * width..<(group + 1) * width
        guard own.contains(where: { !next.cells[$0].isEmpty }) else { return true }
        let cells = own.compactMap { found[$0] }.map { CellFactory.cell([$0]) }
        return cells.count == width && ApplicationSums.counts(cells) != nil
      }
  }

  /// The cells of a row with what stands in those of the next page's first row, which has the same; nil where it is no rest of it.
  private func overPage(_ row: PrintedRow, _ next: PrintedRow) -> [PrintedCell]? {
    guard row.page > 0, next.page == row.page + 1, !row.isLoose, !next.isLoose,
      row.cells.count == 3 * Form.reviewColumns.count, next.cells.count == row.cells.count,
      next.hasCells(like: row), next.cells.allSatisfy({ $0.isEmpty || $0.isValue }),
      row.cells.allSatisfy({ $0.isEmpty || $0.isValue || CutNumbers.isStart($0.text) })
    else { return nil }
    // Rows of two years, or of two bodies, add up each by itself.
    if addUp(contents(row)), next.cells.count(where: { !$0.isEmpty }) >= Self.oneRow { return nil }
    return zip(row.cells, next.cells).map { cell, rest in
      var cell = cell
      cell.pieces += rest.pieces
      return cell
    }
  }

  /// The edges of cells under one another differ by no more, in points.
  private static let sameEdge = 3.0

  /// True for a row of a ruled table whose cells are not under those of another: fewer than half of the edges between them.
  private func isApart(_ row: PrintedRow, from other: PrintedRow) -> Bool {
    guard row.page == other.page, row.page > 0, !row.isLoose, !other.isLoose else { return false }
    let edges = row.cells.dropLast().map(\.right)
    let same = edges.count { edge in other.cells.contains { abs($0.right - edge) <= Self.sameEdge } }
    return edges.count >= Form.reviewColumns.count && 2 * same < edges.count
  }

  /// The cells that name the columns. Where a text keeps every field of its rows, a group's columns may be named in the row above those of others.
  private func leaves(_ rows: [[PrintedCell]]) -> [PrintedCell] {
    guard var last = rows.last else { return [] }
    guard last.contains(where: \.isOfText), rows.allSatisfy({ $0.count == last.count }) else { return last }
    for row in rows.dropLast().reversed() {
      for (k, cell) in row.enumerated() where last[k].isEmpty && Self.columnWords.contains(cell.folded) {
        last[k] = cell
      }
    }
    return last
  }

  /// The cells of a row of a text and those of the next line, where these stand beside them: placeholders and numbers are at heights of their own.
  private func beside(_ row: PrintedRow, _ next: PrintedRow) -> [PrintedCell]? {
    guard row.page == 0, next.page == 0, next.top - row.top <= 1,
      (row.cells + next.cells).allSatisfy({ $0.isValue }),
      !row.cells.contains(where: { cell in
        next.cells.contains { $0.left < cell.right && cell.left < $0.right }
      })
    else { return nil }
    return (row.cells + next.cells).sorted { $0.left < $1.left }
  }

  /// Numbers that had to wrap go on under themselves: what stands there is part of the cell, and makes it two values. nil where it stands under none.
  private func withRest(_ cells: [PrintedCell], of below: ArraySlice<PrintedRow>) -> [PrintedCell]? {
    var result = cells
    for row in below where row.cells.count < cells.count && row.cells.allSatisfy({ $0.isValue }) {
      // Lines of a text shift against one another: under which of its numbers a row goes on is not told.
      if row.page == 0 { return nil }
      for cell in row.cells {
        let over = cells.indices.filter { cells[$0].left < cell.right && cell.left < cells[$0].right }
        if over.isEmpty { return nil }
        for k in over { result[k].pieces += cell.pieces }
      }
    }
    return result
  }

  private mutating func keep(_ plan: ColumnPlan, rows: [Int], formRows: [RowID?]) {
    plans.append(.init(rows: rows, plan: plan, formRows: formRows))
  }

  /// A row of the header, repeated or cut by a page break; a stamp or a watermark may have left characters in it.
  private func isHeader(_ row: PrintedRow) -> Bool {
    let filled = row.cells.map { Wording.folded($0.text) }.filter { !$0.isEmpty }
    let words = filled.filter { text in
      (Self.outcomeWords + Self.groupWords).contains { text.contains($0) }
        || text.allSatisfy(Self.headerCharacters.contains)
    }
    return !words.isEmpty && 2 * words.count >= filled.count
  }

  private func isName(_ cell: PrintedCell) -> Bool {
    let text = cell.folded
    return text.count > 1 && text.allSatisfy(Self.headerCharacters.contains)
  }

  private static let headerCharacters = Set("结果维持纠正其他尚未审总计行政复议诉讼经直接起后合".unicodeScalars)
}
