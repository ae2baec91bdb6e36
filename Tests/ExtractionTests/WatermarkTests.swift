import DocumentModel
import Foundation
import TestHelp
import Testing

@testable import Extraction

/// Text that runs askew over an upright page.
@Suite struct WatermarkTests {
  private static func page(_ content: String) throws -> Page { try OnePage.read(content) }

  private static let lines = (0..<10).map { "BT /F 10 Tf 40 \(270 - 25 * $0) Td (1\($0)11) Tj ET " }.joined()
  private static func slanting(_ text: String, degrees: Double, size: Int, x: Int, y: Int) -> String {
    let (c, s) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
    return "BT /F \(size) Tf \(c) \(s) \(-s) \(c) \(x) \(y) Tm (\(text)) Tj ET "
  }
  private static func text(_ page: Page) -> [String: Int] {
    page.glyphs.reduce(into: [:]) { $0[String(Character($1.character)), default: 0] += 1 }
  }

  @Test("A watermark is no part of the page, and takes nothing with it", arguments: [20.0, 44, 45, 46, 70, -45, 135])
  func watermark(degrees: Double) throws {
    let plain = try Self.page(Self.lines)
    let mark = Self.slanting(
      "2024-03", degrees: degrees, size: 30, x: degrees > 90 ? 180 : 60, y: degrees < 0 ? 200 : 60)
    let crossed = try Self.page(Self.lines + mark)
    #expect(Self.text(crossed) == Self.text(plain))
    #expect(crossed.glyphs.filter(\.isHidden).isEmpty)
  }

  @Test("Askew characters that are too few for a watermark are hidden")
  func few() throws {
    let page = try Self.page(Self.lines + Self.slanting("88", degrees: 30, size: 10, x: 200, y: 200))
    #expect(page.glyphs.filter(\.isHidden).map { String(Character($0.character)) } == ["8", "8"])
  }

  @Test("A single one that is many times as large as the text is a watermark all the same")
  func large() throws {
    let plain = try Self.page(Self.lines)
    let crossed = try Self.page(Self.lines + Self.slanting("8", degrees: 40, size: 90, x: 120, y: 80))
    #expect(Self.text(crossed) == Self.text(plain))
    #expect(crossed.glyphs.filter(\.isHidden).isEmpty)
  }

  @Test("Text that reaches over the edges of the page takes no other text with it")
  func overTheEdge() throws {
    let plain = try Self.page(Self.lines)
    let marks = (0..<5).map {
      Self.slanting("2024-03-15 10.12.3.77", degrees: 45, size: 42, x: -60 + 50 * $0, y: -150 + 60 * $0)
    }
    let crossed = try Self.page(Self.lines + marks.joined())
    #expect(Self.text(crossed)["1"] == Self.text(plain)["1"])
  }

  @Test("A sign that ends where an askew character begins is none of its")
  func endsThere() throws {
    // A stroke is as wide as a character of this font: it ends at 200.
    let sign = "BT /F 10 Tf 194.44 150 Td (-) Tj ET "
    let mark = Self.slanting("2024", degrees: 45, size: 12, x: 200, y: 151)
    let page = try Self.page(Self.lines + sign + mark)
    #expect(Self.text(page)["-"] == 1)
    #expect(page.glyphs.filter { $0.character == "-" }.map(\.isHidden) == [false])
    #expect(Self.text(page)["2"] == Self.text(try Self.page(Self.lines))["2"])
  }

  @Test("A digit between others of its number is not taken away for an askew character that may begin there")
  func inNumber() {
    func glyph(_ character: Unicode.Scalar, _ left: Double) -> Glyph {
      Glyph(character: character, box: Rectangle(left: left, top: 100, right: left + 6, bottom: 112))
    }
    let page = Page(
      number: 1, width: 300, height: 300, glyphs: [glyph("1", 50), glyph("5", 56), glyph("7", 62), glyph("9", 90)])
    let (c, s) = (cos(0.3), sin(0.3))
    let askew = [56.0, 90, 150, 160].map {
      AskewCharacter(matrix: Transform(a: 10 * c, b: 10 * s, c: -10 * s, d: 10 * c, e: $0, f: 110), size: 10)
    }
    let left = AskewText.removed(page, askew)
    #expect(left.glyphs.map { String(Character($0.character)) } == ["1", "5", "7"])
    #expect(left.glyphs.map(\.isHidden) == [false, true, false])
  }

  @Test("A zero near which an askew two begins stays")
  func nearby() throws {
    let map = "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <30> <39> <0030> endbfrange"
    let font = OnePage.helvetica.dropLast(2) + "/ToUnicode 6 0 R>>"
    let mark = Self.slanting("2424", degrees: 45, size: 12, x: 150, y: 149)
    let page = try OnePage.read(
      Self.lines + "BT /F 10 Tf 150.4 150 Td (0) Tj ET " + mark, font: String(font), more: [OnePage.stream(map)])
    #expect(Self.text(page)["0"] == Self.text(try Self.page(Self.lines))["0", default: 0] + 1)
    #expect(Self.text(page)["2"] == Self.text(try Self.page(Self.lines))["2"])
  }

  @Test(
    "A digit is not taken for an askew character that its font says is another",
    arguments: [(.value(0), 4), (.value(2), 5), (.noDigit, 5), (nil, 4)]
      as [(AskewCharacter.Digit?, Int)])
  func otherDigit(digit: AskewCharacter.Digit?, count: Int) {
    let glyphs = [50.0, 90, 130, 170, 210].map {
      Glyph(
        character: $0 == 90 ? "0" : "7", box: Rectangle(left: $0, top: 100, right: $0 + 6, bottom: 112))
    }
    let (c, s) = (cos(0.3), sin(0.3))
    let askew = [90.0, 20, 30, 40].map {
      AskewCharacter(
        matrix: Transform(a: 10 * c, b: 10 * s, c: -10 * s, d: 10 * c, e: $0, f: 110), size: 10, digit: digit)
    }
    let left = AskewText.removed(Page(number: 1, width: 300, height: 300, glyphs: glyphs), askew)
    #expect(left.glyphs.count == count)
    #expect(left.glyphs.filter(\.isHidden).isEmpty)
  }

  @Test("Of upright digits with tall boxes none is taken for one of a mark that runs over them", arguments: [15.0, 19])
  func tallBoxes(height: Double) {
    var chance = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let upright = (0..<12).flatMap { row in
        (0..<12).map { column in
          let (x, y) = (20 + 12 * Double(column), 20 + 11 * Double(row))
          return Glyph(
            character: Unicode.Scalar(UInt8.random(in: 48...57, using: &chance)),
            box: Rectangle(left: x, top: y, right: x + 4, bottom: y + height))
        }
      }
      let angle = Double.random(in: 0.3...0.7, using: &chance)
      let (c, s) = (9 * cos(angle), 9 * sin(angle))
      let start = Double.random(in: 15...40, using: &chance)
      let values = (0..<8).map { _ in Int.random(in: 0...9, using: &chance) }
      let places = values.indices.map { (x: start + c * Double($0), y: 100 - s * Double($0)) }
      // Some of the mark's own base lines run beside their boxes.
      let own = zip(values, places).map { value, place in
        let above = Double.random(in: 6...13, using: &chance)
        return Glyph(
          character: Unicode.Scalar(UInt8(48 + value)),
          box: Rectangle(left: place.x, top: place.y - above, right: place.x + 5, bottom: place.y - above + 10))
      }
      let askew = zip(values, places).map { value, place in
        AskewCharacter(
          matrix: Transform(a: c, b: -s, c: s, d: c, e: place.x, f: place.y), size: 9, digit: .value(value))
      }
      let left = AskewText.removed(Page(number: 1, width: 200, height: 200, glyphs: upright + own), askew)
      #expect(Set(upright.map(\.box)).subtracting(left.glyphs.map(\.box)).isEmpty)
    }
  }
}
