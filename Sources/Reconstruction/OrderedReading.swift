// Reconstruction: a text that runs in another order than its tables are printed → their rows, where all sums say so.
//
// `pdftotext` without `-layout` gives the cells of a table block by block: labels stand together, and so do numbers. The numbers among
// themselves mostly run row by row all the same. Whether they do is not seen in the text; the sums over rows and columns show it.
import DocumentModel
import ReportModel
import Statute

enum OrderedReading {
  /// A row is printed where a run of pieces is at least this much like its label.
  private static let printed = 0.6
  /// The labels of a table are those of a form where they are this much alike, taken together.
  private static let likeEnough = 0.7
  /// So many labels may be broken beyond recognition.
  private static let mostUnknown = 2
  /// A label is broken into no more pieces than this, others between them included.
  private static let mostPieces = 16
  /// More numbers than the table has cells may be page numbers; no more than this many are left out for a trial.
  private static let mostPageNumbers = 3
  private static let mostCharacters = 2_000

  /// The rows of the applications table, where its numbers in the order of the text make every sum hold and nothing else does.
  static func applications(_ tokens: [StreamReading.Token]) -> (rows: [PrintedRow], plan: ColumnPlan)? {
    guard let labels = Labels(tokens, table: .applications), let named = labels.namedColumns,
      named.count + 1 >= Form.applicantColumns.count, named.last == .total
    else { return nil }
    let columns = named.count
    let values = tokens.filter(\.isValue)
    let rows = labels.rows(for: values.count) { _ in columns }
    let expected = rows.count * columns
    guard values.count >= expected, values.count <= expected + mostPageNumbers else { return nil }
    guard let numbers = counts(values) else { return nil }
    let roles = rows.map { labels.form.rows[$0].id }
    var found: [[StreamReading.Token]] = []
    for left in pageNumbers(numbers, count: values.count - expected) {
      let kept = values.indices.filter { !left.contains($0) }
      let matrix = kept.map { numbers[$0] }
      guard ApplicationSums.hold(matrix, rows: roles, columns: columns) else { continue }
      let own = kept.map { values[$0] }
      if !found.contains(where: { $0.map(\.text) == own.map(\.text) }) { found.append(own) }
      if found.count > 1 { return nil }
    }
    guard let own = found.first, tells(own) else { return nil }
    let plan = ApplicantColumns.plan(of: named)
    return (labels.printedRows(rows, own, counts: rows.map { _ in columns }, firstValue: FieldRows.firstValue), plan)
  }

  /// The rows of the Article-20 table, which has no sums: only where the text is known to run in the order of its tables, and holds exactly as
  /// many numbers as the table has cells.
  static func article20(_ tokens: [StreamReading.Token]) -> [PrintedRow]? {
    guard let labels = Labels(tokens, table: .article20) else { return nil }
    let values = tokens.filter(\.isValue)
    let rows = labels.rows(for: values.count, columns: \.columns.count)
    let counts = rows.map { labels.form.rows[$0].columns.count }
    guard values.count == counts.reduce(0, +), runsAreRows(tokens, counts) else { return nil }
    return labels.printedRows(rows, values, counts: counts, firstValue: 1)
  }

  /// True where nothing says that the numbers run column by column: no label stands among those of one row, and where empty lines part most
  /// numbers, no two stand on lines that follow one another, as the cells of a column do.
  private static func runsAreRows(_ tokens: [StreamReading.Token], _ counts: [Int]) -> Bool {
    var ends: Set<Int> = []
    for count in counts { ends.insert((ends.max() ?? 0) + count) }
    var seen = 0
    var steps: Set<Int> = []
    for (token, next) in zip(tokens, tokens.dropFirst()) where token.isValue {
      seen += 1
      if next.isValue {
        steps.insert(min(2, next.line - token.line))
      } else if !ends.contains(seen) {
        return false
      }
    }
    return !steps.isSuperset(of: [1, 2])
  }

  /// True where labels part the numbers into no more pieces than a header in blocks does: with a label between any two, they run column by column.
  private static func runsAreFew(_ tokens: [StreamReading.Token]) -> Bool {
    let runs = tokens.split { !$0.isValue }
    if runs.count <= mostRuns { return true }
    // Each total apart under its own header.
    return runs.count == 6
      && runs.enumerated().allSatisfy { index, run in
        run.count == (index.isMultiple(of: 2) ? 4 : 1)
          && (index.isMultiple(of: 2) || Wording.folded(tokens[run.startIndex - 1].text) == Wording.folded("总计"))
      }
  }
  private static let mostRuns = 4

  /// Sums of nothing but zeros hold in any order: then all numbers must be written alike.
  private static func tells(_ values: [StreamReading.Token]) -> Bool {
    (counts(values)?.contains { $0 != 0 } ?? false) || Set(values.map(\.text)).count == 1
  }

  /// The ways to take so many of the numbers for those of pages, which follow one another.
  private static func pageNumbers(_ numbers: [Int], count: Int) -> [[Int]] {
    var result: [[Int]] = [[]]
    for _ in 0..<count {
      result = result.flatMap { earlier in
        numbers.indices.dropFirst((earlier.last ?? -1) + 1)
          .filter { index in earlier.last.map { numbers[$0] + 1 == numbers[index] } ?? (numbers[index] > 0) }
          .map { earlier + [$0] }
      }
    }
    return result
  }

  /// The numbers of the review table, where there are exactly as many as it has cells, and every sum holds.
  static func review(_ tokens: [StreamReading.Token]) -> [StreamReading.Token]? {
    let values = tokens.filter(\.isValue)
    let width = Form.reviewColumns.count
    guard values.count == 3 * width, runsAreFew(tokens), let numbers = counts(values), tells(values)
    else { return nil }
    let holds = (0..<3).allSatisfy { group in
      let own = numbers[(group * width)..<((group + 1) * width)]
      return own.dropLast().reduce(0, +) == own.last
    }
    return holds ? values : nil
  }

  /// The values as counts; nil where one is none.
  private static func counts(_ values: [StreamReading.Token]) -> [Int]? {
    ApplicationSums.counts(values.map { ValueReader.read($0.text, places: []) })
  }

  /// The labels of a table in a text, wherever they stand.
  private struct Labels {
    let form: Form
    /// The rows of the form whose labels are there.
    private let known: [Int]
    /// For each row of the form the pieces of text that print its label.
    private let labels: [[StreamReading.Token]]
    private let characters: Set<Unicode.Scalar>

    /// nil where most labels are not there.
    init?(_ tokens: [StreamReading.Token], table: TableID) {
      let words = tokens.filter { !$0.isValue }.map { (token: $0, text: Wording.folded($0.text)) }
      guard words.reduce(0, { $0 + $1.text.count }) <= OrderedReading.mostCharacters else { return nil }
      characters = Set(words.flatMap(\.text))
      var best: (form: Form, found: [Found], score: Double)?
      for template in Template.allCases {
        let form = Form.of(table, template)
        let found = Self.find(FormPatterns.labels(form), in: words.map(\.text))
        // A label that is not there speaks against the form as one that is there speaks for it.
        let score = found.reduce(0) { $0 + $1.likeness - 0.5 }
        if best == nil || score > best!.score { best = (form, found, score) }
      }
      guard let (form, found, score) = best,
        score >= (OrderedReading.likeEnough - 0.5) * Double(found.count)
      else { return nil }
      self.form = form
      known = form.rows.indices.filter { found[$0].likeness >= OrderedReading.printed }
      labels = found.map { $0.words.map { words[$0].token } }
    }

    private struct Found {
      var words: [Int] = []
      var likeness = 0.0
    }

    /// Where each label stands. A piece prints one of them: where two labels are most like the same one, it is the liker's.
    private static func find(_ labels: [LabelPattern], in words: [[Unicode.Scalar]]) -> [Found] {
      var result = labels.map { find($0, in: words, except: []) }
      var taken: [Int: Int] = [:]
      for row in labels.indices.sorted(by: { result[$0].likeness > result[$1].likeness }) {
        if result[row].words.contains(where: { taken[$0] != nil }) {
          result[row] = find(labels[row], in: words, except: Set(taken.keys))
        }
        for word in result[row].words { taken[word] = row }
      }
      return result
    }

    /// The run of pieces that is most like the label; pieces among them that add nothing to it are left out.
    private static func find(_ label: LabelPattern, in words: [[Unicode.Scalar]], except taken: Set<Int>) -> Found {
      var best = Found()
      for start in words.indices where !taken.contains(start) && label.commonLength(words[start]) > 0 {
        var own: [Int] = []
        var text: [Unicode.Scalar] = []
        for index in start..<min(words.count, start + OrderedReading.mostPieces) where !taken.contains(index) {
          let longer = text + words[index]
          guard label.commonLength(longer) > label.commonLength(text) else { continue }
          own.append(index)
          text = longer
          let likeness = label.likeness(text)
          if likeness > best.likeness { best = Found(words: own, likeness: likeness) }
        }
      }
      return best
    }

    /// The rows that are printed, told by how many numbers there are: all of the form's where there are enough for them, though a label may be
    /// broken beyond recognition; else those whose labels are there.
    func rows(for count: Int, columns: (FormRow) -> Int) -> [Int] {
      let all = form.rows.reduce(0) { $0 + columns($1) }
      return count >= all && known.count + OrderedReading.mostUnknown >= form.rows.count
        ? Array(form.rows.indices) : known
    }

    /// The columns that the text names; nil where it names others too.
    var namedColumns: [ColumnID]? { ApplicantColumns.named(in: characters) }

    /// The printed rows: each with its label and the next of the values.
    func printedRows(
      _ rows: [Int], _ values: [StreamReading.Token], counts: [Int], firstValue: Double
    ) -> [PrintedRow] {
      var rest = values[...]
      return zip(rows, counts).map { row, count in
        let own = rest.prefix(count)
        rest = rest.dropFirst(count)
        let pieces = labels[row].flatMap { FieldRows.cell($0.text, line: $0.line, column: 0).pieces }
        return FieldRows.row(
          [PrintedCell(left: 0, right: 1, pieces: pieces)]
            + own.enumerated().map { FieldRows.cell($1.text, line: $1.line, column: firstValue + Double($0)) },
          line: labels[row].first?.line ?? own.first?.line ?? 0, block: 0)
      }
    }
  }
}
