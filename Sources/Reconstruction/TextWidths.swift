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

  /// The lines in each way to count them, first those that may be the right one. Where another one is, only a proof tells it.
  static func ways(_ source: [SourceLine]) -> [(lines: [LooseLine], isPlausible: Bool)] {
    let isQuoted = LooseLines.holdQuotation(source)
    let widths = LooseLines.Width.allCases.filter { $0 != .doubleIdeographs || isQuoted }
    let ways = widths.map { LooseLines.lines(source, width: $0) }
    let shares = ways.map { share($0) ?? 0 }
    guard let best = shares.max(), best >= aligned else {
      return zip(widths, ways).filter { $0.0 != .doubleIdeographs }.map { ($0.1, true) }
    }
    let all = zip(ways, shares).map { (lines: $0, isPlausible: $1 >= best - clearly) }
    return all.filter(\.isPlausible) + all.filter { !$0.isPlausible }
  }

  /// In the labels of the first and the last row of the applications table.
  private static let begin = "新收政府信息"
  private static let end = "结转下"

  /// The share of the numbers of rows that begin, or that end, at the most usual places; nil with too few rows.
  private static func share(_ lines: [LooseLine]) -> Double? {
    // Other tables have columns of their own.
    guard let first = lines.firstIndex(where: { $0.text.holds(begin) }),
      let last = lines.lastIndex(where: { $0.text.holds(end) }), first < last
    else { return nil }
    let rows = lines[first...last].map(\.values).filter { (row...columns).contains($0.count) }
    guard rows.count >= fewestRows else { return nil }
    let all = rows.joined()
    return [\LooseRun.left, \LooseRun.right].map { side in
      let counts = all.reduce(into: [:]) { $0[$1[keyPath: side], default: 0] += 1 }
      return Double(counts.values.sorted(by: >).prefix(columns).reduce(0, +)) / Double(all.count)
    }.max()
  }
}
