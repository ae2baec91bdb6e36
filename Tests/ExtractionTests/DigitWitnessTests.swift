import Foundation
import Testing

@testable import Extraction

/// Digits are held against their drawn shapes.
@Suite struct DigitWitnessTests {
  private static func shapes(_ digit: Int) -> [[Double]] {
    DigitWitness.drawn[digit].map { text in
      (Data(base64Encoded: text) ?? Data()).flatMap { [Double($0 >> 4), Double($0 & 15)] }
    }
  }

  @Test("A known shape is never doubted as its own digit, and nearly always as another", arguments: 0...9)
  func known(digit: Int) {
    let shapes = Self.shapes(digit)
    #expect(shapes.allSatisfy { $0.count == GlyphInk.width * GlyphInk.height })
    #expect(!shapes.contains { DigitWitness.contradicts($0, digit: digit) })
    let others = (0...9).filter { $0 != digit }
    let noticed = shapes.reduce(0) { sum, shape in
      sum + others.count { DigitWitness.contradicts(shape, digit: $0) }
    }
    #expect(Double(noticed) >= 0.9 * Double(shapes.count * others.count))
  }

  /// A font: one shape a digit, as they are known; `said` is what each is said to be.
  private static func font(_ said: [Int: Int]) -> [[[Double]]] {
    (0...9).map { digit in said.filter { $0.value == digit }.map { DigitWitness.centred(shapes($0.key)[0]) } }
  }
  private static let honest = Dictionary(uniqueKeysWithValues: (0...9).map { ($0, $0) })

  @Test("Digits of a font that are exchanged, in pairs, in rings or for one that it does not say it has, are told")
  func exchanged() {
    #expect(!DigitWitness.areExchanged(Self.font(Self.honest)))
    for a in 0...9 {
      for b in 0..<a {
        #expect(DigitWitness.areExchanged(Self.font(Self.honest.merging([a: b, b: a]) { $1 })), "\(a) and \(b)")
      }
    }
    #expect(DigitWitness.areExchanged(Self.font(Dictionary(uniqueKeysWithValues: (0...9).map { ($0, ($0 + 1) % 10) }))))
    #expect(DigitWitness.areExchanged(Self.font([1: 1, 2: 2, 7: 4])))
    #expect(!DigitWitness.areExchanged(Self.font([1: 1, 2: 2, 7: 7])))
  }

  @Test("A shape that is no digit's contradicts none")
  func blot() {
    let blot = (0..<GlyphInk.width * GlyphInk.height).map { Double($0 * 7 % 16) }
    #expect(!(0...9).contains { DigitWitness.contradicts(blot, digit: $0) })
  }

  /// A ring, as a nought is drawn.
  private static func ring(_ fill: String) -> String {
    """
    500 0 0 0 500 720 d1
    250 0 m 90 0 40 160 40 360 c 40 560 90 720 250 720 c 410 720 460 560 460 360 c 460 160 410 0 250 0 c h
    250 70 m 350 70 370 200 370 360 c 370 520 350 650 250 650 c 150 650 130 520 130 360 c 130 200 150 70 250 70 c h
    \(fill)
    """
  }

  @Test(
    "The procedure of a Type 3 font is drawn, also upside down, moved and of another size",
    arguments: [
      (ring("f"), Transform(a: 0.001, d: 0.001)), (ring("f*"), Transform(a: 0.001, d: 0.001)),
      ("q 1 0 0 -1 0 900 cm " + ring("f") + " Q", Transform(a: 0.01, d: -0.01)),
    ])
  func procedure(content: String, matrix: Transform) throws {
    let shape = try #require(GlyphProcedure(content: Array(content.utf8), toText: matrix).shape)
    #expect(!DigitWitness.contradicts(shape, digit: 0))
    #expect((1...9).allSatisfy { DigitWitness.contradicts(shape, digit: $0) || [6, 8, 9].contains($0) })
    #expect(DigitWitness.contradicts(shape, digit: 7))
  }

  @Test("A Type 3 font that draws a nought and says that it is another digit", arguments: [0, 1, 3, 4, 7])
  func typeThree(said: Int) throws {
    let font = """
      <</Type/Font/Subtype/Type3/FontMatrix[0.001 0 0 0.001 0 0]/FontBBox[0 0 500 720]/FirstChar 65/LastChar 65/Widths[500]
      /Encoding<</Type/Encoding/Differences[65/a]>>/CharProcs<</a 6 0 R>>/Resources<<>>/ToUnicode 7 0 R>>
      """
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <00> <FF>
      endcodespacerange 1 beginbfchar <41> <003\(said)> endbfchar endcmap end end
      """
    let page = try OnePage.read(
      "BT /F 10 Tf 40 200 Td (AA) Tj ET", font: font, more: [OnePage.stream(Self.ring("f")), OnePage.stream(map)])
    #expect(page.glyphs.map(\.character) == Array(repeating: said == 0 ? "0" : "\u{FFFD}", count: 2))
    #expect(page.glyphs.map(\.isHidden) == Array(repeating: said != 0, count: 2))
  }

  @Test(
    "Of a character of which the font says nothing the shape tells whether what it is said to be is drawn",
    arguments: [0, 4, 8])
  func saidBeside(said: Int) throws {
    let font = """
      <</Type/Font/Subtype/Type3/FontMatrix[0.001 0 0 0.001 0 0]/FontBBox[0 0 500 720]/FirstChar 65/LastChar 65/Widths[500]
      /Encoding<</Type/Encoding/Differences[65/a]>>/CharProcs<</a 6 0 R>>/Resources<<>>>>
      """
    let content = "/Span <</ActualText (\(said))>> BDC BT /F 10 Tf 40 200 Td (A) Tj ET EMC"
    let bytes = OnePage.file(content, font: font, more: [OnePage.stream(Self.ring("f"))])
    #expect(try Extractor.extract(bytes).document.hiddenText(1).isEmpty == (said == 0))
  }

  @Test(
    "A procedure that draws nothing, no area, no finite area or something else than filled paths has no shape",
    arguments: [
      "500 0 d0", ring("n"), ring("f S"), ring("f /X Do"), "500 0 0 0 500 720 d1 0 0 m 500 720 l 500 720 l h f",
      "500 0 0 0 500 720 d1 0 0 m 1" + String(repeating: "0", count: 400) + " 0 l 0 1 l 1 1 l h f",
      "500 0 0 0 500 720 d1 0 0 9999999999 720 re f",
      ring("f") + String(repeating: " 0 0 m 1 1 l 1 0 l h", count: 9_000),
    ])
  func noShape(content: String) {
    #expect(GlyphProcedure(content: Array(content.utf8), toText: Transform()).shape == nil)
  }

  @Test(
    "Codes that a map says are digits",
    arguments: [
      ("1 beginbfchar <0013> <0030> endbfchar", [0x13: 0]),
      ("2 beginbfchar <13> <0035> <14> <4E00> endbfchar", [0x13: 5]),
      (
        "1 beginbfrange <0013> <001C> <0030> endbfrange",
        Dictionary(uniqueKeysWithValues: (0...9).map { (0x13 + $0, $0) })
      ),
      ("1 beginbfrange <0001> <0003> [<0038> <4EF6> <0033>] endbfrange", [1: 8, 3: 3]),
      (
        "1 beginbfrange <0001> <FFFF> <002E> endbfrange", Dictionary(uniqueKeysWithValues: (0...9).map { (3 + $0, $0) })
      ),
      ("1 beginbfchar <13> <00300031> endbfchar", [:]),
      ("1 beginbfchar <13> <0030> <13> <0041> endbfchar", [:]),
      ("1 beginbfrange <05> <01> <0030> endbfrange", [:]),
      ("1 beginbfchar <36> <0037> <37> [<0037> <0038>] endbfchar", nil),
      ("1 beginbfrange <36> <37> endbfrange", nil),
      ("beginbfchar <", nil),
    ] as [(String, [Int: Int]?)])
  func map(text: String, expected: [Int: Int]?) {
    #expect(ToUnicodeMap(Array(text.utf8))?.digits == expected)
  }
}
