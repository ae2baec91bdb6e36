// Extraction: characters that tell only how those around them are shown → no part of words and numbers.
import DocumentModel

/// Pages of the web and word processors leave marks within words and numbers: where a line may break, which way it runs. Browsers print them as
/// characters of their own, drawn as nothing where the next character is drawn.
enum UnseenMarks {
  /// The next character is drawn in the place of a mark where it starts no further off than this share of its size.
  private static let inPlace = 0.1
  /// Characters stand beside one another where no more than this share of their size lies between them.
  private static let beside = 0.3

  /// Fonts draw it as a hyphen, and browsers as nothing.
  private static let softHyphen: Unicode.Scalar = "\u{AD}"

  /// True for what nobody sees: marks of direction and of joining, selectors of a variant.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// The characters of a page without its marks. One that may be drawn as a digit stays: alone, or behind one.
  static func removed(_ glyphs: [Glyph]) -> [Glyph] {
    guard glyphs.contains(where: { isMark($0.character) || $0.character == softHyphen }) else { return glyphs }
    // What is drawn behind each character, found from the end: a page may hold any number of marks.
    var following = [Glyph?](repeating: nil, count: glyphs.count)
    for index in glyphs.indices.dropLast().reversed() {
      following[index] = isMark(glyphs[index + 1].character) ? following[index + 1] : glyphs[index + 1]
    }
    var result: [Glyph] = []
    for (glyph, next) in zip(glyphs, following) {
      if isMark(glyph.character) || glyph.character == softHyphen {
        if isOverprinted(glyph, by: next) || isMark(glyph.character) && isBehind(glyph, result.last) { continue }
      }
      result.append(glyph)
    }
    return result
  }

  private static func isOverprinted(_ mark: Glyph, by next: Glyph?) -> Bool {
    guard let next else { return false }
    let size = next.box.height
    return abs(next.box.left - mark.box.left) <= inPlace * size && abs(next.box.midY - mark.box.midY) <= beside * size
  }

  /// A font that draws a digit in the place of a mark draws it as wide as its others, not narrower than this share of them.
  private static let narrow = 0.55

  /// True behind a word, and behind a digit where it is too narrow for one.
  private static func isBehind(_ mark: Glyph, _ last: Glyph?) -> Bool {
    guard let last else { return false }
    let isDigit =
      last.character.properties.generalCategory == .decimalNumber && mark.box.width < narrow * last.box.width
    guard
      isDigit || last.character.properties.isAlphabetic
        || last.character.properties.generalCategory == .otherPunctuation
    else { return false }
    let size = last.box.height
    return abs(mark.box.left - last.box.right) <= beside * size && abs(mark.box.midY - last.box.midY) <= beside * size
  }
}
