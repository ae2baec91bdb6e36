import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Rows set with tabs whose labels run over the first stops: their last numbers go on in the next line.
@Suite struct WrappedRowsTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益", "法律服务", "其他", "总计"]

  /// The table on a page without rules; `wrapped`: what of this row's numbers stands under its label, and how many columns the others are further on.
  private static func table(_ row: RowID, wrapped count: Int) throws -> Table {
    func x(_ column: Int) -> Double { 420 + 60 * Double(column) }
    var glyphs = DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 40, y: 60, size: 12)
    for (c, name) in names.enumerated() { glyphs += DrawnTable.line(name, x: x(c), y: 90) }
    var y = 104.0
    for own in form.rows {
      glyphs += DrawnTable.line(own.label, x: 60, y: y)
      let shift = own.id == row ? count : 0
      for c in 0..<(names.count - shift) { glyphs += DrawnTable.line("\(c + 1)", x: x(c + shift), y: y) }
      y += 12
      for c in 0..<shift { glyphs += DrawnTable.line("9", x: 60 + 40 * Double(c), y: y) }
      if shift > 0 { y += 12 }
    }
    glyphs += DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 40, y: y + 40, size: 12)
    return try #require(
      Reconstructor.reconstruct(Document([[]], lines: glyphs)).tables.first { $0.id == .applications })
  }

  @Test("The numbers of a row that goes on in the next line belong to no column for certain", arguments: [1, 2])
  func wrapped(count: Int) throws {
    let row = try #require(Self.table(.newReceived, wrapped: count).rows.first { $0.id == .newReceived })
    #expect(row.cells.allSatisfy { $0.cell.state == .unread })
  }

  @Test("Rows that end where they should are read")
  func whole() throws {
    let row = try #require(Self.table(.newReceived, wrapped: 0).rows.first { $0.id == .newReceived })
    #expect(row.cells.map(\.cell.text) == ["1", "2", "3", "4", "5", "6", "7"])
  }

  @Test(
    "A label that goes on under its numbers is whole; one that does not is as it is printed",
    arguments: [("（一）予以公", ["开"], "（一）予以公开"), ("（一）予以公", [], "（一）予以公")] as [(String, [String], String)])
  func brokenLabel(printed: String, rest: [String], label: String) throws {
    var glyphs = DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 40, y: 60, size: 12)
    for (c, name) in Self.names.enumerated() { glyphs += DrawnTable.line(name, x: 420 + 60 * Double(c), y: 90) }
    var y = 104.0
    for own in Self.form.rows {
      glyphs += DrawnTable.line(own.id == .granted ? printed : own.label, x: 60, y: y)
      for c in Self.names.indices { glyphs += DrawnTable.line("\(c + 1)", x: 420 + 60 * Double(c), y: y) }
      y += 12
      for line in own.id == .granted ? rest : [] {
        glyphs += DrawnTable.line(line, x: 60, y: y)
        y += 12
      }
    }
    let tables = try Reconstructor.reconstruct(Document([[]], lines: glyphs)).tables
    let table = try #require(tables.first { $0.id == .applications })
    #expect(try #require(table.rows.first { $0.id == .granted }).label == label)
  }

  /// The first row's numbers in two lines, over and under the middle of its label; where `lacks`, the second row is not printed.
  private static func twoLines(_ upper: [String], _ lower: [String], lacks second: Bool) throws -> [Row] {
    var glyphs = DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 40, y: 60, size: 12)
    for (c, name) in names.enumerated() { glyphs += DrawnTable.line(name, x: 420 + 60 * Double(c), y: 90) }
    var y = 120.0
    for own in form.rows where !second || own.id != .carriedOver {
      glyphs += DrawnTable.line(own.label, x: 60, y: y)
      for c in names.indices {
        func draw(_ text: String, _ y: Double) { glyphs += DrawnTable.line(text, x: 420 + 60 * Double(c), y: y) }
        if own.id == .newReceived {
          draw(upper[c], y - 6)
          draw(lower[c], y + 6)
        } else {
          draw("\(c + 1)", y)
        }
      }
      y += own.id == .newReceived ? 24 : 18
    }
    glyphs += DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 40, y: y + 40, size: 12)
    let tables = try Reconstructor.reconstruct(Document([[]], lines: glyphs)).tables
    return try #require(tables.first { $0.id == .applications }).rows
  }

  @Test(
    "Of a number in two lines no part is the whole",
    arguments: [
      (["24，", "8，", "3，", "2，", "1，", "2，", "42，"], ["816", "081", "070", "755", "798", "368", "888"], false),
      (["4152", "1206", "", "", "", "", "6138"], ["1", "4", "680", "1539", "3361", "2216", "1"], true),
      (["4，", "1，", "", "", "", "", "6，"], ["152", "206", "680", "539", "361", "216", "138"], true),
    ])
  func twoLines(upper: [String], lower: [String], lacksSecond: Bool) throws {
    let rows = try Self.twoLines(upper, lower, lacks: lacksSecond)
    for (c, entry) in try #require(rows.first { $0.id == .newReceived }).cells.enumerated() {
      #expect(entry.cell.state == .unread || entry.cell.text == upper[c] + lower[c], "\(entry.cell)")
    }
    if lacksSecond {
      let cells = rows.first { $0.id == .carriedOver }?.cells ?? []
      #expect(cells.allSatisfy { $0.cell.state == .unread })
    }
  }
}
