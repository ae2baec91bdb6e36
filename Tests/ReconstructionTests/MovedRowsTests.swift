import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Rows whose cells a program printed left of their columns, as the cells of group labels were lost behind a page break.
@Suite struct MovedRowsTests {
  private static let form = Form.of(.applications, .form2021)
  private static let labels = Form.columnLabels(table: .applications, template: .form2021, row: .newReceived)

  /// What is read of a table in which the rows of （五）不予处理 begin a column too far at the left; each of them has these numbers.
  /// - Parameters:
  ///   - isOpen: without the edge before the last column in these rows.
  ///   - count: so many of the rows.
  private static func read(
    _ numbers: [String], isOpen: Bool, isRuled: Bool = true, of count: Int = 5
  ) throws -> [[Cell]] {
    let header: [[DrawnTable.Cell]] = [
      [.init("", columns: 3, rows: 2), .init("申请人情况", columns: 7)], Form.applicantColumns.map { .init(labels[$0]!) },
    ]
    let moved = form.rows.filter { $0.id.rawValue.hasPrefix("rejected.") }.prefix(count)
    let rows = form.rows.map { row -> [DrawnTable.Cell] in
      guard moved.contains(where: { $0.id == row.id }) else {
        return [.init(row.label, columns: 3)] + ["0", "1", "", "0", "", "", "1"].map { .init($0) }
      }
      let group = row.id == moved[0].id ? [DrawnTable.Cell("（五）不予处理", rows: moved.count)] : []
      return group + [.init(String(row.label.prefix(12)))] + numbers.map { .init($0) }
    }
    let table = DrawnTable(header + rows, widths: [150, 150, 150] + [Double](repeating: 100, count: 7), top: 60)
    let page = Page(
      number: 1, width: 1300, height: 900,
      glyphs: table.glyphs + DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 20, y: 30, size: 12))
    let first = 60 + 12 * Double(2 + form.rows.firstIndex { $0.id == moved[0].id }!)
    let last = first + 12 * Double(moved.count)
    let rulings = table.rulings.filter {
      !(isOpen && !$0.isHorizontal && $0.position == 1090 && $0.start >= first && $0.end <= last)
    }
    let document = Document(content: .pages([page]), rulings: { _ in isRuled ? rulings : [] })
    let report = try Reconstructor.reconstruct(document)
    let read = try #require(report[TableID.applications])
    return read.rows.filter { row in moved.contains { $0.id == row.id } }.map { $0.cells.map(\.cell) }
  }

  @Test(
    "Where a row's cells stand left of their columns, none is the column's under which it stands",
    arguments: [["", "", "1", "0", "", "", "1"], ["0", "", "1", "0", "", "", "1"], ["", "", "", "", "", "", ""]],
    [false, true])
  func moved(numbers: [String], isOpen: Bool) throws {
    let cells = try Self.read(numbers, isOpen: isOpen)
    #expect(cells.count == 5)
    for row in cells { #expect(row.allSatisfy { $0.state == .unread }) }
  }

  @Test("Without rules, what stands left of all columns behind a label leaves no blank at the end of its row")
  func movedWithoutRules() throws {
    let cells = try Self.read(Array(repeating: "/", count: 7), isOpen: false, isRuled: false, of: 1)
    #expect(cells.count == 1)
    for row in cells { #expect(!row.contains { $0.state == .blank }) }
  }
}
