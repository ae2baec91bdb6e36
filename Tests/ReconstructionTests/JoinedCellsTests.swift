import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Cells between which an edge is lost.
@Suite struct JoinedCellsTests {
  private typealias Cell = DrawnTable.Cell

  @Test(
    "Of a table without header nothing is told by the number of its cells where one of them holds the numbers of two columns or rows",
    arguments: [(5.0, false, true), (5, true, false), (14, false, false)])
  func withoutHeader(gap: Double, spansRows: Bool, isRead: Bool) throws {
    let form = Form.of(.applications, .form2021)
    let rows = form.rows.enumerated().map { r, row in
      let texts = [row.label] + TextSamples.numbers(form)[r].map(String.init)
      let cells = texts.enumerated().map { k, text in
        let box = Rectangle(
          left: 60 * Double(k), top: 20 * Double(r), right: 60 * Double(k) + 60, bottom: 20 * Double(r) + 20)
        var pieces = GridRows.pieces(DrawnTable.line(text, x: box.left + 2, y: box.top + 2), page: 1)
        if r == 4, k == 2 {
          let second = DrawnTable.line("7", x: box.left + 2 + (spansRows ? 0 : gap), y: box.top + (spansRows ? 22 : 2))
          pieces = GridRows.pieces(
            pieces.flatMap { _ in DrawnTable.line(text, x: box.left + 2, y: box.top + 2) } + second, page: 1)
        }
        return PrintedCell(
          left: box.left, right: box.right, pieces: pieces, area: box, page: 1, spansRows: r == 4 && k == 2 && spansRows
        )
      }
      return PrintedRow(cells: cells, page: 1, top: 20 * Double(r), bottom: 20 * Double(r) + 20, block: 0)
    }
    var reader = ApplicationsReader()
    let read = TextSamples.texts(reader.read(rows, plan: nil))
    #expect(read.first?.allSatisfy { ($0 != "unread") == isRead } == true)
  }

  @Test(
    "A row of blanks that begins a page with the end of its label may have its numbers on the page before",
    arguments: [("公开（区分处理的，只计这一情形，不计其他情形）", true), ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", false)])
  func tail(label: String, isDoubted: Bool) throws {
    let form = Form.of(.applications, .form2021)
    let first = try #require(form.rows.firstIndex { $0.id == .partiallyGranted })
    let numbers = TextSamples.numbers(form).map { $0.map(String.init) }
    let header = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    let texts =
      [header]
      + form.rows.enumerated().map { r, row in
        r == first ? [label] + Array(repeating: "", count: 7) : [row.label] + numbers[r]
      }
    let rows = texts.enumerated().map { r, own in
      let page = r <= first ? 1 : 2
      let top = 20 * Double(page == 1 ? r : r - first)
      let cells = own.enumerated().map { k, text in
        let box = Rectangle(left: 60 * Double(k), top: top, right: 60 * Double(k) + 60, bottom: top + 20)
        return PrintedCell(
          left: box.left, right: box.right,
          pieces: GridRows.pieces(DrawnTable.line(text, x: box.left + 2, y: top + 2, size: 2), page: page), area: box,
          page: page)
      }
      return PrintedRow(cells: cells, page: page, top: top, bottom: top + 20, block: page)
    }
    var reader = ApplicationsReader()
    let found = reader.read(rows, plan: nil)
    let read = try #require(found)
    #expect(read.rows[first].cells.allSatisfy { $0.cell.state == (isDoubted ? .unread : .blank) })
    #expect(read.rows[first + 1].cells.map(\.cell.text) == numbers[first + 1])
  }

  @Test(
    "Where the header of the next block stands in the cells of a row, they hold neither words nor blanks",
    arguments: ["九）项", ""])
  func header(rest: String) throws {
    let table = DrawnTable(
      [
        [Cell("第二十条第（六）项", columns: 4)], ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"], ["行政处罚", "104", "-24", "0"],
        ["行政强制", "1", "2", "3"], [Cell("第二十条第（八）项", columns: 4)],
        ["信息内容", "上一年项目数量", Cell("本年增/减", columns: 2)],
        ["行政事业性收费", "第二十条第（", Cell(rest, columns: 2)],
        ["信息内容", "采购项目数量", Cell("采购总金额", columns: 2)], ["政府集中采购", "12", Cell("3.5", columns: 2)],
      ], widths: [200, 150, 150, 150], top: 80)
    let read = try #require(try Reconstructor.reconstruct(Document([[table]]))[TableID.article20])
    let fees = try #require(read.rows.first { $0.id == .fees })
    #expect(fees.cells.allSatisfy { $0.cell.state == .unread })
    #expect(read.rows.first { $0.id == .penalties }?.cells.map(\.cell.text) == ["104", "-24", "0"])
  }

  @Test(
    "A row without edges is not missing, whose label is short or goes on in the next line",
    arguments: [
      ("4.保护第三方合法", RowID.deniedThirdPartyRights, true), ("4.保护", .deniedThirdPartyRights, false),
      ("5.要求行政机关确认", .rejectedReconfirmation, true), ("5.要求行政机", .rejectedReconfirmation, false),
      ("依法保护第三方合法", .deniedThirdPartyRights, false), ("（七）总计", .total, true), ("总计", .total, false),
    ])
  func begun(line: String, id: RowID, isThere: Bool) {
    var table = Table(
      id: .applications, template: .form2019,
      rows: Form.of(.applications, .form2019).rows.map { CellFactory.unread($0, doubt: .rowNotFound) })
    table.missingRows = [id]
    let glyphs =
      DrawnTable.line(line, x: 40, y: 100) + DrawnTable.line("1898", x: 200, y: 100)
      + DrawnTable.line("权益", x: 40, y: 112)
    let lines = LineAssembler.lines(glyphs, page: 1)
    #expect(PrintedLabels.acquitted(table, outside: lines).missingRows.isEmpty == isThere)
  }

  @Test(
    "A part of a row's label that a cut page leaves without a number tells the row, where it is no other's",
    arguments: [("逾期不补正、行政机", true), ("关不再处理其政府信", false), ("逾期不补正", false)])
  func pieceWithoutNumber(line: String, isThere: Bool) {
    var table = Table(
      id: .applications, template: .form2021,
      rows: Form.of(.applications, .form2021).rows.map { CellFactory.unread($0, doubt: .rowNotFound) })
    table.missingRows = [.otherNotCorrected]
    let lines = LineAssembler.lines(DrawnTable.line(line, x: 40, y: 100), page: 1)
    #expect(PrintedLabels.acquitted(table, outside: lines).missingRows.isEmpty == isThere)
  }

  @Test(
    "A short label in two lines, the numbers between them, is not missing; words far below are no part of it",
    arguments: [(112.0, true), (170, false)])
  func wrapped(below: Double, isThere: Bool) {
    var table = Table(
      id: .applications, template: .form2019,
      rows: Form.of(.applications, .form2019).rows.map { CellFactory.unread($0, doubt: .rowNotFound) })
    table.missingRows = [.deniedStateSecret]
    let glyphs =
      DrawnTable.line("（三）不", x: 0, y: 100) + DrawnTable.line("1.属于国家", x: 60, y: 100)
      + DrawnTable.line("0", x: 200, y: 106) + DrawnTable.line("予公开", x: 0, y: below)
      + DrawnTable.line("秘密", x: 60, y: below)
    let lines = LineAssembler.lines(glyphs, page: 1)
    #expect(PrintedLabels.acquitted(table, outside: lines).missingRows.isEmpty == isThere)
  }

  @Test(
    "Edges of a table without a word in it are a table of which nothing is read", arguments: [(4, true), (2, false)])
  func wordless(rows: Int, isThere: Bool) throws {
    let grid = DrawnTable(
      Array(repeating: Array(repeating: Cell(""), count: 5), count: rows), widths: Array(repeating: 60, count: 5),
      top: 100)
    let heading = DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 40, y: 70, size: 10)
    let report = try Reconstructor.reconstruct(Document([[grid]], lines: heading))
    let table = report[TableID.reviewAndLitigation]
    #expect((table != nil) == isThere)
    #expect(table?.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == .unread } } != false)
  }

  @Test(
    "The beginning of another row's label is none of this row's, however alike they are",
    arguments: [
      ("8.属于行政", "查询事项", false), ("7.属于行政", "8.属于行政查询事项", true), ("8.属于行政执法案卷", "8.属于行政查询事项", true),
    ])
  func beginning(label: String, next: String, isRead: Bool) throws {
    let form = Form.of(.applications, .form2021)
    let labels: [RowID: String] = [.deniedEnforcementFiles: label, .deniedAdministrativeInquiry: next]
    let rows = form.rows.enumerated().map { r, row in
      let texts = [labels[row.id] ?? row.label] + TextSamples.numbers(form)[r].map(String.init)
      let cells = texts.enumerated().map { k, text in
        let box = Rectangle(
          left: 60 * Double(k), top: 20 * Double(r), right: 60 * Double(k) + 60, bottom: 20 * Double(r) + 20)
        return PrintedCell(
          left: box.left, right: box.right,
          pieces: GridRows.pieces(DrawnTable.line(text, x: box.left + 2, y: box.top + 2), page: 1), area: box, page: 1)
      }
      return PrintedRow(cells: cells, page: 1, top: 20 * Double(r), bottom: 20 * Double(r) + 20, block: 0)
    }
    var reader = ApplicationsReader()
    let table = reader.read(rows, plan: nil)
    let row = try #require(table?.rows.first { $0.id == .deniedEnforcementFiles })
    #expect(row.cells.allSatisfy { ($0.cell.state == .number) == isRead })
  }

  @Test(
    "What stands for a number at the end of a label is the first cell's, and that one no blank",
    arguments: [("行政事业性收费无", true), ("行政事业性收费—", true), ("行政事业性收费", false), ("行政事业性收费（无变化）", false)])
  func placeholder(label: String, isInDoubt: Bool) throws {
    let row = try #require(Form.of(.article20, .form2019).rows.first { $0.id == .fees })
    var cells = CellFactory.unread(row, doubt: .rowNotFound).cells
    for k in cells.indices { cells[k].cell = ReportModel.Cell(state: .blank) }
    HeldNumbers.doubt(&cells, label: label, of: row)
    #expect(cells.allSatisfy { ($0.cell.state == .unread) == isInDoubt })
  }

  @Test(
    "A row below with words of its own is no rest of a label, though it was taken for it",
    arguments: [
      (["行政规范性文件", "其他主动公开文件"], true), (["行政规范", "性文件"], false), (["行政规范性文件", "（不含党内各类文件）"], false),
      (["行政规范性文件", "", "主动公开各项目"], false),
    ])
  func rowBelow(labels: [String], isInDoubt: Bool) throws {
    let form = Form.of(.article20, .form2021)
    let row = try #require(form.rows.first { $0.id == .normativeDocuments })
    var cells = CellFactory.unread(row, doubt: .rowNotFound).cells
    for k in cells.indices { cells[k].cell = ReportModel.Cell(state: .number, text: "27", value: 27) }
    let label = labels.enumerated().map { k, text in
      // The third one stands beside the others.
      PrintedCell(
        left: k == 2 ? 90 : 0, right: k == 2 ? 180 : 90,
        pieces: GridRows.pieces(DrawnTable.line(text, x: 0, y: 20 * Double(k)), page: 1))
    }
    JoinedLabels.doubt(&cells, label: label, others: [], of: row, in: form)
    #expect(cells.allSatisfy { ($0.cell.state == .unread) == isInDoubt })
  }

  @Test(
    "A label that is worded another way, in the cell of a header, is there",
    arguments: [("一、本年新收申请数量", true), ("二、上年结转申请数量", false), ("（本列数据）", false)])
  func worded(line: String, isThere: Bool) {
    let form = Form.of(.applications, .form2021)
    var table = Table(
      id: .applications, template: .form2021, rows: form.rows.map { CellFactory.unread($0, doubt: .rowNotFound) })
    table.missingRows = [.newReceived]
    let glyphs = DrawnTable.line("勾稽关系为", x: 0, y: 20) + DrawnTable.line(line, x: 0, y: 40)
    let cell = PrintedCell(left: 0, right: 200, pieces: GridRows.pieces(glyphs, page: 1))
    let row = PrintedRow(cells: [cell], page: 1, top: 0, bottom: 60, block: 0)
    #expect(PrintedLabels.acquitted(table, rows: [row]).missingRows.isEmpty == isThere)
  }
}
