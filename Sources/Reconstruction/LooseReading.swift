// Reconstruction: lines outside ruled areas → the tables among them.
import DocumentModel
import ReportModel
import Statute

/// Reads tables that have no rules, or rules that part no cells.
enum LooseReading {
  /// Reads the tables that are wanted. `lines`: in reading order, `index` counting up from 0.
  static func read(
    _ lines: [LooseLine], wanted: Set<TableID>, into reading: inout TableReading
  ) -> [(TableID, Range<Int>)] {
    var used: [(TableID, Range<Int>)] = []
    for (id, range) in regions(lines) where wanted.contains(id) {
      let own = Array(lines[range])
      switch id {
      case .applications:
        for way in LooseApplications(HeadedSheets.aligned(LoosePages.aligned(own))).read() {
          reading.readTable(id, rows: way.rows, plan: way.plan, method: "loose")
          if let table = reading.tables[id], !way.needsProof || Proof.checked(table).isProven && hasNumbers(table) {
            break
          }
          reading.tables[id] = nil
        }
        if let table = reading.tables[id], Proof.checked(table).isProven || lacksColumns(table) { break }
        if let table = sheets(own) { reading.tables[id] = table }
      case .article20:
        reading.readTable(id, rows: article20Rows(own), method: "loose")
      case .reviewAndLitigation:
        reading.readTable(id, rows: reviewRows(own), method: "loose")
      }
      if reading.tables[id] != nil { used.append((id, range)) }
    }
    return used
  }

  /// True where each column holds a number: sums hold as well where blank columns stand elsewhere among the others.
  private static func hasNumbers(_ table: Table) -> Bool {
    Form.applicantColumns.allSatisfy { column in table.rows.contains { $0[column]?.state == .number } }
  }

  /// True where all is read but columns that are not printed: with those columns sums would hold as well, whatever stood in them.
  private static func lacksColumns(_ table: Table) -> Bool {
    !table.missingColumns.isEmpty
      && table.rows.allSatisfy { row in
        row.cells.allSatisfy { $0.cell.state != .unread || table.missingColumns.contains($0.column) }
      }
  }

  /// The applications table where its columns stand in other places from one line on, and all its sums hold.
  private static func sheets(_ lines: [LooseLine]) -> Table? {
    var found: Table?
    for way in LooseSheets.ways(lines) {
      var own = TableReading()
      for reading in LooseApplications(way).read().prefix(1) {
        own.readTable(.applications, rows: reading.rows, plan: reading.plan, method: "loose")
      }
      guard let table = own.tables[.applications], Proof.checked(table).isProven else { continue }
      if let found, !found.hasSameCells(as: table) { return nil }
      found = table
    }
    return found
  }

  /// For each table the lines from its first to its last word of the form, between the headings of sections.
  private static func regions(_ lines: [LooseLine]) -> [(TableID, Range<Int>)] {
    let source = lines.map { SourceLine(number: $0.index + 1, text: $0.runs.map(\.text).joined(separator: " ")) }
    return TextRegions.find(source)
  }

  /// Numbers stand on one line with a label from which they are this far, in sizes of a character.
  private static let level = 0.6

  /// The lines with those that are nothing but numbers made one with the label that they stand a little higher or lower than.
  static func levelled(_ lines: [LooseLine]) -> [LooseLine] {
    var result: [LooseLine] = []
    for line in lines {
      if let last = result.last, last.page == line.page, !line.isText, line.y - last.y <= level * line.unit,
        !last.runs.isEmpty, !line.runs.isEmpty, last.values.isEmpty != line.values.isEmpty,
        last.values.count == last.runs.count || line.values.count == line.runs.count
      {
        result[result.count - 1].runs = (last.runs + line.runs).sorted { $0.left < $1.left }
      } else {
        result.append(line)
      }
    }
    return result
  }

  private static func article20Rows(_ lines: [LooseLine]) -> [PrintedRow] {
    guard lines.first?.isText == true else { return plainRows(lines) }
    let (joined, untold) = LevelledText.joined(lines)
    let doubted = Set(untold.map { joined[$0].y })
    return plainRows(joined).map { row in
      var row = row
      if doubted.contains(row.top) { row.doubt = .rowAmbiguous }
      return row
    }
  }

  /// Each line a row, each run a cell at its place.
  private static func plainRows(_ lines: [LooseLine]) -> [PrintedRow] {
    var result: [PrintedRow] = []
    for line in levelled(lines) where !line.runs.isEmpty {
      var row = PrintedRow(
        cells: cells(line.runs), page: line.page, top: line.y, bottom: line.y, block: 0)
      row.isLoose = true
      result.append(row)
    }
    return result
  }

  private static func cells(_ runs: [LooseRun]) -> [PrintedCell] {
    var result: [PrintedCell] = []
    for run in runs {
      let piece = PrintedPiece(
        text: run.text, place: run.place, left: run.left, right: run.right, top: 0, bottom: 0, unit: 1,
        isHidden: run.isHidden || run.isParted)
      // Words of one label stand beside one another.
      if let last = result.last, !run.isValue, let before = last.pieces.last, !ValueReader.isValue(before.text),
        !areApart(before, run),
        run.left - before.right <= 1.5 * max(1, (run.right - run.left) / Double(max(1, run.text.unicodeScalars.count)))
      {
        result[result.count - 1].pieces.append(piece)
        result[result.count - 1].right = run.right
      } else {
        result.append(PrintedCell(left: run.left, right: run.right, pieces: [piece]))
      }
    }
    return result
  }

  /// A name of a column has at least so many characters, a label that is spaced out (`总  计`) fewer in each of its words.
  private static let name = 4

  /// True for two names in a line of a text that are parted by more than the space between two words.
  private static func areApart(_ before: PrintedPiece, _ run: LooseRun) -> Bool {
    guard case .line = run.place, run.left - before.right > 1 else { return false }
    return before.text.unicodeScalars.count >= name && run.text.unicodeScalars.count >= name
  }

  /// True where a number right below the row, which would pass for that of a page, may be the end of one of its numbers: they do not add up.
  private static func mayGoOn(_ line: LooseLine, in next: LooseLine) -> Bool {
    guard line.mayGoOn(in: next),
      let numbers = ApplicationSums.counts(line.values.map { ValueReader.read($0.text, places: []) })
    else { return false }
    let width = Form.reviewColumns.count
    return !stride(from: 0, to: numbers.count, by: width).allSatisfy { start in
      let own = numbers[start..<min(numbers.count, start + width)]
      return own.count == width && own.dropLast().reduce(0, +) == own.last
    }
  }

  /// True where a text has numbers and nothing else right above or below a line of numbers: the form sets all of them in one, and these are the rest of numbers that
  /// wrap. Not where they stand beside the others, and come to the fifteen of the form together (placeholders are at heights of their own).
  private static func hasBeside(_ lines: [LooseLine], _ index: Int) -> Bool {
    let beside = [index - 1, index + 1].filter { other in
      guard lines.indices.contains(other), abs(lines[other].y - lines[index].y) <= 1 else { return false }
      let line = lines[other]
      return !line.runs.isEmpty && line.values.count == line.runs.count && !line.isPageNumber
    }
    if beside.isEmpty { return false }
    let all = (lines[index].values + beside.flatMap { lines[$0].values }).sorted { $0.left < $1.left }
    return all.count != 3 * Form.reviewColumns.count || zip(all, all.dropFirst()).contains { $0.overlap($1) > 0 }
  }

  /// The header of the review table as one row of leaf cells, and the row of numbers.
  private static func reviewRows(_ lines: [LooseLine]) -> [PrintedRow] {
    let groups = ["行政复议", "行政诉讼", "未经复议", "复议后"].map(Wording.folded)
    guard
      let valueIndex = lines.firstIndex(where: { $0.values.count >= 3 })
        ?? lines.indices.dropFirst().last(where: { index in
          !lines[index].runs.isEmpty && lines[index].values.count == lines[index].runs.count
            && TableSorter.table(of: Wording.folded(lines[index - 1].text))?.table == .reviewAndLitigation
        })
    else { return plainRows(lines) }
    var leaves: [PrintedCell] = []
    for line in lines[..<valueIndex] {
      for run in line.runs {
        let text = Wording.folded(run.text)
        if groups.contains(where: { text.contains($0) }) || !ReviewHeader.mayBeName(text) { continue }
        let piece = PrintedPiece(
          text: run.text, place: run.place, left: run.left, right: run.right, top: 0, bottom: 0, unit: 1,
          isHidden: run.isHidden || run.isParted)
        if let index = leaves.firstIndex(where: { min($0.right, run.right) - max($0.left, run.left) > 0 }) {
          leaves[index].pieces.append(piece)
          leaves[index].left = min(leaves[index].left, run.left)
          leaves[index].right = max(leaves[index].right, run.right)
        } else {
          leaves.append(PrintedCell(left: run.left, right: run.right, pieces: [piece]))
        }
      }
    }
    leaves.sort { $0.left < $1.left }
    leaves = ReviewHeader.spaced(leaves)
    var rows: [PrintedRow] = []
    if !leaves.isEmpty {
      rows.append(PrintedRow(cells: leaves, page: lines[0].page, top: lines[0].y, bottom: lines[0].y, block: 0))
    }
    for (index, line) in zip(lines[valueIndex...].indices, lines[valueIndex...])
    where !line.values.isEmpty && !line.isPageNumber || line.values.count >= 5 {
      var row = PrintedRow(cells: cells(line.runs), page: line.page, top: line.y, bottom: line.y, block: 0)
      row.isLoose = true
      if index + 1 < lines.count, mayGoOn(line, in: lines[index + 1]) { row.doubt = .severalValues }
      if line.isText, hasBeside(lines, index) { row.doubt = .severalValues }
      // Where each stands one space behind the one before it no place means anything.
      if line.isText, row.cells.count != 3 * Form.reviewColumns.count, line.runs.count > 2, line.runs.areASpaceApart {
        row.doubt = .columnAmbiguous
      }
      // Numbers that had to wrap go on in the next line: which of them do, nobody knows.
      if let last = rows.last, last.isLoose, line.page > 0, line.page == last.page,
        abs(line.y - last.top) <= LooseApplications.nextLine * line.unit, line.values.count == line.runs.count,
        last.cells.allSatisfy({ $0.isValue })
      {
        rows[rows.count - 1].doubt = .severalValues
        row.doubt = .severalValues
      }
      rows.append(row)
    }
    return rows
  }
}

extension Table {
  /// True where both say the same in every cell.
  fileprivate func hasSameCells(as other: Table) -> Bool {
    rows.map(\.id) == other.rows.map(\.id)
      && zip(rows, other.rows).allSatisfy { own, other in
        own.cells.map(\.cell.text) == other.cells.map(\.cell.text)
          && own.cells.map(\.cell.state) == other.cells.map(\.cell.state)
      }
  }
}
