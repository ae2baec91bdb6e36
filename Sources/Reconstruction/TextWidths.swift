// Reconstruction: a text aligned by spaces → how wide its characters count.
import DocumentModel

/// Programs that align columns count ideographs as one or as two characters, and quotation marks as either. Where the numbers of rows stand under one
/// another in one of these ways, and in no other, it is that one: in the others they only seem to have places.
enum TextWidths {
  /// A line with so many numbers is a row.
  private static let row = 2
  /// So many rows tell.
  private static let fewestRows = 8
  /// So many columns a table has, at most: other numbers stand apart from it.
  private static let columns = 8
  /// In the right way so large a share of the numbers begins, or ends, where a column does.
  private static let aligned = 0.93
  /// In a wrong way less of them do.
  private static let clearly = 0.005

  /// The lines in each way to count them that may be the right one.
  static func plausible(_ source: [SourceLine]) -> [(width: LooseLines.Width, lines: [LooseLine])] {
    let isQuoted = LooseLines.holdQuotation(source)
    let ways = LooseLines.Width.allCases.filter { $0 != .doubleIdeographs || isQuoted }
      .map { (width: $0, lines: LooseLines.lines(source, width: $0)) }
    let shares = ways.map { share($0.lines) }
    guard let best = shares.compactMap({ $0 }).max(), best >= aligned else {
      return ways.filter { $0.width != .doubleIdeographs }
    }
    return zip(ways, shares).filter { ($1 ?? 0) >= best - clearly }.map(\.0)
  }

  /// The share of the numbers of rows that begin, or that end, at the most usual places; nil with too few rows.
  private static func share(_ lines: [LooseLine]) -> Double? {
    // Of the review table, which is one row, no two numbers stand under one another.
    let rows = lines.map(\.values).filter { (row...columns).contains($0.count) }
    guard rows.count >= fewestRows else { return nil }
    let all = rows.joined()
    return [\LooseRun.left, \LooseRun.right].map { side in
      let counts = all.reduce(into: [:]) { $0[$1[keyPath: side], default: 0] += 1 }
      return Double(counts.values.sorted(by: >).prefix(columns).reduce(0, +)) / Double(all.count)
    }.max()
  }
}
