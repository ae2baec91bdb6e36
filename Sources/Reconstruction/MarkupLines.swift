// Reconstruction: lines of a text → the same, HTML outside of tables as the lines that it shows.
import DocumentModel

/// Web pages and programs that write them (`pdftohtml`, `pandoc -t html`) are handed in as texts, too. `<h2>` or `<br/>` in a line would hide a
/// heading. Tables are left to `MarkupTables`.
enum MarkupLines {
  /// So many lines with marks of paragraphs, and such a share of all lines, make a text a web page: in Markdown a few stand too.
  private static let usual = 5
  private static let share = 3
  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "br", "li", "ul", "ol", "title", "hr", "section", "article", "body",
    "pre",
    "blockquote", "center", "a",
  ]
  private static let inline: Set<String> = [
    "b", "i", "u", "em", "strong", "span", "font", "img", "meta", "link", "html", "head", "header", "footer", "main",
    "nav",
    "sup", "sub", "small", "input", "!doctype", "o:p", "mark",
  ]
  /// What they hold is not shown.
  private static let hidden: Set<String> = ["style", "script"]
  /// A mark that is open for longer is none.
  private static let longest = 2_000

  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    guard isPage(lines) else { return lines }
    var reader = Reader()
    for line in lines { reader.read(line) }
    reader.flush()
    // A mark without an end would take the rest of the text with it.
    return reader.isOpen ? lines : reader.result
  }

  /// True where most lines outside of tables are those of a web page: in a text of another kind the ends of lines mean something.
  private static func isPage(_ lines: [SourceLine]) -> Bool {
    var marked = 0
    var filled = 0
    var isInTable = false
    for line in lines {
      guard line.text.unicodeScalars.contains("<") else {
        if !isInTable, line.text.unicodeScalars.contains(where: { !$0.isSpace }) { filled += 1 }
        continue
      }
      for part in outside(line.text, &isInTable) where part.unicodeScalars.contains(where: { !$0.isSpace }) {
        filled += 1
        // All of a page may stand on one line.
        if !part.holds("|") { marked += paragraphs(part) }
      }
    }
    return marked >= usual && marked * share >= filled
  }

  /// What a line has outside of tables.
  private static func outside(_ text: String, _ isInTable: inout Bool) -> [String] {
    guard text.holds("<table") || text.holds("</table") else { return isInTable ? [] : [text] }
    var parts: [String] = []
    var rest = text[...]
    while !rest.isEmpty {
      let mark = rest.firstRange(of: isInTable ? "</table" : "<table")
      if !isInTable { parts.append(String(rest[..<(mark?.lowerBound ?? rest.endIndex)])) }
      guard let mark else { break }
      isInTable.toggle()
      rest = rest[mark.upperBound...]
    }
    return parts
  }

  /// How many paragraphs end in it, as far as it matters.
  private static func paragraphs(_ text: String) -> Int {
    guard closings.contains(where: text.holds) else { return 0 }
    let start = String(text.unicodeScalars.prefix(longest))
    return min(usual, max(1, closings.reduce(0) { $0 + start.ranges(of: $1).count }))
  }
  private static let closings = [
    "</p>", "<br>", "<br/>", "<br />", "</div>", "</h1>", "</h2>", "</h3>", "</li>", "</P>", "<BR>",
  ]

  private struct Reader {
    var result: [SourceLine] = []
    private var text = String.UnicodeScalarView()
    private var number = 0
    private var mark: String.UnicodeScalarView?
    private var hiddenIn: String?
    private var isComment = false
    /// How many tables are open: their lines stay as they are.
    private var depth = 0
    var isOpen: Bool { mark != nil || hiddenIn != nil || depth > 0 }

    mutating func read(_ line: SourceLine) {
      for scalar in line.text.unicodeScalars {
        if var open = mark {
          open.append(scalar)
          mark = open
          if scalar == ">", !isComment || open.suffix(3).elementsEqual("-->".unicodeScalars) { close(line.number) }
          if open.count == 4, open.elementsEqual("<!--".unicodeScalars) { isComment = true }
          if let long = mark, long.count > MarkupLines.longest, !isComment { spill(long) }
        } else if scalar == "<" {
          mark = String.UnicodeScalarView([scalar])
        } else if hiddenIn == nil {
          append(scalar, line.number)
        }
      }
      // The end of a line is a space in a web page, also within a mark.
      mark?.append(" ")
      if depth > 0 {
        flush()
      } else if mark == nil, !text.isEmpty {
        text.append(" ")
      }
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ line: Int) {
      if text.isEmpty { number = line }
      text.append(scalar)
    }

    private mutating func spill(_ open: String.UnicodeScalarView) {
      mark = nil
      for scalar in open { append(scalar, number) }
    }

    private mutating func close(_ line: Int) {
      guard let open = mark else { return }
      mark = nil
      if isComment {
        isComment = false
        return
      }
      let body = String(open.dropFirst().dropLast()).lowercased()
      let isEnd = body.hasPrefix("/")
      let name = String(body.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" })
      if let hidden = hiddenIn {
        if isEnd, name == hidden { hiddenIn = nil }
        return
      }
      if MarkupLines.hidden.contains(name) {
        if !isEnd, !body.hasSuffix("/") { hiddenIn = name }
        return
      }
      if name == "table" {
        if depth == 0 { flush() }
        depth = max(0, depth + (isEnd ? -1 : 1))
        for scalar in open { append(scalar, line) }
        if depth == 0 { flush() }
        return
      }
      if depth > 0 {
        for scalar in open { append(scalar, line) }
      } else if MarkupLines.blocks.contains(name) {
        flush()
      } else if !MarkupLines.inline.contains(name) {
        spill(open)
      }
    }

    mutating func flush() {
      let line = String(text)
      text = .init()
      if depth > 0 || line.unicodeScalars.contains(where: { !$0.isSpace }) {
        result.append(SourceLine(number: number, text: Wording.shown(line)))
      }
    }
  }
}

extension Wording {
  /// The named characters of HTML as themselves.
  static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains("&") else { return text }
    var text = text
    for (name, character) in [
      ("&nbsp;", " "), ("&#160;", " "), ("&#xa0;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&"),
    ] {
      text = text.replacing(name, with: character)
    }
    return text.holds("&#") ? withoutReferences(text) : text
  }
  /// The characters that are given by their numbers: `&#x5e74;`, `&#24180;`.
  private static func withoutReferences(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "&#") {
      result += rest[..<start.lowerBound]
      let body = rest[start.upperBound...].prefix(longestReference)
      guard let end = body.firstIndex(of: ";") else {
        result += "&#"
        rest = rest[start.upperBound...]
        continue
      }
      let isHexadecimal = body.first == "x" || body.first == "X"
      let number = UInt32(isHexadecimal ? body[..<end].dropFirst() : body[..<end], radix: isHexadecimal ? 16 : 10)
      // What is no character stays as it is.
      if let scalar = number.flatMap(Unicode.Scalar.init), scalar.value >= 0x20 {
        result.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
      } else {
        result += "&#"
        rest = rest[start.upperBound...]
      }
    }
    return result + rest
  }
  private static let longestReference = 9
}
