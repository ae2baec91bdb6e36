// Reconstruction: pieces of a text without the order of its tables → which of them print the labels of a table's rows.
import ReportModel
import Statute

/// The labels of a table in a text, wherever they stand.
struct ScatteredLabels {
  /// A row is printed where a run of pieces is at least this much like its label.
  private static let printed = 0.6
  /// The labels of a table are those of a form where they are this much alike, taken together.
  private static let likeEnough = 0.7
  /// So many labels may be broken beyond recognition.
  private static let mostUnknown = 2
  /// A label is broken into no more pieces than this, others between them included.
  private static let mostPieces = 16
  private static let mostCharacters = 2_000
  /// A numbered piece with so many characters is a label, not what is left of one.
  private static let foreignLength = 5

  let form: Form
  /// The rows of the form whose labels are there.
  let known: [Int]
  /// For each row of the form the places of the pieces of text that print its label.
  let places: [[Int]]
  private let tokens: [StreamReading.Token]
  /// True where a piece that is none of these labels is numbered like one: a row that the form lacks.
  private let hasForeignRow: Bool
  let characters: Set<Unicode.Scalar>

  /// nil where most labels are not there.
  init?(_ tokens: [StreamReading.Token], table: TableID) {
    self.tokens = tokens
    let words = tokens.indices.filter { !tokens[$0].isValue }.map { (place: $0, text: Wording.folded(tokens[$0].text)) }
    guard words.reduce(0, { $0 + $1.text.count }) <= Self.mostCharacters else { return nil }
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
      score >= (Self.likeEnough - 0.5) * Double(found.count)
    else { return nil }
    self.form = form
    known = form.rows.indices.filter { found[$0].likeness >= Self.printed }
    let places = found.map { $0.words.map { words[$0].place } }
    self.places = places
    let own = Set(places.joined())
    hasForeignRow = words.contains {
      !own.contains($0.place) && $0.text.count >= Self.foreignLength
        && StreamReading.startsNumbered(tokens[$0.place].text)
    }
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
      for index in start..<min(words.count, start + Self.mostPieces) where !taken.contains(index) {
        let longer = text + words[index]
        guard label.commonLength(longer) > label.commonLength(text) else { continue }
        own.append(index)
        text = longer
        let likeness = likeness(of: text, to: label, areTogether: index - own[0] + 1 == own.count)
        if likeness > best.likeness { best = Found(words: own, likeness: likeness) }
      }
    }
    return best
  }

  /// What is nearly the whole label is it with other pieces among its own as well.
  private static let nearlyWhole = 0.85

  /// How much like a label pieces are. All of their words are the label's; that says that it is printed shortened only where they stand together, since
  /// characters of stacked names and of groups are found all over a text.
  private static func likeness(of text: [Unicode.Scalar], to label: LabelPattern, areTogether: Bool) -> Double {
    let isWhole = Double(label.commonLength(text)) >= nearlyWhole * Double(label.characters.count)
    return areTogether || isWhole ? label.likeness(text) : label.wholeLikeness(text)
  }

  /// The rows that are printed, told by how many numbers there are: all of the form's where there are enough for them, though a label may be
  /// broken beyond recognition; else those whose labels are there.
  func rows(for count: Int, columns: (FormRow) -> Int) -> [Int] {
    let all = form.rows.reduce(0) { $0 + columns($1) }
    return count >= all && known.count + (hasForeignRow ? 0 : Self.mostUnknown) >= form.rows.count
      ? Array(form.rows.indices) : known
  }

  /// The printed rows: each with its label and the next of the values.
  func printedRows(
    _ rows: [Int], _ values: [StreamReading.Token], counts: [Int], firstValue: Double
  ) -> [PrintedRow] {
    var rest = values[...]
    return zip(rows, counts).map { row, count in
      let own = rest.prefix(count)
      rest = rest.dropFirst(count)
      return printedRow(row, own, firstValue: firstValue)
    }
  }

  /// One printed row: its label and its values.
  func printedRow(_ row: Int, _ own: ArraySlice<StreamReading.Token>, firstValue: Double) -> PrintedRow {
    let label = places[row].map { tokens[$0] }
    let pieces = label.flatMap { FieldRows.cell($0.text, line: $0.line, column: 0).pieces }
    return FieldRows.row(
      [PrintedCell(left: 0, right: 1, pieces: pieces)]
        + own.enumerated().map { FieldRows.cell($1.text, line: $1.line, column: firstValue + Double($0)) },
      line: label.first?.line ?? own.first?.line ?? 0, block: 0)
  }
}
