// Rows and columns that the form lacks → those that are none of the table's.
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct PrintedExtrasTests {
  private static let form = Form.of(.applications, .form2021)

  /// A table whose row at `index` has the numbers 0 … 6 times its place.
  private static let table = Table(
    id: .applications, template: .form2021,
    rows: form.rows.enumerated().map { index, row in
      Row(
        id: row.id, label: row.label,
        cells: row.columns.enumerated().map { column, id in
          .init(column: id, cell: Cell(state: .number, text: "\(index * column)"))
        })
    })

  private static func isForeign(
    _ axis: ExtraLine.Axis, _ label: String, _ texts: [String], isFilled: Bool = false
  ) -> Bool {
    PrintedExtras.isForeign(ExtraLine(axis: axis, label: label, places: [], texts: texts), in: table, form) { _ in
      isFilled
    }
  }

  @Test(
    "What a page says of itself is no row of the table",
    arguments: [
      (["临溪县水务局", "2023", "年政府信息公开工作年度报告"], true), (["11/30/26,4:09PM", ""], true), (["2026-11-30 16:09"], true),
      (["https://www.example.gov.cn/art/2023.html", "1/3"], true), (["其他主动公开文件", "12"], false), (["3/5", "4"], false),
      (["合计：", "7"], false), (["年度报告", "1", "0", "1"], false), (["/-:"], false),
    ])
  func runningHeads(texts: [String], isForeign: Bool) {
    #expect(Self.isForeign(.row, texts[0], Array(texts.dropFirst())) == isForeign)
  }

  @Test(
    "A row with the label, or the group, and all the numbers of another is that row printed twice",
    arguments: [
      ("2.没有现成信息需要另行制作", 13, true), ("（四）无法提供", 13, true), ("（四）无法提供2.没有现成信息需要另行制作", 13, true),
      ("2.没有现成信息需要另行制作", 14, false), ("（四）无法提供", 15, false), ("", 13, false), ("其中：2.没有现成信息需要另行制作", 13, false),
      ("另行制作", 13, false),
    ])
  func twice(label: String, row: Int, isForeign: Bool) {
    #expect(Self.form.rows[13].id == .unavailableNeedsCreation)
    #expect(Self.isForeign(.row, label, (0..<7).map { "\(row * $0)" }) == isForeign)
  }

  @Test(
    "A column of the form with nothing under it is a head that the page repeats",
    arguments: [("总计", false, true), ("总计", true, false), ("合计", false, false), ("上年总计", false, false)])
  func repeated(label: String, isFilled: Bool, isForeign: Bool) {
    #expect(Self.isForeign(.column, label, [], isFilled: isFilled) == isForeign)
  }
}
