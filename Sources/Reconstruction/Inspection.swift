// Reconstruction: a document → how it was read, stage by stage, for maintainers.
import DocumentModel
import ReportModel
import Statute

/// Shows the intermediate values of a reading.
public enum Inspection {
  /// Pages, lines, grids, and each table's rows as they were aligned with its form.
  public static func describe(_ document: Document) -> String {
    var out: [String] = []
    let reading = reading(of: document)
    switch document.content {
    case .pages(let pages):
      for page in pages {
        out.append("page \(page.number): \(r(page.width)) × \(r(page.height)) pt, \(page.glyphs.count) characters")
        for line in reading.trace.lines[page.number] ?? [] {
          out.append("  \(box(line.box))  " + line.runs.map(\.text).joined(separator: " ¦ "))
        }
        for grid in reading.trace.grids[page.number] ?? [] {
          out.append("  grid \(box(grid.bounds)): \(grid.cells.count) cells")
          out.append("    x " + grid.xs.map(r).joined(separator: " "))
          out.append("    y " + grid.ys.map(r).joined(separator: " "))
        }
      }
    case .text(let source):
      let lines = TextReading.shown(source)
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
      for placed in trace.plans {
        let columns = placed.plan.columns.map { "\($0.id?.rawValue ?? "?") [\(r($0.left))–\(r($0.right))] \($0.label)" }
        out.append("  columns: " + columns.joined(separator: " | "))
      }
      let form = table.map { Form.of(id, $0.template) }
      for (index, row) in trace.rows.enumerated() {
        let mark =
          switch trace.assignment(ofRow: index) {
          case .row(let j, let likeness): "\(form?.rows[j].id.rawValue ?? "\(j)") (\(percent(likeness)))"
          case .continuation(let j): "… \(form?.rows[j].id.rawValue ?? "\(j)")"
          case .extra: "extra"
          case .header: "header"
          case nil: trace.alignment == nil && trace.itemRows.contains(index) ? "numbers" : "header"
          }
        let cells = row.cells.map { "\($0.spansRows ? "↕" : "")\($0.text)" }
        out.append("  p\(row.page) y\(r(row.top))–\(r(row.bottom)) \(mark): " + cells.joined(separator: " | "))
      }
    }
    return out.joined(separator: "\n") + "\n"
  }

  /// The document read, and its tables held against their sums.
  static func reading(of document: Document) -> TableReading {
    var reading: TableReading
    switch document.content {
    case .pages(let pages):
      reading = PageReading.read(document, pages: pages)
    case .text(let lines): reading = TextReading.whole(lines).reading
    }
    for (id, table) in reading.tables { reading.tables[id] = Proof.checked(table) }
    return reading
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
