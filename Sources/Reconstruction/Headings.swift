// Reconstruction: a line of text → the section whose heading it may be.
import DocumentModel
import Foundation
import Statute

/// A line that reads like the heading of a section.
struct HeadingCandidate: Hashable, Sendable {
  var id: SectionID
  /// Index of the first line in the flow, and how many lines it takes.
  var index: Int
  var lineCount: Int
  var heading: String
  var numeral: Int?
  /// Text that follows the heading on its own line.
  var rest: String
  /// 0 to 1: how much it looks like the heading.
  var score: Double
}

enum Headings {
  /// Longer lines are sentences.
  private static let longest = 42

  /// The first row of the review table's header, alone at the foot of a page, is no heading without its numeral.
  private static let groupNames = "行政复议行政诉讼"

  /// The candidate that starts at line `index`, alone or with the line after it.
  static func candidate(_ lines: [FlowLine], at index: Int) -> HeadingCandidate? {
    let first = lines[index].compact
    if first == groupNames { return nil }
    let alone = read(first, index: index, lineCount: 1)
    // Under the number of another section it may be the first half of that one's heading.
    if let alone, alone.score >= 0.9, alone.numeral.map({ $0 == alone.id.ordinal }) ?? true {
      return completed(alone, lines, first: first) ?? alone
    }
    // A heading cut in two lines, or its numeral on a line of its own.
    var next = index + 1
    if startsWithNumeral(first) {
      while next + 1 < lines.count, next - index <= mostBetween, mayStandBetween(lines[next].compact) { next += 1 }
    }
    if next < lines.count, startsWithNumeral(first) {
      let second = String(stripped(lines[next].compact))
      let most = numeral(stripped(first)).rest.isEmpty ? longest : 24
      if !startsWithNumeral(second), second.unicodeScalars.count <= most, first.unicodeScalars.count <= longest,
        !first.holds("。"), !second.holds("。"),
        let joined = read(first + second, index: index, lineCount: next - index + 1),
        joined.score > (alone?.score ?? 0) || joined.numeral == joined.id.ordinal && joined.score >= 0.9
      {
        return joined
      }
    }
    // Cut in two, and without its numeral: only where the two are a title as it is printed, and long enough to be none by chance.
    if alone == nil, next < lines.count, first.utf8.count <= longestTitle {
      let second = lines[next].compact
      if first.utf8.count + second.utf8.count <= longestTitle,
        HeadingTitles.isTitle(String(unbracketed(Substring(first + second))))
      {
        return read(first + second, index: index, lineCount: 2)
      }
    }
    return alone
  }

  /// The second line of a title has no more characters.
  private static let longestRest = 16
  /// With its own numeral, a title is word for word one of the form's where it is worth as much.
  private static let whole = 1.29

  /// A heading that reads like one already, with the line after it, where the two are a title word for word and the first alone is none.
  private static func completed(
    _ alone: HeadingCandidate, _ lines: [FlowLine], first: String
  ) -> HeadingCandidate? {
    guard alone.numeral != nil, alone.rest.isEmpty, alone.score < whole, alone.index + 1 < lines.count else {
      return nil
    }
    let second = lines[alone.index + 1].compact
    guard second.unicodeScalars.count <= longestRest, !startsWithNumeral(second),
      let joined = read(first + second, index: alone.index, lineCount: 2), joined.id == alone.id, joined.rest.isEmpty,
      joined.score >= whole
    else { return nil }
    return joined
  }

  /// What a converter sets under each of the two lines takes no more lines.
  private static let mostBetween = 4

  /// True for what may stand between the two lines of a heading: the number of a page, the rule that underlines a heading in Markdown and
  /// reStructuredText, the properties of one in Org.
  private static func mayStandBetween(_ text: String) -> Bool {
    if PageFlow.isPageNumber(text) { return true }
    guard let first = text.unicodeScalars.first else { return false }
    if first == ":" { return text.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0 == "_") }.count >= 2 }
    return "-=~^\"'`#*+".unicodeScalars.contains(first) && text.unicodeScalars.count >= 3
      && text.unicodeScalars.allSatisfy { $0 == first }
  }

  /// The candidate that a line of a page is by itself.
  static func candidate(_ line: PrintedLine) -> HeadingCandidate? {
    candidate(
      [
        FlowLine(
          text: line.text, place: line.place, left: line.box.left, right: line.box.right, height: line.box.height,
          columnLeft: 0, columnRight: 0)
      ], at: 0)
  }

  /// No title takes more bytes.
  private static let longestTitle = 3 * longest

  /// A gap so wide, in sizes of a character, parts what is set beside one another.
  private static let apart = 1.5

  /// A heading that stands beside something else (a side bar of a web page, a stamp) as a line of its own.
  static func parted(_ line: PrintedLine) -> [PrintedLine] {
    guard line.runs.count > 1 else { return [line] }
    let mayBegin = mayStart(line)
    for index in line.runs.indices.dropFirst() {
      let (before, after) = (line.runs[index - 1], line.runs[index])
      // A stamp is larger than what it stands beside.
      let size = [before.glyphs.last, after.glyphs.first].compactMap { $0.map(LineAssembler.size) }.min() ?? 1
      guard after.box.left - before.box.right >= apart * size else {
        continue
      }
      let (start, rest) = (line.runs[..<index], line.runs[index...])
      guard isWhole(rest) || mayBegin && isWhole(start) && !isWhole(line.runs[...]) else { continue }
      return [start, rest].map { runs in
        PrintedLine(runs: Array(runs), box: runs.map(\.box).bounds()!, page: line.page)
      }
    }
    return [line]
  }

  /// True where a line between two places, or two lines together, are the whole heading of a section.
  static func begin(in pages: [[PrintedLine]], from start: TableSorter.Spot, to end: TableSorter.Spot) -> Bool {
    let lines = pages.joined().filter { start < ($0.page, $0.box.midY) && ($0.page, $0.box.midY) < end }
    return lines.indices.contains { index in
      guard mayStart(lines[index]) else { return false }
      if isWhole(lines[index]) { return true }
      return index + 1 < lines.count && !mayStart(lines[index + 1])
        && isWhole(lines[index].runs + lines[index + 1].runs[...])
    }
  }

  /// True for a line that is the whole heading of a section.
  static func isWhole(_ line: PrintedLine) -> Bool { isWhole(line.runs[...]) }

  /// True for the whole heading of a section, with the numeral of the form.
  private static func isWhole(_ runs: ArraySlice<Run>) -> Bool {
    guard mayStart(runs) else { return false }
    return isWhole(runs.map(\.text).joined())
  }

  /// The same of a text.
  static func isWhole(_ text: String) -> Bool {
    guard startsWithNumeral(text), let heading = read(Wording.withoutSpaces(text), index: 0, lineCount: 1) else {
      return false
    }
    return heading.numeral == heading.id.ordinal && heading.score >= 1
  }

  /// False where the first characters of a line tell that it does not start with a numeral: most do not.
  static func mayStart(_ line: PrintedLine) -> Bool { mayStart(line.runs) }

  private static func mayStart(_ runs: some Collection<Run>) -> Bool {
    guard let first = runs.first?.glyphs.first?.character else { return false }
    return numerals.contains(first) || isMark(first) || first == "<"
  }

  /// The lines of a text with headings whose numeral has a field of its own (二、⇥主动公开政府信息情况) as running text: they are no rows of a table.
  static func joined(_ lines: [SourceLine]) -> [SourceLine] {
    lines.map { line in
      guard let tab = line.text.firstIndex(where: { "\t|,".contains($0) }), startsWithNumeral(line.text) else {
        return line
      }
      let title = line.text[line.text.index(after: tab)...]
      let own = String(line.text[..<tab]).filter { !$0.isWhitespace }
      guard (2...3).contains(own.count), numeral(Substring(own)).rest.isEmpty,
        let heading = read(Wording.withoutSpaces(own + title), index: 0, lineCount: 1),
        heading.numeral == heading.id.ordinal, heading.score >= 1
      else { return line }
      return SourceLine(number: line.number, text: own + title.trimmingCharacters(in: .whitespaces))
    }
  }

  /// True for a numeral alone, too.
  static func startsWithNumeral(_ text: String) -> Bool {
    // Most lines begin with another character: no more is asked of them.
    let first = text.unicodeScalars.first { !isMark($0) }
    // A mark of HTML may stand before it.
    if first == "<" { return numeral(stripped(text)).value != nil }
    guard let first, numerals.contains(first) else { return false }
    return numeral(stripped(text)).value != nil
  }

  /// What converters set before a heading (`## `, `**`, `- ` of Markdown, `== ` of AsciiDoc and wikis), and what reports do: bullets, bars and dashes.
  private static let marks = Array("#*>=_-•\"　 ●○■□◆◇★☆▲△▶►◎※·▌▎▍▋▊▉█❙—–―".unicodeScalars)
  /// Fonts of signs draw theirs in a private area of Unicode: Word's bullets. What else stands in such areas nobody knows.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    marks.contains(scalar) || scalar.properties.generalCategory == .privateUse && !scalar.isUnknown
  }
  /// In rows of values a heading may have a field to itself.
  private static let marksBehind = Array("#*=_ \",—–―".unicodeScalars)

  /// The line without the marks of a converter.
  private static func stripped(_ text: String) -> Substring {
    var rest = Substring(text)
    func trim() {
      while let first = rest.unicodeScalars.first, isMark(first) { rest = rest.dropFirst() }
      while let last = rest.unicodeScalars.last, marksBehind.contains(last) { rest = rest.dropLast() }
    }
    trim()
    // <u>, <b> and the like stay in Markdown.
    guard rest.unicodeScalars.first == "<" else { return rest }
    while rest.hasPrefix("<"), let end = rest.firstIndex(of: ">"), rest.distance(from: rest.startIndex, to: end) <= 4 {
      rest = rest[rest.index(after: end)...]
    }
    while rest.hasSuffix(">"), let start = rest.lastIndex(of: "<"), rest.distance(from: start, to: rest.endIndex) <= 6 {
      rest = rest[..<start]
    }
    trim()
    return rest
  }

  /// Rows of the applications table begin with a numeral, too: 一、本年新收政府信息公开申请数量.
  private static let rowLabels = ["一、本年新收", "二、上年结转", "三、本年度办理", "四、结转下"]

  /// What a title has only behind its numeral: marks of a sentence and of rows of fields.
  private static let inSentences = ["。", "，", ",", "|", "\t"]
  /// What no title ends with.
  private static let conjunctions = ["、", "以及", "和"]

  private static let stops = Array("。：:；;".unicodeScalars)
  private static let numerals = Array("第一二三四五六七八九十".unicodeScalars)

  /// Headings in traditional characters stand over sections that have none.
  private static func simplified(_ text: String) -> String {
    // Most headings have none: no text is made for them.
    guard text.utf8.count <= 2 * longestTitle,
      text.unicodeScalars.contains(where: { TraditionalForms.simplified($0) != $0 })
    else { return text }
    return String(scalars: text.unicodeScalars.map(TraditionalForms.simplified))
  }

  /// A title that stands in brackets instead of behind a numeral; other text in them is as it was.
  private static func unbracketed(_ text: Substring) -> Substring {
    guard text.first == "【", text.last == "】" else { return text }
    let inner = text.dropFirst().dropLast()
    return SectionID.allCases.contains { HeadingTitles.isWording(String(inner), of: $0) } ? inner : text
  }

  private static func read(_ line: String, index: Int, lineCount: Int) -> HeadingCandidate? {
    let printed = withoutDash(line)
    let text = startsWithNumeral(printed) ? simplified(printed) : printed
    // Most lines hold no word of any heading: no more is asked of them.
    guard HeadingTitles.holdsWord(text), !rowLabels.contains(where: text.holds) else {
      return nil
    }
    let clean = stripped(text)
    let bare = unbracketed(clean)
    guard let first = bare.first, !"（(0123456789【".contains(first) || first == "第" else { return nil }
    var (value, title) = numeral(bare)
    if value == nil, let (own, before) = numeralBehind(bare) { (value, title) = (own, before) }
    var rest: Substring = ""
    // A heading may be followed by its text on the same line.
    if let stop = title.unicodeScalars.firstIndex(where: { stops.contains($0) }) {
      rest = title[title.unicodeScalars.index(after: stop)...]
      title = title[..<stop]
    }
    // A sentence is no heading, and a row of fields none without its numeral.
    if value == nil, inSentences.contains(where: clean.holds) || conjunctions.contains(where: clean.hasSuffix) {
      return nil
    }
    // `……3` of a table of contents.
    guard title.unicodeScalars.count <= longest else { return nil }
    let dotted = title.holds("…") || title.holds("···") || title.holds("....")
    guard let (id, alike) = HeadingTitles.section(of: String(title), numeral: value), !dotted,
      value == id.ordinal || !HeadingTitles.isVague(String(title))
    else { return nil }
    var score = alike
    if value != nil { score += 0.2 } else { score -= 0.25 }
    if value == id.ordinal { score += 0.1 }
    if !rest.isEmpty { score -= value == nil ? 0.5 : 0.1 }
    guard score >= 0.55 else { return nil }
    let heading = rest.isEmpty ? String(clean) : String(clean[..<title.endIndex])
    return HeadingCandidate(
      id: id, index: index, lineCount: lineCount, heading: heading, numeral: value, rest: String(rest), score: score)
  }
}
