import DocumentModel
import Foundation
import Testing

@testable import Extraction

/// Text that is in the content stream and not on the page.
@Suite struct HiddenTextTests {
  /// Any file: the content is given.
  private static func file() -> QpdfFile? {
    QpdfFile(
      [UInt8](
        FileManager.default.contents(
          atPath: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "SampleReports/broken-sum.pdf").path) ?? Data()))
  }

  private static func run(_ content: String) throws -> EdgeCollector {
    var collector = EdgeCollector(
      transform: Transform(a: 1, b: 0, c: 0, d: -1, e: 0, f: 800), pageWidth: 600, pageHeight: 800)
    try collector.run(Array(content.utf8), resources: nil, file: #require(file()), depth: 0)
    return collector
  }

  @Test("An edge goes no further to the side than what is painted")
  func clippedEdges() throws {
    let found = try Self.run("q 50 50 200 600 re W n 40 300 400 0.5 re f 300 100 0.5 90 re f 100 100 0.5 90 re f Q")
      .rulings
    #expect(found.count == 2)
    #expect(found.contains { $0.isHorizontal && $0.start == 50 && $0.end == 250 })
    #expect(found.contains { !$0.isHorizontal && abs($0.position - 100.25) < 0.01 })
  }

  @Test("What text is drawn within is known, where it is not each cell")
  func clips() throws {
    func within(_ rights: [Int]) throws -> [Double] {
      let text = rights.map { "q 50 50 \($0) 600 re W n BT 1 0 0 1 60 100 Tm (1) Tj ET Q " }.joined()
      return try Self.run(text).text.clips.map(\.right)
    }
    #expect(try within([200, 200]) == [250])
    #expect(try within(Array(200..<210)).isEmpty)
  }

  /// A table of two cells, and above it a box as wide as a character.
  private static let table =
    "100 100 m 300 100 l 100 150 m 300 150 l 100 100 m 100 150 l 200 100 m 200 150 l 300 100 m 300 150 l S "

  @Test(
    "The outline of a character is no edge; a frame of its size is, and so is a frame with round corners",
    arguments: [
      ("10 180 m 24 180 l 24 194 l 10 194 l h 12 182 m 22 182 l 22 186 l 17 187 12 186 12 182 c h S", 0),
      ("10 180 m 24 180 l 24 181 l 17 182 10 181 10 180 c h f", 0),
      ("10 180 m 24 180 l 24 194 l 18 194 l 18 186 l 16 186 l 16 194 l 10 194 l h B", 0),
      ("10 180 14 14 re S", 4), ("10 180 40 20 re 11 181 38 18 re f*", 4), ("10 180 40 20 re 14 184 32 12 re f*", 8),
      (
        "14 180 m 46 180 l 48 180 50 182 50 184 c 50 196 l 50 198 48 200 46 200 c 14 200 l 12 200 10 198 10 196 c 10 184 l "
          + "10 182 12 180 14 180 c h 14 181 m 46 181 l 48 181 49 182 49 184 c 49 196 l 49 198 48 199 46 199 c 14 199 l "
          + "12 199 11 198 11 196 c 11 184 l 11 182 12 181 14 181 c h f*", 4
      ), ("20 180 m 90 180 l 95 180 100 185 100 190 c 100 280 l 20 280 l h S", 4),
    ])
  func outlines(painting: String, edges: Int) throws {
    #expect(try Self.run(Self.table + painting).rulings.count == 5 + edges)
  }

  private static let text = "0 g BT /F1 10 Tf 100 700 Td (12) Tj ET "

  @Test(
    "What is painted over text hides it; what is painted before it, beside it, or in outline does not",
    arguments: [
      ("1 g 90 690 40 20 re f", true), ("0.9 g 90 690 40 20 re f", true), ("1 g 90 690 40 20 re B", true),
      ("1 g 200 690 40 20 re f", false), ("1 g 90 690 40 20 re S", false), ("1 g 90 690 3 20 re f", false),
      ("q 300 300 50 50 re W n 1 g 90 690 40 20 re f Q", false),
    ])
  func covered(painting: String, isHidden: Bool) throws {
    #expect(
      try Self.run(Self.text + painting).text.hidden.contains { abs($0.x - 100) < 1 && abs($0.y - 100) < 1 } == isHidden
    )
    #expect(try Self.run(painting + " " + Self.text).text.hidden.isEmpty)
  }

  @Test("Text over a covered number is seen")
  func redrawn() throws {
    let collector = try Self.run(Self.text + "1 g 90 690 40 20 re f 0 g BT /F1 10 Tf 101 701 Td (38) Tj ET")
    #expect(collector.text.hidden.map(\.x) == [100])
  }

  @Test(
    "A page is askew where most of its text is",
    arguments: [(0.0, false), (0.05, false), (0.3, true), (-1.2, true), (90.0, false), (90.5, true), (180.0, false)])
  func tilted(degrees: Double, isTilted: Bool) throws {
    let (c, s) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
    let lines = (0..<6).map { "BT /F1 10 Tf \(c) \(s) \(-s) \(c) 100 \(700 - 20 * $0) Tm (12) Tj ET" }
    #expect(try Self.run(lines.joined(separator: "\n")).text.isTilted == isTilted)
    let watermark = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (X) Tj ET "
    #expect(try !Self.run(watermark + Self.text + Self.text + Self.text + Self.text).text.isTilted)
  }

  @Test(
    "Text too light to be read is a watermark, unless it stands on a ground",
    arguments: [
      ("0.8 g", true), ("0.7 g", false), ("0.85 0.85 0.85 rg", true), ("0 0 0 0.2 k", true), ("1 0 0 rg", false),
      ("0.1 0.2 0.9 rg", false), ("0 0 0 1 k", false),
    ])
  func faint(colour: String, isHidden: Bool) throws {
    let text = "\(colour) BT /F1 10 Tf 100 700 Td (12) Tj ET"
    #expect(try Self.run(text).text.hidden.isEmpty == !isHidden)
    #expect(try Self.run("0.2 g 90 690 40 20 re f " + text).text.hidden.isEmpty)
  }

  @Test("White text shows on a ground in colour, rounded ones and images too")
  func grounds() throws {
    let white = "1 g BT /F1 10 Tf 100 700 Td (12) Tj ET"
    #expect(try Self.run(white).text.hidden.count == 1)
    #expect(try Self.run("0.2 g 90 690 40 20 re f " + white).text.hidden.isEmpty)
    #expect(
      try Self.run("0.2 g 90 690 m 130 690 l 140 690 140 710 130 710 c 90 710 l h f " + white).text.hidden.isEmpty)
    #expect(try Self.run("q 40 0 0 20 90 690 cm /Im1 Do Q " + white).text.hidden.isEmpty)
  }

  @Test("A page that paints more than is followed says so")
  func cutOff() throws {
    #expect(try !Self.run(Self.text).isCutOff)
    #expect(try Self.run(String(repeating: "q Q ", count: 200_001)).isCutOff)
  }
}
