import DocumentModel
import Testing

@testable import Extraction

@Suite struct DashedLinesTests {
  private static func rulings(_ content: String) throws -> [Ruling] {
    var collector = EdgeCollector(
      transform: Transform(a: 1, b: 0, c: 0, d: -1, e: 0, f: 800), pageWidth: 600, pageHeight: 800)
    try collector.run(
      Array(content.utf8), resources: nil, file: #require(QpdfFile(TinyPDF.bytes(content: ""))), depth: 0)
    return collector.rulings
  }

  @Test(
    "Dashes and dots painted one by one are the line that they make up",
    arguments: [
      // Dashes of two points, two apart; dots as squares; dots that are higher than wide.
      (0..<25).map { "\(100 + 4 * $0) 700 m \(102 + 4 * $0) 700 l S" },
      (0..<60).map { "\(Double(100) + 1.7 * Double($0)) 699.76 0.48 0.48 re f" },
      (0..<60).map { "\(Double(100) + 1.7 * Double($0)) 699.5 0.48 1 re f" },
    ])
  func horizontal(pieces: [String]) throws {
    let found = try Self.rulings(pieces.joined(separator: "\n"))
    #expect(found.count == 1)
    let line = try #require(found.first)
    #expect(line.isHorizontal && abs(line.position - 100) < 0.5 && line.start < 100.5 && line.end > 197.5)
  }

  @Test("Dots run down the page, too")
  func vertical() throws {
    let dots = (0..<60).map { "100 \(600.0 + 1.7 * Double($0)) 0.48 0.48 re f" }
    let found = try Self.rulings(dots.joined(separator: "\n"))
    #expect(found.count == 1)
    #expect(found.first.map { !$0.isHorizontal && abs($0.position - 100.24) < 0.01 } ?? false)
  }

  @Test("A short line is one though it is drawn as a curve")
  func curve() throws {
    #expect(try Self.rulings("100 700 m 105 700 115 700 120 700 c S").map(\.isHorizontal) == [true])
    #expect(try Self.rulings("100 700 m 105 700 115 700 120 700 c 100 690 l S").isEmpty)
  }

  @Test("Pieces apart, or beside one another, are no line")
  func others() throws {
    let dashes = (0..<5).map { "\(100 + 8 * $0) 700 m \(102 + 8 * $0) 700 l S" }
    #expect(try Self.rulings(dashes.joined(separator: "\n")).isEmpty)
    let steps = (0..<5).map { "\(100 + 3 * $0) \(700 + 2 * $0) m \(102 + 3 * $0) \(700 + 2 * $0) l S" }
    #expect(try Self.rulings(steps.joined(separator: "\n")).isEmpty)
  }

  @Test(
    "Small paths with curves, slanting strokes or many corners may be characters; frames, bars and dots, what is white or large are none",
    arguments: [
      ("100 700 m 104 700 l 101 692 l S", 1), ("100 700 m 104 703 104 697 100 692 c 98 694 l f", 1),
      ("100 700 m 105 700 l 105 692 l 100 692 l 100 696 l 103 696 l 103 698 l h f", 1),
      ("100 692 12 8 re S", 0), ("100 700 0.5 0.5 re f", 0), ("100 700 m 112 700 l S", 0),
      ("1 G 100 700 m 104 700 l 101 692 l S", 0), ("100 700 m 160 640 l S", 0),
      ("0 0 50 50 re W n 100 700 m 104 700 l 101 692 l S", 0),
      // The side of a frame whose corners are mitred; a stroke that slants along its whole length.
      ("100 700 m 100 681 l 100.8 681.8 l 100.8 699.2 l h f", 0),
      ("100 700 m 102 680 l 102.8 680 l 100.8 700 l h f", 1),
    ])
  func outlines(content: String, count: Int) throws {
    var collector = EdgeCollector(
      transform: Transform(a: 1, b: 0, c: 0, d: -1, e: 0, f: 800), pageWidth: 600, pageHeight: 800)
    try collector.run(
      Array(content.utf8), resources: nil, file: #require(QpdfFile(TinyPDF.bytes(content: ""))), depth: 0)
    #expect(collector.text.outlines.count == count)
  }

  @Test("Edges of a row that the end of what is painted cuts end there together, however far each was drawn")
  func cutRow() throws {
    let clip = "0 100 600 600 re W* n "
    let found = try Self.rulings(
      clip + "100 50 0.5 100 re f 200 90 0.5 60 re f 300 650 0.5 90 re f 400 120 0.5 30 re f")
    #expect(found.map { [$0.start, $0.end] } == [[650, 700], [650, 700], [100, 150], [650, 680]])
  }
}
