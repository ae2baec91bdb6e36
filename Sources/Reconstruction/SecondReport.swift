// Reconstruction: the flow of a document → the flow of its first report, and where others begin.
//
// Offices put the reports of several bodies, or of several years, into one file. What follows the title of another one is not of this one; nor are
// the last pages of another one that stand before it.
import DocumentModel
import ReportModel
import Statute

enum SecondReport {
  private static let longestTitle = 60

  /// The first report's items, and what tells of the others. A second report begins with a title that stands behind the last sections of the first,
  /// and over a first section of its own. Where the first has neither a title nor a first section, and the second has all of its own, the first is
  /// the rest of another one.
  static func parted(_ items: [FlowItem]) -> (items: [FlowItem], others: [OtherReport]) {
    guard let second = second(items) else { return (items, []) }
    let parts = [Array(items[..<second.start]), Array(items[second.start...])]
    if second.isFirst {
      let (own, others) = parted(parts[1])
      return (own, [OtherReport(title: nil, place: place(parts[0]))] + others)
    }
    var others: [OtherReport] = []
    var rest = parts[1]
    while true {
      let next = nextTitle(rest)
      others.append(OtherReport(title: title(rest), place: place(rest)))
      guard let next else { break }
      rest = Array(rest[next...])
    }
    return (parts[0], others)
  }

  private static func lines(_ items: [FlowItem]) -> [FlowLine] {
    items.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  private static func place(_ items: [FlowItem]) -> Place? { lines(items).first?.place }

  private static func title(_ items: [FlowItem]) -> String? {
    let lines = lines(items)
    guard let last = lines.firstIndex(where: isTitle) else { return nil }
    return lines[...last].map(\.compact).joined()
  }

  /// Where the next of the reports behind the first begins: they are not read, and may lack any part.
  private static func nextTitle(_ items: [FlowItem]) -> Int? {
    var sections = 0
    for (index, item) in items.enumerated() {
      guard case .line(let line) = item else { continue }
      if SectionID.allCases.contains(where: { heads(line, $0) }) { sections += 1 }
      if sections >= fewestSections, isTitle(line) { return index }
    }
    return nil
  }

  /// A report has more sections than these before the next one begins.
  private static let fewestSections = 3

  /// Where another report begins, and whether the items from there on are the first whole one.
  private static func second(_ items: [FlowItem]) -> (start: Int, isFirst: Bool)? {
    var lines: [(item: Int, line: FlowLine)] = []
    for (index, item) in items.enumerated() { if case .line(let line) = item { lines.append((index, line)) } }
    guard let last = lastHeading(lines.map(\.line)),
      let title = lines.indices.first(where: { $0 > last && isTitle(lines[$0].line) }),
      lines[title...].contains(where: { heads($0.line, .overview) })
    else { return nil }
    // Lines of its size right above it are a part of it.
    var first = title
    while first > last + 1, lines[first - 1].line.height > enlarged * lines[last].line.height,
      lines[first - 1].line.height >= 0.75 * lines[title].line.height
    {
      first -= 1
    }
    let isRest =
      !lines[..<first].contains { isTitle($0.line) || heads($0.line, .overview) }
      && lines[title...].contains { heads($0.line, .others) }
    return (lines[first].item, isRest)
  }

  /// The heading behind which another report may begin: that of the last section, or the fourth that is found.
  private static func lastHeading(_ lines: [FlowLine]) -> Int? {
    var found: Set<SectionID> = []
    for (index, line) in lines.enumerated() {
      guard let id = SectionID.allCases.first(where: { heads(line, $0) }) else { continue }
      found.insert(id)
      if id == .others || found.count > fewestSections { return index }
    }
    return nil
  }

  /// A title is set so much larger than the heading of a section.
  private static let enlarged = 1.1

  private static func isTitle(_ line: FlowLine) -> Bool {
    let text = line.compact
    return text.hasSuffix("年度报告") && text.holds("公开") && !text.holds("。") && !text.holds("《")
      && text.unicodeScalars.count <= longestTitle
  }

  private static func heads(_ line: FlowLine, _ id: SectionID) -> Bool {
    guard Headings.startsWithNumeral(line.compact), let heading = Headings.candidate([line], at: 0) else {
      return false
    }
    return heading.id == id && heading.numeral != nil
  }
}
