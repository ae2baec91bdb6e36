import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Pages that are not one page of the usual size, and margins that count lines.
@Suite struct PageFramesTests {
  private static let table = DrawnTable(
    [
      [.init("第二十条第（一）项", columns: 4)], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "1", "2", "3"],
      ["行政规范性文件", "4", "5", "6"],
    ], widths: [90, 80, 80, 80], top: 300)
  /// A page of text, six lines of 24 characters.
  private static func text(x: Double) -> [Glyph] {
    (0..<6).flatMap { DrawnTable.line(String(repeating: "依法公开政府信息方便群众", count: 2), x: x, y: 100 + 20 * Double($0)) }
  }

  private static func cell(_ report: Report) throws -> Cell {
    let table = try #require(report.tables.first { $0.id == .article20 })
    return table.rows[1].cells[2].cell
  }

  @Test("Two pages on one sheet are read one after the other, and places are those of the sheet")
  func twoOnOne() throws {
    var page = Page(number: 1, width: 800, height: 600, glyphs: Self.text(x: 40) + Self.text(x: 460))
    page.glyphs += DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 60, y: 40)
    page.glyphs += Self.table.glyphs.map { glyph in
      var glyph = glyph
      (glyph.box.left, glyph.box.right) = (glyph.box.left + 405, glyph.box.right + 405)
      return glyph
    }
    let rulings = Self.table.rulings.map { ruling in
      var ruling = ruling
      if ruling.isHorizontal {
        (ruling.start, ruling.end) = (ruling.start + 405, ruling.end + 405)
      } else {
        ruling.position += 405
      }
      return ruling
    }
    let report = try Reconstructor.reconstruct(Document(content: .pages([page]), rulings: { _ in rulings }))
    let cell = try Self.cell(report)
    #expect(cell.value == 6)
    guard case .page(1, let box)? = cell.places.first else {
      Issue.record("no place")
      return
    }
    #expect(abs(box.left - (40 + 90 + 160 + 2 + 405)) < 0.01)
    let frames = try #require(PageFrames([page], rulings: { _ in rulings }))
    #expect(frames.pages.map(\.width) == [400, 400])
  }

  @Test("On a page of another size labels are whole where their other lines stand, as on any")
  func brokenLabel() throws {
    let form = Form.of(.applications, .form2021)
    let names = ["自然人", "商业企业", "科研机构", "社会公益", "法律服务", "其他", "总计"]
    var glyphs = DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 40, y: 60, size: 12)
    for (c, name) in names.enumerated() { glyphs += DrawnTable.line(name, x: 420 + 60 * Double(c), y: 90) }
    var y = 104.0
    for own in form.rows {
      let lines = own.id == .otherNotCorrected ? ["1.申请人无正当理由逾期不补正、", "行政机关不再处理其政府信息公开申请"] : [own.label]
      for (k, line) in lines.enumerated() { glyphs += DrawnTable.line(line, x: 60, y: y + 12 * Double(k)) }
      for c in names.indices { glyphs += DrawnTable.line("\(c + 1)", x: 420 + 60 * Double(c), y: y) }
      y += 12 * Double(lines.count)
    }
    glyphs += DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 60, y: 30, size: 14)
    // Twice as large as it is shown.
    var page = Page(number: 1, width: 900, height: 700, glyphs: glyphs)
    page.scale = 2
    let tables = try Reconstructor.reconstruct(Document(content: .pages([page]))).tables
    let row = try #require(tables.first { $0.id == .applications }?.rows.first { $0.id == .otherNotCorrected })
    #expect(row.label == form.row(.otherNotCorrected)?.label)
  }

  @Test("A wide page with a table over its middle is one page")
  func wide() {
    let page = Page(number: 1, width: 800, height: 600, glyphs: Self.text(x: 40) + Self.text(x: 460))
    let across = [Ruling(kind: .line, isHorizontal: true, position: 300, start: 40, end: 760)]
    #expect(PageFrames([page], rulings: { _ in across }) == nil)
    #expect(PageFrames([page], rulings: { _ in [] }) != nil)
    // A frame about each of two pages, and the edge of a column.
    for (length, isTwo) in [(580.0, true), (200, false)] {
      let line = Ruling(kind: .line, isHorizontal: false, position: 400, start: 10, end: 10 + length)
      #expect((PageFrames([page], rulings: { _ in [line] }) != nil) == isTwo)
    }
  }

  @Test("Places of a page that was enlarged for reading are those of the page as displayed")
  func scaled() throws {
    var page = Page(number: 1, width: 600, height: 850, glyphs: Self.table.glyphs)
    page.glyphs += DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 60, y: 40)
    page.scale = 10
    let report = try Reconstructor.reconstruct(Document(content: .pages([page]), rulings: { _ in Self.table.rulings }))
    guard case .page(1, let box)? = try Self.cell(report).places.first else {
      Issue.record("no place")
      return
    }
    #expect(abs(box.left - 29.2) < 0.01)
  }

  @Test("Numbers in the margin that count the lines are no part of them; numbers that do not count are")
  func margin() {
    let text = (0..<9).flatMap { DrawnTable.line("依法公开", x: 60, y: 100 + 20 * Double($0)) }
    let counting = (0..<9).flatMap { DrawnTable.line("\($0 + 1)", x: 20, y: 100 + 20 * Double($0)) }
    let other = (0..<9).flatMap { DrawnTable.line("\($0 * 3)", x: 20, y: 100 + 20 * Double($0)) }
    let page = { Page(number: 1, width: 600, height: 850, glyphs: text + $0) }
    #expect(MarginNumbers.removed(page(counting))?.glyphs.count == text.count)
    #expect(MarginNumbers.removed(page(other)) == nil)
    #expect(MarginNumbers.removed(page([])) == nil)
  }

  @Test("Where one page counts its lines, others of few lines do, too; the foot of a page is counted for itself")
  func fewLines() {
    let text = (0..<9).flatMap { DrawnTable.line("依法公开", x: 60, y: 100 + 20 * Double($0)) }
    let counting = (0..<9).flatMap { DrawnTable.line("\($0 + 1)", x: 20, y: 100 + 20 * Double($0)) }
    let foot = DrawnTable.line("1", x: 20, y: 800) + DrawnTable.line("—1—", x: 300, y: 800)
    let few = DrawnTable.line("六、其他需要报告的事项", x: 60, y: 60) + DrawnTable.line("无。", x: 60, y: 80)
    let numbers = DrawnTable.line("88", x: 16, y: 60) + DrawnTable.line("89", x: 16, y: 80)
    func page(_ number: Int, _ glyphs: [Glyph]) -> Page {
      Page(number: number, width: 600, height: 850, glyphs: glyphs)
    }
    let read = MarginNumbers.removed([page(1, text + counting + foot), page(2, few + numbers)])
    #expect(read[0].glyphs.count == text.count + 3 && read[1].glyphs == few)
    #expect(MarginNumbers.removed([page(1, text), page(2, few + numbers)])[1].glyphs == few + numbers)
    // Elsewhere, or not counting, they are numbers of the page.
    let other = DrawnTable.line("88", x: 30, y: 60)
    #expect(MarginNumbers.removed([page(1, text + counting), page(2, few + other)])[1].glyphs == few + other)
  }

  @Test("A number of a table that begins in the margin is none of those that count the lines")
  func marginOfTable() {
    let text = (0..<9).flatMap { DrawnTable.line("依法公开", x: 60, y: 100 + 20 * Double($0)) }
    let counting = (0..<9).flatMap { DrawnTable.line("\($0 + 1)", x: 20, y: 100 + 20 * Double($0)) }
    let number = DrawnTable.line("0", x: 40, y: 80)
    let beside = DrawnTable.line("7", x: 40, y: 120)
    let page = Page(number: 1, width: 600, height: 850, glyphs: text + counting + number + beside)
    #expect(MarginNumbers.removed([page])[0].glyphs == text + number + beside)
  }

  @Test(
    "So are the numbers of a few rows and the letters of columns, as spreadsheets print them",
    arguments: [
      (["A", "B", "C"], true), (["K"], true), (["A", "C"], false), ([], false), (["A", "B", "公"], false),
    ])
  func sheet(letters: [String], isSheet: Bool) {
    let text = (0..<3).flatMap { DrawnTable.line("依法公开", x: 60, y: 100 + 20 * Double($0)) }
    // The header above them is printed on each page.
    let rows = [2, 25, 26].enumerated().flatMap { DrawnTable.line("\($1)", x: 20, y: 100 + 20 * Double($0)) }
    let columns = letters.enumerated().flatMap { DrawnTable.line($1, x: 80 + 60 * Double($0), y: 80) }
    let page = Page(number: 1, width: 600, height: 850, glyphs: columns + text + rows)
    #expect(MarginNumbers.removed(page)?.glyphs == (isSheet ? text : nil))
  }
}
