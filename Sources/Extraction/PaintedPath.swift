// Extraction: a path that is stroked or filled → the straight edges that are seen of it.
import DocumentModel

/// The path under construction (ISO 32000-1, 8.5.2), in points of the page as displayed.
struct PaintedPath {
  typealias Point = (x: Double, y: Double)

  /// Outlines within a square of so many points that have curves, or more corners than a frame, are characters drawn as paths.
  private static let largestCharacter = 30.0
  private static let mostCorners = 6

  private var subpaths: [[Point]] = []
  private(set) var hasCurve = false

  mutating func move(to point: Point) { subpaths.append([point]) }

  mutating func draw(to point: Point, isCurve: Bool = false) {
    if isCurve { hasCurve = true }
    if subpaths.isEmpty { subpaths.append([point]) } else { subpaths[subpaths.count - 1].append(point) }
  }

  mutating func close() {
    if let last = subpaths.last, let first = last.first, last.count > 1 { subpaths[subpaths.count - 1].append(first) }
  }

  mutating func addClosed(_ corners: [Point]) { subpaths.append(corners + corners.prefix(1)) }

  mutating func clear() {
    subpaths.removeAll(keepingCapacity: true)
    hasCurve = false
  }

  /// What each subpath takes up.
  var boxes: [Rectangle] { subpaths.compactMap(Self.bounds) }

  /// Marks in a cell are no smaller than this, in points.
  private static let leastMark = 4.0
  /// What lies on the edge of what a path takes up is no further off than this, in points.
  private static let onEdge = 0.1
  /// Lines as good as level or upright differ by no more than this, in points.
  private static let straight = 0.5

  /// What those subpaths take up that may each be a character, or a part of one, drawn as a path: with curves, more corners than a frame, or strokes
  /// that are neither level nor upright.
  var outlines: [Rectangle] {
    if areRoundFrames { return [] }
    return subpaths.compactMap { path in
      guard path.count >= 2, let box = Self.bounds(path), max(box.width, box.height) >= Self.leastMark,
        max(box.width, box.height) < Self.largestCharacter
      else { return nil }
      let isSlanting = zip(path, path.dropFirst()).contains {
        min(abs($0.x - $1.x), abs($0.y - $1.y)) > Self.straight
      }
      return isSlanting && !isMitred(path, box) || isCharacter(path, box) ? box : nil
    }
  }

  /// A side of a frame is so many times as long as it is thick.
  private static let longSide = 4.0

  /// True for a side of a frame, as web browsers fill those of two shades: where two of them meet their ends are cut at a slant.
  private func isMitred(_ path: [Point], _ box: Rectangle) -> Bool {
    let thickness = min(box.width, box.height)
    guard !hasCurve, path.count <= Self.mostCorners, thickness <= EdgeLines.thickestLine,
      max(box.width, box.height) >= Self.longSide * thickness
    else { return false }
    // A stroke of a character runs along it.
    return zip(path, path.dropFirst()).allSatisfy { from, to in
      let (across, along) = (abs(from.x - to.x), abs(from.y - to.y))
      return min(across, along) <= Self.straight || max(across, along) <= thickness + Self.straight
    }
  }

  func stroke(into lines: inout EdgeLines, clip: Rectangle) {
    if areRoundFrames {
      for box in boxes { Self.add(frame: box, box, to: &lines, clip: clip) }
      return
    }
    for path in subpaths where path.count >= 2 {
      guard let box = Self.bounds(path), !isCharacter(path, box) else { continue }
      // A frame drawn as a sliver (both long sides within a line's thickness) is one line.
      if path.count >= 4, min(box.width, box.height) <= 1.0 {
        lines.addBar(box, clip: clip)
        continue
      }
      for index in 1..<path.count { lines.addSegment(path[index - 1], path[index], kind: .line, clip: clip) }
    }
  }

  func fill(into lines: inout EdgeLines, clip: Rectangle) {
    let rings = rings(clip: clip)
    for ring in rings {
      guard let one = Self.bounds(subpaths[ring]), let other = Self.bounds(subpaths[ring + 1]) else { continue }
      Self.add(frame: one, other, to: &lines, clip: clip)
    }
    let ofRings = Set(rings.flatMap { [$0, $0 + 1] })
    for (index, path) in subpaths.enumerated() where !ofRings.contains(index) {
      guard path.count >= 3, let box = Self.bounds(path), !isCharacter(path, box) else { continue }
      let seen = box.within(clip)
      if min(box.width, box.height) <= EdgeLines.thickestLine {
        lines.addBar(box, clip: clip)
      } else if min(seen.width, seen.height) <= EdgeLines.thickestLine {
        // A large area of which the clip leaves a line.
        if min(seen.width, seen.height) > 0, max(seen.width, seen.height) > EdgeLines.thickestLine {
          lines.addBar(seen, clip: clip)
        }
      } else if !hasCurve, path.count <= Self.mostCorners {
        for index in 1..<path.count { lines.addSegment(path[index - 1], path[index], kind: .shade, clip: clip) }
        if let first = path.first, let last = path.last { lines.addSegment(last, first, kind: .shade, clip: clip) }
      }
    }
  }

  /// True for frames whose corners are rounded off, and nothing else.
  private var areRoundFrames: Bool {
    hasCurve
      && subpaths.allSatisfy { path in
        Self.bounds(path).map { max($0.width, $0.height) >= Self.leastRing && Self.isFrame(path, $0) } ?? true
      }
  }

  /// The subpaths that leave nothing but a line between themselves and the next: a frame, filled.
  private func rings(clip: Rectangle) -> [Int] {
    var result: [Int] = []
    for index in subpaths.indices.dropLast() where result.last != index - 1 {
      guard let one = Self.bounds(subpaths[index]), let other = Self.bounds(subpaths[index + 1]),
        Self.isFrame(subpaths[index], one), Self.isFrame(subpaths[index + 1], other)
      else { continue }
      let gaps = [one.left - other.left, one.top - other.top, other.right - one.right, other.bottom - one.bottom]
      let isRing =
        gaps.allSatisfy { 0 < $0 && $0 <= EdgeLines.thickestLine }
        || gaps.allSatisfy { -EdgeLines.thickestLine <= $0 && $0 < 0 }
      // Of a frame that is painted side by side the clip leaves one.
      let seen = one.within(clip)
      if isRing, min(seen.width, seen.height) > EdgeLines.thickestLine, max(one.width, one.height) >= Self.leastRing {
        result.append(index)
      }
    }
    return result
  }

  /// The lines in the middle between the outer and the inner edges of a frame, whichever comes first.
  private static func add(
    frame one: Rectangle, _ other: Rectangle, to lines: inout EdgeLines, clip: Rectangle
  ) {
    let (left, right) = ((one.left + other.left) / 2, (one.right + other.right) / 2)
    let (top, bottom) = ((one.top + other.top) / 2, (one.bottom + other.bottom) / 2)
    let corners: [Point] = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    for (from, to) in zip(corners, corners.dropFirst()) { lines.addSegment(from, to, kind: .line, clip: clip) }
  }

  /// A smaller one, in points, is a character: 口.
  private static let leastRing = 18.0
  /// No side of a frame is shorter, in points.
  private static let leastSide = 6.0
  /// So much of each side of a frame lies on the edge of what it takes up where its corners are rounded off.
  private static let straightShare = 0.4

  /// True for a rectangle, its corners rounded off or not.
  private static func isFrame(_ path: [Point], _ box: Rectangle) -> Bool {
    guard path.count >= 4, path.count <= mostOfFrame, min(box.width, box.height) >= leastSide else { return false }
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    for (from, to) in zip(path, path.dropFirst()) {
      let (x, y) = (abs(from.x - to.x), abs(from.y - to.y))
      if x <= onEdge, abs(from.x - box.left) <= onEdge { left = max(left, y) }
      if x <= onEdge, abs(from.x - box.right) <= onEdge { right = max(right, y) }
      if y <= onEdge, abs(from.y - box.top) <= onEdge { top = max(top, x) }
      if y <= onEdge, abs(from.y - box.bottom) <= onEdge { bottom = max(bottom, x) }
    }
    return min(left, right) >= straightShare * box.height && min(top, bottom) >= straightShare * box.width
  }
  /// Four sides, and as many pieces for each corner as writers of files draw it in.
  private static let mostOfFrame = 24

  /// True for the outline of a character (or a part of one): its strokes bound no cell, however near they come to one that does.
  private func isCharacter(_ path: [Point], _ box: Rectangle) -> Bool {
    // A curve alone may well be straight.
    max(box.width, box.height) < Self.largestCharacter && (hasCurve && path.count > 2 || path.count > Self.mostCorners)
  }

  private static func bounds(_ path: [Point]) -> Rectangle? {
    path.lazy.map { Rectangle(left: $0.x, top: $0.y, right: $0.x, bottom: $0.y) }.bounds()
  }
}
