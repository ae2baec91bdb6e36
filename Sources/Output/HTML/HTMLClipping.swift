// Output: a clipping and the findings on it → a figure: the picture of the page, the cells framed.
import Audit
import DocumentModel
import Foundation

/// Draws a clipping with frames around the cells that the findings beside it speak of.
struct HTMLClipping {
  let clipping: Clipping
  /// Numbers of findings.
  let numbers: [Int]
  let data: HTMLReportData

  func write(to page: inout Markup) {
    let area = clipping.place.area
    page.raw("<figure><svg aria-hidden=\"true\"")
    page.attribute("viewBox", "0 0 \(area.width.short) \(area.height.short)")
    page.raw("><image")
    page.attribute("width", area.width.short)
    page.attribute("height", area.height.short)
    page.pictureAttribute("href", png: clipping.png)
    page.raw("/>")
    for frame in frames() {
      page.raw("<rect")
      page.attribute("class", frame.isAddend ? "addend \(frame.severity.rawValue)" : frame.severity.rawValue)
      // A frame around the print, not on it.
      page.attribute("x", (frame.box.left - area.left - 2).short)
      page.attribute("y", (frame.box.top - area.top - 1).short)
      page.attribute("width", (frame.box.width + 4).short)
      page.attribute("height", (frame.box.height + 2).short)
      page.attribute("data-f", frame.findings.map(\.description).joined(separator: " "))
      page.raw("/>")
    }
    page.raw("</svg>")
    page.element("figcaption", caption)
    page.raw("</figure>\n")
  }

  private var caption: Localized {
    both("原件第\(clipping.place.page)页", "page \(clipping.place.page) of the original")
  }

  private struct Frame {
    var box: Rectangle
    var severity: Severity
    var isAddend: Bool
    var findings: [Int]
  }

  private func frames() -> [Frame] {
    var (frames, byBox) = ([Frame](), [Rectangle: Int]())
    for number in numbers {
      let finding = data.findings[number - 1]
      let isSum = finding.expected != nil && (finding.cells ?? []).count > 1
      let cells = (finding.cells ?? []).filter { $0.row != nil && $0.column != nil }
      var places = cells.enumerated().flatMap { index, cell in
        data.places(of: cell, in: finding.table!).map { ($0, isSum && index < cells.count - 1) }
      }
      if places.isEmpty { places = [(finding.place, false)] }
      for suggestion in finding.allSuggestions {
        let cell = CellReferenceJSON(row: suggestion.cell.row, column: suggestion.cell.column)
        places += data.places(of: cell, in: suggestion.cell.table).map { ($0, false) }
      }
      for (place, isAddend) in places where clipping.place.shows(place) {
        add(
          Frame(box: place.box!.rectangle, severity: finding.severity, isAddend: isAddend, findings: [number]),
          to: &frames, &byBox)
      }
    }
    return frames
  }

  /// One frame a box, in the strongest of its parts.
  private func add(_ frame: Frame, to frames: inout [Frame], _ byBox: inout [Rectangle: Int]) {
    guard let index = byBox[frame.box] else {
      byBox[frame.box] = frames.count
      return frames.append(frame)
    }
    frames[index].severity = max(frames[index].severity, frame.severity)
    frames[index].isAddend = frames[index].isAddend && frame.isAddend
    // Findings come in turn.
    if frames[index].findings.last != frame.findings[0] { frames[index].findings += frame.findings }
  }
}

extension Double {
  /// To a tenth, without a needless `.0`.
  fileprivate var short: String {
    let tenths = Int((self * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }
}
