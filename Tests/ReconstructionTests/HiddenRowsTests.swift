import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Rows at the edge of a sheet, and digits over the edge of a cell.
@Suite struct HiddenRowsTests {
  private static func row(_ texts: [String], isHidden: Bool) -> PrintedRow {
    let cells = texts.enumerated().map { k, text in
      let box = Rectangle(left: 40 * Double(k), top: 0, right: 40 * Double(k + 1), bottom: 12)
      let piece = PrintedPiece(
        text: text, place: .page(1, box), left: box.left, right: box.right, top: 0, bottom: 12, unit: 4,
        isHidden: isHidden)
      return PrintedCell(left: box.left, right: box.right, pieces: text.isEmpty ? [] : [piece], area: box, page: 1)
    }
    return PrintedRow(cells: cells, page: 1, top: 0, bottom: 12, block: 0)
  }

  @Test("A row that the page does not show is taken off where it is shown elsewhere, and is in doubt where it is not")
  func rows() {
    let label = "2.其他法律行政法规禁止公开"
    let hidden = Self.row([label, "16", "", "61"], isHidden: true)
    let shown = Self.row([label, "16", "45", "61"], isHidden: false)
    #expect(HiddenRows.settled([hidden, shown]).map { $0.cells[2].text } == ["45"])
    let others = HiddenRows.settled([hidden, Self.row(["3.危及", "0", "", "0"], isHidden: false)])
    #expect(others.map(\.doubt) == [.textLayer, nil])
    // A number alone may be hidden for other reasons.
    #expect(HiddenRows.settled([Self.row(["", "16", "", ""], isHidden: true)]).map(\.doubt) == [nil])
  }

  @Test("A digit that lies over an edge leaves the number beside it in doubt as well, where digits are set apart")
  func astride() {
    let grid = Grid(
      xs: [0, 40, 80], ys: [0, 20], cells: [.init(rows: 0..<1, columns: 0..<1), .init(rows: 0..<1, columns: 1..<2)],
      rightCoverage: [1, 1], owner: [0, 1])
    /// The cells that are cut, with digits of the first cell from `start` on, 7 points apart.
    func cut(_ digits: String, from start: Double) -> Set<Int> {
      let glyphs =
        digits.enumerated().flatMap { DrawnTable.line(String($1), x: start + 7 * Double($0), y: 6) }
        + DrawnTable.line("39", x: 68, y: 6)
      let contents = [0, 1].map { cell in glyphs.filter { grid.cellIndex(x: $0.box.midX, y: $0.box.midY) == cell } }
      return CutWords.cells(of: grid, lines: LineAssembler.lines(glyphs, page: 1), contents: contents)
    }
    #expect(cut("5032", from: 10) == [])
    #expect(cut("50321", from: 10.5) == [0, 1])
  }
}
