// Reconstruction: the flow of a document → the flow of its first report, and where others begin.
//
// Offices put the reports of several bodies, or of several years, into one file. What follows the title of another one is not of this one; nor are
// the last pages of another one that stand before it.
import DocumentModel
import ReportModel
import Statute

enum SecondReport {
  private static let longestTitle = 60

  /// True for the title of an annual report, also as it runs over each page.
  static func isTitle(_ text: String) -> Bool {
    text.hasSuffix("年度报告") && text.holds("公开") && !text.holds("。") && !text.holds("《")
      && text.unicodeScalars.count <= longestTitle
  }

  /// The first report's items, and what tells of the others. A second report begins with a title that stands behind the last sections of the first,
  /// and over a first section of its own. Where the first has neither a title nor a first section, and the second has all of its own, the first is
  /// the rest of another one. Reports behind the second are not read, and may lack any part.
  static func parted(_ items: [FlowItem]) -> (items: [FlowItem], others: [OtherReport]) {
    let flow = ReportFlow(items)
    guard let second = flow.next(from: 0, needsOverview: true) else { return (items, []) }
    var others: [OtherReport] = []
    var (begin, next): (Int, ReportFlow.Start?) = (0, second)
    if flow.isRest(before: second) {
      others.append(OtherReport(title: nil, place: flow.lines.first?.line.place))
      (begin, next) = (flow.lines[second.first].item, flow.next(from: second.title + 1, needsOverview: true))
    }
    let end = next.map { flow.lines[$0.first].item } ?? items.count
    while let start = next {
      others.append(flow.report(start))
      next = flow.next(from: start.title + 1, needsOverview: false)
    }
    return (Array(items[begin..<end]), others)
  }

  /// A report whose pages stand among those of the first one: which page is whose nobody knows.
  static func mixed(_ items: [FlowItem]) -> OtherReport? {
    let flow = ReportFlow(items)
    return flow.inserted().map(flow.report)
  }

  /// The pages of other reports than the first, where each begins on a page of its own, before tables are read, and what they are.
  static func pages(_ lines: [[PrintedLine]], pages: [Page]) -> (others: Set<Int>, reports: [OtherReport]) {
    // Most files hold one title.
    let titles = lines.joined().lazy.filter { $0.runs.last?.glyphs.last?.character == "告" && isTitle($0.text) }
    guard titles.prefix(2).count > 1 else { return ([], []) }
    let flow = zip(pages, lines).map { page, lines in PageFlow.flowLines(lines, page: page) }
    let (items, others) = parted(flow.joined().map { .line($0) })
    let numbers = items.compactMap { item -> Int? in
      guard case .line(let line) = item, case .page(let number, _) = line.place else { return nil }
      return number
    }
    guard !others.isEmpty, let first = numbers.min(), let last = numbers.max() else { return ([], []) }
    let kept = flow.joined().filter { line in
      if case .page(let number, _) = line.place { (first...last).contains(number) } else { false }
    }
    guard kept.count == items.count else { return ([], []) }
    return (Set(pages.map(\.number).filter { !(first...last).contains($0) }), others)
  }

  /// The lines of the first report of a text, before its tables are read: rows of the second report's tables are none of the first's.
  static func parted(_ lines: [SourceLine]) -> (lines: [SourceLine], others: [OtherReport]) {
    let (items, others) = parted(lines.map { .line(TextFlow.line($0)) })
    guard !others.isEmpty, case .line(let first)? = items.first, case .line(let last)? = items.last,
      case .line(let begin) = first.place, case .line(let end) = last.place
    else { return (lines, []) }
    return (lines.filter { (begin...end).contains($0.number) }, others)
  }
}

/// The lines of a flow, and which of them head a section or a report.
private struct ReportFlow {
  /// Where a report begins, and the last line of its title.
  struct Start {
    var first: Int
    var title: Int
  }

  /// A report has more sections than these before the next one begins.
  private static let fewestSections = 3
  /// A title is set so much larger than the heading of a section.
  private static let enlarged = 1.1

  let lines: [(item: Int, line: FlowLine)]
  private let headings: [SectionID?]
  private let titles: [Bool]

  init(_ items: [FlowItem]) {
    lines = items.enumerated().compactMap { index, item in if case .line(let line) = item { (index, line) } else { nil }
    }
    headings = Self.withoutContents(lines.map { Self.heading($0.line) }, lines: lines)
    titles = lines.indices.map { [lines] index in
      let own = lines[index].line.compact
      if SecondReport.isTitle(own) { return true }
      // The end of one that had to wrap.
      return index > 0 && own.unicodeScalars.count > 1 && Self.ending.hasSuffix(own)
        && SecondReport.isTitle(lines[index - 1].line.compact + own)
    }
  }

  /// So many headings with nothing between them are a table of contents, if most of them come again.
  private static let fewestEntries = 3

  /// The headings that stand over something, not those that a table of contents lists with the numbers of their pages.
  private static func withoutContents(
    _ headings: [SectionID?], lines: [(item: Int, line: FlowLine)]
  ) -> [SectionID?] {
    var result = headings
    var run: [Int] = []
    var lastOf: [SectionID: Int] = [:]
    for (index, id) in headings.enumerated() { if let id { lastOf[id] = index } }
    func close() {
      let end = run.last ?? 0
      let again = run.count { headings[$0].flatMap { lastOf[$0] }.map { $0 > end } ?? false }
      if run.count >= fewestEntries, 2 * again >= run.count { for index in run { result[index] = nil } }
      run = []
    }
    for index in lines.indices {
      let text = lines[index].line.compact
      // A table stands between two lines whose places in the flow are further apart.
      let isApart = index > 0 && lines[index].item - lines[index - 1].item > 1
      if isApart || headings[index] == nil && !text.isEmpty && !PageFlow.isPageNumber(text) {
        if !run.isEmpty { close() }
      }
      if headings[index] != nil { run.append(index) }
    }
    if !run.isEmpty { close() }
    return result
  }

  /// The first report that begins behind the last sections of the one whose lines begin here.
  func next(from index: Int, needsOverview: Bool) -> Start? {
    guard let last = lastHeading(from: index),
      let title = titles[last...].indices.first(where: { titles[$0] && !isAgain($0, from: index) }),
      !needsOverview || headings[title...].contains(.overview)
    else { return nil }
    // Lines of its size right above it are a part of it.
    var first = title
    if first > last + 1, !SecondReport.isTitle(lines[title].line.compact) { first -= 1 }
    while first > last + 1, Self.mayBeTitle(lines[first - 1].line), headings[first - 1] == nil,
      lines[first - 1].line.height > Self.enlarged * lines[last].line.height,
      lines[first - 1].line.height >= 0.75 * lines[title].line.height
    {
      first -= 1
    }
    return Start(first: first, title: title)
  }

  /// False for what is a sentence, or the rest of one.
  private static func mayBeTitle(_ line: FlowLine) -> Bool {
    !["。", "，", "；", "："].contains { line.compact.holds($0) }
  }

  /// True for the title of the report whose lines begin here, where its last section is still to come: a page that is in the file twice.
  private func isAgain(_ title: Int, from index: Int) -> Bool {
    guard let own = titles[index..<title].firstIndex(of: true) else { return false }
    return lines[own].line.compact == lines[title].line.compact && !headings[index..<title].contains(.others)
  }

  /// The report that begins within the first one: a title of another body or year over a first section of its own, behind one that there was before.
  func inserted() -> Start? {
    guard let title = titles.firstIndex(of: true), let overview = headings[title...].firstIndex(of: .overview) else {
      return nil
    }
    let own = self.title(Start(first: title, title: title))
    return titles[overview...].indices.first { index in
      guard titles[index], headings[index...].contains(.overview) else { return false }
      let other = self.title(Start(first: index, title: index))
      return !own.holds(other) && !other.holds(own)
    }.map { Start(first: $0, title: $0) }
  }

  /// True where what stands before a report is no whole one, and the report is.
  func isRest(before start: Start) -> Bool {
    !titles[..<start.first].contains(true) && !headings[..<start.first].contains(.overview)
      && headings[start.title...].contains(.others)
  }

  func report(_ start: Start) -> OtherReport {
    OtherReport(title: title(start), place: lines[start.first].line.place)
  }

  func title(_ start: Start) -> String { lines[start.first...start.title].map(\.line.compact).joined() }

  /// The heading behind which another report may begin: that of the last section, or the fourth that is found.
  private func lastHeading(from index: Int) -> Int? {
    var found: Set<SectionID> = []
    return headings[index...].firstIndex { id in
      guard let id else { return false }
      found.insert(id)
      return id == .others || found.count > Self.fewestSections
    }
  }

  private static let ending = "政府信息公开工作年度报告"

  private static func heading(_ line: FlowLine) -> SectionID? {
    guard Headings.startsWithNumeral(line.compact), let heading = Headings.candidate([line], at: 0),
      heading.numeral != nil
    else { return nil }
    return heading.id
  }
}

extension Report {
  /// The report with all in doubt that may be another one's: its pages stand among those of this one.
  func withPagesOf(_ other: OtherReport) -> Report {
    var result = self
    result.others.append(other)
    result.isDisordered = true
    result.signature = nil
    result.unreadSections.formUnion(SectionID.allCases.filter { self[$0] == nil })
    for index in tables.indices {
      result.tables[index].forget(.rowAmbiguous)
      result.tables[index].templateIsPrinted = false
      (result.tables[index].missingRows, result.tables[index].missingColumns) = ([], [])
      result.tables[index].extras = []
    }
    return result
  }
}
