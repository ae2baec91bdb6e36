import DocumentModel

@testable import Extraction

/// PDFs of one page of 300 × 300 points, written by hand.
enum OnePage {
  static let helvetica =
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths["
    + Array(repeating: "556", count: 95).joined(separator: " ") + "]>>"

  /// A stream object.
  static func stream(_ content: String) -> String { "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream\n" }

  /// The page shows this content; its font F is this object, followed by what that refers to, from object 6 on.
  static func file(_ content: String, font: String = helvetica, more: [String] = []) -> [UInt8] {
    let objects =
      [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        stream(content), font,
      ] + more
    var result = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(result.utf8.count)
      result += "\(index + 1) 0 obj\(object)endobj\n"
    }
    let start = result.utf8.count
    result += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places { result += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
    result += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>startxref\n\(start)\n%%EOF"
    return Array(result.utf8)
  }

  /// What the extraction makes of it; an empty page where that is none.
  static func read(_ content: String, font: String = helvetica, more: [String] = []) throws -> Page {
    let document = try Extractor.extract(file(content, font: font, more: more)).document
    guard case .pages(let pages) = document.content else { return Page(number: 0, width: 0, height: 0, glyphs: []) }
    return pages[0]
  }
}
