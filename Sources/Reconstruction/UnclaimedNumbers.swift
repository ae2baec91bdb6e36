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
      free[page] = lines[page - 1].flatMap(\.runs).filter { run in
        run.glyphs.allSatisfy { Wording.isDigit($0.character) }
          && numbers.contains { $0.page == page && isNext(run.box, to: $0.box) }
          && !claimed.contains { $0.page == page && $0.box.contains(x: run.box.midX, y: run.box.midY) }
      }.map(\.box)
    }
    for row in table.rows.indices {
      let cells = table.rows[row].cells.map(\.cell)
      let stacked = cells.indices.filter { index in
        cells[index].state == .number
          && boxes(cells[index].places).contains { page, box in
            free[page]?.contains { isNext($0, to: box) } ?? false
          }
      }
      // A number beside each of them is a row of its own.
      if cells.count > 1, stacked.count == cells.count { continue }
      for index in stacked {
        table.rows[row].cells[index].cell = Cell(
          state: .unread, text: cells[index].text, places: cells[index].places, doubt: .severalValues)
      }
    }
    return table
  }

  /// True for what stands right above or below a number.
  private static func isNext(_ other: Rectangle, to box: Rectangle) -> Bool {
    other.horizontalOverlap(box) > 0
      && max(box.top - other.bottom, other.top - box.bottom) < nextLine * box.height
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
