// Audit: a list of words → a set that is looked for in a text without searching word by word.

/// A few characters, for asking whether one is among them without hashing.
struct UnitSet: Sendable {
  private let units: [UInt16]

  init(_ characters: String) { units = Array(characters.utf16) }

  func contains(_ unit: UInt16) -> Bool { units.contains(unit) }
}

/// Words of the language of reports, for scanning normalised text (`NormalisedText`). Made once, as a constant.
struct WordSet: Sendable {
  /// By the low byte of the first UTF-16 unit; longer words first. Most texts meet an empty list at most positions.
  private var words: [[[UInt16]]]

  /// - Parameter list: words separated by spaces, in normalised form.
  init(_ list: String) {
    words = Array(repeating: [], count: 256)
    for word in list.split(separator: " ").flatMap({ $0.split(separator: "\n") }) { add(Array(word.utf16)) }
    sort()
  }

  init(_ sets: WordSet...) {
    words = Array(repeating: [], count: 256)
    for set in sets {
      for word in set.words.joined() { add(word) }
    }
    sort()
  }

  private mutating func add(_ word: [UInt16]) { words[Int(word[0] & 0xff)].append(word) }

  private mutating func sort() {
    for byte in 0..<256 where words[byte].count > 1 { words[byte].sort { $0.count > $1.count } }
  }

  /// The length of the longest word that starts at `position` and ends within `range`; nil where none does.
  func length(in text: [UInt16], at position: Int, within range: Range<Int>) -> Int? {
    for word in words[Int(text[position] & 0xff)] where WordSet.matches(word, text, position, range.upperBound) {
      return word.count
    }
    return nil
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
      for word in words[Int(text[position] & 0xff)] where WordSet.matches(word, text, position, range.upperBound) {
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
      for word in words[Int(text[position] & 0xff)] where WordSet.matches(word, text, position, range.upperBound) {
        reached[offset + word.count] = true
        farthest = max(farthest, offset + word.count)
      }
    }
    return range.lowerBound + farthest
  }

  private static func matches(_ word: [UInt16], _ text: [UInt16], _ position: Int, _ end: Int) -> Bool {
    guard position + word.count <= end else { return false }
    for offset in 0..<word.count where text[position + offset] != word[offset] { return false }
    return true
  }
}
