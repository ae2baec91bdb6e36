// Reconstruction: pages as displayed → the same turned upright, without what is none of the report's.
import DocumentModel

/// The pages of a document as they are read.
struct PreparedPages {
  /// As displayed.
  let source: [Page]
  /// How each of them has to be turned.
  let orientations: [PageOrientation]
  /// The edges of tables on each page.
  let rulings: [[Ruling]]
  let pages: [Page]
  /// The printed lines of each page.
  let lines: [[PrintedLine]]

  init(_ document: Document, _ source: [Page]) {
    self.source = source
    orientations = source.map(PageOrientation.of)
    rulings = zip(source, orientations).map { page, orientation in
      OuterFrame.removed(
        RuledPaper.removed(
          document.rulings(page.number).map { orientation.turned($0, width: page.width, height: page.height) }))
    }
    var pages: [Page] = []
    for (page, (orientation, rulings)) in zip(source, zip(orientations, rulings)) {
      pages.append(Self.clean(page, orientation, rulings, count: source.count, of: document))
    }
    pages = PageNumbers.withoutBare(pages)
    self.pages = pages
    lines = pages.map { LineAssembler.lines($0.glyphs, page: $0.number) }
  }

  private static func clean(
    _ page: Page, _ orientation: PageOrientation, _ rulings: [Ruling], count: Int, of document: Document
  ) -> Page {
    let sideways = document.sidewaysText(page.number)
    // Which characters are hidden is told along their line: turned first.
    let hidden = document.hiddenText(page.number).map {
      orientation.turned($0, width: page.width, height: page.height)
    }
    let marked = PageEdges.marked(PageCleaner.marked(orientation.turned(page, starts: sideways), hidden: hidden))
    let clean = PageCleaner.clean(marked)
    let small = OversizedText.removed(clean) ?? clean
    let body = PageNumbers.removed(small, count: count) ?? small
    var result = StruckDigits.marked(MarginNumbers.removed(body) ?? body, rulings: rulings)
    if orientation == .upright, !sideways.isEmpty {
      result.glyphs = UpwardText.straightened(result.glyphs, starts: sideways, grids: GridBuilder.grids(rulings))
    }
    return result
  }

  /// The lines between the rows of each page, by its number (`RowBands`).
  /// Few documents need them: they are looked for at each call.
  var separators: [Int: [Double]] {
    Dictionary(zip(pages.map(\.number), rulings.map(RowBands.separators)), uniquingKeysWith: { first, _ in first })
  }

  /// Pages that have text, none of which is what is seen.
  var hidden: Set<Int> {
    Set(pages.filter { !$0.glyphs.isEmpty && $0.glyphs.allSatisfy(\.isHidden) }.map(\.number))
  }

  /// Pages on which nothing stands but their number.
  var empty: Set<Int> {
    Set(zip(pages, lines).filter { $1.allSatisfy { PageFlow.isPageNumber($0.text) } }.map(\.0.number))
  }

  /// A place on a page turned upright, on the page as displayed.
  func displayed(_ place: Place) -> Place {
    guard case .page(let number, let box) = place else { return place }
    let page = source[number - 1]
    return .page(number, orientations[number - 1].turnedBack(box, width: page.width, height: page.height))
  }
}
