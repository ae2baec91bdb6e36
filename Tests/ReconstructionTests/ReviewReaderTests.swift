import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// The row of numbers of the review-and-litigation table, behind headers that are repeated, cut and smudged.
@Suite struct ReviewReaderTests {
  private static let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
  private static let numbers = (1...15).map(String.init)

  private static func row(_ texts: [String], page: Int, top: Double) -> PrintedRow {
    let cells = texts.enumerated().map { k, text in
      let left = 60 + 30 * Double(k)
      let piece = PrintedPiece(
        text: text, place: .page(page, Rectangle(left: left, top: top, right: left + 28, bottom: top + 12)), left: left,
        right: left + 28, top: top, bottom: top + 12, unit: 5)
      return PrintedCell(left: left, right: left + 30, pieces: text.isEmpty ? [] : [piece], area: nil, page: page)
    }
    return PrintedRow(cells: cells, page: page, top: top, bottom: top + 14, block: page)
  }

  private static func leaves(_ page: Int, _ top: Double, stray: String = "") -> PrintedRow {
    row((0..<15).map { outcomes[$0 % 5] + ($0 == 3 ? stray : "") }, page: page, top: top)
  }

  @Test(
    "Numbers behind a header that the next page repeats, whatever a watermark left in it",
    arguments: [
      [leaves(1, 700), leaves(2, 40), row(numbers, page: 2, top: 60)],
      [leaves(1, 700), leaves(2, 40, stray: "使"), row(numbers, page: 2, top: 60)],
      [
        leaves(1, 700), row(numbers, page: 1, top: 720), leaves(2, 40),
        row(Array(repeating: "", count: 15), page: 2, top: 60),
      ],
      [leaves(1, 700), row(["行政复议", "", "", "仅", "行政诉讼"], page: 2, top: 30), row(numbers, page: 2, top: 60)],
    ])
  func repeatedHeader(rows: [PrintedRow]) throws {
    var reader = ReviewReader()
    let read = reader.read(rows)
    let table = try #require(read)
    #expect(table.rows.flatMap(\.cells).map { $0.cell.value } == (1...15).map(Decimal.init))
  }

  /// Of each group three outcomes and their total, in two lines: the first and the second part of each number.
  private static let upper = ["0", "59", "68", "0", "1,", "0", "72", "0", "18", "90", "0", "70", "25", "0", "95"]
  private static let lower = ["", "3", "6", "", "279", "", "7", "", "0", "7", "", "6", "3", "", "9"]

  @Test("Numbers of which a page break parts the lines are whole where they add up; else nothing of them is known")
  func overPage() throws {
    func texts(_ lower: [String], under upper: [String] = Self.upper) throws -> [String] {
      var reader = ReviewReader()
      var rows = [Self.leaves(1, 700), Self.row(upper, page: 1, top: 720), Self.row(lower, page: 2, top: 40)]
      for row in [1, 2] {
        for k in rows[row].cells.indices {
          let cell = rows[row].cells[k]
          rows[row].cells[k].area = Rectangle(
            left: cell.left, top: rows[row].top, right: cell.right, bottom: rows[row].bottom)
        }
      }
      let read = reader.read(rows)
      let table = try #require(read)
      return table.rows.flatMap(\.cells).map { $0.cell.state == .unread ? "unread" : $0.cell.text }
        + table.extras.map(\.label)
    }
    #expect(try texts(Self.lower) == zip(Self.upper, Self.lower).map { $0 + $1 })
    var other = Self.lower
    other[1] = "4"
    #expect(try texts(other) == Array(repeating: "unread", count: 15))
    // Of two years each by itself, blank for nothing.
    let first = ["1", "0", "0", "0", "1"] + Array(repeating: "0", count: 10)
    let second = ["2", "", "", "", "2"] + Array(repeating: "", count: 10)
    #expect(try texts(second, under: first) == Array(repeating: "unread", count: 15))
  }

  @Test(
    "Where a cell stands before the first column and the last one is cut off, as many cells as columns are not theirs")
  func shifted() throws {
    var reader = ReviewReader()
    let names = [""] + (0..<14).map { Self.outcomes[$0 % 5] }
    let read = reader.read([
      Self.row(names, page: 1, top: 700), Self.row([""] + (1...14).map(String.init), page: 1, top: 720),
    ])
    #expect(try #require(read).rows.flatMap(\.cells).allSatisfy { $0.cell.state == .unread })
  }

  @Test("A second row of numbers is one too many, unless a header of its own stands over it")
  func secondRow() throws {
    let first = [Self.leaves(1, 700), Self.row(Self.numbers, page: 1, top: 720)]
    func extras(_ more: [PrintedRow]) throws -> Int {
      var reader = ReviewReader()
      let read = reader.read(first + more)
      return try #require(read).extras.count
    }
    #expect(try extras([Self.row(Self.numbers, page: 1, top: 740)]) == 1)
    #expect(try extras([Self.leaves(4, 40), Self.row(Self.numbers, page: 4, top: 60)]) == 0)
  }

  @Test("A row of numbers in other cells right below is of another table", arguments: [30.0, 33])
  func otherTable(width: Double) throws {
    var below = Self.row(Array(Self.numbers.prefix(14)), page: 1, top: 760)
    for k in below.cells.indices {
      below.cells[k].left = 60 + width * Double(k)
      below.cells[k].right = 60 + width * Double(k + 1)
    }
    var reader = ReviewReader()
    let read = reader.read([Self.leaves(1, 700), Self.row(Self.numbers, page: 1, top: 720), below])
    let table = try #require(read)
    let isApart = width != 30
    #expect(table.extras.isEmpty == isApart)
    #expect(table.rows.flatMap(\.cells).allSatisfy { $0.cell.state == (isApart ? .number : .unread) })
  }

  /// What stands among the three rows of a table of six columns.
  enum Among: CaseIterable { case nothing, foreign, rest, wide }

  @Test(
    "Around the rows of a table that sets its groups one under the other stand others, empty ones, and the rest of one that a page breaks",
    arguments: Among.allCases)
  func threeRows(among: Among) throws {
    let groups = ["行政复议", "未经复议直接起诉", "复议后起诉"]
    var rows = [Self.row(["类别"] + Self.outcomes, page: 1, top: 100)]
    for (k, group) in groups.enumerated() {
      let page = among == .rest && k == 2 ? 2 : 1
      rows.append(Self.row([group] + Self.numbers[(5 * k)..<(5 * k + 5)], page: page, top: 120 + 20 * Double(k)))
    }
    switch among {
    case .nothing: break
    case .foreign: rows.insert(Self.row(["新收申请", "120", "253", "240"], page: 1, top: 80), at: 0)
    case .rest: rows.insert(Self.row(Array(repeating: "", count: 6), page: 2, top: 40), at: 3)
    case .wide:
      var sliver = Self.row([""], page: 1, top: 134)
      sliver.cells[0].right = 240
      rows.insert(sliver, at: 2)
    }
    var reader = ReviewReader()
    let read = reader.read(rows)
    #expect(try #require(read).rows.flatMap(\.cells).map(\.cell.text) == Self.numbers)
    // A row that comes again on one page leaves none of them certain.
    reader = ReviewReader()
    let doubled = reader.read(rows + [Self.row(["复议后起诉"] + Array(repeating: "1", count: 5), page: 2, top: 180)])
    #expect(try #require(doubled).rows.flatMap(\.cells).allSatisfy { $0.cell.state == .unread })
  }

  @Test(
    "Numbers of a row without rules that stand nearer to the names beside their own add up in no group",
    arguments: [(0.0, true), (20, false)])
  func beside(shift: Double, isRead: Bool) throws {
    var row = Self.row(["2", "2", "5", "5"], page: 1, top: 720)
    row.isLoose = true
    // Of 结果维持 and 总计 of the first group, 结果纠正 and 总计 of the second.
    for (k, column) in [0, 4, 6, 9].enumerated() {
      row.cells[k].left = 70 + 30 * Double(column) + shift
      row.cells[k].right = 76 + 30 * Double(column) + shift
    }
    var reader = ReviewReader()
    let read = reader.read([Self.leaves(1, 700), row])
    let cells = try #require(read).rows.flatMap(\.cells).map(\.cell)
    #expect(cells.map(\.text) == (0..<15).map { isRead ? [0: "2", 4: "2", 6: "5", 9: "5"][$0] ?? "" : "" })
    #expect(cells.allSatisfy { ($0.state != .unread) == isRead })
  }

  @Test("Placeholders that stand a line above the numbers of a text are cells of the same row")
  func twoHeights() throws {
    let names = (0..<15).map { _ in "    " }.joined()
    func line(_ texts: [String], shows: (Int) -> Bool) -> String {
      texts.enumerated().map { (shows($0) ? $1 : "").padding(8) }.joined()
    }
    let numbers = ["1", "—", "3", "2", "6", "2", "1", "—", "1", "4", "—", "2", "—", "—", "2"]
    let text = """
      临溪县人民政府2022年政府信息公开工作年度报告
      三、收到和处理政府信息公开申请情况
      \(Form.of(.applications, .form2021).rows.map { $0.label.padding(40) + "0     0     0     0     0     0     0" }.joined(separator: "\n"))
      四、政府信息公开行政复议、行政诉讼情况
      \(names)行政复议  行政诉讼
      \(line((0..<15).map { Self.outcomes[$0 % 5] }) { _ in true })
      \(line(numbers) { numbers[$0] == "—" })
      \(line(numbers) { numbers[$0] != "—" })
      五、存在的主要问题及改进情况
      """
    let lines = text.split(separator: "\n").enumerated().map { SourceLine(number: $0 + 1, text: String($1)) }
    let report = try TextSamples.report(lines)
    let table = try #require(report.tables.first { $0.id == .reviewAndLitigation })
    #expect(table.rows.flatMap(\.cells).map(\.cell.text) == numbers)
    #expect(table.extras.isEmpty)
  }

  @Test("Numbers that edges made one with the header leave no blank row under the next one", arguments: ["", "结果维持0"])
  func headerWithNumbers(mixed: String) throws {
    var cells = Self.outcomes + Self.outcomes + Self.outcomes
    cells[3] = mixed.isEmpty ? cells[3] : mixed
    var reader = ReviewReader()
    let read = reader.read([
      Self.row(cells, page: 1, top: 700), Self.leaves(2, 40),
      Self.row(Array(repeating: "", count: 15), page: 2, top: 60),
    ])
    let table = try #require(read)
    let state: Cell.State = mixed.isEmpty ? .blank : .unread
    #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == state } })
  }

  @Test("A row with names of columns among its numbers is not read by counting", arguments: [[0], [7], [0, 2, 9]])
  func names(places: [Int]) throws {
    let texts = Self.numbers.enumerated().map { places.contains($0) ? Self.outcomes[$0 % 5] : $1 }
    var reader = ReviewReader()
    let read = reader.read([Self.leaves(1, 700), Self.row(texts, page: 1, top: 720)])
    #expect(try #require(read).rows.flatMap(\.cells).allSatisfy { $0.cell.state == .unread })
  }

  @Test("Of two rows of numbers under one header neither is known to be meant; a row that is there twice is")
  func otherRow() throws {
    func states(_ second: [String]) throws -> Set<ReportModel.Cell.State> {
      var reader = ReviewReader()
      let read = reader.read([
        Self.leaves(1, 100), Self.row(Self.numbers, page: 1, top: 120), Self.row(second, page: 1, top: 140),
      ])
      let table = try #require(read)
      return Set(table.rows.flatMap { $0.cells.map(\.cell.state) })
    }
    #expect(try states((21...35).map(String.init)) == [.unread])
    #expect(try states(Self.numbers) == [.number])
  }

  @Test(
    "Where the groups are named in another order the numbers are not taken in the form's",
    arguments: [
      (["行政复议", "", "", "", "", "未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", ""], false),
      (["行政诉讼", "", "", "", "", "", "", "", "", "", "行政复议", "", "", "", ""], true),
      (["行政复议", "", "", "", "", "复议后起诉", "", "", "", "", "未经复议直接起诉", "", "", "", ""], true),
    ])
  func groupOrder(groups: [String], isOther: Bool) throws {
    var reader = ReviewReader()
    let header = Self.row(groups, page: 1, top: 80)
    let read = reader.read([header, Self.leaves(1, 100), Self.row(Self.numbers, page: 1, top: 120)])
    let table = try #require(read)
    #expect(table.rows.allSatisfy { $0.cells.allSatisfy { ($0.cell.state == .unread) == isOther } })
    // Without rules the names stand on lines that are no part of the table.
    var loose = ReviewReader()
    let own = [Self.leaves(1, 100), Self.row(Self.numbers, page: 1, top: 120)]
    let found = loose.read(own)
    let bare = try #require(found)
    let runs = groups.enumerated().filter { !$1.isEmpty }.map { k, name in
      let glyphs = DrawnTable.line(name, x: 60 + 30 * Double(k), y: 82)
      return Run(glyphs: glyphs, box: glyphs.map(\.box).reduce(glyphs[0].box) { $0.union($1) })
    }
    let line = PrintedLine(runs: runs, box: Rectangle(left: 0, top: 82, right: 600, bottom: 90), page: 1)
    let trace = Trace.TableTrace(rows: own, plans: loose.plans)
    let doubted = ReviewOrder.doubted(bare, trace: trace, lines: [[line]])
    #expect(doubted.rows.allSatisfy { $0.cells.allSatisfy { ($0.cell.state == .unread) == isOther } })
  }
}
