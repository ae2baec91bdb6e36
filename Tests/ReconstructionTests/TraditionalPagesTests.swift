// Pages in traditional characters → the report that they are.
import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct TraditionalPagesTests {
  private static let lines = [
    "臨溪市教育局2023年政府信息公開工作年度報告", "一、總體情況", "全年主動公開信息若干條，內容詳實，運行平穩。", "二、主動公開政府信息情況", "內容若干條。",
    "三、收到和處理政府信息公開申請情況", "內容若干條。", "四、政府信息公開行政復議、行政訴訟情況", "沒有發生。", "五、存在的主要問題及改進情況", "下一步將加強業務培訓。",
    "六、其他需要報告的事項", "無。",
  ]

  @Test("Its sections are those of the form")
  func sections() throws {
    let glyphs = Self.lines.enumerated().flatMap { DrawnTable.line($1, x: 60, y: 60 + 20 * Double($0)) }
    let report = try Reconstructor.reconstruct(
      Document(content: .pages([Page(number: 1, width: 600, height: 800, glyphs: glyphs)])))
    #expect(report.sections.map(\.id) == SectionID.allCases)
    #expect(report.sections.map(\.numeral) == [1, 2, 3, 4, 5, 6])
  }

  @Test("What a cell prints is given back as it is printed")
  func cells() throws {
    let cell = DrawnTable.line("廢止3件", x: 300, y: 400)
    let glyphs = Self.lines.enumerated().flatMap { DrawnTable.line($1, x: 60, y: 60 + 20 * Double($0)) } + cell
    let pages = try #require(TraditionalPages([Page(number: 1, width: 600, height: 800, glyphs: glyphs)]))
    #expect(pages.pages[0].glyphs.suffix(4).map(\.character).first == "废")
    var table = Table(id: .article20, template: .form2021, rows: [])
    let place = Place.page(1, cell.map(\.box).bounds()!)
    table.rows = [
      Row(
        id: .regulations, label: "",
        cells: [.init(column: .repealed, cell: Cell(state: .text, text: "废止3件", places: [place]))])
    ]
    #expect(pages.restored(table).rows[0].cells[0].cell.text == "廢止3件")
  }

  @Test("A few such characters are a name")
  func few() {
    #expect(
      TraditionalPages([Page(number: 1, width: 600, height: 800, glyphs: DrawnTable.line("臺灣事務辦公室", x: 60, y: 60))])
        == nil)
  }
}
