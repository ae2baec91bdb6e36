import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables ruled between their rows alone.
@Suite struct RowBandsTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let size = 8.0

  /// A row of the table: the lines of its label, and of its numbers, both to its bottom.
  private struct Row {
    var id: RowID
    var label: [String]
    var numbers: [[String]]
  }

  /// Every label goes on over three lines more, as offices print what it means; the numbers stand at the bottom.
  private static func rows(_ numbers: [RowID: [[String]]] = [:]) -> [Row] {
    form.rows.enumerated().map { r, row in
      let own = (0..<7).map { "\(10 * r + $0 + 100)" }
      return Row(
        id: row.id, label: [row.label, "（以下所称的含义", "参照国家的规定及", "本省的说明）"], numbers: numbers[row.id] ?? [own])
    }
  }

  private static func table(_ rows: [Row], isRuled: Bool) throws -> Table {
    var glyphs = DrawnTable.line("三、收到和处理政府信息公开申请情况", x: 40, y: 60, size: 12)
    func x(_ column: Int) -> Double { 480 + 56 * Double(column) }
    for (c, name) in names.enumerated() { glyphs += DrawnTable.line(name, x: x(c), y: 84) }
    var rulings: [Ruling] = []
    var y = 100.0
    func rule() { rulings.append(Ruling(kind: .line, isHorizontal: true, position: y, start: 50, end: 880)) }
    rule()
    for row in rows {
      let height = size * Double(max(row.label.count, row.numbers.count))
      for (k, text) in row.label.enumerated() { glyphs += DrawnTable.line(text, x: 60, y: y + 1 + size * Double(k)) }
      for (k, line) in row.numbers.enumerated() {
        let top = y + 1 + height - size * Double(row.numbers.count - k)
        for (c, text) in line.enumerated() { glyphs += DrawnTable.line(text, x: x(c), y: top) }
      }
      y += height + 2
      if isRuled { rule() }
    }
    glyphs += DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 40, y: y + 20, size: 12)
    let (all, edges) = (glyphs, rulings)
    let title = DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14)
    let report = try Reconstructor.reconstruct(
      Document(
        content: .pages([Page(number: 1, width: 900, height: 1_200, glyphs: title + all)]), rulings: { _ in edges }))
    return try #require(report[.applications])
  }

  @Test("Numbers between two lines are those of the label there, however far from it they stand")
  func bands() throws {
    let table = try Self.table(Self.rows(), isRuled: true)
    for (r, row) in table.rows.enumerated() {
      #expect(row.cells.map(\.cell.text) == (0..<7).map { "\(10 * r + $0 + 100)" }, "\(row.id)")
      #expect(row.cells.allSatisfy { $0.cell.state == .number }, "\(row.id)")
    }
  }

  @Test(
    "Of a number in two lines neither part is read, whether or not the rows are parted by lines",
    arguments: [true, false])
  func twoLines(isRuled: Bool) throws {
    let numbers: [RowID: [[String]]] = [
      .deniedThirdPartyRights: [["1", "", "", "", "", "", "1"], ["751", "16", "48", "0", "0", "0", "815"]],
      .deniedProcessInformation: [["41", "", "", "", "", "", "4"], ["83", "0", "0", "0", "0", "113", "296"]],
    ]
    let rows = Self.rows(numbers).map { row in
      var row = row
      switch row.id {
      case .deniedThirdPartyRights: row.label = ["4.保护第三方合法权", "益"]
      case .deniedInternalAffairs: row.label = ["5.属于三类内部事务", "信息（人事管理、后", "勤管理、内部工作流", "程）"]
      case .deniedProcessInformation: row.label = ["6.属于四类过程性信", "息（讨论记录、过程", "稿、磋商信函、请示", "报告）"]
      default: row.label = [row.label[0]]
      }
      return row
    }
    let table = try Self.table(rows, isRuled: isRuled)
    for row in table.rows {
      for (k, entry) in row.cells.enumerated() {
        let whole = rows.first { $0.id == row.id }!.numbers.map { $0[k] }.joined()
        #expect(entry.cell.state == .unread || entry.cell.text == whole, "\(row.id) \(entry.cell)")
      }
    }
  }

  @Test("Where words are printed into another line of a row's numbers none of its cells is blank")
  func wordsInOtherLine() throws {
    let numbers: [RowID: [[String]]] = [
      .rejectedReconfirmation: [["0", "17", "27", "0", "", "", "47"], ["", "3", "0", "", "30年1月", "", "3"]]
    ]
    let rows = Self.rows(numbers).map { Row(id: $0.id, label: [$0.label[0]], numbers: $0.numbers) }
    let table = try Self.table(rows, isRuled: true)
    let row = try #require(table.rows.first { $0.id == .rejectedReconfirmation })
    #expect(row.cells.allSatisfy { $0.cell.state != .blank })
  }

  @Test("Too few lines are those above and below the table")
  func few() {
    func line(_ y: Double, _ length: Double = 400) -> Ruling {
      Ruling(kind: .line, isHorizontal: true, position: y, start: 100, end: 100 + length)
    }
    #expect(RowBands.separators([line(10), line(20), line(90)]).isEmpty)
    let all = (0..<6).map { line(10 * Double($0)) }
    #expect(RowBands.separators(all + [line(25, 100), line(20.5)]) == [0, 10, 20.25, 30, 40, 50])
    #expect(RowBands.band(24, [0, 10, 20]) == 3 && RowBands.band(24, []) == nil)
  }
}
