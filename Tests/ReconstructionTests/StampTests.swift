import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Upright text of a stamp, printed over or beside what the page says.
@Suite struct StampTests {
  private typealias Cell = DrawnTable.Cell

  @Test(
    "A heading beside a stamp is one; one beside the number of a page is an entry of contents",
    arguments: [
      (["六、其他需要报告的事项", "政务公开专用章"], 2), (["六、其他需要报告的事项", "12"], 1), (["其他需要报告的事项", "政务公开专用章"], 1),
      (["三、本年度办理结果", "12"], 1),
    ])
  func beside(texts: [String], count: Int) {
    let glyphs = DrawnTable.line(texts[0], x: 60, y: 100) + DrawnTable.line(texts[1], x: 300, y: 100)
    let lines = LineAssembler.lines(glyphs, page: 1).flatMap(Headings.parted)
    #expect(lines.map(\.text) == (count == 2 ? texts : [texts.joined()]))
  }

  @Test(
    "A heading with a stamp printed into it was not read; its section is not missing for that",
    arguments: [
      ("六、其政他务需公要开报专告用的章事项", true), ("某市六2、0其他需2要报告4年的事项", true), ("六、其他需要报告的事项", false), ("六、其他需要报告的事项某某市人民政府", true),
      ("区六、其他需要报告的事项", true), ("1六、其他需要报告的事项", false),
      ("六、其他需要报告的事项……12", false),
      ("（六）其他需要报告的事项，一并说明", false), ("六、其他需要说明：报送、上报、公告的有关事项", true), ("六、其他需要说明的事由", false),
      ("六、其他工作稳步推进，群众满意度不断提高，并按时限需要报告的事项", false),
    ])
  func into(line: String, isUnread: Bool) {
    let place = Place.page(1, Rectangle(left: 0, top: 0, right: 1, bottom: 1))
    let found = SectionID.allCases.dropLast().map {
      Section(id: $0, heading: $0.title, numeral: nil, place: place, lines: [])
    }
    #expect(LostHeadings.mixed(found, in: ["一、总体情况", line]) == (isUnread ? [.others] : []))
  }

  @Test("So is one that went into the table below it", arguments: [("区", true), ("", false)])
  func inTable(stamp: String, isUnread: Bool) throws {
    let names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    let table = DrawnTable(
      [
        [.init(stamp + "四、政府信息公开行政复议、行政诉讼情况", columns: 15)], (0..<15).map { .init(names[$0 % 5]) },
        (0..<15).map { _ in "0" },
      ], widths: Array(repeating: 48, count: 15), top: 200)
    let headings =
      DrawnTable.line("一、总体情况", x: 60, y: 80, size: 10) + DrawnTable.line("五、存在的主要问题及改进情况", x: 60, y: 300, size: 10)
    let report = try Reconstructor.reconstruct(Document([[table]], lines: headings))
    #expect(report.unreadSections.contains(.reviewAndLitigation) == isUnread)
    #expect((report[SectionID.reviewAndLitigation] == nil) == isUnread)
  }

  @Test(
    "So is one in two lines with the characters of a stamp between them, and behind them",
    arguments: [
      (["六、其他需要", "某", "报某告的事项"], true), (["六、其他需要部", "内", "报告的事项供"], true), (["六、其他需要", "报告的事项部"], true),
      (["六、其他需要人", "民", "政", "府", "报告的事项部"], true),
      (["六、其他", "年内没有变化", "依规办理", "需要报告的事项"], false), (["其他需要", "某", "报告的事项"], false),
    ])
  func between(lines: [String], isUnread: Bool) {
    let place = Place.page(1, Rectangle(left: 0, top: 0, right: 1, bottom: 1))
    let found = SectionID.allCases.dropLast().map {
      Section(id: $0, heading: $0.title, numeral: nil, place: place, lines: [])
    }
    #expect(LostHeadings.mixed(found, in: lines) == (isUnread ? [.others] : []))
  }

  @Test(
    "What touches a number of a table without rules, and is none, leaves no blank there",
    arguments: [
      ("传827", 98.0, true), ("传827", 110, true), ("计其—", 98, true), ("1.属于国家秘密", 20, false), ("827", 98, false),
      ("专用章", 110, false),
    ])
  func marred(text: String, left: Double, isMarred: Bool) {
    let run = LooseRun(
      text: text, left: left, right: left + 30,
      place: .page(1, Rectangle(left: left, top: 0, right: left + 30, bottom: 9)),
      isValue: ValueReader.isValue(text))
    let line = LooseLine(runs: [run], page: 1, y: 10, unit: 10, index: 0)
    #expect(LooseApplications([line]).marred([0], start: 100) == (isMarred ? [0] : []))
  }

  @Test(
    "A stroke beside a label is the placeholder of the first column where a gap parts them, a dash of the label where none does",
    arguments: [(4.0, ["不计其他", "—"]), (1.0, ["不计其他—"])])
  func besideLabel(gap: Double, runs: [String]) {
    var glyphs = DrawnTable.line("不计其他", x: 40, y: 60)
    glyphs += DrawnTable.line("—", x: 72 + gap, y: 60, size: 8)
    let line = PrintedLine(
      runs: [Run(glyphs: glyphs, box: glyphs.map(\.box).bounds()!)], box: glyphs.map(\.box).bounds()!, page: 1)
    #expect(LooseLines.lines([line], firstIndex: 0)[0].runs.map(\.text) == runs)
  }

  @Test("A table goes on behind a page that is empty, and not behind one that is not", arguments: [true, false])
  func emptyPage(isEmpty: Bool) {
    func row(_ label: String, page: Int, block: Int) -> PrintedRow {
      var row = PrintedRow(
        cells: [
          PrintedCell(
            left: 0, right: 100,
            pieces: [
              PrintedPiece(text: label, place: .line(1), left: 0, right: 50, top: 0, bottom: 9, unit: 9)
            ])
        ], page: page, top: 0, bottom: 10, block: block)
      row.page = page
      return row
    }
    let first = ["（一）予以公开", "（二）部分公开"].map { row($0, page: 1, block: 0) }
    let second = ["（七）总计"].map { row($0, page: 3, block: 1) }
    let sorted = TableSorter.sort([first, second], empty: isEmpty ? [2] : [])
    #expect(sorted.tables[.applications]?.count == (isEmpty ? 3 : 2))
    #expect(sorted.foreign == (isEmpty ? [] : [1]))
  }

  /// A row of seven numbers at 300, 330 …, its label beginning there.
  private static func row(_ label: String, from left: Double, page: Int, block: Int) -> PrintedRow {
    func cell(_ text: String, _ left: Double, _ right: Double) -> PrintedCell {
      let piece = PrintedPiece(text: text, place: .line(1), left: left, right: right, top: 0, bottom: 9, unit: 9)
      return PrintedCell(
        left: left, right: right, pieces: text.isEmpty ? [] : [piece],
        area: Rectangle(left: left, top: 0, right: right, bottom: 10))
    }
    let values = (0..<7).map { cell("\($0)", 300 + 30 * Double($0), 330 + 30 * Double($0)) }
    return PrintedRow(cells: [cell(label, left, 300)] + values, page: page, top: 0, bottom: 10, block: block)
  }

  @Test("The rest of a table has its columns, though what stands left of them has an edge on one page only")
  func sameColumns() {
    let first = ["（一）予以公开", "（二）部分公开"].map { Self.row($0, from: 180, page: 1, block: 0) }
    let second = ["（七）总计"].map { Self.row($0, from: 60, page: 2, block: 1) }
    #expect(TableSorter.sort([first, second]).tables[.applications]?.count == 3)
    var other = second
    other[0].cells.removeLast(3)
    #expect(TableSorter.sort([first, other]).foreign == [1])
  }

  @Test(
    "The head of a table that a page repeats is none of its blocks', unless the table comes again with it",
    arguments: [("行政许可", 4), ("规章", 6)])
  func repeatedHead(next: String, rows count: Int) {
    func row(_ texts: [String], page: Int) -> PrintedRow {
      let cells = texts.enumerated().map { k, text in
        PrintedCell(
          left: 100 * Double(k), right: 100 * Double(k + 1),
          pieces: [
            PrintedPiece(text: text, place: .line(1), left: 0, right: 9, top: 0, bottom: 9, unit: 9)
          ])
      }
      return PrintedRow(cells: cells, page: page, top: 0, bottom: 10, block: page)
    }
    func head(_ page: Int) -> [PrintedRow] {
      [row(["第二十条第（一）项"], page: page), row(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], page: page)]
    }
    let rows = head(1) + [row(["规章", "1", "2", "3"], page: 1)] + head(2) + [row([next, "4"], page: 2)]
    #expect(RepeatedHead.removed(rows).count == count)
  }

  @Test("Names that stand one character a line are the header of a table that could not be read")
  func stackedNames() {
    let names = Form.reviewColumns.compactMap {
      Form.columnLabels(table: .reviewAndLitigation, template: .form2021, row: .review)[$0]
    }
    let characters = (0..<3).flatMap { _ in names.flatMap { Array($0.unicodeScalars) } }
    #expect(PrintedLabels.areStacked(.reviewAndLitigation, among: characters.reversed()))
    #expect(!PrintedLabels.areStacked(.reviewAndLitigation, among: Array(characters.prefix(30))))
    #expect(!PrintedLabels.areStacked(.applications, among: characters))
  }

  @Test("The last row of a page is in doubt where the page cuts it and nothing of its rest was found")
  func cutRow() {
    func line(_ text: String, y: Double, page: Int) -> PrintedLine {
      let glyphs = DrawnTable.line(text, x: 60, y: y)
      let box = glyphs.map(\.box).reduce(glyphs[0].box) { $0.union($1) }
      return PrintedLine(runs: [Run(glyphs: glyphs, box: box)], box: box, page: page)
    }
    let rows = [Self.row("2.申请人逾期未按收费通知", from: 60, page: 1, block: 0)]
    let label = line("2.申请人逾期", y: 1, page: 1)
    func doubt(_ rows: [PrintedRow], open: Set<Int>, _ lines: [[PrintedLine]]) -> Doubt? {
      CutRows.doubted(rows, open: open, lines: lines)[0].doubt
    }
    let rest = [[label], [line("要求缴纳费用", y: 20, page: 2)]]
    #expect(doubt(rows, open: [0], rest) == .rowAmbiguous)
    #expect(doubt(rows, open: [], rest) == nil)
    #expect(doubt(rows + [Self.row("3.其他", from: 60, page: 2, block: 1)], open: [0], rest) == nil)
    #expect(doubt(rows, open: [0], [[label, line("五、存在的主要问题", y: 30, page: 1)], rest[1]]) == nil)
    #expect(doubt(rows, open: [0], [[label], [line("四、政府信息公开行政复议、行政诉讼情况", y: 20, page: 2)]]) == nil)
  }

  @Test(
    "A label into which a stamp puts a word of another table stays in its table; two words or rows begin another",
    arguments: [
      (["（一）予以公开", "（五）重新公开专用章出具", "（六）其他处理"], 3), (["（一）予以公开", "（五）重新公开专用章出具"], 2), (["（一）予以公开", "行政复议 行政诉讼"], 1),
      (["（一）予以公开", "行政复议", "结果维持"], 1),
    ])
  func otherWord(labels: [String], applications: Int) {
    let rows = labels.map { label in
      let pieces = [PrintedPiece(text: label, place: .line(1), left: 0, right: 50, top: 0, bottom: 9, unit: 9)]
      return PrintedRow(
        cells: [PrintedCell(left: 0, right: 100, pieces: pieces)], page: 1, top: 0, bottom: 10, block: 0)
    }
    let first = rows[0]
    var second = first
    second.cells[0].pieces[0].text = "（二）部分公开"
    #expect(TableSorter.sort([[second, first] + rows.dropFirst()]).tables[.applications]?.count == applications + 1)
  }

  @Test("Nor is it in a report whose heading a stamp runs through")
  func report() throws {
    let headings = [
      "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其政他务需要公开报专告用的章事项",
    ]
    let title = DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14)
    let lines = headings.enumerated().flatMap { index, text in
      DrawnTable.line(text, x: 60, y: 80 + 60 * Double(index))
        + DrawnTable.line("依法公开政府信息。", x: 60, y: 110 + 60 * Double(index))
    }
    let report = try Reconstructor.reconstruct(
      Document(content: .pages([Page(number: 1, width: 900, height: 900, glyphs: title + lines)])))
    #expect(report.sections.map(\.id) == SectionID.allCases.dropLast())
    #expect(report.unreadSections == [.others])
  }
}
