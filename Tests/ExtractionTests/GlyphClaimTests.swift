import Testing

@testable import Extraction

/// What a map says of codes that draw digits.
@Suite struct GlyphClaimTests {
  /// A ring, as a nought is drawn.
  private static let ring = """
    500 0 0 0 500 720 d1
    250 0 m 90 0 40 160 40 360 c 40 560 90 720 250 720 c 410 720 460 560 460 360 c 460 160 410 0 250 0 c h
    250 70 m 350 70 370 200 370 360 c 370 520 350 650 250 650 c 150 650 130 520 130 360 c 130 200 150 70 250 70 c h f
    """
  /// An upright bar with a foot that no digit is like.
  private static let corner = "500 0 0 0 500 720 d1 40 0 420 80 re f 40 0 80 720 re f"

  /// What is read of one character of a Type 3 font.
  private static func read(
    _ content: String, said target: String
  ) throws -> [(character: Unicode.Scalar, isHidden: Bool)] {
    let font = """
      <</Type/Font/Subtype/Type3/FontMatrix[0.001 0 0 0.001 0 0]/FontBBox[0 0 500 720]/FirstChar 65/LastChar 66/Widths[500 500]
      /Encoding<</Type/Encoding/Differences[65/a/b]>>/CharProcs<</a 6 0 R/b 6 0 R>>/Resources<<>>/ToUnicode 7 0 R>>
      """
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <00> <FF>
      endcodespacerange 2 beginbfchar <41> <\(target)> <42> <4EBA> endbfchar endcmap end end
      """
    let page = try OnePage.read(
      "BT /F 10 Tf 40 200 Td (A) Tj 60 0 Td (B) Tj ET", font: font,
      more: [OnePage.stream(content), OnePage.stream(map)])
    return page.glyphs.map { ($0.character, $0.isHidden) }
  }

  @Test(
    "A nought that the text layer gives as something else is an unknown character, whatever else is said there",
    arguments: ["0020", "00A0", "3000", "00310032", "002F", "65E0", "FF17"])
  func nought(said: String) throws {
    let read = try Self.read(Self.ring, said: said)
    #expect(read.contains { $0.character == "\u{FFFD}" && $0.isHidden })
  }

  @Test(
    "What is drawn as it is said is read",
    arguments: [("0030", ring), ("FF10", ring), ("002F", corner), ("65E0", corner), ("00660069", corner)])
  func honest(said: String, content: String) throws {
    let read = try Self.read(content, said: said)
    #expect(!read.isEmpty && !read.contains { $0.isHidden })
  }

  @Test(
    "What a map claims",
    arguments: [
      ("1 beginbfchar <05> <0020> endbfchar", [5: .blank]), ("1 beginbfchar <05> <00310030> endbfchar", [5: .several]),
      ("1 beginbfrange <0001> <0003> <002C> endbfrange", [1: .point, 2: .dash, 3: .point]),
      ("1 beginbfrange <0001> <0002> [<FF13> <4E00>] endbfrange", [1: .digit(3), 2: .dash]),
      ("1 beginbfchar <05> <0020> <05> <4EBA> endbfchar", [:]), ("1 beginbfchar <05> <00660069> endbfchar", [:]),
      ("1 beginbfrange <0013> <001C> <0030> endbfrange", [:]),
    ] as [(String, [Int: GlyphClaim])])
  func claims(map: String, claims: [Int: GlyphClaim]) throws {
    #expect(try #require(ToUnicodeMap(Array(map.utf8))).claims == claims)
  }
}
