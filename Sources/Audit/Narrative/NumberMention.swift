// Audit: a sentence → the numbers of things that it states, each with its words before and behind.

/// A number with its counting word: 12件, 十二件, 1,234 条.
struct NumberMention: Sendable {
  var value: Int
  /// The counting word's first unit: 件, 条, 宗 ….
  var unit: UInt16
  /// Number and counting word.
  var range: Range<Int>
  /// From the end of the number before, or the last punctuation but 、, to the number.
  var lead: Range<Int>
  /// From the counting word to the next punctuation or number.
  var tail: Range<Int>
}

/// Finds the exact numbers of a sentence. Approximate ones (近百件, 100余件, 约100件) and ordinals (第十二条) are left out, but
/// still bound the words of their neighbours.
enum NumberScanner {
  private static let countingWords = WordSet("件 条 宗 份 次 例 起 个 部 项")
  private static let boundaries = UnitSet("，,；;。！？:()“”\"《》〔〕[]")
  private static let approximateBefore = WordSet("近 约 超 逾 达到 大约 将近 不足 超过")
  private static let approximateBehind = WordSet("余 多 几 来 以上 左右 上下 以内")
  /// Before a numeral that counts nothing: 第十二条, 每一件, 同一件.
  private static let ordinalBefore = WordSet("第 每 同 逐 某 任 另 这 那 哪 统 唯 首 单")

  /// 予以公开：5件 is no boundary.
  private static let colon: UInt16 = 0x3a

  private static let several: UInt16 = 0x51e0
  private static let number: UInt16 = 0x6570
  private static let tens = UnitSet("十百千万")

  static func mentions(in sentence: Sentence) -> [NumberMention] {
    let text = sentence.text
    var found: [NumberMention] = []
    var clauseStart = 0
    var position = 0
    var open = false
    while position < text.count {
      let unit = text[position]
      if boundaries.contains(unit), !(unit == colon && position + 1 < text.count && startsNumber(text[position + 1])) {
        if open { found[found.count - 1].tail = found[found.count - 1].tail.lowerBound..<position }
        open = false
        clauseStart = position + 1
        position += 1
        continue
      }
      guard let number = number(in: text, at: position) else {
        position += 1
        continue
      }
      if open { found[found.count - 1].tail = found[found.count - 1].tail.lowerBound..<position }
      open = false
      let end = number.range.upperBound
      let unitLength = end < text.count ? countingWords.length(in: text, at: end, within: end..<text.count) : nil
      if let value = number.value, let unitLength, isExact(text, number.range, clauseStart) {
        let behind = end + unitLength
        if !approximateBehindNext(text, behind) {
          found.append(
            NumberMention(
              value: value, unit: text[end], range: position..<behind, lead: clauseStart..<position,
              tail: behind..<text.count))
          open = true
        }
        clauseStart = behind
        position = behind
      } else {
        // A year or an approximate number is part of the next number's lead, except that a count ends a lead.
        if unitLength != nil { clauseStart = end }
        position = end
      }
    }
    return found
  }

  private static func approximateBehindNext(_ text: [UInt16], _ position: Int) -> Bool {
    position < text.count && approximateBehind.length(in: text, at: position, within: position..<text.count) != nil
  }

  private static func isExact(_ text: [UInt16], _ range: Range<Int>, _ clauseStart: Int) -> Bool {
    let before = max(clauseStart, range.lowerBound - 2)..<range.lowerBound
    guard let last = before.last else { return true }
    if ordinalBefore.length(in: text, at: last, within: before) != nil { return false }
    // 几十件, 数百件
    if text[last] == several || (text[last] == number && tens.contains(text[range.lowerBound])) { return false }
    return before.allSatisfy { start in
      approximateBefore.length(in: text, at: start, within: before).map { start + $0 != range.lowerBound } ?? true
    }
  }

  /// A number at that position: digits with thousands commas, or a Chinese numeral. `value` is nil for one that is not whole
  /// or not exact (100余, 3.5).
  private static func number(in text: [UInt16], at start: Int) -> (range: Range<Int>, value: Int?)? {
    if isDigit(text[start]) {
      var end = start
      var value = 0
      var digits = 0
      while end < text.count {
        if isDigit(text[end]) {
          digits += 1
          if digits <= 12 { value = value * 10 + Int(text[end] - 0x30) }
          end += 1
        } else if text[end] == 0x2c, isThousands(text, end) {
          end += 1
        } else {
          break
        }
      }
      guard end < text.count else { return (start..<end, digits <= 12 ? value : nil) }
      let isFraction = text[end] == 0x2e && end + 1 < text.count && isDigit(text[end + 1])
      let isScaled = ChineseNumeral.isNumeral(text[end])
      let isRough = approximateBehind.length(in: text, at: end, within: end..<text.count) != nil
      var whole = end
      if isFraction || isScaled || isRough {
        whole += 1
        while whole < text.count, isDigit(text[whole]) || ChineseNumeral.isNumeral(text[whole]) { whole += 1 }
      }
      return (start..<whole, whole == end && digits <= 12 ? value : nil)
    }
    guard ChineseNumeral.isNumeral(text[start]) else { return nil }
    var end = start
    while end < text.count, ChineseNumeral.isNumeral(text[end]) { end += 1 }
    let isRough = end < text.count && approximateBehind.length(in: text, at: end, within: end..<text.count) != nil
    return (start..<(isRough ? end + 1 : end), isRough ? nil : ChineseNumeral.value(text[start..<end]))
  }

  /// True for what a number begins with.
  static func startsNumber(_ unit: UInt16) -> Bool { isDigit(unit) || ChineseNumeral.isNumeral(unit) }

  private static func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

  /// A comma with exactly three digits behind it.
  private static func isThousands(_ text: [UInt16], _ comma: Int) -> Bool {
    guard comma + 3 < text.count, text[comma + 1...comma + 3].allSatisfy(isDigit) else { return false }
    return comma + 4 >= text.count || !isDigit(text[comma + 4])
  }
}
