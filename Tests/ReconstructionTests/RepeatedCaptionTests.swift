import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// A header that is repeated after a page break repeats the caption in its first row too.
@Suite struct RepeatedCaptionTests {
  private static let widths = [120.0, 30, 30, 30, 30, 30, 30, 30]
  private static let header: [[DrawnTable.Cell]] = [
    [.init("收到和处理政府信息公开申请情况统计表", columns: 8)], [.init("单位：件", columns: 8)],
    ["", "自然人", "商业企业", "科研机构", "公益组织", "法律机构", "其他", "总计"],
  ]

  @Test("The caption is no part of the row that the break cuts in two")
  func caption() throws {
    let upper =
      Self.header + [
        ["一、本年新收政府信息公开申请数量", "7", "0", "1", "0", "0", "2", "10"],
        ["二、上年结转政府信息", "", "", "", "", "", "", ""],
      ]
    let lower =
      Self.header + [
        ["公开申请数量", "1", "0", "0", "0", "0", "3", "4"], ["（一）予以公开", "8", "0", "1", "0", "0", "5", "14"],
      ]
    var rows: [PrintedRow] = []
    for (number, cells) in [upper, lower].enumerated() {
      let drawn = DrawnTable(cells, widths: Self.widths, top: 100)
      let lines = LineAssembler.lines(drawn.glyphs, page: number + 1)
      for grid in GridBuilder.grids(drawn.rulings) {
        rows += GridRows.rows(grid, glyphs: drawn.glyphs, lines: lines, page: number + 1, block: number)
      }
    }
    var reader = ApplicationsReader()
    let read = reader.read(rows)
    let table = try #require(read)
    let row = try #require(table.rows.first { $0.id == .carriedOver })
    #expect(row.cells.map(\.cell.text) == ["1", "0", "0", "0", "0", "3", "4"])
    #expect(row.cells.allSatisfy { $0.cell.state == .number })
  }
}
