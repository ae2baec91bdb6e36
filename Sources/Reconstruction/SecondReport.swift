// Reconstruction: the flow of a document → the flow of its first report, and where others begin.
//
// Offices put the reports of several bodies, or of several years, into one file. What follows the title of another one is not of this one; nor are
// the last pages of another one that stand before it.
import DocumentModel
import ReportModel
import Statute

enum SecondReport {
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
      others.append(OtherReport(title: flow.title(start), place: flow.lines[start.first].line.place))
      next = flow.next(from: start.title + 1, needsOverview: false)
    }
    return (Array(items[begin..<end]), others)
  }
}

/// The lines of a flow, and which of them head a section or a report.
private struct ReportFlow {
  /// Where a report begins, and the last line of its title.
  struct Start {
    var first: Int
    var title: Int
  }

  private static let longestTitle = 60
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
    headings = lines.map { Self.heading($0.line) }
    titles = lines.map { Self.isTitle($0.line) }
  }

  /// The first report that begins behind the last sections of the one whose lines begin here.
  func next(from index: Int, needsOverview: Bool) -> Start? {
    guard let last = lastHeading(from: index), let title = titles[last...].firstIndex(of: true),
      !needsOverview || headings[title...].contains(.overview)
    else { return nil }
    // Lines of its size right above it are a part of it.
    var first = title
    while first > last + 1, lines[first - 1].line.height > Self.enlarged * lines[last].line.height,
      lines[first - 1].line.height >= 0.75 * lines[title].line.height
    {
      first -= 1
    }
    return Start(first: first, title: title)
  }

  /// True where what stands before a report is no whole one, and the report is.
  func isRest(before start: Start) -> Bool {
    !titles[..<start.first].contains(true) && !headings[..<start.first].contains(.overview)
      && headings[start.title...].contains(.others)
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

  private static func isTitle(_ line: FlowLine) -> Bool {
    let text = line.compact
    return text.hasSuffix("年度报告") && text.holds("公开") && !text.holds("。") && !text.holds("《")
      && text.unicodeScalars.count <= longestTitle
  }

  private static func heading(_ line: FlowLine) -> SectionID? {
    guard Headings.startsWithNumeral(line.compact), let heading = Headings.candidate([line], at: 0),
      heading.numeral != nil
    else { return nil }
    return heading.id
  }
}
