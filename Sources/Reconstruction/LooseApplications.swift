// Reconstruction: lines of an applications table without rules → printed rows in the columns of the form.
import DocumentModel
import ReportModel
import Statute

/// Columns are found by the numbers that stand above one another and by the header; rows by the labels, character by character; numbers belong to
/// the row whose label they stand beside.
struct LooseApplications {
  private static let headerWords = ["自然人", "商业企业", "申请人情况", "法人或其他组织", "科研机构", "勾稽关系"].map(Wording.folded)
  private static let overdue = Wording.folded("逾期")
  /// A row is known by its label where at least this share of it is printed.
  static let known = 0.5
  /// Numbers stand beside their label where they are no further from its lines than this, in character sizes.
  static let beside = 0.75
  /// The next line of a cell is no further away than this, in character sizes.
  static let nextLine = 1.8

  /// More lines are no table: header, labels and numbers come to a few hundred.
  private static let mostLines = 3_000

  let lines: [LooseLine]

  init(_ lines: [LooseLine]) { self.lines = lines }

  /// A way to read the table.
  struct Reading {
    /// The rows in the order of the form that fits.
    var rows: [PrintedRow]
    var plan: ColumnPlan
    /// True where neither header nor numbers tell the columns for certain: then only if every sum holds.
    var needsProof = false

    /// Rows whose columns stand in an order that nobody knows: sums hold in any, and do not place them.
    static func unknown(_ rows: [PrintedRow]) -> Reading {
      let doubted = rows.map { row in
        var row = row
        row.doubt = .columnNotFound
        return row
      }
      return Reading(rows: doubted, plan: ApplicantColumns.plan)
    }
  }

  /// The readings, most certain first; none where no columns can be told.
  func read() -> [Reading] {
    guard lines.count <= Self.mostLines else { return [] }
    let header = lines.indices.filter { index in
      let text = Wording.folded(lines[index].text)
      return lines[index].values.count < 3 && Self.headerWords.contains { text.contains($0) }
    }
    let firstBody = lines.indices.first { index in
      let text = Wording.folded(lines[index].text)
      return lines[index].values.count >= 3 || text.contains(Wording.folded("本年新收"))
        || text.contains(Wording.folded("新收政府信息"))
    }
    guard let firstBody = firstBody.map(withBegun) else { return [] }
    let body = lines.indices.filter { $0 >= firstBody && !header.contains($0) }
    guard let start = valueStart(body) else { return [] }
    let heads = lines.indices.filter { $0 < firstBody || header.contains($0) }
    let columns = columns(body, header: heads, start: start)
    return readings(
      body, start: start, columns: columns?.columns ?? [], isCounted: columns?.isCounted ?? false,
      order: lines[0].isText ? PrintedOrder.applicants(heads.map { lines[$0].text }) : .silent)
  }

  /// With the line of numbers right above the first row: those that had to wrap begin there.
  private func withBegun(_ first: Int) -> Int {
    guard first > 0, !lines[first].isText else { return first }
    let above = lines[first - 1]
    let isNear =
      above.page == lines[first].page && lines[first].y - above.y <= Self.nextLine * lines[first].unit
    return isNear && !above.runs.isEmpty && above.runs.allSatisfy(\.isValue) ? first - 1 : first
  }

  /// Where the columns for numbers begin: left of the first number in the lines that hold nearly all of them.
  private func valueStart(_ body: [Int]) -> Double? {
    let values = body.map { trailing(lines[$0]) }.filter { !$0.isEmpty }
    guard let best = values.map(\.count).max(), best >= 4 else { return nil }
    let starts = values.filter { $0.count >= best - 1 }.map { own in
      // A word that no number stands above or below is the first of a label: 无 of 无法提供, broken over lines.
      let number = own.first { run in
        run.text.unicodeScalars.contains(where: Wording.isDigit)
          || values.contains { $0.contains { $0 != run && $0.overlap(run) > 0 } }
      }
      return (number ?? own[0]).left
    }
    return starts.min()
  }

  /// The numbers at the end of a line.
  private func trailing(_ line: LooseLine) -> [LooseRun] {
    Array(line.runs.reversed().prefix { $0.isValue }.reversed())
  }

  /// A column: its extent and middle.
  struct Column {
    var left: Double
    var right: Double
    var label = ""
    /// Where numbers of whole rows stand in it, in a text: what stands elsewhere may be another column's.
    var reach: ClosedRange<Double>?
    /// True where the cells of rows were joined with as many spaces each: no place means anything.
    var isJoined = false
    var middle: Double { (left + right) / 2 }
  }

  /// A number line: the numbers at one height.
  struct ValueLine {
    var line: Int
    var runs: [LooseRun]
  }

  private func readings(
    _ body: [Int], start: Double, columns: [Column], isCounted: Bool, order: PrintedOrder.Answer
  ) -> [Reading] {
    let unit = lines[body[0]].unit
    // Characters of labels in reading order, with their lines.
    var characters: [Unicode.Scalar] = []
    var lineOf: [Int] = []
    var runOf: [LooseRun] = []
    var valueLines: [ValueLine] = []
    for index in body {
      let values = lines[index].runs.filter { $0.isValue && ($0.midX >= start - unit || $0.isGlued) }
      if !values.isEmpty { valueLines.append(ValueLine(line: index, runs: values)) }
      for run in lines[index].runs where !(run.isValue && (run.midX >= start - unit || run.isGlued)) {
        for scalar in Wording.folded(run.text) {
          characters.append(scalar)
          lineOf.append(index)
          runOf.append(run)
        }
      }
    }
    // More text than a table's labels is not a table.
    guard characters.count <= 2_000 else { return [] }
    var best: (form: Form, result: LabelAligner.Result)?
    // Shortened, the labels of the newer form leave little to go by; but the older one has fewer rows, and nothing about time limits.
    let isNewer =
      valueLines.count { $0.runs.count == Form.applicantColumns.count } > Form.of(.applications, .form2019).rows.count
      && characters.contains(Self.overdue)
    for template in isNewer ? [.form2021] : Template.allCases {
      let form = Form.of(.applications, template)
      let result = LabelAligner.align(characters, labels: form.rows.map { Wording.folded($0.label) })
      if best == nil || result.score > best!.result.score { best = (form, result) }
    }
    guard let (form, labels) = best, labels.coverage.count(where: { $0 >= Self.known }) >= form.rows.count / 2 else {
      return []
    }
    let columns = hasShifted(columns, valueLines) ? [] : columns
    let given = assign(valueLines, labels: labels, lineOf: lineOf)
    var (assigned, names) = named(given, valueLines, form: form)
    let marred = marred(body, start: start - unit)
    let taken = assigned.line.compactMap { $0.map { valueLines[$0].line } }
    let strays = strays(body, start: start - unit)
    if !strays.isEmpty || !marred.isSubset(of: taken) {
      // Numbers that stand nowhere may be those of rows that seem to have none.
      for j in assigned.line.indices where assigned.line[j] == nil { assigned.isCertain[j] = false }
    }
    var rest = rest(of: valueLines, assigned: assigned.line, labels: labels, lineOf: lineOf)
    let torn = torn(valueLines, assigned: assigned.line, rest: rest.ofRow, count: columns.count)
    rest.unsure.formUnion(torn.rows)
    func rows(_ columns: [Column], isSure: Bool) -> [PrintedRow] {
      var rows: [PrintedRow] = []
      for (j, formRow) in form.rows.enumerated() {
        let isKnown = labels.coverage[j] >= Self.known
        guard isKnown || assigned.line[j] != nil else { continue }
        var cells = names[j] ?? labelCells(labels.matches[j], runOf: runOf, characters: characters)
        var (values, doubt) = values(assigned.line[j].map { valueLines[$0].runs } ?? [], columns: columns)
        for k in rest.ofRow[j] ?? [] {
          let more = self.values(valueLines[k].runs, columns: columns)
          let isBefore = k < assigned.line[j]!
          // What goes on in a second line begins in the first: else it is another row, of which nothing is known.
          if values.indices.contains(where: { values[$0].isEmpty && !more.cells[$0].isEmpty }) { doubt = .rowAmbiguous }
          for c in values.indices {
            values[c].pieces =
              isBefore ? more.cells[c].pieces + values[c].pieces : values[c].pieces + more.cells[c].pieces
          }
          doubt = doubt ?? more.doubt
        }
        if rest.unsure.contains(j) { doubt = .rowAmbiguous }
        if let k = assigned.line[j], hasMore(valueLines[k]) { doubt = .columnAmbiguous }
        if let k = assigned.line[j], marred.contains(valueLines[k].line), values.contains(where: \.isEmpty) {
          doubt = .severalValues
        }
        // The rest of a row that is cut in two.
        if let k = assigned.line[j], strays.contains(valueLines[k].line + 1), values.contains(where: \.isEmpty) {
          doubt = .columnAmbiguous
        }
        cells += values
        var row = PrintedRow(
          cells: cells, page: 0, top: Double(j), bottom: Double(j), block: 0)
        row.doubt = assigned.isCertain[j] ? (isSure ? doubt : .columnAmbiguous) : .rowAmbiguous
        if !isKnown, names[j] == nil {
          // The label is lost: the form's own stands for it, the place decided.
          row.cells.insert(FieldRows.cell(formRow.label, line: 0, column: 0), at: 0)
          row.cells[0].pieces = []
        }
        rows.append(row)
      }
      let own = rows.count
      for (k, line) in valueLines.enumerated()
      where !assigned.line.contains(k) && !torn.lines.contains(k)
        && !rest.ofRow.values.contains(where: { $0.contains(k) })
      {
        var row = PrintedRow(
          cells: values(line.runs, columns: columns).cells, page: 0, top: 0, bottom: 0, block: 0)
        row.doubt = .rowAmbiguous
        rows.append(row)
      }
      return lines[0].isText ? Self.withShiftsInDoubt(rows, hasRest: rows.count > own) : rows
    }
    // Over rows whose cells were joined no place of a header means anything.
    let isUnplaced = isCounted && order == .silent && columns.contains(where: \.isJoined)
    let plan = isUnplaced ? ApplicantColumns.plan : plan(columns)
    if lines[0].isText, columns.count == Form.applicantColumns.count + 1,
      let place = ApplicantColumns.extra(in: wholeRows(valueLines, columns.count))
    {
      return [Reading(rows: rows(columns, isSure: true), plan: ApplicantColumns.plan(withExtraAt: place))]
    }
    let printed = Set(lines.flatMap { $0.runs.flatMap { Wording.folded($0.text) } })
    // A column is not printed: every row has one number fewer, and its name is not there. The lines of a text shift, and their places tell other columns.
    let named = ApplicantColumns.named(in: printed) ?? []
    let isShort =
      named.count + 1 == Form.applicantColumns.count && named.last == .total && valueLines.count >= form.rows.count - 1
      && valueLines.allSatisfy { $0.runs.count == named.count }
    func short() -> Reading {
      let places = named.indices.map { Column(left: Double($0), right: Double($0) + 1) }
      return Reading(rows: rows(places, isSure: true), plan: ApplicantColumns.plan(of: named))
    }
    if isShort, lines[0].isText, !order.isOther { return [short()] }
    if let ids = order.columns, plan.columns.compactMap(\.id) != ids {
      // The header has drifted from its columns: its words tell them.
      if isCounted { return [Reading(rows: rows(columns, isSure: true), plan: ApplicantColumns.plan(of: ids))] }
      if order != .form { return [.unknown(rows([], isSure: false))] }
      if plan.columns.count == ids.count {
        return [Reading(rows: rows([], isSure: false), plan: ApplicantColumns.plan)]
      }
    } else if order == .silent && isMingled(plan)
      || order == .other && (!headerTells(plan) || plan.columns.map(\.id) == Form.applicantColumns)
    {
      return [.unknown(rows([], isSure: false))]
    }
    if !columns.isEmpty,
      isCounted || headerTells(plan) && (plan.missing.isEmpty || !ApplicantColumns.areNamed(in: printed))
    {
      return [Reading(rows: rows(columns, isSure: true), plan: plan)]
    }
    if isShort { return [short()] }
    var result: [Reading] = []
    if plan.columns.map(\.id) == Form.applicantColumns {
      result.append(Reading(rows: rows(columns, isSure: true), plan: plan, needsProof: true))
    }
    if ApplicantColumns.areNamed(in: printed) {
      // All are there, but not seen where: the order of the numbers is left, and the sums.
      result.append(Reading(rows: rows([], isSure: false), plan: ApplicantColumns.plan))
    } else if !columns.isEmpty {
      // Columns that nothing tells are not missing either.
      var plan = plan
      plan.missing = []
      result.append(Reading(rows: rows(columns, isSure: false), plan: plan))
    }
    return result
  }
}
