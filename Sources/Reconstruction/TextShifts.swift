// Reconstruction: rows of a text whose cells stand beside their columns → unread.
import DocumentModel
import ReportModel
import Statute

/// Programs that keep the layout of a page in spaces begin each page where its own text begins: behind a page break the columns stand elsewhere, and
/// nothing says so but what the rows add up to. Words among the numbers are cells that no reader makes anything of.
enum TextShifts {
  static func doubt(_ reading: inout TableReading, lines: [SourceLine]) {
    guard reading.trace.tables[.applications]?.method == "loose", let table = reading.tables[.applications] else {
      return
    }
    let texts = Dictionary(lines.map { ($0.number, $0.text) }, uniquingKeysWith: { first, _ in first })
    // Where totals are left blank, a number may be the one before it by chance; what several come to is no chance, and tells of the others.
    let totals = table.rows.count { $0[.total]?.value != nil }
    let filled = table.rows.count { row in row.cells.contains { $0.cell.state == .number } }
    let isTold = 2 * totals >= filled || table.rows.contains { lacksItsTotal($0, fewest: 3) }
    let start = start(of: table, texts)
    for (index, row) in table.rows.enumerated() {
      if isTold, lacksItsTotal(row, fewest: 2) {
        reading.tables[.applications]?.rows[index].forget(.columnAmbiguous)
      } else if row.cells.contains(where: { $0.cell.state == .blank }), holdsWord(row, texts, start: start) {
        reading.tables[.applications]?.rows[index].forget(.columnAmbiguous) { $0.state == .blank }
      }
    }
  }

  /// True for a row without a total whose last number is what those before it add up to.
  private static func lacksItsTotal(_ row: Row, fewest: Int) -> Bool {
    guard row[.total]?.state == .blank, row.cells.allSatisfy({ $0.cell.state != .unread && $0.cell.state != .text })
    else { return false }
    let numbers = row.cells.compactMap(\.cell.value)
    guard let last = numbers.last, numbers.count { !$0.isZero } >= fewest, !last.isZero else { return false }
    return numbers.dropLast().map { Optional($0) }.sum == last
  }

  /// A letter typed for a digit, or a digit in a circle, has no more characters.
  private static let shortest = 2

  /// So many numbers show where the columns of a text begin.
  private static let several = 3

  /// How many characters stand before the first column, at least, as rows with several numbers show it.
  private static func start(of table: Table, _ texts: [Int: String]) -> Int? {
    table.rows.filter { row in row.cells.count { $0.cell.state == .number } >= several }.flatMap(lines)
      .compactMap { texts[$0].flatMap { words($0).first { ValueReader.isValue($0.text) }?.start } }.min()
  }

  private static func lines(of row: Row) -> [Int] {
    Set(
      (row.cells.flatMap(\.cell.places) + row.labelPlaces).compactMap {
        if case .line(let number) = $0 { number } else { nil }
      }
    )
    .sorted()
  }

  private static func words(_ text: String) -> [(text: String, start: Int)] {
    var result: [(text: String, start: Int)] = []
    var start = 0
    for word in text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace) {
      if !word.isEmpty { result.append((String(word), start)) }
      start += word.unicodeScalars.count + 1
    }
    return result
  }

  /// True where something short that is no number stands among the numbers of the row's line, or where those of others begin.
  private static func holdsWord(_ row: Row, _ texts: [Int: String], start: Int?) -> Bool {
    lines(of: row).contains { number in
      let words = words(texts[number] ?? "")
      // Behind the label.
      return words.drop { $0.text.unicodeScalars.contains(where: Wording.isIdeograph) }.contains { word in
        !ValueReader.isValue(word.text) && word.text.unicodeScalars.count <= shortest
          && word.text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
          && !word.text.unicodeScalars.contains(where: Wording.isIdeograph)
      }
        || words.dropFirst().contains { word in
          start.map { word.start >= $0 } ?? false && !ValueReader.isValue(word.text)
            && word.text.unicodeScalars.count <= shortest
        }
    }
  }

  /// A line of so many characters is a whole page, where full stops are as far apart as no sentences are.
  private static let page = 400
  private static let sentence = 100

  /// True for a page whose characters came to one line.
  static func isWholePage(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.count >= page && scalars.count { $0 == "。" } * sentence < scalars.count
  }
}
