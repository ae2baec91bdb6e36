import DocumentModel
import Testing

@testable import Extraction

/// What viewers show on a page beside its content.
@Suite struct AnnotationTextTests {
  private static let drawing = "0 0 0 rg BT /F1 10 Tf 2 3 Td (47) Tj ET"
  private static let box = "/BBox [0 0 20 14] /Resources << /Font << /F1 5 0 R >> >>"

  private static func glyphs(_ annotation: String, drawing: String? = drawing) throws -> [Glyph] {
    var objects: [(dictionary: String, stream: String?)] = [("/Type /Annot /Rect [100 600 140 628] \(annotation)", nil)]
    if let drawing { objects.append((box, drawing)) }
    let bytes = TinyPDF.bytes(
      content: "BT /F1 10 Tf 50 700 Td (x) Tj ET", page: "/Annots [6 0 R]", objects: objects)
    guard case .pages(let pages) = try Extractor.extract(bytes).document.content else { return [] }
    return pages[0].glyphs
  }

  @Test(
    "The text of a field or a note stands on the page, where it is shown",
    arguments: [
      "/Subtype /Widget /FT /Tx /V (47) /AP << /N 7 0 R >>", "/Subtype /FreeText /Contents (47) /AP << /N 7 0 R >>",
      "/Subtype /Widget /AS /On /AP << /N << /On 7 0 R >> >>", "/Subtype /Stamp /AP << /N 7 0 R >>",
    ])
  func shown(annotation: String) throws {
    let own = try Self.glyphs(annotation).filter { $0.character != "x" }
    #expect(own.map(\.character) == ["4", "7"])
    // The box of the appearance is twice as large on the page.
    let first = try #require(own.first)
    #expect(abs(first.box.left - 104) < 0.5)
    #expect(first.box.bottom > 180 && first.box.top < 194)
  }

  @Test(
    "Signs about the page, and what is not to be seen, are no text of it",
    arguments: [
      "/Subtype /Text /AP << /N 7 0 R >>", "/Subtype /Highlight /AP << /N 7 0 R >>",
      "/Subtype /FreeText /F 2 /AP << /N 7 0 R >>", "/Subtype /Widget /FT /Tx /V (47) /F 32 /AP << /N 7 0 R >>",
    ])
  func notShown(annotation: String) throws {
    #expect(try Self.glyphs(annotation).map(\.character) == ["x"])
  }

  @Test("A field whose looks are left to the viewer holds something that nobody knows")
  func unwritten() throws {
    let filled = try Self.glyphs("/Subtype /Widget /FT /Tx /V (47)", drawing: nil)
    #expect(filled.map(\.character) == ["x", "\u{FFFD}"])
    #expect(filled[1].isHidden && abs(filled[1].box.midX - 120) < 0.1 && abs(filled[1].box.midY - 186) < 0.1)
    #expect(try Self.glyphs("/Subtype /Widget /FT /Tx /V ()", drawing: nil).count == 1)
  }

  @Test("A page behind as many annotations as are followed is not known", arguments: [(10_000, 0), (6_000, 1)])
  func tooMany(first: Int, hidden: Int) throws {
    let counts = first == 10_000 ? [10_000, 10_000, 0] : [9_000, 9_000, first]
    let pages = counts.map { count in
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >>"
        + " /Annots [" + String(repeating: "8 0 R ", count: count) + "] >>"
    }
    let content = "BT /F1 10 Tf 50 700 Td (x) Tj ET"
    let bytes = TinyPDF.file(
      ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>"] + pages + [
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Annot /Subtype /Link /Rect [100 600 140 628] >>",
      ])
    guard case .pages(let read) = try Extractor.extract(bytes).document.content else { return }
    #expect(read.map { $0.glyphs.count(where: \.isHidden) } == [0, 0, hidden])
  }

  @Test("The frame of a field bounds no cell of a table")
  func frames() throws {
    let bytes = TinyPDF.bytes(
      content: "BT /F1 10 Tf 50 700 Td (x) Tj ET 40 690 200 0.5 re f", page: "/Annots [6 0 R]",
      objects: [
        ("/Type /Annot /Rect [100 600 140 628] /Subtype /Widget /AP << /N 7 0 R >>", nil),
        (Self.box, Self.drawing + " 0 0 20 14 re S"),
      ])
    let document = try Extractor.extract(bytes).document
    #expect(document.rulings(1).map(\.isHorizontal) == [true])
  }

  @Test("A filled shape covers what lies under it")
  func covered() throws {
    let bytes = TinyPDF.bytes(
      content: "BT /F1 10 Tf 110 610 Td (12) Tj ET", page: "/Annots [6 0 R]",
      objects: [
        ("/Type /Annot /Rect [100 600 140 628] /Subtype /Square /IC [1 1 1] /AP << /N 7 0 R >>", nil),
        (Self.box, "1 g 0 0 20 14 re f"),
      ])
    #expect(try Extractor.extract(bytes).document.hiddenText(1).count == 1)
  }

  @Test("Numbers of a content stream have no exponents", arguments: [5.7e-14, -3.2e-7, 0.00001, 123_456.5, -0.25])
  func written(number: Double) {
    let text = QpdfFile.written(number)
    #expect(!text.contains("e"))
    #expect(Double(text).map { abs($0 - number) < 1e-6 } == true)
  }
}
