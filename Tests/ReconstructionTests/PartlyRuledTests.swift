import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables whose edges are drawn on some of their pages only.
@Suite struct PartlyRuledTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let first = 13

  private static func x(_ column: Int) -> Double { 500 + 55 * Double(column) }
  private static func y(_ row: Int) -> Double { 140 + 40 * Double(row % first) }

  /// The table on two pages, ruled on the second; `change` falsifies a number of the first page.
  private static func table(without missing: RowID? = nil, isWhole: Bool = true) throws -> Table {
    let header = names.enumerated().flatMap { DrawnTable.line($1, x: x($0), y: 100) }
    var pages = [
      DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14)
        + DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 60, y: 70, size: 10) + (isWhole ? header : []), [],
    ]
    for (r, numbers) in TextSamples.numbers(form).enumerated() where form.rows[r].id != missing {
      pages[r / first] += DrawnTable.line(form.rows[r].label, x: 40, y: y(r))
      for (c, number) in numbers.enumerated() {
        pages[r / first] += DrawnTable.line(String(number), x: x(c), y: y(r))
      }
    }
    let bottom = y(form.rows.count - 1) + 20
    var rulings: [Ruling] = []
    for edge in [35, 490] + names.indices.map({ x($0) + 45 }) {
      rulings.append(Ruling(kind: .line, isHorizontal: false, position: edge, start: y(first) - 20, end: bottom))
    }
    for row in first...form.rows.count {
      let place = row == form.rows.count ? bottom : y(row) - 20
      rulings.append(Ruling(kind: .line, isHorizontal: true, position: place, start: 35, end: x(6) + 45))
    }
    let edges = rulings
    let report = try Reconstructor.reconstruct(
      Document(
        content: .pages(pages.enumerated().map { Page(number: $0 + 1, width: 900, height: 900, glyphs: $1) }),
        rulings: { $0 == 2 ? edges : [] }))
    return try #require(report[TableID.applications])
  }

  @Test("A table that is ruled on its last page alone is read from its first page on")
  func whole() throws {
    let table = try Self.table()
    #expect(table.isProven)
    #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == .number } })
  }

  @Test("Where it cannot be read as a whole, none of the rows that are printed is called missing")
  func part() throws {
    let table = try Self.table(without: .deniedStateSecret, isWhole: false)
    #expect(Set(table.missingRows).isSubset(of: [.deniedStateSecret]))
    #expect(!table.isProven)
  }
}
