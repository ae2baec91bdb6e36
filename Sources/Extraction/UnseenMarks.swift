// Extraction: characters that tell only how those around them are shown → no part of words and numbers.
import DocumentModel

/// Pages of the web and word processors leave marks within words and numbers: where a line may break, which way it runs. Browsers print them as
/// characters of their own, drawn as nothing where the next character is drawn.
enum UnseenMarks {
  /// The next character is drawn in the place of a mark where it starts no further off than this share of its size.
  private static let inPlace = 0.1
  /// Characters stand beside one another where no more than this share of their size lies between them.
  private static let beside = 0.3

  /// True for what nobody sees: marks of direction and of joining, selectors of a variant. The soft hyphen is not among them: fonts draw it as a hyphen.
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
    guard glyphs.contains(where: { isMark($0.character) }) else { return glyphs }
    var result: [Glyph] = []
    for (index, glyph) in glyphs.enumerated() {
      let next = glyphs[(index + 1)...].first { !isMark($0.character) }
      if isMark(glyph.character), isOverprinted(glyph, by: next) || isBehindWord(glyph, result.last) { continue }
      result.append(glyph)
    }
    return result
  }

  private static func isOverprinted(_ mark: Glyph, by next: Glyph?) -> Bool {
    guard let next else { return false }
    let size = next.box.height
    return abs(next.box.left - mark.box.left) <= inPlace * size && abs(next.box.midY - mark.box.midY) <= beside * size
  }

  private static func isBehindWord(_ mark: Glyph, _ last: Glyph?) -> Bool {
    guard let last,
      last.character.properties.isAlphabetic || last.character.properties.generalCategory == .otherPunctuation
    else { return false }
    let size = last.box.height
    return abs(mark.box.left - last.box.right) <= beside * size && abs(mark.box.midY - last.box.midY) <= beside * size
  }
}
