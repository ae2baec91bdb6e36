import DocumentModel
import Testing

@testable import Extraction

/// Cells that are filled, and not framed.
@Suite struct FilledFieldsTests {
  /// Rows and columns of areas with so much between them, in points.
  private static func fields(
    rows: Int = 4, columns: Int = 3, gap: Double, white: Bool = false, ground: Bool = false
  ) -> [Ruling] {
    var fields = FilledFields()
    let page = Rectangle(left: 0, top: 0, right: 600, bottom: 800)
    if ground {
      fields.fill([Rectangle(left: 99, top: 99, right: 501, bottom: 301)], isWhite: false, clip: page)
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let (left, top) = (100 + Double(column) * 80, 100 + Double(row) * 20)
        fields.fill(
          [Rectangle(left: left, top: top, right: left + 80 - gap, bottom: top + 20 - gap)], isWhite: white, clip: page)
      }
    }
    return fields.rulings
  }

  @Test(
    "What is seen between filled areas is a line",
    arguments: [(0.9, false, false), (0.9, true, true), (2.5, false, false)])
  func apart(gap: Double, white: Bool, ground: Bool) {
    let rulings = Self.fields(gap: gap, white: white, ground: ground)
    #expect(rulings.count == 4 * 12)
    #expect(rulings.allSatisfy { $0.kind == .field })
  }

  @Test(
    "Areas that touch, that are far from one another, white ones on white, few, and marked words of one line are no cells",
    arguments: [
      (4, 3, 0.0, false), (4, 3, 6, false), (4, 3, 0.9, true), (2, 2, 0.9, false), (1, 12, 0.9, false),
      (12, 1, 0.9, false),
    ])
  func none(rows: Int, columns: Int, gap: Double, white: Bool) {
    #expect(Self.fields(rows: rows, columns: columns, gap: gap, white: white).isEmpty)
  }

  private static func rulings(_ content: String) throws -> [Ruling] {
    try Extractor.extract(OnePage.file("BT /F 10 Tf 40 280 Td (A) Tj ET " + content)).document.rulings(1)
  }

  @Test(
    "A large area of which the clip leaves a line is one, and white strokes show on an area of a colour alone",
    arguments: [
      ("q 50 100 100 0.5 re W n 0 0 300 300 re f Q", 1), ("q 50 100 100 50 re W n 0 0 300 300 re f Q", 0),
      ("1 G 0.8 g 50 50 200 200 re f 60 100 m 160 100 l S", 1), ("1 G 60 100 m 160 100 l S", 0),
    ])
  func lines(content: String, count: Int) throws {
    #expect(try Self.rulings(content).count { $0.kind == .line } == count)
  }
}
