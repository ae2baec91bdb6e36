// Audit: a report → the sentences of its running text, each with its section and its places.
import DocumentModel
import ReportModel
import Statute

/// A sentence of the running text: up to 。！？ or the end of its paragraph.
struct Sentence: Sendable {
  /// nil in the preamble.
  var section: SectionID?
  /// Counted through the whole text.
  var paragraph: Int
  /// Normalised (`NormalisedText`).
  var text: [UInt16]
  /// As printed, white space removed at its ends.
  var quote: String
  /// Where the text's units from `start` on stand, ascending.
  fileprivate var places: [(start: Int, place: Place)]

  /// Where the unit at `position` stands.
  func place(at position: Int) -> Place? { (places.last { $0.start <= position } ?? places.first)?.place }

  var range: Range<Int> { 0..<text.count }

  /// The normalised text of a part.
  func string(_ range: Range<Int>) -> String { NormalisedText.string(text[range]) }
}

/// The running text of a report.
struct Narrative: Sendable {
  var sentences: [Sentence] = []
  /// Normalised, by paragraph.
  private(set) var paragraphs: [(section: SectionID?, text: [UInt16])] = []

  init(_ report: Report) {
    add(report.preamble, in: nil)
    for section in report.sections { add(section.lines, in: section.id) }
  }

  /// The normalised text of a section; empty where it has none.
  func text(of section: SectionID) -> [UInt16] { paragraphs.filter { $0.section == section }.flatMap(\.text) }

  private mutating func add(_ lines: [TextLine], in section: SectionID?) {
    var start = lines.startIndex
    while start < lines.endIndex {
      var end = start + 1
      while end < lines.endIndex, !lines[end].startsParagraph { end += 1 }
      addParagraph(lines[start..<end], in: section)
      start = end
    }
  }

  private mutating func addParagraph(_ lines: ArraySlice<TextLine>, in section: SectionID?) {
    let number = paragraphs.count
    var whole: [UInt16] = []
    var text: [UInt16] = []
    var quote = ""
    var places: [(start: Int, place: Place)] = []
    func close() {
      guard !text.isEmpty else { return }
      let trimmed = quote.drop(while: \.isWhitespace)
      sentences.append(
        Sentence(section: section, paragraph: number, text: text, quote: String(trimmed), places: places))
      text = []
      quote = ""
      places = []
    }
    for line in lines {
      for part in Narrative.pieces(line.text) {
        if places.last?.place != line.place { places.append((text.count, line.place)) }
        let before = text.count
        NormalisedText.append(part, to: &text)
        whole += text[before...]
        quote += part
        if let last = part.unicodeScalars.last, Narrative.isEnd(last) { close() }
      }
    }
    close()
    paragraphs.append((section, whole))
  }

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "。" || scalar == "！" || scalar == "？" }

  /// The text cut behind every end of a sentence.
  private static func pieces(_ text: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    let scalars = text.unicodeScalars
    var position = start
    while position < scalars.endIndex {
      let next = scalars.index(after: position)
      if isEnd(scalars[position]) {
        pieces.append(text[start..<next])
        start = next
      }
      position = next
    }
    if start < text.endIndex { pieces.append(text[start...]) }
    return pieces
  }
}
