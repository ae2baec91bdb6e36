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
}
