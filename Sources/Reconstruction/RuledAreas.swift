// Reconstruction: pages turned upright → the areas that edges surround, and the printed rows in them.
import DocumentModel
import Statute

/// The ruled areas of all pages, in document order.
struct RuledAreas {
  typealias Area = (page: Int, box: Rectangle)

  /// The rows of each area; every row knows its area by the index (`PrintedRow.block`).
  private(set) var blocks: [[PrintedRow]] = []
  private(set) var areas: [Area] = []
  /// Headings and sentences inside areas: they are none of a table's words.
  private(set) var freed: [Area] = []
  /// Areas with columns that the paper had no room for.
  private(set) var cutOff: Set<Int> = []
  /// Those of them that end at the side of the paper.
  private(set) var atSide: Set<Int> = []
  /// Areas without an edge under their last row.
  private(set) var openBelow: Set<Int> = []
  /// Sections whose headings stand in cells beside what they are over.
  private(set) var headingsBeside: Set<SectionID> = []
  /// The grids of each page.
  let grids: [[Grid]]

  /// An edge is there where it is drawn along this share of the columns.
  private static let edge = 0.5

  init(_ prepared: PreparedPages, _ document: Document) {
    grids = prepared.rulings.map { GridBuilder.grids($0) }
    let cuts = CutWords.cuts(grids, pages: prepared.pages)
    for (index, page) in prepared.pages.enumerated() {
      let isUpright = prepared.orientations[index] == .upright
      for grid in grids[index] where grid.cells.count >= 2 {
        add(grid, on: page, lines: prepared.lines[index], cuts: cuts, paint: isUpright ? document : nil)
      }
    }
    blocks = StrandedNumbers.doubted(blocks, areas: areas, lines: prepared.lines)
    let overflow = OverflowingNumbers.doubted(blocks, areas: areas, lines: prepared.lines)
    blocks = overflow.blocks
    cutOff.formUnion(overflow.overflowing)
  }

  /// - Parameter paint: what tells the pictures of the page, nil where it had to be turned.
  private mutating func add(_ grid: Grid, on page: Page, lines: [PrintedLine], cuts: [Double], paint: Document?) {
    let over = FramedHeadings.overEdges(of: grid, lines)
    freed += over.map { (page.number, $0) }
    let own =
      over.isEmpty
      ? page.glyphs
      : page.glyphs.filter { glyph in !over.contains { $0.contains(x: glyph.box.midX, y: glyph.box.midY) } }
    let block = blocks.count
    var rows = PageEdges.doubted(
      GridRows.rows(grid, glyphs: own, lines: lines, page: page.number, block: block), of: grid, page: page)
    rows = OverhangingDigits.doubted(rows, of: grid, lines: lines)
    if let paint {
      rows = PicturedCells.doubted(
        rows, pictures: paint.pictures(page.number), outlines: paint.outlines(page.number))
    }
    if CutWords.isCutOff(grid, at: cuts) {
      rows = CutWords.cutOff(rows, at: grid.bounds.right)
      cutOff.insert(block)
    }
    // Behind the side of the paper there may have been more columns.
    if PageEdges.reachSide(of: page, grid) {
      cutOff.insert(block)
      atSide.insert(block)
    } else if let paint, PageEdges.reachClip(paint.clips(page.number), grid) {
      // Or its edges are lost there, and it is read without them.
      cutOff.insert(block)
    }
    let framed = rows.filter {
      FramedHeadings.isHeading($0, lines: lines) || FramedHeadings.isProse($0)
        || FramedHeadings.isFrame($0, lines: lines)
    }
    freed += framed.map { (page.number, Rectangle(left: 0, top: $0.top, right: page.width, bottom: $0.bottom)) }
    headingsBeside.formUnion(FramedHeadings.beside(rows))
    if let last = grid.columnCoverage.last, last < Self.edge { openBelow.insert(block) }
    blocks.append(SideBySide.parted(rows.filter { !framed.contains($0) }))
    areas.append((page.number, grid.bounds))
  }

  /// The lines of each page outside the areas that hold tables, in reading order.
  /// - Parameter tables: the indices of those areas.
  func linesOutside(_ tables: Set<Int>, _ prepared: PreparedPages) -> [[PrintedLine]] {
    let held = tables.map { areas[$0] }
    let outside = zip(prepared.pages, prepared.lines).map { page, lines in
      let boxes = held.filter { $0.page == page.number }.map(\.box)
      if boxes.isEmpty { return lines }
      let own = freed.filter { $0.page == page.number }.map(\.box)
      let glyphs = page.glyphs.filter { glyph in
        let (x, y) = (glyph.box.midX, glyph.box.midY)
        return !boxes.contains { $0.contains(x: x, y: y) } || own.contains { $0.contains(x: x, y: y) }
      }
      return LineAssembler.lines(glyphs, page: page.number)
    }
    return PageFlow.bodyLines(outside, pages: prepared.pages, numbered: prepared.numbered).map {
      $0.flatMap(Headings.parted)
    }
  }
}
