// The characters of a table and those its form needs → what was read in part, and what is a piece of the form's own words.
import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct LabelAccountTests {
  private static let form = Form.of(.article20, .form2021)
  private static let captions = ["第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项"]
  /// What the table prints, line by line.
  private static let printed: [String] = [
    captions[0], "信息内容本年制发件数本年废止件数现行有效件数", "规章0 0 0", "行政规范性文件3 1 12", captions[1], "信息内容本年处理决定数量", "行政许可40",
    captions[2],
    "信息内容本年处理决定数量", "行政处罚7", "行政强制0", captions[3], "信息内容本年收费金额（单位：万元）", "行政事业性收费1.5",
  ]

  private static func lines(_ texts: [String]) -> [PrintedLine] {
    texts.enumerated().map { index, text in
      LineAssembler.lines(DrawnTable.line(text, x: 50, y: 100 + 20 * Double(index), size: 10), page: 1)[0]
    }
  }

  /// The account of a table whose rows start under the first header.
  private static func account(_ texts: [String], above: [String] = []) -> LabelAccount? {
    let rows = form.rows.map { Row(id: $0.id, label: $0.label, cells: []) }
    let box = Rectangle(left: 40, top: 135 + 20 * Double(above.count), right: 500, bottom: 700)
    let table = Table(id: .article20, template: .form2021, rows: rows, places: [.page(1, box)])
    return LabelAccount(table, form) { $0 == 1 ? lines(above + texts) : nil }
  }

  @Test(
    "A label of which a part was read is whole where each of its characters is printed, and no other label lacks it",
    arguments: [
      (.normativeDocuments, "行政规性文件", [:], true), (.licensing, "许可", [:], true), (.fees, "政事业性收费可", [:], true),
      (.normativeDocuments, "行政规性文件", ["范": "泛"], false), (.normativeDocuments, "行政规泛性文件", ["范": "泛"], false),
      (.normativeDocuments, "行政规范性文件", [:], false), (.normativeDocuments, "行政规范性文件本", ["现行": "本现行"], false),
    ] as [(RowID, String, [String: String], Bool)])
  func whole(row: RowID, read: String, changes: [String: String], isWhole: Bool) throws {
    let texts = Self.printed.map { text in changes.reduce(text) { $0.replacing($1.key, with: $1.value) } }
    let label = try #require(Self.form.row(row)).label
    #expect(try #require(Self.account(texts)).hasWhole(label, read: read) == isWhole)
  }

  @Test(
    "Words are the form's own where none of their characters is left over",
    arguments: [
      (["件数", "制发"], [], true), (["内"], [], true), ([""], [], false), (["5"], [], false), (["备注"], ["备注"], false),
      (["行政许可"], ["行政许可"], false), (["数量"], ["其他数量"], false),
    ])
  func pieces(texts: [String], added: [String], isOfForm: Bool) throws {
    #expect(try #require(Self.account(Self.printed + added)).isOfForm(texts) == isOfForm)
  }

  @Test("Shortened labels have no account, nor has a table without pages")
  func shortened() {
    #expect(Self.account(Self.printed.map { $0.replacing("本年", with: "") }) == nil)
    #expect(LabelAccount(Table(id: .article20, template: .form2021, rows: []), Self.form) { _ in nil } == nil)
  }

  @Test("The title over a table, and the heading over its header, are none of its words")
  func above() throws {
    for title in ["二、主动公开政府信息情况", "主动公开政府信息情况统计表"] {
      #expect(try #require(Self.account(Self.printed, above: [title])).isOfForm(["信息"]))
    }
    #expect(!(try #require(Self.account(Self.printed, above: ["信息公开"])).isOfForm(["信息"])))
  }

  @Test("The words of rows that the form lacks make up for none that a label lacks")
  func others() throws {
    let texts = Self.printed.map { $0.replacing("行政许可", with: "许可") } + ["行政确认3"]
    let account = try #require(Self.account(texts))
    #expect(account.hasWhole("行政许可", read: "许可"))
    #expect(
      !account.without([ExtraLine(axis: .row, label: "行政确认", places: [], texts: ["3"])]).hasWhole("行政许可", read: "许可"))
  }
}
