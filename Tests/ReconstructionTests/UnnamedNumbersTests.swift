// Numbers without a label beside labels without numbers → what is known of both.
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct UnnamedNumbersTests {
  private static let form = Form.of(.applications, .form2021)

  /// A table of `numbers` (nil for a blank row), and beside it a row of numbers without a label.
  private static func table(_ numbers: [[Int]?], extra: [Int]) -> Table {
    let rows = zip(form.rows, numbers).map { row, own in
      Row(
        id: row.id, label: row.label,
        cells: row.columns.enumerated().map { column, id in
          .init(
            column: id,
            cell: own.map { Cell(state: .number, text: "\($0[column])", value: .init($0[column])) }
              ?? Cell(state: .blank))
        })
    }
    return Table(
      id: .applications, template: .form2021, rows: rows,
      extras: [ExtraLine(axis: .row, label: "", places: [], texts: extra.map(String.init))])
  }

  @Test("Where columns do not add up without them, they may be those of a row that looks blank", arguments: [4, 9, 17])
  func stranded(row: Int) {
    var numbers = TextSamples.numbers(Self.form, isFull: true).map(Optional.some)
    let own = numbers[row]!
    numbers[row] = nil
    let read = UnnamedNumbers.settled(Self.table(numbers, extra: own))
    #expect(read.extras.isEmpty)
    #expect(read.rows[row].cells.allSatisfy { $0.cell.state == .unread })
    #expect(read.rows.indices.allSatisfy { $0 == row || read.rows[$0].cells.allSatisfy { $0.cell.state == .number } })
  }

  @Test("Where all columns add up they are a row too many, and blank rows are blank")
  func tooMany() throws {
    var numbers = TextSamples.numbers(Self.form, isFull: true).map(Optional.some)
    let zero = try #require(numbers.firstIndex { $0!.allSatisfy { $0 == 0 } })
    numbers[zero] = nil
    let read = UnnamedNumbers.settled(Self.table(numbers, extra: [2, 0, 0, 0, 0, 0, 2]))
    #expect(read.extras.count == 1)
    #expect(read.rows[zero].cells.allSatisfy { $0.cell.state == .blank })
  }
}
