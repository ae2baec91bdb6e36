// Reconstruction: a document → how it was read, stage by stage, for maintainers.
import DocumentModel
import ReportModel
import Statute

/// Shows the intermediate values of a reading.
public enum Inspection {
  /// Pages, lines, grids, and each table's rows as they were aligned with its form.
  public static func describe(_ document: Document) -> String {
    var out: [String] = []
    let reading: TableReading
    switch document.content {
    case .pages(let pages):
      reading = PageReading.read(pages, rulings: document.rulings, hiddenText: document.hiddenText)
      for page in pages {
        out.append("page \(page.number): \(r(page.width)) × \(r(page.height)) pt, \(page.glyphs.count) characters")
        for line in LineAssembler.lines(page.glyphs, page: page.number) {
          out.append("  \(box(line.box))  " + line.runs.map(\.text).joined(separator: " ¦ "))
        }
        for grid in reading.trace.grids[page.number] ?? [] {
          out.append("  grid \(box(grid.bounds)): \(grid.cells.count) cells")
          out.append("    x " + grid.xs.map(r).joined(separator: " "))
          out.append("    y " + grid.ys.map(r).joined(separator: " "))
        }
      }
    case .text(let lines):
      reading = TextReading.read(lines)
      out.append("text: \(lines.count) lines")
      for line in lines { out.append("  \(line.number): " + line.text) }
    }
    for id in TableID.allCases {
      guard let trace = reading.trace.tables[id] else {
        out.append("table \(id.rawValue): not found")
        continue
      }
      let table = reading.tables[id]
      out.append("table \(id.rawValue): form \(table?.template.rawValue ?? "none"), \(trace.method)")
      if let plan = trace.plan {
        let columns = plan.columns.map { "\($0.id?.rawValue ?? "?") [\(r($0.left))–\(r($0.right))] \($0.label)" }
        out.append("  columns: " + columns.joined(separator: " | "))
      }
      let form = table.map { Form.of(id, $0.template) }
      var next = 0
      for row in trace.rows {
        var mark = "header"
        let index = trace.itemRows.firstIndex(of: next) ?? -1
        if let alignment = trace.alignment, alignment.assignments.indices.contains(index) {
          switch alignment.assignments[index] {
          case .row(let j, let likeness): mark = "\(form?.rows[j].id.rawValue ?? "\(j)") (\(percent(likeness)))"
          case .continuation(let j): mark = "… \(form?.rows[j].id.rawValue ?? "\(j)")"
          case .header: mark = "header"
          case .extra: mark = "extra"
          }
        }
        next += 1
        let cells = row.cells.map { "\($0.spansRows ? "↕" : "")\($0.text)" }
        out.append("  p\(row.page) y\(r(row.top))–\(r(row.bottom)) \(mark): " + cells.joined(separator: " | "))
      }
    }
    return out.joined(separator: "\n") + "\n"
  }

  private static func r(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
  private static func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
  private static func box(_ box: Rectangle) -> String {
    "[\(r(box.left)) \(r(box.top)) \(r(box.right)) \(r(box.bottom))]"
  }
}
