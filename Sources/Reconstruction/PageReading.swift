// Reconstruction: pages of characters → tables and running text.
import DocumentModel
import ReportModel
import Statute

enum PageReading {
  static func read(_ document: Document, pages: [Page]) -> TableReading {
    guard let frames = PageFrames(pages, rulings: document.rulings) else { return readAll(document, pages: pages) }
    var reading = readAll(frames.document(document), pages: frames.pages)
    reading.mapPlaces(frames.displayed)
    return reading
  }

  private static func readAll(_ document: Document, pages source: [Page]) -> TableReading {
    let orientations = source.map(PageOrientation.of)
    let rulings = zip(source, orientations).map { page, orientation in
      OuterFrame.removed(
        RuledPaper.removed(
          document.rulings(page.number).map { orientation.turned($0, width: page.width, height: page.height) }))
    }
    let pages = zip(source, orientations).map { page, orientation in
      // Which characters are hidden is told along their line: turned first.
      let hidden = document.hiddenText(page.number).map {
        orientation.turned($0, width: page.width, height: page.height)
      }
      let clean = PageCleaner.clean(
        PageEdges.marked(
          PageCleaner.marked(
            orientation.turned(page, starts: document.sidewaysText(page.number)), hidden: hidden)))
      let small = OversizedText.removed(clean) ?? clean
      let body = PageNumbers.removed(small, count: source.count) ?? small
      var result = StruckDigits.marked(MarginNumbers.removed(body) ?? body, rulings: rulings[page.number - 1])
      let upward = orientation == .upright ? document.sidewaysText(page.number) : []
      if !upward.isEmpty {
        result.glyphs = UpwardText.straightened(
          result.glyphs, starts: upward, grids: GridBuilder.grids(rulings[page.number - 1]))
      }
      return result
    }
    var reading = TableReading()
    for (page, orientation) in zip(source, orientations) where orientation != .upright {
      reading.trace.turned[page.number] = (orientation, page.width, page.height)
    }
    // 1. Ruled areas and their rows.
    var blocks: [[PrintedRow]] = []
    var areas: [(page: Int, box: Rectangle)] = []
    var freed: [(page: Int, box: Rectangle)] = []
    var cutOff: Set<Int> = []
    var atSide: Set<Int> = []
    let allLines = pages.map { LineAssembler.lines($0.glyphs, page: $0.number) }
    let allGrids = pages.map { GridBuilder.grids(rulings[$0.number - 1]) }
    let cuts = CutWords.cuts(allGrids, pages: pages)
    for ((page, lines), grids) in zip(zip(pages, allLines), allGrids) {
      reading.trace.lines[page.number] = lines
      reading.trace.grids[page.number] = grids
      for grid in grids where grid.cells.count >= 2 {
        let over = FramedHeadings.overEdges(of: grid, lines)
        freed += over.map { (page.number, $0) }
        let own =
          over.isEmpty
          ? page.glyphs
          : page.glyphs.filter { glyph in !over.contains { $0.contains(x: glyph.box.midX, y: glyph.box.midY) } }
        var rows = PageEdges.doubted(
          GridRows.rows(grid, glyphs: own, lines: lines, page: page.number, block: blocks.count), of: grid, page: page)
        if orientations[page.number - 1] == .upright {
          rows = PicturedCells.doubted(
            rows, pictures: document.pictures(page.number), outlines: document.outlines(page.number))
        }
        if CutWords.isCutOff(grid, at: cuts) {
          rows = CutWords.cutOff(rows, at: grid.bounds.right)
          cutOff.insert(blocks.count)
        }
        // Behind the side of the paper there may have been more columns.
        if PageEdges.reachSide(of: page, grid) {
          cutOff.insert(blocks.count)
          atSide.insert(blocks.count)
        }
        let framed = rows.filter {
          FramedHeadings.isHeading($0, lines: lines) || FramedHeadings.isProse($0)
            || FramedHeadings.isFrame($0, lines: lines)
        }
        freed += framed.map { Rectangle(left: 0, top: $0.top, right: page.width, bottom: $0.bottom) }.map {
          (page.number, $0)
        }
        reading.headingsBeside.formUnion(FramedHeadings.beside(rows))
        blocks.append(SideBySide.parted(rows.filter { !framed.contains($0) }))
        areas.append((page.number, grid.bounds))
      }
    }
    blocks = StrandedNumbers.doubted(blocks, areas: areas, lines: allLines)
    let overflow = OverflowingNumbers.doubted(blocks, areas: areas, lines: allLines)
    blocks = overflow.blocks
    cutOff.formUnion(overflow.overflowing)
    // 2. Which table each row belongs to.
    let (told, foreign) = TableSorter.sort(blocks, empty: Set(pages.filter(\.glyphs.isEmpty).map(\.number))) {
      Headings.begin(in: allLines, from: $0, to: $1)
    }
    let all = told.mapValues(HiddenRows.settled)
    let choice = TableChoice(pages: pages, lines: allLines, areas: areas)
    var sorted = all
    for (id, rows) in all { sorted[id] = choice.chosen(id, rows) }
    // 3. The tables.
    for (id, rows) in sorted {
      reading.readTable(id, rows: rows)
      // Columns that the paper had no room for are not missing.
      if rows.contains(where: { cutOff.contains($0.block) }) {
        reading.tables[id]?.missingColumns = []
        reading.tables[id]?.extras.removeAll { $0.axis == .column }
      }
    }
    let apart = foreign.sorted().flatMap { blocks[$0] }
    for (id, table) in reading.tables { reading.tables[id] = PrintedLabels.acquitted(table, elsewhere: apart) }
    // 4. What stands outside them, with marks where the tables stand.
    // An area of which no reader makes anything may be a frame about a table without rules.
    let used = Set(all.filter { reading.tables[$0.key] != nil }.values.flatMap { $0.map(\.block) })
    var marks: [(page: Int, y: Double, table: TableID)] = []
    for id in reading.tables.keys {
      if let row = sorted[id]?.first { marks.append((row.page, row.top, id)) }
    }
    let tableAreas = used.subtracting(foreign).map { areas[$0] }
    var outside: [[PrintedLine]] = []
    for (page, lines) in zip(pages, allLines) {
      let boxes = tableAreas.filter { $0.page == page.number }.map(\.box)
      if boxes.isEmpty {
        outside.append(lines)
      } else {
        let own = freed.filter { $0.page == page.number }.map(\.box)
        let glyphs = page.glyphs.filter { glyph in
          let (x, y) = (glyph.box.midX, glyph.box.midY)
          return !boxes.contains { $0.contains(x: x, y: y) } || own.contains { $0.contains(x: x, y: y) }
        }
        outside.append(LineAssembler.lines(glyphs, page: page.number))
      }
    }
    var body = PageFlow.bodyLines(outside, pages: pages).map { $0.flatMap(Headings.parted) }
    // Of a table that is printed more than once the rules tell which one is meant.
    let inDoubt = reading.tables.filter { id, table in
      sorted[id]?.count == all[id]?.count
        // Nor is anything read of columns that the page does not show.
        && !(sorted[id] ?? []).contains { atSide.contains($0.block) }
        && (TornTables.isInDoubt(table) || PrintedLabels.isPartlyRuled(table, outside: body.joined()))
    }
    if !inDoubt.isEmpty {
      let torn = TornTables(pages: PageFlow.bodyLines(allLines, pages: pages))
      for id in inDoubt.keys {
        if let found = torn.reread(id, into: &reading) { body = body.map { $0.filter { !found.isPart($0) } } }
      }
    }
    for (id, table) in reading.tables { reading.tables[id] = PrintedLabels.acquitted(table, outside: body.joined()) }
    // 5. Tables without rules, among the lines outside.
    let wanted = Set(TableID.allCases).subtracting(reading.tables.keys)
    var loose: [LooseLine] = []
    if !wanted.isEmpty {
      body = SlicedLines.joined(body)
      for lines in body { loose += LooseLines.lines(lines, firstIndex: loose.count) }
    }
    let found = wanted.isEmpty ? [] : LooseReading.read(loose, wanted: wanted, into: &reading)
    for (id, rows) in sorted where reading.tables[id] == nil {
      guard let table = PrintedLabels.unreadable(id, rows: rows), let first = rows.first else { continue }
      reading.tables[id] = table
      marks.append((first.page, first.top, id))
    }
    for (id, table) in reading.tables {
      reading.tables[id] = DoubtfulTables.acquitted(
        table, lines: allLines.joined(), isLoose: reading.trace.tables[id]?.method == "loose")
    }
    var index = 0
    var marked: Set<TableID> = []
    // 6. Everything in reading order.
    for (page, lines) in zip(pages, body) {
      var pending = marks.filter { $0.page == page.number }.sorted { $0.y < $1.y }
      for line in PageFlow.flowLines(lines, page: page) {
        if case .page(_, let box) = line.place {
          while let mark = pending.first, mark.y < box.midY {
            reading.items.append(.table(mark.table))
            pending.removeFirst()
          }
        }
        defer { index += 1 }
        if let (id, _) = found.first(where: { $0.1.contains(index) }) {
          if marked.insert(id).inserted { reading.items.append(.table(id)) }
          continue
        }
        reading.items.append(.line(line))
      }
      for mark in pending { reading.items.append(.table(mark.table)) }
    }
    reading.distrust(Set(pages.filter { !$0.glyphs.isEmpty && $0.glyphs.allSatisfy(\.isHidden) }.map(\.number)))
    if orientations.contains(where: { $0 != .upright }) {
      reading.mapPlaces { place in
        guard case .page(let number, let box) = place else { return place }
        let page = source[number - 1]
        return .page(number, orientations[number - 1].turnedBack(box, width: page.width, height: page.height))
      }
    }
    return reading
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
    let rows = SlicedRows.joined(printed, labels: FormPatterns.both(id).patterns)
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
