import DocumentModel
import ReportModel
import Statute
import TestHelp
import Testing

@testable import Reconstruction

/// Numbers that a converter carried out of their rows.
@Suite struct DisplacedNumbersTests {
  private typealias Number = DisplacedNumbers.Number

  private static let roles: [ApplicationSums.Role] = [
    .incoming, .incoming, .outcome, .outcome, .outcome, .total, .carriedForward,
  ]

  /// A consistent table of seven rows.
  private static let table = [
    [30, 41, 0, 2, 0, 7, 80], [1, 0, 0, 2, 0, 0, 3], [12, 20, 0, 0, 0, 6, 38], [0, 19, 0, 3, 0, 0, 22],
    [17, 0, 0, 0, 0, 1, 18], [29, 39, 0, 3, 0, 7, 78], [2, 2, 0, 1, 0, 0, 5],
  ]

  /// Runs of numbers with text between them.
  private static func numbers(_ runs: [[Int]]) -> [Number] {
    runs.flatMap { run in run.enumerated().map { Number(value: $1, isBehindText: $0 == 0) } }
  }

  private static func read(_ runs: [[Int]]) -> [[Int]?]? {
    let numbers = numbers(runs)
    return DisplacedNumbers.rows(numbers, roles: roles)?.map { $0?.map { numbers[$0].value } }
  }

  private static let cases: [[[Int]]] = [
    // The last number of a row behind the rows after it.
    [table[0], table[1], Array(table[2].dropLast()), table[3], [38], table[4], table[5], table[6]],
    // The total of a row before its other numbers.
    [table[0], table[1], table[2], [22], Array(table[3].dropLast()), table[4], table[5], table[6]],
    // Parts of the last two rows one after the other.
    [
      table[0], table[1], table[2], table[3], table[4], [29, 39, 0, 3], [2, 2, 0, 1], [0, 7, 78], [0, 0, 5],
    ],
    // The parts of the first row add up in the wrong order, too.
    [[30, 7], [41, 0, 2, 0, 80], table[1], table[2], table[3], table[4], table[5], table[6]],
  ]

  @Test("The sums give them back to their rows", arguments: cases)
  func displaced(runs: [[Int]]) {
    #expect(Self.read(runs) == Self.table)
  }

  @Test("Where not all ways to fill a column can be tried nothing is decided", arguments: 1...12)
  func tooManyWays(most: Int) {
    // Of the ways to take seven numbers for a row some leave few ways to fill the others, and some many.
    let zeros = [Int](repeating: 0, count: 7)
    let all = [2, 0, 1, 2, 0, 3, 8]
    let runs = [
      all, zeros, [2, 0, 0, 0, 0, 2], [0, 0, 0, 0, 0], [0, 0, 1, 1], [0, 0, 0, 1, 0, 1, 2], [4, 0, 0, 0, 0, 2], all,
      zeros,
    ]
    let roles: [ApplicationSums.Role] =
      [.incoming, .incoming] + [ApplicationSums.Role](repeating: .outcome, count: 4) + [.total, .carriedForward]
    func read(_ most: Int) -> [[Int]?]? {
      let numbers = Self.numbers(runs)
      return DisplacedNumbers.rows(numbers, roles: roles, mostCandidates: most)?.map { $0?.map { numbers[$0].value } }
    }
    let whole = read(DisplacedNumbers.mostCandidates)
    #expect(whole?[1] == zeros)
    #expect([nil, whole].contains(read(most)))
  }

  @Test("The numbers of pages are left over")
  func pageNumber() {
    var runs = Self.cases[0]
    runs.insert([57], at: 3)
    #expect(Self.read(runs) == Self.table)
  }

  @Test("A row that stands there whole and does not add up is the report's own fault, and is not set right")
  func ownFault() {
    var rows = Self.table
    rows[2].swapAt(5, 6)
    #expect(Self.read([rows.flatMap { $0 }]) == nil)
  }

  @Test("Where the numbers left over do not fit the sums nothing is read")
  func doesNotFit() {
    var runs = Self.cases[0]
    runs[4] = [37]
    #expect(Self.read(runs) == nil)
  }

  @Test("Two rows in pieces that could change places are read where their numbers stand in order, and not otherwise")
  func twoRows() {
    let inOrder = [
      Self.table[0], Self.table[1], [12, 20, 0, 0, 0, 6], [0, 19, 0, 3, 0, 0], Self.table[4], [38], [22], Self.table[5],
      Self.table[6],
    ]
    #expect(Self.read(inOrder) == Self.table)
    let mixed = [
      Self.table[0], Self.table[1], [0, 12], [19, 20, 0, 0], [3, 0, 0, 0, 0, 6], [38], [22], Self.table[4],
      Self.table[5], Self.table[6],
    ]
    let rows = Self.read(mixed)
    #expect(rows == nil || rows?[2] == nil && rows?[3] == nil)
  }

  @Test("Rows in pieces that are apart have what stands between their own neighbours")
  func apart() {
    let runs = [
      Self.table[0], Self.table[1], [38], Array(Self.table[2].dropLast()), Self.table[3], [18],
      Array(Self.table[4].dropLast()),
      Self.table[5], Self.table[6],
    ]
    #expect(Self.read(runs) == Self.table)
  }

  @Test("The first cells of two rows before the rest of both are not taken for one row behind the other")
  func split() {
    let zeros = [Int](repeating: 0, count: 7)
    let one = [0, 0, 0, 0, 1, 0, 1]
    let rows = [[2, 0, 0, 0, 1, 0, 3], zeros, one, zeros, [2, 0, 0, 0, 0, 0, 2], [2, 0, 0, 0, 1, 0, 3], zeros]
    let runs = [rows[0], rows[1], [0, 0, 0, 0, 0, 0], [0, 1, 0, 1, 0, 0, 0, 0], rows[4], rows[5], rows[6]]
    let read = Self.read(runs)
    #expect(read == nil || read?[2] == nil && read?[3] == nil || read == rows)
  }

  @Test("A way by which rows stand whole, but in another order, contradicts one that carries zeros over others")
  func interleaved() {
    let rows = [
      "29 5 0 0 2 5 41", "0 1 2 3 0 0 6", "0 0 0 0 0 0 0", "2 0 0 0 0 0 2", "0 0 0 0 0 1 1",
      "0 0 0 1 0 1 2", "2 0 0 0 0 0 2", "1 0 1 0 0 1 3", "3 0 0 0 0 0 3", "0 1 1 0 0 0 2",
      "3 1 0 1 0 1 6", "0 0 0 0 0 0 0", "0 2 0 0 0 1 3", "5 0 0 0 0 0 5", "6 0 0 0 0 0 6",
      "2 0 0 0 0 0 2", "2 1 0 1 1 0 5", "0 0 0 0 0 0 0", "0 0 0 0 0 0 0", "1 0 0 0 0 0 1",
      "2 0 0 0 0 0 2", "0 1 0 0 0 0 1", "0 0 0 0 1 0 1", "29 6 2 3 2 5 47", "0 0 0 0 0 0 0",
    ].map { $0.split(separator: " ").map { Int($0)! } }
    // A row of zeros has text within, and the last two rows go down their columns.
    let zeros = [[0, 0, 0, 0, 0, 0], [0]]
    let runs = rows[..<17] + zeros + rows[18..<23] + [zip(rows[23], rows[24]).flatMap { [$0, $1] }]
    let numbers = Self.numbers(Array(runs))
    let roles = Form.of(.applications, .form2021).rows.map { ApplicationSums.Role($0.id) }
    let read = DisplacedNumbers.rows(numbers, roles: roles)?.map { $0?.map { numbers[$0].value } }
    for (row, own) in zip(rows, read ?? []) { #expect(own == nil || own == row) }
  }

  @Test("That a row may change places with zeros says nothing of how many of its numbers stand in their place")
  func exchangeable() {
    let zeros = [Int](repeating: 0, count: 7)
    let all = [18, 0, 0, 3, 1, 0, 22]
    let (three, two) = ([0, 0, 0, 3, 0, 0, 3], [1, 0, 0, 0, 1, 0, 2])
    let roles: [ApplicationSums.Role] =
      [.incoming, .incoming] + [ApplicationSums.Role](repeating: .outcome, count: 5) + [.total, .carriedForward]
    let runs = [
      all, zeros, [0, 0, 0, 0, 0, 1], [0, 0] + three + two.dropFirst() + zeros, [17, 0, 0, 0, 0, 0, 17], all, zeros,
    ]
    let numbers = Self.numbers(runs)
    let read = DisplacedNumbers.rows(numbers, roles: roles)?.map { $0?.map { numbers[$0].value } }
    #expect([zeros, nil].contains(read?[2]) && [three, nil].contains(read?[3]) && [two, nil].contains(read?[4]))
  }

  /// Random tables of few numbers, the rests of some outcome rows carried behind another row or to the end.
  @Test("No row of random tables with carried cells is read wrong", arguments: [4, 9, 90])
  func random(greatest: Int) {
    var random = SeededGenerator(seed: 1)
    let roles: [ApplicationSums.Role] = [
      .incoming, .incoming, .outcome, .outcome, .outcome, .outcome, .total, .carriedForward,
    ]
    var read = 0
    for _ in 0..<150 {
      var table = [[Int]](repeating: [Int](repeating: 0, count: 7), count: roles.count)
      for row in 2..<6 {
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          table[row][Int.random(in: 0..<6, using: &random)] += Int.random(in: 1...greatest, using: &random)
        }
      }
      for column in 0..<6 {
        table[6][column] = table[2..<6].reduce(0) { $0 + $1[column] }
        table[0][column] = table[6][column]
      }
      for row in table.indices { table[row][6] = table[row].dropLast().reduce(0, +) }
      var runs: [[Int]] = []
      var carried: [Int] = []
      for row in table.indices {
        if (2..<6).contains(row), Bool.random(using: &random) {
          let kept = Int.random(in: 4...6, using: &random)
          runs.append(Array(table[row].prefix(kept)))
          carried += table[row].dropFirst(kept)
        } else {
          runs.append(table[row])
          guard !carried.isEmpty, Bool.random(using: &random) else { continue }
          runs.append(carried)
          carried = []
        }
      }
      if !carried.isEmpty { runs.append(carried) }
      let numbers = Self.numbers(runs)
      guard let rows = DisplacedNumbers.rows(numbers, roles: roles) else { continue }
      for (row, places) in rows.enumerated() {
        guard let places else { continue }
        read += 1
        #expect(places.map { numbers[$0].value } == table[row], "\(runs), row \(row)")
      }
    }
    #expect(read > 600)
  }
}

/// The Article-20 table in a text of one cell a line.
@Suite struct AttachedNumbersTests {
  private static func table(_ lines: [String]) throws -> Table? {
    let all = ["临溪县人民政府2019年政府信息公开工作年度报告", "二、主动公开政府信息情况"] + lines + ["三、收到和处理政府信息公开申请情况", "无。"]
    return try Reconstructor.reconstruct(
      Document(content: .text(all.enumerated().map { SourceLine(number: $0 + 1, text: $1) }))
    ).tables.first { $0.id == .article20 }
  }

  private static func texts(_ table: Table?) -> [[String]] {
    table?.rows.map { $0.cells.map { $0.cell.state == .number ? $0.cell.text : $0.cell.state.rawValue } } ?? []
  }

  private static let three = ["上一年项目数量", "本年增/减", "处理决定数量"]
  private static let first = ["第二十条第（一）项", "信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"]
  private static let start =
    first + ["规章", "1", "2", "3", "规范性文件", "4", "5", "6"] + three + ["行政许可", "7", "8", "9"]
    + ["其他对外管理服务事项", "10", "11", "12"] + three + ["行政处罚", "13", "14", "15", "行政强制", "16", "17", "18"]
    + ["第二十条第（五）项", "信息内容", "第二十条第（六）项", "信息内容"]

  private static let whole = [
    ["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["10", "11", "12"], ["13", "14", "15"], ["16", "17", "18"],
    ["19", "20"], ["21", "22"],
  ]

  @Test("Headers between a label and its numbers, and numbers before the only label of a block, change nothing")
  func headers() throws {
    let behind = ["第二十条第（八）项", "信息内容", "行政事业性收费", "上一年项目数量", "本年增/减", "19", "20"]
    let before = ["第二十条第（九）项", "信息内容", "采购项目数量", "采购总金额", "21", "22", "政府集中采购"]
    #expect(try Self.texts(Self.table(Self.start + behind + before)) == Self.whole)
  }

  /// The table of 2021, with these lines for the first block and for the last.
  private static func table2021(_ first: [String], _ last: [String]) throws -> [[String]] {
    let single = ["信息内容", "本年处理决定数量"]
    return try texts(
      table(
        ["第二十条第（一）项", "信息内容"] + first + ["第二十条第（五）项"] + single + ["行政许可", "7", "第二十条第（六）项"] + single
          + ["行政处罚", "8", "行政强制", "9", "第二十条第（八）项", "信息内容"] + last))
  }

  private static let first2021 = ["本年制发件数", "本年废止件数", "现行有效件数", "规章", "1", "2", "3", "行政规范性文件", "4", "5", "6"]

  @Test("Numbers at heights of their own are in doubt: the lines are not the columns")
  func stacked() throws {
    let first = Self.first2021.dropLast(4) + ["行政规范性文件      6", "4      5"]
    let rows = try Self.table2021(Array(first), ["行政事业性收费", "10"])
    #expect(rows[1] == ["unread", "unread", "unread"] && rows[5] == ["10"])
  }

  @Test("Where a block lacks a number its rows are unread, and those of the others are not")
  func block() throws {
    let rows = try Self.table2021(Self.first2021, ["本年收费金额（单位：万元）", "行政事业性收费"])
    #expect(rows == [["1", "2", "3"], ["4", "5", "6"], ["7"], ["8"], ["9"], ["unread"]])
  }

  @Test("Numbers of two rows behind both labels are nobody's, and no row of several numbers is believed in that text")
  func together() throws {
    let first = ["本年制发件数", "本年废止件数", "现行有效件数", "规章", "行政规范性文件", "1", "2", "3", "4", "5", "6"]
    let rows = try Self.table2021(first, ["行政事业性收费", "10"])
    #expect(
      rows == [Array(repeating: "unread", count: 3), Array(repeating: "unread", count: 3), ["7"], ["8"], ["9"], ["10"]])
    var lines = Self.start + ["第二十条第（八）项", "信息内容", "行政事业性收费", "19"]
    lines += ["第二十条第（九）项", "信息内容", "政府集中采购", "采购项目数量", "采购总金额", "21", "22"]
    #expect(try Self.texts(Self.table(lines)).joined().allSatisfy { $0 == "unread" })
  }

  @Test("Headers in another order than the form's say that numbers may be, too")
  func exchangedHeaders() throws {
    let first = ["信息内容", "规章"] + Self.first2021[..<3].reversed() + ["1", "2", "3", "行政规范性文件", "4", "5", "6"]
    let rows = try Self.table2021(first, ["行政事业性收费", "10"])
    #expect(rows[..<2].joined().allSatisfy { $0 == "unread" })
  }
}
