// Reconstruction: headings and sentences inside the edges of a table that are none of its words.
//
// Lines that run past a table may frame the heading after it, and a cell that a page break tore may reach over one.
import DocumentModel
import Statute

enum FramedHeadings {
  /// A line with its own numeral that is so much like a heading is one.
  private static let certain = 1.05

  /// The places of headings that run over edges of a grid: what is written in a cell does not. A heading that stands beside the grid, as on a sheet of several pages,
  /// comes on one line with what is in its cells.
  static func overEdges(of grid: Grid, _ lines: [PrintedLine]) -> [Rectangle] {
    let level = lines.lazy.filter {
      $0.box.midY > grid.ys[0] && $0.box.midY < grid.ys[grid.ys.count - 1] && Headings.mayStart($0)
    }
    return level.map(begun).filter { line in
      guard Headings.startsWithNumeral(line.text),
        let heading = Headings.candidate(line), heading.numeral == heading.id.ordinal, heading.score >= certain
      else { return false }
      let cells = line.runs.lazy.flatMap(\.glyphs).map { grid.cellIndex(x: $0.box.midX, y: $0.box.midY) }
      return Set(cells).count > 1
    }.map(\.box)
  }

  /// A gap so wide, in sizes of a character, is none between the words of a heading.
  private static let apart = 4.0

  /// What a line begins with, up to the first wide gap.
  private static func begun(_ line: PrintedLine) -> PrintedLine {
    let gap = zip(line.runs, line.runs.dropFirst()).enumerated().first { _, pair in
      guard let last = pair.0.glyphs.last else { return false }
      return pair.1.box.left - pair.0.box.right > apart * LineAssembler.size(last)
    }
    guard let gap else { return line }
    let runs = Array(line.runs[...gap.offset])
    return PrintedLine(runs: runs, box: runs.lazy.map(\.box).bounds()!, page: line.page)
  }

  /// Sections whose headings stand in cells at the side of what they are over, as in a report that is one large form.
  static func beside(_ rows: [PrintedRow]) -> Set<SectionID> {
    var result: Set<SectionID> = []
    for row in rows {
      guard let first = row.cells.first, first.pieces.count >= fewestLines, let last = row.cells.last, first != last,
        first.right - first.left < side * (last.right - first.left)
      else { continue }
      let line = FlowLine(
        text: first.text, place: .line(0), left: 0, right: 0, height: 0, columnLeft: 0, columnRight: 0)
      guard Headings.startsWithNumeral(line.compact), let heading = Headings.candidate([line], at: 0),
        heading.numeral == heading.id.ordinal, heading.score >= certain
      else { continue }
      result.insert(heading.id)
    }
    return result
  }
  /// Such a cell is no wider than this share of the form.
  private static let side = 0.35

  private static let titlesOfTables: Set<SectionID> = [.proactiveDisclosure, .applications, .reviewAndLitigation]
  /// A sentence is no shorter, in characters.
  private static let sentence = 12

  /// True where the row is one cell with sentences, as in a sheet all of whose cells are ruled: running text. The note in the corner of the
  /// applications table, and what stands about a table in brackets, is none.
  static func isProse(_ row: PrintedRow) -> Bool {
    let filled = row.cells.filter { !$0.isEmpty }
    guard filled.count == 1, let cell = filled.first, !cell.spansRows else { return false }
    // The other cells of a sheet's row are empty: its words run over them.
    if row.cells.count > 1, SecondReport.isTitle(Wording.withoutSpaces(cell.text)) { return true }
    let text = cell.text.unicodeScalars
    return text.count >= sentence && text.last == "。" && !Wording.folded(cell.text).isEmpty
  }

  /// True where the row is one cell of many lines, and one of them is the heading of a section: a frame about a part of the report.
  static func isFrame(_ row: PrintedRow, lines: [PrintedLine]) -> Bool {
    let filled = row.cells.filter { !$0.isEmpty }
    guard filled.count == 1, let cell = filled.first, cell.pieces.count >= fewestLines,
      row.cells.allSatisfy({ $0 == cell || $0.right - $0.left < strip * (cell.right - cell.left) })
    else { return false }
    return lines.contains { line in
      guard line.box.midY > row.top, line.box.midY < row.bottom, Headings.startsWithNumeral(line.text),
        let heading = Headings.candidate(line)
      else { return false }
      return heading.numeral == heading.id.ordinal && heading.score >= certain
    }
  }
  private static let fewestLines = 2
  /// Between a frame and what is framed in it there may be a strip, no wider than this share of the rest.
  private static let strip = 0.1

  /// True where one line of the page stands in the row and is the heading of a section: with its own numeral, or, with another one or none, where
  /// its words run through the cells.
  static func isHeading(_ row: PrintedRow, lines: [PrintedLine]) -> Bool {
    let own = lines.indices.filter { lines[$0].box.midY > row.top && lines[$0].box.midY < row.bottom }
    guard own.count == 1 else { return false }
    let line = lines[own[0]]
    let isWhole = row.cells.count == 1
    guard isWhole || Headings.mayStart(line) && Headings.startsWithNumeral(line.text),
      let heading = Headings.candidate(line)
    else { return false }
    if heading.numeral == heading.id.ordinal { return heading.score >= Self.certain }
    // A row of one cell whose words are the title of a section that has no table: the numeral is lost. Other titles may be captions of tables.
    if isWhole, heading.numeral == nil { return !titlesOfTables.contains(heading.id) && heading.score >= 0.7 }
    return row.cells.count { !$0.isEmpty } >= 3 && heading.score >= (heading.numeral == nil ? 0.7 : 1.1)
  }
}
