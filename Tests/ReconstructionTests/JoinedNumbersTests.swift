import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// What stands in one cell, and may be more than one number, or other than it looks.
@Suite struct JoinedNumbersTests {
  private static func piece(_ text: String, top: Double, unit: Double = 5, space: Double = 0) -> PrintedPiece {
    PrintedPiece(
      text: text, place: .page(1, Rectangle(left: 100, top: top, right: 112, bottom: top + 10)), left: 100, right: 112,
      top: top, bottom: top + 10, unit: unit, widestSpace: space)
  }

  private static func cell(_ pieces: [PrintedPiece]) -> Cell {
    ValueReader.read(
      PrintedCell(
        left: 98, right: 114, pieces: pieces, area: Rectangle(left: 98, top: 50, right: 114, bottom: 90), page: 1))
  }

  @Test("Small digits below a number are a mark, those of its own size its rest")
  func marks() {
    #expect(Self.cell([Self.piece("379", top: 60), Self.piece("52", top: 72)]).text == "37952")
    #expect(Self.cell([Self.piece("379", top: 60), Self.piece("1", top: 72, unit: 3)]).state == .unread)
  }

  @Test("The words of a seal are no cell's, those of an office are")
  func seal() {
    #expect(Self.cell([Self.piece("政务公开专用章", top: 60)]).state == .unread)
    #expect(Self.cell([Self.piece("详见附件", top: 60)]).state == .text)
  }

  /// The states of two rows, the first of which holds a cell in parts.
  private static func states(_ first: Cell, total: String, others: [Cell] = []) -> [ReportModel.Cell.State] {
    let columns = Form.reviewColumns
    func row(_ id: RowID, _ cells: [Cell]) -> Row {
      Row(id: id, label: "", cells: zip(columns, cells).map { .init(column: $0, cell: $1) })
    }
    let zeros = (0..<3 - others.count).map { _ in ValueReader.read("0", places: []) }
    let rest = ["11", "12", "13", "14", "50"].map { ValueReader.read($0, places: []) }
    let table = Table(
      id: .reviewAndLitigation, template: .form2021,
      rows: [
        row(.review, [first] + others + zeros + [ValueReader.read(total, places: [])]), row(.litigationDirect, rest),
      ])
    return WrappedNumbers.doubted(table).rows[0].cells.map(\.cell.state)
  }

  @Test("A number in parts is doubted where its row does not add up, and not where it does")
  func parts() {
    let spaced = Self.cell([Self.piece("26 4", top: 60, space: 0.3)])
    #expect(Self.states(spaced, total: "264")[0] == .number)
    #expect(Self.states(spaced, total: "26")[0] == .unread)
    // Of two lines the first alone has to make it add up: else the report errs.
    let lines = Self.cell([Self.piece("26", top: 60), Self.piece("4", top: 72)])
    #expect(Self.states(lines, total: "26")[0] == .unread)
    #expect(Self.states(lines, total: "260")[0] == .number)
    let whole = Self.cell([Self.piece("264", top: 60)])
    #expect(Self.states(whole, total: "26")[0] == .number)
  }

  @Test("Nor is a number over two lines one where another's lines in its row are not")
  func beside() {
    let stacked = Self.cell([Self.piece("379", top: 60), Self.piece("52", top: 72)])
    let doubtful = Cell(state: .unread, text: "5951", doubt: .severalValues)
    #expect(Self.states(stacked, total: "37952", others: [doubtful])[0] == .unread)
    #expect(Self.states(stacked, total: "37952")[0] == .number)
  }

  @Test("Letters where a table counts are a font's wrong map, but for those that clerks type for digits")
  func letters() {
    func table(_ texts: [String]) -> [ReportModel.Cell.State] {
      let places = [Place.page(1, Rectangle(left: 0, top: 0, right: 10, bottom: 10))]
      let cells = zip(Form.reviewColumns, texts).map {
        Row.Entry(column: $0, cell: ValueReader.read($1, places: places))
      }
      return LetteredCells.doubted(
        Table(id: .reviewAndLitigation, template: .form2021, rows: [Row(id: .review, label: "", cells: cells)])
      ).rows[0].cells.map(\.cell.state)
    }
    #expect(table(["PXR", "RPQ", "XT.P", "PPQ", "3"]) == [.unread, .unread, .unread, .unread, .number])
    #expect(!table(["OOO", "OOO", "OOO", "OOO", "3"]).contains { $0 == .unread })
    #expect(table(["PXR", "1", "2", "0", "3"])[0] == .text)
  }

  @Test("A digit over which the same one is drawn again is one", arguments: [(1.0, 1), (4.9, 2)])
  func squeezed(step: Double, count: Int) {
    // poppler lets the first of two that overlap end where the second begins.
    let glyphs = [
      Glyph(character: "4", box: Rectangle(left: 100, top: 100, right: 100 + step, bottom: 109)),
      Glyph(character: "4", box: Rectangle(left: 100 + step, top: 100, right: 105 + step, bottom: 109)),
    ]
    #expect(PageCleaner.clean(Page(number: 1, width: 595, height: 842, glyphs: glyphs)).glyphs.count == count)
  }

  @Test(
    "Digits of full width are as wide as high and do not tell which way a page's lines run; narrow ones do",
    arguments: [true, false])
  func squareDigits(isNarrow: Bool) {
    let sideways = Array("政府信息公开申请情况").flatMap { character in (0..<4).map { _ in character } }.enumerated().map {
      k, character in
      Glyph(
        character: character.unicodeScalars.first!,
        box: Rectangle(left: 300, top: 100 + 10 * Double(k), right: 310, bottom: 110 + 10 * Double(k)))
    }
    func digit(_ k: Int, width: Double, height: Double) -> Glyph {
      Glyph(
        character: "１",
        box: Rectangle(left: 400, top: 100 + 20 * Double(k), right: 400 + width, bottom: 100 + 20 * Double(k) + height))
    }
    let square = (0..<9).map { digit($0, width: 10, height: 10) }
    let upright = (9..<13).map { digit($0, width: 5, height: 9) }
    let page = Page(number: 1, width: 595, height: 842, glyphs: sideways + square + (isNarrow ? upright : []))
    #expect((PageOrientation.of(page) == .upright) == isNarrow)
  }

  @Test("A page with a table on its side and lines that are upright is mixed")
  func mixed() {
    let sideways = (0..<60).map { k in
      Glyph(
        character: "申", box: Rectangle(left: 300, top: 100 + 10 * Double(k), right: 310, bottom: 110 + 10 * Double(k)))
    }
    let upright = DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 60, y: 780, size: 12)
    func page(_ glyphs: [Glyph]) -> Page { Page(number: 1, width: 595, height: 842, glyphs: glyphs) }
    let digits = (0..<4).map { k in
      Glyph(
        character: "1", box: Rectangle(left: 400, top: 100 + 20 * Double(k), right: 409, bottom: 105 + 20 * Double(k)))
    }
    #expect(PageOrientation.isMixed(page(sideways + digits + upright)))
    #expect(!PageOrientation.isMixed(page(sideways + digits)))
    #expect(!PageOrientation.isMixed(page(upright)))
  }

  @Test("The names of groups at the foot of a page are no heading; with a numeral they are")
  func groupNames() {
    func candidate(_ text: String) -> HeadingCandidate? {
      Headings.candidate([TextFlow.line(SourceLine(number: 1, text: text))], at: 0)
    }
    #expect(candidate("行政复议 行政诉讼") == nil)
    #expect(candidate("四、行政复议、行政诉讼情况")?.id == .reviewAndLitigation)
  }
}
