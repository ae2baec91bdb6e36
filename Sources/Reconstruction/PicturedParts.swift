// Reconstruction: pictures on the pages of a report, what pages do not show, and what was not found → what may be there, and is not missing.
import DocumentModel
import ReportModel
import Statute

/// Offices also paste a table, or a part of one, as a picture. What stands in it cannot be read; it is not known to be missing.
enum PicturedParts {
  /// A picture of a table is no smaller than these shares of the page.
  private static let width = 0.4
  private static let height = 0.08

  /// The pages with pictures that text could stand in.
  private static func pages(_ document: Document) -> [(page: Int, boxes: [Rectangle])] {
    guard case .pages(let pages) = document.content else { return [] }
    return pages.compactMap { page in
      let boxes = document.pictures(page.number).filter { box in
        box.width >= width * page.width && box.height >= height * page.height && isBare(box, page)
      }
      return boxes.isEmpty ? nil : (page.number, boxes)
    }
  }

  /// True where no text stands over the picture: the page's own number may.
  private static func isBare(_ box: Rectangle, _ page: Page) -> Bool {
    let over = page.glyphs.filter { box.contains(x: $0.box.midX, y: $0.box.midY) }
    return over.isEmpty
      || over.count <= mostOfNumber
        && PageFlow.isPageNumber(String(scalars: over.sorted { $0.box.left < $1.box.left }.map(\.character)))
  }

  /// A picture of a row is no lower, in points: what is, is a rule.
  private static let row = 5.0

  /// True where a picture of a row stands in the table.
  private static func holdRow(_ document: Document, _ table: Table) -> Bool {
    guard case .pages(let pages) = document.content else { return false }
    return table.places.contains { place in
      guard case .page(let number, let area) = place, pages.indices.contains(number - 1) else { return false }
      let page = pages[number - 1]
      return document.pictures(number).contains { box in
        box.width >= width * page.width && box.height >= row && area.contains(x: box.midX, y: box.midY)
          && !page.glyphs.contains { box.contains(x: $0.box.midX, y: $0.box.midY) }
      }
    }
  }

  /// The report without what is said to be missing and may be in a picture.
  static func acquitted(_ report: Report, _ document: Document) -> Report {
    let sections = SectionID.allCases.filter { report[$0] == nil }
    let tables = TableID.allCases.filter { report[$0] == nil }
    let isWhole = report.tables.allSatisfy { $0.missingRows.isEmpty && $0.missingColumns.isEmpty }
    guard !sections.isEmpty || !tables.isEmpty || !isWhole else { return report }
    guard case .pages(let all) = document.content else { return report }
    let cropped = CroppedPages.numbers(all, hidden: document.hiddenText)
    let pictured = Set(pages(document).map(\.page)).union(cropped)
    let pictures = pictured.subtracting(cropped).intersection(
      all.lazy.filter { $0.glyphs.count <= mostOfNumber }.map(\.number))
    // The rest of a table that a page breaks off may be outside of the next one.
    let broken = pictured.union(cropped.flatMap { [$0 - 1, $0 + 1] })
    var result = report
    if !pictured.isEmpty { result.unreadSections.formUnion(sections) }
    if !pictured.isEmpty, tables.contains(where: { table in isIn(table.section, of: report, pictured) }) {
      result.hasIllegibleParts = true
    }
    for index in result.tables.indices {
      let own = result.tables[index].places.compactMap { if case .page(let page, _) = $0 { page } else { nil } }
      guard let first = own.min(), let last = own.max(),
        !result.tables[index].missingRows.isEmpty || !result.tables[index].missingColumns.isEmpty
      else { continue }
      guard !broken.isDisjoint(with: first...last) || holdRow(document, result.tables[index]) else {
        let heading = report.sections.firstIndex { $0.id == result.tables[index].id.section }
        result.tables[index] = acquitted(
          result.tables[index],
          startsBefore: pictures.contains(first - 1) && heading.flatMap { page(report.sections[$0]) } != first,
          endsBehind: pictures.contains(last + 1) && !ends(result.tables[index].id.section, of: report, on: last))
        continue
      }
      // Nor is it known which form is printed.
      result.tables[index].templateIsPrinted = false
      (result.tables[index].missingRows, result.tables[index].missingColumns) = ([], [])
    }
    return result
  }

  /// A page that is nothing but a picture, as where one was scanned, has no more characters of its own: its number.
  private static let mostOfNumber = 12

  /// The table without missing rows that may stand on the page before it, or on the one behind it, that is a picture.
  private static func acquitted(_ table: Table, startsBefore: Bool, endsBehind: Bool) -> Table {
    let isMissing = table.rows.map { table.missingRows.contains($0.id) }
    guard startsBefore || endsBehind, let first = isMissing.firstIndex(of: false),
      let last = isMissing.lastIndex(of: false)
    else { return table }
    var seen = Set<RowID>()
    for index in table.rows.indices where !(startsBefore && index < first || endsBehind && index > last) {
      seen.insert(table.rows[index].id)
    }
    var result = table
    result.missingRows.removeAll { !seen.contains($0) }
    // The header is with the first rows.
    if startsBefore, first > 0 { result.missingColumns = [] }
    if result.missingRows.count < table.missingRows.count { result.templateIsPrinted = false }
    return result
  }

  /// True where the heading of another section stands on the last page of that one's table, or on one before it.
  private static func ends(_ id: SectionID, of report: Report, on last: Int) -> Bool {
    report.sections.contains { $0.id.ordinal > id.ordinal && (page($0) ?? last) <= last }
  }

  /// True where a page of the section has a picture: from its heading to the next one.
  private static func isIn(_ id: SectionID, of report: Report, _ pictured: Set<Int>) -> Bool {
    guard let index = report.sections.firstIndex(where: { $0.id == id }), let first = page(report.sections[index])
    else {
      return true
    }
    let next = index + 1 < report.sections.count ? page(report.sections[index + 1]) : nil
    return !pictured.isDisjoint(with: first...max(first, next ?? pictured.max()!, first))
  }

  private static func page(_ section: Section) -> Int? {
    if case .page(let page, _) = section.place { page } else { nil }
  }
}
