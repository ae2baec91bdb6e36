// Reconstruction: the printed rows of each table → the tables as they are read.
import DocumentModel
import ReportModel
import Statute

/// What was read of a document before its sections are told apart.
struct TableReading {
  var tables: [TableID: Table] = [:]
  /// Running text with the places of the tables in it.
  var items: [FlowItem] = []
  /// Reports in the same text that are not read, and the lines of the one that is, where there are any.
  var others: [OtherReport] = []
  var extent: ClosedRange<Int>?
  /// Sections whose headings stand in cells beside what they are over: what stands under them is not told apart.
  var headingsBeside: Set<SectionID> = []
  /// What is printed for the numerals of the form where headings are numbered otherwise (`HeadingNumbering`).
  var numerals: [SectionID: HeadingNumbering.Numeral] = [:]
  /// The share of the text that is not what the pages show (`UnseenText`).
  var unseen = 0.0
  var trace = Trace()

  var lines: [FlowLine] {
    items.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }
}

extension TableReading {
  /// Takes back what tables on pages say of which no character is what is seen: nothing on them is known to be blank, missing or too many.
  mutating func distrust(_ pages: Set<Int>) {
    if pages.isEmpty { return }
    for (id, table) in tables {
      let isOn = table.places.contains { if case .page(let number, _) = $0 { pages.contains(number) } else { false } }
      guard isOn else { continue }
      var table = table
      (table.missingRows, table.missingColumns, table.extras) = ([], [], [])
      table.forget(.textLayer) { $0.state == .blank }
      tables[id] = table
    }
  }

  /// Takes back what a table says, cell by cell, unless its sums prove it: the order of the text is not that of the table.
  mutating func doubt(_ id: TableID) {
    guard var table = tables[id] else { return }
    table.missingRows = []
    table.missingColumns = []
    table.extras = []
    // Sums of nothing prove nothing.
    let isFilled = table.rows.contains { $0.cells.contains { $0.cell.state != .blank } }
    if !isFilled || !(Proof.checked(table).isProven || Proof.holdsWithoutTotals(table)) { table.forget(.rowAmbiguous) }
    tables[id] = table
  }

  /// A table has some thirty rows; lines of labels come to a few hundred.
  private static let mostRows = 5_000

  /// Reads one table out of its printed rows.
  mutating func readTable(_ id: TableID, rows printed: [PrintedRow], plan: ColumnPlan? = nil, method: String = "ruled")
  {
    guard printed.count <= Self.mostRows else {
      // No table of the form: to look for its rows among so many would take minutes.
      let form = Form.of(id, .form2021)
      tables[id] = Table(
        id: id, template: form.template, templateIsPrinted: false,
        rows: form.rows.map { CellFactory.unread($0, doubt: .rowNotFound) }, places: TablePlaces.areas(printed))
      return
    }
    var rows = SlicedRows.joined(printed, labels: FormPatterns.both(id).patterns)
    if id == .reviewAndLitigation { rows = ReviewReader.withoutNumbering(rows) }
    if id == .article20 { rows = WrappedHeads.joined(rows) }
    var trace = Trace.TableTrace(rows: rows, method: method)
    switch id {
    case .article20:
      var reader = Article20Reader()
      tables[id] = reader.read(rows)
      trace.items = reader.items
      trace.itemRows = Array(rows.indices)
      trace.alignment = reader.alignment
      trace.plans = reader.plans
    case .applications:
      var reader = ApplicationsReader()
      tables[id] = reader.read(rows, plan: plan)
      trace.items = reader.items
      trace.alignment = reader.alignment
      trace.itemRows = reader.body
      trace.plans = reader.plan.map { [.init(rows: Array(rows.indices), plan: $0)] } ?? []
    case .reviewAndLitigation:
      var reader = ReviewReader()
      tables[id] = reader.read(rows)
      trace.itemRows = reader.valueRow.map { [$0] } ?? []
      trace.plans = reader.plans
    }
    self.trace.tables[id] = trace
    if let table = tables[id] {
      let acquitted = PrintedLabels.acquitted(table, rows: rows)
      tables[id] = acquitted
      if !acquitted.templateIsPrinted && id != .reviewAndLitigation || PrintedLabels.areRepeated(table)
        || method == "loose" && PrintedLabels.haveLostNames(table)
      {
        doubt(id)
        let isTwice = PrintedLabels.isPrintedTwice(table)
        if isTwice { tables[id]?.forget(.rowAmbiguous) }
        tables[id]?.templateIsPrinted = !isTwice && Proof.checked(table).isProven
      }
      if FormWords.canTell(table), FormWords.areOfAnother(table, printed: rows.flatMap(\.cells).map(\.folded)) {
        tables[id]?.templateIsPrinted = false
      }
    }
  }
}
