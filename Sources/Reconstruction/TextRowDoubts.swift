// Reconstruction: rows of a text → unread, where numbers beside them may be theirs, or theirs another's.
import DocumentModel
import ReportModel
import Statute

extension TextDoubts {
  /// Columns of an aligned text into which most rows put several numbers each are none: nor is the place of any other number one, but in a row with one
  /// for each column that adds up.
  static func doubtCrowded(_ reading: inout TableReading) {
    guard reading.trace.tables[.applications]?.method == "loose", let table = reading.tables[.applications] else {
      return
    }
    let filled = table.rows.filter { row in
      row.cells.contains { $0.cell.state == .number || $0.cell.doubt == .severalValues }
    }
    guard 2 * filled.count(where: { row in row.cells.contains { $0.cell.doubt == .severalValues } }) > filled.count
    else {
      return
    }
    for (index, row) in table.rows.enumerated() where !isWhole(row) {
      reading.tables[.applications]?.rows[index].forget(.columnAmbiguous)
    }
  }

  /// True for a row with a number in each cell that adds up to more than nothing.
  private static func isWhole(_ row: Row) -> Bool {
    let cells = row.cells.map(\.cell)
    guard cells.allSatisfy({ $0.state == .number || $0.state == .placeholder }),
      let counts = ApplicationSums.counts(cells), counts.last != 0
    else { return false }
    return ApplicationSums.addUp(counts)
  }

  /// What is no count where projects are counted is the amount beside it, in a text that gives the cells in its own order.
  static func doubtMoney(_ reading: inout TableReading) {
    guard let method = reading.trace.tables[.article20]?.method, ["stream", "ordered"].contains(method),
      let row = reading.tables[.article20]?.rows.firstIndex(where: { $0.id == .procurement }),
      let projects = reading.tables[.article20]?.rows[row][.projects],
      projects.unit?.hasSuffix("元") ?? false || projects.value.map({ $0.exponent < 0 }) ?? false
    else { return }
    reading.tables[.article20]?.rows[row].forget(.columnAmbiguous)
  }

  /// The header of the fees behind the number beside their label: lines of the text are mixed, and it may be another row's. So it may where it stands before
  /// the label, and no other row has its numbers there.
  static func doubtFees(_ reading: inout TableReading, _ lines: [SourceLine]) {
    guard let method = reading.trace.tables[.article20]?.method, ["stream", "ordered"].contains(method),
      let table = reading.tables[.article20], let row = table.rows.firstIndex(where: { $0.id == .fees }),
      case .line(let number)? = table.rows[row][.amount]?.places.first
    else { return }
    let header = lines.first { Wording.withoutSpaces($0.text).hasPrefix("本年收费金额") }
    let isBefore = standsBefore(table.rows[row]) && !table.rows.contains { $0.id != .fees && standsBefore($0) }
    guard isBefore || header.map({ $0.number > number }) ?? false else { return }
    reading.tables[.article20]?.rows[row].forget(.rowAmbiguous)
  }

  /// True for a row whose first number that is read stands on a line before its label.
  private static func standsBefore(_ row: Row) -> Bool {
    guard case .line(let label)? = row.labelPlaces.first,
      case .line(let number)? = row.cells.first(where: { $0.cell.state == .number })?.cell.places.first
    else { return false }
    return number < label
  }

  /// A space inside a number may as well part two numbers of one field (427 1515): where the sum of such a row fails, nobody knows.
  static func doubtJoined(_ reading: inout TableReading, _ id: TableID, lines: [SourceLine]) {
    guard let table = reading.tables[id] else { return }
    let isProven = Proof.checked(table).isProven
    for (index, row) in table.rows.enumerated() {
      let cells = row.cells.map(\.cell)
      guard let total = cells.last?.value, cells.allSatisfy({ $0.state != .unread && $0.state != .text }),
        cells.dropLast().map(\.value).sum != total || isProven == false
      else { continue }
      if cells.dropLast().map(\.value).sum == total {
        // The ends of several numbers add up as their beginnings do.
        if isFollowed(cells, lines, fewest: 2) { reading.tables[id]?.rows[index].forget(.severalValues) }
        continue
      }
      let fields = cells.map { cell in
        cell.places.compactMap { place -> [String]? in
          guard case .line(let number) = place else { return nil }
          return lines.first { $0.number == number }.flatMap { FieldRows.fields($0.text) }
        }.joined()
      }
      let isSpaced = zip(cells, fields).allSatisfy { cell, fields in
        cell.text.unicodeScalars.count < 2 || !fields.contains(cell.text)
      }
      let isJoined = zip(cells, fields).contains { cell, fields in
        fields.contains { isParted($0, cell.text, isSpaced: isSpaced) }
      }
      if isJoined || isFollowed(cells, lines) { reading.tables[id]?.rows[index].forget(.severalValues) }
    }
  }

  /// True where the field prints these digits in parts; digits that all stand apart are one number, unless another one of the row shows that they are not.
  private static func isParted(_ field: String, _ digits: String, isSpaced: Bool) -> Bool {
    FieldGrid.holdsTwo(field) && Wording.withoutSpaces(field) == digits
      && (!isSpaced || field.split(whereSeparator: \.isWhitespace).contains { $0.count > 1 })
  }

  /// A cell has room for so many digits in its second line.
  private static let shortest = 3

  /// True where the line behind a row that does not add up holds nothing but digits: the ends of numbers that had to wrap. One alone is the number of a
  /// page, unless the row adds up with it.
  private static func isFollowed(_ cells: [Cell], _ lines: [SourceLine], fewest: Int = 1) -> Bool {
    let places = cells.compactMap { if case .line(let number)? = $0.places.last { number } else { nil } }
    guard let last = places.max(),
      let next = lines.first(where: { $0.number > last && !Wording.withoutSpaces($0.text).isEmpty })
    else { return false }
    // Fields are the cells of a row of their own.
    if next.text.holds("\t") || next.text.holds("|") { return false }
    let ends = next.text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard ends.count >= fewest, ends.count < cells.count, Set(places).count == 1,
      ends.allSatisfy({ $0.count <= shortest && $0.unicodeScalars.allSatisfy(Wording.isDigit) })
    else { return false }
    if ends.count > 1 { return true }
    return cells.indices.contains { index in
      var texts = cells.map(\.text)
      texts[index] += ends[0]
      guard let counts = ApplicationSums.counts(texts.map { ValueReader.read($0, places: []) }) else { return false }
      return ApplicationSums.addUp(counts)
    }
  }

  /// Where all labels come before all numbers, nothing stands beside a label: what looks like a table of blanks is none.
  static func doubtHollow(_ reading: inout TableReading, _ lines: [SourceLine]) {
    guard let table = reading.tables[.applications],
      !table.rows.contains(where: { $0.cells.contains { $0.cell.state == .number } })
    else { return }
    let isRow = lines.contains { line in
      let words = line.text.split { $0.isWhitespace || $0 == "|" }
      return words.count >= Form.applicantColumns.count && words.allSatisfy { ValueReader.isValue(String($0)) }
        && line.text.unicodeScalars.contains(where: Wording.isDigit)
    }
    if isRow { reading.tables[.applications]?.forget(.rowAmbiguous) }
  }
}
