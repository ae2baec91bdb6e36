// GongkaiCommand: one page of a sketch → SVG: the print, and over it what was made of it.
import DocumentModel
import Output
import Reconstruction
import ReportModel
import Statute

/// A page with its words, edges, fields, columns, rows and cells drawn where they are; beside it which row was taken for which.
struct SketchPage {
  let page: Sketch.PageLayout
  let tables: [Sketch.TableMarks]
  /// The page as a PNG, laid beneath.
  let print: [UInt8]?

  var width: Double { page.width + SketchStyle.margin }
  var height: Double { SketchStyle.titleHeight + max(page.height, Double(notes.count + 1) * SketchStyle.lineHeight) }

  /// True where rows or cells of a table are on the page.
  static func holdsTable(_ number: Int, of sketch: Sketch) -> Bool {
    sketch.tables.contains { table in
      (table.rows.flatMap(\.places) + table.cells.flatMap(\.cell.places)).contains { $0.isOn(number) }
    }
  }

  private struct Note {
    var table: TableID
    var text: String
    var cells: [Sketch.CellMark] = []
    /// What a line leads to.
    var box: Rectangle?
  }

  /// Rows from top to bottom, then the cells that stand nowhere, on the first page of their table.
  private var notes: [Note] {
    var rows: [Note] = []
    var rest: [Note] = []
    for table in tables {
      for row in table.rows {
        guard let box = row.places.box(on: page.number) else { continue }
        rows.append(Note(table: table.id, text: SketchStyle.name(row, of: table.id), box: box))
      }
      guard table.rows.first(where: { !$0.places.isEmpty })?.places.first?.isOn(page.number) == true else { continue }
      rest += SketchStyle.unplaced(table).map { row, cells in
        Note(table: table.id, text: "\(table.id.rawValue) \(row.rawValue): ", cells: cells)
      }
    }
    // Rows that run up or down the page have no place of their own beside it.
    guard !tables.contains(where: isSideways) else { return rows.map { Note(table: $0.table, text: $0.text) } + rest }
    return rows.sorted { $0.box!.midY < $1.box!.midY } + rest
  }

  /// Draws the page with its top at `y`.
  func draw(_ svg: inout Markup, y: Double) {
    svg.line(
      say("第 \(page.number) 页", "page \(page.number)") + titles, "title", x: 0, y: y + 12)
    svg.element(
      "g", attributes: { $0.attribute("transform", "translate(0 \(Int(y + SketchStyle.titleHeight)))") },
      content: { svg in
        drawPrint(&svg)
        drawLayout(&svg)
        for table in tables { drawColumns(&svg, table) }
        for table in tables { drawCells(&svg, table) }
        for table in tables { drawRows(&svg, table) }
        drawNotes(&svg)
      })
  }

  private var titles: String {
    let present = tables.filter { table in table.rows.contains { $0.places.box(on: page.number) != nil } }
    return present.map { table in
      " · \(table.id.rawValue): \(table.template.rawValue), \(table.method)"
        + (table.isProven ? say("，合计全部成立", ", proven by its sums") : "")
    }.joined()
  }

  private func drawPrint(_ svg: inout Markup) {
    svg.rectangle("paper", left: 0, top: 0, right: page.width, bottom: page.height)
    guard let print else { return }
    svg.element(
      "image",
      attributes: { image in
        image.attribute("width", points: page.width)
        image.attribute("height", points: page.height)
        image.pictureAttribute("href", png: print)
      }, content: { _ in })
  }

  private func drawLayout(_ svg: inout Markup) {
    for box in page.gridCells { svg.box("grid", box) }
    for ruling in page.rulings {
      svg.element(
        "line",
        attributes: { line in
          line.attribute("class", ruling.kind == .line ? "ruling" : "ruling shade")
          line.attribute("x1", points: ruling.isHorizontal ? ruling.start : ruling.position)
          line.attribute("x2", points: ruling.isHorizontal ? ruling.end : ruling.position)
          line.attribute("y1", points: ruling.isHorizontal ? ruling.position : ruling.start)
          line.attribute("y2", points: ruling.isHorizontal ? ruling.position : ruling.end)
        }, content: { _ in })
    }
    for word in page.words { svg.box(word.isHidden ? "word hidden" : "word", word.box, hint: word.text) }
  }

  private func drawColumns(_ svg: inout Markup, _ table: Sketch.TableMarks) {
    for column in table.columns where column.page == page.number {
      let name = [column.row?.rawValue, column.id?.rawValue ?? say("表样之外", "not of the form")].compactMap { $0 }
      svg.box(
        "column", column.box, hint: "\(table.id.rawValue) \(name.joined(separator: " ")): \(column.label)")
      drawName(name, of: column.box, svg: &svg, table)
    }
  }

  /// Along the column's upper end where there is room across it, else up it; in a table on its side right of it.
  private func drawName(_ parts: [String], of box: Rectangle, svg: inout Markup, _ table: Sketch.TableMarks) {
    let isSideways = isSideways(table)
    let isAcross = isSideways || parts.allSatisfy { 2.2 * Double($0.count) <= box.width }
    for (index, part) in parts.enumerated() {
      let offset = 4.5 * Double(index)
      if isAcross {
        svg.line(
          part, "tiny columnName", x: isSideways ? box.right + 1 : box.left + 1,
          y: (isSideways ? box.midY - 1 : box.top + 4) + offset)
      } else {
        let (x, y) = (Int(box.midX.rounded()) + Int(offset.rounded()), Int(box.top.rounded()) + 1)
        svg.line(part, "tiny columnName", x: Double(x), y: Double(y)) { text in
          text.attribute("text-anchor", "end")
          text.attribute("transform", "rotate(-90 \(x) \(y))")
        }
      }
    }
  }

  /// True where the table's rows run up or down the page.
  private func isSideways(_ table: Sketch.TableMarks) -> Bool {
    table.rows.contains { row in row.places.box(on: page.number).map { $0.height > $0.width } ?? false }
  }

  private func drawCells(_ svg: inout Markup, _ table: Sketch.TableMarks) {
    for mark in table.cells {
      for (index, place) in mark.cell.places.enumerated() {
        guard case .page(page.number, let box) = place else { continue }
        svg.cell(
          mark, of: table.id, left: box.left, top: box.top, right: box.right, bottom: box.bottom, isFirst: index == 0)
        guard index == 0, mark.cell.state != .blank else { continue }
        svg.line("tiny", x: box.right + 0.5, y: box.bottom + 2) { text in
          text.element("tspan", SketchStyle.reading(mark.cell)) { $0.attribute("class", mark.cell.state.rawValue) }
        }
      }
    }
  }

  private func drawRows(_ svg: inout Markup, _ table: Sketch.TableMarks) {
    for row in table.rows {
      guard let box = row.places.box(on: page.number) else { continue }
      svg.box("row", box, hint: SketchStyle.name(row, of: table.id) + ": " + row.texts.joined(separator: " | "))
      svg.line("\(row.number)", "note rowName", x: box.left + 1, y: box.top + 5.5)
    }
  }

  private func drawNotes(_ svg: inout Markup) {
    let left = page.width + 22
    var y = 0.0
    for note in notes {
      y = max(y, (note.box.map { $0.midY - SketchStyle.lineHeight / 2 } ?? y))
      let middle = y + SketchStyle.lineHeight / 2
      if let box = note.box {
        svg.element(
          "polyline",
          attributes: { line in
            line.attribute("class", "lead")
            line.attribute(
              "points",
              "\(Int(box.right)),\(Int(box.midY.rounded())) \(Int(page.width) + 4),\(Int(box.midY.rounded())) "
                + "\(Int(left) - 2),\(Int(middle.rounded()))")
          }, content: { _ in })
      }
      svg.line("note", x: left, y: middle + 2) { text in
        text.text(note.text)
        text.readings(note.cells, of: note.table)
      }
      y += SketchStyle.lineHeight
    }
  }
}

extension Markup {
  fileprivate mutating func box(_ kind: String, _ box: Rectangle, hint: String = "") {
    rectangle(kind, left: box.left, top: box.top, right: box.right, bottom: box.bottom, hint: hint)
  }
}

extension Place {
  fileprivate func isOn(_ page: Int) -> Bool { if case .page(page, _) = self { true } else { false } }
}

extension [Place] {
  /// What is on the page; nil where nothing is.
  fileprivate func box(on page: Int) -> Rectangle? {
    compactMap { if case .page(page, let box) = $0 { box } else { nil } }.bounds()
  }
}
