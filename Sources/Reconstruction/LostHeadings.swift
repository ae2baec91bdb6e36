// Reconstruction: lines of a text and the sections found in them → sections whose headings the way to the text may have lost.
import DocumentModel
import Foundation
import ReportModel
import Statute

/// Converters drop headings, break them, or put them into a field of a table or behind a sentence. A section whose heading is not seen
/// is missing only where nothing in the text says that it was there.
enum LostHeadings {
  /// With no more sections than this, it is the headings that are lost.
  private static let few = 1
  /// The start of a title tells it.
  private static let start = 6
  /// A sentence that names so many of the titles lists them.
  private static let listed = 3

  static func sections(_ found: [Section], in source: [SourceLine]) -> Set<SectionID> {
    let missing = SectionID.allCases.filter { id in !found.contains { $0.id == id } }
    guard !missing.isEmpty else { return [] }
    if found.count <= few { return Set(missing) }
    let first = found.first.flatMap { section -> Int? in
      if case .line(let number) = section.place { number } else { nil }
    }
    let lines = DoubledText.single(source)
    // Before the first section a preamble may name all of them.
    let own = lines.filter { line in missing.contains(.overview) || line.number >= first ?? 0 }
    // In an order of its own a text may give a heading among the lines of a table.
    let order = found.map(\.id.ordinal)
    let isInOrder = order == order.sorted()
    let text = own.filter { !lists($0) && !(isInOrder && isHeading($0)) }.map { bare($0.text) }.joined()
    // A section that comes to one line may have the next one's heading behind its sentences.
    let sentences = own.filter { !lists($0) }.map { bare($0.text) }.joined()
    // Some converters give the text of a page that is turned from its end to its beginning.
    let turned = String(scalars: lines.map { bare($0.text) }.joined().unicodeScalars.reversed())
    let cut = cut(own.map { bare($0.text) }.filter { !$0.isEmpty })
    let beginnings = Set(lines.flatMap { parts($0.text).map(bare) })
    let pages = lines.map(\.text).filter(TextShifts.isWholePage)
    return Set(
      missing.filter { id in
        // Bold print that comes out twice is only undone where it has a line to itself.
        HeadingTitles.starts(of: id, start).contains {
          text.holds($0) || text.holds(doubled(String($0.prefix(printedTwice))))
        }
          || HeadingTitles.starts(of: id, longTitle).contains { turned.holds($0) }
          || pages.contains { $0.holds(String(id.title.prefix(longTitle))) }
          || isBegun(id, in: beginnings) || isBehindSentence(id, in: sentences) || cut.contains(id)
      })
  }

  /// The sections whose titles have a line to themselves, without their numerals: where lines are out of order one may stand among those of a table.
  static func titled(_ found: [Section], in lines: [SourceLine]) -> Set<SectionID> {
    let titles = lines.lazy.map { bare($0.text) }.filter(HeadingTitles.isTitle)
    return Set(titles.compactMap { HeadingTitles.section(of: $0)?.0 }).subtracting(found.map(\.id))
  }

  /// A title of the report's own is no longer.
  private static let ownTitle = 30

  /// The first section, where the second begins the report for all that is known, and a title of the report's own stands before it under the numeral 一.
  /// - Parameter lines: those before the first section that was found.
  static func unusual(_ found: [Section], before lines: some Sequence<String>) -> Set<SectionID> {
    guard let first = found.first, first.id == .proactiveDisclosure, first.numeral == first.id.ordinal else {
      return []
    }
    let isThere = lines.contains { line in
      guard Headings.startsWithNumeral(line), !["。", "，", "；"].contains(where: line.holds) else { return false }
      let (numeral, title) = Headings.numeral(Substring(line))
      return numeral == SectionID.overview.ordinal && (1...ownTitle).contains(title.unicodeScalars.count)
        && (title.holds("公开") || title.holds("工作"))
    }
    return isThere ? [.overview] : []
  }

  /// The sections whose titles, as they are printed, are cut into two lines, without numeral and beside what is read as a table.
  private static func cut(_ lines: [String]) -> Set<SectionID> {
    Set(
      zip(lines, lines.dropFirst()).map(+).filter(HeadingTitles.isTitle).compactMap { HeadingTitles.section(of: $0)?.0 }
    )
  }

  /// The fields of a row, and their lines: a heading may have come into a table.
  private static func parts(_ text: String) -> [String] {
    text.holds("|") ? text.replacing("<br>", with: "|").split(separator: "|").map(String.init) : [text]
  }

  /// True where its title stands behind a sentence, under whatever numeral.
  private static func isBehindSentence(_ id: SectionID, in text: String) -> Bool {
    SectionID.allCases.contains { other in
      text.holds("。" + other.numeral + "、" + id.title.prefix(longTitle))
    }
  }
  /// So many characters of a title stand nowhere else.
  private static let longTitle = 8

  /// Of a title that comes out twice so many characters tell it, with its numeral.
  private static let printedTwice = 6

  /// True where a line is the beginning of its heading and no more: the numeral, or the numeral and some characters of a title.
  private static func isBegun(_ id: SectionID, in lines: Set<String>) -> Bool {
    lines.contains(id.numeral + "、")
      || (2..<start).contains { count in
        !HeadingTitles.starts(of: id, count).isDisjoint(with: lines)
      }
  }

  /// A title may begin so many characters into its line, behind its numeral.
  private static let numerals = 4

  /// Sections whose title stands on a line of a page with characters in it that nobody knows, or that are none of a title's.
  static func garbled(_ found: [Section], in lines: some Sequence<String>) -> Set<SectionID> {
    let missing = SectionID.allCases.filter { id in !found.contains { $0.id == id } }
      .map { id in
        // Reports number their headings in ways of their own.
        let titles = HeadingTitles.starts(of: id, start).union(HeadingTitles.titles(of: id, start))
        return (id: id, titles: titles.map { Array($0.unicodeScalars) })
      }
    guard !missing.isEmpty else { return [] }
    var result: Set<SectionID> = []
    for line in lines where line.unicodeScalars.contains(where: isGarbled) {
      let text = Array(line.unicodeScalars)
      for (id, titles) in missing {
        let isIt = titles.contains { title in
          (0...numerals).contains { offset in
            guard text.count >= offset + title.count else { return false }
            let own = zip(text[offset...], title)
            return own.allSatisfy { $0 == $1 || isGarbled($0) } && 2 * own.count { $0 == $1 } >= title.count
          }
        }
        if isIt { result.insert(id) }
      }
    }
    return result
  }

  /// A stamp puts no more characters before a heading, or into it.
  private static let strange = 16

  /// A stamp that runs downwards puts characters between two lines of a heading, on lines of their own.
  private static let mostLines = 3
  private static let mostBetween = 12

  /// Sections whose whole heading stands on a line of a page, or on some that follow one another, with other characters in between: text was printed
  /// over it.
  static func mixed(_ found: [Section], in lines: [String]) -> Set<SectionID> {
    let missing = SectionID.allCases.filter { id in !found.contains { $0.id == id } }
      .map { (id: $0, titles: HeadingTitles.wordings(of: $0).map { (text: $0, scalars: Array($0.unicodeScalars)) }) }
    guard !missing.isEmpty else { return [] }
    var result: Set<SectionID> = []
    for (index, line) in lines.enumerated() {
      let begun = missing.filter { id, _ in line.holds(id.numeral) }
      guard !begun.isEmpty else { continue }
      let whole = around(lines, from: index).joined()
      for (id, titles) in begun where !result.contains(id) {
        let text = Array(start(of: id, in: whole).unicodeScalars)
        // A whole one was seen: it is an entry of a table of contents.
        let isWhole = titles.contains { line.holds($0.text) && !isBesideStamp($0.text, in: line) }
        if titles.contains(where: { runs($0.scalars, through: text) }), !isWhole { result.insert(id) }
      }
    }
    return result
  }

  /// What begins with the heading's numeral, where other words stand before it on its line, as on a page that shows two beside one another. Behind a comma
  /// it is one of a list.
  private static func start(of id: SectionID, in text: String) -> Substring {
    guard let place = text.range(of: id.numeral + "、"), let before = text[..<place.lowerBound].unicodeScalars.last,
      Wording.isIdeograph(before), !"和与及".unicodeScalars.contains(before)
    else { return text[...] }
    return text[place.lowerBound...]
  }

  /// The lines of a heading that begins here: single characters among them do not count.
  private static func around(_ lines: [String], from index: Int) -> ArraySlice<String> {
    var (whole, single) = (0, 0)
    return lines[index...].prefix { line in
      if line.unicodeScalars.count == 1 { single += 1 } else { whole += 1 }
      return whole + max(0, single - mostBetween) <= mostLines
    }
  }

  /// True where the words of a stamp stand before the heading or behind it, and nothing else: not the number of a page, nor the dots before that.
  private static func isBesideStamp(_ heading: String, in line: String) -> Bool {
    guard let place = line.range(of: heading) else { return false }
    let rest = line[..<place.lowerBound].unicodeScalars + line[place.upperBound...].unicodeScalars
    return (1...strange).contains(rest.count) && rest.allSatisfy(Wording.isIdeograph)
  }

  /// Whether the characters of a title come one after the other, with few others among them.
  private static func runs(_ title: [Unicode.Scalar], through text: [Unicode.Scalar]) -> Bool {
    var rest = title[...]
    for (index, scalar) in text.prefix(title.count + strange).enumerated() {
      if scalar == rest.first { rest = rest.dropFirst() }
      if rest.isEmpty { return true }
      if index - (title.count - rest.count) >= strange { return false }
    }
    return false
  }

  /// Letters and signs stand in no title: where a font has a wrong map, they stand for its characters.
  private static func isGarbled(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3B...0x7E, 0xA1...0x24F: true
    default: scalar.isUnknown
    }
  }

  /// True for a sentence that names the sections; not for a page that came to one line, with wide gaps or with the words of a table in it.
  private static func lists(_ line: SourceLine) -> Bool {
    line.text.holds("。") && SectionID.allCases.count { line.text.holds($0.title) } >= listed
      && line.text.components(separatedBy: "   ").count <= gaps
      && (TableSorter.table(of: Wording.folded(line.text))?.words ?? 0) < tableWords
  }
  /// The titles hold two words of a table.
  private static let tableWords = 4
  /// A sentence has no more of them, an indent included.
  private static let gaps = 3

  private static func doubled(_ text: String) -> String { String(scalars: text.unicodeScalars.flatMap { [$0, $0] }) }

  /// Lines that were seen as headings, and not taken for that of a section. In a row of fields they were not seen.
  private static func isHeading(_ line: SourceLine) -> Bool {
    !",\t|".contains(where: { line.text.contains($0) }) && Headings.candidate([TextFlow.line(line)], at: 0) != nil
  }

  /// Without spaces, edges of fields and the marks of converters.
  private static func bare(_ text: String) -> String {
    let text =
      text.unicodeScalars.contains("<")
      ? ["<br>", "<mark>", "</mark>"].reduce(text) { $0.replacing($1, with: "") } : text
    return String(
      scalars: text.unicodeScalars.filter { !$0.isSpace && !"|*#<>/\"~".unicodeScalars.contains($0) })
  }
}
