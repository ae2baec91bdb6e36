import Testing

@testable import Extraction

@Suite struct SaidTextTests {
  private static func hidden(_ content: String, resources: String = "", objects: [(String, String?)] = []) throws -> Int
  {
    let bytes = TinyPDF.bytes(
      content: content, resources: resources, objects: objects.map { (dictionary: $0.0, stream: $0.1) })
    return try Extractor.extract(bytes).document.hiddenText(1).count
  }

  @Test(
    "Marked content that says other digits than it draws is not believed",
    arguments: [
      ("/Span << /ActualText (3) >>", true), ("/Span << /Lang (zh) /ActualText <FEFF0033> /MCID 0 >>", true),
      ("/Span << /ActualText (12) >>", false), ("/Span << /ActualText <FEFFFF11FF12> >>", false),
      ("/Span << /ActualText () >>", true), ("/P << /Lang (3) /MCID 3 >>", false), ("/P /MC0", false),
      ("/P /MC1", true),
    ])
  func digits(properties: String, isHidden: Bool) throws {
    let content = "\(properties) BDC BT /F1 10 Tf 100 700 Td (12) Tj ET EMC BT /F1 10 Tf 100 600 Td (12) Tj ET"
    let lists = "/Properties << /MC0 << /MCID 1 >> /MC1 << /ActualText (8) >> >>"
    #expect(try Self.hidden(content, resources: lists) == (isHidden ? 1 : 0))
  }

  @Test(
    "What is printed once more beside itself in place of bold, and said to be nothing, is nothing more",
    arguments: [
      ("99.5 700 Td (12) Tj", 0), ("99.5 700 Td (13) Tj", 1), ("130 700 Td (12) Tj", 1), ("100 688 Td (12) Tj", 1),
      ("100 700 Td /F1 9 Tf (12) Tj", 1),
    ])
  func bold(second: String, hidden: Int) throws {
    let content = "BT /F1 10 Tf 100 700 Td (12) Tj ET /Span << /ActualText <> >> BDC BT /F1 10 Tf \(second) ET EMC"
    #expect(try Self.hidden(content) == hidden)
  }

  @Test("What goes on behind a digit is none of its prints")
  func goesOn() throws {
    let content = "BT /F1 10 Tf 100 700 Td (1) Tj /Span << /ActualText <FEFF> >> BDC (1) Tj EMC ET"
    #expect(try Self.hidden(content) > 0)
  }

  @Test("Words may be said in other words")
  func words() throws {
    #expect(try Self.hidden("/Span << /ActualText (fi) >> BDC BT /F1 10 Tf 100 700 Td (x) Tj ET EMC") == 0)
  }

  @Test(
    "An image hides the text under it, unless it may be seen through",
    arguments: [("", 1), ("/SMask 7 0 R", 0), ("/ImageMask true", 0), ("/Mask [0 1]", 0)])
  func images(entry: String, count: Int) throws {
    let image = "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray \(entry)"
    let drawn = "q 40 0 0 20 90 695 cm /Im1 Do Q "
    let text = "BT /F1 10 Tf 100 700 Td (12) Tj ET "
    let objects: [(String, String?)] = [(image, "A"), (image.replacing(entry, with: ""), "A")]
    #expect(try Self.hidden(text + drawn, resources: "/XObject << /Im1 6 0 R >>", objects: objects) == count)
    #expect(try Self.hidden(drawn + text, resources: "/XObject << /Im1 6 0 R >>", objects: objects) == 0)
  }
}
