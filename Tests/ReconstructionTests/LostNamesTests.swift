import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Rows of numbers without a name beside a table without rules: another table has run into it.
@Suite struct LostNamesTests {
  private static func table(_ extras: [(label: String, texts: [String])]) -> Table {
    let form = Form.of(.applications, .form2021)
    return Table(
      id: .applications, template: .form2021, rows: form.rows.map { CellFactory.unread($0, doubt: .rowNotFound) },
      extras: extras.map { ExtraLine(axis: .row, label: $0.label, places: [], texts: $0.texts) })
  }

  @Test("Several rows of numbers without a name say that names are lost")
  func lost() {
    #expect(PrintedLabels.haveLostNames(Self.table([("", ["1", "0", "3"]), ("", ["0", "0", "7"])])))
  }

  @Test("One such row, a row with a name, or a row without numbers do not")
  func kept() {
    #expect(!PrintedLabels.haveLostNames(Self.table([("", ["1", "0", "3"]), ("6.其他情形", ["0", "0", "7"])])))
    #expect(!PrintedLabels.haveLostNames(Self.table([("", ["", "", ""]), ("", ["填报人", "", ""])])))
  }

  @Test("A row whose label is a line of a cell that holds another row too is not missing")
  func stacked() {
    let form = Form.of(.article20, .form2021)
    let table = Table(
      id: .article20, template: .form2021, rows: form.rows.map { CellFactory.unread($0, doubt: .severalValues) },
      missingRows: [.regulations])
    func missing(_ lines: [String]) -> [RowID] {
      let pieces = lines.enumerated().map { index, text in
        PrintedPiece(
          text: text, place: .line(1), left: 0, right: 50, top: 12 * Double(index), bottom: 12 * Double(index) + 10,
          unit: 5)
      }
      let cell = PrintedCell(left: 0, right: 60, pieces: pieces)
      let row = PrintedRow(cells: [cell], page: 1, top: 0, bottom: 30, block: 0)
      return PrintedLabels.acquitted(table, rows: [row]).missingRows
    }
    #expect(missing(["规章", "行政规范性文件"]) == [])
    #expect(missing(["规章", "的说明"]) == [.regulations])
  }
}
