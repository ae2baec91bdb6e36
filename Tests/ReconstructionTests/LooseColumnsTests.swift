import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Columns of an applications table on a page that rules none.
@Suite struct LooseColumnsTests {
  private static let form = Form.of(.applications, .form2021)
  private static let starts: [Double] = [330, 400, 470, 540, 610, 680, 750]
  private static let top = 90.0

  /// A page with the table: zeros are blank; one label is broken above and below its numbers, on whose line stands a word of its group.
  private static func document(broken: RowID, groupWord: String) -> Document {
    let whole = TextSamples.numbers(form, isFull: true)
    var glyphs = DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 60, y: 50, size: 10)
    for (name, x) in zip(["自然人", "商业企业", "科研机构", "公益组织", "法律服务", "其他", "总计"], starts) {
      glyphs += DrawnTable.line(name, x: x, y: 72)
    }
    var y = top
    for (row, numbers) in zip(form.rows, whole) {
      if row.id == broken {
        glyphs += DrawnTable.line(groupWord, x: 60, y: y)
        glyphs += DrawnTable.line(String(row.label.prefix(6)), x: 110, y: y - 8)
        glyphs += DrawnTable.line(String(row.label.dropFirst(6)), x: 110, y: y + 8)
      } else {
        glyphs += DrawnTable.line(row.label, x: 110, y: y)
      }
      for (number, x) in zip(numbers, starts) where number != 0 {
        glyphs += DrawnTable.line(String(number), x: x, y: y)
      }
      y += 24
    }
    glyphs += DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 60, y: y, size: 10)
    return Document([[]], lines: glyphs)
  }

  @Test("无 at the break of a group label, left of all numbers, is no value of its row")
  func groupWord() throws {
    let whole = TextSamples.numbers(Self.form, isFull: true)
    let report = try Reconstructor.reconstruct(Self.document(broken: .deniedForbiddenByLaw, groupWord: "无"))
    let table = try #require(report[TableID.applications])
    for (row, numbers) in zip(table.rows, whole) {
      for (entry, number) in zip(row.cells, numbers) where entry.cell.state != .unread {
        #expect(entry.cell.text == (number == 0 ? "" : String(number)), "\(row.label)")
      }
    }
    #expect(table.rows.flatMap { $0.cells }.count { $0.cell.state == .number } > 30)
  }

  @Test(
    "Words over a column, as of a stamp, may hold its number: it is no blank", arguments: [(200.0, false), (240, true)])
  func stampOver(left: Double, isBlank: Bool) {
    let plan = ColumnPlan(
      columns: [100.0, 200, 300].map { .init(id: .made, label: "", left: $0, right: $0 + 60) }, missing: [],
      blockLeft: 100, blockRight: 360)
    func cell(_ text: String, _ left: Double, _ right: Double) -> PrintedCell {
      let place = Place.page(1, Rectangle(left: left, top: 10, right: right, bottom: 20))
      return PrintedCell(
        left: left, right: right,
        pieces: [
          PrintedPiece(text: text, place: place, left: left, right: right, top: 10, bottom: 20, unit: 9)
        ])
    }
    let contents = plan.contents([cell("0", 125, 135), cell("某0某市", left, 400)], sameExtent: true, isLoose: true)
    #expect(contents.contains { if case .cell(let cell) = $0 { cell.isEmpty } else { false } } == isBlank)
  }

  @Test(
    "A heading in one line or two parts the areas of two tables",
    arguments: [
      (["四、政府信息公开行政复议、行政诉讼情况"], true), (["四、政府信息公开行政复", "议、行政诉讼情况"], true), (["四、结转下年度继续办理"], false),
      (["四、政府信息公开行政复", "三、本年度"], false),
    ])
  func headingBetween(texts: [String], begins: Bool) {
    let lines = texts.enumerated().flatMap { index, text in
      LineAssembler.lines(DrawnTable.line(text, x: 60, y: 100 + 20 * Double(index)), page: 2)
    }
    #expect(Headings.begin(in: [[], lines], from: (2, 90), to: (2, 200)) == begins)
    #expect(!Headings.begin(in: [[], lines], from: (2, 150), to: (3, 20)))
  }

  @Test(
    "A line in the label's cell that is none of its words, with a number beside it, is another row's",
    arguments: [
      (["规范性文件", "其他主动公开文件"], [["29@1"], ["27@0", "24@1"]], true),
      (["规范性文件", "其他主动公开文件"], [["29@1"], ["32@1"]], true),
      (["规范性文件", "其他主动公开文件"], [["29@0"], ["32@0"]], false), (["规范性", "文件"], [["29@1"], ["27@0", "24@1"]], false),
      (["规范性文件"], [["29@0"], ["27@0"]], false),
      (["规范性文件（不含", "党内各种文件）"], [["29@1"], ["27@1"]], false), (["规范性文件", "其他主动公开文件"], [["27@0.5", "24@1.5"]], true),
    ])
  func otherLabel(lines: [String], numbers: [[String]], isInDoubt: Bool) throws {
    func cell(_ lines: [(text: String, line: Double)], left: Double) -> PrintedCell {
      let pieces = lines.map { text, line in
        let box = Rectangle(left: left, top: 12 * line, right: left + 40, bottom: 12 * line + 10)
        return PrintedPiece(
          text: text, place: .page(1, box), left: left, right: left + 40, top: box.top, bottom: box.bottom, unit: 10)
      }
      return PrintedCell(
        left: left, right: left + 90, pieces: pieces,
        area: Rectangle(left: left, top: 0, right: left + 90, bottom: 30), page: 1)
    }
    let form = Form.of(.article20, .form2019)
    let row = try #require(form.rows.first { $0.id == .normativeDocuments })
    var cells = CellFactory.unread(row, doubt: .rowNotFound).cells
    for k in cells.indices { cells[k].cell = Cell(state: .number, text: "29", value: 29) }
    let values = numbers.enumerated().map { index, own in
      cell(
        own.map { $0.split(separator: "@") }.map { (String($0[0]), Double($0[1])!) }, left: 100 + 100 * Double(index))
    }
    JoinedLabels.doubt(
      &cells, label: [cell(lines.enumerated().map { ($1, Double($0)) }, left: 0)], others: values, of: row, in: form)
    #expect(cells.allSatisfy { ($0.cell.state == .unread) == isInDoubt })
  }

  /// The table on two pages, names in the middle of their columns and numbers at the right; on the second page the columns stand elsewhere.
  private static func twoPages(names: [String]) -> Document {
    let whole = TextSamples.numbers(form, isFull: true)
    var glyphs: [[Glyph]] = [DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 60, y: 50, size: 10), []]
    for (name, x) in zip(names, starts) { glyphs[0] += DrawnTable.line(name, x: x - 25, y: 72) }
    for (r, (row, numbers)) in zip(form.rows, whole).enumerated() {
      let (page, y) = r < first ? (0, top + 24 * Double(r)) : (1, top + 24 * Double(r - first))
      glyphs[page] += DrawnTable.line(row.label, x: 60, y: y, size: 6)
      for (k, number) in numbers.enumerated() where !isBlank(r, k, number) {
        glyphs[page] += DrawnTable.line(String(number), x: starts[k] + (page == 0 ? 0 : 63), y: y)
      }
    }
    glyphs[1] += DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 60, y: 860, size: 10)
    return Document(
      content: .pages(
        glyphs.enumerated().map { index, own in
          let title = DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14)
          return Page(number: index + 1, width: 900, height: 900, glyphs: (index == 0 ? title : []) + own)
        }))
  }
  private static let first = 12
  /// Some rows of the second page leave a zero blank.
  private static func isBlank(_ row: Int, _ column: Int, _ number: Int) -> Bool {
    row >= first && row.isMultiple(of: 2) && column == 3 && number == 0
  }

  @Test("Numbers of the next page are moved to the columns of the first; a page without a whole row tells no columns")
  func nextPage() {
    func line(_ places: [(text: String, x: Double)], page: Int, y: Double) -> LooseLine {
      LooseLine(
        runs: places.map { text, x in
          let box = Rectangle(left: x, top: y, right: x + 8, bottom: y + 8)
          return LooseRun(
            text: text, left: x, right: x + 8, place: .page(page, box), isValue: ValueReader.isValue(text))
        }, page: page, y: y, unit: 8, index: 0)
    }
    func row(_ places: [Double], page: Int, label: String = "2.重复申请") -> LooseLine {
      line([(label, 60)] + places.map { ("3", $0) }, page: page, y: 100)
    }
    let second = Self.starts.enumerated().map { $1 + 60 - 10 * Double($0) }
    // One of them stands halfway between two columns.
    let blank = [second[0], second[2], (second[4] + second[5]) / 2]
    let lines = (0..<3).map { _ in row(Self.starts, page: 1) } + [row(second, page: 2), row(blank, page: 2)]
    let aligned = LoosePages.aligned(lines + [row(blank, page: 3)])
    #expect(aligned[3].runs.map(\.left) == [60] + Self.starts)
    #expect(aligned[4].runs.map(\.left) == [60, Self.starts[0], Self.starts[2], (Self.starts[4] + Self.starts[5]) / 2])
    #expect(aligned[5].runs.map(\.isParted) == [false, true, true, true])
    // What stands in the same place does not move, and no page without columns of its own is in doubt then.
    let same = lines.prefix(3) + [row(Self.starts.map { $0 + 3 }, page: 2), row(blank, page: 3)]
    #expect(LoosePages.aligned(Array(same)) == Array(same))
    // 无 of a label beside a row that lacks its last number.
    let group = line([("无", 80)] + Self.starts.dropLast().map { ("3", $0) }, page: 2, y: 100)
    let broken = lines.prefix(3) + [group, row(Self.starts.dropLast(), page: 2)]
    #expect(LoosePages.aligned(Array(broken)).map { $0.runs.map(\.left) } == broken.map { $0.runs.map(\.left) })
  }

  @Test(
    "Names that stand in one another's columns tell no order; the form's is taken where none contradicts it",
    arguments: [
      (["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"], true),
      (["自然人商业企业", "科研机构", "社会公益组织", "", "法律服务机构", "其他", "总计"], false),
      (["自然人商业企业", "", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"], true),
    ])
  func drifted(names: [String], isRead: Bool) throws {
    let report = try Reconstructor.reconstruct(Self.twoPages(names: names))
    let read = TextSamples.texts(report[TableID.applications])
    let wanted = TextSamples.numbers(Self.form, isFull: true).enumerated().map { r, row in
      row.enumerated().map { Self.isBlank(r, $0, $1) ? "blank" : String($1) }
    }
    #expect(read == (isRead ? wanted : wanted.map { $0.map { _ in "unread" } }))
  }

  @Test("A page with nothing but its number parts no table", arguments: ["—3—", "说明"])
  func numberAlone(text: String) {
    let pages = [[], DrawnTable.line(text, x: 400, y: 860), DrawnTable.line("（一）予以公开", x: 40, y: 60)]
    let document = Document(
      content: .pages(pages.enumerated().map { Page(number: $0 + 1, width: 900, height: 900, glyphs: $1) }))
    guard case .pages(let source) = document.content else { return }
    #expect(PreparedPages(document, source).empty == (text == "说明" ? [1] : [1, 2]))
  }

  @Test(
    "A row behind the last words of a table that are known is its own, though its label goes on in lines between; sentences are not",
    arguments: [
      (["政机关不再处理其政府", "信息公开申请", "3.其他 0 0 0 1 6 0 7"], 3), (["政机关不再处理。", "3.其他 0 0 0 1 6 0 7"], 0),
      (["信息公开申请", "3.其他 7"], 0), ([], 0),
    ])
  func rest(lines: [String], more: Int) {
    let known = [
      "自然人 商业企业 总计", "一、本年新收政府信息公开申请数量 1 2 3 4 5 6 21", "（一）予以公开 1 2 3 4 5 6 21", "2.申请人逾期未按收费",
      "通知要求缴纳费用、行 0 0 0 0 0 0 0",
    ]
    let source = (["三、收到和处理政府信息公开申请情况"] + known + lines + ["四、政府信息公开行政复议、行政诉讼情况"]).enumerated().map {
      SourceLine(number: $0 + 1, text: $1)
    }
    let region = TextRegions.find(source).first { $0.id == .applications }
    #expect(region?.range == 1..<1 + known.count + more)
  }

  @Test(
    "A line of a sentence with a word of the form is no row of a table",
    arguments: [("二是依申请公开，全年新收75件，上年结转7件，结", 2), ("二、上年结转 10，172 2，673 0", 1), ("只计这一情形，不计其他情形）部分公开", 1)])
  func sentence(line: String, start: Int) {
    let rows = [
      "一、本年新收政府信息公开申请数量 1 2 3 4 5 6 21", "（一）予以公开 1 2 3 4 5 6 21", "（七）总计 1 2 3 4 5 6 21", "2.重复申请 0 0 0 0 0 0 0",
    ]
    let source = (["某局年度报告", line] + rows).enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    #expect(TextRegions.find(source).first { $0.id == .applications }?.range.lowerBound == start)
  }

  @Test(
    "The remark of a number that goes on above and below its row leaves no blank there, and is none of the rows beside it",
    arguments: [("34（其中修订1", "件）"), ("34（其中修订", "件，另废止若干件）")])
  func remark(above: String, below: String) throws {
    func row(_ cells: [(String, Double)], y: Double) -> [Glyph] {
      cells.flatMap { DrawnTable.line($0.0, x: $0.1, y: y) }
    }
    let xs = [60.0, 300, 450, 600]
    var glyphs = DrawnTable.line("二、主动公开政府信息情况", x: 60, y: 60, size: 10)
    glyphs += row([("第二十条第（一）项", 300)], y: 90)
    glyphs += row(Array(zip(["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"], xs)), y: 110)
    glyphs += row(Array(zip(["规章", "0", "0", "0"], xs)), y: 130)
    glyphs += row([(above, 590)], y: 150) + row(Array(zip(["规范性文件", "1", "1"], xs)), y: 159)
    glyphs += row([(below, 600)], y: 168) + row([("第二十条第（五）项", 300)], y: 190)
    glyphs += row(Array(zip(["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"], xs)), y: 210)
    glyphs += row(Array(zip(["行政许可", "89", "-28", "0"], xs)), y: 230)
    glyphs += row(Array(zip(["其他对外管理服务事项", "8", "-2", "1"], xs)), y: 250) + row([("第二十条第（六）项", 300)], y: 270)
    glyphs += row(Array(zip(["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"], xs)), y: 290)
    glyphs += row(Array(zip(["行政处罚", "8", "-2", "1"], xs)), y: 310)
    glyphs += row(Array(zip(["行政强制", "8", "-2"], xs)), y: 330) + row([("第二十条第（八）项", 300)], y: 350)
    glyphs += row(Array(zip(["信息内容", "上一年项目数量", "本年增/减"], xs)), y: 370)
    glyphs += row(Array(zip(["行政事业性收费", "3", "0"], xs)), y: 390)
    let report = try Reconstructor.reconstruct(Document([[]], lines: glyphs))
    let table = try #require(report[TableID.article20])
    let cells = Dictionary(uniqueKeysWithValues: table.rows.map { ($0.id, $0.cells.map(\.cell)) })
    #expect(cells[.normativeDocuments]?.map(\.state) == [.number, .number, .unread])
    #expect(cells[.regulations]?[2].state != .text)
    #expect(cells[.licensing]?.map(\.text) == ["89", "-28", "0"])
    // The name of a block is no remark.
    #expect(cells[.coercion]?.map(\.state) == [.number, .number, .blank])
  }

  @Test(
    "A number and a line below it that begins with one are two, and not one with a remark",
    arguments: [("34（其中修订1", false), ("（其中修订1件）", true)])
  func twoLines(second: String, isOne: Bool) {
    func content(_ text: String, _ y: Double) -> ColumnPlan.Content {
      .cell(PrintedCell(left: 0, right: 90, pieces: GridRows.pieces(DrawnTable.line(text, x: 0, y: y), page: 1)))
    }
    #expect((CellFactory.cell([content("0", 10), content(second, 20)]).state == (isOne ? .number : .unread)))
  }

  @Test(
    "A row on two pages, of whose first part nobody knows the columns, has no blank for the second",
    arguments: [true, false])
  func twoParts(isJoined: Bool) throws {
    let first = DrawnTable(
      [
        [.init("第二十条第（六）项", columns: 4)],
        isJoined
          ? [.init("信息内容上一年项目数量", columns: 2), "本年增/减", "处理决定数量"]
          : ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
        isJoined ? ["行政处罚", .init("00", columns: 2), "10"] : ["行政处罚", "0", "0", "10"],
      ], widths: [200, 150, 150, 150], top: 800)
    let second = DrawnTable([["", "", "", ""], ["行政强制", "1", "2", "0"]], widths: [200, 150, 150, 150], top: 60)
    let table = try #require(try Reconstructor.reconstruct(Document([[first], [second]]))[TableID.article20])
    let row = try #require(table.rows.first { $0.id == .penalties })
    #expect(row.cells.allSatisfy { $0.cell.state != .blank })
  }

  @Test(
    "The word for none that touches a label, among the columns, is a value",
    arguments: [("不由本机关制作、无", 300.0, true), ("不由本机关制作、", 300, false), ("不由本机关制作、无", 290, false)])
  func touching(label: String, right: Double, isMarred: Bool) {
    func run(_ text: String, _ left: Double, _ right: Double) -> LooseRun {
      LooseRun(
        text: text, left: left, right: right,
        place: .page(1, Rectangle(left: left, top: 0, right: right, bottom: 9)), isValue: ValueReader.isValue(text))
    }
    let line = LooseLine(
      runs: [run(label, 100, right), run("无", 350, 358)], page: 1, y: 5, unit: 9, index: 0)
    #expect(LooseApplications([line]).marred([0], start: 295).isEmpty != isMarred)
  }
}
