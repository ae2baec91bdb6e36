// Reconstruction: lines of an applications table without rules → its labels, and the numbers that are each one's.
import DocumentModel
import ReportModel
import Statute

/// The rows of the form that stand in the lines of a table, whatever its columns are.
struct LooseRows {
  /// More characters than a table's labels have are no table.
  private static let mostCharacters = 2_000

  private let table: LooseApplications
  /// The form whose labels fit best.
  let form: Form
  /// The lines with numbers among the columns.
  let valueLines: [LooseApplications.ValueLine]
  /// The columns as they were found; none where the lines of a text have shifted against them.
  let columns: [LooseApplications.Column]

  /// The labels' characters in reading order, and for each of them its line and run.
  private var characters: [Unicode.Scalar] = []
  private var lineOf: [Int] = []
  private var runOf: [LooseRun] = []
  private let labels: LabelAligner.Result
  /// For each row of the form its line of numbers, and whether it is certain.
  private var assigned: (line: [Int?], isCertain: [Bool])
  /// Labels that were told by their names alone.
  private let names: [Int: [PrintedCell]]
  /// Lines among whose numbers something else stands, and lines of numbers that belong to no row.
  private let marred: Set<Int>
  private let strays: Set<Int>
  /// Lines of numbers that go on in a row, by row; rows of which that is not certain.
  private let rest: (ofRow: [Int: [Int]], unsure: Set<Int>)
  private let torn: (lines: Set<Int>, rows: Set<Int>)

  /// nil where the lines hold too few labels of the form.
  /// - Parameter start: where the columns for numbers begin.
  init?(_ table: LooseApplications, body: [Int], start: Double, columns: [LooseApplications.Column]) {
    let lines = table.lines
    let left = start - lines[body[0]].unit
    self.table = table
    var valueLines: [LooseApplications.ValueLine] = []
    for index in body {
      func isValue(_ run: LooseRun) -> Bool { run.isValue && (run.midX >= left || run.isGlued) }
      let values = lines[index].runs.filter(isValue)
      if !values.isEmpty { valueLines.append(.init(line: index, runs: values)) }
      for run in lines[index].runs where !isValue(run) {
        for scalar in Wording.folded(run.text) {
          characters.append(scalar)
          lineOf.append(index)
          runOf.append(run)
        }
      }
    }
    self.valueLines = valueLines
    guard characters.count <= Self.mostCharacters, let (form, labels) = Self.aligned(characters, valueLines) else {
      return nil
    }
    (self.form, self.labels) = (form, labels)
    self.columns = table.hasShifted(columns, valueLines) ? [] : columns
    let given = table.assign(valueLines, labels: labels, lineOf: lineOf)
    let lineOf = lineOf
    let held = zip(labels.matches, labels.coverage).map { matches, coverage in
      coverage >= LooseApplications.known ? matches.map { lineOf[$0] } : []
    }
    (assigned, names) = table.named(given, valueLines, form: form, held: held)
    marred = table.marred(body, start: left)
    strays = table.strays(body, start: left)
    let taken = assigned.line.compactMap { $0.map { valueLines[$0].line } }
    if !strays.isEmpty || !marred.isSubset(of: taken) {
      // Numbers that stand nowhere may be those of rows that seem to have none.
      for j in assigned.line.indices where assigned.line[j] == nil { assigned.isCertain[j] = false }
    }
    // A label on a line with numbers has some of them, where two rows came to one line.
    for (j, matches) in labels.matches.enumerated()
    where assigned.line[j] == nil && labels.coverage[j] >= LooseApplications.known {
      for place in matches where !lines[lineOf[place]].values.isEmpty { assigned.isCertain[j] = false }
    }
    // In a text, numbers on the line of its label that no row took, and others in their place.
    for (j, lines) in held.enumerated() where table.lines[0].isText {
      guard let own = assigned.line[j].map({ valueLines[$0].line }) else { continue }
      let others = Set(lines).subtracting(taken)
      if others.contains(where: { $0 != own && Self.holdsNumbers(table.lines[$0]) }) { assigned.isCertain[j] = false }
    }
    var rest = table.rest(of: valueLines, assigned: assigned.line, labels: labels, lineOf: lineOf)
    torn = table.torn(valueLines, assigned: assigned.line, rest: rest.ofRow, count: self.columns.count)
    rest.unsure.formUnion(torn.rows.union(table.mayGoOn(valueLines, assigned: assigned)))
    self.rest = rest
  }

  /// True for a line with several numbers at its end.
  private static func holdsNumbers(_ line: LooseLine) -> Bool {
    let values = line.runs.reversed().prefix(while: \.isValue)
    return values.count > 1 && values.contains { $0.text.unicodeScalars.contains(where: Wording.isDigit) }
  }

  /// True where time limits stand right above a total, in the rows of 其他处理: the label of that group stands anywhere among them.
  private static func holdsOverdue(_ characters: [Unicode.Scalar]) -> Bool {
    var rest = characters[...]
    while let found = rest.firstRange(of: total) {
      if characters[..<found.lowerBound].suffix(above).firstRange(of: FormWords.overdue) != nil { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }
  private static let total = Wording.folded("总计")
  /// The labels of the rows between the two have fewer characters.
  private static let above = 60

  /// What is printed of labels that reports shorten: （二） without its remark, and of those of （六） what tells one from another. Of the words left out none
  /// stands in the table.
  private static let shortened: [RowID: (label: [Unicode.Scalar], leftOut: [[Unicode.Scalar]])] = [
    .partiallyGranted: (Wording.folded("（二）部分公开"), ["区分处理", "只计这一", "不计其他"].map(Wording.folded)),
    .otherNotCorrected: (Wording.folded("1.逾期不补正"), ["不再处理", "行政机关不", "其政府信息"].map(Wording.folded)),
    .otherFeeUnpaid: (Wording.folded("2.逾期未缴费"), ["不再处理", "行政机关不", "其政府信息"].map(Wording.folded)),
  ]

  private static func labels(_ form: Form, in characters: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    form.rows.map { row in
      guard let short = shortened[row.id], !short.leftOut.contains(where: { characters.contains($0) }) else {
        return Wording.folded(row.label)
      }
      return short.label
    }
  }

  /// The form whose labels the characters hold, and where.
  private static func aligned(
    _ characters: [Unicode.Scalar], _ valueLines: [LooseApplications.ValueLine]
  ) -> (form: Form, labels: LabelAligner.Result)? {
    var best: (form: Form, labels: LabelAligner.Result)?
    // Shortened, the labels of the newer form leave little to go by; but the older one has fewer rows, and nothing about time limits.
    for template in holdsOverdue(characters) ? [.form2021] : Template.allCases {
      let form = Form.of(.applications, template)
      let labels = LabelAligner.align(characters, labels: labels(form, in: characters))
      if best == nil || labels.score > best!.labels.score { best = (form, labels) }
    }
    guard let best, best.labels.coverage.count(where: { $0 >= LooseApplications.known }) >= best.form.rows.count / 2
    else { return nil }
    return best
  }

  /// The printed rows, with the numbers of each in these columns.
  /// - Parameter isSure: false where nothing tells the columns.
  func rows(_ columns: [LooseApplications.Column], isSure: Bool) -> [PrintedRow] {
    let own = form.rows.indices.compactMap { row($0, columns, isSure: isSure) }
    let others = valueLines.indices.filter { k in
      !assigned.line.contains(k) && !torn.lines.contains(k) && !rest.ofRow.values.contains { $0.contains(k) }
    }
    let rows =
      own
      + others.map { k in
        var row = PrintedRow(
          cells: table.values(valueLines[k].runs, columns: columns).cells, page: 0, top: 0, bottom: 0, block: 0)
        row.doubt = .rowAmbiguous
        return row
      }
    return table.lines[0].isText ? LooseApplications.withShiftsInDoubt(rows, hasRest: !others.isEmpty) : rows
  }

  /// Row `j` of the form; nil where neither its label nor its numbers are there.
  private func row(_ j: Int, _ columns: [LooseApplications.Column], isSure: Bool) -> PrintedRow? {
    let line = assigned.line[j]
    let isKnown = labels.coverage[j] >= LooseApplications.known
    guard isKnown || line != nil else { return nil }
    // Where no place means anything, all numbers behind the words of the line are the row's.
    let isUnplaced = columns.isEmpty && table.lines[0].isText
    let taken = line.map { isUnplaced ? table.withTrailing(valueLines[$0]) : valueLines[$0] }
    var (values, doubt) = table.values(taken?.runs ?? [], columns: columns)
    for k in rest.ofRow[j] ?? [] {
      let more = table.values(valueLines[k].runs, columns: columns)
      let isBefore = k < line!
      // What goes on in a second line begins in the first: else it is another row, of which nothing is known, unless no line is drawn between them.
      if !table.shareBand(valueLines[k].line, valueLines[line!].line),
        values.indices.contains(where: { values[$0].isEmpty && !more.cells[$0].isEmpty })
      {
        doubt = .rowAmbiguous
      }
      for c in values.indices {
        values[c].pieces =
          isBefore ? more.cells[c].pieces + values[c].pieces : values[c].pieces + more.cells[c].pieces
      }
      doubt = doubt ?? more.doubt
    }
    // No number that had to wrap begins with a zero: that is another row's.
    if values.contains(where: { $0.pieces.count > 1 && $0.text.hasPrefix("0") && $0.text.allSatisfy(\.isNumber) }) {
      doubt = .severalValues
    }
    if rest.unsure.contains(j), doubt != .severalValues { doubt = .rowAmbiguous }
    if let own = taken {
      let hasBlanks = values.contains(where: \.isEmpty)
      // Those that were not taken are none of the row's pieces: no sum places the others.
      if table.hasMore(own, hasBlanks: hasBlanks) { doubt = hasBlanks ? .severalValues : .columnAmbiguous }
      let lines = [own.line] + (rest.ofRow[j] ?? []).map { valueLines[$0].line }
      if hasBlanks, lines.contains(where: marred.contains) { doubt = .severalValues }
      if table.lines[0].isText, own.line + 1 < table.lines.count,
        table.lines[own.line].mayGoOn(in: table.lines[own.line + 1]),
        let numbers = ApplicationSums.counts(values.map { ValueReader.read($0) }),
        numbers.dropLast().reduce(0, +) != numbers.last
      {
        doubt = .severalValues
      }
      // The rest of a row that is cut in two.
      if hasBlanks, strays.contains(own.line + 1) { doubt = .columnAmbiguous }
    }
    var cells = names[j] ?? table.labelCells(labels.matches[j], runOf: runOf, characters: characters)
    if !isKnown, names[j] == nil {
      // The label is lost: the form's own stands for it, the place decided.
      cells.insert(FieldRows.cell(form.rows[j].label, line: 0, column: 0), at: 0)
      cells[0].pieces = []
    }
    var row = PrintedRow(cells: cells + values, page: 0, top: Double(j), bottom: Double(j), block: 0)
    // A number left of all columns shows that lines have shifted by more than one.
    row.showsPlaces = table.lines[0].isText && taken?.runs.count == line.map { valueLines[$0].runs.count }
    // Numbers that were left out are none that sums may do without.
    let unsure: Doubt = doubt == .severalValues ? .severalValues : .columnAmbiguous
    row.doubt = assigned.isCertain[j] ? (isSure ? doubt : unsure) : .rowAmbiguous
    return row
  }
}
