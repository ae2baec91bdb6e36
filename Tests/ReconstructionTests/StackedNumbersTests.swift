import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Numbers of two rows in the cells of one, and numbers that an edge should part from their label.
@Suite struct StackedNumbersTests {
  private typealias Cell = DrawnTable.Cell
  private static let form = Form.of(.applications, .form2021)
  private static let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

  private static func entry(
    _ column: ColumnID, _ text: String, _ state: ReportModel.Cell.State, _ doubt: Doubt? = nil
  ) -> Row.Entry {
    let place = Place.page(1, Rectangle(left: 0, top: 0, right: 10, bottom: 20))
    return Row.Entry(column: column, cell: ReportModel.Cell(state: state, text: text, places: [place], doubt: doubt))
  }

  @Test(
    "Where two lines of a cell are two numbers, those of its row that look like one are in doubt",
    arguments: [true, false])
  func stacked(isStacked: Bool) {
    var cells = [
      Self.entry(.business, "860602", .number), Self.entry(.research, "7", .number),
      Self.entry(.total, "00", isStacked ? .unread : .number, isStacked ? .severalValues : nil),
    ]
    StackedNumbers.doubt(&cells, stacked: [.business, .total])
    #expect(cells.map(\.cell.state) == (isStacked ? [.unread, .number, .unread] : [.number, .number, .number]))
  }

  @Test(
    "A row that begins a page is not blank where its numbers may stand in the row before it",
    arguments: [(1, true), (2, false)])
  func behind(page: Int, mayHold: Bool) {
    let before = Row(
      id: .deniedAdministrativeInquiry, label: "", cells: [Self.entry(.total, "00", .unread, .severalValues)])
    let row = PrintedRow(cells: [], page: page + 1, top: 0, bottom: 10, block: 0)
    #expect(StackedNumbers.mayHold(before, parts: [row]) == mayHold)
    var cells = [Self.entry(.total, "", .blank), Self.entry(.business, "3", .number)]
    StackedNumbers.doubtBlanks(&cells)
    #expect(cells.map(\.cell.state) == [.unread, .number])
  }

  @Test("A row with a number among the words of its label has lost an edge, and its numbers may be others'")
  func heldNumber() throws {
    let numbers = TextSamples.numbers(Self.form)
    let rows = Self.form.rows.indices.map { r -> [Cell] in
      let row = numbers[r].map { Cell("\($0)") }
      return r == 5
        ? [Cell(Self.form.rows[r].label + "4", columns: 2)] + row[1...] : [Cell(Self.form.rows[r].label)] + row
    }
    let table = DrawnTable(
      [[Cell("项目")] + Self.heads.map { Cell($0) }] + rows, widths: [380] + Array(repeating: 54, count: 7), top: 60)
    let read = try #require(try Reconstructor.reconstruct(Document([[table]]))[TableID.applications])
    for (r, row) in read.rows.enumerated() {
      for (k, entry) in row.cells.enumerated() where entry.cell.state != .unread {
        #expect(entry.cell.text == "\(numbers[r][k])")
      }
    }
    #expect(read.rows[5].cells.allSatisfy { $0.cell.state == .unread })
  }

  @Test("A row of Article 20 that goes on over a page has no blank where a part of it is not known to be a column's")
  func article20() throws {
    let first = DrawnTable(
      [
        [Cell("第二十条第（一）项", columns: 4)], ["信息内容", "本年制发件数", Cell("本年废止件数现行有效件数", columns: 2)],
        ["规章", "1", Cell("23", columns: 2)],
      ], widths: [200, 150, 150, 150], top: 800)
    let second = DrawnTable([["", "", "", ""], ["行政规范性文件", "4", "5", "6"]], widths: [200, 150, 150, 150], top: 60)
    let read = try #require(try Reconstructor.reconstruct(Document([[first], [second]]))[TableID.article20])
    #expect(read.rows[0].cells.allSatisfy { $0.cell.state != .blank })
  }

  @Test(
    "The number of a label that stands on the line of the row's numbers is the label's",
    arguments: [
      ("3", ".危及", 100.0, true), ("3", "危及", 100, false), ("3", ".危及", 130, false), ("315", ".危及", 100, false),
    ])
  func labelNumber(number: String, label: String, left: Double, isLabels: Bool) {
    func run(_ text: String, _ left: Double, y: Double) -> LooseRun {
      LooseRun(
        text: text, left: left, right: left + 5 * Double(text.count),
        place: .page(1, Rectangle(left: left, top: y - 5, right: left + 20, bottom: y + 5)),
        isValue: ValueReader.isValue(text))
    }
    let right = 95 + 5.0
    let numbers = LooseLine(
      runs: [run(number, right - 5 * Double(number.count), y: 50), run("18", 300, y: 50)], page: 1, y: 50, unit: 9,
      index: 0)
    let words = LooseLine(runs: [run(label, left, y: 56)], page: 1, y: 56, unit: 9, index: 1)
    let joined = LabelNumbers.joined([numbers, words])
    #expect(joined[0].runs.map(\.text) == (isLabels ? ["18"] : [number, "18"]))
    #expect(joined[1].runs.map(\.text) == [isLabels ? number + label : label])
  }

  @Test("Numbers a little higher or lower than a label are its row's", arguments: [(55.0, 1), (59, 2)])
  func levelled(y: Double, lines count: Int) {
    func line(_ texts: [String], y: Double) -> LooseLine {
      LooseLine(
        runs: texts.enumerated().map { index, text in
          let left = 300 * Double(index) + (ValueReader.isValue(text) ? 200 : 0)
          return LooseRun(
            text: text, left: left, right: left + 20,
            place: .page(1, Rectangle(left: left, top: y - 5, right: left + 20, bottom: y + 5)),
            isValue: ValueReader.isValue(text))
        }, page: 1, y: y, unit: 10, index: 0)
    }
    let (numbers, label) = (line(["16", "2"], y: 50), line(["行政规范性文件"], y: y))
    #expect(LooseReading.levelled([numbers, label]).count == count)
    #expect(LooseReading.levelled([line(["规章"], y: 50), label]).count == 2)
    #expect(LooseReading.levelled([numbers, line(["7"], y: y)]).count == 2)
  }
}
