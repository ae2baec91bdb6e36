// Reconstruction: the lines drawn on a page → the same, the frames of cells that are framed each by itself grown until they meet.
import DocumentModel

/// Web pages frame each cell by itself, and leave room between the frames (`border-spacing`) that is no row and no column; so do double lines about
/// each cell.
enum SeparateFrames {
  /// The innermost lines of two neighbouring frames are no further apart than this, in points.
  private static let widest = 9.5
  /// The lines of a frame meet at its corners within this, in points.
  private static let corner = 1.6
  /// Two frames with no more than this between their lines, in points, are one that is drawn double.
  private static let double = 4.8
  /// A frame that holds a character is no smaller than this either way, in points.
  private static let smallest = 5.0
  /// Fewer frames with room to the next make no table.
  private static let least = 8
  /// More frames, and more lines, are no page of a report.
  private static let most = 3_000
  private static let mostLines = 10_000
  /// Nor do lines meet more often on one.
  private static let mostMeetings = 400_000
  /// Lines that end within this of the room, in points, end in it: those of frames that a page break cuts open are less exact.
  private static let slack = 1.5

  /// One cell's frame: its outermost and its innermost lines.
  private struct Frame {
    var outer: Rectangle
    var inner: Rectangle
  }

  static func closed(_ rulings: [Ruling]) -> [Ruling] {
    let frames = frames(rulings)
    guard frames.count >= least else { return rulings }
    let (beside, under) = (neighbours(frames, .across), neighbours(frames, .down))
    let (across, down) = (rooms(frames, beside, .across), rooms(frames, under, .down))
    guard !across.isEmpty || !down.isEmpty else { return rulings }
    var result = rulings
    // Frames that stand beside or under one another, each group a table.
    var sets = DisjointSets(count: frames.count)
    for (one, other) in beside + under { sets.join(one, other) }
    let groups = sets.members
    let bounds = groups.map { $0.lazy.map { frames[$0].outer }.bounds()! }
    for (index, group) in groups.enumerated() {
      let own = Set(group)
      let box = bounds[index]
      let xs = Rooms(across.filter { own.contains($0.frame) }, from: box.left, to: box.right)
      let ys = Rooms(down.filter { own.contains($0.frame) }, from: box.top, to: box.bottom)
      guard xs.isAny || ys.isAny else { continue }
      // Rows that the ends of the page cut open are no frames, and go on from them.
      let others = bounds.enumerated().filter { $0.offset != index && $0.element.horizontalOverlap(box) > 0 }.map(
        \.element)
      let top = others.lazy.map(\.bottom).filter { $0 <= box.top }.max() ?? -.infinity
      let bottom = others.lazy.map(\.top).filter { $0 >= box.bottom }.min() ?? .infinity
      for (index, ruling) in rulings.enumerated() where ruling.kind == .line {
        let (x, y) =
          ruling.isHorizontal
          ? (ruling.start...ruling.end, ruling.position...ruling.position)
          : (ruling.position...ruling.position, ruling.start...ruling.end)
        guard x.upperBound >= box.left - widest, x.lowerBound <= box.right + widest, y.upperBound > top,
          y.lowerBound < bottom
        else { continue }
        let (position, along) = ruling.isHorizontal ? (ys, xs) : (xs, ys)
        result[index].position = position.middle(ruling.position)
        result[index].start = along.middle(ruling.start)
        result[index].end = along.middle(ruling.end)
      }
    }
    return result.filter { $0.kind != .line || $0.start < $0.end }
  }

  // MARK: Room between frames

  private enum Axis { case across, down }

  /// What lies between a frame and its neighbour.
  private struct Room {
    var frame: Int
    var range: ClosedRange<Double>
  }

  /// The room between each frame and the next one that stands beside or under it; none where most of them share their lines.
  private static func rooms(_ frames: [Frame], _ neighbours: [(Int, Int)], _ axis: Axis) -> [Room] {
    var result: [Room] = []
    var shared = 0
    for (index, next) in neighbours {
      let (from, to) =
        axis == .across
        ? (frames[index].inner.right, frames[next].inner.left) : (frames[index].inner.bottom, frames[next].inner.top)
      if to - from <= GridBuilder.snap {
        shared += 1
      } else if to - from <= widest {
        result.append(Room(frame: index, range: from...to))
      }
    }
    guard result.count >= least / 2, result.count > 2 * shared else { return [] }
    // It is the same between all cells of a table.
    let widths = result.map { $0.range.upperBound - $0.range.lowerBound }.sorted()
    let usual = widths[widths.count / 2]
    let alike = result.filter { abs($0.range.upperBound - $0.range.lowerBound - usual) <= corner }
    return 5 * alike.count >= 4 * result.count ? alike : []
  }

  /// For each frame the nearest one beside or under it that it has half a side in common with.
  private static func neighbours(_ frames: [Frame], _ axis: Axis) -> [(Int, Int)] {
    let order = frames.indices.sorted { start(frames[$0].outer, axis) < start(frames[$1].outer, axis) }
    return order.enumerated().compactMap { place, index in
      let own = frames[index].outer
      let next = order[(place + 1)...].lazy.prefix { start(frames[$0].outer, axis) <= end(own, axis) + widest }
        .first { other in
          let box = frames[other].outer
          let common = axis == .across ? own.verticalOverlap(box) : own.horizontalOverlap(box)
          let side = axis == .across ? min(own.height, box.height) : min(own.width, box.width)
          return start(box, axis) >= end(own, axis) - double && 2 * common >= side
        }
      return next.map { (index, $0) }
    }
  }

  private static func start(_ box: Rectangle, _ axis: Axis) -> Double { axis == .across ? box.left : box.top }
  private static func end(_ box: Rectangle, _ axis: Axis) -> Double { axis == .across ? box.right : box.bottom }

  /// The rooms of a table along one axis: what ends within one ends in its middle.
  private struct Rooms {
    private var ranges: [ClosedRange<Double>] = []
    private let from: Double
    private let to: Double

    var isAny: Bool { !ranges.isEmpty }

    init(_ rooms: [Room], from: Double, to: Double) {
      (self.from, self.to) = (from, to)
      for range in rooms.map(\.range).sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = ranges.last, range.lowerBound <= last.upperBound {
          ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
        } else {
          ranges.append(range)
        }
      }
      if ranges.contains(where: { $0.upperBound - $0.lowerBound > widest + corner }) { ranges = [] }
    }

    /// Lines about the whole table are its outer edges.
    func middle(_ value: Double) -> Double {
      guard let first = ranges.first else { return value }
      let reach = first.upperBound - first.lowerBound + corner
      if value < from, value >= from - reach { return from }
      if value > to, value <= to + reach { return to }
      let own = ranges.first { $0.lowerBound - slack <= value && value <= $0.upperBound + slack }
      return own.map { ($0.lowerBound + $0.upperBound) / 2 } ?? value
    }
  }

  // MARK: Frames

  /// The closed frames that hold no others.
  private static func frames(_ rulings: [Ruling]) -> [Frame] {
    let lines = rulings.filter { $0.kind == .line }
    guard lines.count >= 4 * least, lines.count <= mostLines else { return [] }
    let horizontal = Corners(lines.filter(\.isHorizontal))
    let vertical = Corners(lines.filter { !$0.isHorizontal })
    var boxes: [Rectangle] = []
    var meetings = 0
    for top in lines where top.isHorizontal && top.end - top.start >= smallest {
      let left = vertical.near(start: top.position, position: top.start)
      if left.isEmpty { continue }
      let right = vertical.near(start: top.position, position: top.end)
      meetings += left.count * (right.count + 1)
      if meetings > mostMeetings { return [] }
      for side in left where side.end - side.start >= smallest {
        meetings += horizontal.count(near: top.start, side.end)
        if meetings > mostMeetings { return [] }
        guard right.contains(where: { abs($0.end - side.end) <= corner }),
          horizontal.near(start: top.start, position: side.end).contains(where: { abs($0.end - top.end) <= corner })
        else { continue }
        let box = Rectangle(left: top.start, top: top.position, right: top.end, bottom: side.end)
        boxes.append(box)
        if boxes.count > most { return [] }
      }
    }
    // Each with those that are drawn close within it.
    let order = boxes.sorted { $0.width * $0.height < $1.width * $1.height }
    var result: [Frame] = []
    for box in order {
      let held = result.firstIndex { box.contains(x: $0.outer.midX, y: $0.outer.midY) && !isSame($0.outer, box) }
      if let held {
        if isAround(box, result[held].outer) { result[held].outer = box }
      } else if !result.contains(where: { isSame($0.outer, box) }) {
        result.append(Frame(outer: box, inner: box))
      }
    }
    return result
  }

  private static func isSame(_ one: Rectangle, _ other: Rectangle) -> Bool {
    abs(one.left - other.left) <= corner && abs(one.top - other.top) <= corner && abs(one.right - other.right) <= corner
      && abs(one.bottom - other.bottom) <= corner
  }

  private static func isAround(_ box: Rectangle, _ inner: Rectangle) -> Bool {
    [inner.left - box.left, inner.top - box.top, box.right - inner.right, box.bottom - inner.bottom]
      .allSatisfy { $0 <= double }
  }

  /// Lines by where they begin.
  private struct Corners {
    private struct Key: Hashable {
      var start: Int
      var position: Int
    }
    private var lines: [Key: [Ruling]] = [:]

    init(_ lines: [Ruling]) {
      self.lines = Dictionary(grouping: lines) { Key(start: Self.key($0.start), position: Self.key($0.position)) }
    }

    private static func key(_ value: Double) -> Int { PageCleaner.column(value / 4) }

    private func bunches(_ start: Double, _ position: Double) -> [[Ruling]] {
      Set([Self.key(start - corner), Self.key(start + corner)]).flatMap { start in
        Set([Self.key(position - corner), Self.key(position + corner)]).compactMap {
          lines[Key(start: start, position: $0)]
        }
      }
    }

    /// How many lines are looked at to find those that begin there.
    func count(near start: Double, _ position: Double) -> Int {
      bunches(start, position).reduce(0) { $0 + $1.count }
    }

    /// The lines that begin there.
    func near(start: Double, position: Double) -> [Ruling] {
      bunches(start, position).joined().filter {
        abs($0.start - start) <= corner && abs($0.position - position) <= corner
      }
    }
  }
}
