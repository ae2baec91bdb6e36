// Reconstruction: numbers of a text that gives one cell a line → whether those of one row come in another order.
import ReportModel
import Statute

/// A converter that sorts the blocks of a page by their height gives cells of one row in another order where they stand a hair higher or lower; those
/// that come to one block follow one another, and an empty line parts the others.
enum ShuffledRows {
  /// True where some numbers follow one another and empty lines part others.
  static func areUneven(_ tokens: [StreamReading.Token]) -> Bool {
    var steps: Set<Int> = []
    for (token, next) in zip(tokens, tokens.dropFirst()) where token.isValue && next.isValue {
      steps.insert(min(2, next.line - token.line))
    }
    return steps.isSuperset(of: [1, 2])
  }

  /// True where an empty line parts two numbers that follow one another and are not the same: blocks of their own, in whatever order.
  static func areApart(_ tokens: [StreamReading.Token]) -> Bool {
    zip(tokens, tokens.dropFirst()).contains { $0.isValue && $1.isValue && $1.line > $0.line + 1 && $0.text != $1.text }
  }

  /// True where no empty line parts the numbers, or as many part all cells.
  static func isTight(_ tokens: [StreamReading.Token]) -> Bool {
    let lines = tokens.filter(\.isValue).map(\.line)
    return zip(lines, lines.dropFirst()).allSatisfy { $1 - $0 <= 1 }
      || CellALine.follow(tokens) && !areUneven(tokens)
  }

  /// True where they do so, and a row of the applications table has its total before its end: the number that the others add up to.
  static func areIn(_ rows: [PrintedRow], _ tokens: [StreamReading.Token]) -> Bool {
    areUneven(tokens)
      && rows.contains { row in
        let own = row.cells.filter { $0.left >= FieldRows.firstValue }
        guard own.count > 2, let numbers = ApplicationSums.counts(own.map { ValueReader.read($0) }) else {
          return false
        }
        let sum = numbers.reduce(0, +)
        return 2 * numbers[own.count - 1] != sum && numbers.contains { $0 > 0 && 2 * $0 == sum }
      }
  }
}
