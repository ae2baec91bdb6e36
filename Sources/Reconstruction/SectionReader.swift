// Reconstruction: the flow of lines and tables → the six sections.
import DocumentModel
import ReportModel
import Statute

/// Finds the headings that stand over their own content, and what stands under them.
enum SectionReader {
  struct Result {
    var sections: [Section]
    /// Index in the lines of the first section's heading; all lines where there is none.
    var firstIndex: Int
  }

  /// `items`: the whole flow. `lineEnd`: lines from there on belong to the signature.
  static func read(_ items: [FlowItem], signatureStart: Int) -> Result {
    var lines: [FlowLine] = []
    // Tables that stand before the line with that index.
    var tablesBefore: [Int: [TableID]] = [:]
    for item in items {
      switch item {
      case .line(let line): lines.append(line)
      case .table(let id): tablesBefore[lines.count, default: []].append(id)
      }
    }
    let end = min(signatureStart, lines.count)
    var candidates: [HeadingCandidate] = []
    var index = 0
    while index < end {
      if let candidate = Headings.candidate(lines, at: index) {
        candidates.append(candidate)
        index += candidate.lineCount
      } else {
        index += 1
      }
    }
    candidates = withoutIntroductions(candidates)
    let chosen = choose(candidates, lines: lines, tablesBefore: tablesBefore, end: end)
    var sections: [Section] = []
    for (position, candidate) in chosen.enumerated() {
      let next = position + 1 < chosen.count ? chosen[position + 1].index : end
      var body: [TextLine] = []
      if !candidate.rest.isEmpty {
        body.append(TextLine(text: candidate.rest, place: lines[candidate.index].place, startsParagraph: true))
      }
      body += TextLines.lines(Array(lines[min(next, candidate.index + candidate.lineCount)..<next]))
      sections.append(
        Section(
          id: candidate.id, heading: candidate.heading, numeral: candidate.numeral,
          place: lines[candidate.index].place, lines: body))
    }
    sections = splitLostProblems(sections)
    return Result(sections: sections, firstIndex: chosen.first?.index ?? end)
  }

  /// A sentence right under a heading that says what the table shows is so many lines below it at most.
  private static let introduction = 3

  /// The candidates without those that stand right under the heading with its own number and say the same: a sentence that introduces a table, or the first
  /// of the points (一、存在问题) that follow. Behind paragraphs of the section it is the caption of its table, which has no numeral.
  private static func withoutIntroductions(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    var heading: HeadingCandidate?
    return candidates.filter { candidate in
      if let before = heading, before.id == candidate.id, candidate.numeral != candidate.id.ordinal {
        let isNear = candidate.index - before.index - before.lineCount < introduction
        if isNear || candidate.numeral == nil { return false }
      }
      heading = candidate.numeral == candidate.id.ordinal ? candidate : nil
      return true
    }
  }

  /// One candidate a section: the one that stands over content of its own.
  private static func choose(
    _ candidates: [HeadingCandidate], lines: [FlowLine], tablesBefore: [Int: [TableID]], end: Int
  ) -> [HeadingCandidate] {
    /// How many lines follow before the next candidate, and whether a table of the section does.
    func content(_ position: Int) -> (lines: Int, ownTable: Bool, anyTable: Bool) {
      let candidate = candidates[position]
      let start = candidate.index + candidate.lineCount
      let next = position + 1 < candidates.count ? candidates[position + 1].index : end
      let tables = (start...max(start, next)).flatMap { tablesBefore[$0] ?? [] }
      // The number of a page is no content.
      let own = lines[start..<max(start, next)].count { !PageFlow.isPageNumber($0.compact) }
      let count = own + (candidate.rest.isEmpty ? 0 : 1)
      return (count, tables.contains { $0.section == candidate.id }, !tables.isEmpty)
    }
    // A run of headings without anything between them is a table of contents.
    var listed: Set<Int> = []
    var run: [Int] = []
    func closeRun() {
      if run.count >= 3, !goesOn(run[0]) { listed.formUnion(run) }
      run = []
    }
    // Headings that follow on the section before them, and do not come again, have lost what stood under them.
    func goesOn(_ position: Int) -> Bool {
      guard position > 0, !listed.contains(position - 1), !run.contains(where: { isRepeated(candidates, $0) }) else {
        return false
      }
      let before = candidates[position - 1]
      return before.id.ordinal + 1 == candidates[position].id.ordinal
        && run.allSatisfy { candidates[$0].numeral != nil }
        && !candidates[..<position].contains { earlier in run.contains { candidates[$0].id == earlier.id } }
    }
    for position in candidates.indices {
      let c = content(position)
      run.append(position)
      if c.lines > 0 || c.anyTable {
        // The last of the run stands over content; unless it, or most of what it stands below, comes again, it is a heading.
        if run.count >= 4,
          isRepeated(candidates, position)
            || 2 * run.count(where: { isRepeated(candidates, $0, after: position) }) >= run.count
        {
          listed.formUnion(run)
        }
        run.removeLast()
        closeRun()
      }
    }
    closeRun()
    var best: [SectionID: (position: Int, value: Double)] = [:]
    var values: [Int: Double] = [:]
    for (position, candidate) in candidates.enumerated() where !listed.contains(position) {
      let c = content(position)
      var value = candidate.score
      if c.ownTable { value += 1 }
      if c.lines > 0 || c.anyTable { value += 0.3 }
      if c.lines > 1 { value += 0.1 }
      values[position] = value
      if value > (best[candidate.id]?.value ?? 0) + 1e-9 { best[candidate.id] = (position, value) }
    }
    let chosen = best.values.map(\.position).sorted()
    return (inOrder(chosen, of: candidates, values: values) ?? chosen).map { candidates[$0] }
  }

  /// A candidate that is worth so little less than the best one of its section is as good.
  private static let equal = 0.15

  /// For the chosen candidates others of the same sections, as good as they are, that stand in the order of the form where the chosen ones do not: a list
  /// of the headings in front of them, or beside them.
  private static func inOrder(_ chosen: [Int], of candidates: [HeadingCandidate], values: [Int: Double]) -> [Int]? {
    var last = -1
    var result: [Int] = []
    for position in chosen.sorted(by: { candidates[$0].id.ordinal < candidates[$1].id.ordinal }) {
      let isEqual = { (other: Int) in
        candidates[other].id == candidates[position].id && (values[other] ?? 0) >= (values[position] ?? 0) - equal
      }
      // The best one where it stands in order, too.
      guard let next = position > last ? position : candidates.indices.dropFirst(last + 1).first(where: isEqual) else {
        return nil
      }
      result.append(next)
      last = next
    }
    return result
  }

  private static func isRepeated(_ candidates: [HeadingCandidate], _ position: Int, after: Int? = nil) -> Bool {
    candidates[((after ?? position) + 1)...].contains { $0.id == candidates[position].id }
  }

  /// The heading of 五 may be lost while its （一）主要问题 and （二）改进情况 remain: they are the section.
  private static func splitLostProblems(_ sections: [Section]) -> [Section] {
    guard !sections.contains(where: { $0.id == .problems }) else { return sections }
    var result = sections
    for (position, section) in sections.enumerated().reversed() where section.id == .reviewAndLitigation {
      let isStart = { (line: TextLine) in
        let text = Wording.withoutSpaces(line.text)
        return isSubheading(text) && (text.holds("问题") || text.holds("不足"))
      }
      guard let start = section.lines.firstIndex(where: isStart),
        section.lines[start...].contains(where: { line in
          let text = Wording.withoutSpaces(line.text)
          return text.holds("改进") || text.holds("措施") || text.holds("整改")
        })
      else { continue }
      result[position].lines = Array(section.lines[..<start])
      result.insert(
        Section(
          id: .problems, heading: "", numeral: nil, place: section.lines[start].place,
          lines: Array(section.lines[start...])), at: position + 1)
    }
    return result
  }

  /// （一）, (一), 1., 1、, 一是.
  static func isSubheading(_ text: String) -> Bool {
    let start = text.prefix(5)
    if let first = start.first, "（(".contains(first) { return true }
    if let first = start.first, first.isASCII, first.isNumber { return true }
    return start.hasPrefix("一是") || start.hasPrefix("一、") || start.hasPrefix("存在")
  }
}

/// Lines of the flow as running text with paragraphs.
enum TextLines {
  /// A line that starts this many characters to the right of its column begins a paragraph.
  private static let indent = 0.8
  /// A line that ends this many characters before its column's end was the last of its paragraph.
  private static let shortBy = 2.5

  static func lines(_ lines: [FlowLine]) -> [TextLine] {
    var result: [TextLine] = []
    for (index, line) in lines.enumerated() {
      let text = line.compact
      guard !text.isEmpty else { continue }
      var starts = true
      if index > 0, case .page = line.place {
        let before = lines[index - 1]
        let size = max(1, line.height)
        let indented = line.left - line.columnLeft > indent * size
        let short = before.columnRight - before.right > shortBy * size
        starts = indented || short
      }
      result.append(TextLine(text: text, place: line.place, startsParagraph: starts))
    }
    return result
  }
}
