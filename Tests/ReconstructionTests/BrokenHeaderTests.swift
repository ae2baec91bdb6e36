import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Headers of the applications table that a page break or narrow columns break up, with a column that the form lacks: only the header tells it.
@Suite struct BrokenHeaderTests {
  private typealias Cell = DrawnTable.Cell
  private static let form = Form.of(.applications, .form2021)

  /// Rows of the form with eight numbers each: the seventh is 小计.
  private static let rows = form.rows.enumerated().map { r, row in
    [Cell(row.label)] + (0..<8).map { Cell("\(10 + (7 * r + 3 * $0) % 90)") }
  }

  private static func read(_ pages: [[DrawnTable]]) throws -> Table {
    try #require(try Reconstructor.reconstruct(Document(pages)).tables.first { $0.id == .applications })
  }

  private static func isRead(_ table: Table) -> Bool {
    zip(table.rows, rows).allSatisfy { row, printed in
      row.cells.map(\.cell.text) == printed[1...6].map(\.text) + [printed[8].text]
    }
  }

  @Test("What a page break leaves of the header's first row is part of the header")
  func sliver() throws {
    let widths = [380.0] + Array(repeating: 54, count: 8)
    let first = DrawnTable([[Cell("（本列数据的勾稽关系为"), Cell("申请人情况", columns: 8)]], widths: widths, top: 800)
    let header: [[Cell]] = [
      [Cell("第一项加第二项之和等于第三项加第四项之和）", rows: 3), Cell("", columns: 8)],
      [Cell("自然人", rows: 2), Cell("法人或其他组织", columns: 6), Cell("总计", rows: 2)],
      ["商业企业", "科研机构", "公益组织", "法律服务", "其他", "小计"],
    ]
    let second = DrawnTable(header + Self.rows, widths: widths, top: 60)
    let rows = [first, second].enumerated().flatMap { index, table in
      let lines = LineAssembler.lines(table.glyphs, page: index + 1)
      return GridRows.rows(
        GridBuilder.grids(table.rulings)[0], glyphs: table.glyphs, lines: lines, page: index + 1, block: index)
    }
    let found = ApplicationsHeader(rows)
    #expect(found.indices == [0, 1, 2, 3])
    #expect(found.columnPlan?.columns.map(\.id) == Form.applicantColumns.dropLast() + [nil, .total])
  }

  @Test("A row of the header of which nothing stands before the page break is part of it, and hides no column")
  func cutRow() throws {
    let widths = [380.0] + Array(repeating: 54, count: 7)
    let first = DrawnTable(
      [
        [Cell("", rows: 3), Cell("申请人情况", columns: 7)],
        [Cell("自然人"), Cell("法人或其他组织", columns: 5), Cell("总计")], [Cell(""), "", "", "", "", "", ""],
      ], widths: widths, top: 740)
    let names: [Cell] = ["（勾稽关系为第一项加第二项之和）", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""]
    let second = DrawnTable([names] + Self.rows.map { Array($0[...7]) }, widths: widths, top: 30)
    let table = try Self.read([[first], [second]])
    #expect(table.missingColumns.isEmpty && table.extras.isEmpty)
    #expect(table.rows.map { $0.cells.map(\.cell.text) } == Self.rows.map { $0[1...7].map(\.text) })
  }

  @Test("Names of narrow columns that touch are told apart by the columns that their characters stand over")
  func touching() throws {
    let header: [[Cell]] = [
      ["项目", "自然人", "商业企", "科研机", "社会公", "法律服", "其他", "小计", "总计"],
      ["", "", "业", "构", "益组织", "务机构", "", "", ""],
    ]
    var table = DrawnTable(header + Self.rows, widths: [380.0] + Array(repeating: 24, count: 8), top: 60)
    table.rulings = []
    #expect(Self.isRead(try Self.read([[table]])))
  }
}
