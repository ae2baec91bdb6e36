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

  /// Text that runs up or down prints its characters on their side: digits wider than high, and more steps along the page than across it.
  static func of(_ page: Page) -> PageOrientation {
    var across = 0
    var down = 0
    var up = 0
    for (a, b) in zip(page.glyphs, page.glyphs.dropFirst()) {
      let dx = b.box.midX - a.box.midX
      let dy = b.box.midY - a.box.midY
      let size = max(a.box.height, a.box.width)
      guard abs(dx) + abs(dy) < 2 * size else { continue }
      if abs(dx) >= abs(dy) {
        across += 1
      } else if dy > 0 {
        down += 1
      } else {
        up += 1
      }
    }
    let digits = page.glyphs.filter { Wording.isDigit($0.character) }
    let onTheirSide = digits.count { $0.box.width > $0.box.height }
    guard max(down, up) > 2 * across, 2 * onTheirSide > digits.count else { return .upright }
    return down > up ? .downward : .upward
  }

  /// A box of the page as displayed, on the page turned upright.
  func turned(_ box: Rectangle, width: Double, height: Double) -> Rectangle {
    switch self {
    case .upright: box
    case .downward:
      Rectangle(left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
    case .upward:
      Rectangle(left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
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
    }
  }

  func turned(_ page: Page) -> Page {
    guard case .upright = self else {
      var result = page
      result.width = page.height
      result.height = page.width
      result.glyphs = page.glyphs.map {
        Glyph(
          character: $0.character, box: turned($0.box, width: page.width, height: page.height), isHidden: $0.isHidden)
      }
      return result
    }
    return page
  }

  func turned(_ ruling: Ruling, width: Double, height: Double) -> Ruling {
    guard case .upright = self else {
      let box =
        ruling.isHorizontal
        ? Rectangle(left: ruling.start, top: ruling.position, right: ruling.end, bottom: ruling.position)
        : Rectangle(left: ruling.position, top: ruling.start, right: ruling.position, bottom: ruling.end)
      let turned = turned(box, width: width, height: height)
      return ruling.isHorizontal
        ? Ruling(kind: ruling.kind, isHorizontal: false, position: turned.left, start: turned.top, end: turned.bottom)
        : Ruling(kind: ruling.kind, isHorizontal: true, position: turned.top, start: turned.left, end: turned.right)
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
