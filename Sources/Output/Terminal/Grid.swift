// Output: rows of short texts → a table drawn with lines, its columns aligned for double-width characters.

/// A table to be drawn. Every row has as many fields as there are columns.
struct Grid {
  /// A field, and how it is shown; `mark` stands beside it, also where there is no colour.
  struct Field {
    var text: String
    var role: Style.Role?
    var isNumber = false
  }

  var rows: [[Field]] = []
  /// Rows before these indices have a line above them.
  var rules: Set<Int> = []

  /// The lines of the drawing, at most `width` columns wide: the first column gives way, wrapped over several lines.
  func lines(width: Int, style: Style) -> [String] {
    guard let count = rows.first?.count, count > 0 else { return [] }
    var widths = (0..<count).map { column in rows.map { $0[column].text.displayWidth }.max() ?? 0 }
    // Every column costs a bar and two spaces, and the last bar one more.
    let others = widths.dropFirst().reduce(0, +) + 3 * count + 1
    widths[0] = min(widths[0], max(12, width - others))
    var lines = [edge(widths, "┌", "┬", "┐")]
    for (index, row) in rows.enumerated() {
      if rules.contains(index) { lines.append(edge(widths, "├", "┼", "┤")) }
      lines += draw(row, widths: widths, style: style)
    }
    lines.append(edge(widths, "└", "┴", "┘"))
    return lines
  }

  private func edge(_ widths: [Int], _ left: String, _ middle: String, _ right: String) -> String {
    left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
  }

  private func draw(_ row: [Field], widths: [Int], style: Style) -> [String] {
    let texts = row.enumerated().map { column, field in field.text.wrapped(to: widths[column]) }
    let height = texts.map(\.count).max() ?? 1
    return (0..<height).map { line in
      let fields = row.enumerated().map { column, field in
        let text = line < texts[column].count ? texts[column][line] : ""
        let padded = text.padded(to: widths[column], alignedRight: field.isNumber)
        return field.role.map { style.show(padded, as: $0) } ?? padded
      }
      return "│ " + fields.joined(separator: " │ ") + " │"
    }
  }
}
