import DocumentModel
import Testing

@testable import Reconstruction

/// Grids of cells that are filled, beside those of lines.
@Suite struct FilledGridTests {
  private static func table(_ kind: Ruling.Kind, rows: Int = 4, height: Double = 20) -> [Ruling] {
    (0...rows).map { Ruling(kind: kind, isHorizontal: true, position: 100 + Double($0) * height, start: 50, end: 350) }
      + (0...3).map {
        Ruling(
          kind: kind, isHorizontal: false, position: 50 + Double($0) * 100, start: 100, end: 100 + Double(rows) * height
        )
      }
  }
  private static let frame = [
    Ruling(kind: .line, isHorizontal: true, position: 95, start: 45, end: 355),
    Ruling(kind: .line, isHorizontal: true, position: 185, start: 45, end: 355),
    Ruling(kind: .line, isHorizontal: false, position: 45, start: 95, end: 185),
    Ruling(kind: .line, isHorizontal: false, position: 355, start: 95, end: 185),
  ]

  @Test("Filled cells make up a grid as lines do, also within a frame; the edges of shaded areas do not")
  func filled() {
    #expect(GridBuilder.grids(Self.table(.field)).map(\.cells.count) == [12])
    #expect(GridBuilder.grids(Self.table(.field) + Self.frame).map(\.cells.count) == [12])
    #expect(GridBuilder.grids(Self.table(.shade)).isEmpty)
  }

  @Test("Where lines make up cells, what is filled within them makes up none")
  func ruled() {
    #expect(GridBuilder.grids(Self.table(.field) + Self.table(.line)).map(\.cells.count) == [12])
    let finer = Self.table(.line, rows: 8, height: 10)
    #expect(GridBuilder.grids(Self.table(.field) + finer).map(\.cells.count) == [24])
  }
}
