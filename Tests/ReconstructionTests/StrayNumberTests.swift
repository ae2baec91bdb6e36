import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Numbers of a text that a watermark or a break drove out of their rows.
@Suite struct StrayNumberTests {
  /// An Article-20 table that prints its zeros, with rows too many, after the doubts of texts; its row 行政许可 looks empty.
  private static func table(_ extras: [String]) -> Table {
    let form = Form.of(.article20, .form2019)
    let rows = form.rows.map { row in
      Row(
        id: row.id, label: row.label,
        cells: row.columns.map { column in
          .init(
            column: column,
            cell: row.id == .licensing ? Cell(state: .blank) : Cell(state: .number, text: "0", value: 0))
        })
    }
    var reading = TableReading()
    reading.tables[.article20] = Table(
      id: .article20, template: .form2019, rows: rows,
      extras: extras.map { ExtraLine(axis: .row, label: $0, places: [], texts: ["0"]) }, places: [])
    TextDoubts.applied(to: &reading, lines: [])
    return reading.tables[.article20]!
  }

  @Test(
    "Where numbers stand by themselves, a row that looks empty may have lost them, and none is too many",
    arguments: ["", "清"])
  func stray(_ label: String) {
    let table = Self.table([label])
    #expect(table[.licensing, .decisions]?.state == .unread)
    #expect(table[.penalties, .decisions]?.text == "0")
    #expect(table.extras.isEmpty)
  }

  @Test("With no numbers but those of a row too many it is blank", arguments: [[], ["行政征收"]])
  func blank(_ extras: [String]) {
    let table = Self.table(extras)
    #expect(table[.licensing, .decisions]?.state == .blank)
    #expect(table.extras.map(\.label) == extras)
  }

  @Test("A row whose label lacks a character is not missing from a text", arguments: ["行政事业收费", "行政事业性收费"])
  func misprinted(_ label: String) {
    var table = Self.table([])
    table.missingRows = [.fees]
    var reading = TableReading()
    reading.tables[.article20] = table
    TextDoubts.applied(to: &reading, lines: [SourceLine(number: 1, text: label)])
    #expect(reading.tables[.article20]?.missingRows == [])
    reading.tables[.article20] = table
    TextDoubts.applied(to: &reading, lines: [SourceLine(number: 1, text: "行政处罚")])
    #expect(reading.tables[.article20]?.missingRows == [.fees])
  }
}
