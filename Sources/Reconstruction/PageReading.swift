// Reconstruction: pages of characters → tables and running text.
import DocumentModel
import ReportModel
import Statute

/// Reads pages: the ruled areas first (`RuledAreas`), whose rows are told apart by their words (`TableSorter`) and read table by table; where edges
/// are lost, the places of the characters (`TornTables`); then tables without rules among the lines outside (`LooseReading`).
enum PageReading {
  static func read(_ document: Document, pages: [Page]) -> TableReading {
    guard let frames = PageFrames(pages, rulings: document.rulings) else { return readAll(document, pages: pages) }
    var reading = readAll(frames.document(document), pages: frames.pages)
    reading.mapPlaces(frames.displayed)
    return reading
  }

  private static func readAll(_ document: Document, pages: [Page]) -> TableReading {
    var prepared = PreparedPages(document, pages)
    // The pages of a second report, before tables are read: none of its rows is the first one's.
    let (other, others) = SecondReport.pages(prepared.lines, pages: prepared.pages)
    if !other.isEmpty { prepared = PreparedPages(document, pages, without: other) }
    var pass = Pass(prepared: prepared, ruled: RuledAreas(prepared, document))
    pass.readRuled()
    pass.readTorn()
    let loose = pass.readLoose()
    pass.acquitDoubtful()
    pass.putInOrder(loose)
    var reading = pass.reading
    for (id, table) in reading.tables {
      let trace = reading.trace.tables[id]
      var own = UnclaimedNumbers.doubted(table, trace: trace, lines: prepared.lines)
      own = UnclaimedNumbers.stacked(own, trace: trace, lines: prepared.lines)
      own = UnclaimedLabels.doubted(own, trace: trace, lines: prepared.lines)
      if trace?.method != "ruled", prepared.orientations.allSatisfy({ $0 == .upright }) {
        own = PicturedCells.doubted(own, pictures: document.pictures, outlines: document.outlines)
      }
      own = ReviewOrder.doubted(own, trace: trace, lines: prepared.lines)
      reading.tables[id] = LabelPieces.settled(own, reading)
    }
    let hidden = prepared.hidden
    reading.distrust(hidden)
    reading.numerals = prepared.numerals
    reading.others = others
    reading.unseen = UnseenText.share(prepared.pages, hidden: hidden)
    reading.headingsBeside.formUnion(UnseenText.headings(on: prepared.pages))
    if prepared.orientations.contains(where: { $0 != .upright }) { reading.mapPlaces(prepared.displayed) }
    return reading
  }
}

/// One way through the pages of a document, step by step.
private struct Pass {
  let prepared: PreparedPages
  let ruled: RuledAreas
  /// The rows of each table in ruled areas, all of them and those that are meant where a table is printed more than once.
  private let all: [TableID: [PrintedRow]]
  private let meant: [TableID: [PrintedRow]]
  /// Tables that are printed more than once, and nothing tells which one is meant.
  private var undecided: Set<TableID> = []
  /// Areas without a word of the form.
  private let foreign: Set<Int>
  /// The lines outside the tables that are read so far, page by page.
  private var body: [[PrintedLine]] = []
  private(set) var reading = TableReading()

  init(prepared: PreparedPages, ruled: RuledAreas) {
    (self.prepared, self.ruled) = (prepared, ruled)
    let (told, foreign) = TableSorter.sort(ruled.blocks, empty: prepared.empty) {
      Headings.begin(in: prepared.lines, from: $0, to: $1)
    }
    self.foreign = foreign
    var all = told.mapValues(HiddenRows.settled)
    // Two rows of numbers would be two tables.
    all[.reviewAndLitigation] = all[.reviewAndLitigation].map(ReviewReader.withoutNumbering)
    self.all = all
    let choice = TableChoice(pages: prepared.pages, lines: prepared.lines, areas: ruled.areas)
    var meant = all
    for (id, rows) in all {
      if let chosen = choice.chosen(id, rows) { meant[id] = chosen } else { undecided.insert(id) }
    }
    self.meant = meant
    reading.headingsBeside = ruled.headingsBeside
    for (index, page) in prepared.source.enumerated() {
      let orientation = prepared.orientations[index]
      if orientation != .upright { reading.trace.turned[page.number] = (orientation, page.width, page.height) }
      reading.trace.lines[page.number] = prepared.lines[index]
      reading.trace.grids[page.number] = ruled.grids[index]
    }
  }

  /// The tables in ruled areas.
  mutating func readRuled() {
    for (id, printed) in meant where !(isAlone(id) && RowsOnly.areAll(printed)) {
      var rows = CutRows.doubted(printed, open: ruled.openBelow, lines: prepared.body)
      if id == .article20 { rows = RepeatedHead.removed(rows) }
      reading.readTable(
        id, rows: id == .reviewAndLitigation ? ReviewCaptions.inserted(rows, lines: prepared.lines) : rows)
      // Columns that the paper had no room for are not missing.
      if rows.contains(where: { ruled.cutOff.contains($0.block) }) {
        reading.tables[id]?.missingColumns = []
        reading.tables[id]?.extras.removeAll { $0.axis == .column }
        reading.tables[id]?.doubtCutBlanks(ruled.cutOff.map { ruled.areas[$0] })
      }
    }
    for id in undecided {
      guard var table = reading.tables[id] else { continue }
      table.forget(.rowAmbiguous)
      table.templateIsPrinted = false
      (table.missingRows, table.missingColumns, table.extras) = ([], [], [])
      reading.tables[id] = table
    }
    let apart = foreign.sorted().flatMap { ruled.blocks[$0] }
    for (id, table) in reading.tables { reading.tables[id] = PrintedLabels.acquitted(table, elsewhere: apart) }
    // An area of which no reader makes anything may be a frame about a table without rules.
    let used = Set(all.filter { reading.tables[$0.key] != nil }.values.flatMap { $0.map(\.block) })
    body = ruled.linesOutside(used.subtracting(foreign), prepared)
  }

  /// True where the table may be read without its rules: of one that is printed more than once they tell which one is meant, and nothing is read of
  /// columns that the page does not show.
  private func isAlone(_ id: TableID) -> Bool {
    meant[id]?.count == all[id]?.count && !undecided.contains(id)
      && !(meant[id] ?? []).contains { ruled.atSide.contains($0.block) }
  }

  /// Tables of which edges are lost, once more without them.
  mutating func readTorn() {
    let outside = body.joined()
    let inDoubt = reading.tables.filter { id, table in
      isAlone(id)
        && (TornTables.isInDoubt(table) || PrintedLabels.isPartlyRuled(table, outside: outside))
    }
    if !inDoubt.isEmpty {
      let torn = TornTables(
        pages: PageFlow.bodyLines(prepared.lines, pages: prepared.pages, numbered: prepared.numbered),
        separators: prepared.separators)
      for id in inDoubt.keys {
        if let found = torn.reread(id, into: &reading) { body = body.map { $0.filter { !found.isPart($0) } } }
      }
    }
    for (id, table) in reading.tables { reading.tables[id] = PrintedLabels.acquitted(table, outside: body.joined()) }
  }

  /// Tables without rules, among the lines outside.
  /// - Returns: for each the lines it takes, by their index in the body.
  mutating func readLoose() -> [(TableID, Range<Int>)] {
    let wanted = Set(TableID.allCases).subtracting(reading.tables.keys)
    if wanted.isEmpty { return [] }
    body = SlicedLines.joined(body)
    var lines: [LooseLine] = []
    let separators = prepared.separators
    for page in body { lines += LooseLines.lines(page, firstIndex: lines.count, separators: separators) }
    return LooseReading.read(lines, wanted: wanted, into: &reading)
  }

  /// What is not known to be missing is not missing: tables that are there, and of which nothing could be read, and what they lack.
  mutating func acquitDoubtful() {
    for (id, rows) in meant where reading.tables[id] == nil {
      reading.tables[id] = PrintedLabels.unreadable(id, rows: rows)
    }
    if let rows = ruled.blocks.first(where: PrintedLabels.isWordless) {
      for id in TableID.allCases where reading.tables[id] == nil {
        reading.tables[id] = PrintedLabels.unreadable(id, on: rows, doubt: .rowNotFound)
      }
    }
    let missing = TableID.allCases.filter { reading.tables[$0] == nil }
    if !missing.isEmpty {
      let characters = body.joined().flatMap(\.runs).filter { $0.glyphs.count == 1 }.map(\.glyphs[0].character)
      for id in missing where PrintedLabels.areStacked(id, among: characters) {
        reading.tables[id] = PrintedLabels.unreadable(id, on: meant[id] ?? [])
      }
    }
    for (id, table) in reading.tables {
      reading.tables[id] = DoubtfulTables.acquitted(
        table, lines: prepared.lines.joined(), isLoose: reading.trace.tables[id]?.method == "loose")
    }
  }

  /// The running text, with marks where the tables stand.
  mutating func putInOrder(_ loose: [(TableID, Range<Int>)]) {
    let marks = meant.compactMap { id, rows -> (page: Int, y: Double, table: TableID)? in
      guard reading.tables[id] != nil, !loose.contains(where: { $0.0 == id }), let first = rows.first else {
        return nil
      }
      return (first.page, first.top, id)
    }
    var index = 0
    var marked: Set<TableID> = []
    let breaks = prepared.pages.map { page in marks.filter { $0.page == page.number }.map(\.y) }
    let columns = BodyColumns(body, breaks: breaks)
    for (number, (page, lines)) in zip(prepared.pages, body).enumerated() {
      let start = index
      var pending = marks.filter { $0.page == page.number }.sorted { $0.y < $1.y }
      // The lines of a table without rules are known by their order.
      let isPlain = !loose.contains { $0.1.overlaps(index..<(index + lines.count)) }
      let groups = isPlain ? columns.groups(lines, page: number, breaks: breaks[number]) : [lines]
      defer { if isPlain { index = start + lines.count } }
      for line in groups.flatMap({ PageFlow.flowLines($0, page: page) }) {
        if case .page(_, let box) = line.place {
          while let mark = pending.first, mark.y < box.midY {
            reading.items.append(.table(mark.table))
            pending.removeFirst()
          }
        }
        defer { if !isPlain { index += 1 } }
        if !isPlain, let (id, _) = loose.first(where: { $0.1.contains(index) }) {
          if marked.insert(id).inserted { reading.items.append(.table(id)) }
          continue
        }
        reading.items.append(.line(line))
      }
      for mark in pending { reading.items.append(.table(mark.table)) }
    }
  }
}
