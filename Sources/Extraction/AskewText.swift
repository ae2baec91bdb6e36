// Extraction: a page and where characters run askew on it → the page without them.
import DocumentModel

/// Where a character that runs askew is drawn, in points of the page.
struct AskewCharacter {
  /// The text's own axes there: x to the next character, y upwards.
  var matrix: Transform
  /// The size of its font, in points.
  var size: Double
}

/// A watermark runs slanting over an upright page. It is no part of what the page says, and its digits would be read with those that it crosses.
enum AskewText {
  /// Fewer askew characters on a page are no watermark: they may be what a cell says.
  private static let fewest = 4
  /// A single one is, where it is so many times as large as the page's characters are.
  private static let large = 3.0
  /// A character's box begins where it is drawn, to this many points.
  private static let slack = 0.6
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
    for character in askew {
      let x = field(character.matrix.e)
      let near = Set((x - 1...x + 1).flatMap { starts[$0] ?? [] })
      let own = near.filter { !removed.contains($0) && isDrawn(page.glyphs[$0].box, by: character) }
      if own.count == 1, askew.count >= fewest || character.size >= large * usual {
        removed.formUnion(own)
      } else {
        for index in own { result.glyphs[index].isHidden = true }
      }
    }
    result.glyphs = result.glyphs.indices.filter { !removed.contains($0) }.map { result.glyphs[$0] }
    return result
  }

  /// Characters are looked for in stripes of this width, in points.
  private static let stripe = 40.0
  private static func field(_ x: Double) -> Int {
    Int(max(-10_000, min(10_000, x.isFinite ? x / stripe : 0)).rounded(.down))
  }

  /// Poppler gives a character an upright box along the nearer axis, from where it is drawn.
  private static func isDrawn(_ box: Rectangle, by character: AskewCharacter) -> Bool {
    let m = character.matrix
    let (along, across) = (abs(m.a * m.d), abs(m.b * m.c))
    let isLevel =
      along > 0.98 * across && heights.contains(box.height / character.size)
      && abs((m.a < 0 ? box.right : box.left) - m.e) <= slack && box.top <= m.f && m.f <= box.bottom
    let isUpright =
      across > 0.98 * along && heights.contains(box.width / character.size)
      && abs((m.b < 0 ? box.bottom : box.top) - m.f) <= slack && box.left <= m.e && m.e <= box.right
    return isLevel || isUpright
  }
}
