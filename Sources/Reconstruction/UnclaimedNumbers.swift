// Reconstruction: numbers on a page that no cell of the table about them holds → the blank cells of their rows, in doubt.
import DocumentModel
import ReportModel

/// What is printed within a table is in one of its cells. Where edges are lost, or drawn where none are, a number can stand outside all of those that
/// were told apart, and its own cell looks blank.
enum UnclaimedNumbers {
  /// The table with the blank cells in doubt of the rows in whose line such a number stands.
  /// - Parameters:
  ///   - trace: how it was read: columns beyond those of the form have their own numbers.
  ///   - lines: the lines of each page, on the pages that the places of the cells are given on.
  static func doubted(_ table: Table, trace: Trace.TableTrace?, lines: [[PrintedLine]]) -> Table {
    var table = table
    let claimed = boxes(table.rows.flatMap { $0.cells.map(\.cell) }.filter { $0.state != .blank }.flatMap(\.places))
    for index in table.rows.indices where table.rows[index].cells.contains(where: { $0.cell.state == .blank }) {
      let row = table.rows[index]
      let own = boxes(row.cells.flatMap(\.cell.places))
      let isMissed = Set(own.map(\.page)).contains { page in
        let boxes = own.filter { $0.page == page }.map(\.box)
        guard lines.indices.contains(page - 1), let left = boxes.map(\.left).min(), let top = boxes.map(\.top).min(),
          let bottom = boxes.map(\.bottom).max()
        else { return false }
        let near = lines[page - 1].filter { $0.box.midY > top && $0.box.midY < bottom }
        return near.flatMap(\.runs).contains { run in
          run.box.midX > left && ValueReader.isValue(run.text)
            // Numbers of two cells that nearly touch are one run.
            && run.glyphs.contains { glyph in
              !claimed.contains { $0.page == page && $0.box.contains(x: glyph.box.midX, y: glyph.box.midY) }
            }
            && !(trace?.isBeyondForm(run.box, page: page) ?? false) && !isSubtotal(run, of: row)
        }
      }
      // A number whose column is in doubt may be that of the cells beside it.
      let unsure = row.cells.indices.filter {
        row.cells[$0].cell.doubt == .columnAmbiguous && !row.cells[$0].cell.text.isEmpty
      }
      for (place, entry) in row.cells.enumerated() where entry.cell.state == .blank {
        if isMissed || unsure.contains(where: { abs($0 - place) == 1 }) {
          table.rows[index].cells[place].cell = Cell(
            state: .unread, places: entry.cell.places, doubt: .columnAmbiguous)
        }
      }
    }
    return table
  }

  /// The lines of one cell are no further apart than so many heights of its digits.
  private static let nextLine = 0.9

  /// The table, read without rules, with the numbers in doubt right above or below which such a number stands: a narrow cell breaks a number over lines,
  /// and where no edge holds the two together one of them looks whole.
  static func stacked(_ table: Table, trace: Trace.TableTrace?, lines: [[PrintedLine]]) -> Table {
    guard trace?.method == "loose" else { return table }
    var table = table
    let cells = table.rows.flatMap { $0.cells.map(\.cell) }
    let numbers = boxes(cells.filter { $0.state == .number }.flatMap(\.places))
    // Numbers of rows that the form lacks are whole as well.
    let claimed = boxes(cells.flatMap(\.places) + table.extras.flatMap(\.places))
    var free: [Int: [Rectangle]] = [:]
    for page in Set(numbers.map(\.page)) where lines.indices.contains(page - 1) {
      let own = numbers.filter { $0.page == page }.map(\.box)
      let extent = own.bounds()!
      free[page] = lines[page - 1].flatMap(\.runs).filter { run in
        run.glyphs.allSatisfy { Wording.isDigit($0.character) } && run.box.horizontalOverlap(extent) > 0
          && own.contains { isNextLine(run.box, to: $0) }
          && !claimed.contains { $0.page == page && $0.box.contains(x: run.box.midX, y: run.box.midY) }
      }.map(\.box)
    }
    for index in table.rows.indices {
      let cells = table.rows[index].cells.map(\.cell)
      let own = cells.map { $0.state == .number ? boxes($0.places) : [] }
      let row = own.joined()
      let stacked = cells.indices.filter { place in
        own[place].contains { page, box in
          free[page]?.contains { isPart($0, of: box, among: row.filter { $0.page == page }.map(\.box)) } ?? false
        }
      }
      // A number beside each of them is a row of its own.
      if cells.count > 1, stacked.count == cells.count { continue }
      for place in stacked {
        table.rows[index].cells[place].cell = Cell(
          state: .unread, text: cells[place].text, places: cells[place].places, doubt: .severalValues)
      }
    }
    return overPages(table, lines: lines)
  }

  /// The table with the last number on a page in doubt of each column under which the next page begins with such a number: a page break can part the lines
  /// of one.
  private static func overPages(_ table: Table, lines: [[PrintedLine]]) -> Table {
    var table = table
    let claimed = boxes(table.rows.flatMap(\.cells).flatMap(\.cell.places) + table.extras.flatMap(\.places))
    for page in Set(claimed.map(\.page)) where lines.indices.contains(page) {
      let below = claimed.filter { $0.page == page + 1 }.map(\.box)
      guard let first = below.min(by: { $0.top < $1.top }) else { continue }
      let free = lines[page].filter {
        $0.box.bottom < first.top && first.top - $0.box.bottom < breakLines * first.height
      }.flatMap(\.runs).filter { $0.glyphs.allSatisfy { Wording.isDigit($0.character) } }.map(\.box)
      if free.isEmpty { continue }
      let last = claimed.filter { $0.page == page }.map(\.box).max { $0.bottom < $1.bottom }!
      for row in table.rows.indices {
        for place in table.rows[row].cells.indices {
          let cell = table.rows[row].cells[place].cell
          let isBroken = boxes(cell.places).contains { own in
            own.page == page && last.bottom - own.box.bottom < breakLines * last.height
              && free.contains { $0.horizontalOverlap(own.box) > 0 }
          }
          guard cell.state == .number, isBroken else { continue }
          table.rows[row].cells[place].cell = Cell(
            state: .unread, text: cell.text, places: cell.places, doubt: .severalValues)
        }
      }
    }
    return table
  }
  /// What is left of a row stands so near to the next one at most, in heights of a digit.
  private static let breakLines = 4.0

  /// True for what stands on the line right above or below a number.
  private static func isNextLine(_ other: Rectangle, to box: Rectangle) -> Bool {
    let gap = max(box.top - other.bottom, other.top - box.bottom)
    return gap < nextLine * box.height && (other.horizontalOverlap(box) > 0 || gap >= -box.height / 2)
  }

  /// True for digits on the next line that stand over a number of a row; where they stand over none, beside it.
  private static func isPart(_ other: Rectangle, of box: Rectangle, among row: [Rectangle]) -> Bool {
    guard isNextLine(other, to: box) else { return false }
    let near = row.filter { isNextLine(other, to: $0) }
    if near.contains(where: { $0.horizontalOverlap(other) > 0 }) { return box.horizontalOverlap(other) > 0 }
    let before = near.filter { $0.right <= other.left }.max { $0.right < $1.right }
    let behind = near.filter { $0.left >= other.right }.min { $0.left < $1.left }
    return box == before || box == behind
  }

  /// True for what the cells of 法人或其他组织 add up to: a column that many reports add, and whose header an edge may have hidden.
  private static func isSubtotal(_ run: Run, of row: Row) -> Bool {
    let organizations = row.cells.filter { $0.column != .naturalPerson && $0.column != .total }.map(\.cell)
    guard row.cells.last?.column == .total, organizations.allSatisfy({ $0.state != .unread && $0.state != .text })
    else { return false }
    return ValueReader.read(run.text, places: []).value == organizations.map(\.value).sum
  }

  private static func boxes(_ places: [Place]) -> [(page: Int, box: Rectangle)] {
    places.compactMap { if case .page(let page, let box) = $0 { (page, box) } else { nil } }
  }
}

extension Trace.TableTrace {
  /// True where a column that the form lacks stands, in a row that it was used for.
  fileprivate func isBeyondForm(_ box: Rectangle, page: Int) -> Bool {
    plans.contains { placed in
      placed.plan.columns.contains { $0.id == nil && !$0.isJoined && $0.left < box.midX && $0.right > box.midX }
        && placed.rows.contains { rows[$0].page == page && rows[$0].top < box.midY && rows[$0].bottom > box.midY }
    }
  }
}
