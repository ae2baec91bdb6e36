// Reconstruction: lines of a text → the same, tables that are drawn with characters as rows of fields.
import DocumentModel

/// Reads tables drawn with `+---+` and `|`, or with the characters that Unicode has for it, as pandoc, databases and browsers for terminals draw
/// them. A cell may go on over several lines, and over columns and rows.
enum GridTables {
  /// So many bands between edges make a table each of whose rows is framed; with fewer, each line is a row.
  private static let framed = 3
  private static let corners = Set("+╭╮╰╯┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋╒╕╘╛╞╡╤╧╪╓╖╙╜╟╢╥╨╫".unicodeScalars)
  private static let dashes = Set("-=:─━═┄┈".unicodeScalars)
  private static let bars = Set("|│┃║".unicodeScalars)

  /// A line by its columns, ideographs two wide.
  private struct Columns {
    var line: SourceLine
    var characters: [Unicode.Scalar?] = []

    init(_ line: SourceLine, isWide: Bool) {
      self.line = line
      for scalar in line.text.unicodeScalars {
        characters.append(scalar)
        if isWide, LooseLines.isWide(scalar) { characters.append(nil) }
      }
    }
    subscript(_ x: Int) -> Unicode.Scalar? { x < characters.count ? characters[x] : nil }
    /// The line with its bars where the edges have their corners, if it has as many: not all agree on how wide quotation marks are.
    func aligned(_ bounds: [Int]) -> Columns {
      let bars = characters.indices.filter { self[$0].map(GridTables.bars.contains) ?? false }
      guard bars.count == bounds.count, bars != bounds,
        !characters.indices.contains(where: { self[$0] == "+" && endsEdge($0) })
      else { return self }
      var result = self
      result.characters = Array(repeating: " ", count: bounds[0])
      for (k, bar) in bars.enumerated() {
        result.characters.append(characters[bar])
        guard k + 1 < bars.count else { break }
        var cell = Array(characters[(bar + 1)..<bars[k + 1]])
        let room = bounds[k + 1] - bounds[k] - 1
        while cell.count > room, let last = cell.last, last == nil || last!.isSpace { cell.removeLast() }
        // One who counts each character as one column leaves no second halves.
        if cell.count > room { cell.removeAll { $0 == nil } }
        guard cell.count <= room else { return self }
        result.characters += cell + Array(repeating: " ", count: room - cell.count)
      }
      return result
    }
    func isCorner(_ x: Int) -> Bool { self[x].map(corners.contains) ?? false }
    /// True where an edge of some length begins or ends: a plus sign may stand in a cell.
    func endsEdge(_ x: Int) -> Bool { isEdge((x + 1)..<(x + 3)) || x > 1 && isEdge((x - 2)..<x) }
    func isBar(_ x: Int) -> Bool { self[x].map { bars.contains($0) || corners.contains($0) } ?? false }
    /// True where the columns between hold an edge.
    func isEdge(_ range: Range<Int>) -> Bool {
      !range.isEmpty && range.allSatisfy { self[$0].map { dashes.contains($0) || corners.contains($0) } ?? false }
    }
    func text(_ range: Range<Int>) -> String {
      let cut = characters[min(range.lowerBound, characters.count)..<min(range.upperBound, characters.count)]
      return FieldRows.trimmed(String(scalars: cut.compactMap { $0 }))
    }
  }

  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { isEdge($0.text) }) else { return lines }
    var result: [SourceLine] = []
    var block: [SourceLine] = []
    func close() {
      result += rows(block) ?? block
      block = []
    }
    for line in lines {
      let first = line.text.unicodeScalars.first { !$0.isSpace }
      let isPart = first.map { bars.contains($0) || corners.contains($0) } ?? false
      if isEdge(line.text) || (isPart && !block.isEmpty) {
        block.append(line)
      } else {
        close()
        result.append(line)
      }
    }
    close()
    return result
  }

  /// True for `+-----+---+`.
  static func isEdge(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.filter { !$0.isSpace }
    guard scalars.count >= 5, let first = scalars.first, corners.contains(first) else { return false }
    return scalars.count(where: corners.contains) >= 2
      && scalars.allSatisfy { corners.contains($0) || dashes.contains($0) }
  }

  /// The rows of a table as lines of fields; nil where the lines are none.
  private static func rows(_ block: [SourceLine]) -> [SourceLine]? {
    guard block.count >= 3, let first = block.first, isEdge(first.text) else { return nil }
    // Some programs count each ideograph as one column: corners stand under one another in the right way of counting, and make up fewer columns.
    let ways = [true, false].map { isWide in
      let lines = block.map { Columns($0, isWide: isWide) }
      return (lines: lines, bounds: edges(of: lines))
    }
    // Where edges alone do not tell, all bars stand under corners in the right way.
    let isNarrow =
      ways[1].bounds.count < ways[0].bounds.count
      || ways[1].bounds == ways[0].bounds && strayBars(ways[1].lines, bounds: ways[1].bounds) == 0
        && strayBars(ways[0].lines, bounds: ways[0].bounds) > 0
    var (lines, bounds) = isNarrow ? ways[1] : ways[0]
    guard bounds.count >= 3 else { return nil }
    lines = lines.map { isEdge($0.line.text) ? $0 : $0.aligned(bounds) }
    let columns = zip(bounds, bounds.dropFirst()).map { ($0 + 1)..<$1 }
    // A line with an edge in any column parts rows there.
    let isParting = lines.map { line in columns.contains { line.isEdge($0) } }
    let bands = bands(isParting)
    let isFramed = bands.count >= framed || bands.count >= 2 && bands.allSatisfy { $0.count == 1 }
    var result: [SourceLine] = []
    // Where a cell goes on over edges, its text belongs to the row in which it begins.
    var open = [(row: Int, column: Int)?](repeating: nil, count: columns.count)
    var cells: [[String]] = []
    var numbers: [Int] = []
    for band in bands {
      let parting = band.lowerBound > 0 ? lines[band.lowerBound - 1] : nil
      for rows in isFramed ? [band] : band.map({ $0..<($0 + 1) }) {
        cells.append(columns.map { _ in "" })
        numbers.append(lines[rows.lowerBound].line.number)
        var c = 0
        while c < columns.count {
          // A cell reaches over the columns up to the next bar.
          var end = c
          while end + 1 < columns.count, rows.allSatisfy({ !lines[$0].isBar(bounds[end + 1]) }) { end += 1 }
          let goesOn = isFramed && (parting.map { !$0.isEdge(columns[c]) } ?? false)
          let here = (row: cells.count - 1, column: c)
          let owner = goesOn ? open[c] ?? here : here
          let span = columns[c].lowerBound..<columns[end].upperBound
          let over = goesOn ? [parting!.text(span)] : []
          cells[owner.row][owner.column] += (over + rows.map { lines[$0].text(span) }).joined()
          for k in c...end { open[k] = owner }
          c = end + 1
        }
      }
    }
    for (fields, number) in zip(cells, numbers) {
      result.append(SourceLine(number: number, text: fields.joined(separator: "\t")))
    }
    return result
  }

  /// How many bars stand beside all corners.
  private static func strayBars(_ lines: [Columns], bounds: [Int]) -> Int {
    let bounds = Set(bounds)
    return lines.reduce(0) { sum, line in
      sum + line.characters.indices.count { !bounds.contains($0) && (line[$0].map(bars.contains) ?? false) }
    }
  }

  /// Where the corners of edges stand.
  private static func edges(of lines: [Columns]) -> [Int] {
    var places: Set<Int> = []
    for line in lines {
      let isWhole = isEdge(line.line.text)
      // An edge beside a cell that goes on parts columns that no whole one may: those of labels under a group's.
      places.formUnion(
        line.characters.indices.filter { isWhole ? line.isCorner($0) : line.isBar($0) && line.endsEdge($0) })
    }
    return places.sorted()
  }

  private static func bands(_ isParting: [Bool]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for index in isParting.indices where !isParting[index] {
      if let last = result.last, last.upperBound == index {
        result[result.count - 1] = last.lowerBound..<(index + 1)
      } else {
        result.append(index..<(index + 1))
      }
    }
    return result
  }
}
