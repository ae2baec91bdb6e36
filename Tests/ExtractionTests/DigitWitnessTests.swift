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
    #expect(shapes.allSatisfy { $0.count == GlyphShapes.width * GlyphShapes.height })
    #expect(!shapes.contains { DigitWitness.contradicts($0, digit: digit) })
    let others = (0...9).filter { $0 != digit }
    let noticed = shapes.reduce(0) { sum, shape in
      sum + others.count { DigitWitness.contradicts(shape, digit: $0) }
    }
    #expect(Double(noticed) >= 0.9 * Double(shapes.count * others.count))
  }

  @Test("A shape that is no digit's contradicts none")
  func blot() {
    let blot = (0..<GlyphShapes.width * GlyphShapes.height).map { Double($0 * 7 % 16) }
    #expect(!(0...9).contains { DigitWitness.contradicts(blot, digit: $0) })
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
