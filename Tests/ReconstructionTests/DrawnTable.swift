import DocumentModel

/// A ruled table drawn on a page, character by character.
struct DrawnTable {
  /// A cell: its text, and over how many columns and rows it reaches.
  struct Cell: ExpressibleByStringLiteral {
    var text: String
    var columns = 1
    var rows = 1

    init(_ text: String, columns: Int = 1, rows: Int = 1) {
      (self.text, self.columns, self.rows) = (text, columns, rows)
    }
    init(stringLiteral text: String) { self.init(text) }
  }
  var glyphs: [Glyph] = []
  var rulings: [Ruling] = []
  /// Where it ends, in points.
  var bottom: Double

  private static let size = 8.0
  private static let height = 12.0

  /// - Parameter widths: of the columns, in points.
  init(_ rows: [[Cell]], widths: [Double], left: Double = 40, top: Double) {
    var xs = [left]
    for width in widths { xs.append(xs.last! + width) }
    bottom = top + Self.height * Double(rows.count)
    var taken = Set<[Int]>()
    for (r, row) in rows.enumerated() {
      var c = 0
      for cell in row {
        while taken.contains([r, c]) { c += 1 }
        for y in r..<r + cell.rows { for x in c..<c + cell.columns { taken.insert([y, x]) } }
        let box = Rectangle(
          left: xs[c], top: top + Self.height * Double(r), right: xs[min(c + cell.columns, widths.count)],
          bottom: top + Self.height * Double(r + cell.rows))
        frame(box)
        glyphs += Self.line(cell.text, x: box.left + 2, y: box.midY - Self.size / 2)
        c += cell.columns
      }
    }
  }

  private mutating func frame(_ box: Rectangle) {
    for y in [box.top, box.bottom] {
      rulings.append(Ruling(kind: .line, isHorizontal: true, position: y, start: box.left, end: box.right))
    }
    for x in [box.left, box.right] {
      rulings.append(Ruling(kind: .line, isHorizontal: false, position: x, start: box.top, end: box.bottom))
    }
  }

  /// A line of text: ideographs as wide as high, everything else half as wide.
  static func line(_ text: String, x: Double, y: Double, size: Double = size) -> [Glyph] {
    var left = x
    return text.unicodeScalars.map { scalar in
      let width = scalar.value < 0x2000 ? size / 2 : size
      defer { left += width }
      return Glyph(character: scalar, box: Rectangle(left: left, top: y, right: left + width, bottom: y + size))
    }
  }
}

extension Document {
  /// Pages of 900 × 900 points with tables, below one another, under a title on the first one.
  init(_ pages: [[DrawnTable]], title: String = "临溪市教育局2023年政府信息公开工作年度报告", lines: [Glyph] = []) {
    self.init(
      content: .pages(
        pages.enumerated().map { index, tables in
          Page(
            number: index + 1, width: 900, height: 900,
            glyphs: (index == 0 ? DrawnTable.line(title, x: 120, y: 30, size: 14) + lines : [])
              + tables.flatMap(\.glyphs))
        }), rulings: { pages[$0 - 1].flatMap(\.rulings) })
  }
}
