// Reconstruction: a text → whether it gives one cell a line, in the order of the form.
import DocumentModel
import ReportModel
import Statute

/// A converter of pages breaks labels over lines, and sets what belongs to one block apart from the next: its numbers may stand behind labels that
/// are not theirs. Where every label of the applications table stands whole on a line of its own, in the order of the form, and all lines follow one
/// another alike, someone wrote down the cells one after the other. Then numbers are those of the label before them, however many were left blank.
enum CellALine {
  /// A label is whole where it is at least this much like the form's: 2 of 20 characters may be misprinted.
  private static let whole = 0.85
  /// Page breaks and the like between lines.
  private static let mostBreaks = 3

  static func holds(_ tokens: [StreamReading.Token]) -> Bool {
    // Numbers that stand nowhere among the labels stand elsewhere.
    guard tokens.contains(where: \.isValue) else { return false }
    return Template.allCases.contains { template in
      guard let first = first(tokens, template) else { return false }
      return follow(Array(tokens[first...]))
    }
  }

  /// Where the labels begin; nil where one is not whole, or not in its place.
  private static func first(_ tokens: [StreamReading.Token], _ template: Template) -> Int? {
    let labels = FormPatterns.labels(Form.of(.applications, template))
    var places: [Int] = []
    for label in labels {
      let start = (places.last ?? -1) + 1
      guard
        let place = tokens[start...].firstIndex(where: {
          !$0.isValue && label.likeness(Wording.folded($0.text)) >= whole
        })
      else { return nil }
      if let last = places.last, !isRow(tokens[(last + 1)..<place]) { return nil }
      places.append(place)
    }
    return places.first
  }

  // MARK: Blank cells that are empty lines

  /// The tables of a text, each with the lines it takes, with empty lines as blank cells; nil where they are none: behind each label of the
  /// applications table stand exactly as many numbers and empty lines as the table has columns, and the next label.
  static func withBlanks(
    _ regions: [(id: TableID, range: Range<Int>)], of lines: [SourceLine]
  ) -> [TableID: [StreamReading.Token]]? {
    guard let own = regions.first(where: { $0.id == .applications })?.range else { return nil }
    let all = blanks(lines, own) { _ in Form.applicantColumns.count }
    guard all.contains(where: \.text.isEmpty),
      let tokens = Template.allCases.lazy.compactMap({ filled(all, $0) }).first
    else { return nil }
    var result: [TableID: [StreamReading.Token]] = [.applications: tokens]
    for region in regions where region.id != .applications {
      result[region.id] = blanks(lines, region.range) { label in
        region.id == .reviewAndLitigation ? 3 * Form.reviewColumns.count : label.holds("采购") ? 2 : 1
      }
      if region.id == .reviewAndLitigation { result[region.id] = result[region.id].map(withoutHeaderBlanks) }
    }
    return result
  }

  /// The pieces of the lines, with empty ones behind the first label or number as blank cells. The last cells of a table may be blank, too: the
  /// row under the last label is filled up by the empty lines behind it.
  private static func blanks(
    _ lines: [SourceLine], _ range: Range<Int>, columns: (String) -> Int
  ) -> [StreamReading.Token] {
    var tokens: [StreamReading.Token] = []
    for line in lines[range] {
      let own = StreamReading.tokens([line], whole: true)
      if !own.isEmpty {
        tokens += own
      } else if !tokens.isEmpty {
        tokens.append(.init(text: "", line: line.number, isValue: true))
      }
    }
    let count = columns(tokens.last { !$0.isValue }?.text ?? "")
    var last = tokens.reversed().prefix { $0.isValue }.count
    for line in lines[range.upperBound...] {
      guard last < count, line.text.allSatisfy(\.isWhitespace) else { break }
      tokens.append(.init(text: "", line: line.number, isValue: true))
      last += 1
    }
    return tokens
  }

  /// The pieces, where each label of the form is there with as many numbers and blanks behind it as there are columns. Cells that go on in the next
  /// row may leave an empty line there each, those of 三、本年度办理结果 and of a group: these are left out.
  private static func filled(_ tokens: [StreamReading.Token], _ template: Template) -> [StreamReading.Token]? {
    let form = Form.of(.applications, template)
    var result: [StreamReading.Token] = []
    var start = 0
    var isMerged: Bool?
    for (index, label) in FormPatterns.labels(form).enumerated() {
      guard
        let place = tokens[start...].firstIndex(where: {
          !$0.isValue && label.likeness(Wording.folded($0.text)) >= whole
        })
      else { return nil }
      let values = tokens[(place + 1)...].prefix { $0.isValue }
      let more = values.dropFirst(Form.applicantColumns.count)
      let merged = merged(index, form)
      guard values.count >= Form.applicantColumns.count, more.allSatisfy(\.text.isEmpty),
        more.isEmpty ? merged == 0 || isMerged != true : more.count == merged && isMerged != false
      else { return nil }
      if merged > 0 { isMerged = !more.isEmpty }
      result += tokens[start...place] + values.dropLast(more.count)
      start = values.endIndex
    }
    return result + tokens[start...]
  }

  /// How many cells beside the row's own go on in the row of the form behind it.
  private static func merged(_ index: Int, _ form: Form) -> Int {
    guard index + 1 < form.rows.count else { return 0 }
    let (row, next) = (form.rows[index], form.rows[index + 1])
    func isResult(_ id: RowID) -> Bool { [.outcome, .total].contains(ApplicationSums.Role(id)) }
    guard isResult(row.id), isResult(next.id) else { return 0 }
    return next.group != nil && next.group == row.group ? 2 : 1
  }

  /// Without what merged cells of the header leave between its words.
  private static func withoutHeaderBlanks(_ tokens: [StreamReading.Token]) -> [StreamReading.Token] {
    let last = tokens.lastIndex { !$0.isValue } ?? 0
    return tokens[..<last].filter { !$0.text.isEmpty } + tokens[last...]
  }

  private static let groups = (Set(Form.of(.applications, .form2021).rows.compactMap(\.group)).sorted() + ["三、本年度办理结果"])
    .map { LabelPattern($0) }

  /// True for what may stand between two labels: numbers, no more than there are columns, then the labels of groups.
  private static func isRow(_ tokens: ArraySlice<StreamReading.Token>) -> Bool {
    let values = tokens.prefix { $0.isValue }
    let rest = tokens.dropFirst(values.count)
    return values.count <= Form.applicantColumns.count && !rest.contains { $0.isValue } && areGroups(rest.map(\.text))
  }

  /// True for labels of groups, each in one piece or in two: （三） and 不予公开.
  private static func areGroups(_ texts: [String]) -> Bool {
    var rest = texts[...]
    while !rest.isEmpty {
      let pieces = (1...2).first { count in
        rest.count >= count && groups.contains { $0.likeness(Wording.folded(rest.prefix(count).joined())) >= whole }
      }
      guard let pieces else { return false }
      rest = rest.dropFirst(pieces)
    }
    return true
  }

  /// True where each piece stands on a line of its own, as far from the one before it as all others.
  static func follow(_ tokens: [StreamReading.Token]) -> Bool {
    var steps: [Int: Int] = [:]
    for (token, next) in zip(tokens, tokens.dropFirst()) { steps[next.line - token.line, default: 0] += 1 }
    return steps[0] == nil && (steps.values.max() ?? 0) >= tokens.count - 1 - mostBreaks
  }
}
