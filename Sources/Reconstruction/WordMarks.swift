// Reconstruction: a line of a text → the word on it with its place, as programs write them.
import DocumentModel
import Foundation

/// Knows the table of `pdftotext -tsv` and of programs that read pictures, `<word xMin=…>`, `<text top=…>` and `<p style="top:…">`.
struct WordMarks {
  /// The fields of the table by name.
  private var fields: [Substring: Int] = [:]
  private var page = 0
  /// True where a line is none of theirs: it would be lost.
  private(set) var isForeign = false
  /// What the header of the table begins with.
  private static let header = "level\tpage_num\t"
  /// The level of words in the table.
  private static let word = "5"

  /// The word, with the number of its page.
  mutating func word(_ line: SourceLine) -> PlacedWords.Word? {
    let start = line.text.unicodeScalars.first { !$0.isSpace }
    guard let start, !isForeign else { return nil }
    if line.text.hasPrefix(Self.header) {
      for (index, name) in line.text.split(separator: "\t").enumerated() { fields[name] = index }
      return nil
    }
    if !fields.isEmpty { return cell(line) }
    guard start == "<" else {
      isForeign = true
      return nil
    }
    if let word = read(line) { return word }
    isForeign = Self.saysSomething(Self.shown(line.text[...])) && !Self.heads.contains(where: line.text.holds)
    return nil
  }

  private static func saysSomething(_ text: String) -> Bool {
    text.unicodeScalars.contains { Wording.isIdeograph($0) || Wording.isDigit($0) }
  }

  /// What says something of the file, and is not shown.
  private static let heads = ["<title", "<meta", "<outline", "<item"]

  private mutating func read(_ line: SourceLine) -> PlacedWords.Word? {
    let mark = line.text.drop(while: \.isWhitespace).dropFirst()
    if mark.hasPrefix("page ") || mark.hasPrefix("div id=\"page") {
      page += 1
      return nil
    }
    let name = ["word", "text", "p"].first { mark.hasPrefix($0 + " ") }
    guard let name, let end = mark.firstIndex(of: ">"), let close = mark.range(of: "</\(name)>") else { return nil }
    let attributes = mark[..<end]
    // One word a line: a second one would be lost.
    guard close.lowerBound > end, !Self.saysSomething(Self.shown(mark[close.upperBound...])) else { return nil }
    let body = Self.shown(mark[mark.index(after: end)..<close.lowerBound])
    func number(_ name: String) -> Double? { Self.number(name, in: attributes) }
    var word = PlacedWords.Word(page: page, line: line.number, left: 0, top: 0, right: nil, height: 0, text: body)
    switch name {
    case "word":
      guard let left = number(" xMin=\""), let top = number(" yMin=\""), let right = number(" xMax=\""),
        let bottom = number(" yMax=\"")
      else { return nil }
      (word.left, word.top, word.right, word.height) = (left, top, right, bottom - top)
    case "text":
      guard let left = number(" left=\""), let top = number(" top=\""), let width = number(" width=\""),
        let height = number(" height=\"")
      else { return nil }
      (word.left, word.top, word.right, word.height) = (left, top, left + width, height)
    default:
      guard let left = number("left:"), let top = number("top:"), let height = number("line-height:") else {
        return nil
      }
      (word.left, word.top, word.height) = (left, top, height)
    }
    return word.height > 0 ? word : nil
  }

  /// A row of the table, if it is one of a word.
  private mutating func cell(_ line: SourceLine) -> PlacedWords.Word? {
    let cells = line.text.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == fields.count else {
      isForeign = true
      return nil
    }
    func cell(_ name: Substring) -> Substring? { fields[name].flatMap { cells.indices.contains($0) ? cells[$0] : nil } }
    func number(_ name: Substring) -> Double? { cell(name).flatMap { Double($0) } }
    guard cell("level") == Self.word[...], let text = cell("text") else { return nil }
    guard let left = number("left"), let top = number("top"), let width = number("width"),
      let height = number("height"), height > 0
    else {
      isForeign = Self.saysSomething(String(text))
      return nil
    }
    return PlacedWords.Word(
      page: number("page_num").flatMap { Int(exactly: $0) } ?? 1, line: line.number, left: left, top: top,
      right: left + width, height: height, text: FieldRows.trimmed(String(text)))
  }

  /// The number behind the name, whatever unit follows.
  private static func number(_ name: String, in attributes: Substring) -> Double? {
    guard let range = attributes.range(of: name),
      range.lowerBound == attributes.startIndex || attributes[attributes.index(before: range.lowerBound)] != "-"
    else { return nil }
    return Double(attributes[range.upperBound...].prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") })
  }

  /// The text without marks within it.
  private static func shown(_ text: Substring) -> String {
    var result = ""
    var isInMark = false
    for character in text {
      switch character {
      case "<": isInMark = true
      case ">" where isInMark: isInMark = false
      default: if !isInMark { result.append(character) }
      }
    }
    return FieldRows.trimmed(Wording.shown(result))
  }
}
