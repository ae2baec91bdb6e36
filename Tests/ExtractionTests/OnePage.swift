import DocumentModel

@testable import Extraction

/// PDFs of one page of 300 × 300 points, written by hand.
enum OnePage {
  static let helvetica =
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths["
    + Array(repeating: "556", count: 95).joined(separator: " ") + "]>>"

  /// A stream object.
  static func stream(_ content: String) -> String { "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream" }

  /// The page shows this content; its font F is this object, followed by what that refers to, from object 6 on; State is named among the fonts and is none.
  static func file(_ content: String, font: String = helvetica, more: [String] = []) -> [UInt8] {
    TinyPDF.file(
      [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R/State<</BM/Normal/ca 1>>>>>>>>",
        stream(content), font,
      ] + more)
  }

  /// What the extraction makes of it; an empty page where that is none.
  static func read(_ content: String, font: String = helvetica, more: [String] = []) throws -> Page {
    let document = try Extractor.extract(file(content, font: font, more: more)).document
    guard case .pages(let pages) = document.content else { return Page(number: 0, width: 0, height: 0, glyphs: []) }
    return pages[0]
  }
}
