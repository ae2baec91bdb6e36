import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// The Article-20 table without rules, with names of columns and labels in several lines, and numbers that run along on its pages.
@Suite struct WrappedHeadsTests {
  /// Lines of a page: words with the places where they begin.
  private static func page(_ lines: [[(String, Double)]], number: Int, pitch: Double = 14) -> Page {
    let glyphs = lines.enumerated().flatMap { index, words in
      words.flatMap { DrawnTable.line($0.0, x: $0.1, y: 150 + pitch * Double(index), size: 9) }
    }
    return Page(number: number, width: 595, height: 842, glyphs: glyphs)
  }

  private static func table(_ pages: [Page]) throws -> Table? {
    let title = DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 120, y: 80, size: 14)
    let heading = DrawnTable.line("二、主动公开政府信息情况", x: 60, y: 120, size: 12)
    var pages = pages
    pages[0].glyphs = title + heading + pages[0].glyphs
    return try Reconstructor.reconstruct(Document(content: .pages(pages), rulings: { _ in [] }))[.article20]
  }

  private static let label = 60.0
  private static let own = [220.0, 330, 440]
  private static func row(_ name: String, _ values: String...) -> [(String, Double)] {
    [(name, label)] + zip(values, own.suffix(3).prefix(values.count == 1 ? 3 : values.count)).map { ($0, $1) }
  }
  private static func one(_ name: String, _ value: String) -> [(String, Double)] { [(name, label), (value, 330)] }

  private static func texts(_ table: Table?, _ row: RowID) -> [String] {
    table?.rows.first { $0.id == row }?.cells.map { $0.cell.state == .number ? $0.cell.text : "\($0.cell.state)" } ?? []
  }

  private static let start: [[(String, Double)]] = [
    [("第二十条第（一）项", 250)], row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"), row("规章", "0", "0", "0"),
    row("行政规范性文件", "3", "1", "20"),
  ]

  @Test("A name above, beside and below the words over the labels is one, and no row")
  func wrapped() throws {
    let lines =
      Self.start + [
        [("第二十条第（五）项", 250)], [("本年处理决定", 310)], [("信息内容", Self.label)], [("数量", 330)], Self.one("行政许可", "97"),
        [("第二十条第（六）项", 250)], [("本年处理决定", 310)], [("信息内容", Self.label)], [("数量", 330)], Self.one("行政处罚", "0"),
        Self.one("行政强制", "135"), [("第二十条第（八）项", 250)], [("本年收费金额（单", 310)], [("信息内容", Self.label)], [("位：万元）", 320)],
        Self.one("行政事业性收", "12.5"), [("费", Self.label)],
      ]
    let table = try Self.table([Self.page(lines, number: 1)])
    #expect(Self.texts(table, .licensing) == ["97"])
    #expect(Self.texts(table, .penalties) == ["0"])
    #expect(Self.texts(table, .coercion) == ["135"])
    #expect(Self.texts(table, .fees) == ["12.5"])
    #expect(table?.extras.isEmpty ?? false)
    #expect(table?.missingRows.isEmpty ?? false)
  }

  @Test("A year at the head of every page is no number of the table's", arguments: ["2023", "0012"])
  func runningNumber(text: String) throws {
    let head = DrawnTable.line(text, x: 62, y: 25, size: 9)
    var first = Self.page(
      Self.start + [
        [("第二十条第（五）项", 250)], Self.one("信息内容", "本年处理决定数量"), Self.one("行政许可", "6"), [("第二十条第（六）项", 250)],
        Self.one("信息内容", "本年处理决定数量"), Self.one("行政处罚", "7"),
      ], number: 1)
    var second = Self.page(
      [
        Self.one("行政强制", "9"), [("第二十条第（八）项", 250)], Self.one("信息内容", "本年收费金额（单位：万元）"), Self.one("行政事业性收费", "12.5"),
      ], number: 2)
    first.glyphs += head
    second.glyphs += head
    let table = try Self.table([first, second])
    #expect(Self.texts(table, .penalties) == ["7"])
    #expect(Self.texts(table, .coercion) == ["9"])
    #expect(Self.texts(table, .fees) == ["12.5"])
  }
}
