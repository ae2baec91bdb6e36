// Reconstruction: a text that runs in another order than its tables are printed → their rows, where all sums say so.
//
// `pdftotext` without `-layout` gives the cells of a table block by block: labels stand together, and so do numbers. The numbers among
// themselves mostly run row by row all the same. Whether they do is not seen in the text; the sums over rows and columns show it.
import DocumentModel
import ReportModel
import Statute

enum OrderedReading {
  /// More numbers than the table has cells may be page numbers; no more than this many are left out for a trial.
  private static let mostPageNumbers = 3

  /// An applications table whose numbers, in the order of the text, make every sum hold.
  struct Applications {
    var rows: [PrintedRow]
    var plan: ColumnPlan
    /// True where the text goes through the table row by row.
    var isByRow = true
    /// True where some numbers stand elsewhere than in their rows.
    var isMoved = false
  }

  /// The rows of the applications table, where its numbers in the order of the text make every sum hold and nothing else does.
  static func applications(_ tokens: [StreamReading.Token]) -> Applications? {
    if let found = whole(tokens) { return found }
    let ways = DoubledRows.single(tokens)
    guard !ways.isEmpty, mayHoldDoubled(withoutOthers(tokens)) else { return nil }
    let found = ways.compactMap(whole)
    return found.count == 1 ? found[0] : nil
  }

  /// False where there are no more numbers than the rows of the form ask for: rows of small numbers are alike by chance.
  private static func mayHoldDoubled(_ tokens: [StreamReading.Token]) -> Bool {
    guard let labels = ScatteredLabels(tokens, table: .applications) else { return false }
    let count = tokens.count(where: \.isValue)
    let width = Form.applicantColumns.count
    return count - width >= labels.rows(for: count) { _ in width }.count * width
  }

  /// The same of numbers none of which is printed twice.
  private static func whole(_ tokens: [StreamReading.Token]) -> Applications? {
    let tokens = withoutOthers(tokens)
    guard let labels = ScatteredLabels(tokens, table: .applications) else { return nil }
    let named = ApplicantColumns.all(in: labels.characters)
    guard named.count + 1 >= Form.applicantColumns.count, named.last == .total,
      let numbers = counts(tokens.filter(\.isValue)),
      PrintedOrder.isForm(applicants: tokens), !ExchangedBlocks.areUpward(tokens)
    else { return nil }
    let places: [Int?] = ApplicantColumns.hasSubtotal(labels.characters) ? ApplicantColumns.subtotalPlaces : [nil]
    for place in places where place == nil || named.count == Form.applicantColumns.count {
      if let rows = rows(tokens, numbers, labels, named: named, subtotal: place) {
        return Applications(
          rows: rows.rows, plan: place.map(ApplicantColumns.plan(withExtraAt:)) ?? ApplicantColumns.plan(of: named),
          isMoved: rows.isMoved)
      }
    }
    guard places == [nil], named == Form.applicantColumns, !PrintedOrder.isOther(tokens),
      PrintedOrder.areInOrder(tokens)
    else { return nil }
    return bands(tokens, numbers, labels).map { Applications(rows: $0, plan: ApplicantColumns.plan, isByRow: false) }
  }

  /// The rows where the text goes down the columns.
  private static func bands(
    _ tokens: [StreamReading.Token], _ numbers: [Int], _ labels: ScatteredLabels
  ) -> [PrintedRow]? {
    let rows = labels.rows(for: numbers.count) { _ in Form.applicantColumns.count }
    let surplus = numbers.count - rows.count * Form.applicantColumns.count
    guard (0...mostPageNumbers).contains(surplus) else { return nil }
    let indices = tokens.indices.filter { tokens[$0].isValue }
    let roles = rows.map { labels.form.rows[$0].id }
    var found: (kept: [Int], solved: [[Int]?])?
    for left in pageNumbers(numbers, count: surplus) {
      let kept = numbers.indices.filter { !left.contains($0) }
      let given = kept.map { index in
        let place = indices[index]
        return DisplacedNumbers.Number(value: numbers[index], isBehindText: place > 0 && !tokens[place - 1].isValue)
      }
      let solved: [[Int]?]?
      do { solved = try ColumnBands.rows(given, roles: roles.map(ApplicationSums.Role.init)) } catch { return nil }
      guard let solved else { continue }
      if found != nil { return nil }
      found = (kept, solved)
    }
    // Of zeros any order holds.
    guard let (kept, solved) = found,
      solved.count(where: { $0?.contains { numbers[kept[$0]] != 0 } ?? false }) >= fewestRows
    else { return nil }
    let own = kept.map { indices[$0] }
    let places = solved.map { $0?.map { own[$0] } }
    if ExchangedBlocks.areIn(tokens, rows.map { labels.places[$0] }, roles, places) { return nil }
    return printed(tokens, own, labels, rows, solved)
  }

  /// A table that prints its zeros as digits has no word for them: 无 is a piece of 无法提供. And what is no count is the amount of the table before it.
  private static func withoutOthers(_ tokens: [StreamReading.Token]) -> [StreamReading.Token] {
    let isDigits = tokens.count { $0.isValue && $0.text == "0" } >= mostPageNumbers * Form.applicantColumns.count
    let words = tokens.count { $0.isValue && $0.text == "无" }
    let others = tokens.indices.filter { index in
      tokens[index].isValue && ValueReader.number(tokens[index].text) != nil && counts([tokens[index]]) == nil
    }
    return tokens.indices.map { index in
      var token = tokens[index]
      if token.text == "无", isDigits, words <= mostPageNumbers { token.isValue = false }
      if others.count <= mostPageNumbers, others.contains(index) { token.isValue = false }
      return token
    }
  }

  /// The same where these columns are printed, and at that place among them one that adds up what organisations applied for.
  private static func rows(
    _ tokens: [StreamReading.Token], _ numbers: [Int], _ labels: ScatteredLabels, named: [ColumnID], subtotal: Int?
  ) -> (rows: [PrintedRow], isMoved: Bool)? {
    let columns = named.count + (subtotal == nil ? 0 : 1)
    let values = tokens.filter(\.isValue)
    let rows = labels.rows(for: values.count) { _ in columns }
    let roles = rows.map { labels.form.rows[$0].id }
    let expected = rows.count * columns
    guard values.count <= expected + mostPageNumbers else { return nil }
    let isBare = values.count < expected
    // Outcomes that leave their totals blank: their sums stand for them.
    let counts = roles.map { isBare && ApplicationSums.Role($0) == .outcome ? columns - 1 : columns }
    let surplus = values.count - counts.reduce(0, +)
    guard surplus >= 0, !isBare || surplus == 0 && named.count == Form.applicantColumns.count else { return nil }
    let indices = tokens.indices.filter { tokens[$0].isValue }
    var found: [[Int]] = []
    for left in pageNumbers(numbers, count: surplus) {
      let kept = values.indices.filter { !left.contains($0) }
      guard
        let matrix = matrix(kept.map { numbers[$0] }, counts: counts, columns: columns, subtotal: subtotal),
        ApplicationSums.hold(matrix, rows: roles, columns: named.count)
      else { continue }
      let own = kept.map { indices[$0] }
      if !found.contains(where: { $0.map { tokens[$0].text } == own.map { tokens[$0].text } }) { found.append(own) }
      if found.count > 1 { return nil }
    }
    if let places = found.first {
      let own = places.map { tokens[$0] }
      var rest = places[...]
      let ofRows = counts.map { count in
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
      }
      guard tells(own) else { return nil }
      let exchanged = ExchangedBlocks.rows(tokens, rows.map { labels.places[$0] }, roles, ofRows)
        .union(parted(tokens, ofRows))
      guard exchanged.count <= mostExchanged else { return nil }
      var printed = labels.printedRows(rows, own, counts: counts, firstValue: FieldRows.firstValue)
      for (index, count) in counts.enumerated() where count < columns {
        printed[index].cells.append(
          FieldRows.cell("", line: Int(printed[index].top), column: FieldRows.firstValue + Double(count)))
      }
      for row in exchanged { printed[row].doubt = .rowAmbiguous }
      return (printed, false)
    }
    guard columns == Form.applicantColumns.count, subtotal == nil, !isBare else { return nil }
    // A report that errs in a cell or two, in a text that breaks its numbers between rows alone.
    if surplus == 0, runsAreWhole(tokens, columns), ApplicationSums.err(numbers, rows: roles) {
      return (labels.printedRows(rows, values, counts: counts, firstValue: FieldRows.firstValue), false)
    }
    return displaced(tokens, numbers, labels, rows).map { ($0, true) }
  }

  /// The rows between which numbers are divided that stand together, as many as a row has, with text before and behind them: they are one row's for all
  /// that is seen, though sums hold with those of others as well.
  private static func parted(_ tokens: [StreamReading.Token], _ rows: [[Int]]) -> Set<Int> {
    var rowOf: [Int: Int] = [:]
    for (row, own) in rows.enumerated() { for index in own { rowOf[index] = row } }
    return tokens.indices.split { !tokens[$0].isValue }.reduce(into: []) { found, run in
      let own = Set(run.compactMap { rowOf[$0] })
      if run.count == Form.applicantColumns.count, own.count > 1 { found.formUnion(own) }
    }
  }

  /// Where more rows stand behind labels of others, the numbers of all of them may be in an order of their own.
  private static let mostExchanged = 8

  /// True where text stands between the numbers often, and never between those of one row.
  private static func runsAreWhole(_ tokens: [StreamReading.Token], _ columns: Int) -> Bool {
    let runs = tokens.split { !$0.isValue }
    return runs.count >= fewestRuns && runs.allSatisfy { $0.count.isMultiple(of: columns) }
  }
  private static let fewestRuns = 6

  /// The numbers row by row, without subtotals and with the totals that are left blank; nil where subtotals do not hold.
  private static func matrix(_ numbers: [Int], counts: [Int], columns: Int, subtotal: Int?) -> [Int]? {
    var matrix: [Int] = []
    var rest = numbers[...]
    for count in counts {
      var own = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
      if let subtotal {
        let organisations = own.remove(at: subtotal)
        guard own[1..<(columns - 2)].reduce(0, +) == organisations else { return nil }
      }
      matrix += own
      if count < columns { matrix.append(own.reduce(0, +)) }
    }
    return matrix
  }

  /// The same where some numbers were carried out of their rows.
  private static func displaced(
    _ tokens: [StreamReading.Token], _ numbers: [Int], _ labels: ScatteredLabels, _ rows: [Int]
  ) -> [PrintedRow]? {
    let indices = tokens.indices.filter { tokens[$0].isValue }
    let given = zip(indices, numbers).map {
      DisplacedNumbers.Number(value: $1, isBehindText: $0 > 0 && !tokens[$0 - 1].isValue)
    }
    guard
      let solved = DisplacedNumbers.rows(given, roles: rows.map { ApplicationSums.Role(labels.form.rows[$0].id) }),
      solved.count(where: { places in places.map { isRow($0, numbers) } ?? false }) >= fewestRows
    else { return nil }
    return printed(tokens, indices, labels, rows, inOrder(solved, numbers))
  }

  /// Without the rows whose numbers stand among some that are no row's: the row that is not known may be any of these.
  static func inOrder(_ solved: [[Int]?], _ numbers: [Int]) -> [[Int]?] {
    let used = Set(solved.compactMap { $0 }.joined())
    let rest = numbers.indices.filter { numbers[$0] != 0 && !used.contains($0) }
    guard let first = rest.first, let last = rest.last else { return solved }
    let mixed = solved.indices.filter { row in
      solved[row]?.contains { numbers[$0] != 0 && first < $0 && $0 < last } ?? false
    }
    return solved.enumerated().map { mixed.contains($0) ? nil : $1 }
  }

  /// So many rows in order, not of zeros alone, show that the text goes through the table row by row: zeros stand in any order.
  private static let fewestRows = 3

  /// True for the numbers of a row that follow one another and come to something.
  private static func isRow(_ places: [Int], _ numbers: [Int]) -> Bool {
    zip(places, places.dropFirst()).allSatisfy { $1 == $0 + 1 } && places.contains { numbers[$0] != 0 }
  }

  /// The rows with the numbers that stand at those of the places; in doubt where they are not known.
  private static func printed(
    _ tokens: [StreamReading.Token], _ indices: [Int], _ labels: ScatteredLabels, _ rows: [Int], _ solved: [[Int]?]
  ) -> [PrintedRow] {
    // Equal numbers that are written in different ways cannot be told apart.
    let texts = Dictionary(grouping: indices.map { tokens[$0].text }) { text in
      ApplicationSums.counts([ValueReader.read(text, places: [])]) ?? []
    }.mapValues(Set.init)
    let isOne = Dictionary(uniqueKeysWithValues: texts.values.flatMap { all in all.map { ($0, all.count == 1) } })
    return zip(rows, solved).map { row, places in
      let isKnown = places?.allSatisfy { isOne[tokens[indices[$0]].text] ?? false } ?? false
      let own = isKnown ? places!.map { tokens[indices[$0]] } : []
      var printed = labels.printedRow(row, own[...], firstValue: FieldRows.firstValue)
      // It has numbers, and they are not those that stand nowhere: no sum places blanks in it.
      if !isKnown { printed.doubt = .rowAmbiguous }
      return printed
    }
  }

  /// Sums of nothing but zeros hold in any order: then all numbers must be written alike.
  static func tells(_ values: [StreamReading.Token]) -> Bool {
    (counts(values)?.contains { $0 != 0 } ?? false) || Set(values.map(\.text)).count == 1
  }

  /// The ways to take so many of the numbers for those of pages, which follow one another.
  private static func pageNumbers(_ numbers: [Int], count: Int) -> [[Int]] {
    var result: [[Int]] = [[]]
    for _ in 0..<count {
      result = result.flatMap { earlier in
        numbers.indices.dropFirst((earlier.last ?? -1) + 1)
          .filter { index in earlier.last.map { numbers[$0] + 1 == numbers[index] } ?? (numbers[index] > 0) }
          .map { earlier + [$0] }
      }
    }
    return result
  }

  /// The values as counts; nil where one is none.
  static func counts(_ values: [StreamReading.Token]) -> [Int]? {
    ApplicationSums.counts(values.map { ValueReader.read($0.text, places: []) })
  }
}
