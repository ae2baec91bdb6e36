// Reconstruction: the text of a cell → the number that it is, with sign, unit and remark.
import Foundation

extension ValueReader {
  /// Longest first.
  private static let units = ["亿元", "万元", "万件", "万", "元", "件", "项", "条", "个", "份", "宗", "次", "人", "起"].map(Affix.init)
  private static let increases = ["增加", "新增", "增", "+"].map(Affix.init)
  private static let decreases = ["减少", "减", "-"].map(Affix.init)

  /// A printed number; nil where the text is something else.
  static func number(_ text: String) -> (value: Decimal, unit: String?, note: String?)? {
    guard let parts = parts(half(text)), let magnitude = magnitude(parts.digits) else { return nil }
    return (
      parts.isNegative ? -magnitude : magnitude, parts.unit?.text, parts.hasNote ? bracketed(text) : nil
    )
  }

  /// What a printed number is made of; nil where the text is something else.
  struct Parts {
    var digits: ArraySlice<Unicode.Scalar>
    var unit: Affix?
    var isNegative = false
    var hasNote = false
  }

  static func parts(_ text: [Unicode.Scalar]) -> Parts? {
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

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

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
  static func half(_ text: String) -> [Unicode.Scalar] {
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
}

extension BidirectionalCollection<Unicode.Scalar> {
  fileprivate func ends(with part: [Unicode.Scalar]) -> Bool {
    count >= part.count && suffix(part.count).elementsEqual(part)
  }
}
