import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// What lies about and under the tables of a page: ruled paper, frames around everything, words many times as large as the text.
@Suite struct PageGroundTests {
  private static let rows: [[DrawnTable.Cell]] = [
    [.init("第二十条第（一）项", columns: 4)], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "1", "2", "3"],
    ["行政规范性文件", "4", "5", "6"], [.init("第二十条第（五）项", columns: 4)], ["信息内容", .init("本年处理决定数量", columns: 3)],
    ["行政许可", .init("7", columns: 3)],
  ]
  private static let widths = [90.0, 80, 80, 80]

  private static func numbers(_ report: Report) -> [String] {
    report.tables.first { $0.id == .article20 }?.rows.flatMap { $0.cells.map(\.cell) }.filter { $0.state == .number }
      .map(\.text) ?? []
  }
  private static func across(_ y: Double, from start: Double, to end: Double) -> Ruling {
    Ruling(kind: .line, isHorizontal: true, position: y, start: start, end: end)
  }
  private static func down(_ x: Double, from start: Double, to end: Double) -> Ruling {
    Ruling(kind: .line, isHorizontal: false, position: x, start: start, end: end)
  }

  @Test("Lines of the paper bound no row and strike no digit out", arguments: [15.0, 17, 21])
  func paper(step: Double) throws {
    var drawn = DrawnTable(Self.rows, widths: Self.widths, top: 200)
    let own = drawn.rulings
    let paper = (0..<24).map { Self.across(60 + step * Double($0), from: 30, to: 420) }
    drawn.rulings += paper
    #expect(RuledPaper.removed(drawn.rulings) == own)
    #expect(Self.numbers(try Reconstructor.reconstruct(Document([[drawn]]))) == ["1", "2", "3", "4", "5", "6", "7"])
  }

  @Test("The lines of a table that is open at its sides are its own")
  func open() {
    let lines = (0..<12).map { Self.across(100 + 20 * Double($0), from: 30, to: 420) }
    let table = lines + [120.0, 220, 320].map { Self.down($0, from: 100, to: 320) }
    #expect(RuledPaper.removed(table) == table)
    // So are lines at distances of their own.
    let uneven = [0.0, 21, 40, 66, 81, 100, 127, 150, 171].map { Self.across(60 + $0, from: 30, to: 420) }
    let own = DrawnTable(Self.rows, widths: Self.widths, top: 80).rulings
    #expect(RuledPaper.removed(own + uneven) == own + uneven)
  }

  private static func sheet(inset: Double) -> DrawnTable {
    var drawn = DrawnTable(rows, widths: widths, top: 200)
    let (left, right, top, bottom) = (40 - inset, 370 + inset, 60.0, drawn.bottom)
    drawn.rulings += [left, right].map { down($0, from: top, to: bottom) }
    drawn.rulings += [top, bottom].map { across($0, from: left, to: right) }
    for (index, text) in ["一、总体情况", "本局主动公开政府信息，", "没有收到申请", "二、主动公开政府信息情况"].enumerated() {
      drawn.glyphs += DrawnTable.line(text, x: 44, y: 90 + 20 * Double(index))
    }
    return drawn
  }

  @Test("A frame around headings, sentences and tables is no edge of the table", arguments: [0.0, 2, 5, 9])
  func frame(inset: Double) throws {
    let drawn = Self.sheet(inset: inset)
    let report = try Reconstructor.reconstruct(Document([[drawn]]))
    #expect(report.sections.map(\.id) == [.overview, .proactiveDisclosure])
    #expect(Self.numbers(report) == ["1", "2", "3", "4", "5", "6", "7"])
    #expect(report.tables.allSatisfy { $0.extras.isEmpty })
  }

  @Test("A frame nearby is taken away, the sides of a table with narrow columns are not")
  func narrow() {
    let own = DrawnTable(Self.rows, widths: Self.widths, top: 200).rulings
    #expect(OuterFrame.removed(Self.sheet(inset: 5).rulings) == own)
    #expect(OuterFrame.removed(own) == own)
    let table = DrawnTable(
      [["", "规章", "1", ""], ["", "行政许可", "2", ""], ["", "行政处罚", "3", ""]], widths: [8, 90, 80, 8], top: 100
    ).rulings
    let wide = table.filter { !$0.isHorizontal } + (0...3).map { Self.across(100 + 12 * Double($0), from: 40, to: 226) }
    #expect(OuterFrame.removed(wide) == wide)
  }

  @Test("Characters many times as large, with others within, are a watermark")
  func large() throws {
    let drawn = DrawnTable(Self.rows, widths: Self.widths, top: 200)
    var page = Page(number: 1, width: 595, height: 842, glyphs: drawn.glyphs)
    page.glyphs += DrawnTable.line("草稿", x: 60, y: 180, size: 90)
    #expect(OversizedText.removed(page)?.glyphs == drawn.glyphs)
    var titled = page
    titled.glyphs = drawn.glyphs + DrawnTable.line("公报", x: 60, y: 20, size: 90)
    #expect(OversizedText.removed(titled) == nil)
  }

  @Test("A number with another one printed over it is no blank")
  func overprinted() throws {
    let glyphs = DrawnTable.line("0", x: 102, y: 40) + DrawnTable.line("-2-", x: 97, y: 41)
    let line = try #require(LooseLines.lines(LineAssembler.lines(glyphs, page: 1), firstIndex: 0).first)
    #expect(line.values.map(\.isHidden) == [true])
    let apart = LooseLines.lines(LineAssembler.lines(DrawnTable.line("-2-0", x: 97, y: 41), page: 1), firstIndex: 0)
    #expect(apart.first?.values.isEmpty == true)
  }
}
