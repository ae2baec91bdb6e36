import DocumentModel
import Testing

@testable import Reconstruction

/// Labels and numbers of a table without rules, on lines of their own.
@Suite struct NearestLabelsTests {
  private static func cell(_ text: String, left: Double, top: Double) -> PrintedCell {
    PrintedCell(
      left: left, right: left + 20,
      pieces: [
        PrintedPiece(
          text: text, place: .page(1, Rectangle(left: left, top: top, right: left + 20, bottom: top + 10)), left: left,
          right: left + 20, top: top, bottom: top + 10, unit: 5)
      ], page: 1)
  }

  /// Whether the numbers between two labels, taken for those of the first, may be those of the second, which has something else beside it.
  private static func areNearer(numbersAt top: Double, beside text: String) -> Bool {
    let label = cell("规章", left: 100, top: 100)
    let number = cell("12", left: 200, top: top)
    let other = cell("行政规范性文件", left: 100, top: 130)
    let beside = cell(text, left: 400, top: 130)
    let rows = [[label], [number], [other, beside]].map { cells in
      PrintedRow(
        cells: cells, page: 1, top: cells[0].pieces[0].top, bottom: cells[0].pieces[0].bottom, block: 0, isLoose: true)
    }
    let splits: [PartedRows.Split] = [([label], [], []), ([], [], [number]), ([other], [], [beside])]
    return NearestLabels.areNearerAnother(0, [[0, 1], [2]], rows: rows, splits: splits)
  }

  @Test(
    "Numbers as near to a label with only a remark beside it are not certain; with a number beside it they are",
    arguments: [(122.0, "含结转3件", true), (122, "3", false), (104, "含结转3件", false)])
  func remarks(top: Double, text: String, areNearer: Bool) {
    #expect(Self.areNearer(numbersAt: top, beside: text) == areNearer)
  }
}
