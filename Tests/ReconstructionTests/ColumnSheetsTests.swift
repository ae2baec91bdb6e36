import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Sheets wider than their paper, whose last columns stand on pages of their own.
@Suite struct ColumnSheetsTests {
  private static func rows(_ texts: [[String]]) -> [PrintedRow] {
    texts.enumerated().map { index, texts in
      let top = 20 * Double(index)
      let cells = texts.enumerated().map { column, text -> PrintedCell in
        let box = Rectangle(left: 40 * Double(column), top: top, right: 40 * Double(column + 1), bottom: top + 20)
        let piece = PrintedPiece(
          text: text, place: .page(2, box), left: box.left, right: box.right, top: top, bottom: top + 20, unit: 5)
        return PrintedCell(left: box.left, right: box.right, pieces: text.isEmpty ? [] : [piece], area: box, page: 2)
      }
      return PrintedRow(cells: cells, page: 2, top: top, bottom: top + 20, block: 1)
    }
  }

  private static let numbers = [["0", "12"], ["3", "4"], ["", "16"]]

  @Test(
    "Columns that stand on a page of their own, over numbers and without labels of rows, are not missing",
    arguments: [
      ([["其他", "总计"]] + numbers, 0), ([["其他组织", ""], ["其他", "总计"]] + numbers, 0),
      ([["", "总计"]] + numbers, 2), ([["其他", "总计"]] + numbers.dropLast(), 2),
      ([["其他", "总计"], ["公开", "5"]] + numbers, 2),
    ])
  func columns(texts: [[String]], missing: Int) {
    let form = Form.of(.applications, .form2021)
    let table = Table(
      id: .applications, template: .form2021, rows: form.rows.map { CellFactory.unread($0, doubt: .rowNotFound) },
      missingColumns: [.otherOrganization, .total])
    #expect(PrintedLabels.acquitted(table, elsewhere: Self.rows(texts)).missingColumns.count == missing)
  }
}
