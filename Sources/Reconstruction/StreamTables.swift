// Reconstruction: pieces of a text that holds one cell a line → the rows of the Article-20 table and of the review table.

extension StreamReading {
  static func article20(_ tokens: [Token]) -> [PrintedRow] {
    var rows: [PrintedRow] = []
    var index = 0
    /// Whether the columns of the rows under the last header are known.
    var isTold = true
    let headers = tokens.indices.map { PrintedOrder.header(tokens[$0...].prefix(PrintedOrder.widest).map(\.text)) }
    // Where a header prints the columns in another order, each says which of them are over its rows.
    let isExchanged = headers.contains { $0?.isExchanged ?? false }
    // Where others keep the form's order, a converter may have given the pieces of this one in an order of its own.
    let isMixed = isExchanged && headers.contains { $0.map { !$0.isExchanged } ?? false }
    while index < tokens.count {
      if isExchanged, let (count, isOther) = headers[index] {
        let own = tokens[index..<(index + count)]
        // Pieces at two heights come in an order of their own.
        isTold =
          !isOther || !areStacked(own.map(\.line)) && (!isMixed || areSigned(tokens[own.endIndex...], under: own))
        rows.append(header(own))
        index += count
        continue
      }
      if isExchanged, Wording.folded(tokens[index].text) == content { isTold = false }
      let token = tokens[index]
      var cells = [FieldRows.cell(token.text, line: token.line, column: 0)]
      index += 1
      // The first word of the header has slipped in between a label and its numbers.
      if !token.isValue, index + 1 < tokens.count, Wording.folded(tokens[index].text) == content,
        tokens[index + 1].isValue
      {
        index += 1
      }
      while !token.isValue, index < tokens.count, tokens[index].isValue {
        cells.append(FieldRows.cell(tokens[index].text, line: tokens[index].line, column: Double(cells.count)))
        index += 1
      }
      var row = FieldRows.row(cells, line: token.line, block: 0)
      let values = tokens[(index - cells.count + 1)..<index]
      if !isTold || values.contains(where: \.mayBeTwo) || areStacked(values.map(\.line)) {
        row.doubt = .columnAmbiguous
      }
      row.mayContinue = false
      row.isLoose = true
      rows.append(row)
    }
    return unevenDoubted(rows)
  }

  /// True where the rows behind such a header have a sign under 本年增/减, where it names that column, and nowhere else.
  private static func areSigned(_ tokens: ArraySlice<Token>, under header: ArraySlice<Token>) -> Bool {
    let columns = header.dropFirst().map { Wording.folded($0.text) }
    guard let change = columns.firstIndex(of: Self.change) else { return false }
    let rows = tokens.prefix { Wording.folded($0.text) != content }.split { !$0.isValue }.filter {
      $0.count == columns.count
    }
    let signed = rows.map { row in columns.indices.filter { isSigned(row[row.startIndex + $0].text) } }
    return signed.contains([change]) && signed.allSatisfy { $0.isEmpty || $0 == [change] }
  }
  private static let change = Wording.folded("本年增/减")
  private static func isSigned(_ text: String) -> Bool {
    text.unicodeScalars.count > 1 && text.unicodeScalars.first.map { "-－−+＋增减".unicodeScalars.contains($0) } ?? false
  }

  /// Rows of several numbers, all of them in doubt where some have the first of these on the line of their label and others do not: cells of the first column have come to
  /// blocks with labels, and the others stand anywhere.
  static func unevenDoubted(_ rows: [PrintedRow]) -> [PrintedRow] {
    func line(_ cell: PrintedCell) -> Int? {
      guard case .line(let number)? = cell.pieces.first?.place else { return nil }
      return number
    }
    let wide = rows.indices.filter {
      rows[$0].cells.count > 2 && !rows[$0].cells[0].isValue && rows[$0].cells[1].isValue
    }
    let joined = wide.filter {
      line(rows[$0].cells[0]) == line(rows[$0].cells[1]) && line(rows[$0].cells[1]) != line(rows[$0].cells[2])
    }
    guard !joined.isEmpty, joined.count < wide.count else { return rows }
    var rows = rows
    for index in wide { rows[index].doubt = .columnAmbiguous }
    return rows
  }

  /// True for numbers several of which stand on one line and more on another: they stand at heights of their own, and lines are not columns.
  static func areStacked(_ lines: [Int]) -> Bool {
    let count = Set(lines).count
    return count > 1 && count < lines.count
  }

  private static let content = Wording.folded("信息内容")

  /// A row of headers. They stand over nothing: a row with fewer numbers does not tell which it has.
  private static func header(_ tokens: ArraySlice<Token>) -> PrintedRow {
    let cells = tokens.enumerated().map {
      FieldRows.cell($1.text, line: $1.line, column: $0 == 0 ? 0 : FieldRows.firstValue + Double($0))
    }
    var row = FieldRows.row(cells, line: tokens.first?.line ?? 0, block: 0)
    row.isLoose = true
    return row
  }

  static func review(_ tokens: [Token]) -> [PrintedRow] {
    var rows: [PrintedRow] = []
    let headers = tokens.prefix { !$0.isValue }
    for token in headers {
      rows.append(FieldRows.row([FieldRows.cell(token.text, line: token.line, column: 0)], line: token.line, block: 0))
    }
    let ordered = OrderedReading.review(tokens)
    let values = ordered?[...] ?? tokens[headers.count...].prefix { $0.isValue }
    if let line = values.first?.line {
      var row = FieldRows.row(
        values.enumerated().map { FieldRows.cell($1.text, line: $1.line, column: Double($0)) }, line: line, block: 0)
      // Numbers at two heights come in an order of their own.
      if ordered == nil, areStacked(values.map(\.line)) || values.contains(where: \.mayBeTwo) {
        row.doubt = .columnAmbiguous
      }
      rows.append(row)
    }
    return rows
  }
}
