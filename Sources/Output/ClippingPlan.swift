// Output: Record → the parts of its pages that show what the findings speak of.
import Audit
import DocumentModel
import ReportModel
import Statute

/// Which parts of the pages are worth a picture: few, not high, each with as much around it as tells where it is.
public struct ClippingPlan {
  /// Points above and below the cells: the rows beside theirs.
  private static let margin = 36.0
  /// Points; a sum over a whole column of the applications table fits on most pages.
  private static let mostHeight = 300.0
  /// A report of nothing but faults is still one that people look through.
  private static let mostClippings = 8

  private let report: Report

  public init(report: Report) { self.report = report }

  /// The areas, by page and place. The renderer cuts them to the page.
  public func areas(for findings: [Finding]) -> [PageArea] {
    var areas: [PageArea] = []
    for finding in findings {
      guard let wanted = area(for: finding), !areas.contains(where: { $0.holds(wanted) }) else { continue }
      if let index = areas.firstIndex(where: { canJoin($0, wanted) }) {
        areas[index].area = areas[index].area.union(wanted.area)
      } else if areas.count < Self.mostClippings {
        areas.append(wanted)
      }
    }
    return areas.sorted { ($0.page, $0.area.top) < ($1.page, $1.area.top) }
  }

  private func canJoin(_ a: PageArea, _ b: PageArea) -> Bool {
    a.page == b.page && a.area.verticalOverlap(b.area) > 0 && a.area.union(b.area).height <= Self.mostHeight
  }

  private func area(for finding: Finding) -> PageArea? {
    guard let focus = focus(of: finding) else { return nil }
    let all = boxes(finding.cells, of: finding.table, on: focus.page).reduce(focus.area) { $0.union($1) }
    let shown = all.height + 2 * Self.margin <= Self.mostHeight ? all : focus.area
    let (left, right) = width(of: finding.table, on: focus.page)
    return PageArea(
      page: focus.page,
      area: Rectangle(
        left: min(left, shown.left - 4), top: shown.top - Self.margin, right: max(right, shown.right + 4),
        bottom: min(shown.bottom, shown.top + Self.mostHeight) + Self.margin))
  }

  /// The cell to be changed, where one is known, else the place of the finding.
  private func focus(of finding: Finding) -> PageArea? {
    for suggestion in finding.suggestions {
      let places = report[suggestion.table]?[suggestion.row, suggestion.column]?.places ?? []
      if case .page(let page, let box)? = places.first { return PageArea(page: page, area: box) }
    }
    guard case .page(let page, let box)? = finding.place else { return nil }
    return PageArea(page: page, area: box)
  }

  private func boxes(_ cells: [CellReference], of table: TableID?, on page: Int) -> [Rectangle] {
    guard let table = table.flatMap({ report[$0] }) else { return [] }
    return cells.flatMap { cell -> [Rectangle] in
      guard let row = cell.row, let column = cell.column else { return [] }
      return (table[row, column]?.places ?? []).compactMap { $0.box(on: page) }
    }
  }

  /// From edge to edge of the table, or of the page's text.
  private func width(of table: TableID?, on page: Int) -> (left: Double, right: Double) {
    let places = table.flatMap { report[$0] }?.places ?? report.sections.flatMap { $0.lines.map(\.place) }
    guard let bounds = places.compactMap({ $0.box(on: page) }).bounds() else { return (40, 555) }
    return (bounds.left - 8, bounds.right + 8)
  }
}

extension Place {
  /// Its box, where it is on that page.
  fileprivate func box(on page: Int) -> Rectangle? {
    if case .page(page, let box) = self { box } else { nil }
  }
}

extension PageArea {
  fileprivate func holds(_ other: PageArea) -> Bool {
    page == other.page && area.top <= other.area.top && area.bottom >= other.area.bottom
      && area.left <= other.area.left && area.right >= other.area.right
  }
}
