// Reconstruction: a text aligned by spaces → how wide its characters count.
import DocumentModel

/// Programs that align columns count ideographs as one or as two characters, and quotation marks as either. Where the numbers of rows stand under one
/// another in one of these ways, and in no other, it is that one: in the others they only seem to have places.
enum TextWidths {
  /// A line with so many numbers is a row.
  private static let row = 1
  /// So many rows tell.
  private static let fewestRows = 8
  /// So many columns the table has.
  private static let columns = 7
  /// In the right way so large a share of the numbers begins, or ends, where a column does.
  private static let aligned = 0.93
  /// In a wrong way less of them do.
  private static let clearly = 0.005

  /// The lines in each way to count them, first those that may be the right one. Where another one is, only a proof tells it.
  static func ways(_ source: [SourceLine]) -> [(lines: [LooseLine], isPlausible: Bool)] {
    let isQuoted = LooseLines.holdQuotation(source)
    let widths = LooseLines.Width.allCases.filter { $0 != .doubleIdeographs || isQuoted }
    let ways = widths.map { LooseLines.lines(source, width: $0) }
    let grids = ways.map(grid)
    guard let best = grids.compactMap({ $0?.share }).max(), best >= aligned else {
      return zip(widths, ways).filter { $0.0 != .doubleIdeographs }.map { ($0.1, true) }
    }
    let all = zip(ways, grids).map { lines, grid in
      guard let grid, grid.share >= best - clearly else { return (lines: lines, isPlausible: false) }
      return (lines: marked(lines, grid), isPlausible: true)
    }
    return all.filter(\.isPlausible) + all.filter { !$0.isPlausible }
  }

  /// Where numbers of a text begin, or end.
  private struct Grid {
    var side: KeyPath<LooseRun, Double>
    var places: Set<Double>
    var share: Double
    var rows: ClosedRange<Int>
  }

  /// The lines, with those numbers marked that stand beside all columns where others stand exactly in them: their row has shifted.
  private static func marked(_ lines: [LooseLine], _ grid: Grid) -> [LooseLine] {
    lines.enumerated().map { index, line in
      guard grid.rows.contains(index) else { return line }
      var line = line
      for run in line.runs.indices
      where line.runs[run].isValue && !grid.places.contains(line.runs[run][keyPath: grid.side]) {
        line.runs[run].isParted = true
      }
      return line
    }
  }

  /// In the labels of the first and the last row of the applications table.
  private static let begin = "新收政府信息"
  private static let end = "结转下"

  /// The most usual places at which the numbers of rows begin, or end, whichever are fewer; nil with too few rows.
  private static func grid(_ lines: [LooseLine]) -> Grid? {
    guard let range = table(in: lines) else { return nil }
    let rows = rows(lines[range])
    let all = rows.joined()
    return [\LooseRun.left, \LooseRun.right].map { side in
      let counts = all.reduce(into: [:]) { $0[$1[keyPath: side], default: 0] += 1 }
      let usual = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(columns)
      return Grid(
        side: side, places: Set(usual.map(\.key)),
        share: Double(usual.reduce(0) { $0 + $1.value }) / Double(all.count), rows: range)
    }.max { $0.share < $1.share }
  }

  /// The lines of the applications table: other tables have columns of their own. Sentences use the words of its labels, too, but there are no rows between
  /// them.
  private static func table(in lines: [LooseLine]) -> ClosedRange<Int>? {
    let texts = lines.map(\.text)
    let ends = texts.indices.filter { texts[$0].holds(end) }.suffix(mentions)
    for first in texts.indices.filter({ texts[$0].holds(begin) }).suffix(mentions).reversed() {
      for last in ends where last > first && rows(lines[first...last]).count >= fewestRows { return first...last }
    }
    return nil
  }
  /// A report mentions each no more often, from the table on.
  private static let mentions = 4

  /// The numbers of those lines that may be rows.
  private static func rows(_ lines: ArraySlice<LooseLine>) -> [[LooseRun]] {
    lines.map(\.values).filter { (row...columns).contains($0.count) }
  }
}
