// Reconstruction: pages in traditional characters → the same in simplified ones, for reading, and cells as they are printed.
import DocumentModel
import ReportModel

/// What `TraditionalText` does for a text: headings, labels and running text are read in simplified characters, what cells print is given back as it
/// is printed.
struct TraditionalPages {
  private let printed: [Page]
  let pages: [Page]

  /// - Returns: nil for other pages.
  init?(_ pages: [Page]) {
    guard TraditionalText.isTraditional(pages.lazy.flatMap { $0.glyphs.lazy.map(\.character) }) else { return nil }
    printed = pages
    self.pages = pages.map { page in
      var page = page
      for index in page.glyphs.indices {
        page.glyphs[index].character = TraditionalForms.simplified(page.glyphs[index].character)
      }
      return page
    }
  }

  /// The table with the characters of its cells as they are printed.
  func restored(_ table: Table) -> Table {
    var table = table
    for (r, row) in table.rows.enumerated() {
      for (c, entry) in row.cells.enumerated() where entry.cell.text.unicodeScalars.contains(where: Wording.isIdeograph)
      {
        let own = entry.cell.places.flatMap { place -> [Unicode.Scalar] in
          guard case .page(let number, let box) = place, let page = printed.first(where: { $0.number == number }) else {
            return []
          }
          let glyphs = page.glyphs.filter { box.contains(x: $0.box.midX, y: $0.box.midY) }
          return LineAssembler.lines(glyphs, page: number).flatMap { $0.text.unicodeScalars }
        }
        table.rows[r].cells[c].cell.text = TraditionalText.restored(entry.cell.text, in: own)
        table.rows[r].cells[c].cell.note = entry.cell.note.map { TraditionalText.restored($0, in: own) }
      }
    }
    return table
  }
}
