// Reconstruction: pages as displayed → the same turned upright, without what is none of the report's.
import DocumentModel
import Statute

/// The pages of a document as they are read.
struct PreparedPages {
  /// As displayed.
  let source: [Page]
  /// How each of them has to be turned.
  let orientations: [PageOrientation]
  /// The edges of tables on each page.
  let rulings: [[Ruling]]
  let pages: [Page]
  /// What is printed for the numerals of the form where headings are numbered otherwise.
  let numerals: [SectionID: HeadingNumbering.Numeral]
  /// The printed lines of each page.
  let lines: [[PrintedLine]]
  /// The pages whose number was taken off.
  let numbered: Set<Int>

  /// - Parameter without: the numbers of pages of which nothing is read.
  init(_ document: Document, _ source: [Page], without others: Set<Int> = []) {
    // What a page says that is in the file twice, it says once.
    let copies = Self.copies(source).union(others)
    let source = source.map { page in
      var page = page
      if copies.contains(page.number) { page.glyphs = [] }
      return page
    }
    self.source = source
    orientations = source.map(PageOrientation.of)
    let drawn = zip(source, orientations).map { page, orientation -> [Ruling] in
      if copies.contains(page.number) { return [] }
      let turned = document.rulings(page.number).map {
        orientation.turned($0, width: page.width, height: page.height)
      }
      return RuledPaper.removed(turned)
    }
    rulings = CrossingFrames.removed(drawn).map { OuterFrame.removed(SeparateFrames.closed($0)) }
    var pages: [Page] = []
    var numbered: Set<Int> = []
    for (page, (orientation, rulings)) in zip(source, zip(orientations, rulings)) {
      let (clean, isNumbered) = Self.clean(page, orientation, rulings, count: source.count, of: document)
      pages.append(clean)
      if isNumbered { numbered.insert(page.number) }
    }
    self.numbered = numbered
    pages = PageNumbers.withoutBare(MarginNumbers.removed(pages))
    var lines = pages.map { LineAssembler.lines($0.glyphs, page: $0.number) }
    for index in pages.indices {
      guard let page = SideHeadings.raised(pages[index], lines: lines[index], rulings: rulings[index]) else { continue }
      pages[index] = page
      lines[index] = LineAssembler.lines(page.glyphs, page: page.number)
    }
    let numbering = HeadingNumbering(lines.joined().lazy.map(\.text))
    if let numbering {
      pages = zip(pages, lines).map(numbering.usual)
      lines = pages.map { LineAssembler.lines($0.glyphs, page: $0.number) }
    }
    (self.pages, self.lines, numerals) = (pages, lines, numbering?.printed ?? [:])
  }

  /// A page with fewer characters may be like another one by itself.
  private static let fullPage = 60

  /// The pages that are the same as one before them, character by character and each at its place.
  private static func copies(_ pages: [Page]) -> Set<Int> {
    // Pages of one report seldom have as many characters as one another: only those are compared.
    let alike = Dictionary(grouping: pages.filter { $0.glyphs.count >= fullPage }, by: \.glyphs.count).values
      .filter { $0.count > 1 }
    return alike.reduce(into: []) { copies, pages in
      var seen: Set<[Glyph]> = []
      for page in pages where !seen.insert(page.glyphs).inserted { copies.insert(page.number) }
    }
  }

  private static func clean(
    _ page: Page, _ orientation: PageOrientation, _ rulings: [Ruling], count: Int, of document: Document
  ) -> (page: Page, isNumbered: Bool) {
    let sideways = document.sidewaysText(page.number)
    // Which characters are hidden is told along their line: turned first.
    let hidden = document.hiddenText(page.number).map {
      orientation.turned($0, width: page.width, height: page.height)
    }
    let marked = PageEdges.marked(PageCleaner.marked(orientation.turned(page, starts: sideways), hidden: hidden))
    let clean = PageCleaner.clean(marked)
    let small = OversizedText.removed(clean) ?? clean
    let unnumbered = PageNumbers.removed(small, count: count)
    var result = StruckDigits.marked(unnumbered ?? small, rulings: rulings)
    if orientation == .upright, !sideways.isEmpty {
      result.glyphs = UpwardText.straightened(result.glyphs, starts: sideways, grids: GridBuilder.grids(rulings))
    }
    return (result, unnumbered != nil)
  }

  /// The lines between the rows of each page, by its number (`RowBands`).
  /// Few documents need them: they are looked for at each call.
  var separators: [Int: [Double]] {
    Dictionary(zip(pages.map(\.number), rulings.map(RowBands.separators)), uniquingKeysWith: { first, _ in first })
  }

  /// The lines of each page without page numbers and running headers. Few documents need them here: they are told at each call.
  var body: [[PrintedLine]] { PageFlow.bodyLines(lines, pages: pages, numbered: numbered) }

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
