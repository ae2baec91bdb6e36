// Reconstruction: numbers that stand outside a table where it breaks across pages → the rows that they may have been meant for, in doubt.
//
// A producer that breaks a row over a page can set its numbers in the middle of a cell whose middle lies between the pages: they come out above
// the table's rest, in its repeated header, or below its first part. The cells that they were meant for look empty, and are not.
import DocumentModel

enum StrandedNumbers {
  /// So many numbers on a line are a row of a table: a count and its total. One may be a page number.
  private static let row = 2
  /// Labels of merged cells may stand there with them: lines of no more characters.
  private static let label = 12

  /// The rows of each block, those without any number at a break beside which numbers stand in doubt.
  /// - Parameter areas: where each block stands.
  /// - Parameter lines: the lines of each page.
  static func doubted(
    _ blocks: [[PrintedRow]], areas: [(page: Int, box: Rectangle)], lines: [[PrintedLine]]
  ) -> [[PrintedRow]] {
    var result = blocks
    for (before, after) in zip(blocks.indices, blocks.indices.dropFirst())
    where areas[after].page > areas[before].page {
      let (upper, lower) = (areas[before], areas[after])
      // On sheets between them nothing is ruled: what was cut off the one before.
      let below =
        lines[upper.page - 1].filter { $0.box.midY > upper.box.bottom } + lines[upper.page..<lower.page - 1].joined()
      let above = lines[lower.page - 1].filter { $0.box.midY < lower.box.top }.reversed()
      guard
        isStranded(below, beside: upper.box) || isStranded(Array(above), beside: lower.box)
          || isInHeader(blocks[after], lines: lines[lower.page - 1], box: lower.box)
      else { continue }
      for index in result[before].indices.reversed() {
        guard holdsNoNumber(result[before][index]) else { break }
        result[before][index].doubt = .rowAmbiguous
      }
      let body = bodyStart(result[after], lines: lines[lower.page - 1])
      for index in result[after].indices where index >= body {
        guard holdsNoNumber(result[after][index]) else { break }
        result[after][index].doubt = .rowAmbiguous
      }
    }
    for index in blocks.indices where goesOn(areas[index], areas: areas, lines: lines) {
      for row in result[index].indices.reversed() {
        guard holdsNoNumber(result[index][row]) else { break }
        result[index][row].doubt = .rowAmbiguous
      }
    }
    return result
  }

  /// True for the lowest area of a page where the next page has none and begins with a row of numbers: that is what is left of the last row.
  private static func goesOn(
    _ area: (page: Int, box: Rectangle), areas: [(page: Int, box: Rectangle)], lines: [[PrintedLine]]
  ) -> Bool {
    guard area.page < lines.count,
      areas.allSatisfy({ $0.page != area.page || $0.box.bottom <= area.box.bottom }),
      !areas.contains(where: { $0.page == area.page + 1 })
    else { return false }
    let first = lines[area.page]
    // A running header may come before them.
    return isStranded(first, beside: area.box) || isStranded(Array(first.dropFirst()), beside: area.box)
  }

  /// True where one of the lines is a row of numbers within the table's width, and no sentence stands between it and the table.
  private static func isStranded(_ lines: [PrintedLine], beside box: Rectangle) -> Bool {
    let near = lines.prefix { line in isRow(line, within: box) || !isSentence(line) }
    return near.contains { isRow($0, within: box) }
  }

  /// Parts of merged cells' labels, or of a stamp, may stand among the numbers.
  private static func isRow(_ line: PrintedLine, within box: Rectangle) -> Bool {
    // The number of a page and how many there are, with a stroke between.
    if line.runs.map({ $0.text == "/" }) == [false, true, false], PageFlow.isPageNumber(line.text) { return false }
    let numbers = line.runs.filter { ValueReader.isValue($0.text) }
    let words = line.runs.filter { !ValueReader.isValue($0.text) }
    return numbers.count >= row && numbers.allSatisfy { $0.box.midX > box.left && $0.box.midX < box.right }
      && words.allSatisfy { $0.text.unicodeScalars.count <= label }
  }

  private static func isSentence(_ line: PrintedLine) -> Bool {
    line.runs.count < row && !PageFlow.isPageNumber(line.text) && line.text.unicodeScalars.count > label
  }

  /// True where a number stands among the words of the rows that begin the rest of a table: in its repeated header.
  private static func isInHeader(_ rows: [PrintedRow], lines: [PrintedLine], box: Rectangle) -> Bool {
    let body = rows[bodyStart(rows, lines: lines)...]
    let bottom = body.first { !holdsNoNumber($0) }?.top ?? body.first?.top ?? box.top
    let own = lines.filter { $0.box.midY > box.top && $0.box.midY < bottom }
    return own.contains { line in
      line.runs.indices.contains { index in
        let run = line.runs[index]
        return ValueReader.isValue(run.text) && run.box.midX > box.left && run.box.midX < box.right
          && !isOfLabel(index, in: line)
      }
    }
  }

  /// Characters of a label stand no further apart than this share of their height.
  private static let apart = 0.5

  /// True for the number of a label, in another font than the mark and the words right behind it.
  private static func isOfLabel(_ index: Int, in line: PrintedLine) -> Bool {
    guard index + 1 < line.runs.count else { return false }
    let (run, next) = (line.runs[index], line.runs[index + 1])
    return next.box.left - run.box.right < apart * run.box.height && next.text.first.map { ".．、".contains($0) } ?? false
  }

  private static let headerWords = ["自然人", "法人或其他组织", "勾稽关系", "申请人情况"].map(Wording.folded)

  /// The first row behind the header of the applications table, if the rows begin with one: numbers that lie over its words hide them in its cells.
  private static func bodyStart(_ rows: [PrintedRow], lines: [PrintedLine]) -> Int {
    let header = rows.prefix(4).lastIndex { row in
      row.cells.contains { isOfHeader($0.folded) }
        || lines.contains { line in
          line.box.midY > row.top && line.box.midY < row.bottom && isOfHeader(Wording.folded(line.text))
        }
    }
    return header.map { $0 + 1 } ?? 0
  }

  /// True for words of the header, whatever digits lie over them.
  private static func isOfHeader(_ folded: [Unicode.Scalar]) -> Bool {
    let words = folded.filter { !("0"..."9").contains($0) }
    return headerWords.contains { words.contains($0) }
  }

  /// Several numbers in one cell are none of its own: they lie over the words of a header.
  private static func holdsNoNumber(_ row: PrintedRow) -> Bool {
    !row.cells.contains { cell in
      !cell.isEmpty && cell.isValue && !cell.pieces.contains { $0.widestGap >= 1 }
    }
  }
}
