// Reconstruction: lines of an applications table without rules → printed rows in the columns of the form.
import DocumentModel
import ReportModel
import Statute

/// Columns are found by the numbers that stand above one another and by the header; rows by the labels, character by character; numbers belong to
/// the row whose label they stand beside.
struct LooseApplications {
  private static let headerWords = ["自然人", "商业企业", "申请人情况", "法人或其他组织", "科研机构", "勾稽关系"].map(Wording.folded)
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
    let heads = lines.indices.filter { $0 < firstBody || header.contains($0) }
    guard let start = valueStart(body) ?? headStart(heads, body) else { return [] }
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

  /// Numbers in the first column begin no further left of its name than this, in character sizes.
  private static let leftOfName = 2.0

  /// Where the first column begins on a page, by the name over it: where nearly all cells are blank, no row tells.
  private func headStart(_ heads: [Int], _ body: [Int]) -> Double? {
    let names = Set(heads.flatMap { lines[$0].runs.flatMap { Wording.folded($0.text) } })
    // Wrapped, it has its first characters on a line; the next name may stand close behind it.
    let first = heads.flatMap { lines[$0].runs }.filter { run in
      let text = Wording.folded(run.text)
      return !text.isEmpty && (Self.firstName.starts(with: text) || text.starts(with: Self.firstName))
    }
    // The header may be repeated on the next page.
    let unit = lines[heads.first ?? 0].unit
    guard !lines[0].isText, let name = first.first, first.allSatisfy({ abs($0.left - name.left) <= unit }),
      ApplicantColumns.areNamed(in: names)
    else { return nil }
    let start = name.left - Self.leftOfName * unit
    // Characters that nobody knows may be all of its numbers.
    let runs = body.map { lines[$0].runs.filter { $0.right > start } }
    guard !runs.joined().contains(where: \.isHidden),
      runs.count(where: { $0.contains(where: \.isValue) }) >= Self.fewest
    else { return nil }
    return start
  }
  /// So many rows have a number: what came in, what became of it, and the sum.
  private static let fewest = 3
  private static let firstName = Wording.folded("自然人")

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
    /// True where the reach of a few rows that have shifted is known: it says nothing of a number that stands in none but this.
    var mayOverlap = false
    /// Where the names over it stand.
    var name: ClosedRange<Double>?
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
    guard let found = LooseRows(self, body: body, start: start, columns: columns) else { return [] }
    let columns = found.columns
    func rows(_ columns: [Column], isSure: Bool) -> [PrintedRow] { found.rows(columns, isSure: isSure) }
    // Over rows whose cells were joined no place of a header means anything.
    let isUnplaced = isCounted && order == .silent && columns.contains(where: \.isJoined)
    let plan = isUnplaced ? ApplicantColumns.plan : plan(columns)
    if lines[0].isText, columns.count == Form.applicantColumns.count + 1,
      let place = ApplicantColumns.extra(in: wholeRows(found.valueLines, columns.count))
    {
      return [Reading(rows: rows(columns, isSure: true), plan: ApplicantColumns.plan(withExtraAt: place))]
    }
    let printed = Set(lines.flatMap { $0.runs.flatMap { Wording.folded($0.text) } })
    // A column is not printed: every row has one number fewer, and its name is not there. The lines of a text shift, and their places tell other columns.
    let named = ApplicantColumns.named(in: printed) ?? []
    let isShort =
      found.valueLines.count >= found.form.rows.count - 1 && lacksOne(named, found.valueLines.map(\.runs.count))
      && found.valueLines.allSatisfy { $0.runs.count == named.count }
    func short() -> Reading {
      let places = named.indices.map { Column(left: Double($0), right: Double($0) + 1) }
      return Reading(rows: rows(places, isSure: true), plan: ApplicantColumns.plan(of: named))
    }
    if isShort, lines[0].isText, !order.isOther { return [short()] }
    if isCounted, !lines[0].isText, plan.columns.map(\.id) != Form.applicantColumns, !headerTells(plan) {
      // The names stand beside their columns. Where all are printed, and none in another's place, they are those of the form; sums hold in any order.
      let isInOrder = zip(plan.columns, Form.applicantColumns).allSatisfy { $0.id == nil || $0.id == $1 }
      guard isInOrder, ApplicantColumns.areNamed(in: printed) else { return [.unknown(rows([], isSure: false))] }
      return [Reading(rows: rows(columns, isSure: true), plan: ApplicantColumns.plan)]
    }
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
    } else if lines[0].isText, !order.isOther, lacksOne(named, found.valueLines.map(\.runs.count)) {
      // One is not printed, the others not seen where: again the order, and the sums.
      result = [Reading(rows: rows([], isSure: false), plan: ApplicantColumns.plan(of: named))]
    } else if !columns.isEmpty {
      // Columns that nothing tells are not missing either.
      var plan = plan
      plan.missing = []
      result.append(Reading(rows: rows(columns, isSure: false), plan: plan))
    }
    return result
  }

  /// True where all columns but one are named, the total among them, and rows have as many numbers and none has more.
  private func lacksOne(_ named: [ColumnID], _ counts: [Int]) -> Bool {
    named.count + 1 == Form.applicantColumns.count && named.last == .total && counts.max() == named.count
  }
}
