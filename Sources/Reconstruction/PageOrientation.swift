// Reconstruction: a page whose text runs up or down → the page turned upright, and places turned back.
import DocumentModel
import ReportModel

/// How a page has to be turned so that its lines run from left to right. A table set on its side on an upright page is read like any other, and its
/// places are given on the page as displayed.
enum PageOrientation: Sendable {
  case upright
  /// The lines run from top to bottom; turned to the left they are upright.
  case downward
  /// The lines run from bottom to top; turned to the right they are upright.
  case upward
  /// The page stands on its head.
  case upsideDown

  /// Text that runs up or down prints its characters on their side: digits wider than high, and more steps along the page than across it. Which
  /// of the ways it is, where the page is not upright, the words of the form tell: characters of a file stand in any order.
  static func of(_ page: Page) -> PageOrientation {
    let glyphs = once(page.glyphs)
    let (right, left, down, up) = steps(glyphs)
    if down + up > 2 * (right + left), areOnTheirSide(glyphs.filter { Wording.isDigit($0.character) }.map(\.box)) {
      return readable(page, [.downward, .upward], likely: down > up ? .downward : .upward)
    }
    if left > right || readsBackwards(glyphs) { return readable(page, [.upright, .upsideDown], likely: .upsideDown) }
    return .upright
  }

  /// Whether most digits are wider than high. Digits of full width are as wide as high either way and tell nothing; where a page has no others, its
  /// lines that run up or down do.
  private static func areOnTheirSide(_ digits: [Rectangle]) -> Bool {
    let telling = digits.filter { max($0.width, $0.height) > square * min($0.width, $0.height) }
    guard !telling.isEmpty else { return !digits.isEmpty }
    return 2 * telling.count { $0.width > $0.height } > telling.count
  }

  /// Boxes whose sides differ by less are squares.
  private static let square = 1.15

  /// Words that are read from their end on are no chance when there are so many.
  private static let fewestWords = 8

  /// True where the words of the form stand from their last character to their first, as the lines of a page on its head do when they are taken from
  /// left to right.
  private static func readsBackwards(_ glyphs: [Glyph]) -> Bool {
    var (forward, backward) = (0, 0)
    for (one, other) in zip(glyphs, glyphs.dropFirst()) {
      if pairs.contains(key(one.character, other.character)) { forward += 1 }
      if pairs.contains(key(other.character, one.character)) { backward += 1 }
    }
    return backward >= fewestWords && backward > 2 * forward
  }
  private static let pairs = Set(words.map { key($0[0], $0[1]) })

  /// Two characters as one number: pages have thousands of them.
  private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  /// So many steps between words along the page are a line of its own.
  private static let line = 12

  /// True for a page that has to be turned to read its text, and then has other text on its side: a table that is set sideways among upright lines.
  static func isMixed(_ page: Page) -> Bool {
    guard [.downward, .upward].contains(of(page)) else { return false }
    let (right, left, _, _) = steps(once(page.glyphs).filter { Wording.isIdeograph($0.character) })
    return right + left >= line
  }

  /// How many characters stand to the right of the one before them, to its left, below and above.
  private static func steps(_ glyphs: [Glyph]) -> (right: Int, left: Int, down: Int, up: Int) {
    var (right, left, down, up) = (0, 0, 0, 0)
    for (a, b) in zip(glyphs, glyphs.dropFirst()) {
      let dx = b.box.midX - a.box.midX
      let dy = b.box.midY - a.box.midY
      let size = max(a.box.height, a.box.width)
      guard abs(dx) + abs(dy) < 2 * size else { continue }
      if abs(dx) >= abs(dy) {
        if dx >= 0 { right += 1 } else { left += 1 }
      } else if dy > 0 {
        down += 1
      } else {
        up += 1
      }
    }
    return (right, left, down, up)
  }

  private static let words = [
    "政府", "信息", "公开", "申请", "行政", "情况", "数量", "机构", "总计", "其他", "属于", "处理", "结转", "予以", "组织", "报告",
  ]
  .map { Array($0.unicodeScalars) }

  /// Of two ways to turn a page the one in which its lines read as words of the form; the likely one where neither does more.
  private static func readable(
    _ page: Page, _ ways: [PageOrientation], likely: PageOrientation
  ) -> PageOrientation {
    let found = ways.map { way in
      LineAssembler.lines(way.turned(page).glyphs, page: page.number).reduce(0) { sum, line in
        let text = Array(line.text.unicodeScalars)
        return sum + words.count { text.contains($0) }
      }
    }
    guard let most = found.max(), found.count(where: { $0 == most }) == 1 else { return likely }
    return ways[found.firstIndex(of: most)!]
  }

  /// Without characters that are printed twice (a fake bold): the step from one copy to the other, or back, is no step along a line.
  private static func once(_ glyphs: [Glyph]) -> [Glyph] {
    var result: [Glyph] = []
    result.reserveCapacity(glyphs.count)
    for glyph in glyphs {
      let isCopy = result.suffix(4).contains { other in
        other.character == glyph.character
          && abs(other.box.midX - glyph.box.midX) + abs(other.box.midY - glyph.box.midY)
            < PageCleaner.doubled * max(2, min(glyph.box.width, glyph.box.height))
      }
      if !isCopy { result.append(glyph) }
    }
    return result
  }

  /// A box of the page as displayed, on the page turned upright.
  func turned(_ box: Rectangle, width: Double, height: Double) -> Rectangle {
    switch self {
    case .upright: box
    case .downward:
      Rectangle(left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
    case .upward:
      Rectangle(left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
    case .upsideDown:
      Rectangle(left: width - box.right, top: height - box.bottom, right: width - box.left, bottom: height - box.top)
    }
  }

  /// The inverse of `turned`; width and height of the page as displayed.
  func turnedBack(_ box: Rectangle, width: Double, height: Double) -> Rectangle {
    switch self {
    case .upright: box
    case .downward:
      Rectangle(left: width - box.bottom, top: box.left, right: width - box.top, bottom: box.right)
    case .upward:
      Rectangle(left: box.top, top: height - box.right, right: box.bottom, bottom: height - box.left)
    case .upsideDown: turned(box, width: width, height: height)
    }
  }

  /// Heights of characters, in points; a damaged file can state any.
  private static let heights = 1.0...1_000.0

  /// The page turned upright. The boxes of characters on their side may be given with the font's ascent where its descent is: the baselines
  /// (`starts`, on the page as displayed) show it.
  func turned(_ page: Page, starts: [SidewaysText]) -> Page {
    var result = turned(page)
    guard self == .downward || self == .upward, !starts.isEmpty else { return result }
    let starts = starts.map {
      turned(Rectangle(left: $0.x, top: $0.y, right: $0.x, bottom: $0.y), width: page.width, height: page.height)
    }
    let byColumn = Dictionary(grouping: starts) { PageCleaner.column($0.left) }
    // For boxes of each height the share of it that lies over the baseline.
    var shares: [Int: [Double]] = [:]
    for box in result.glyphs.lazy.map(\.box) where Self.heights.contains(box.height) {
      for key in (PageCleaner.column(box.left) - 1)...(PageCleaner.column(box.left) + 1) {
        for start in byColumn[key] ?? []
        where abs(start.left - box.left) <= 0.25 * max(2, box.width) && start.top > box.top && start.top < box.bottom {
          shares[Int(2 * box.height), default: []].append((start.top - box.top) / box.height)
        }
      }
    }
    let over = shares.mapValues { $0.sorted()[$0.count / 2] }
    for index in result.glyphs.indices {
      let height = result.glyphs[index].box.height
      guard Self.heights.contains(height), let share = over[Int(2 * height)], share < 0.5 else { continue }
      result.glyphs[index].box.top += (2 * share - 1) * height
      result.glyphs[index].box.bottom += (2 * share - 1) * height
    }
    return result
  }

  func turned(_ page: Page) -> Page {
    guard case .upright = self else {
      var result = page
      if self != .upsideDown { (result.width, result.height) = (page.height, page.width) }
      result.glyphs = page.glyphs.map {
        Glyph(
          character: $0.character, box: turned($0.box, width: page.width, height: page.height), isHidden: $0.isHidden)
      }
      return result
    }
    return page
  }

  func turned(_ text: HiddenText, width: Double, height: Double) -> HiddenText {
    let place = turned(
      Rectangle(left: text.x, top: text.y, right: text.x, bottom: text.y), width: width, height: height)
    return HiddenText(x: place.left, y: place.top, isInvisible: text.isInvisible)
  }

  func turned(_ ruling: Ruling, width: Double, height: Double) -> Ruling {
    guard case .upright = self else {
      let box =
        ruling.isHorizontal
        ? Rectangle(left: ruling.start, top: ruling.position, right: ruling.end, bottom: ruling.position)
        : Rectangle(left: ruling.position, top: ruling.start, right: ruling.position, bottom: ruling.end)
      let turned = turned(box, width: width, height: height)
      return ruling.isHorizontal == (self == .upsideDown)
        ? Ruling(kind: ruling.kind, isHorizontal: true, position: turned.top, start: turned.left, end: turned.right)
        : Ruling(kind: ruling.kind, isHorizontal: false, position: turned.left, start: turned.top, end: turned.bottom)
    }
    return ruling
  }
}

extension TableReading {
  /// All places mapped.
  mutating func mapPlaces(_ map: (Place) -> Place) {
    for id in tables.keys {
      var table = tables[id]!
      table.places = table.places.map(map)
      for r in table.rows.indices {
        table.rows[r].labelPlaces = table.rows[r].labelPlaces.map(map)
        for c in table.rows[r].cells.indices {
          table.rows[r].cells[c].cell.places = table.rows[r].cells[c].cell.places.map(map)
        }
      }
      for e in table.extras.indices { table.extras[e].places = table.extras[e].places.map(map) }
      tables[id] = table
    }
    items = items.map { item in
      guard case .line(var line) = item else { return item }
      line.place = map(line.place)
      return .line(line)
    }
  }
}
