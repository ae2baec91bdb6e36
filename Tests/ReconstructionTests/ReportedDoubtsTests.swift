import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// What is doubted cell by cell, all the way from a page to the report.
@Suite struct ReportedDoubtsTests {
  private static let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
  private static let form = Form.of(.applications, .form2021)
  private static let right = 780.0
  /// The area of a cell in the row `granted`.
  private static func area(_ column: Int) -> Rectangle {
    Rectangle(left: 360 + 60 * Double(column), top: 108, right: 420 + 60 * Double(column), bottom: 120)
  }

  /// The cells of that row of the applications table, in which these numbers are printed; all others are blank.
  private static func states(
    _ numbers: [String], pictures: [Rectangle] = [], outlines: [Rectangle] = [], clips: [Rectangle] = []
  ) throws -> [ReportModel.Cell.State] {
    let blank = [String](repeating: "", count: 7)
    let rows = form.rows.map { row -> [DrawnTable.Cell] in
      [.init(row.label)] + (row.id == .granted ? numbers : blank).map { .init($0) }
    }
    let header: [[DrawnTable.Cell]] = [
      [.init("", rows: 2), .init("申请人情况", columns: 7)],
      Form.applicantColumns.map { .init(labels[$0]!) },
    ]
    var document = Document([
      [DrawnTable(header + rows, widths: [320] + [Double](repeating: 60, count: 7), top: 60)]
    ])
    document.pictures = { _ in pictures }
    document.outlines = { _ in outlines }
    document.clips = { _ in clips }
    let table = try #require(try Reconstructor.reconstruct(document).tables.first { $0.id == .applications })
    let row = try #require(table.rows.first { $0.id == .granted })
    return row.cells.map(\.cell.state)
  }

  private static let printed = ["", "", "40", "", "", "", "4"]
  private static let asPrinted: [ReportModel.Cell.State] = [.blank, .blank, .number, .blank, .blank, .blank, .number]
  private static func doubted(_ columns: Int...) -> [ReportModel.Cell.State] {
    asPrinted.enumerated().map { columns.contains($0) ? .unread : $1 }
  }

  @Test("A number that ends where the page is cut, and lacks a digit")
  func clipped() throws {
    // The digit of the total ends at 726.
    let clip = { Rectangle(left: 0, top: 0, right: $0, bottom: 900) }
    #expect(try Self.states(Self.printed, clips: [clip(726)]) == Self.doubted(6))
    #expect(try Self.states(Self.printed, clips: [clip(760)]) == Self.asPrinted)
    #expect(try Self.states(Self.printed) == Self.asPrinted)
  }

  @Test("Blanks beside a cell with two values")
  func two() throws {
    let states = try Self.states(["", "", "", "/2", "", "", "4"])
    #expect(states == [.blank, .blank, .unread, .unread, .unread, .blank, .number])
  }

  @Test("An empty cell that holds a picture, or the outline of a character")
  func pictured() throws {
    let area = Self.area(4)
    let picture = Rectangle(left: area.left + 4, top: area.top + 2, right: area.left + 14, bottom: area.bottom - 2)
    #expect(try Self.states(Self.printed, pictures: [picture]) == Self.doubted(4))
    #expect(try Self.states(Self.printed, outlines: [picture]) == Self.doubted(4))
  }
}
