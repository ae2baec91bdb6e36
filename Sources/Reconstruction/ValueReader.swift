// Reconstruction: what is printed in a cell → its state and exact value.
import DocumentModel
import Foundation
import ReportModel

/// Reads the ways of writing a value that published reports show: full width, thousands separators, spaces inside, signs, 增 and 减, units,
/// bracketed remarks, placeholders.
enum ValueReader {
  private static let placeholders = [
    "/", "\\", "-", "--", "---", "—", "——", "–", "―", "一一", "无", "*", "／", "－", "―", "─", "──",
  ].map { Array($0.unicodeScalars) }
  private static let longestPlaceholder = 3
  /// Longest first.
  private static let units = ["亿元", "万元", "万件", "元", "件", "项", "条", "个", "份", "宗", "次", "人", "起"].map(Affix.init)
  private static let increases = ["增加", "新增", "增", "+"].map(Affix.init)
  private static let decreases = ["减少", "减", "-"].map(Affix.init)
  /// Stands between the lines of a field of a text.
  static let lineBreak: Character = "⏎"
  private static let lineBreakText = String(lineBreak)
  private static let illegible = ["[illegible]", "无法识别", "�", "□"].map(Affix.init)
  /// What may be left of a cell's width beside a number that was wrapped, in widths of its widest digit.
  private static let wrapSlack = 1.6
  /// A gap inside one number is narrower than this, in character sizes.
  private static let widestInside = 1.0

  /// The cell as printed. `severalValues` where its lines are numbers that did not have to wrap.
  static func read(_ cell: PrintedCell) -> Cell {
    let places = cell.places
    guard !cell.isEmpty else { return Cell(state: .blank, places: places) }
    let text = cell.text
    if cell.pieces.contains(where: \.isHidden) {
      return Cell(state: .unread, text: text, places: places, doubt: .textLayer)
    }
    if holdsNeighbours(cell) { return Cell(state: .unread, text: text, places: places, doubt: .severalValues) }
    if cell.pieces.count > 1, !isOneValue(cell) || hasLinesInOneAnother(cell) {
      return Cell(state: .unread, text: text, places: places, doubt: .severalValues)
    }
    let result = read(text, places: places)
    // Words over several lines where a number belongs are seldom a remark: a seal or a watermark reaches into the cell.
    if result.state == .text, cell.pieces.count > 1, !text.unicodeScalars.contains(where: Wording.isDigit) {
      return Cell(state: .unread, text: text, places: places, doubt: .severalValues)
    }
    return result
  }

  /// True for numbers side by side in one cell: the edge between two columns is lost.
  private static func holdsNeighbours(_ cell: PrintedCell) -> Bool {
    cell.pieces.contains { $0.widestGap >= widestInside && isValue($0.text) }
  }

  /// True for the numbers of two columns or rows in one cell.
  static func isJoined(_ cell: PrintedCell) -> Bool {
    holdsNeighbours(cell) || cell.spansRows && cell.pieces.count > 1 && cell.isValue
  }

  /// Lines of one number stand under one another, further apart than this in widths of a digit, whatever boxes their font has. What is nearer is a
  /// mark beside it.
  private static let raised = 0.9

  private static func hasLinesInOneAnother(_ cell: PrintedCell) -> Bool {
    let pieces = cell.pieces.filter { $0.bottom > $0.top && $0.text.unicodeScalars.contains(where: Wording.isDigit) }
    return zip(pieces, pieces.dropFirst()).contains { upper, lower in
      abs(upper.top + upper.bottom - lower.top - lower.bottom) / 2 < raised * min(upper.unit, lower.unit)
    }
  }

  /// The value of a text without spaces.
  static func read(_ text: String, places: [Place]) -> Cell {
    if text.isEmpty { return Cell(state: .blank, places: places) }
    if startsWithIdleZero(text) { return Cell(state: .unread, text: text, places: places, doubt: .severalValues) }
    if let value = plainNumber(text) {
      return Cell(state: .number, text: text, value: Decimal(value), places: places)
    }
    if text.holds(lineBreakText) {
      return Cell(
        state: .unread, text: text.replacing(lineBreakText, with: " "), places: places, doubt: .severalValues)
    }
    if text.unicodeScalars.contains(where: startsIllegible),
      illegible.contains(where: { text.holds($0.text) }) || text.unicodeScalars.contains(where: isStrange)
    {
      return Cell(state: .unread, text: text, places: places, doubt: .illegible)
    }
    if isPlaceholder(text) { return Cell(state: .placeholder, text: text, places: places) }
    if let number = number(text) {
      return Cell(
        state: .number, text: text, value: number.value, unit: number.unit, note: number.note, places: places)
    }
    if isMixture(text) { return Cell(state: .unread, text: text, places: places, doubt: .severalValues) }
    return Cell(state: .text, text: text, places: places)
  }

  /// True for digits with a zero before them (028): no office writes so, and it is the 0 of the cell before that touches them.
  private static func startsWithIdleZero(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "0" || first == "０" else { return false }
    return text.unicodeScalars.count > 1 && text.unicodeScalars.allSatisfy(Wording.isDigit)
  }

  /// What nearly every cell holds: digits of ASCII, few enough for an integer, and nothing else.
  private static func plainNumber(_ text: String) -> Int? {
    guard (1...15).contains(text.utf8.count) else { return nil }
    var value = 0
    for byte in text.utf8 {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// Digits among characters that are no unit, sign or remark: a label or a stamp that ran into the number.
  private static func isMixture(_ text: String) -> Bool {
    let scalars = half(text)
    let digits = scalars.count(where: Wording.isDigit)
    if digits == 0, scalars.count <= 8, scalars.contains("无") { return true }
    // One or two characters are no remark: a stamp or a label reached into the cell.
    if digits == 0, scalars.count <= 2 { return true }
    return digits > 0 && !text.holds("(") && !text.holds("（")
  }

  /// True for what may stand in a cell of numbers: a number, also one that is not legible, or a placeholder.
  static func isValue(_ text: String) -> Bool {
    // Most texts are words: no more is asked of them.
    guard mayBeValue(text) else { return false }
    let text = Wording.withoutSpaces(text)
    if plainNumber(text) != nil { return true }
    if text.holds(lineBreakText) { return text.split(separator: lineBreak).allSatisfy { isValue(String($0)) } }
    let half = half(text)
    return parts(half) != nil || isPlaceholder(text) || isFragment(half) || isIllegible(text)
  }

  /// True where some of the text may be a number, or the word for none.
  static func holdsValue(_ text: String) -> Bool {
    text.unicodeScalars.contains { Wording.isDigit($0) || $0 == "无" }
  }

  /// False where no more than a look at each character tells that a text is no value: it has no digit, none of the marks of what is illegible, and
  /// is too long for a placeholder.
  private static func mayBeValue(_ text: String) -> Bool {
    var count = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // Digits, also of full width; `lineBreak`.
      case 0x30...0x39, 0xFF10...0xFF19, 0x23CE: return true
      default:
        if startsIllegible(scalar) { return true }
        if !scalar.isSpace { count += 1 }
      }
    }
    return count <= longestPlaceholder
  }

  /// True for the first character of each of `illegible`, and for what is illegible by itself.
  private static func startsIllegible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "[", "无", "\u{FFFD}", "□": true
    default: isStrange(scalar)
    }
  }

  /// A part of a number that had to wrap, as far as that shows: digits and separators of thousands that are no number by themselves.
  private static func isFragment(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count <= 20 && scalars.contains(",") && scalars.allSatisfy { isDigit($0) || $0 == "," || $0 == "." }
      && (scalars.count(where: isDigit) >= 2 || scalars.first == "," && scalars.contains(where: isDigit))
  }

  /// A number of which some or all cannot be made out: it stands where a number stands, and must not pass for a blank.
  private static func isIllegible(_ text: String) -> Bool {
    guard text.unicodeScalars.contains(where: startsIllegible) else { return false }
    var rest = Array(text.unicodeScalars)[...]
    var legible = String.UnicodeScalarView()
    var hasMark = false
    while let first = rest.first {
      let mark = illegible.first { rest.starts(with: $0.scalars) }
      let isKnown = mark == nil && !isStrange(first)
      legible.append(isKnown ? first : "0")
      rest = rest.dropFirst(mark?.scalars.count ?? 1)
      hasMark = hasMark || !isKnown
    }
    return hasMark && parts(half(String(legible))) != nil
  }

  /// A character of private use, or a digit of another script: the page shows some digit, and a font with a wrong map says this.
  private static func isStrange(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x660, 0x2000...0x9FFF, 0xFF00...0xFFEF: false
    default: scalar.isUnknown || scalar.properties.numericType == .decimal
    }
  }

  private static func isPlaceholder(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.prefix(longestPlaceholder + 1)
    guard scalars.count <= longestPlaceholder else { return false }
    return placeholders.contains(half(text)) || placeholders.contains(Array(scalars))
  }

  /// A printed number; nil where the text is something else.
  static func number(_ text: String) -> (value: Decimal, unit: String?, note: String?)? {
    guard let parts = parts(half(text)), let magnitude = magnitude(parts.digits) else { return nil }
    return (
      parts.isNegative ? -magnitude : magnitude, parts.unit?.text, parts.hasNote ? bracketed(text) : nil
    )
  }

  /// A word at the start or end of a number, or in place of one.
  private struct Affix {
    var text: String
    var scalars: [Unicode.Scalar]

    init(_ text: String) {
      self.text = text
      scalars = Array(text.unicodeScalars)
    }
  }

  /// What a printed number is made of; nil where the text is something else.
  private struct Parts {
    var digits: ArraySlice<Unicode.Scalar>
    var unit: Affix?
    var isNegative = false
    var hasNote = false
  }

  private static func parts(_ text: [Unicode.Scalar]) -> Parts? {
    // Most texts are words.
    guard text.contains(where: isDigit) else { return nil }
    var parts = Parts(digits: text[...])
    if text.last == ")", let open = text.firstIndex(of: "(") {
      parts.hasNote = true
      parts.digits = text[..<open]
    }
    // A mark that leads to a note: 12*, 12①, 12[1].
    if parts.digits.count > 1, let last = parts.digits.last, isMark(last) {
      parts.hasNote = true
      parts.digits = parts.digits.dropLast()
    } else if parts.digits.last == "]", let open = parts.digits.lastIndex(of: "["),
      parts.digits.distance(from: open, to: parts.digits.endIndex) <= 4
    {
      parts.hasNote = true
      parts.digits = parts.digits[..<open]
    }
    if let unit = units.first(where: { parts.digits.ends(with: $0.scalars) }) {
      parts.unit = unit
      parts.digits = parts.digits.dropLast(unit.scalars.count)
    }
    if let sign = increases.first(where: { parts.digits.starts(with: $0.scalars) }) {
      parts.digits = parts.digits.dropFirst(sign.scalars.count)
    } else if let sign = decreases.first(where: { parts.digits.starts(with: $0.scalars) }) {
      parts.digits = parts.digits.dropFirst(sign.scalars.count)
      parts.isNegative = true
    }
    return isMagnitude(parts.digits) ? parts : nil
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "※", "†", "\u{2460}"..."\u{2473}": true
    default: false
    }
  }

  /// Digits with at most one point, thousands separators only between groups of three.
  private static func isMagnitude(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first, isDigit(first), text.count <= 30 else { return false }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { return false }
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return false }
    if groups.count > 1 {
      guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return false }
    }
    return parts.count < 2 || parts[1].allSatisfy(isDigit)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  private static func magnitude(_ digits: ArraySlice<Unicode.Scalar>) -> Decimal? {
    // Nearly every number is a small whole one.
    if digits.count <= 15, digits.allSatisfy(isDigit) {
      return Decimal(digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) })
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: digits.filter { $0 != "," })
    return Decimal(string: String(view), locale: Locale(identifier: "en_US_POSIX"))
  }

  /// Full-width digits, signs, separators and brackets as ASCII.
  private static func half(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "−", "－", "﹣", "\u{2010}", "\u{2011}": "-"
      case "，", "﹐": ","
      case "．", "﹒": "."
      case "〔", "【", "﹙": "("
      case "〕", "】", "﹚": ")"
      default: Wording.halfWidth(scalar)
      }
    }
  }

  /// The last bracketed part as printed.
  private static func bracketed(_ text: String) -> String? {
    guard
      let open = text.firstIndex(where: {
        "(（〔【[".contains($0) || $0.unicodeScalars.first.map(isMark) ?? false
      })
    else { return nil }
    return String(text[open...])
  }

  /// Several lines are one value where they are no numbers of their own, or where a number had to wrap: then each line but the last
  /// fills the cell.
  private static func isOneValue(_ cell: PrintedCell) -> Bool {
    let texts = cell.pieces.map { Wording.withoutSpaces($0.text) }
    let numeric = texts.filter { number($0) != nil }
    // A remark or a unit below the number, a text over several lines.
    if numeric.count <= 1
      && !texts.dropFirst().contains(where: { $0.first.map { Wording.isDigit($0.unicodeScalars.first!) } ?? false })
    {
      return true
    }
    // A separator at the end of a line says itself that the number goes on.
    if texts.dropLast().allSatisfy({ $0.hasSuffix(",") || $0.hasSuffix("，") || $0.hasSuffix(".") }),
      number(texts.joined()) != nil
    {
      return true
    }
    guard let area = cell.area else { return false }
    // Vertical writing of one number (one digit a line) is not told from several values by its width alone.
    return cell.pieces.dropLast().allSatisfy { piece in
      area.width - (piece.right - piece.left) <= wrapSlack * max(piece.unit, 1) + 4
    }
  }
}

extension BidirectionalCollection<Unicode.Scalar> {
  fileprivate func ends(with part: [Unicode.Scalar]) -> Bool {
    count >= part.count && suffix(part.count).elementsEqual(part)
  }
}
