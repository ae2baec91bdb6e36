// Reconstruction: tables of a text → the same, what may be a loss of the converter taken back.
import DocumentModel
import Foundation
import ReportModel
import Statute

/// What a text does not say may have been lost on the way to it. A row or a table that was not read is not missing; and a report prints its zeros in
/// one way. Where it prints them as numbers, a row of the applications table without anything, or a review table
/// that is nearly empty, has lost its numbers on the way to the text, unless it leaves others blank beside numbers and the sums hold without them.
enum TextDoubts {
  /// So many printed zeros are the way of a report to print them.
  private static let zeros = 14
  /// A review table with so many blanks is nearly empty.
  private static let blanks = 8

  /// So many words of a table are not there by chance.
  private static let named = 4
  /// Longer lines are sentences.
  private static let longest = 80
  /// Still longer ones without a full stop are whole tables.
  private static let muchText = 400

  static func applied(to reading: inout TableReading, lines: [SourceLine]) {
    for id in reading.tables.keys { reading.tables[id]?.doubtSigns() }
    reading.tables[.applications]?.doubtTotals(in: lines)
    reading.tables[.applications]?.doubtLabelWords()
    for (id, table) in reading.tables where hasDoubts(table) {
      // What was not found may be what was not read.
      reading.tables[id]?.missingRows = []
    }
    for (id, table) in reading.tables where !table.missingRows.isEmpty {
      // What stands elsewhere in the text was cut off its table.
      let printed = printedRows(table, in: lines)
      reading.tables[id]?.missingRows.removeAll(where: printed.contains)
    }
    for (id, table) in reading.tables where table.extras.contains(where: isUnlabelled) {
      // Nor is that whose numbers stand there without their label.
      reading.tables[id]?.missingRows = []
    }
    for (id, table) in reading.tables where isUnread(table) {
      // Of a table without its numbers nobody knows what it has too many or lacks, nor of which form it is.
      reading.tables[id]?.missingRows = []
      reading.tables[id]?.missingColumns = []
      reading.tables[id]?.extras = []
      reading.tables[id]?.templateIsPrinted = false
    }
    for id in TableID.allCases where reading.tables[id] == nil && isNamed(id, in: lines) {
      let form = Form.of(id, reading.tables.values.first { $0.templateIsPrinted }?.template ?? .form2021)
      reading.tables[id] = Table(
        id: id, template: form.template, templateIsPrinted: false,
        rows: form.rows.map { CellFactory.unread($0, doubt: .rowNotFound) }, missingRows: [], places: [])
    }
    if let table = reading.tables[.applications], Proof.isMisread(table) { reading.doubt(.applications) }
    doubtTotals(&reading)
    doubtCrowded(&reading)
    for id in [TableID.applications, .reviewAndLitigation] { doubtJoined(&reading, id, lines: lines) }
    doubtHollow(&reading, lines)
    TextShifts.doubt(&reading, lines: lines)
    doubtBlanks(&reading)
    doubtEmptyRows(&reading)
    doubtGaps(&reading)
    PlaceholdersFirst.doubt(&reading)
    doubtMoney(&reading)
    doubtFees(&reading, lines)
  }

  /// A row that adds up with its first number for the total, and not with its last, in a text of one cell a line: its total has come before the others.
  private static func doubtTotals(_ reading: inout TableReading) {
    guard reading.trace.tables[.applications]?.method == "stream", let table = reading.tables[.applications] else {
      return
    }
    for (index, row) in table.rows.enumerated() where row.cells.map(\.column) == Form.applicantColumns {
      guard let counts = ApplicationSums.counts(row.cells.map(\.cell)), let first = counts.first, first > 0 else {
        continue
      }
      let sum = counts.reduce(0, &+)
      if 2 * first == sum, 2 * counts[counts.count - 1] != sum {
        reading.tables[.applications]?.rows[index].forget(.columnAmbiguous)
      }
    }
  }

  /// Numbers of the Article-20 table that stand by themselves, or with a character of a watermark before them, are those of rows that look empty.
  private static func doubtEmptyRows(_ reading: inout TableReading) {
    guard let table = reading.tables[.article20], table.extras.contains(where: isStray) else { return }
    defer { reading.tables[.article20]?.extras.removeAll { $0.axis == .row && $0.label.isEmpty && $0.texts.isEmpty } }
    let empty = table.rows.indices.filter { row in table.rows[row].cells.allSatisfy { $0.cell.state == .blank } }
    guard !empty.isEmpty else { return }
    for index in empty { reading.tables[.article20]?.rows[index].forget(.blanksLost) { $0.state == .blank } }
    reading.tables[.article20]?.extras.removeAll(where: isStray)
  }
  /// No row of a table has so short a label.
  private static let strayLabel = 1

  /// Where one row alone of the Article-20 table has a gap among its numbers, and zeros are printed, two numbers may have come to one in a text that
  /// is aligned by spaces.
  private static func doubtGaps(_ reading: inout TableReading) {
    guard reading.trace.tables[.article20]?.method == "loose", let table = reading.tables[.article20] else { return }
    let cells = table.rows.map { $0.cells.map(\.cell) }
    let gaps = cells.indices.filter { row in
      cells[row].contains { $0.state == .blank } && cells[row].contains { $0.state == .number }
    }
    guard gaps.count == 1, cells.joined().contains(where: { $0.value == 0 }),
      cells.joined().count(where: { $0.state == .blank }) == cells[gaps[0]].count(where: { $0.state == .blank })
    else { return }
    reading.tables[.article20]?.rows[gaps[0]].forget(.columnAmbiguous)
  }

  /// True where a cell of a row that was found is not read.
  private static func hasDoubts(_ table: Table) -> Bool {
    table.rows.contains { row in
      !table.missingRows.contains(row.id)
        && row.cells.contains {
          $0.cell.state == .unread && $0.cell.doubt != .columnNotFound && $0.cell.doubt != .illegible
        }
    }
  }

  /// True for a row that says nothing of what it is.
  private static func isStray(_ line: ExtraLine) -> Bool {
    line.axis == .row && Wording.folded(line.label).count <= strayLabel
  }

  /// True for such a row with numbers.
  private static func isUnlabelled(_ line: ExtraLine) -> Bool {
    isStray(line) && line.texts.contains(where: ValueReader.isValue)
  }

  /// True where hardly a cell is read.
  private static func isUnread(_ table: Table) -> Bool {
    let cells = table.rows.flatMap(\.cells)
    return 4 * cells.count { $0.cell.state == .unread } >= 3 * cells.count
  }

  /// A label so long stands nowhere by chance.
  private static let ownLabel = 4
  /// A line of a table has so many fields.
  private static let fewestFields = 3
  /// A label with a character too few or another one is still it.
  private static let misprinted = 0.85

  /// The missing rows of the table whose labels stand in the text all the same, at the start of a line that is no sentence.
  private static func printedRows(_ table: Table, in lines: [SourceLine]) -> Set<RowID> {
    let labels = table.rows.filter { table.missingRows.contains($0.id) }.map {
      (id: $0.id, text: Wording.folded($0.label), pattern: LabelPattern($0.label))
    }
    .filter { $0.text.count >= ownLabel }
    // A short label is one where nothing but numbers stands behind it.
    let short = table.rows.filter { table.missingRows.contains($0.id) && Wording.folded($0.label).count < ownLabel }
      .map { (id: $0.id, text: Wording.folded($0.label)) }
    var found: Set<RowID> = []
    for line in lines where !line.text.holds("。") && line.text.unicodeScalars.count <= longest {
      let text = Wording.folded(line.text)
      for label in short where text.starts(with: label.text) && text.count >= label.text.count + fewestFields {
        if text.dropFirst(label.text.count).allSatisfy(Wording.isDigit) { found.insert(label.id) }
      }
      // Cut off by a character or two, with its numbers behind.
      for label in labels where label.text.count > fewestFields {
        let isCut = (1...2).contains {
          text.starts(with: label.text.dropLast($0))
            && text.dropFirst(label.text.count - $0).allSatisfy(Wording.isDigit)
        }
        if isCut { found.insert(label.id) }
      }
      for label in labels
      where text.starts(with: label.text) || text.dropFirst().starts(with: label.text)
        || text.count <= label.text.count + 2
          && (label.pattern.likeness(text) >= misprinted || isShuffled(label.text, in: text))
      {
        found.insert(label.id)
      }
    }
    // Two lines that came to one: the label is among the fields of another row.
    for line in lines where !line.text.holds("。") && !(labels.isEmpty && short.isEmpty) {
      let fields = line.text.split(whereSeparator: { $0 == "\t" || $0 == "|" || $0 == " " }).map {
        Wording.folded(String($0))
      }
      guard fields.count >= fewestFields else { continue }
      for label in labels where fields.contains(where: { $0.suffix(label.text.count).elementsEqual(label.text) }) {
        found.insert(label.id)
      }
      for label in short where fields.contains(label.text) { found.insert(label.id) }
    }
    return found
  }

  /// True where the line is the label, its lines in another order, as a turned page gives them.
  private static func isShuffled(_ label: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Bool {
    text.count >= label.count && Wording.common(label, text) == label.count
  }

  /// True where words of the table stand in the text, outside of sentences and headings.
  private static func isNamed(_ id: TableID, in lines: [SourceLine]) -> Bool {
    var text: [Unicode.Scalar] = []
    for line in lines where !line.text.holds("。") || TextShifts.isWholePage(line.text) {
      if Headings.startsWithNumeral(line.text), Headings.candidate([TextFlow.line(line)], at: 0) != nil { continue }
      // Cells of a turned page come to one long line; wide gaps part them.
      for part in line.text.components(separatedBy: "  ") {
        let count = part.unicodeScalars.count
        if count <= longest || count >= muchText { text += Wording.folded(part) }
      }
    }
    return TableSorter.words(of: id, in: text) >= named
  }

  private static func doubtBlanks(_ reading: inout TableReading) {
    guard let applications = reading.tables[.applications] else { return }
    let rows = applications.rows.map { $0.cells.map(\.cell) }
    let printed = rows.joined().count { $0.value == 0 || $0.state == .placeholder }
    let isMixed = rows.contains { row in row.contains { $0.state == .blank } && row.contains { $0.state == .number } }
    guard printed >= zeros else { return }
    // Sums hold with a row of zeros as without it: they speak for blanks only where other rows have them beside numbers.
    if !isMixed || !Proof.checked(applications).isProven {
      for (index, row) in rows.enumerated() where row.allSatisfy({ $0.state == .blank || $0.state == .unread }) {
        reading.tables[.applications]?.rows[index].forget(.blanksLost) { $0.state == .blank }
      }
    }
    guard let review = reading.tables[.reviewAndLitigation], !isMixed else { return }
    let own = review.rows.flatMap { $0.cells.map(\.cell) }
    let isEmpty = own.allSatisfy { $0.state == .blank }
    if own.count(where: { $0.state == .blank }) >= blanks, isEmpty || !Proof.checked(review).isProven {
      reading.doubt(.reviewAndLitigation)
      reading.tables[.reviewAndLitigation]?.forget(.blanksLost) { $0.state == .blank }
    }
  }
}
