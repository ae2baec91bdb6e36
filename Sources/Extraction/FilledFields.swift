// Extraction: filled areas that stand a little apart → the edges that are seen between them.
import DocumentModel

/// Tables are also drawn without lines: cells are filled one by one and their ground shows between them, as that of a web page does between white cells on
/// grey (`cellspacing`) or shaded cells on white.
struct FilledFields {
  /// Areas stand so far apart, in points: nearer, nothing is seen between them; further, it is more than a line.
  private static let least = 0.15
  private static let most = 3.05
  /// So many areas that belong together are the cells of a table, where so many of them have one beside them, and one above or below. Marked words are not.
  private static let enough = 8
  private static let beside = 4
  /// Areas overlap along their sides by this share of the shorter one.
  private static let alongside = 0.5
  /// No honest page has more.
  private static let mostFields = 4_000
  private static let mostGrounds = 64
  /// What is painted on a ground ends at its edges, to so many points.
  private static let slack = 1.0
  /// A ground holds cells in rows and columns, and is so wide and so high at least, in points: a cell of a colour seldom is.
  private static let leastGround = 40.0
  /// No cell of a table has more beside it.
  private static let mostBeside = 200

  private var fields: [Rectangle] = []
  private var known: Set<Rectangle> = []
  /// The last areas of a colour, wide and high enough to hold cells.
  private var grounds: [Rectangle] = []

  /// Areas are filled.
  mutating func fill(_ boxes: [Rectangle], isWhite: Bool, clip: Rectangle) {
    for box in boxes {
      let box = box.within(clip)
      guard min(box.width, box.height) > EdgeLines.thickestLine, !isWhite || isOnGround(box) else { continue }
      if fields.count < Self.mostFields, known.insert(box).inserted { fields.append(box) }
      guard !isWhite, min(box.width, box.height) >= Self.leastGround else { continue }
      if grounds.count == Self.mostGrounds { grounds.removeFirst() }
      grounds.append(box)
    }
  }

  /// True where all of it lies on an area of a colour: what is white shows there.
  func isOnGround(_ box: Rectangle) -> Bool {
    grounds.contains { ground in
      box.left >= ground.left - Self.slack && box.right <= ground.right + Self.slack
        && box.top >= ground.top - Self.slack && box.bottom <= ground.bottom + Self.slack
    }
  }

  /// The sides of the areas that are cells.
  var rulings: [Ruling] {
    guard fields.count >= Self.enough, fields.count < Self.mostFields else { return [] }
    var groups = DisjointSets(count: fields.count)
    var (hasBeside, hasBelow) = (Set<Int>(), Set<Int>())
    forNeighbours(near: { ($0.left, $0.right) }, alongside: { ($0.top, $0.bottom) }) { a, b in
      groups.join(a, b)
      hasBeside.formUnion([a, b])
    }
    forNeighbours(near: { ($0.top, $0.bottom) }, alongside: { ($0.left, $0.right) }) { a, b in
      groups.join(a, b)
      hasBelow.formUnion([a, b])
    }
    return groups.members.filter { members in
      members.count >= Self.enough && members.count(where: hasBeside.contains) >= Self.beside
        && members.count(where: hasBelow.contains) >= Self.beside
    }.joined().flatMap { Self.sides(fields[$0]) }
  }

  private static func sides(_ box: Rectangle) -> [Ruling] {
    [
      Ruling(kind: .field, isHorizontal: true, position: box.top, start: box.left, end: box.right),
      Ruling(kind: .field, isHorizontal: true, position: box.bottom, start: box.left, end: box.right),
      Ruling(kind: .field, isHorizontal: false, position: box.left, start: box.top, end: box.bottom),
      Ruling(kind: .field, isHorizontal: false, position: box.right, start: box.top, end: box.bottom),
    ]
  }

  /// Calls `body` with the pairs of areas of which one begins a little behind the end of the other.
  private func forNeighbours(
    near: (Rectangle) -> (start: Double, end: Double), alongside: (Rectangle) -> (start: Double, end: Double),
    _ body: (Int, Int) -> Void
  ) {
    let order = fields.indices.sorted { near(fields[$0]).start < near(fields[$1]).start }
    let starts = order.map { near(fields[$0]).start }
    for (index, field) in fields.enumerated() {
      let end = near(field).end
      let own = alongside(field)
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] < end + Self.least { low = middle + 1 } else { high = middle }
      }
      for low in low..<min(starts.count, low + Self.mostBeside) {
        guard starts[low] <= end + Self.most else { break }
        let other = alongside(fields[order[low]])
        let common = min(own.end, other.end) - max(own.start, other.start)
        if common >= Self.alongside * min(own.end - own.start, other.end - other.start) {
          body(index, order[low])
        }
      }
    }
  }
}
