// Reconstruction: lines of a text whose header comes again over columns that stand elsewhere → the same with the columns above one another.
import Statute

/// `pdftotext -layout` sets each page by itself: where the header of the applications table is repeated on the next page, it stands over its numbers there,
/// and both stand elsewhere than on the page before. Each header tells where its own columns are.
enum HeadedSheets {
  private static let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
  private static let names = Form.applicantColumns.map { (id: $0, name: Wording.folded(labels[$0]!)) }
  /// What stands in a header besides the names: over several of them, and in the corner.
  private static let others = ["申请人情况", "法人或其他组织", "勾稽", "列数据", "第一项", "第二项", "第三项", "第四项"].map(Wording.folded)
  /// Nearly all names: reports leave out a column now and then.
  private static let fewest = Form.applicantColumns.count - 1

  /// A header: its lines, its words, and where the names in it stand, from left to right.
  private struct Header {
    var lines: Range<Int>
    var words: Set<LooseRun>
    var columns: [ColumnID]
    var middles: [Double]
  }

  static func aligned(_ lines: [LooseLine]) -> [LooseLine] {
    guard lines.first?.isText == true else { return lines }
    let headers = headers(lines)
    guard let first = headers.first, headers.count > 1, headers.allSatisfy({ $0.columns == first.columns }),
      headers.contains(where: { $0.middles != first.middles })
    else { return lines }
    var result = lines
    for (header, end) in zip(headers, headers.dropFirst().map(\.lines.lowerBound) + [lines.count]).dropFirst() {
      // Labels of rows may stand beside it.
      for index in header.lines { result[index].runs.removeAll(where: header.words.contains) }
      for index in header.lines.upperBound..<end {
        result[index].runs = moved(lines[index].runs, from: header, to: first)
      }
    }
    return result
  }

  /// The numbers of a line at the same places between the columns of the other header. Where there is one for each column their order tells it, as lines shift.
  private static func moved(_ runs: [LooseRun], from own: Header, to target: Header) -> [LooseRun] {
    let isWhole = runs.count(where: \.isValue) == own.middles.count
    let pitch = zip(target.middles, target.middles.dropFirst()).map { $1 - $0 }.min() ?? 0
    var column = 0
    return runs.sorted { $0.left < $1.left }.map { run in
      guard run.isValue else { return run }
      defer { column += 1 }
      var middle = moved(run.midX, from: own, to: target)
      if isWhole {
        let reach = reach * pitch
        middle = min(max(middle, target.middles[column] - reach), target.middles[column] + reach)
      }
      var run = run
      let half = (run.right - run.left) / 2
      (run.left, run.right) = (middle - half, middle + half)
      return run
    }
  }
  /// So far from the middle of its name a number may stand, as a share of the way to the next.
  private static let reach = 0.6

  /// A place beyond the first or the last column as between the first or the last two.
  private static func moved(_ place: Double, from own: Header, to target: Header) -> Double {
    let k = min(max(0, own.middles.lastIndex { $0 <= place } ?? 0), own.middles.count - 2)
    let share = (place - own.middles[k]) / (own.middles[k + 1] - own.middles[k])
    return target.middles[k] + share * (target.middles[k + 1] - target.middles[k])
  }

  /// The headers whose names can be told: lines without numbers, one after the other, that name nearly all columns from left to right.
  private static func headers(_ lines: [LooseLine]) -> [Header] {
    var result: [Header] = []
    var start = 0
    while start < lines.count {
      guard lines[start].values.isEmpty else {
        start += 1
        continue
      }
      let end = lines[start...].firstIndex { !$0.values.isEmpty } ?? lines.count
      if let header = header(lines, start..<end) { result.append(header) }
      start = end
    }
    return result
  }

  private static func header(_ lines: [LooseLine], _ range: Range<Int>) -> Header? {
    let runs = lines[range].flatMap(\.runs)
    guard range.count <= longest, runs.count <= mostRuns else { return nil }
    var columns: [(left: Double, right: Double, text: [Unicode.Scalar], runs: [LooseRun])] = []
    var words: Set<LooseRun> = []
    for run in runs {
      let text = Wording.folded(run.text)
      if text.isEmpty || others.contains(where: { text.contains($0) }) {
        words.insert(run)
        continue
      }
      if let index = columns.firstIndex(where: { min($0.right, run.right) > max($0.left, run.left) }) {
        columns[index].left = min(columns[index].left, run.left)
        columns[index].right = max(columns[index].right, run.right)
        columns[index].text += text
        columns[index].runs.append(run)
      } else {
        columns.append((run.left, run.right, text, [run]))
      }
    }
    columns.sort { $0.left < $1.left }
    let named = columns.compactMap { column in
      names.first { $0.name == column.text }.map {
        (id: $0.id, middle: (column.left + column.right) / 2, runs: column.runs)
      }
    }
    guard named.count >= fewest, Set(named.map(\.id)).count == named.count else { return nil }
    words.formUnion(named.flatMap(\.runs))
    return Header(lines: range, words: words, columns: named.map(\.id), middles: named.map(\.middle))
  }
  /// A header has no more lines: names one character a line, empty lines between them, and labels of rows before and behind.
  private static let longest = 60
  /// Nor so many words.
  private static let mostRuns = 300
}
