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
  /// Stands between the lines of a field of a text.
  static let lineBreak: Character = "⏎"
  private static let lineBreakText = String(lineBreak)
  private static let illegible = ["[illegible]", "无法识别", "�", "□"].map(Affix.init)

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

  /// A word at the start or end of a number, or in place of one.
  struct Affix {
    var text: String
    var scalars: [Unicode.Scalar]

    init(_ text: String) {
      self.text = text
      scalars = Array(text.unicodeScalars)
    }
  }
}
