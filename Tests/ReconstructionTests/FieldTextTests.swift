import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables in texts as people and programs leave them.
@Suite struct FieldTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let header = [
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "", "", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计",
  ]

  /// Rows of a consistent table, with the empty fields of merged label cells.
  private static func rows(_ change: (Int, [String]) -> [String] = { $1 }) -> [[String]] {
    let numbers = form.rows.indices.map { r -> [Int] in
      switch ApplicationSums.Role(form.rows[r].id) {
      case .incoming: r == 0 ? [23, 2, 0, 0, 0, 1, 26] : [0, 0, 0, 0, 0, 0, 0]
      case .outcome: r == 2 ? [23, 0, 0, 0, 0, 0, 23] : r == 3 ? [0, 2, 0, 0, 0, 1, 3] : [0, 0, 0, 0, 0, 0, 0]
      case .total: [23, 2, 0, 0, 0, 1, 26]
      case .carriedForward: [0, 0, 0, 0, 0, 0, 0]
      }
    }
    return [header]
      + zip(form.rows, numbers).enumerated().map { r, pair in
        let labels =
          r == 2
          ? ["三、本年度办理结果", pair.0.label, ""] : r > 2 && r < 22 ? ["", pair.0.label, ""] : [pair.0.label, "", ""]
        return labels + change(r, pair.1.map(String.init))
      }
  }

  private static func table(_ lines: [String]) throws -> Table {
    let all = ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"] + lines + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let report = try Reconstructor.reconstruct(
      Document(content: .text(all.enumerated().map { SourceLine(number: $0 + 1, text: $1) })))
    return try #require(report.tables.first { $0.id == .applications })
  }

  private static func states(_ row: Row?) -> [String] {
    row?.cells.map { $0.cell.state == .number ? $0.cell.text : $0.cell.state.rawValue } ?? []
  }

  @Test("Where line ends with empty totals are cut off no number moves to another column")
  func cutLineEnds() throws {
    let table = try Self.table(
      Self.rows { r, cells in r == 2 || r == 3 ? cells.dropLast() + [""] : cells }.map { row in
        var row = row
        while row.last == "" { row.removeLast() }
        return row.joined(separator: "\t")
      })
    let granted = Self.states(table[.granted])
    #expect(granted.allSatisfy { $0 == "unread" } || granted == ["23", "0", "0", "0", "0", "0", "blank"])
    #expect(Self.states(table[.newReceived]) == ["23", "2", "0", "0", "0", "1", "26"])
  }

  @Test(
    "The numeral that is left of a label is no number of the row: none moves to another column",
    arguments: [
      (["", "2", ""], ["5", "4", "3", "0", "0", "0", "12"]), (["", "", "2"], ["5", "4", "3", "0", "0", "0", "12"]),
      (["", "", "2"], ["", "4", "3", "", "", "5", ""]), (["2"], ["", "4", "3", "", "", "", "7"]),
    ])
  func numerals(label: [String], values: [String]) throws {
    let lines = Self.rows().enumerated().map { $0 == 6 ? label + values : $1 }.map { $0.joined(separator: "\t") }
    let table = try Self.table(lines)
    let row = try #require(table.rows.first { $0.id == .deniedForbiddenByLaw })
    for (entry, printed) in zip(row.cells, values) {
      #expect(entry.cell.state == .unread || entry.cell.text == printed)
    }
    #expect(
      table.rows.filter { $0.id != .deniedForbiddenByLaw }.allSatisfy {
        $0.cells.allSatisfy { $0.cell.state == .number }
      })
  }

  @Test("Columns printed in another order are read by their headers")
  func exchanged() throws {
    let rows = Self.rows().map { row in Array(row[..<3]) + [row[9]] + row[3..<9] }
    let table = try Self.table(rows.map { $0.joined(separator: "\t") })
    #expect(Self.states(table[.newReceived]) == ["23", "2", "0", "0", "0", "1", "26"])
  }

  @Test(
    "Numbers that something else than a space parts from their label are not blank", arguments: ["：", "、", "/", "·"])
  func heldInLabel(mark: String) throws {
    let lines = Self.rows().dropFirst().map { row in
      row.filter { !$0.isEmpty && !$0.allSatisfy(\.isNumber) }.joined() + mark + row.suffix(7).joined(separator: mark)
    }
    guard let table = try? Self.table([Self.header.joined(separator: "  ")] + lines) else { return }
    #expect(!table.rows.contains { $0.cells.contains { $0.cell.state == .blank } })
  }

  @Test("Marks that word processors leave between cells part them")
  func cellMarks() throws {
    let table = try Self.table(Self.rows().map { $0.joined(separator: "\t") })
    #expect(Self.states(table[.newReceived]) == ["23", "2", "0", "0", "0", "1", "26"])
    #expect(table.isProven)
  }

  @Test("A break inside a field of Markdown does not make one number of two")
  func breaks() throws {
    let table = try Self.table(
      Self.rows { r, cells in r == 2 ? ["2<br>3"] + cells.dropFirst() : cells }.map {
        "| " + $0.map { $0.isEmpty ? " " : $0 }.joined(separator: " | ") + " |"
      })
    #expect(Self.states(table[.granted]) == ["unread", "0", "0", "0", "0", "0", "23"])
  }

  @Test("Two rows that came to one are two numbers, not one longer one")
  func twice() throws {
    var rows = Self.rows()
    rows.insert(rows[3], at: 4)
    let table = try Self.table(rows.map { $0.joined(separator: "\t") })
    #expect(Self.states(table[.granted]).allSatisfy { $0 != "2323" })
  }
}
