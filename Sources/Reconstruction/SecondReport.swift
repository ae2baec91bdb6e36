// Reconstruction: the flow of a document → the flow of its first report.
//
// Offices put the reports of several bodies, or of several years, into one file. What follows the title of another one is not of this one; nor are
// the last pages of another one that stand before it.
import DocumentModel
import Statute

enum SecondReport {
  private static let longestTitle = 60

  /// The items before the title of a second report: one that stands behind the last section of the first, and over a first section of its own. Where
  /// the first has neither a title nor a first section, and the second has all of its own, the first is the rest of another one.
  static func removed(_ items: [FlowItem]) -> [FlowItem] {
    var lines: [(item: Int, line: FlowLine)] = []
    for (index, item) in items.enumerated() { if case .line(let line) = item { lines.append((index, line)) } }
    guard let last = lines.firstIndex(where: { heads($0.line, .others) }),
      let title = lines.indices.first(where: { $0 > last && isTitle(lines[$0].line) }),
      lines[title...].contains(where: { heads($0.line, .overview) })
    else { return items }
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
    return Array(isRest ? items[lines[first].item...] : items[..<lines[first].item])
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
