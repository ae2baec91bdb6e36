// Reconstruction: the words above the columns of a table without rules → the name of each.
import DocumentModel
import Statute

/// In a table without rules neighbouring names stand closer to one another than words of a sentence need to, and pass for one word.
enum CloseNames {
  private static let characters = [
    Set(
      Form.columnLabels(table: .applications, template: .form2021, row: .newReceived).values.flatMap(\.unicodeScalars)),
    ReviewHeader.characters,
  ]
  /// The characters of a name follow one another at no more than this, in sizes of a character …
  private static let within = 0.15
  /// … and the next name at this at least.
  private static let between = 0.4

  /// Where the names, or what stands of them on a line, begin and end, left to right; nil for anything but several.
  static func parts(_ glyphs: [Glyph]) -> [Range<Int>]? {
    guard glyphs.count >= 4,
      characters.contains(where: { names in glyphs.allSatisfy { names.contains($0.character) } })
    else { return nil }
    let size = glyphs.map(\.box.width).max()!
    let gaps = zip(glyphs, glyphs.dropFirst()).map { ($1.box.left - $0.box.right) / size }
    let ends = gaps.indices.filter { gaps[$0] >= between }.map { $0 + 1 }
    // Letters that are all spaced are one word.
    guard !ends.isEmpty, gaps.allSatisfy({ $0 <= within || $0 >= between }), 2 * ends.count <= gaps.count else {
      return nil
    }
    return zip([0] + ends, ends + [glyphs.count]).map { $0..<$1 }
  }
}
