// GongkaiCommand: what the drawings of `inspect` share: colours, sizes, the legend, numbers.
import Output
import Reconstruction
import ReportModel
import Statute

enum SketchStyle {
  /// The room beside a page or text in which rows are named, in points.
  static let margin = 300.0
  /// The height of a line of small text, in points.
  static let lineHeight = 7.5
  /// The height of a title, in points.
  static let titleHeight = 22.0

  static let sheet: StaticString = """
    text { font-family: "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; fill: #1d232b; }
    .title { font-size: 10px; font-weight: bold; } .note { font-size: 5.5px; } .tiny { font-size: 4px; }
    .code { font-family: "Noto Sans Mono CJK SC", monospace; font-size: 8px; white-space: pre; } .quiet { fill: #7a8491; }
    .paper { fill: #fff; stroke: #b8c0ca; stroke-width: .5; } image { opacity: .7; }
    .word { fill: none; stroke: #8a94a1; stroke-width: .25; } .hidden { stroke: #cf222e; stroke-dasharray: 1 1; stroke-width: .5; }
    .ruling { fill: none; stroke: #0a7ea4; stroke-width: 1; stroke-opacity: .6; } .shade { stroke: #e07b00; }
    .grid { fill: none; stroke: #0a7ea4; stroke-width: .3; stroke-dasharray: 1.5 1.5; }
    .column { fill: #8250df; fill-opacity: .05; stroke: #8250df; stroke-width: .5; stroke-opacity: .7; }
    .row { fill: none; stroke: #b35900; stroke-width: .5; } .lead { stroke: #b35900; stroke-width: .3; fill: none; }
    .columnName { fill: #6639ba; } .rowName { fill: #8f4700; } .columnName, .rowName, .tiny { paint-order: stroke; stroke: #fff;
      stroke-width: 1.2px; stroke-opacity: .85; }
    .cell { fill-opacity: .3; stroke-width: .6; } .cell:target { stroke-width: 2; }
    .number { fill: #2da44e; stroke: #1a7f37; } .blank { fill: #54aeff; stroke: #0969da; stroke-dasharray: 2 1; }
    .placeholder { fill: #c297ff; stroke: #8250df; stroke-dasharray: 2 1; } .text { fill: #f2c14b; stroke: #9a6700; }
    .unread { fill: #ff8182; stroke: #cf222e; stroke-width: 1.2; }
    text .number { fill: #116329; stroke: none; } text .blank { fill: #0550ae; stroke: none; }
    text .placeholder { fill: #6639ba; stroke: none; } text .text { fill: #7d4e00; stroke: none; }
    text .unread { fill: #a40e26; stroke: none; font-weight: bold; }
    """

  /// The states in the order of the legend.
  static let states: [Cell.State] = [.number, .blank, .placeholder, .text, .unread]

  /// Draws the legend.
  static func legend(_ svg: inout Markup, isPDF: Bool, y: Double) {
    var x = 0.0
    func entry(_ kind: String, _ name: String) {
      svg.rectangle(kind, left: x, top: y, right: x + 10, bottom: y + 7)
      svg.line(name, "note", x: x + 13, y: y + 5.6)
      x += 22 + 3.2 * Double(name.displayWidth)
    }
    for state in states { entry("cell \(state.rawValue)", state.rawValue) }
    guard isPDF else { return }
    entry("word", say("字", "word"))
    entry("word hidden", say("页面未显示的字", "text that the page does not show"))
    entry("ruling", say("线", "edge"))
    entry("ruling shade", say("底纹边", "edge of a shade"))
    entry("grid", say("线围成的格", "field between edges"))
    entry("column", say("列", "column"))
    entry("row", say("行", "row"))
  }

  /// `12`, `/`, or why it is not read.
  static func reading(_ cell: Cell) -> String {
    switch cell.state {
    case .number: cell.value.map { "\($0)" } ?? cell.text
    case .blank: say("空", "blank")
    case .placeholder, .text: cell.text
    case .unread: "? " + (cell.doubt?.rawValue ?? "") + (cell.text.isEmpty ? "" : " “\(cell.text.prefix(30))”")
    }
  }

  static func name(_ role: Sketch.Role) -> String {
    switch role {
    case .row(let id, let likeness): "\(id.rawValue) \(Int((likeness * 100).rounded())) %"
    case .continuation(let id): say("接上行 ", "continues ") + id.rawValue
    case .header: say("表头", "header")
    case .extra: say("表样之外", "not of the form")
    case .numbers: say("数字行", "the row of numbers")
    }
  }

  /// `applications 12 [2] → granted 98 %`.
  static func name(_ row: Sketch.RowMark, of table: TableID) -> String {
    let doubt = row.doubt.map { " ? \($0.rawValue)" } ?? ""
    return "\(table.rawValue) \(row.number) [\(row.block)] → \(name(row.role))\(doubt)"
  }

  /// Cells that stand nowhere, a line a row of the form: its name, and its cells.
  static func unplaced(_ table: Sketch.TableMarks) -> [(row: RowID, cells: [Sketch.CellMark])] {
    var rows: [(row: RowID, cells: [Sketch.CellMark])] = []
    for mark in table.cells where mark.cell.places.isEmpty {
      if rows.last?.row == mark.row {
        rows[rows.count - 1].cells.append(mark)
      } else {
        rows.append((mark.row, [mark]))
      }
    }
    return rows
  }

  /// The id of a cell in the drawing.
  static func anchor(_ table: TableID, _ mark: Sketch.CellMark) -> String {
    "\(table.rawValue)-\(mark.row.rawValue)-\(mark.column.rawValue)"
  }
}

extension Markup {
  /// Writes ` name="1.25"`: to a hundredth of a point. A damaged file can give places beyond any page.
  mutating func attribute(_ name: StaticString, points: Double) {
    let hundredths = points.isNaN ? 0 : Int((max(-1e7, min(1e7, points)) * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    attribute(name, (hundredths < 0 ? "-" : "") + "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)")
  }

  /// Writes a rectangle with a text that shows when it is pointed at.
  mutating func rectangle(
    _ kind: String, left: Double, top: Double, right: Double, bottom: Double, hint: String = "",
    attributes: (inout Markup) -> Void = { _ in }
  ) {
    element(
      "rect",
      attributes: { rect in
        rect.attribute("class", kind)
        rect.attribute("x", points: left)
        rect.attribute("y", points: top)
        rect.attribute("width", points: max(0, right - left))
        rect.attribute("height", points: max(0, bottom - top))
        attributes(&rect)
      }, content: { if !hint.isEmpty { $0.element("title", hint) } })
  }

  /// Writes a cell of a form.
  mutating func cell(
    _ mark: Sketch.CellMark, of table: TableID, left: Double, top: Double, right: Double, bottom: Double, isFirst: Bool
  ) {
    rectangle(
      "cell \(mark.cell.state.rawValue)", left: left, top: top, right: right, bottom: bottom,
      hint: "\(table.rawValue) \(mark.row.rawValue) \(mark.column.rawValue): \(SketchStyle.reading(mark.cell))"
    ) { rect in
      if isFirst { rect.attribute("id", SketchStyle.anchor(table, mark)) }
      rect.attribute("data-table", table.rawValue)
      rect.attribute("data-row", mark.row.rawValue)
      rect.attribute("data-column", mark.column.rawValue)
    }
  }

  /// Writes one line of text.
  mutating func line(
    _ text: String, _ kind: String, x: Double, y: Double, attributes: (inout Markup) -> Void = { _ in }
  ) {
    line(kind, x: x, y: y, attributes: attributes) { $0.text(text) }
  }

  /// Writes one line of text made of parts.
  mutating func line(
    _ kind: String, x: Double, y: Double, attributes: (inout Markup) -> Void = { _ in },
    content: (inout Markup) -> Void
  ) {
    element(
      "text",
      attributes: { element in
        element.attribute("class", kind)
        element.attribute("x", points: x)
        element.attribute("y", points: y)
        attributes(&element)
      }, content: content)
  }

  /// Writes what the cells of a row were read as, each a link to its place.
  mutating func readings(_ marks: [Sketch.CellMark], of table: TableID) {
    for (index, mark) in marks.enumerated() {
      text(index == 0 ? "" : " · ")
      let isPlaced = !mark.cell.places.isEmpty
      let reading = { (svg: inout Markup) in
        svg.element("tspan", "\(mark.column.rawValue) \(SketchStyle.reading(mark.cell))") {
          $0.attribute("class", mark.cell.state.rawValue)
        }
      }
      guard isPlaced else {
        reading(&self)
        continue
      }
      element("a", attributes: { $0.attribute("href", "#" + SketchStyle.anchor(table, mark)) }, content: reading)
    }
  }
}
