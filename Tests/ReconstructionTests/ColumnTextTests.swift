import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts that go down the columns of a table, and texts whose blocks are put in the order of their feet.
@Suite struct ColumnTextTests {
  private static let form = Form.of(.applications, .form2019)
  private static let roles = form.rows.map { ApplicationSums.Role($0.id) }
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let numbers = TextSamples.numbers(form, isFull: true) { $0 % 3 + 1 }
  private static let whole = numbers.map { $0.map(String.init) }

  private static func table(_ body: [String]) throws -> Table? {
    let before = ["临溪县人民政府2020年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    let after = ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    return try TextSamples.report(
      (before + body + after).enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    ).tables.first { $0.id == .applications }
  }

  /// The numbers column by column, for one stretch of rows after the other.
  private static func columns(_ numbers: [[Int]], ends: [Int]) -> [Int] {
    zip([0] + ends, ends).flatMap { start, end in (0..<7).flatMap { c in numbers[start..<end].map { $0[c] } } }
  }

  @Test(
    "Numbers down the columns are read, page for page; one that errs leaves the table unread",
    arguments: [[23], [15, 23]])
  func columns(ends: [Int]) throws {
    let labels = Self.names + Self.form.rows.map(\.label)
    let texts = Self.columns(Self.numbers, ends: ends).flatMap { ["", "\($0)"] }
    #expect(TextSamples.texts(try Self.table(labels + texts)) == Self.whole)

    var wrong = Self.numbers
    wrong[4][1] += 1
    let table = try Self.table(labels + Self.columns(wrong, ends: ends).flatMap { ["", "\($0)"] })
    #expect(TextSamples.texts(table).allSatisfy { $0.allSatisfy { $0 == "unread" } })
  }

  /// The places of the numbers of each row. `words`: numbers right behind text.
  private static func bands(_ numbers: [Int], words: Set<Int> = []) -> [[Int]?]? {
    try? ColumnBands.rows(
      numbers.enumerated().map { .init(value: $1, isBehindText: words.contains($0)) }, roles: roles)
  }

  @Test("That there are too many ways is not that there is none", arguments: [0, 10_000])
  func tooManyWays(most: Int) throws {
    let given = Self.numbers.joined().map { DisplacedNumbers.Number(value: $0, isBehindText: false) }
    let read = Result { try ColumnBands.rows(given, roles: Self.roles, mostStates: most) }
    if most == 0 {
      #expect(throws: TooManyWays.self) { try read.get() }
    } else {
      #expect(try read.get()?.contains(nil) == false)
    }
  }

  @Test("Text within a column says that it is none", arguments: [(161, true), (46, true), (9, false), (70, false)])
  func torn(word: Int, isRead: Bool) {
    let given = Self.columns(Self.numbers, ends: [23])
    #expect((Self.bands(given, words: [0, word]) != nil) == isRead)
  }

  @Test("Rows taken in two blocks beside one another are read")
  func blocks() throws {
    var given = Self.numbers.flatMap { $0 }
    // Rows 9 to 11: three columns of all, then the other four.
    let rows = Self.numbers[9..<12]
    given.replaceSubrange(63..<84, with: rows.flatMap { $0.prefix(3) } + rows.flatMap { $0.dropFirst(3) })
    let read = try #require(Self.bands(given))
    #expect(read.map { $0.map { $0.map { given[$0] } } } == Self.numbers)
    // Ways that give the same numbers are one.
    let zeros = [Int](repeating: 0, count: given.count)
    #expect(Self.bands(zeros)?.contains { $0 == nil } == false)
    given[70] += 1
    #expect(Self.bands(given) == nil)
  }

  /// Labels of one line stand before their numbers, those of two behind them.
  private static func sorted() -> [String] {
    zip(form.rows, whole).flatMap { row, texts in
      let numbers = ["", texts.joined(separator: " "), ""]
      let (half, rest) = (String(row.label.prefix(10)), String(row.label.dropFirst(10)))
      return rest.isEmpty ? [half] + numbers : numbers + [half, rest]
    }
  }

  @Test("Blocks in the order of their feet are read")
  func sorted() throws {
    #expect(TextSamples.texts(try Self.table(Self.names + Self.sorted())) == Self.whole)
  }

  @Test("A header whose total stands among the others is torn, and says nothing of the order of the columns")
  func torn() throws {
    let rows = zip(Self.form.rows, Self.whole).flatMap { [$0.label, $1.joined(separator: " ")] }
    let torn = ["法律服务", "自然人", "总计", "商业企业", "科研机构", "社会公益", "组织", "机构", "其他"]
    #expect(TextSamples.texts(try Self.table(torn + rows)) == Self.whole)
    // One that is whole says that they stand in another order.
    let whole = ["自然人", "法律服务机构", "商业企业", "科研机构", "社会公益组织", "其他", "总计"]
    #expect(TextSamples.texts(try Self.table(whole + rows)) != Self.whole)
  }
}
