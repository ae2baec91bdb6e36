import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct TwoInOneCellTests {
  /// The cells of a row of the review table, after what stands beside two values in one cell was doubted.
  private static func states(_ texts: [String], of place: Place) -> [ReportModel.Cell.State] {
    let cells = zip(Form.reviewColumns, texts).map { column, text in
      Row.Entry(column: column, cell: ValueReader.read(text, places: [place]))
    }
    let table = Table(
      id: .reviewAndLitigation, template: .form2021, rows: [Row(id: .review, label: "行政复议", cells: cells)])
    return TwoInOneCell.doubted(table).rows[0].cells.map(\.cell.state)
  }
  private static let page = Place.page(1, Rectangle(left: 0, top: 0, right: 10, bottom: 10))

  @Test("A blank beside a cell with two values may be where one of them comes from")
  func beside() {
    #expect(Self.states(["", "1", "", "", "/2"], of: Self.page) == [.blank, .number, .blank, .unread, .unread])
    #expect(Self.states(["", "/2", "", "", "2"], of: Self.page) == [.unread, .unread, .unread, .blank, .number])
  }

  @Test("What is printed beside it is not doubted")
  func printed() {
    #expect(Self.states(["", "1", "", "7", "/2"], of: Self.page) == [.blank, .number, .blank, .number, .unread])
    #expect(Self.states(["/2", "/", "", "", "2"], of: Self.page)[1] == .placeholder)
  }

  @Test("A word beside a number comes from no cell, and in texts blanks have other signs")
  func others() {
    #expect(Self.states(["", "1", "", "", "民2"], of: Self.page) == [.blank, .number, .blank, .blank, .unread])
    #expect(Self.states(["", "1", "", "", "/2"], of: .line(1))[3] == .blank)
  }
}
