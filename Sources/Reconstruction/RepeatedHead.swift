// Reconstruction: the rows of the Article-20 table on several pages → the same without the head that each page repeats.

/// The head of a table that is printed again on a new page (`thead`, a row that word processors repeat) is that of its first block. Under it the next page may
/// begin in the middle of another one, whose own header stands on the page before.
enum RepeatedHead {
  /// A caption, and the names of the columns.
  private static let longest = 2

  static func removed(_ rows: [PrintedRow]) -> [PrintedRow] {
    let texts = rows.map { row in row.cells.map(\.folded).filter { !$0.isEmpty } }
    let named = rows.prefix(longest).prefix { row in !row.cells.contains { !$0.isEmpty && $0.isValue } }
    let head = texts.prefix(named.count).prefix { !$0.isEmpty }
    guard !head.isEmpty, let label = texts.dropFirst(head.count).first?.first else { return rows }
    var result = rows
    for index in rows.indices.dropFirst(longest).reversed() where rows[index].page > rows[index - 1].page {
      let count = zip(head, texts[index...]).prefix { $0 == $1 }.count
      // Under the head of a table that is printed once more its first row comes again.
      guard count > 0, texts.indices.contains(index + count), texts[index + count].first != label else { continue }
      result.removeSubrange(index..<(index + count))
    }
    return result
  }
}
