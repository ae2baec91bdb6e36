// Reconstruction: labels and rows of numbers in the order of a text → whether one row's numbers stand where another's belong.
import ReportModel
import Statute

enum ExchangedBlocks {
  static func areIn(
    _ tokens: [StreamReading.Token], _ labels: [[Int]], _ roles: [RowID], _ numbers: [[Int]?]
  ) -> Bool {
    !rows(tokens, labels, roles, numbers).isEmpty
  }

  /// Sums hold whichever outcome stands in which row. The rows where just a row of numbers stands between a label and the next, and is by its order another
  /// row's, while the label's own would stand before it: a converter has put one block before the other, or a label has come late. With them the rows whose
  /// numbers these are, and all between the first of them and the last: where numbers are alike nothing shows which of them is the late one.
  static func rows(
    _ tokens: [StreamReading.Token], _ labels: [[Int]], _ roles: [RowID], _ numbers: [[Int]?]
  ) -> Set<Int> {
    var rowOf: [Int: Int] = [:]
    for (row, own) in numbers.enumerated() { for index in own ?? [] { rowOf[index] = row } }
    let texts = numbers.map { $0?.map { tokens[$0].text } ?? [] }
    if isSorted(tokens, labels, rowOf) { return [] }
    // The rows whose numbers stand before their label, and is another row's behind it; nil where none is.
    let behind = labels.indices.map { k -> Int? in
      guard ApplicationSums.Role(roles[k]) == .outcome, let end = labels[k].last, let own = numbers[k], !own.isEmpty
      else { return nil }
      let run = tokens[(end + 1)...].indices.prefix { tokens[$0].isValue }
      guard own[0] < end, run.count == own.count, let first = run.first, let other = rowOf[first], other != k,
        ApplicationSums.Role(roles[other]) == .outcome
      else { return nil }
      return other
    }
    let differing = labels.indices.filter { k in behind[k].map { texts[k] != texts[$0] } ?? false }
    guard var first = differing.min(), var last = differing.compactMap({ behind[$0] }).max() else { return [] }
    last = max(last, differing.max()!)
    first = min(first, differing.compactMap { behind[$0] }.min()!)
    // Labels before and behind them that have the numbers of the next, alike as these are.
    while first > 0, behind[first - 1] != nil { first -= 1 }
    while last + 1 < labels.count, behind[last] != nil { last += 1 }
    return Set((first...last).filter { ApplicationSums.Role(roles[$0]) == .outcome })
  }

  /// So many labels that each come before the one above them are no chance.
  private static let upward = 3

  /// True where labels come from the foot of the table up: the numbers beside them do so as well, for all that is known.
  static func areUpward(_ tokens: [StreamReading.Token]) -> Bool {
    let rows = DisorderedText.order(of: tokens.lazy.filter { !$0.isValue }.map(\.text))
    var steps = 0
    for (one, next) in zip(rows, rows.dropFirst()) {
      steps = next < one ? steps + 1 : 0
      if steps >= upward { return true }
    }
    return false
  }

  /// True where the numbers of every row stand right before its label or right behind it, and labels of one line have them on the same side as each
  /// other, and so have labels of several: a converter has put the blocks in the order of their feet.
  private static func isSorted(_ tokens: [StreamReading.Token], _ labels: [[Int]], _ rowOf: [Int: Int]) -> Bool {
    var sides: [Bool: Set<Bool>] = [:]
    for (row, label) in labels.enumerated() {
      guard let first = label.first, let last = label.last,
        !rowOf.keys.contains(where: { first < $0 && $0 < last }),
        let before = rowOf.keys.filter({ $0 < first }).max().map({ rowOf[$0] }) ?? .some(nil),
        let behind = rowOf.keys.filter({ $0 > last }).min().map({ rowOf[$0] }) ?? .some(nil),
        before == row || behind == row
      else { return false }
      sides[Set(label.map { tokens[$0].line }).count == 1, default: []].insert(before == row)
    }
    return sides.values.allSatisfy { $0.count == 1 }
  }
}
