// Reconstruction: a page as extracted → the page as a reader sees it.
import DocumentModel

enum PageCleaner {
  /// Two characters are one printed twice (a fake bold) where they are the same and this near, as a share of their size.
  static let doubled = 0.35

  /// A damaged file can hold any number: what is not near a page is no place on it, and no character is taller than `tallest`, in points.
  private static let places = -100_000.0...100_000.0
  private static let tallest = 1_000.0

  /// The column of points that a place lies in; places far off the page share one.
  static func column(_ x: Double) -> Int {
    x.isNaN ? Int(places.lowerBound) : Int(min(max(x, places.lowerBound), places.upperBound).rounded(.down))
  }

  /// True for a place on a page or near one.
  static func isPlace(_ x: Double) -> Bool { places.contains(x) }

  /// With the characters marked that start a piece of text which the page does not show.
  static func marked(_ page: Page, hidden: [HiddenText]) -> Page {
    guard !hidden.isEmpty else { return page }
    // A picture with a text layer: none of its characters is what is seen.
    if UnseenText.isOn(hidden) {
      var result = page
      for index in result.glyphs.indices { result.glyphs[index].isHidden = true }
      return result
    }
    var starts: [Int: [HiddenText]] = [:]
    for start in hidden where places.contains(start.x) {
      starts[Int(start.x.rounded(.down)), default: []].append(start)
    }
    var result = page
    for index in result.glyphs.indices where places.contains(result.glyphs[index].box.left) {
      let box = result.glyphs[index].box
      let column = Int(box.left.rounded(.down))
      for key in (column - 2)...(column + 2) {
        for start in starts[key] ?? []
        where abs(start.x - box.left) <= 0.25 * max(4, box.width) && start.y >= box.top - 1 && start.y <= box.bottom + 1
        {
          result.glyphs[index].isHidden = true
        }
      }
    }
    markRest(&result.glyphs)
    return result
  }

  /// A piece of text is known by its start alone: what goes on from a hidden character, in its size and on its line, is hidden with it.
  private static func markRest(_ glyphs: inout [Glyph]) {
    var queue = glyphs.indices.filter { glyphs[$0].isHidden }
    guard !queue.isEmpty else { return }
    var starts: [Int: [Int]] = [:]
    for (index, glyph) in glyphs.enumerated() where !glyph.isHidden && places.contains(glyph.box.left) {
      starts[Int(glyph.box.left.rounded(.down)), default: []].append(index)
    }
    while let index = queue.popLast() {
      let box = glyphs[index].box
      let slack = 0.2 * box.height
      guard places.contains(box.right), (0...tallest).contains(box.height) else { continue }
      for key in Int((box.right - slack).rounded(.down))...Int((box.right + slack).rounded(.down)) {
        for next in starts[key] ?? [] where !glyphs[next].isHidden {
          let other = glyphs[next].box
          guard abs(other.left - box.right) <= slack, abs(other.midY - box.midY) <= slack,
            abs(other.height - box.height) <= 0.1 * box.height
          else { continue }
          glyphs[next].isHidden = true
          queue.append(next)
        }
      }
    }
  }

  /// Without what stands outside the page and what is printed twice.
  static func clean(_ page: Page) -> Page {
    var result = page
    let area = Rectangle(left: 0, top: 0, right: page.width, bottom: page.height)
    var seen = Fields(count: page.glyphs.count)
    let squeezed = squeezed(page.glyphs)
    result.glyphs = page.glyphs.enumerated().compactMap { index, glyph in
      guard area.contains(x: glyph.box.midX, y: glyph.box.midY), !squeezed.contains(index), !isDoubled(glyph, seen)
      else { return nil }
      seen.add(glyph)
      return trimmed(glyph)
    }
    return result
  }

  /// Of two characters of which one lies over the other, poppler lets the first end where the second begins: it is left narrower than this share of it.
  private static let squeezedShare = 0.45

  /// The first of two of the same character, where the second lies over it.
  private static func squeezed(_ glyphs: [Glyph]) -> Set<Int> {
    var result: Set<Int> = []
    for (index, (one, next)) in zip(glyphs, glyphs.dropFirst()).enumerated()
    where one.character == next.character && Wording.isDigit(one.character) {
      if one.box.width < squeezedShare * next.box.width, abs(one.box.right - next.box.left) < 0.1,
        abs(one.box.midY - next.box.midY) < squeezedShare * next.box.height
      {
        result.insert(index)
      }
    }
    return result
  }

  private static func isDoubled(_ glyph: Glyph, _ seen: Fields) -> Bool {
    let (x, y) = (glyph.box.midX, glyph.box.midY)
    let least = leastSize(glyph.box)
    let size = max(least, min(max(glyph.box.width, least), glyph.box.height))
    let own = Key(glyph)
    // The fields that hold all that is near enough: mostly the glyph's own alone.
    let reach = min(doubled * size, fieldSize) + 0.001
    for column in max(own.x - 1, field(x - reach))...min(own.x + 1, field(x + reach)) {
      for row in max(own.y - 1, field(y - reach))...min(own.y + 1, field(y + reach)) {
        let isNear = seen.contains(Key(character: glyph.character, x: column, y: row)) { other in
          abs(other.midX - x) < doubled * size && abs(other.midY - y) < doubled * size
        }
        if isNear { return true }
      }
    }
    return false
  }

  /// No character is taken to be smaller, in points; nor than this share of the height of its box, where it is a small one.
  private static let smallest = 2.0
  private static let leastShare = 0.3
  private static func leastSize(_ box: Rectangle) -> Double {
    box.height > 0 ? min(smallest, leastShare * box.height) : smallest
  }

  /// Pages are searched by fields of this size, in points.
  private static let fieldSize = 24.0
  private static func field(_ place: Double) -> Int { Int(place / fieldSize) }

  /// Some fonts state an ascent and descent of more than twice their size; the printed character stands about the middle.
  private static let tallestBox = 1.35

  private static func trimmed(_ glyph: Glyph) -> Glyph {
    guard Wording.isIdeograph(glyph.character), glyph.box.height > tallestBox * glyph.box.width, glyph.box.width > 1
    else {
      return glyph
    }
    var result = glyph
    let half = tallestBox * glyph.box.width / 2
    result.box.top = glyph.box.midY - half
    result.box.bottom = glyph.box.midY + half
    return result
  }

  private struct Key: Equatable {
    var character: Unicode.Scalar
    var x: Int
    var y: Int

    init(character: Unicode.Scalar, x: Int, y: Int) {
      self.character = character
      self.x = x
      self.y = y
    }

    init(_ glyph: Glyph) {
      self.init(character: glyph.character, x: field(glyph.box.midX), y: field(glyph.box.midY))
    }

    /// Spread over all bits.
    var spread: UInt64 {
      let place = UInt64(bitPattern: Int64(x)) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: Int64(y))
      return (place &* 0xC2B2_AE3D_27D4_EB4F ^ UInt64(character.value)) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  /// The boxes of characters by character and field: a table of its own, asked several times for each character of a document.
  private struct Fields {
    /// The newest entry of each slot, or -1.
    private var newest: [Int32]
    private var entries: [(key: Key, box: Rectangle, older: Int32)] = []
    private let shift: UInt64

    init(count: Int) {
      let bits = max(4, Int.bitWidth - count.leadingZeroBitCount + 1)
      newest = [Int32](repeating: -1, count: 1 << bits)
      shift = UInt64(64 - bits)
      entries.reserveCapacity(count)
    }

    mutating func add(_ glyph: Glyph) {
      let key = Key(glyph)
      let slot = Int(key.spread >> shift)
      entries.append((key, glyph.box, newest[slot]))
      newest[slot] = Int32(entries.count - 1)
    }

    func contains(_ key: Key, where condition: (Rectangle) -> Bool) -> Bool {
      var index = Int(newest[Int(key.spread >> shift)])
      while index >= 0 {
        if entries[index].key == key, condition(entries[index].box) { return true }
        index = Int(entries[index].older)
      }
      return false
    }
  }
}
