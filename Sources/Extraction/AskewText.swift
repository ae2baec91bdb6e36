// Extraction: a page and where characters run askew on it → the page without them.
import DocumentModel

/// Where a character that runs askew is drawn, in points of the page.
struct AskewCharacter {
  /// The text's own axes there: x to the next character, y upwards.
  var matrix: Transform
  /// The size of its font, in points.
  var size: Double
  /// What the font says that it is; nil where it does not say.
  var digit: Digit?

  enum Digit: Hashable {
    /// Another character.
    case noDigit
    case value(Int)

    /// True for a character that may be this one.
    func mayBe(_ scalar: Unicode.Scalar) -> Bool {
      let isDigit = ("0"..."9").contains(scalar)
      if case .value(let value) = self { return isDigit && Int(scalar.value) - 0x30 == value }
      return !isDigit
    }
  }
}

/// A watermark runs slanting over an upright page. It is no part of what the page says, and its digits would be read with those that it crosses.
enum AskewText {
  /// Fewer askew characters on a page are no watermark: they may be what a cell says.
  private static let fewest = 4
  /// A single one is, where it is so many times as large as the page's characters are.
  private static let large = 3.0
  /// A character's box begins where it is drawn, to this many points.
  private static let slack = 0.6
  /// Its base line may run beside the box that stands for it, by so many sizes of its font.
  private static let aside = 0.4
  /// The boxes of a font are as high as this many of its sizes.
  private static let heights = 0.7...2.2

  /// The page without these characters; those which may be one of several that stand there are hidden.
  static func removed(_ page: Page, _ askew: [AskewCharacter]) -> Page {
    guard !askew.isEmpty else { return page }
    var starts: [Int: [Int]] = [:]
    for (index, glyph) in page.glyphs.enumerated() {
      for x in Set([glyph.box.left, glyph.box.midX, glyph.box.right].map(field)) {
        starts[x, default: []].append(index)
      }
    }
    var result = page
    var removed: Set<Int> = []
    let usual = page.glyphs.reduce(0) { $0 + $1.box.height } / Double(max(1, page.glyphs.count))
    let candidates = askew.map { character in
      let x = field(character.matrix.e)
      return Set((x - 1...x + 1).flatMap { starts[$0] ?? [] }).filter {
        isDrawn(page.glyphs[$0].box, by: character, aside: aside)
          && character.digit?.mayBe(page.glyphs[$0].character) ?? true
      }
    }
    // The boxes of a font are all as high: so many askew characters of a size may be drawn in boxes of a height.
    var support: [Kind: Int] = [:]
    for (character, own) in zip(askew, candidates) {
      for kind in Set(own.map { kind(page.glyphs[$0].box, character) }) { support[kind, default: 0] += 1 }
    }
    // Where its base line runs beside the box, another character may stand where it is drawn: first those that are found in their boxes.
    var open = Array(askew.indices)
    for aside in [0, Self.aside] {
      open = open.filter { index in
        let character = askew[index]
        let all = candidates[index].subtracting(removed)
        let own = all.filter { isDrawn(page.glyphs[$0].box, by: character, aside: aside) }
        func supported(_ glyph: Int) -> Int { support[kind(page.glyphs[glyph].box, character)] ?? 0 }
        let most = all.map(supported).max() ?? 0
        let likely = own.filter { 2 * supported($0) > most }
        if likely.isEmpty, aside < Self.aside { return true }
        if likely.count == 1, askew.count >= fewest || character.size >= large * usual {
          removed.formUnion(likely)
        } else {
          for index in own { result.glyphs[index].isHidden = true }
        }
        return false
      }
    }
    // One between characters that stay, on a level with it, is one of theirs as likely as not.
    let kept = removed.filter { index in
      let box = page.glyphs[index].box
      return Set([box.left, box.right].map(field)).contains { x in
        starts[x]?.contains { !removed.contains($0) && areBeside(page.glyphs[$0].box, box) } ?? false
      }
    }
    removed.subtract(kept)
    for index in kept { result.glyphs[index].isHidden = true }
    result.glyphs = result.glyphs.indices.filter { !removed.contains($0) }.map { result.glyphs[$0] }
    return result
  }

  /// A size of askew characters, and a height of boxes, in twentieths of a point.
  private struct Kind: Hashable {
    var size: Int
    var height: Int
  }

  private static func kind(_ box: Rectangle, _ character: AskewCharacter) -> Kind {
    let m = character.matrix
    let height = abs(m.a * m.d) >= abs(m.b * m.c) ? box.height : box.width
    return Kind(size: Int((20 * character.size).rounded()), height: Int((20 * height).rounded()))
  }

  /// Characters of one line have the same top and bottom, to this many points.
  private static let level = 0.05

  /// True for the boxes of characters that touch on one line.
  private static func areBeside(_ a: Rectangle, _ b: Rectangle) -> Bool {
    abs(a.top - b.top) <= level && abs(a.bottom - b.bottom) <= level
      && abs(max(a.left, b.left) - min(a.right, b.right)) <= 0.1 * a.height
  }

  /// Characters are looked for in stripes of this width, in points.
  private static let stripe = 40.0
  private static func field(_ x: Double) -> Int {
    Int(max(-10_000, min(10_000, x.isFinite ? x / stripe : 0)).rounded(.down))
  }

  /// Poppler gives a character an upright box along the nearer axis, from where it is drawn.
  private static func isDrawn(_ box: Rectangle, by character: AskewCharacter, aside: Double) -> Bool {
    let m = character.matrix
    let (along, across) = (abs(m.a * m.d), abs(m.b * m.c))
    let aside = aside * character.size
    let isLevel =
      along > 0.98 * across && heights.contains(box.height / character.size)
      && abs((m.a < 0 ? box.right : box.left) - m.e) <= slack && box.top - aside <= m.f && m.f <= box.bottom + aside
    let isUpright =
      across > 0.98 * along && heights.contains(box.width / character.size)
      && abs((m.b < 0 ? box.bottom : box.top) - m.f) <= slack && box.left - aside <= m.e && m.e <= box.right + aside
    return isLevel || isUpright
  }
}
