// Output: rows of short texts → a table drawn with lines, its columns aligned for double-width characters.

/// A table to be drawn. The first column holds labels, the others numbers under headers.
struct Grid {
  /// A field, and how it is shown.
  struct Field {
    var text: String
    var role: Style.Role?
    /// Spaces before each of its lines.
    var indent = 0

    init(_ text: String, role: Style.Role? = nil) {
      self.text = text
      self.role = role
    }

    var displayWidth: Int { indent + text.displayWidth }
  }

  enum Line {
    case fields([Field])
    /// A label over the whole width.
    case group(String)
  }

  /// The headers of the columns, the first of which stands over the labels.
  var header: [Field]
  var body: [Line] = []

  /// The widest lines that a header is broken into, before labels have to give way.
  private static let headerLines = 1...4
  /// Labels are broken into lines down to this width, in columns.
  private static let leastLabelWidth = 16

  /// The lines of the drawing, at most `width` columns wide. Where the columns do not fit beside each other, they are drawn
  /// in parts, one below the other, each with the labels.
  func lines(width: Int, style: Style) -> [String] {
    let (widths, padding) = layout(width: width)
    let total = widths.reduce(1) { $0 + $1 + 2 * padding + 1 }
    if total > width && header.count > 2 {
      let middle = 1 + header.count / 2
      return [1..<middle, middle..<header.count].flatMap { part($0).lines(width: width, style: style) }
    }
    var lines = [edge(widths, padding, "┌", "┬", "┐")]
    lines += draw(header, widths, padding, style, isHeader: true)
    lines.append(edge(widths, padding, "├", "┼", "┤"))
    for line in body {
      switch line {
      case .fields(let fields): lines += draw(fields, widths, padding, style, isHeader: false)
      case .group(let label):
        let inner = widths.reduce(0) { $0 + $1 + 2 * padding + 1 } - 1 - 2 * padding
        let space = String(repeating: " ", count: padding)
        for text in label.wrapped(to: inner) { lines.append("│\(space)\(text.padded(to: inner))\(space)│") }
      }
    }
    lines.append(edge(widths, padding, "└", "┴", "┘"))
    return lines
  }

  /// The labels and some of the columns.
  private func part(_ columns: Range<Int>) -> Grid {
    Grid(
      header: [header[0]] + header[columns],
      body: body.map { line in
        guard case .fields(let fields) = line else { return line }
        return .fields([fields[0]] + fields[columns])
      })
  }

  /// The widths of the columns and the spaces on either side of a field: headers are broken into as few lines as will do; then
  /// the spaces go; then the labels are broken.
  private func layout(width: Int) -> (widths: [Int], padding: Int) {
    var chosen: (widths: [Int], padding: Int) = ([], 0)
    for padding in [1, 0] {
      for lines in Self.headerLines {
        var widths = columnWidths(headerLines: lines)
        let frame = widths.count * (2 * padding + 1) + 1
        let room = width - frame - widths.dropFirst().reduce(0, +)
        // A single column of numbers cannot be parted any more.
        let least = header.count > 2 ? Self.leastLabelWidth : 4
        widths[0] = min(widths[0], max(room, least))
        chosen = (widths, padding)
        if room >= min(widths[0], 24) { return chosen }
      }
    }
    return chosen
  }

  /// The least widths at which the headers take that many lines and everything else one.
  private func columnWidths(headerLines: Int) -> [Int] {
    header.indices.map { column in
      let widest = body.reduce(0) { widest, line in
        guard case .fields(let fields) = line else { return widest }
        return max(widest, fields[column].displayWidth)
      }
      if column == 0 { return max(widest, header[0].text.displayWidth) }
      var width = max(widest, 2)
      let fits = { (width: Int) in
        let lines = header[column].text.wrapped(to: width, breakingWords: false)
        return lines.count <= headerLines && !lines.contains { $0.displayWidth > width }
      }
      while !fits(width) {
        width += 1
      }
      return width
    }
  }

  private func edge(_ widths: [Int], _ padding: Int, _ left: String, _ middle: String, _ right: String) -> String {
    left + widths.map { String(repeating: "─", count: $0 + 2 * padding) }.joined(separator: middle) + right
  }

  private func draw(
    _ fields: [Field], _ widths: [Int], _ padding: Int, _ style: Style, isHeader: Bool
  ) -> [String] {
    let texts = fields.enumerated().map { column, field in
      let indent = String(repeating: " ", count: field.indent)
      return field.text.wrapped(to: widths[column] - field.indent).map { indent + $0 }
    }
    let height = texts.map(\.count).max() ?? 1
    let space = String(repeating: " ", count: padding)
    return (0..<height).map { line in
      let parts = fields.enumerated().map { column, field in
        // Numbers stand beside the first line of their label, headers just over the numbers.
        let first = isHeader ? height - texts[column].count : 0
        let text = texts[column].indices.contains(line - first) ? texts[column][line - first] : ""
        let padded = text.padded(to: widths[column], alignedRight: column > 0)
        return field.role.map { style.show(padded, as: $0) } ?? padded
      }
      return "│\(space)" + parts.joined(separator: "\(space)│\(space)") + "\(space)│"
    }
  }
}
