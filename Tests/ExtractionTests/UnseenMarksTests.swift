import DocumentModel
import Testing

@testable import Extraction

@Suite struct UnseenMarksTests {
  /// Characters of 5 × 10 points; a mark takes no room, as browsers print it.
  private static func read(_ text: String, gap: Double = 0) -> String {
    var left = 0.0
    let glyphs = text.unicodeScalars.map { scalar in
      defer { left += UnseenMarks.isMark(scalar) ? gap : 5 }
      return Glyph(character: scalar, box: Rectangle(left: left, top: 0, right: left + 5, bottom: 10))
    }
    return String(scalars: UnseenMarks.removed(glyphs).map(\.character))
  }

  @Test(
    "Marks within a number, and behind a word or its comma, are no part of it",
    arguments: ["\u{200B}", "\u{200D}", "\u{2060}", "\u{FE0F}", "\u{FEFF}"])
  func within(mark: String) {
    #expect(Self.read("1\(mark)2\(mark)\(mark)3") == "123")
    #expect(Self.read("\(mark)12") == "12")
    #expect(Self.read("一、\(mark)") == "一、")
  }

  @Test("What may be drawn as a digit stays: behind one, beside one, or alone")
  func digits() {
    #expect(Self.read("12\u{200B}") == "12\u{200B}")
    #expect(Self.read("1\u{200B}2", gap: 5) == "1\u{200B}2")
    #expect(Self.read("\u{200B}") == "\u{200B}")
  }

  @Test(
    "A mark behind a digit is drawn as none where it is narrower than any", arguments: [(2.3, "0"), (3.0, "0\u{200B}")])
  func narrow(width: Double, text: String) {
    let glyphs = [
      Glyph(character: "0", box: Rectangle(left: 0, top: 0, right: 5, bottom: 10)),
      Glyph(character: "\u{200B}", box: Rectangle(left: 5, top: 0, right: 5 + width, bottom: 10)),
    ]
    #expect(String(scalars: UnseenMarks.removed(glyphs).map(\.character)) == text)
  }

  @Test("A soft hyphen is drawn as a hyphen, or as nothing where the next character is drawn")
  func hyphen() {
    #expect(Self.read("本\u{AD}1") == "本\u{AD}1")
    let boxes = [0.0, 5, 5].map { Rectangle(left: $0, top: 0, right: $0 + 5, bottom: 10) }
    let glyphs = zip("1\u{AD}2".unicodeScalars, boxes).map { Glyph(character: $0, box: $1) }
    #expect(UnseenMarks.removed(glyphs).map(\.character) == ["1", "2"])
  }
}
