// Reconstruction: headings of sections that are numbered otherwise than 一、 → the same with the numerals of the form, for reading.
import DocumentModel
import Foundation
import Statute

/// Reports also number their sections 1. to 6., 01 to 06, PART 1 to PART 6, （一） to （六）, ① to ⑥, 【一、】 and so on. All that looks for headings knows 一、 alone: where most sections of a
/// document are numbered in one other way, its headings are read as if they had the form's numerals, and given back as they are printed.
struct HeadingNumbering {
  /// So many sections with the titles of the form are no items of a list.
  private static let enough = 4
  /// So many of them have their own numbers at least: where one comes again, those behind it are wrong.
  private static let right = 2
  /// With so many headings as the form has them, others are none.
  private static let usual = 3
  /// A title so much like one of the form's is one; beside others of that kind one that is a little less so.
  private static let alike = 0.85
  private static let alikeBesideOthers = 0.72
  /// Longer lines are sentences.
  private static let longest = 60

  /// The numeral of a heading.
  struct Numeral: Equatable, Sendable {
    /// As the form would have it: 三、
    var usual: String
    /// As it is printed, without white space.
    var own: String
  }

  /// The numeral of each section.
  private(set) var printed: [SectionID: Numeral] = [:]
  /// How they are numbered.
  private let style: Style

  /// What tells one way to number from another.
  private struct Style: Hashable {
    var open = ""
    var digits = 0
    var mark = ""
  }

  private struct Numbered {
    var id: SectionID
    /// The number that is printed, which may be another section's.
    var value: Int
    var style: Style
    /// What stands before the title, without white space.
    var own: String

    var numeral: Numeral { Numeral(usual: String(digits[0][value - 1]) + "、", own: own) }
  }

  /// How the sections of these lines are numbered; nil where it is as in the form, or nothing tells.
  /// - Parameter lines: without white space.
  init?(_ lines: some Sequence<String>) {
    var found: [Style: [SectionID: Numeral]] = [:]
    var wrong: [Style: [SectionID: Numeral]] = [:]
    // In the order in which they were last seen: of two ways with as many sections a table of contents has the first.
    var styles: [Style] = []
    var own: Set<SectionID> = []
    for line in lines where Self.mayBegin(line) {
      if let numbered = Self.numbered(line) {
        guard numbered.value == numbered.id.ordinal else {
          wrong[numbered.style, default: [:]][numbered.id] = numbered.numeral
          continue
        }
        found[numbered.style, default: [:]][numbered.id] = numbered.numeral
        if styles.last != numbered.style {
          styles.removeAll { $0 == numbered.style }
          styles.append(numbered.style)
        }
      } else {
        let (value, title) = Headings.numeral(Substring(line))
        if let id = SectionID.allCases.first(where: { $0.ordinal == value }),
          HeadingTitles.isWording(String(title), of: id)
        {
          own.insert(id)
        }
      }
    }
    // A section whose own number is nowhere has a wrong one.
    found = found.filter { $1.count >= Self.right }
    for (style, right) in found { found[style] = right.merging(wrong[style] ?? [:]) { right, _ in right } }
    let most = found.values.map(\.count).max() ?? 0
    guard own.count < Self.usual, most >= Self.enough, let style = styles.last(where: { found[$0]?.count == most })
    else { return nil }
    (self.style, printed) = (style, found[style] ?? [:])
  }

  /// The numeral of that section's heading, where the line is one that is numbered in this way.
  func numeral(of line: String) -> Numeral? {
    guard Self.mayBegin(line), let numbered = Self.numbered(line, alike: Self.alikeBesideOthers),
      numbered.style == style, numbered.value == numbered.id.ordinal || printed[numbered.id] == numbered.numeral
    else { return nil }
    return numbered.numeral
  }

  /// The lines of a text with the numerals of the form.
  func usual(_ lines: [SourceLine]) -> [SourceLine] {
    lines.map { line in
      guard let numeral = numeral(of: Wording.withoutSpaces(line.text)) else { return line }
      var rest = line.text.unicodeScalars[...]
      var left = numeral.own.unicodeScalars.count
      while left > 0, let scalar = rest.first {
        if !scalar.isSpace { left -= 1 }
        rest = rest.dropFirst()
      }
      return SourceLine(number: line.number, text: numeral.usual + String(rest))
    }
  }

  /// The characters of a page with the numerals of the form.
  func usual(_ page: Page, lines: [PrintedLine]) -> Page {
    var page = page
    var removed: Set<Glyph> = []
    var added: [Glyph] = []
    for line in lines {
      guard let numeral = numeral(of: line.text) else { continue }
      let old = Array(line.runs.lazy.flatMap(\.glyphs).prefix(numeral.own.unicodeScalars.count))
      guard let box = old.map(\.box).bounds() else { continue }
      removed.formUnion(old)
      let new = Array(numeral.usual.unicodeScalars)
      let width = (box.right - box.left) / Double(new.count)
      added += new.enumerated().map { index, scalar in
        var own = box
        own.left = box.left + width * Double(index)
        own.right = own.left + width
        return Glyph(character: scalar, box: own)
      }
    }
    guard !added.isEmpty else { return page }
    page.glyphs = page.glyphs.filter { !removed.contains($0) } + added
    return page
  }

  /// The heading as it is printed.
  static func restored(_ heading: String, of id: SectionID, printed: [SectionID: Numeral]) -> String {
    guard let numeral = printed[id], heading.hasPrefix(numeral.usual) else { return heading }
    return numeral.own + heading.dropFirst(numeral.usual.count)
  }

  // MARK: - One line

  private static let strokes = Headings.stroke + ".．。：:·"
  private static let brackets: [(open: Character, close: Character)] = [
    ("（", "）"), ("(", ")"), ("（", ")"), ("(", "）"), ("〔", "〕"), ("[", "]"), ("［", "］"), ("【", "】"), ("「", "」"),
    ("『", "』"), ("《", "》"), ("〈", "〉"), ("<", ">"), ("“", "”"), ("‘", "’"),
  ]
  private static let roman = ["VIII", "VII", "III", "II", "IV", "IX", "VI", "V", "I"]
  private static let romanValues = [8, 7, 3, 2, 4, 9, 6, 5, 1]
  private static let digits: [[Character]] = [
    Array("一二三四五六七八九"), Array("壹贰叁肆伍陆柒捌玖"), Array("123456789"), Array("１２３４５６７８９"),
  ]
  /// 01 to 06.
  private static let zeros: [Character] = ["0", "０"]
  /// PART 01, without white space.
  private static let part = "part"
  /// ①, ⑴, ⒈, ❶, ㈠, ㊀ and Ⅰ, each followed by those for 2 to 9.
  private static let enclosed: [UInt32] = [0x2460, 0x2474, 0x2488, 0x2776, 0x3220, 0x3280, 0x2160]
  private static let starts: Set<Unicode.Scalar> = Set(
    (digits.joined() + brackets.map(\.open) + zeros + "IVPp").flatMap(\.unicodeScalars)
      + enclosed.flatMap { first in (first..<first + 9).compactMap(Unicode.Scalar.init) })

  private static func mayBegin(_ line: String) -> Bool {
    guard let first = line.unicodeScalars.first, starts.contains(first) else { return false }
    return line.unicodeScalars.count <= longest && HeadingTitles.holdsWord(line)
  }

  /// A leading number that is not as in the form, over the title of its section; or of another, where that is word for word.
  private static func numbered(_ line: String, alike least: Double = alike) -> Numbered? {
    guard let (value, style, rest) = numeral(Substring(line)) else { return nil }
    var title = rest
    // The page in a table of contents.
    for leader in ["…", "...", "···"] { if let place = title.range(of: leader) { title = title[..<place.lowerBound] } }
    if let close = title.last, brackets.contains(where: { $0.close == close }) { title = title.dropLast() }
    guard let (id, alike) = HeadingTitles.section(of: String(title)), alike >= least,
      id.ordinal == value || HeadingTitles.isWording(String(title), of: id)
    else { return nil }
    return Numbered(id: id, value: value, style: style, own: String(line[..<rest.startIndex]))
  }

  private static func numeral(_ text: Substring) -> (value: Int, style: Style, rest: Substring)? {
    guard let first = text.first else { return nil }
    if let scalar = first.unicodeScalars.first,
      let start = enclosed.first(where: { ($0..<$0 + 9).contains(scalar.value) })
    {
      let rest = text.dropFirst().drop { strokes.contains($0) }
      return (Int(scalar.value - start) + 1, Style(digits: Int(start)), rest)
    }
    if let pair = brackets.first(where: { $0.open == first }) {
      let inner = text.dropFirst()
      guard let (value, kind, rest) = digit(inner), let next = rest.first else { return nil }
      let style = Style(open: String(pair.open), digits: kind)
      if brackets.contains(where: { $0.open == first && $0.close == next }) {
        return (value, style, rest.dropFirst().drop { strokes.contains($0) })
      }
      // The brackets stand about the whole heading.
      guard strokes.contains(next), let last = text.last, brackets.contains(where: { $0.close == last }) else {
        return nil
      }
      return (value, style, rest.drop { strokes.contains($0) })
    }
    let lead = lead(text)
    guard let (value, kind, rest) = digit(text.dropFirst(lead.count)), kind > 0 || !lead.isEmpty else { return nil }
    var mark = rest.prefix { strokes.contains($0) }
    // 1.0
    if mark == ".", rest.dropFirst().first == "0" { mark = rest.prefix(2) }
    return (value, Style(open: lead.lowercased(), digits: kind, mark: String(mark)), rest.dropFirst(mark.count))
  }

  /// What stands before the one digit that tells the sections apart: 0, PART, PART 0.
  private static func lead(_ text: Substring) -> Substring {
    var rest = text
    if rest.prefix(part.count).lowercased() == part { rest = rest.dropFirst(part.count).drop { strokes.contains($0) } }
    if let first = rest.first, zeros.contains(first) { rest = rest.dropFirst() }
    return text[..<rest.startIndex]
  }

  private static func digit(_ text: Substring) -> (value: Int, kind: Int, rest: Substring)? {
    guard let first = text.first else { return nil }
    for (kind, characters) in digits.enumerated() {
      if let index = characters.firstIndex(of: first) { return (index + 1, kind, text.dropFirst()) }
    }
    for (letters, value) in zip(roman, romanValues) where text.hasPrefix(letters) {
      return (value, digits.count, text.dropFirst(letters.count))
    }
    return nil
  }
}
