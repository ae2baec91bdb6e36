// Extraction: straight pieces in the order in which they are painted → lines; those of a dashed or dotted one joined.
import DocumentModel

/// Dashed and dotted lines are also painted dash by dash, each shorter than any edge of a cell.
struct DashedLines {
  /// A piece no longer than this, in points, may be a dash.
  private static let longestDash = 12.0
  /// Between dashes of a line there is no more than this, in points.
  private static let gap = 3.0
  /// Pieces of one line are no further off it than this, in points.
  private static let level = 0.3
  /// Lines shorter than this, in points, bound no cell (letters drawn as paths, bullets).
  private static let shortestLine = 3.0

  private var open: (kind: Ruling.Kind, box: Rectangle)?

  /// Takes the next piece, a rectangle as thin as nothing or a dot; answers the line that it does not belong to, which is at its end.
  mutating func add(_ piece: Rectangle, kind: Ruling.Kind) -> Ruling? {
    if let line = open, line.kind == kind, max(piece.width, piece.height) <= Self.longestDash,
      Self.goesOn(line.box, piece)
    {
      open = (kind, line.box.union(piece))
      return nil
    }
    defer { open = (kind, piece) }
    return close()
  }

  /// The line at its end; nil where it is too short for one.
  mutating func close() -> Ruling? {
    guard let (kind, box) = open else { return nil }
    open = nil
    guard max(box.width, box.height) >= Self.shortestLine else { return nil }
    return box.width > box.height
      ? Ruling(kind: kind, isHorizontal: true, position: box.midY, start: box.left, end: box.right)
      : Ruling(kind: kind, isHorizontal: false, position: box.midX, start: box.top, end: box.bottom)
  }

  /// True where the piece lies on the line, right before or behind what there is of it.
  private static func goesOn(_ line: Rectangle, _ piece: Rectangle) -> Bool {
    let whole = line.union(piece)
    if line.width >= line.height || isDot(line), piece.height <= piece.width || isDot(piece),
      abs(line.midY - piece.midY) <= level,
      whole.width - line.width - piece.width <= gap
    {
      return true
    }
    return (line.height >= line.width || isDot(line)) && (piece.width <= piece.height || isDot(piece))
      && abs(line.midX - piece.midX) <= level && whole.height - line.height - piece.height <= gap
  }

  /// Of a dot nobody can say which way it runs.
  static func isDot(_ piece: Rectangle) -> Bool { max(piece.width, piece.height) <= shortestLine }
}
