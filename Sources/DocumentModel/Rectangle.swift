// DocumentModel: the one coordinate system of the project.

/// A rectangle on a page, in points (1/72 inch) of the page **as displayed** (after `/Rotate` and the crop box), origin at its
/// top left, y growing downwards. Every box in the project is in this system.
public struct Rectangle: Hashable, Sendable, Codable {
  public var left: Double
  public var top: Double
  public var right: Double
  public var bottom: Double

  /// Makes a rectangle from its four edges in points.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  public var width: Double { right - left }
  public var height: Double { bottom - top }
  public var midX: Double { (left + right) / 2 }
  public var midY: Double { (top + bottom) / 2 }

  /// The smallest rectangle that holds both.
  @inlinable public func union(_ other: Rectangle) -> Rectangle {
    Rectangle(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// What of it lies within another one; without width or height where nothing does.
  public func within(_ other: Rectangle) -> Rectangle {
    let (left, top) = (max(left, other.left), max(top, other.top))
    return Rectangle(
      left: left, top: top, right: max(left, min(right, other.right)), bottom: max(top, min(bottom, other.bottom)))
  }

  /// All four edges times `scale`.
  public func scaled(by scale: Double) -> Rectangle {
    Rectangle(left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale)
  }

  /// True where the point (x, y), in points, lies inside or on an edge.
  public func contains(x: Double, y: Double) -> Bool {
    x >= left && x <= right && y >= top && y <= bottom
  }

  /// The length in points over which the two overlap horizontally; 0 where they don't.
  public func horizontalOverlap(_ other: Rectangle) -> Double {
    max(0, min(right, other.right) - max(left, other.left))
  }

  /// The length in points over which the two overlap vertically; 0 where they don't.
  public func verticalOverlap(_ other: Rectangle) -> Double {
    max(0, min(bottom, other.bottom) - max(top, other.top))
  }
}

extension Sequence where Element == Rectangle {
  /// The smallest rectangle that holds all of them; nil for none.
  @inlinable public func bounds() -> Rectangle? {
    var iterator = makeIterator()
    guard var result = iterator.next() else { return nil }
    while let next = iterator.next() { result = result.union(next) }
    return result
  }
}
