// Audit: a list of words → a set that is looked for in a text without searching word by word.

/// Words of the language of reports, for scanning normalised text (`NormalisedText`). Made once, as a constant.
struct WordSet: Sendable {
  /// By first UTF-16 unit; longer words first.
  private var words: [UInt16: [[UInt16]]] = [:]
  /// By the low byte of the first unit: false where no word starts with such a unit.
  private var mayStart = [Bool](repeating: false, count: 256)

  /// - Parameter list: words separated by spaces, in normalised form.
  init(_ list: String) {
    for word in list.split(whereSeparator: \.isWhitespace) {
      let units = Array(word.utf16)
      words[units[0], default: []].append(units)
      mayStart[Int(units[0] & 0xff)] = true
    }
    for key in words.keys { words[key]?.sort { $0.count > $1.count } }
  }

  init(_ sets: WordSet...) {
    for set in sets {
      for (key, list) in set.words { words[key, default: []] += list }
      for byte in 0..<256 where set.mayStart[byte] { mayStart[byte] = true }
    }
    for key in words.keys { words[key]?.sort { $0.count > $1.count } }
  }

  /// The length of the longest word that starts at `position` and ends within `range`; nil where none does.
  func length(in text: [UInt16], at position: Int, within range: Range<Int>) -> Int? {
    let first = text[position]
    guard mayStart[Int(first & 0xff)], let candidates = words[first] else { return nil }
    return candidates.first { WordSet.matches($0, text, position, range.upperBound) }?.count
  }

  /// Where the first word in the range stands; nil where there is none.
  func first(in text: [UInt16], _ range: Range<Int>) -> Range<Int>? {
    for position in range {
      if let length = length(in: text, at: position, within: range) { return position..<position + length }
    }
    return nil
  }

  /// Where the last word in the range stands, read from the left: of 上年结转 the last word is 结转, not 转.
  func last(in text: [UInt16], _ range: Range<Int>) -> Range<Int>? { all(in: text, range).last }

  /// Where words stand in the range, left to right, not overlapping.
  func all(in text: [UInt16], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if let length = length(in: text, at: position, within: range) {
        found.append(position..<position + length)
        position += length
      } else {
        position += 1
      }
    }
    return found
  }

  func occurs(in text: [UInt16], _ range: Range<Int>) -> Bool { first(in: text, range) != nil }

  /// True where the range is nothing but words of the set, one after another; also for an empty range.
  func fills(_ text: [UInt16], _ range: Range<Int>) -> Bool {
    var reached = [Bool](repeating: false, count: range.count + 1)
    reached[0] = true
    for offset in 0..<range.count where reached[offset] {
      let position = range.lowerBound + offset
      for word in words[text[position]] ?? [] where WordSet.matches(word, text, position, range.upperBound) {
        reached[offset + word.count] = true
      }
    }
    return reached[range.count]
  }

  /// How far words of the set go from the start of the range, one after another.
  func prefix(_ text: [UInt16], _ range: Range<Int>) -> Int {
    var reached = [Bool](repeating: false, count: range.count + 1)
    reached[0] = true
    var farthest = 0
    for offset in 0..<range.count where reached[offset] {
      farthest = offset
      let position = range.lowerBound + offset
      for word in words[text[position]] ?? [] where WordSet.matches(word, text, position, range.upperBound) {
        reached[offset + word.count] = true
        farthest = max(farthest, offset + word.count)
      }
    }
    return range.lowerBound + farthest
  }

  private static func matches(_ word: [UInt16], _ text: [UInt16], _ position: Int, _ end: Int) -> Bool {
    guard position + word.count <= end else { return false }
    for offset in stride(from: 1, to: word.count, by: 1) where text[position + offset] != word[offset] { return false }
    return true
  }
}
