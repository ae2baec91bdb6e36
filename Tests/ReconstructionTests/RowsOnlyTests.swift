import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables with lines between their rows alone, or under their header: what stands between two lines is no cell.
@Suite struct RowsOnlyTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let starts: [Double] = [330, 400, 470, 540, 610, 680, 750]
  private static let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]

  private static func rule(_ y: Double, from left: Double = 50, to right: Double = 800) -> Ruling {
    Ruling(kind: .line, isHorizontal: true, position: y, start: left, end: right)
  }

  private static func report(_ glyphs: [Glyph], rulings: [Ruling]) throws -> Report {
    let title = DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14)
    return try Reconstructor.reconstruct(
      Document(
        content: .pages([Page(number: 1, width: 900, height: 900, glyphs: title + glyphs)]), rulings: { _ in rulings }))
  }

  /// How the rows of （六） are named.
  enum Labels: CaseIterable { case whole, short }

  private static func label(_ row: FormRow, _ labels: Labels) -> String {
    guard labels == .short else { return row.label }
    switch row.id {
    case .partiallyGranted: return "（二）部分公开"
    case .otherNotCorrected: return "（六）其他处理 1.逾期不补正"
    case .otherFeeUnpaid: return "2.逾期未缴费"
    default: return row.label
    }
  }

  /// Few columns hold anything.
  private static func isBlank(_ column: Int, _ number: Int) -> Bool {
    number == 0 || (1...5).contains(column) && column != 2
  }

  @Test(
    "Numbers stand under the names of their columns, blank cells under the others; shortened labels are those of the newer form",
    arguments: Labels.allCases, [true, false])
  func applications(labels: Labels, isRuled: Bool) throws {
    var glyphs = DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 60, y: 60, size: 10)
    // Names closer to one another than words of a sentence.
    for (name, x) in zip(Self.names, Self.starts) { glyphs += DrawnTable.line(name, x: x - 4, y: 90, size: 10.5) }
    var rulings = [Self.rule(80), Self.rule(106)]
    for (r, (row, numbers)) in zip(Self.form.rows, TextSamples.numbers(Self.form, isFull: true)).enumerated() {
      let y = 110 + 24 * Double(r)
      glyphs += DrawnTable.line(Self.label(row, labels), x: 60, y: y)
      for (k, number) in numbers.enumerated() where !Self.isBlank(k, number) {
        glyphs += DrawnTable.line(String(number), x: Self.starts[k] + 8, y: y)
      }
      if isRuled || r == Self.form.rows.count - 1 { rulings.append(Self.rule(y + 16)) }
    }
    // The frame.
    for x in [50.0, 800] {
      rulings.append(
        Ruling(
          kind: .line, isHorizontal: false, position: x, start: 80, end: 126 + 24 * Double(Self.form.rows.count - 1)))
    }
    glyphs += DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 60, y: 800, size: 10)
    let table = try #require(try Self.report(glyphs, rulings: rulings)[TableID.applications])
    #expect(table.template == .form2021)
    let wanted = TextSamples.numbers(Self.form, isFull: true).map { row in
      row.enumerated().map { Self.isBlank($0, $1) ? "blank" : String($1) }
    }
    for (row, cells) in zip(table.rows, wanted) {
      let read = row.cells.map { $0.cell.state == .blank ? "blank" : $0.cell.text }
      #expect(read == cells, "\(row.label)")
    }
  }

  @Test(
    "Of the review table too, below the last line of a sentence",
    arguments: ["案件10件。", "其中维持2件。", ""], [true, false])
  func review(sentence: String, isRuled: Bool) throws {
    var glyphs = DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 60, y: 60, size: 10)
    glyphs += DrawnTable.line("本年行政复议案件中，当年未收到因政府信息公开被纠正的行政诉讼", x: 80, y: 80)
    glyphs += DrawnTable.line(sentence, x: 60, y: 95)
    let names = [("行政复议", 150.0), ("行政诉讼", 500), ("未经复议直接起诉", 420), ("复议后起诉", 680)]
    for (k, (name, x)) in names.enumerated() { glyphs += DrawnTable.line(name, x: x, y: k < 2 ? 120 : 134) }
    for k in 0..<15 {
      let name = Self.outcomes[k % 5]
      let x = 60 + 50 * Double(k)
      if name == "总计" {
        glyphs += DrawnTable.line(name, x: x, y: 155)
      } else {
        glyphs += DrawnTable.line(String(name.prefix(2)), x: x, y: 150)
        glyphs += DrawnTable.line(String(name.suffix(2)), x: x, y: 160)
      }
    }
    let numbers = [3: "2", 4: "2", 6: "1", 9: "1", 13: "7", 14: "7"]
    for (k, number) in numbers { glyphs += DrawnTable.line(number, x: 66 + 50 * Double(k), y: 180) }
    glyphs += DrawnTable.line("五、存在的主要问题及改进情况", x: 60, y: 240, size: 10)
    var rulings: [Ruling] = []
    if isRuled {
      rulings = [115.0, 146, 172, 192].map { Self.rule($0) }
      for x in [50.0, 800] {
        rulings.append(Ruling(kind: .line, isHorizontal: false, position: x, start: 115, end: 192))
      }
    }
    let table = try #require(try Self.report(glyphs, rulings: rulings)[TableID.reviewAndLitigation])
    let cells = table.rows.flatMap(\.cells).map(\.cell)
    #expect(cells.map(\.text) == (0..<15).map { numbers[$0] ?? "" })
    #expect(cells.allSatisfy { $0.state == ($0.text.isEmpty ? .blank : .number) })
  }

  @Test("Where numbers have cells of their own, or each stands alone in a wide one, lines part columns")
  func parted() {
    func row(_ cells: [(String, Double, Double)], y: Double) -> PrintedRow {
      PrintedRow(
        cells: cells.map { text, left, right in
          PrintedCell(
            left: left, right: right, pieces: GridRows.pieces(DrawnTable.line(text, x: left + 2, y: y), page: 1),
            page: 1)
        }, page: 1, top: y, bottom: y + 12, block: 0)
    }
    let across = row([("行政许可      12      3", 0, 400)], y: 10)
    let spaced = row([("", 0, 400)], y: 30)
    #expect(RowsOnly.areAll([across, spaced, across]) == false)
    func gapped(_ y: Double) -> PrintedRow {
      let glyphs = DrawnTable.line("行政许可", x: 2, y: y) + DrawnTable.line("12", x: 200, y: y)
      let cell = PrintedCell(left: 0, right: 400, pieces: GridRows.pieces(glyphs, page: 1), page: 1)
      return PrintedRow(cells: [cell], page: 1, top: y, bottom: y + 12, block: 0)
    }
    #expect(RowsOnly.areAll([gapped(10), spaced, gapped(50)]))
    #expect(!RowsOnly.areAll([gapped(10), row([("行政处罚", 0, 200), ("3", 200, 300), ("4", 300, 400)], y: 30)]))
    #expect(!RowsOnly.areAll([gapped(10), row([("12", 100, 400)], y: 30), row([("7", 100, 400)], y: 50)]))
    #expect(!RowsOnly.areAll([]))
  }

  /// The table of `applications`, its rows alone ruled, as often as there are captions.
  private static func printed(_ captions: [String]) throws -> Table {
    var glyphs = DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 60, y: 50, size: 10)
    var rulings: [Ruling] = []
    var y = 66.0
    for (copy, caption) in captions.enumerated() {
      glyphs += DrawnTable.line(caption, x: 300, y: y)
      let top = y + 12
      rulings.append(Self.rule(top))
      for (name, x) in zip(names, starts) { glyphs += DrawnTable.line(name, x: x, y: top + 2) }
      y = top + 13
      for (row, numbers) in zip(form.rows, TextSamples.numbers(form, isFull: true)) {
        rulings.append(Self.rule(y))
        glyphs += DrawnTable.line(row.label, x: 60, y: y + 2, size: 6)
        for (number, x) in zip(numbers, starts) {
          glyphs += DrawnTable.line(String(number * (copy + 1)), x: x, y: y + 2)
        }
        y += 13
      }
      rulings.append(Self.rule(y))
      for x in [50.0, 800] {
        rulings.append(Ruling(kind: .line, isHorizontal: false, position: x, start: top, end: y))
      }
      y += 10
    }
    glyphs += DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 60, y: y + 10, size: 10)
    return try #require(try report(glyphs, rulings: rulings)[TableID.applications])
  }

  @Test("Of a table that is printed for two years no number is taken for the other year's")
  func twice() throws {
    let numbers = TextSamples.numbers(Self.form, isFull: true)
    #expect(TextSamples.texts(try Self.printed(["申请情况表"])) == numbers.map { $0.map(String.init) })
    let read = TextSamples.texts(try Self.printed(["2022年申请情况表", "2023年申请情况表"]))
    for (row, own) in zip(read, numbers) {
      #expect(zip(row, own).allSatisfy { $0 == "unread" || $0 == String(2 * $1) })
    }
  }

  @Test(
    "Names that stand close to one another are parted where gaps between them are clear",
    arguments: [
      (["自然人", "商业企", "总计"], 6.0, true), (["自然人", "商业企"], 2, false), (["自", "然", "人", "商"], 6, false),
      (["自然人", "第一项"], 6, false), (["结果维", "结果纠"], 6, true),
    ])
  func names(words: [String], gap: Double, isParted: Bool) {
    var x = 10.0
    let glyphs = words.flatMap { word -> [Glyph] in
      defer { x += 8 * Double(word.count) + gap }
      return DrawnTable.line(word, x: x, y: 10)
    }
    let parts = CloseNames.parts(glyphs)
    let texts = parts?.map { String(scalars: glyphs[$0].map(\.character)) }
    #expect(texts == (isParted ? words : nil))
  }

  @Test(
    "A row that the end of a page cuts open is a grid; a line with others of different lengths is none",
    arguments: [([0.0, 0, 0, 0], true), ([0, 0, 9, 0], false), ([0, 0, 0], false), ([15, 15, 15, 15], false)])
  func cutRow(starts: [Double], isGrid: Bool) {
    var rulings = [Self.rule(80, from: 50, to: 350)]
    for (k, start) in starts.enumerated() {
      rulings.append(
        Ruling(kind: .line, isHorizontal: false, position: 50 + 100 * Double(k), start: 60 + start, end: 80))
    }
    let grids = GridBuilder.grids(rulings)
    #expect(grids.first?.cells.count == (isGrid ? 3 : nil))
  }
}
