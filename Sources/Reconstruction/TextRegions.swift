import DocumentModel
// Reconstruction: lines of a text, or lines of a page outside ruled areas → where each table stands among them.
import Statute

/// Where the tables stand in a text without fields.
enum TextRegions {
  /// For each table the lines from its first to its last word of the form, between the headings of sections.
  static func find(_ lines: [SourceLine]) -> [(id: TableID, range: Range<Int>)] {
    let flow = lines.map(TextFlow.line)
    var headings: [Int] = []
    var sections: [(id: SectionID, index: Int, end: Int)] = []
    let filled = lines.indices.filter { lines[$0].text.contains { !$0.isWhitespace } }
    let filledFlow = filled.map { flow[$0] }
    // A heading without its numeral bounds nothing, but is no part of a table.
    var unnumbered: Set<Int> = []
    for (position, index) in filled.enumerated() where index > headings.last ?? -1 {
      if let candidate = Headings.candidate(filledFlow, at: position), candidate.numeral != nil {
        headings += filled[position..<(position + candidate.lineCount)]
        sections.append((candidate.id, index, (headings.last ?? index) + 1))
      } else if let candidate = Headings.candidate([filledFlow[position]], at: 0), candidate.score >= bare {
        unnumbered.insert(index)
        sections.append((candidate.id, index, index + 1))
      }
    }
    let isHeading = Set(headings).union(unnumbered)
    // Unless no heading has one: those of a list lose them when a page is copied.
    let bounds = headings.isEmpty ? unnumbered.sorted() : headings
    var result: [(TableID, Range<Int>)] = []
    let tables = lines.indices.map { index -> TableID? in
      let text = Wording.folded(lines[index].text)
      guard text.count <= 60, !lines[index].text.holds("。"), !isHeading.contains(index), !isSentence(lines[index].text)
      else { return nil }
      if (ReviewHeader.parts(text) ?? []).count >= 4 { return .reviewAndLitigation }
      return TableSorter.table(of: text)?.table
    }
    for id in TableID.allCases {
      let own = lines.indices.filter { tables[$0] == id }
      if own.count >= 3, let range = densest(own, of: id, headings: bounds, unnumbered: unnumbered, lines: lines) {
        result.append((id, range))
      } else if id == .reviewAndLitigation, let range = stackedReview(lines, sections: sections) {
        result.append((id, range))
      }
    }
    // Where two overlap, the later begins where its own words do.
    for index in result.indices.dropFirst() where result[index].1.lowerBound < result[index - 1].1.upperBound {
      result[index - 1].1 =
        result[index - 1].1.lowerBound..<max(result[index - 1].1.lowerBound, result[index].1.lowerBound)
    }
    return result
  }

  /// True for a part of a sentence, which a text breaks into lines: no label has so many commas, but those of thousands.
  private static func isSentence(_ text: String) -> Bool {
    guard text.holds("，") else { return false }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.dropFirst().count { index in
      scalars[index] == "，"
        && !(Wording.isDigit(scalars[index - 1]) && index + 1 < scalars.count && Wording.isDigit(scalars[index + 1]))
    } >= commas
  }
  private static let commas = 2

  /// A line without a numeral is a heading where it is so much like one.
  private static let bare = 0.7
  /// So many numbers behind a label make a row, whatever became of the label.
  private static let several = 5

  /// So many lines further the next row stands, whatever space is left between them.
  private static let furthest = 4

  /// The beginning of a name that wraps has so many characters of it, or it may be another word.
  private static let telling = 3
  private static let reviewNames = ["结果维持", "结果纠正", "其他结果", "尚未审结"].map(Wording.folded)

  /// True for a line with the name of one of the review table's columns, or its beginning.
  private static func isOfReview(_ text: String) -> Bool {
    let text = Wording.folded(text)
    return text.count >= telling && reviewNames.contains { $0.starts(with: text) }
  }

  private static func isEmpty(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  /// True for a line of nothing but numbers.
  private static func isNumbers(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return !words.isEmpty && words.allSatisfy { ValueReader.isValue(String($0)) }
      && !(words.count == 1 && PageFlow.isPageNumber(text) && text.holds("-"))
  }

  /// True for some words with a number behind them, the way a row of a table is printed.
  private static func endsInNumber(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, let first = words.first, let last = words.last, !text.holds("。") else { return false }
    if endsInNumbers(text) { return true }
    return ValueReader.isValue(String(last))
      && first.unicodeScalars.allSatisfy { Wording.isIdeograph($0) || $0.isUnknown }
  }

  /// True for a line whose last words are so many numbers that it is a row.
  private static func endsInNumbers(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).reversed().prefix { ValueReader.isValue(String($0)) }.count >= several
  }

  /// Section 四 where its header is printed character above character, so that no word of it stands on one line: by its numbers.
  private static func stackedReview(
    _ lines: [SourceLine], sections: [(id: SectionID, index: Int, end: Int)]
  ) -> Range<Int>? {
    for (position, section) in sections.enumerated() where section.id == .reviewAndLitigation {
      let end = position + 1 < sections.count ? sections[position + 1].index : lines.count
      // A sentence may stand before it, or behind it where the next heading is lost.
      let own = Array(section.end..<max(section.end, end))
      for part in own.split(whereSeparator: { lines[$0].text.holds("。") }) {
        let words = part.map { lines[$0].text.split(whereSeparator: \.isWhitespace).map(String.init) }
        let values = words.reduce(0) { $0 + $1.count(where: ValueReader.isValue) }
        guard values >= 10, let first = zip(part, words).first(where: { !$1.isEmpty })?.0 else { continue }
        return first..<(part[part.endIndex - 1] + 1)
      }
    }
    return nil
  }

  /// The stretch between two headings that holds most of the lines, from the first of them to the heading after the last.
  private static func densest(
    _ own: [Int], of id: TableID, headings: [Int], unnumbered: Set<Int>, lines: [SourceLine]
  ) -> Range<Int>? {
    let bounds = [-1] + headings + [lines.count]
    var best: (words: Int, range: Range<Int>)?
    var rest = own[...]
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      let inside = rest.drop { $0 <= start }.prefix { $0 < end }
      rest = rest[inside.endIndex...]
      if let first = inside.first, inside.count > (best?.words ?? 2) {
        // The table ends with its last word, its last line of numbers, or a row under it whose label is not quite the form's.
        // What stands under a heading that has lost its numeral is another table's.
        var end = min(end, unnumbered.filter { $0 > inside.last! }.min() ?? end)
        // Names of the next table's columns may stand before its heading, and numbers under them.
        if id == .applications {
          end = lines.indices[min(inside.last! + 1, end)..<end].first { isOfReview(lines[$0].text) } ?? end
        }
        let after = (inside.last! + 1)..<max(inside.last! + 1, end)
        let last = after.last { isNumbers(lines[$0].text) } ?? inside.last!
        let rows = rowsBehind(last, to: end, of: id, lines: lines)
        best = (inside.count, first..<(rows + 1))
      }
    }
    return best?.range
  }

  /// The last line of the rows that go on behind a line, of which labels are not quite the form's, or wrap.
  private static func rowsBehind(_ line: Int, to end: Int, of id: TableID, lines: [SourceLine]) -> Int {
    let labels = rowLabels[id]!
    let longest = labels.map(\.count).max()!
    var (last, others) = (line, 0)
    // What stands before a line, as far as it may be a part of its label.
    var between: [Unicode.Scalar] = []
    var index = line + 1
    while index < end, others < furthest {
      let text = lines[index].text
      defer { index += 1 }
      if isEmpty(text) {
        others += 1
        continue
      }
      if between.isEmpty && endsInNumber(text) || endsInNumbers(text) || endsLabel(between, text, id) {
        (last, others, between) = (index, 0, [])
        continue
      }
      if text.holds("。") { break }
      let own = Wording.folded(text)
      // No label goes on for longer.
      if between.count > longest || !isPart(own, of: labels) { others += 1 }
      between = (between + own).suffix(longest + 1)
      // A label without numbers is that of a blank row.
      if labels.contains(where: { $0.count >= wholeLabel && between.suffix($0.count) == $0[...] }) {
        (last, others, between) = (index, 0, [])
      }
    }
    return last
  }

  private static let rowLabels: [TableID: [[Unicode.Scalar]]] = Dictionary(
    uniqueKeysWithValues: TableID.allCases.map { id in
      (id, Template.allCases.flatMap { Form.of(id, $0).rows.map { Wording.folded($0.label) } })
    })

  /// A label without numbers behind it is one by chance where it is shorter.
  private static let wholeLabel = 6
  /// A part of a label that says which one it is has so many characters.
  private static let part = 2
  /// One number alone behind a label of the larger table is a sentence's, or a list's.
  private static let some = 2

  /// True for what may be a line of a label that wraps.
  private static func isPart(_ text: [Unicode.Scalar], of labels: [[Unicode.Scalar]]) -> Bool {
    text.count >= part
      && labels.contains { label in
        label.count >= text.count
          && (0...(label.count - text.count)).contains { label[$0...].starts(with: text) }
      }
  }

  /// True for a line of a label that wraps with numbers behind it: it says enough of the label, or the lines before do.
  private static func endsLabel(_ before: [Unicode.Scalar], _ text: String, _ id: TableID) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    let own = words.prefix { !ValueReader.isValue(String($0)) }
    guard !own.isEmpty, words.count - own.count >= (id == .applications ? some : 1),
      words[own.endIndex...].allSatisfy({ ValueReader.isValue(String($0)) })
    else { return false }
    let (labels, folded) = (rowLabels[id]!, Wording.folded(own.joined()))
    let label = before + folded
    return isPart(folded, of: labels) || labels.contains { $0.count > part && label.suffix($0.count) == $0[...] }
  }
}
