import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Rows that edges or breaks of pages part, and numbers that wrap, so that a cell looks blank whose number is there.
@Suite struct PartedRowsTests {
  private static func cell(_ text: String, x: Double = 0) -> PrintedCell {
    let box = Rectangle(left: x, top: 0, right: x + 30, bottom: 12)
    let piece = PrintedPiece(
      text: text, place: .page(1, box), left: x, right: x + 30, top: 0, bottom: 12, unit: 4)
    return PrintedCell(left: x, right: x + 30, pieces: text.isEmpty ? [] : [piece], area: box, page: 1)
  }

  private static func split(_ label: String, group: String = "", _ values: [String]) -> PartedRows.Split {
    (
      label.isEmpty ? [] : [cell(label)], group.isEmpty ? [] : [cell(group)],
      values.enumerated().map { cell($1, x: 100 + 30 * Double($0)) }
    )
  }

  @Test(
    "What looks blank is not where numbers stand in another part of the row",
    arguments: [
      // The label reaches over both.
      (split("", group: "3.其他", ["", ""]), split("", group: "3.其他", ["7", "0"]), true),
      (split("3.其他", group: "（六）其他处理", ["", ""]), split("4.另行", group: "（六）其他处理", ["7", "0"]), false),
      // A break of the page parts the label.
      (split("分公开（区分处理的）", ["", ""]), split("（二）部", ["7", "0"]), true),
      (split("分公开（区分处理的）", ["", "5"]), split("（二）部", ["7", "0"]), false),
      (split("（二）部分公开", ["", ""]), split("其他办理情形", ["7", "0"]), false),
      (split("（二）部分公开", ["", ""]), split("", ["", "3"]), false),
    ])
  func parts(own: PartedRows.Split, other: PartedRows.Split, isPart: Bool) throws {
    let row = try #require(Form.of(.applications, .form2021).rows.first { $0.id == .partiallyGranted })
    #expect(PartedRows.isPart([1], of: row, [other, own], [.extra, .row(3, likeness: 0.9)]) == isPart)
    #expect(!PartedRows.isPart([1], of: row, [other, own], [.row(2, likeness: 1), .row(3, likeness: 0.9)]))
  }

  @Test("So it is where numbers stand among the cells of the label, as without a header", arguments: [2, 1])
  func amongLabel(count: Int) throws {
    let row = try #require(Form.of(.applications, .form2021).rows.first { $0.id == .partiallyGranted })
    var other = Self.split("（二）部", [])
    other.label += ["7", "0"].prefix(count).map { Self.cell($0, x: 40) }
    let own = Self.split("分公开（区分处理的）", ["", ""])
    #expect(PartedRows.isPart([1], of: row, [other, own], [.extra, .row(3, likeness: 0.9)]) == (count == 2))
  }

  @Test(
    "So it is where numbers without a label beside it were taken for another row's",
    arguments: [("", ["5", "0"], true), ("", ["5", ""], false), ("1.属于国家秘密", ["5", "0"], false)])
  func nameless(label: String, values: [String], isPart: Bool) throws {
    let row = try #require(Form.of(.applications, .form2021).rows.first { $0.id == .partiallyGranted })
    let own = Self.split("（二）部分公开", ["", ""])
    let other = Self.split(label, values)
    for (place, rows) in [(1, [other, own]), (0, [own, other])] {
      #expect(
        PartedRows.isPart([place], of: row, rows, [.row(2, likeness: 0), .row(3, likeness: 0.9)]) == isPart)
    }
  }

  @Test(
    "So it is where the beginning of its label was taken for another row, a number in a cell over both aside",
    arguments: [("（二）部分公开", "5", true), ("（一）予以公开", "5", false), ("（二）部分公开", "", false), ("（二）", "5", false)])
  func takenForAnother(label: String, number: String, isPart: Bool) throws {
    let row = try #require(Form.of(.applications, .form2021).rows.first { $0.id == .partiallyGranted })
    var own = Self.split("（区分处理的，只计这一情形，不计其他情形）", ["", "7"])
    own.values[1].spansRows = true
    let others = [Self.split(label, [number, number]), own]
    #expect(PartedRows.isPart([1], of: row, others, [.row(2, likeness: 0), .row(3, likeness: 0.9)]) == isPart)
  }

  @Test(
    "A row without a number is no row of blanks where its page has only a part of its label",
    arguments: [
      ("3.要求提供", 1, true), ("公开出版物", 1, false), ("公开出版物", 0, true), ("3.要求提供", 0, false),
      ("3.要求提供公开出版物", 1, false),
    ])
  func torn(label: String, part: Int, isTorn: Bool) throws {
    let row = try #require(Form.of(.applications, .form2021).rows.first { $0.id == .rejectedPublicationRequest })
    var splits = [Self.split("1.信访举报投诉类申请", ["1", "0"]), Self.split("2.重复申请", ["1", "0"])]
    splits[part] = Self.split(label, ["", ""])
    #expect(PartedRows.isTorn([part], of: row, splits, blocks: [0, 0]) == isTorn)
    splits[part] = Self.split(label, ["", "4"])
    #expect(!PartedRows.isTorn([part], of: row, splits, blocks: [0, 0]))
  }

  @Test("A label without the remark behind it is whole")
  func remark() throws {
    let row = try #require(Form.of(.applications, .form2021).rows.first { $0.id == .partiallyGranted })
    #expect(!PartedRows.isTorn([0], of: row, [Self.split("（二）部分公开", ["", ""])], blocks: [0]))
    #expect(PartedRows.isTorn([0], of: row, [Self.split("（二）部分", ["", ""])], blocks: [0]))
  }

  private static let columns = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]

  /// The review table of a report without rules: its numbers in these lines, with so many points between them.
  private static func review(_ lines: [[(column: Int, text: String)]], apart: Double) throws -> [Cell] {
    var glyphs = DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 40, y: 60, size: 10)
    glyphs += DrawnTable.line("行政复议", x: 140, y: 80) + DrawnTable.line("行政诉讼", x: 500, y: 80)
    glyphs += DrawnTable.line("未经复议直接起诉", x: 360, y: 95) + DrawnTable.line("复议后起诉", x: 620, y: 95)
    for k in 0..<15 { glyphs += DrawnTable.line(columns[k % 5], x: 40 + 50 * Double(k), y: 110) }
    for (n, line) in lines.enumerated() {
      for (column, text) in line {
        glyphs += DrawnTable.line(text, x: 50 + 50 * Double(column), y: 130 + apart * Double(n))
      }
    }
    glyphs += DrawnTable.line("五、存在的主要问题及改进情况", x: 40, y: 260, size: 10)
    let report = try Reconstructor.reconstruct(Document([[]], lines: glyphs))
    return try #require(report[.reviewAndLitigation]).rows.flatMap(\.cells).map(\.cell)
  }

  @Test("Where numbers of the review table go on in a second line, none of its cells is blank")
  func wrapped() throws {
    let whole = (0..<15).map { (column: $0, text: $0 == 7 ? "25" : "1") }
    #expect(try Self.review([whole], apart: 10).allSatisfy { $0.state == .number })
    let upper = [2, 7, 9, 12].map { (column: $0, text: "25") }
    let cells = try Self.review([upper, whole], apart: 10)
    #expect(cells.allSatisfy { $0.state == .unread })
  }

  /// Pages of 900 points, at whose top a line stands.
  private static func kept(_ tops: [String], _ text: String) -> Int {
    let pages = tops.enumerated().map { index, top in
      Page(
        number: index + 1, width: 900, height: 900,
        glyphs: DrawnTable.line(top, x: 60, y: 40) + DrawnTable.line("正文", x: 60, y: 300))
    }
    let lines = pages.map { LineAssembler.lines($0.glyphs, page: $0.number) }
    return PageFlow.bodyLines(lines, pages: pages).joined().count { $0.text == text }
  }

  @Test(
    "The number of a page stands alone at its foot; where it was taken off, or right under a line, another one there is a table's",
    arguments: [(850.0, "2", [], false), (850, "2", [1], true), (830, "2", [], true), (850, "0", [], true)]
      as [(Double, String, Set<Int>, Bool)])
  func footNumbers(y: Double, text: String, numbered: Set<Int>, isKept: Bool) {
    let page = Page(
      number: 1, width: 900, height: 900,
      glyphs: DrawnTable.line("行政许可", x: 60, y: 820) + DrawnTable.line(text, x: 400, y: y))
    let body = PageFlow.bodyLines([LineAssembler.lines(page.glyphs, page: 1)], pages: [page], numbered: numbered)
    #expect(body.joined().map(\.text) == ["行政许可"] + (isKept ? [text] : []))
  }

  @Test("A heading at the top of a page is no running header because another report in the file has it there, too")
  func headings() {
    let heading = "三、收到和处理政府信息公开申请情况"
    #expect(Self.kept(["年度报告", heading, "丙", "丁", heading, "己"], heading) == 2)
    #expect(Self.kept([heading, heading, heading, heading], heading) == 0)
    #expect(Self.kept(["甲", "临溪市教育局", "丙", "丁", "临溪市教育局", "己"], "临溪市教育局") == 0)
  }

  @Test(
    "A row whose label goes on in the next printed row may have its numbers go on there",
    arguments: [
      ("1.本机关不掌握相关", "", "政府信息", true), ("1.本机关不掌握相关", "（四）", "政府信息", true),
      ("1.本机关不掌握相关政府信息", "", "2.没有现成信息", false), ("1.本机关不掌握相关", "", "2.没有现成信息", false),
      ("1.本机关不掌握相关", "", "", false),
    ])
  func goesOn(label: String, group: String, next: String, isSo: Bool) throws {
    let row = try #require(Form.of(.applications, .form2021).rows.first { $0.id == .unavailableNotHeld })
    var own = Self.split(label, ["18", "74"])
    if !group.isEmpty { own.label.insert(Self.cell(group), at: 0) }
    #expect(PartedRows.goesOn([0], of: row, [own, Self.split(next, ["72", "4"])]) == isSo)
    #expect(!PartedRows.goesOn([1], of: row, [Self.split(next, ["72", "4"]), own]))
  }
}
