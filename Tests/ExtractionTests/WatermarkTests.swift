import DocumentModel
import Foundation
import Testing

@testable import Extraction

/// Text that runs askew over an upright page.
@Suite struct WatermarkTests {
  /// A PDF of one page of 300 × 300 points that shows this content.
  private static func file(_ content: String) -> [UInt8] {
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
      "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths["
        + Array(repeating: "556", count: 95).joined(separator: " ") + "]>>",
    ]
    var result = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(result.utf8.count)
      result += "\(index + 1) 0 obj\(object)endobj\n"
    }
    let start = result.utf8.count
    result += "xref\n0 6\n0000000000 65535 f \n"
    for place in places { result += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
    result += "trailer<</Size 6/Root 1 0 R>>startxref\n\(start)\n%%EOF"
    return Array(result.utf8)
  }

  private static func page(_ content: String) throws -> Page {
    let document = try Extractor.extract(file(content)).document
    guard case .pages(let pages) = document.content else { return Page(number: 0, width: 0, height: 0, glyphs: []) }
    return pages[0]
  }

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

  @Test("Text that reaches over the edges of the page takes no other text with it")
  func overTheEdge() throws {
    let plain = try Self.page(Self.lines)
    let marks = (0..<5).map {
      Self.slanting("2024-03-15 10.12.3.77", degrees: 45, size: 42, x: -60 + 50 * $0, y: -150 + 60 * $0)
    }
    let crossed = try Self.page(Self.lines + marks.joined())
    #expect(Self.text(crossed)["1"] == Self.text(plain)["1"])
  }
}
