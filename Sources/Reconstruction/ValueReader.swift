// Reconstruction: what is printed in a cell → its state and exact value.
import DocumentModel
import Foundation
import ReportModel

/// Reads the ways of writing a value that published reports show: full width, thousands separators, spaces inside, signs, 增 and 减, units,
/// bracketed remarks, placeholders.
enum ValueReader {
  private static let placeholders: Set<String> = [
    "/", "\\", "-", "--", "—", "——", "–", "―", "一一", "无", "*", "／", "－", "―", "─", "──",
  ]
  /// Longest first.
  private static let units = ["亿元", "万元", "万件", "元", "件", "项", "条", "个", "份", "宗", "次", "人", "起"]
  private static let increases = ["增加", "新增", "增", "+"]
  private static let decreases = ["减少", "减", "-"]
  private static let illegible = ["[illegible]", "无法识别", "�", "□"]
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
    if cell.pieces.contains(where: { $0.widestGap >= widestInside && isValue($0.text) }) {
      return Cell(state: .unread, text: text, places: places, doubt: .severalValues)
    }
    if cell.pieces.count > 1, !isOneValue(cell) {
      return Cell(state: .unread, text: text, places: places, doubt: .severalValues)
    }
    return read(text, places: places)
  }

  /// The value of a text without spaces.
  static func read(_ text: String, places: [Place]) -> Cell {
    if text.isEmpty { return Cell(state: .blank, places: places) }
    if illegible.contains(where: text.contains) {
      return Cell(state: .unread, text: text, places: places, doubt: .illegible)
    }
    if placeholders.contains(half(text)) || placeholders.contains(text) {
      return Cell(state: .placeholder, text: text, places: places)
    }
    if let number = number(text) {
      return Cell(
        state: .number, text: text, value: number.value, unit: number.unit, note: number.note, places: places)
    }
    if isMixture(text) { return Cell(state: .unread, text: text, places: places, doubt: .severalValues) }
    return Cell(state: .text, text: text, places: places)
  }

  /// Digits among characters that are no unit, sign or remark: a label or a stamp that ran into the number.
  private static func isMixture(_ text: String) -> Bool {
    let scalars = Array(half(text).unicodeScalars)
    let digits = scalars.count(where: Wording.isDigit)
    let ideographs = scalars.count(where: Wording.isIdeograph)
    let other = scalars.count {
      !Wording.isDigit($0) && !Wording.isIdeograph($0) && !"+-.,/%".unicodeScalars.contains($0)
    }
    if digits == 0, scalars.count <= 4, scalars.contains("无") { return true }
    // One or two characters are no remark: a stamp or a label reached into the cell.
    if digits == 0, scalars.count <= 2, ideographs == scalars.count { return true }
    return digits > 0 && (ideographs > 0 || other > 0) && !text.contains("(") && !text.contains("（")
  }

  /// True for what may stand in a cell of numbers: a number or a placeholder.
  static func isValue(_ text: String) -> Bool {
    let text = Wording.withoutSpaces(text)
    return placeholders.contains(half(text)) || placeholders.contains(text) || number(text) != nil
  }

  /// A printed number; nil where the text is something else.
  static func number(_ text: String) -> (value: Decimal, unit: String?, note: String?)? {
    var rest = Substring(half(text))
    var note: String?
    if rest.hasSuffix(")"), let open = rest.firstIndex(of: "(") {
      note = bracketed(text)
      rest = rest[..<open]
    }
    var unit: String?
    if let found = units.first(where: { rest.hasSuffix($0) }) {
      unit = found
      rest = rest.dropLast(found.count)
    }
    var negative = false
    if let sign = increases.first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(sign.count)
    } else if let sign = decreases.first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(sign.count)
      negative = true
    }
    guard let magnitude = magnitude(rest) else { return nil }
    return (negative ? -magnitude : magnitude, unit, note)
  }

  /// Digits with at most one point, thousands separators only between groups of three.
  private static func magnitude(_ text: Substring) -> Decimal? {
    guard let first = text.first, first.isASCII, first.isNumber, text.count <= 30 else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
    if groups.count > 1 {
      guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    let digits = groups.joined() + (fraction.isEmpty ? "" : "." + fraction)
    return Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX"))
  }

  /// Full-width digits, signs, separators and brackets as ASCII.
  private static func half(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "−", "－", "﹣": view.append("-")
      case "，", "﹐": view.append(",")
      case "．", "﹒": view.append(".")
      case "〔", "【", "﹙": view.append("(")
      case "〕", "】", "﹚": view.append(")")
      default: view.append(Wording.halfWidth(scalar))
      }
    }
    return String(view)
  }

  /// The last bracketed part as printed.
  private static func bracketed(_ text: String) -> String? {
    guard let open = text.firstIndex(where: { "(（〔【".contains($0) }) else { return nil }
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
