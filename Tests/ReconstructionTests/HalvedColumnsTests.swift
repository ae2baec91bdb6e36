import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables without rules whose names stand in the middle of their columns and whose numbers stand at the side.
@Suite struct HalvedColumnsTests {
  private static let form = Form.of(.applications, .form2019)
  /// All but that of 法律服务机构, which is not printed.
  private static let columns = Form.applicantColumns.filter { $0 != .legalService }
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益", "其他", "总计"]

  /// The number of a cell: rows and columns add up.
  private static func number(_ row: RowID, _ column: ColumnID) -> Int {
    switch row {
    case .newReceived: number(.total, column) + number(.carriedForward, column) - number(.carriedOver, column)
    case .granted, .total: column == .total ? 120 : 24
    case .carriedForward: column == .total ? 5 : 1
    default: 0
    }
  }

  @Test("Numbers beside the name of a column, and not under it, are that column's")
  func halved() throws {
    func x(_ column: Int) -> Double { 400 + 60 * Double(column) }
    var glyphs = DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 40, y: 60, size: 12)
    glyphs += DrawnTable.line("申请人情况", x: 540, y: 88)
    for (c, name) in Self.names.enumerated() {
      glyphs += DrawnTable.line(name, x: x(c) + 28 - 4 * Double(name.count), y: 100)
    }
    for (r, row) in Self.form.rows.enumerated() {
      let y = 114 + 12 * Double(r)
      glyphs += DrawnTable.line(row.label, x: 40, y: y)
      for (c, column) in Self.columns.enumerated() {
        glyphs += DrawnTable.line(String(Self.number(row.id, column)), x: x(c) + 10, y: y)
      }
    }
    glyphs += DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 40, y: 500, size: 12)
    let report = try Reconstructor.reconstruct(Document([[]], lines: glyphs))
    let table = try #require(report.tables.first { $0.id == .applications })
    #expect(table.missingColumns == [.legalService])
    for row in table.rows {
      for column in Self.columns { #expect(row[column]?.value.map { "\($0)" } == "\(Self.number(row.id, column))") }
    }
  }
}
