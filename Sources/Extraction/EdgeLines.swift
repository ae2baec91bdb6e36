// Extraction: pieces of painted edges → the horizontal and vertical ones that are seen, dashes joined.
import DocumentModel

/// The straight edges of a page, in points as displayed.
struct EdgeLines {
  /// A bar up to this thick, in points, is a line; anything thicker is an area. Table rules are seldom over 2.25 points.
  static let thickestLine = 3.0
  /// A line is horizontal or vertical where its ends differ by no more than this, in points.
  private static let slant = 0.6
  /// What lies beyond what is painted by no more than this, in points, still shows a part of its thickness.
  private static let beyondClip = 1.5

  let pageWidth: Double
  let pageHeight: Double
  private(set) var rulings: [Ruling] = []
  private var dashes = DashedLines()

  init(pageWidth: Double, pageHeight: Double) { (self.pageWidth, self.pageHeight) = (pageWidth, pageHeight) }

  /// A thin area counts as the line along its middle.
  mutating func addBar(_ box: Rectangle, clip: Rectangle) {
    if DashedLines.isDot(box) {
      add(box, kind: .line, clip: clip)
    } else if box.width >= box.height {
      addSegment((box.left, box.midY), (box.right, box.midY), kind: .line, clip: clip)
    } else {
      addSegment((box.midX, box.top), (box.midX, box.bottom), kind: .line, clip: clip)
    }
  }

  mutating func addSegment(_ p: PaintedPath.Point, _ q: PaintedPath.Point, kind: Ruling.Kind, clip: Rectangle) {
    let dx = abs(p.x - q.x)
    let dy = abs(p.y - q.y)
    guard min(dx, dy) <= Self.slant else { return }
    let (x, y) = ((p.x + q.x) / 2, (p.y + q.y) / 2)
    let (left, right) = (min(p.x, q.x), max(p.x, q.x))
    let (top, bottom) = (min(p.y, q.y), max(p.y, q.y))
    add(
      dx > dy
        ? Rectangle(left: left, top: y, right: right, bottom: y)
        : Rectangle(left: x, top: top, right: x, bottom: bottom),
      kind: kind, clip: clip)
  }

  /// A straight piece of an edge, as far as it is seen.
  private mutating func add(_ piece: Rectangle, kind: Ruling.Kind, clip: Rectangle) {
    // Outside the page nothing is seen, nor is anything beside the area that is painted. Above and below it a row that a page break cuts goes on.
    let (left, right) = (clip.left - Self.beyondClip, clip.right + Self.beyondClip)
    guard piece.right >= max(-1, left), piece.left <= min(pageWidth + 1, right), piece.bottom >= -1,
      piece.top <= pageHeight + 1
    else { return }
    var piece = piece
    if piece.width > piece.height {
      if piece.left < left { piece.left = clip.left }
      if piece.right > right { piece.right = clip.right }
      (piece.left, piece.right) = (max(0, piece.left), min(pageWidth, piece.right))
    } else {
      // Of a cut row all edges end where the paint does, however far each was drawn.
      if piece.top < clip.top, piece.bottom > clip.top { piece.top = clip.top }
      if piece.bottom > clip.bottom, piece.top < clip.bottom { piece.bottom = clip.bottom }
      (piece.top, piece.bottom) = (max(0, piece.top), min(pageHeight, piece.bottom))
    }
    guard piece.left <= piece.right, piece.top <= piece.bottom else { return }
    if let line = dashes.add(piece, kind: kind) { rulings.append(line) }
  }

  /// The line that was painted last may be at its end.
  mutating func close() {
    if let line = dashes.close() { rulings.append(line) }
  }

  mutating func removeAll(from index: Int) { rulings.removeLast(rulings.count - index) }
}
