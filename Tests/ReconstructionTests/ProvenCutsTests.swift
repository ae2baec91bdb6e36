// Numbers that run over the edges of their cells: read where every sum of the table holds with them, and not otherwise.
import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct ProvenCutsTests {
  private static let form = Form.of(.applications, .form2021)
  private static let numbers = TextSamples.numbers(form, isFull: true) { 1 << $0 }

  /// The table with the first two cells of its first row in doubt.
  private static func table(
    first: String? = nil, doubt: Doubt = .columnAmbiguous, sharesPlace: Bool = false
  ) -> Table {
    let rows = zip(form.rows, numbers).enumerated().map { r, own in
      Row(
        id: own.0.id, label: own.0.label,
        cells: zip(own.0.columns, own.1).enumerated().map { c, entry in
          let box = Rectangle(
            left: 50 * Double(c), top: 20 * Double(r), right: 50 * Double(c + 1), bottom: 20 * Double(r + 1))
          let places = [
            Place.page(1, sharesPlace && r == 0 && c < 2 ? Rectangle(left: 0, top: 0, right: 100, bottom: 20) : box)
          ]
          let text = r == 0 && c == 0 ? first ?? String(entry.1) : String(entry.1)
          if r == 0, c < 2 {
            return .init(column: entry.0, cell: Cell(state: .unread, text: text, places: places, doubt: doubt))
          }
          return .init(column: entry.0, cell: ValueReader.read(text, places: places))
        })
    }
    return Table(id: .applications, template: .form2021, rows: rows)
  }

  private static func states(_ table: Table) -> [Cell.State] { table.rows[0].cells.prefix(2).map(\.cell.state) }

  @Test("Where all sums hold, the digits stand right")
  func holds() {
    #expect(Self.states(ProvenCuts.acquitted(Self.table())) == [.number, .number])
  }

  @Test("With a digit more or less, in one cell over two columns, or for another reason they stay in doubt")
  func stays() {
    for table in [Self.table(first: "77"), Self.table(doubt: .severalValues), Self.table(sharesPlace: true)] {
      #expect(ProvenCuts.acquitted(table) == table)
    }
  }
}
