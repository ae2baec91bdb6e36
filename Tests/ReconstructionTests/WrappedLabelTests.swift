import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// A table without edges, whose labels go on over lines: the numbers stand beside the last of them.
@Suite struct WrappedLabelTests {
  private static let columns = [40.0, 260, 380, 500]

  private func article20(_ lines: [[String]], permits: [[String]] = [["行政许可", "8"]]) throws -> Table {
    let rows =
      [["一、总体情况"], ["二、主动公开政府信息情况"], ["", "第二十条第（一）项"], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]] + lines
      + [
        ["行政规范性文件", "5", "6", "7"], ["", "第二十条第（五）项"], ["信息内容", "本年处理决定数量"],
      ] + permits + [
        ["三、收到和处理政府信息公开申请情况"]
      ]
    let glyphs = rows.enumerated().flatMap { y, row in
      row.enumerated().flatMap { x, text in
        DrawnTable.line(text, x: Self.columns[x], y: 80 + 13 * Double(y), size: 9)
      }
    }
    let document = Document([[]], lines: glyphs)
    return try #require(try Reconstructor.reconstruct(document)[.article20])
  }

  @Test(
    "The numbers are those of the row whose label begins above them",
    arguments: [
      [["规章（由有立法权的人民政"], ["府制定）", "1", "2", "3"]], [["规章（由有立法权的人民政", "1", "2", "3"], ["府制定）"]],
      [["规章", "1", "2", "3"]], [["规章（由有立法权的人民政"], ["", "1", "2", "3"], ["府制定）"]],
    ])
  func read(lines: [[String]]) throws {
    let table = try article20(lines)
    #expect(table[.regulations]?.cells.map(\.cell.value) == [1, 2, 3])
    #expect(table[.normativeDocuments]?.cells.map(\.cell.value) == [5, 6, 7])
    #expect(table.extras.isEmpty)
  }

  @Test("So is a single number")
  func single() throws {
    let permits = [["行政许可（本年度共处理"], ["", "8"], ["的决定）"], ["行政处罚", "9"]]
    let table = try article20([["规章", "1", "2", "3"]], permits: permits)
    #expect(table[.licensing]?.cells.map(\.cell.value) == [8])
  }

  @Test(
    "A number that may be the next row's does not leave its row blank",
    arguments: [
      [["行政许可"], ["", "8"]], [["行政许可（本年度"], ["处理决定）"], ["", "8"]],
    ])
  func last(permits: [[String]]) throws {
    let table = try article20([["规章", "1", "2", "3"]], permits: permits)
    #expect(table[.licensing]?.cells.map(\.cell.state) == [.unread])
  }

  @Test("A row beside which a line with numbers is nobody's is not blank")
  func beside() throws {
    let table = try article20([["规章（由有"], ["立法权的人"], ["民政府制定）", "1", "2", "3"]])
    #expect(table[.regulations]?.cells.allSatisfy { $0.cell.state == .unread } == true)
    #expect(table[.normativeDocuments]?.cells.map(\.cell.value) == [5, 6, 7])
  }
}
