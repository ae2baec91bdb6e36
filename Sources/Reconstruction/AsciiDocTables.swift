// Reconstruction: lines of a text → the same, tables of AsciiDoc as rows of fields.
import DocumentModel

/// In AsciiDoc a table stands between two lines `|===`. Each `|` begins a cell, which may go on over lines; how many cells make a row the
/// line before says (`cols="…"`), not the ends of lines.
enum AsciiDocTables {
  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { isFence($0.text) }) else { return lines }
    var result: [SourceLine] = []
    var index = 0
    while index < lines.count {
      guard isFence(lines[index].text),
        let end = lines[(index + 1)...].firstIndex(where: { isFence($0.text) })
      else {
        result.append(lines[index])
        index += 1
        continue
      }
      let own = Array(lines[(index + 1)..<end])
      let columns = index > 0 ? columns(lines[index - 1].text) : nil
      result += rows(own, columns: columns) ?? Array(lines[index...end])
      index = end + 1
    }
    return result
  }

  private static func isFence(_ text: String) -> Bool { FieldRows.trimmed(text) == "|===" }

  /// How many columns `[cols="1,1,2"]` says that there are.
  private static func columns(_ text: String) -> Int? {
    guard let range = text.firstRange(of: "cols=\"") else { return nil }
    let list = text[range.upperBound...].prefix { $0 != "\"" }
    // 3*,1 stands for three and one.
    let counts = list.split(separator: ",", omittingEmptySubsequences: false).map { part -> Int in
      guard let star = part.firstIndex(of: "*") else { return 1 }
      return Int(part[..<star]) ?? 1
    }
    return counts.reduce(0, +)
  }

  /// A cell, and the line it begins on.
  private struct Cell {
    var cell: SpannedCell
    var line: Int
  }

  /// Rows of as many columns; nil where they do not come out.
  private static func rows(_ lines: [SourceLine], columns: Int?) -> [SourceLine]? {
    var cells: [Cell] = []
    var firstLine: Int?
    for line in lines {
      var text = FieldRows.trimmed(line.text).replacing("{plus}", with: "+")
      if text.hasSuffix(" +") { text = String(text.dropLast(2)) }
      var pieces = text.split(separator: "|", omittingEmptySubsequences: false).map { FieldRows.trimmed(String($0)) }
      // `2+|`, `.3+|`: how far the next cell reaches stands before its mark.
      var spans: [(columns: Int, rows: Int)] = []
      for index in pieces.indices.dropLast() {
        let (rest, span) = span(pieces[index])
        pieces[index] = rest
        spans.append(span)
      }
      guard let first = pieces.first else { continue }
      if !first.isEmpty {
        guard !cells.isEmpty else { return nil }
        cells[cells.count - 1].cell.text += first
      }
      for (piece, span) in zip(pieces.dropFirst(), spans) {
        cells.append(
          Cell(cell: SpannedCell(text: piece, columns: span.columns, rows: span.rows), line: line.number))
      }
      if firstLine == nil, !cells.isEmpty { firstLine = cells.reduce(0) { $0 + $1.cell.columns } }
    }
    guard let columns = columns ?? firstLine, columns > 1, columns <= SpannedRows.mostSpan, !cells.isEmpty else {
      return nil
    }
    return rows(cells, columns: columns)
  }

  /// The cells in rows of so many columns, of which cells above may take some.
  private static func rows(_ cells: [Cell], columns: Int) -> [SourceLine]? {
    var result: [SourceLine] = []
    var rows = SpannedRows()
    var row: [SpannedCell] = []
    var number = 0
    // For each column how many rows more a cell above reaches over.
    var taken = [Int](repeating: 0, count: columns)
    var column = 0
    func skip() {
      while column < columns, taken[column] > 0 {
        taken[column] -= 1
        column += 1
      }
    }
    for own in cells {
      if row.isEmpty {
        number = own.line
        skip()
      }
      guard column + own.cell.columns <= columns else { return nil }
      for k in column..<(column + own.cell.columns) { taken[k] = own.cell.rows - 1 }
      column += own.cell.columns
      row.append(own.cell)
      skip()
      if column == columns {
        result.append(SourceLine(number: number, text: rows.fields(row).joined(separator: "\t")))
        (row, column) = ([], 0)
      }
    }
    return row.isEmpty ? result : nil
  }

  /// A piece without what its end says of the next cell: `… 2+`, `.3+`, `2.3+`.
  private static func span(_ text: String) -> (rest: String, span: (columns: Int, rows: Int)) {
    let none = (text, (1, 1))
    guard text.hasSuffix("+") else { return none }
    let mark = text.dropLast().reversed().prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let rest = text.dropLast(mark.count + 1)
    guard !mark.isEmpty, rest.isEmpty || rest.hasSuffix(" ") else { return none }
    let parts = String(mark.reversed()).split(separator: ".", omittingEmptySubsequences: false)
    func count(_ k: Int) -> Int { parts.indices.contains(k) ? Int(parts[k]) ?? 1 : 1 }
    func within(_ count: Int) -> Int { max(1, min(SpannedRows.mostSpan, count)) }
    return (FieldRows.trimmed(String(rest)), (within(count(0)), within(count(1))))
  }
}
