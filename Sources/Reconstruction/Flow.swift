// Reconstruction: what stands outside the tables, in reading order, with the tables as marks in it.
import DocumentModel
import Statute

/// A line of running text, or the mark of a table that stands at this point.
enum FlowItem: Sendable {
  case line(FlowLine)
  case table(TableID)
}

/// A line of running text with its place.
struct FlowLine: Hashable, Sendable {
  /// As printed; spaces kept where they were in a text, left out in a page.
  var text: String
  var place: Place
  /// Extents in points, or characters of a text line; for paragraphs and titles.
  var left: Double
  var right: Double
  var height: Double
  /// The extent that running text has here.
  var columnLeft: Double
  var columnRight: Double

  var compact: String { Wording.withoutSpaces(text) }
}

/// Builds the flow of a PDF.
enum PageFlow {
  /// Page numbers and running headers stand in these shares of the page's height, from its top and bottom.
  private static let margin = 0.11

  /// Pages with fewer lines may say the same by themselves.
  private static let fullPage = 5

  /// The lines of each page, without page numbers and running headers.
  /// - Parameter numbered: the pages whose own number was taken off: another one there is a table's.
  static func bodyLines(_ lines: [[PrintedLine]], pages: [Page], numbered: Set<Int> = []) -> [[PrintedLine]] {
    var places: [String: [Int]] = [:]
    // A page that is in the file twice repeats all of its lines.
    var seen: Set<[String]> = []
    for (index, (page, pageLines)) in zip(pages, lines).enumerated()
    where seen.insert(pageLines.map(\.text)).inserted || pageLines.count < fullPage {
      for key in Set(pageLines.filter { isMarginal($0, page) }.map(marginKey)) {
        places[key, default: []].append(index)
      }
    }
    let steps = places.mapValues { own in zip(own, own.dropFirst()).count { $1 - $0 <= 2 } }
    let titled = lines.firstIndex { !$0.isEmpty }.flatMap { titledBody(lines[$0]) }
    let bare = runningNumbers(lines)
    return zip(pages, lines).map { page, pageLines in
      pageLines.filter { line in
        guard isMarginal(line, page), line != titled else { return true }
        if bare.contains(numberKey(line)), isOutermost(line, pageLines) { return false }
        if line.runs.allSatisfy({ ValueReader.isValue($0.text) }), !line.text.holds("/") {
          // Nothing but numbers: a page number where it is the page's own, alone at its edge; else a row of a table that a page break cut off.
          guard line.runs.count == 1, isOutermost(line, pageLines), !numbered.contains(page.number),
            let number = Int(line.text.filter(\.isNumber)), !isBesideText(line, pageLines)
          else { return true }
          return number == 0 || abs(number - page.number) > 3
        }
        if isPageNumber(line.text) { return false }
        // The same words in the margin of several pages. Two reports in one file may well have the same heading at the top of a page.
        // Sentences seldom run along, and in two reports of one file they are alike: they stand on pages that follow one another, or on every other one.
        let key = marginKey(line)
        let count = places[key]?.count ?? 0
        let isRunning = count > 1 && (!line.text.holds("。") || steps[key, default: 0] > 1)
        return line.text.unicodeScalars.count > 60 || !isRunning || 2 * count <= pages.count && isHeading(line)
      }
    }
  }

  private static func isOutermost(_ line: PrintedLine, _ others: [PrintedLine]) -> Bool {
    others.allSatisfy { $0.box.midY <= line.box.midY + 1 } || others.allSatisfy { $0.box.midY >= line.box.midY - 1 }
  }

  /// Places of a number on several pages differ by less, in points.
  private static let samePlace = 6.0

  /// A line with its characters and its place.
  private static func numberKey(_ line: PrintedLine) -> String {
    "\(line.text)@\(Int(line.box.left / samePlace))@\(Int(line.box.midY / samePlace))"
  }

  /// Numbers alone in the highest line of several pages, at one place (a year, the number of a document): of the first page, where no table goes on from
  /// another, or years and numbers with zeros before them, as no table has them.
  private static func runningNumbers(_ lines: [[PrintedLine]]) -> Set<String> {
    let heads = lines.compactMap { page -> PrintedLine? in
      guard let head = page.min(by: { $0.box.midY < $1.box.midY }), head.runs.count == 1,
        head.text.unicodeScalars.allSatisfy(Wording.isDigit)
      else { return nil }
      return head
    }
    let counts = Dictionary(grouping: heads, by: numberKey)
    let first = lines.first.flatMap { $0.min { $0.box.midY < $1.box.midY } }.map(numberKey)
    return Set(
      counts.filter { key, own in
        let isOfNoTable =
          own[0].text.count > 1 && own[0].text.hasPrefix("0") || (Int(own[0].text).map(years.contains) ?? false)
        return own.count > 1 && (key == first || isOfNoTable)
      }.keys)
  }
  /// The form is of 2019.
  private static let years = 2019...2039

  /// True for a line to which another one is so near that both are of one table, or one paragraph.
  private static func isBesideText(_ line: PrintedLine, _ others: [PrintedLine]) -> Bool {
    others.contains { other in
      // Some fonts have boxes twice as high as their characters.
      let height = min(line.box.height, other.box.height)
      return other != line && abs(other.box.midY - line.box.midY) - height < height / 2
    }
  }

  /// A title begins in so many lines.
  private static let linesOfTitle = 8

  /// The line over the title of the first page that names whose report it is: the signature may stand at the same height of the last page.
  private static func titledBody(_ lines: [PrintedLine]) -> PrintedLine? {
    let texts = lines.prefix(linesOfTitle).map(\.text)
    let place = texts.indices.dropFirst().first { index in
      let rest = texts[index...].prefix(2)
      return [texts[index], rest.joined()].contains {
        SecondReport.isTitle($0) && FrontMatter.agencyPart($0) == nil
      } && FrontMatter.mayBeBody(texts[index - 1])
    }
    return place.map { lines[$0 - 1] }
  }

  private static func isMarginal(_ line: PrintedLine, _ page: Page) -> Bool {
    guard line.box.midY < page.height * margin || line.box.midY > page.height * (1 - margin) else { return false }
    // Numbers over the width of the page are a row of a table, wherever they stand.
    return line.runs.count(where: { ValueReader.isValue($0.text) }) < 3
  }

  private static func isHeading(_ line: PrintedLine) -> Bool {
    guard Headings.startsWithNumeral(line.text) else { return false }
    return Headings.candidate(line).map { $0.numeral == $0.id.ordinal } ?? false
  }

  /// The text with its digits masked, with its place.
  private static func marginKey(_ line: PrintedLine) -> String {
    var view = String.UnicodeScalarView()
    for scalar in line.text.unicodeScalars { view.append(Wording.isDigit(scalar) ? "0" : scalar) }
    return "\(String(view))@\(Int(line.box.midY / 6))"
  }

  /// `- 3 -`, `— 3 —`, `3`, `3/5`, `第3页`, `第 3 页 共 5 页`. What a separator ends or begins is a part of a number.
  static func isPageNumber(_ text: String) -> Bool {
    let compact = Wording.withoutSpaces(text).unicodeScalars.map(Wording.halfWidth)
    guard !compact.isEmpty, compact.count <= 14, compact.contains(where: Wording.isDigit), compact.first != ",",
      compact.last != ","
    else { return false }
    let allowed = Set("0123456789-—–·/第页共,，.・~～_ⅠⅡ".unicodeScalars)
    return compact.allSatisfy { allowed.contains($0) }
  }

  /// A title is larger than the text by more than this factor, and may be wider than its column.
  private static let enlarged = 1.2

  static func flowLines(_ lines: [PrintedLine], page: Page) -> [FlowLine] {
    let heights = lines.map(height)
    let usual = usual(heights, of: lines)
    let text = zip(lines, heights).filter { $1 <= enlarged * usual }.map(\.0)
    let left = text.map(\.box.left).min() ?? 0
    let right = text.map(\.box.right).max() ?? page.width
    return zip(lines, heights).map { line, height in
      FlowLine(
        text: line.text, place: line.place, left: line.box.left, right: line.box.right, height: height,
        columnLeft: left, columnRight: right)
    }
  }

  /// The height of a line's ideographs; digits of another font may have much taller boxes.
  private static func height(_ line: PrintedLine) -> Double {
    let glyphs = line.runs.lazy.flatMap(\.glyphs)
    return glyphs.filter { Wording.isIdeograph($0.character) }.map(\.box.height).max()
      ?? glyphs.map(\.box.height).max() ?? 0
  }

  /// The height that the middle one of all characters has.
  private static func usual(_ heights: [Double], of lines: [PrintedLine]) -> Double {
    let counts = zip(heights, lines).map { (height: $0, count: $1.runs.reduce(0) { $0 + $1.glyphs.count }) }
      .sorted { $0.height < $1.height }
    var rest = counts.reduce(0) { $0 + $1.count } / 2
    return counts.first { entry in
      rest -= entry.count
      return rest < 0
    }?.height ?? 0
  }
}
