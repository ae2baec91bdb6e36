import DocumentModel
import Testing

@testable import Extraction

/// Text of which the page shows only a part, or not as it is read.
@Suite struct PartlySeenTests {
  private static func hidden(_ content: String) throws -> [Double] {
    let document = try Extractor.extract(OnePage.file(content)).document
    return document.hiddenText(1).filter { abs($0.y - 200) < 1 }.map { ($0.x * 10).rounded() / 10 }
  }

  /// Five digits, 5.56 points each.
  private static let text = "0 g BT /F 10 Tf 1 0 0 1 100 100 Tm (12345) Tj ET "

  @Test(
    "Of a piece of text the characters that are painted over are hidden, and no others",
    arguments: [
      ("1 g 115.6 95 40 20 re f", [116.7, 122.2]), ("1 g 124 95 40 20 re f", [122.2]), ("1 g 127.5 95 40 20 re f", []),
      ("1 g 160 95 40 20 re f", []), ("1 g 115 150 40 20 re f", []), ("0.5 g 115.6 95 40 20 re f", [116.7, 122.2]),
    ] as [(String, [Double])])
  func covered(painting: String, starts: [Double]) throws {
    #expect(try Self.hidden(Self.text + painting) == starts)
    #expect(try Self.hidden(painting + " " + Self.text) == [])
  }

  @Test("So are those that a clip takes", arguments: [(14.0, [111.1, 116.7, 122.2]), (27.0, [122.2]), (40.0, [])])
  func clipped(width: Double, starts: [Double]) throws {
    #expect(try Self.hidden("q 98 90 \(width) 30 re W n " + Self.text + "Q") == starts)
    // At its left side, too, where it takes a part of the first one.
    #expect(try Self.hidden("q 101.9 90 10.1 30 re W n " + Self.text + "Q") == [100, 111.1, 116.7, 122.2])
  }

  @Test(
    "What has to be seen of a character stands as high as it is raised, and as wide as it is stretched",
    arguments: [
      // A strip over the line that the characters stand over themselves, and one that they do not.
      ("4 Ts", "115.6 98 40 7.5 re", []), ("4 Ts", "115.6 98 40 10 re", [116.7, 122.2]),
      ("50 Tz", "106 95 40 20 re", [105.6, 108.3, 111.1]),
    ] as [(String, String, [Double])])
  func placed(state: String, strip: String, starts: [Double]) throws {
    let text = "0 g BT /F 10 Tf \(state) 1 0 0 1 100 100 Tm (12345) Tj ET 1 g \(strip) f"
    #expect(try Self.hidden(text) == starts)
  }

  @Test("Text that runs up is left legible by a clip beside its line, or not, as a whole")
  func upward() throws {
    let cut = "q 98 40 14 30 re W n BT /F 10 Tf 1 0 0 1 100 50 Tm (12345) Tj ET Q "
    #expect(try Self.hidden(cut + "q 101 90 20 60 re W n BT /F 10 Tf 0 1 -1 0 104 100 Tm (12) Tj ET Q") == [])
  }

  private static func unknown(_ content: String) throws -> Int {
    try OnePage.read(content).glyphs.count { $0.character == "\u{FFFD}" && $0.isHidden }
  }

  private static let upright = "BT /F 10 Tf 1 0 0 1 50 200 Tm (1) Tj 0 20 Td (2) Tj 0 20 Td (3) Tj ET "

  @Test(
    "Digits as in a mirror, and digits upside down on a page that is not, are unknown",
    arguments: [("-1 0 0 1", 1), ("1 0 0 -1", 1), ("-1 0 0 -1", 1), ("1 0 0 1", 0), ("0 1 -1 0", 0)])
  func mirrored(matrix: String, count: Int) throws {
    #expect(try Self.unknown(Self.upright + "BT /F 10 Tf \(matrix) 150 100 Tm (12) Tj ET") == count)
  }

  @Test("Words that run from right to left are no numbers", arguments: [("12", 1), ("ab", 0), ("a1", 1)])
  func words(text: String, count: Int) throws {
    let map = "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <0020> endbfrange"
    let font = OnePage.helvetica.dropLast(2) + "/ToUnicode 6 0 R>>"
    let page = try OnePage.read(
      Self.upright + "BT /F 10 Tf -1 0 0 -1 150 100 Tm (\(text)) Tj ET", font: String(font),
      more: [OnePage.stream(map)])
    #expect(page.glyphs.count { $0.character == "\u{FFFD}" } == count)
  }

  @Test("Nothing is certain on a page that is seen as in a mirror; one that lies upside down is turned by others")
  func pages() throws {
    let digits = (1...6).map { "BT /F 10 Tf 1 0 0 1 50 \(40 * $0) Tm (\($0)) Tj ET " }.joined()
    #expect(try OnePage.read("-1 0 0 1 300 0 cm " + digits).glyphs.allSatisfy(\.isHidden))
    #expect(try OnePage.read("-1 0 0 -1 300 300 cm " + digits).glyphs.allSatisfy { !$0.isHidden })
  }

  @Test("Text that marked content says behind the state that drew it is found by no reader: it is unknown, not absent")
  func lostState() throws {
    let drawn = "BT /F 10 Tf 1 0 0 1 50 200 Tm (36) Tj ET"
    #expect(try Self.unknown("/Span <</ActualText (36)>> BDC q \(drawn) Q EMC " + Self.upright) == 1)
    #expect(try Self.unknown("q /Span <</ActualText (36)>> BDC \(drawn) EMC Q") == 0)
  }
}
