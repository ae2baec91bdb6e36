// GongkaiCommand: the lines of a text → SVG: fields coloured by what they were read as, and beside each line its row of the form.
import DocumentModel
import Output
import Reconstruction
import ReportModel
import Statute

/// A text whose tables were flattened. Its lines are drawn in columns as an editor shows them: ideographs two columns wide.
struct SketchText {
  private struct Field {
    var table: TableID
    var mark: Sketch.CellMark
    /// Columns of the line, from 0; nil where the line does not show which part of it is meant.
    var columns: Range<Int>?
    var isFirst: Bool
  }
  private struct Line {
    var number: Int
    var text: String
    var fields: [Field] = []
    var notes: [String] = []
  }

  /// The width of a column and the height of a line, in points.
  private static let (column, lineHeight) = (4.0, 13.0)
  /// Lines without a gap are running text, cut behind this many columns.
  private static let mostColumns = 110
  /// Lines shown before and behind each table.
  private static let around = 2
  private static let left = 34.0

  private var lines: [Line] = []
  private var rest: [(table: TableID, row: RowID, cells: [Sketch.CellMark])] = []
  private let title: String

  init(_ sketch: Sketch) {
    title = sketch.tables.map { table in
      "\(table.id.rawValue): \(table.template.rawValue), \(table.method)"
        + (table.isProven ? say("，合计全部成立", ", proven by its sums") : "")
    }.joined(separator: " · ")
    let numbers = sketch.lines.map(\.number)
    var all = sketch.lines.map { Line(number: $0.number, text: $0.text) }
    var shown = Set<Int>()
    for table in sketch.tables {
      for row in table.rows {
        let own = row.places.compactMap(\.line).compactMap(numbers.firstIndex(of:))
        if let first = own.first { all[first].notes.append(SketchStyle.name(row, of: table.id)) }
        shown.formUnion(own)
      }
      for mark in table.cells {
        for (index, place) in mark.cell.places.enumerated() {
          guard let number = place.line, let line = numbers.firstIndex(of: number) else { continue }
          all[line].fields.append(Field(table: table.id, mark: mark, isFirst: index == 0))
          shown.insert(line)
        }
      }
      rest += SketchStyle.unplaced(table).map { (table.id, $0.row, $0.cells) }
    }
    if shown.isEmpty { shown = Set(all.indices) }
    let wanted = shown.flatMap { ($0 - Self.around)...($0 + Self.around) }
    lines = Set(wanted).intersection(all.indices).sorted().map { Self.placed(all[$0]) }
  }

  private var textWidth: Double {
    Self.left + Self.column * Double(lines.map { Self.spaced($0.text).displayWidth }.max() ?? 0)
  }
  var width: Double { textWidth + 2 * SketchStyle.margin }
  var height: Double {
    SketchStyle.titleHeight + Self.lineHeight * Double(lines.count + 1) + SketchStyle.lineHeight
      * Double(rest.count + 1)
  }

  /// Draws the text with its top at `y`.
  func draw(_ svg: inout Markup, y top: Double) {
    svg.line(title.isEmpty ? say("未找到表", "no table found") : title, "title", x: 0, y: top + 12)
    var y = top + SketchStyle.titleHeight
    var before: Int?
    for line in lines {
      if let before, line.number > before + 1 {
        svg.element(
          "line",
          attributes: { rule in
            rule.attribute("class", "lead")
            rule.attribute("x1", points: 0)
            rule.attribute("x2", points: textWidth)
            rule.attribute("y1", points: y)
            rule.attribute("y2", points: y)
          }, content: { _ in })
      }
      before = line.number
      draw(&svg, line, y: y)
      y += Self.lineHeight
    }
    y += SketchStyle.lineHeight
    for (table, row, cells) in rest {
      svg.line("note", x: 0, y: y + 5.5) { text in
        text.text("\(table.rawValue) \(row.rawValue): ")
        text.readings(cells, of: table)
      }
      y += SketchStyle.lineHeight
    }
  }

  private func draw(_ svg: inout Markup, _ line: Line, y: Double) {
    let base = y + 9
    for field in line.fields {
      guard let columns = field.columns else { continue }
      svg.cell(
        field.mark, of: field.table, left: Self.x(columns.lowerBound) - 1, top: y + 1,
        right: Self.x(columns.upperBound) + 1,
        bottom: y + 12, isFirst: field.isFirst)
    }
    svg.line("\(line.number)", "note quiet", x: Self.left - 6, y: base) { $0.attribute("text-anchor", "end") }
    // Each run of one width is drawn by itself, so that whatever font there is keeps to the columns.
    for run in Self.runs(Self.spaced(line.text)) {
      svg.line(run.text, "code", x: Self.x(run.start), y: base) {
        $0.attribute("textLength", points: Self.column * Double(run.width))
        $0.attribute("lengthAdjust", "spacingAndGlyphs")
      }
    }
    guard !line.notes.isEmpty || !line.fields.isEmpty else { return }
    svg.line("note", x: textWidth + 14, y: base) { text in
      text.text(line.notes.joined(separator: " ; ") + (line.fields.isEmpty ? "" : ": "))
      var marks = line.fields[...]
      while let first = marks.first {
        let own = marks.prefix { $0.table == first.table && $0.mark.row == first.mark.row }
        if line.notes.isEmpty || own.count < line.fields.count { text.text(" \(first.mark.row.rawValue) ") }
        text.readings(own.map(\.mark), of: first.table)
        marks = marks.dropFirst(own.count)
      }
    }
  }

  private static func x(_ column: Int) -> Double { left + Self.column * Double(column) }

  /// Tabs as one space each: fields between them stay apart.
  private static func spaced(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\t" ? " " : $0 })).printable
  }

  /// Words of one width each, with the columns where they start.
  private static func runs(_ text: String) -> [(text: String, start: Int, width: Int)] {
    var runs: [(text: String, start: Int, width: Int)] = []
    var column = 0
    var isOpen = false
    for character in text {
      let width = String(character).displayWidth
      defer { column += width }
      if character == " " || width == 0 {
        isOpen = false
      } else if isOpen, let last = runs.last, last.width == width * last.text.count {
        runs[runs.count - 1].text.append(character)
        runs[runs.count - 1].width += width
      } else {
        runs.append((String(character), column, width))
        isOpen = true
      }
    }
    return runs
  }

  /// The line with the places of its fields: labels stand left of numbers, so the last field is looked for first.
  private static func placed(_ line: Line) -> Line {
    var line = line
    if line.fields.isEmpty, !line.text.contains("  "), !line.text.contains("\t"),
      spaced(line.text).displayWidth > mostColumns
    {
      var text = line.text.unicodeScalars
      while String(text).displayWidth >= mostColumns { text.removeLast() }
      line.text = String(text) + "…"
      return line
    }
    let scalars = Array(line.text.unicodeScalars)
    let solid = scalars.indices.filter { !scalars[$0].properties.isWhitespace }
    var end = solid.count
    for index in line.fields.indices.reversed() {
      let wanted = Array(line.fields[index].mark.cell.text.unicodeScalars)
      guard !wanted.isEmpty, wanted.count <= end else { continue }
      guard
        let start = (0...(end - wanted.count)).reversed().first(where: { start in
          zip(wanted, solid[start...]).allSatisfy { $0 == scalars[$1] }
            && isEdge(scalars, before: solid[start]) && isEdge(scalars, behind: solid[start + wanted.count - 1])
        })
      else { continue }
      let (first, last) = (solid[start], solid[start + wanted.count - 1])
      let column = spaced(String(String.UnicodeScalarView(scalars[..<first]))).displayWidth
      let width = spaced(String(String.UnicodeScalarView(scalars[first...last]))).displayWidth
      line.fields[index].columns = column..<(column + width)
      end = start
    }
    return line
  }

  private static func isEdge(_ scalars: [Unicode.Scalar], before index: Int) -> Bool {
    index == 0 || !isOfNumber(scalars[index]) || !isOfNumber(scalars[index - 1])
  }

  private static func isEdge(_ scalars: [Unicode.Scalar], behind index: Int) -> Bool {
    index + 1 == scalars.count || !isOfNumber(scalars[index]) || !isOfNumber(scalars[index + 1])
  }

  private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil || ".,．，".unicodeScalars.contains(scalar)
  }
}

extension Place {
  fileprivate var line: Int? { if case .line(let number) = self { number } else { nil } }
}
