import DocumentModel
import Testing

@testable import Reconstruction

/// A row that a page break cuts through stands on both pages, each showing a part of it.
@Suite struct SlicedRowsTests {
  private static func row(_ texts: [String], page: Int, top: Double, hidden: Bool = false) -> PrintedRow {
    let cells = texts.enumerated().map { k, text in
      let left = 60 + 40 * Double(k)
      let piece = PrintedPiece(
        text: text, place: .page(page, Rectangle(left: left, top: top, right: left + 20, bottom: top + 12)), left: left,
        right: left + 20, top: top, bottom: top + 12, unit: 5, isHidden: hidden)
      return PrintedCell(left: left, right: left + 40, pieces: text.isEmpty ? [] : [piece], area: nil, page: page)
    }
    return PrintedRow(cells: cells, page: page, top: top, bottom: top + 14, block: page)
  }

  private static let label = "1.属于国家秘密"

  private func joined(_ rows: [PrintedRow]) -> [PrintedRow] {
    SlicedRows.joined(rows, labels: FormPatterns.both(.applications).patterns)
  }

  @Test(
    "A label of two lines, of which each page shows one, is one row with its numbers; other labels under it are rows",
    arguments: [
      ("（二）部分公开（区分处理的，只计这一", "情形，不计其他情形）", true), ("2.其他法律行政法规", "禁止公开", true),
      ("（二）部分公开", "1.属于国家秘密", false), ("2.其他法律行政法规", "3.危及“三安全一稳定”", false), ("（二）部分公开", "区分", false),
    ])
  func labels(upper: String, lower: String, isOne: Bool) {
    let first = Self.row([upper, "3", "0"], page: 1, top: 760)
    let second = Self.row([lower, "3", "0"], page: 2, top: 60)
    let rows = joined([first, Self.row(["", "", ""], page: 1, top: 774), second])
    #expect(rows.count == (isOne ? 2 : 3))
    #expect(rows[0].cells.map(\.text) == (isOne ? [upper + lower, "3", "0"] : [upper, "3", "0"]))
  }

  @Test(
    "Both parts say the same: one row, and it is shown",
    arguments: [
      [],
      [row(["", "", ""], page: 1, top: 780)],
      [row(["", "", "", "—1—"], page: 1, top: 790), row(["", "", ""], page: 2, top: 40)],
    ])
  func joined(between: [PrintedRow]) {
    let upper = Self.row([Self.label, "3", "0"], page: 1, top: 760, hidden: true)
    let lower = Self.row([Self.label, "3", "0"], page: 2, top: 60)
    let rows = joined([upper] + between + [lower])
    #expect(rows == [lower] + between)
  }

  @Test("A row that both pages show whole is one where the frame of the table goes on below it to the end of the page")
  func open() {
    let upper = Self.row([Self.label, "3", "0"], page: 1, top: 760)
    let lower = Self.row([Self.label, "3", "0"], page: 2, top: 60)
    let frame = Self.row(["", "", ""], page: 1, top: 774)
    #expect(joined([upper, frame, lower]).count == 2)
    #expect(joined([upper, frame, Self.row([Self.label, "8", "0"], page: 2, top: 60)]).count == 3)
  }

  @Test(
    "Rows that differ, that nothing cuts, or that stand on one page stay two",
    arguments: [
      (row([label, "3", "0"], page: 1, top: 760, hidden: true), row([label, "8", "0"], page: 2, top: 60)),
      (row([label, "3", "0"], page: 1, top: 760), row([label, "3", "0"], page: 2, top: 60)),
      (row([label, "3", "0"], page: 1, top: 700, hidden: true), row([label, "3", "0"], page: 1, top: 760)),
      (row([label, "", ""], page: 1, top: 760, hidden: true), row([label, "", ""], page: 2, top: 60)),
    ])
  func apart(upper: PrintedRow, lower: PrintedRow) {
    #expect(joined([upper, lower]) == [upper, lower])
  }
}
