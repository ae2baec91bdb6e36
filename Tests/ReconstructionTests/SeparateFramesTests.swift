import DocumentModel
import Testing

@testable import Reconstruction

/// Tables whose cells are framed each by itself, with room between the frames.
@Suite struct SeparateFramesTests {
  /// The four lines of a frame.
  private static func frame(_ box: Rectangle) -> [Ruling] {
    [
      Ruling(kind: .line, isHorizontal: true, position: box.top, start: box.left, end: box.right),
      Ruling(kind: .line, isHorizontal: true, position: box.bottom, start: box.left, end: box.right),
      Ruling(kind: .line, isHorizontal: false, position: box.left, start: box.top, end: box.bottom),
      Ruling(kind: .line, isHorizontal: false, position: box.right, start: box.top, end: box.bottom),
    ]
  }

  private static func inset(_ box: Rectangle, by points: Double) -> Rectangle {
    Rectangle(
      left: box.left + points, top: box.top + points, right: box.right - points, bottom: box.bottom - points)
  }

  /// Frames of 60 × 20 points in rows, so far apart.
  private static func boxes(rows: Int, columns: Int, room: Double, top: Double = 100) -> [Rectangle] {
    (0..<rows).flatMap { row in
      (0..<columns).map { column in
        let (x, y) = (50 + (60 + room) * Double(column), top + (20 + room) * Double(row))
        return Rectangle(left: x, top: y, right: x + 60, bottom: y + 20)
      }
    }
  }

  private static func shapes(_ rulings: [Ruling]) -> [[Int]] {
    GridBuilder.grids(SeparateFrames.closed(rulings)).map { [$0.ys.count - 1, $0.xs.count - 1, $0.cells.count] }
  }

  @Test("Frames with room between them are the cells of one table", arguments: [0, 2, 3.5, 6, 9])
  func room(points: Double) {
    let boxes = Self.boxes(rows: 4, columns: 3, room: points)
    #expect(Self.shapes(boxes.flatMap(Self.frame)) == [[4, 3, 12]])
    // A frame about the whole table is none of its cells.
    if points > GridBuilder.snap {
      let around = Self.inset(boxes.bounds()!, by: -points)
      #expect(Self.shapes(boxes.flatMap(Self.frame) + Self.frame(around)) == [[4, 3, 12]])
    }
  }

  @Test("Double lines about each cell are its frame")
  func double() {
    let boxes = Self.boxes(rows: 4, columns: 3, room: 0)
    #expect(Self.shapes(boxes.flatMap { Self.frame($0) + Self.frame(Self.inset($0, by: 2)) }) == [[4, 3, 12]])
  }

  @Test("A cell over several columns, and a row that the end of the page cuts open, are the table's")
  func spanned() {
    var boxes = Self.boxes(rows: 4, columns: 3, room: 5)
    boxes[1].right = boxes[2].right
    boxes.remove(at: 2)
    // Of the last row the lower edges lie beyond the page.
    let open = Self.boxes(rows: 5, columns: 3, room: 5).suffix(3).flatMap {
      Self.frame($0).filter { $0.position != 220 }
    }
    #expect(Self.shapes(boxes.flatMap(Self.frame) + open) == [[5, 3, 14]])
  }

  @Test("What is no row of separate frames keeps its lines")
  func others() {
    // Cells that share their edges, drawn one by one; two such tables, one close under the other.
    let table = Self.boxes(rows: 4, columns: 4, room: 0).flatMap(Self.frame)
    #expect(SeparateFrames.closed(table) == table)
    let next = Self.boxes(rows: 4, columns: 4, room: 0, top: 186).flatMap(Self.frame)
    #expect(SeparateFrames.closed(table + next) == table + next)
    // Narrow columns with lines that run through.
    let narrow = (0...8).map {
      Ruling(kind: .line, isHorizontal: false, position: 100 + 8 * Double($0), start: 100, end: 200)
    }
    let across = (0...5).map {
      Ruling(kind: .line, isHorizontal: true, position: 100 + 20 * Double($0), start: 100, end: 164)
    }
    #expect(SeparateFrames.closed(narrow + across) == narrow + across)
    #expect(SeparateFrames.closed([]).isEmpty)
  }

  /// A table of 3 × 3 cells, drawn cell by cell, from y on.
  private static func table(y: Double) -> [Ruling] {
    boxes(rows: 3, columns: 3, room: 0, top: y).flatMap(frame)
  }
  private static func side(_ x: Double, _ start: Double, _ end: Double) -> Ruling {
    Ruling(kind: .line, isHorizontal: false, position: x, start: start, end: end)
  }

  @Test("The side of a frame that runs through a table is no edge of it, on no page")
  func crossing() {
    // On the second page table and frame end together.
    let pages = [Self.table(y: 300), Self.table(y: 100)]
    let sides = [Self.side(195, 40, 800), Self.side(195, 100, 160)]
    #expect(CrossingFrames.removed(zip(pages, sides).map { $0 + [$1] }) == pages)
    // The edge of a column that goes on to the end of the page is the table's, as the others are.
    let cut = Self.table(y: 300) + [50.0, 110, 170, 230].map { Self.side($0, 300, 390) }
    #expect(CrossingFrames.removed([cut]) == [cut])
    // What runs beside it crosses nothing.
    let beside = Self.table(y: 300) + [Self.side(260, 40, 800)]
    #expect(CrossingFrames.removed([beside]) == [beside])
  }

  @Test(
    "An edge of the table is none, though it stands where another page has a frame, or goes higher than those of columns"
  )
  func edges() {
    // Three tall columns, the lines whole; the frame on the first page stands where the second one has an edge.
    func whole(_ y: Double) -> [Ruling] {
      [50.0, 110, 170, 230].map { Self.side($0, y, y + 80) }
        + (0...4).map {
          Ruling(kind: .line, isHorizontal: true, position: y + 20 * Double($0), start: 50, end: 230)
        }
    }
    let pages = [Self.table(y: 300) + [Self.side(170.5, 40, 800)], whole(100)]
    #expect(CrossingFrames.removed(pages) == pages)
    // Without outer sides: one edge from the top, the others a header row lower.
    let open =
      [Self.side(110, 100, 200), Self.side(170, 120, 200)]
      + (0...5).map { Ruling(kind: .line, isHorizontal: true, position: 100 + 20 * Double($0), start: 50, end: 230) }
    #expect(CrossingFrames.removed([open]) == [open])
  }

  @Test("Any number of lines that begin in one place are no frames")
  func hostile() {
    let lines = (0..<2_000).flatMap { k in
      [
        Ruling(kind: .line, isHorizontal: true, position: 100, start: 50, end: 60 + Double(k) / 8),
        Ruling(kind: .line, isHorizontal: false, position: 50, start: 100, end: 110 + Double(k) / 8),
      ]
    }
    #expect(SeparateFrames.closed(lines) == lines)
  }
}
