// Reconstruction: the label and the numbers of a row without rules → its cells.
import DocumentModel
import ReportModel
import Statute

extension LooseApplications {
  /// A number belongs to the nearest column where the next nearest is this much further away.
  private static let clearly = 1.8

  func labelCells(_ matches: [Int], runOf: [LooseRun], characters: [Unicode.Scalar]) -> [PrintedCell] {
    guard !matches.isEmpty else { return [] }
    // The runs that the matches lie in, whole where most of them is the label.
    var runs: [LooseRun] = []
    var own: [LooseRun: Int] = [:]
    for match in matches {
      if runs.last != runOf[match] { runs.append(runOf[match]) }
      own[runOf[match], default: 0] += 1
    }
    let kept = runs.filter { 2 * own[$0]! >= Wording.folded($0.text).count }
    return [PrintedCell(left: 0, right: 1, pieces: (kept.isEmpty ? runs : kept).map(piece))]
  }

  func piece(_ run: LooseRun) -> PrintedPiece {
    PrintedPiece(
      text: run.text, place: run.place, left: run.left, right: run.right, top: 0, bottom: 0, unit: 1,
      isHidden: run.isHidden)
  }

  /// The cells of a row: one a column; and why their columns are in doubt.
  func values(_ runs: [LooseRun], columns: [Column]) -> (cells: [PrintedCell], doubt: Doubt?) {
    var cells = columns.indices.map {
      PrintedCell(left: FieldRows.firstValue + Double($0), right: FieldRows.firstValue + Double($0) + 1, pieces: [])
    }
    func put(_ run: LooseRun, _ k: Int) {
      cells[k].pieces.append(piece(run))
    }
    let sorted = runs.sorted { $0.left < $1.left }
    if columns.isEmpty {
      let last = Form.applicantColumns.count - 1
      cells = Form.applicantColumns.indices.map {
        PrintedCell(left: FieldRows.firstValue + Double($0), right: FieldRows.firstValue + Double($0) + 1, pieces: [])
      }
      for (k, run) in sorted.enumerated() { put(run, min(k, last)) }
      return (cells, .columnAmbiguous)
    }
    // With a number parted by a space inside and a blank cell there are as many, too.
    let isWhole = sorted.count == columns.count
    if isWhole,
      !sorted.contains(where: \.isParted) || columns.indices.allSatisfy({ isNearest($0, to: sorted[$0], columns) })
    {
      for (k, run) in sorted.enumerated() { put(run, k) }
      return (cells, nil)
    }
    var doubt = isWithin(sorted, columns) && !sorted.contains(where: \.isParted) ? nil : Doubt.columnAmbiguous
    if columns[0].isJoined { doubt = .columnAmbiguous }
    // So are those of a text that are as wide as a column with the gap behind it.
    let pitch = lines[0].isText ? pitch(columns) : .infinity
    if sorted.contains(where: { $0.right - $0.left >= pitch }) { doubt = .columnAmbiguous }
    for run in sorted {
      let order = columns.indices.sorted { distance(run, columns[$0]) < distance(run, columns[$1]) }
      let nearest = distance(run, columns[order[0]])
      let next = order.count > 1 ? distance(run, columns[order[1]]) : .infinity
      if nearest > 0, next < nearest * Self.clearly + 0.5 { doubt = .columnAmbiguous }
      // Numbers that touch look like one that reaches over both columns.
      if columns.count(where: { run.left < $0.middle && $0.middle < run.right }) > 1 { doubt = .columnAmbiguous }
      if !cells[order[0]].pieces.isEmpty { doubt = .columnAmbiguous }
      put(run, order[0])
    }
    // Digits that are not seen reach from one column into another, whose own number then looks like a part of theirs.
    if sorted.contains(where: \.isHidden), cells.contains(where: \.isEmpty) { doubt = .textLayer }
    return (cells, doubt)
  }

  /// How far a column is from the next, usually.
  private func pitch(_ columns: [Column]) -> Double {
    let steps = zip(columns, columns.dropFirst()).map { $1.middle - $0.middle }.sorted()
    return steps.isEmpty ? .infinity : steps[steps.count / 2]
  }

  private func isNearest(_ column: Int, to run: LooseRun, _ columns: [Column]) -> Bool {
    columns.indices.allSatisfy { $0 == column || distance(run, columns[column]) < distance(run, columns[$0]) }
  }

  /// True where nothing speaks against the places of the numbers: in a text each of them stands where whole rows have numbers of one column, and
  /// of no other. Texts are set with spaces as good as they go; their lines shift against one another.
  private func isWithin(_ runs: [LooseRun], _ columns: [Column]) -> Bool {
    guard lines[0].isText else { return true }
    let reach = columns.compactMap(\.reach)
    guard reach.count == columns.count else { return true }
    return (columns[0].mayOverlap || zip(reach, reach.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
      && runs.allSatisfy { run in
        reach.count { run.left < $0.upperBound && $0.lowerBound < run.right } == 1
      }
  }

  /// The numbers of the line with those between them and its last word.
  func withTrailing(_ values: ValueLine) -> ValueLine {
    let all = lines[values.line].runs.sorted { $0.left < $1.left }
    let trailing = Array(all.reversed().prefix(while: \.isValue).reversed())
    guard trailing.count > values.runs.count, trailing.count < all.count, values.runs.allSatisfy(trailing.contains)
    else { return values }
    return ValueLine(line: values.line, runs: trailing)
  }

  /// True where more numbers stand behind the label than were taken for the row's: the first of them stands left of all columns.
  /// - Parameter hasBlanks: of a page it matters only to a row without a number under each column.
  func hasMore(_ values: ValueLine, hasBlanks: Bool) -> Bool {
    guard hasBlanks || lines[values.line].isText else { return false }
    let all = lines[values.line].runs
    guard let first = values.runs.map(\.left).min() else { return false }
    // A number right before the first of them, whatever stands behind the last.
    return all.last { $0.left < first }?.isValue ?? false
  }

  /// The lines that are nothing but numbers, left of all columns: ends of rows that went on there.
  func strays(_ body: [Int], start: Double) -> Set<Int> {
    Set(
      body.filter { index in
        let runs = lines[index].runs
        return !runs.isEmpty && runs.allSatisfy { $0.isValue && $0.midX < start }
          && !(lines[index].isText && isPageNumber(index))
      })
  }

  /// A number right below a line without any is that line's own, whatever it looks like.
  private func isPageNumber(_ index: Int) -> Bool {
    guard lines[index].isPageNumber else { return false }
    guard lines[index].runs.count == 1, lines[index].runs[0].isValue, index > 0 else { return true }
    let above = lines[index - 1]
    return above.runs.isEmpty || !above.values.isEmpty
  }

  /// The lines on which something else touches a number or a placeholder among the columns (a stamp, a watermark), or a word stands in place of
  /// one (不详): what is printed there is not told, and it is no blank.
  func marred(_ body: [Int], start: Double) -> Set<Int> {
    Set(
      body.filter { index in
        let values = lines[index].values.filter { $0.left >= start }
        return lines[index].runs.contains { run in
          // A label that characters of a stamp have made one with the numbers is no value.
          guard !run.isValue || run.midX < start && run.right > start && !run.isGlued else { return false }
          if ValueReader.holdsValue(run.text) || run.text.unicodeScalars.contains(where: Self.isStroke) {
            return run.left >= start || run.right > start && run.text.unicodeScalars.last.map(Self.isNumberEnd) == true
          }
          // In a text a long label reaches among the columns.
          return run.left >= start && values.contains { !lines[index].isText || $0.right < run.left }
        }
      })
  }

  /// What a number, or a placeholder, that touches the label before it ends with.
  private static func isNumberEnd(_ scalar: Unicode.Scalar) -> Bool {
    Wording.isDigit(scalar) || isStroke(scalar) || scalar == "无"
  }

  /// Strokes that stand for nothing.
  private static func isStroke(_ scalar: Unicode.Scalar) -> Bool { "-/—–－／".unicodeScalars.contains(scalar) }

  /// The counts of the lines that hold so many.
  func wholeRows(_ values: [ValueLine], _ count: Int) -> [[Int]] {
    values.compactMap { line in
      let runs = line.runs.sorted { $0.left < $1.left }
      return runs.count == count ? ApplicationSums.counts(runs.map { ValueReader.read($0.text, places: []) }) : nil
    }
  }

  /// How far a run is from a column: nothing where they overlap by half of the run.
  private func distance(_ run: LooseRun, _ column: Column) -> Double {
    let overlap = min(run.right, column.right) - max(run.left, column.left)
    if overlap >= 0.5 * (run.right - run.left) { return 0 }
    return overlap > 0 ? 0.25 * (run.right - run.left) : abs(run.midX - column.middle)
  }
}

extension LooseApplications.Column {
  /// A header may stand so many characters beside its column.
  private static let slack = 1.0

  /// True where the run stands over it, or nearly.
  func isUnder(_ run: LooseRun) -> Bool { run.left < right + Self.slack && left - Self.slack < run.right }
}

extension LooseApplications {
  /// Rows of a text with blanks whose sum fails where they stand, though it would hold elsewhere: the line has shifted. Where totals are left
  /// blank and a row that has one fails, any row may have shifted, and a row as long as a whole one may hold a number in two parts.
  static func withShiftsInDoubt(_ rows: [PrintedRow], hasRest: Bool) -> [PrintedRow] {
    let width = Form.applicantColumns.count
    let isBare = rows.count(where: hasNoTotal) >= bareRows || 2 * rows.count { $0.doubt != nil } > rows.count
    var wrapped: [Int] = []
    var failing: [(row: Int, hasTotal: Bool, canStand: Bool)] = []
    for (index, row) in rows.enumerated() where row.doubt == nil {
      let own = row.cells.filter { $0.left >= FieldRows.firstValue }
      guard own.count == width, let numbers = ApplicationSums.counts(own.map { ValueReader.read($0) }),
        numbers.dropLast().reduce(0, +) != numbers[width - 1]
      else { continue }
      guard own.contains(where: \.isEmpty) else {
        // Numbers that no row took may be the ends of this one's.
        if hasRest || isBare { wrapped.append(index) }
        continue
      }
      let printed = zip(own, numbers).filter { !$0.0.isEmpty }.map(\.1)
      if holdsTwo(printed) || TouchingNumbers.fill(printed, width: width) { wrapped.append(index) }
      failing.append((index, !own[width - 1].isEmpty, BlankPlacing.canStand(printed)))
    }
    // Several rows without a total agree on where the others stand.
    let isCustom = failing.count { !$0.hasTotal } >= bareRows
    let isShifted = failing.contains(where: \.hasTotal) && failing.contains { !$0.hasTotal }
    var result = rows
    for row in wrapped { result[row].doubt = .severalValues }
    for row in failing where isShifted || row.canStand && (row.hasTotal || !isCustom) {
      result[row.row].doubt = .columnAmbiguous
    }
    return result
  }

  /// True where one of the numbers is two that touch: the row adds up with them.
  private static func holdsTwo(_ printed: [Int]) -> Bool {
    guard let total = printed.last, printed.count > 1 else { return false }
    let rest = printed.dropLast().reduce(0, +)
    for number in printed.dropLast() {
      var power = 10
      while power <= number {
        let parts: Int = number / power + number % power
        if rest - number + parts == total { return true }
        power *= 10
      }
    }
    return false
  }

  /// So many rows without a total make it the custom of the report.
  private static let bareRows = 3

  /// True for a row with fewer numbers than there are columns, wherever they were put, that add up to none of them.
  private static func hasNoTotal(_ row: PrintedRow) -> Bool {
    let printed = row.cells.filter { $0.left >= FieldRows.firstValue && !$0.isEmpty }
    guard !printed.isEmpty, printed.count < Form.applicantColumns.count,
      let numbers = ApplicationSums.counts(printed.map { ValueReader.read($0) })
    else { return false }
    return !BlankPlacing.canStand(numbers)
  }
}
