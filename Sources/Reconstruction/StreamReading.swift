// Reconstruction: lines of a text that hold one cell each → tables and running text.
import DocumentModel
import ReportModel
import Statute

/// Reads tables that were flattened to one cell a line. Labels and numbers alternate; a row is certain where exactly as many numbers follow its
/// label as the table has columns.
enum StreamReading {
  /// A piece of text or a number, with its line.
  struct Token {
    var text: String
    var line: Int
    var isValue: Bool
    /// True for a number with a space in it that may be two numbers.
    var mayBeTwo = false
  }

  static func read(_ lines: [SourceLine]) -> TableReading {
    var reading = TableReading()
    let ranges = TextRegions.find(lines)
    // Whether the text runs in the order of its tables shows in the largest of them.
    let (regions, applications) = regions(ranges, of: lines)
    let isShuffled = applications.map { ShuffledRows.areIn($0.rows, regions.flatMap(\.tokens)) } ?? false
    let isInOrder = (applications?.isInOrder ?? false) && !isShuffled
    for (id, tokens, _) in regions {
      switch id {
      case .applications:
        guard let applications else { continue }
        reading.readTable(id, rows: applications.rows, plan: applications.plan, method: applications.method)
        if applications.method != "ordered", reading.tables[id].map(Proof.isDisplaced) ?? false,
          let ordered = OrderedReading.applications(tokens)
        {
          // Each label has numbers behind it, and they are those of the next.
          reading.readTable(id, rows: ordered.rows, plan: ordered.plan, method: "ordered")
        }
        // Of numbers row by row that make every sum hold some rows may be in doubt, and their columns say nothing.
        let isDisplaced = !applications.isSure && reading.tables[id].map(Proof.isDisplaced) ?? false
        if !applications.isSure, !applications.isCertain || isDisplaced || isShuffled { reading.doubt(id) }
      case .article20:
        reading.readTable(id, rows: article20(tokens), method: "stream")
        reading.tables[id]?.missingRows = []
        reading.tables[id]?.missingColumns = []
        let isWhole = reading.tables[id].map { isFilled($0, by: tokens) } ?? false
        if isWhole, isInOrder || !ShuffledRows.areUneven(tokens) { continue }
        let attached = AttachedNumbers.article20(tokens)
        if isInOrder, attached?.untold.isEmpty != true, let rows = OrderedReading.article20(tokens) {
          reading.readTable(id, rows: rows, method: "ordered")
        } else if let attached {
          reading.readTable(id, rows: attached.rows, method: "stream")
          reading.tables[id]?.missingRows = []
          reading.tables[id]?.forget(rows: attached.untold, .blanksLost)
        } else if applications?.method != "stream" || !isInOrder {
          reading.doubt(id)
        }
      case .reviewAndLitigation:
        reading.readTable(id, rows: review(tokens), method: "stream")
        // A converter that sets its blocks apart gives the cells of a row in another order now and then, and sums hold in any.
        let isMoved = applications?.isMoved ?? false
        // Sums hold in any order of a group's numbers: what tells it is that the text runs in the order of the larger table.
        let isUntold = applications.map { !$0.isCertain } ?? false
        if !(isInOrder && !isMoved && ShuffledRows.isTight(tokens)),
          isUntold || OrderedReading.review(tokens, isMoved: isMoved) == nil
        {
          reading.doubt(id)
          if ShuffledRows.areUneven(tokens) { reading.tables[id]?.forget(.columnAmbiguous) }
        }
        // A report errs in a cell; where most groups do not add up, the numbers have come in another order.
        if OrderedReading.groupsAreExchanged(tokens)
          || reading.tables[id].map({ Proof.failing($0).rows.count > 1 }) ?? false
        {
          reading.tables[id]?.forget(.columnAmbiguous)
        }
      }
    }
    let used = regions.filter { reading.tables[$0.id] != nil }
    var marked: Set<TableID> = []
    for (index, line) in lines.enumerated() where line.text.contains(where: { !$0.isWhitespace }) {
      if let id = used.first(where: { $0.range.contains(index) })?.id {
        if marked.insert(id).inserted { reading.items.append(.table(id)) }
      } else {
        reading.items.append(.line(TextFlow.line(line)))
      }
    }
    return reading
  }

  private typealias Region = (id: TableID, tokens: [Token], range: Range<Int>)

  /// The pieces of each table, cut in the way that has them in order, if there is one: empty lines may be blank cells, and digits one space apart
  /// one number, where each line holds one.
  private static func regions(
    _ ranges: [(id: TableID, range: Range<Int>)], of lines: [SourceLine]
  ) -> ([Region], Applications?) {
    func regions(_ cut: (TableID, Range<Int>) -> [Token]) -> ([Region], Applications?) {
      let regions = ranges.map { Region(id: $0.id, tokens: cut($0.id, $0.range), range: $0.range) }
      return (regions, regions.first { $0.id == .applications }.map { Applications($0.tokens) })
    }
    if let blanks = CellALine.withBlanks(ranges, of: lines) { return regions { id, _ in blanks[id] ?? [] } }
    let usual = regions { tokens(Array(lines[$1]), whole: false) }
    guard usual.1?.isInOrder == false, lines.contains(where: { isSpacedNumber($0.text) }) else { return usual }
    let whole = regions { tokens(Array(lines[$1]), whole: true) }
    return whole.1?.isInOrder == true ? whole : usual
  }

  /// True where every number of the text has its cell, and every cell is read.
  private static func isFilled(_ table: Table, by tokens: [Token]) -> Bool {
    let cells = table.rows.flatMap { $0.cells.map(\.cell) }
    let printed = cells.count { $0.state != .blank }
    return cells.allSatisfy { $0.state != .unread } && tokens.count(where: \.isValue) == printed
  }

  /// The applications table of a text, and what its largest table tells of the order in which the text gives the cells of all of them.
  private struct Applications {
    var rows: [PrintedRow]
    var plan: ColumnPlan
    var method: String
    /// True where the order of the text is that of its tables.
    var isInOrder: Bool
    /// True where some numbers stand elsewhere than in their rows, and the sums gave them back.
    var isMoved = false
    /// True where all numbers, row by row in the order of the text, make every sum hold, and some rows are in doubt all the same: their labels have come late.
    var isSure = false
    /// True where each number has its row: by the order of the text, or because numbers are those of the label before them, though blanks left no
    /// trace.
    var isCertain: Bool

    /// Each label is followed by its numbers, and rows are told by their count alone: that holds where nearly every label has all of them behind
    /// it. Or labels are scattered and numbers run row by row: the sums show it. In another order, numbers stand behind labels that are not theirs.
    init(_ tokens: [Token]) {
      (rows, plan) = StreamReading.applications(tokens)
      let columns = plan.columns.count
      let counts = rows.map { row in row.cells.count { $0.left >= FieldRows.firstValue } }.filter { $0 > 0 }
      let whole = counts.count { $0 == columns }
      // Numbers before the first label are its own, if numbers come first: then none belongs to the label before it.
      let isNumberFirst = StreamReading.leadingValues(tokens) >= 5
      let isRegular = !isNumberFirst && whole * 20 >= counts.count * 19 && counts.count >= 20
      (method, isInOrder) = ("stream", isRegular)
      isCertain = isInOrder || CellALine.holds(tokens)
      // Where a label has come behind its numbers, those of the next one follow it, and all rows are whole: the order of all numbers tells.
      let ordered = OrderedReading.applications(tokens)
      let isLate = ordered.map { $0.isByRow && !$0.isMoved && $0.rows.contains { $0.doubt != nil } } ?? false
      if let ordered, !isRegular || whole < counts.count || isLate {
        (rows, plan, method) = (ordered.rows, ordered.plan, "ordered")
        (isInOrder, isMoved, isCertain) = (ordered.isByRow, ordered.isMoved, true)
        isSure = isLate
      }
    }
  }

  /// Labels that were broken over lines, whole again: what does not begin like a label goes on with the text before it.
  private static func withWholeLabels(_ tokens: [Token]) -> [Token] {
    var result: [Token] = []
    for token in tokens {
      if !token.isValue, let last = result.last, !last.isValue, !startsLabel(token.text) {
        result[result.count - 1].text = last.text + token.text
      } else {
        result.append(token)
      }
    }
    return result
  }

  /// True for 一、, （一）, 1. and the like at the start.
  private static func startsLabel(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.prefix(4))
    guard let first = scalars.first else { return false }
    if "（(".unicodeScalars.contains(first) { return scalars.count > 2 && "一二三四五六七".unicodeScalars.contains(scalars[1]) }
    if "一二三四五六七八九".unicodeScalars.contains(first) {
      return scalars.count > 1 && "、.．".unicodeScalars.contains(scalars[1])
    }
    return startsNumbered(text)
  }

  /// True for `1.` and the like at the start.
  static func startsNumbered(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.prefix(2))
    return scalars.count > 1 && Wording.isDigit(scalars[0]) && ".．、".unicodeScalars.contains(scalars[1])
  }

  private static func applications(_ tokens: [Token]) -> (rows: [PrintedRow], plan: ColumnPlan) {
    let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
    let wanted = Form.applicantColumns.map { (id: $0, label: labels[$0]!) }
    let first = LabelPattern("一、本年新收政府信息公开申请数量")
    let start =
      tokens.firstIndex { !$0.isValue && first.likeness(Wording.folded($0.text)) >= 0.6 } ?? tokens.firstIndex(
        where: \.isValue) ?? 0
    var headers = headerTexts(Array(tokens[..<start]), wanted: wanted)
    let usual = usualCount(Array(tokens[start...]))
    let words = tokens[..<start].filter { !$0.isValue }.map(\.text)
    let order = PrintedOrder.applicants(words)
    let leaves = leaves(Array(tokens[..<start]))
    // The words of a torn header say nothing.
    let isOther = order == .other && !PrintedOrder.isTorn(words)
    if usual == wanted.count, headers.count != usual { headers = wanted.map(\.label) }
    if usual == wanted.count, case .exchanged(let ids) = order { headers = ids.compactMap { labels[$0] } }
    // A row of eight that adds up without its subtotal: rows of seven lack one.
    let hasMore =
      usual == wanted.count && !rowsOfValues(Array(tokens[start...]), count: usual + 1).filter(hasSubtotal).isEmpty
    // Of merged header cells a text does not keep the order; the sums tell which column is the eighth.
    if usual == wanted.count + 1,
      let place = ApplicantColumns.extra(in: rowsOfValues(Array(tokens[start...]), count: usual))
    {
      headers = wanted.map(\.label)
      headers.insert("", at: place)
    }
    let cells = headers.enumerated().map { FieldRows.cell($1, line: 0, column: FieldRows.firstValue + Double($0)) }
    var plan = ColumnPlan.match(
      cells, labels: wanted, blockLeft: 0, blockRight: FieldRows.firstValue + Double(headers.count))
    // Names broken over lines may come to as many pieces as there are columns: then no more than one is none, and of none missing.
    let unknown = plan.columns.count { $0.id == nil }
    var isTold = unknown == 0 || unknown == 1 && plan.missing.isEmpty
    // Pieces of names that come in another order than the form's may be blocks of the header in an order of their own.
    if order == .other, plan.columns.compactMap(\.id) != Form.applicantColumns, names(leaves).count < leaves.count {
      isTold = false
    }
    if !isTold { plan.missing = [] }
    var rows: [PrintedRow] = []
    let leading = leadingValues(tokens)
    let tokens = withWholeLabels(Array(tokens[start...]))
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      var values: [Token] = []
      var next = index
      if !token.isValue { next += 1 }
      while next < tokens.count, tokens[next].isValue {
        values.append(tokens[next])
        next += 1
      }
      let label = token.isValue ? [] : [FieldRows.cell(token.text, line: token.line, column: 0)]
      var row = FieldRows.row(
        label
          + values.enumerated().map {
            FieldRows.cell($1.text, line: $1.line, column: FieldRows.firstValue + Double($0))
          }, line: token.line, block: 0)
      if !values.isEmpty, values.count != headers.count || hasMore { row.doubt = .blanksLost }
      // Several numbers on one line and more on the next stand above one another: a number wraps, or a line has slipped in.
      if areStacked(values.map(\.line)) { row.doubt = .columnAmbiguous }
      if values.isEmpty, !token.isValue { row.doubt = .blanksLost }
      // A number in two pieces is one where the row adds up with it.
      if values.contains(where: \.mayBeTwo), !(counts(values).map(ApplicationSums.addUp) ?? false) {
        row.doubt = .columnAmbiguous
      }
      if !isTold || isOther && headers == wanted.map(\.label) { row.doubt = .columnNotFound }
      rows.append(row)
      index = next
    }
    StrayNumbers.doubt(&rows, columns: headers.count)
    StrayNumbers.doubtHalves(&rows, columns: headers.count, leading: leading)
    StrayNumbers.doubtLate(&rows, columns: headers.count, leading: leading)
    return (rows, plan)
  }

  /// How many numbers stand right before the first label of a row.
  private static func leadingValues(_ tokens: [Token]) -> Int {
    let first = LabelPattern("一、本年新收政府信息公开申请数量")
    let start = tokens.firstIndex { !$0.isValue && first.likeness(Wording.folded($0.text)) >= 0.6 }
    return tokens[..<(start ?? 0)].reversed().prefix { $0.isValue }.count
  }

  /// How many numbers follow most labels.
  private static func usualCount(_ tokens: [Token]) -> Int {
    var counts: [Int: Int] = [:]
    var count = 0
    for token in tokens {
      if token.isValue {
        count += 1
      } else {
        if count > 0 { counts[count, default: 0] += 1 }
        count = 0
      }
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }
}
