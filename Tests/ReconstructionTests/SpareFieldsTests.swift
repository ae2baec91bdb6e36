import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables of fields with a field more than they have columns: one that is empty in header and numbers alike, or that says the same once more.
@Suite struct SpareFieldsTests {
  private static let form = Form.of(.applications, .form2021)
  private static let applicants = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
  private static let numbers = TextSamples.numbers(form, isFull: true) { 1 << $0 }
  private static let review = ["0", "0", "0", "7", "7", "6", "7", "0", "4", "17", "0", "2", "0", "0", "2"]
  private static let header = [
    ["行政复议", "", "", "", "", "行政诉讼"] + Array(repeating: "", count: 9),
    outcomes + ["未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", ""],
    Array(repeating: "", count: 5) + outcomes + outcomes,
  ]

  private static func table(_ id: TableID, _ rows: [[String]]) throws -> Table? {
    let lines = ["临溪县人民政府2022年政府信息公开工作年度报告"] + rows.map { $0.count == 1 ? $0[0] : $0.joined(separator: "\t") }
    let source = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    return try TextSamples.report(source).tables.first { $0.id == id }
  }

  private static func applications(blank: String = "0", _ spread: ([String]) -> [String] = { $0 }) -> [[String]] {
    [["三、收到和处理政府信息公开申请情况"], spread(applicants)]
      + zip(form.rows, numbers).map { row, numbers in
        spread([row.label] + numbers.map { $0 == 0 ? blank : String($0) })
      }
  }

  private static func reviewRows(_ spread: ([String]) -> [String], numbers: [String]) -> [[String]] {
    applications() + [["四、政府信息公开行政复议、行政诉讼情况"]] + (header + [review]).dropLast().map(spread) + [numbers]
      + [["五、存在的主要问题及改进情况"], ["有。"]]
  }

  private static func spare(_ row: [String], at place: Int, repeated: Bool = false) -> [String] {
    row[..<place] + [repeated ? row[place - 1] : ""] + row[place...]
  }

  @Test("A number belongs to the header in its own field, whatever fields stand between", arguments: [2, 5, 10])
  func emptyField(place: Int) throws {
    let rows = Self.reviewRows({ Self.spare($0, at: place) }, numbers: Self.spare(Self.review, at: place))
    #expect(TextSamples.texts(try Self.table(.reviewAndLitigation, rows)).flatMap { $0 } == Self.review)
    #expect(try Self.table(.reviewAndLitigation, rows)?.extras.isEmpty == true)
  }

  @Test("A column that comes twice is one, and a blank cell beside it does not move the others")
  func repeatedField() throws {
    let header = Self.header[1].prefix(5) + Self.outcomes + Self.outcomes
    var numbers = Self.review
    numbers[1] = ""
    let rows =
      Self.applications() + [["四、政府信息公开行政复议、行政诉讼情况"]]
      + [Self.spare(Array(header), at: 5, repeated: true), Self.spare(numbers, at: 5, repeated: true)]
      + [["五、存在的主要问题及改进情况"], ["有。"]]
    numbers[1] = "blank"
    #expect(TextSamples.texts(try Self.table(.reviewAndLitigation, rows)).flatMap { $0 } == numbers)
  }

  @Test("Numbers in a field that no header names are nobody's")
  func namelessField() throws {
    var numbers = Self.spare(Self.review, at: 5)
    (numbers[5], numbers[4], numbers[1]) = (numbers[4], "", "")
    let rows = Self.reviewRows({ Self.spare($0, at: 5) }, numbers: numbers)
    #expect(TextSamples.texts(try Self.table(.reviewAndLitigation, rows)).joined().allSatisfy { $0 == "unread" })
  }

  @Test("Two numbers in one field beside an empty one leave the table in doubt")
  func twoInOne() throws {
    var numbers = Self.review
    (numbers[0], numbers[1]) = ("", "0 0")
    let rows = Self.reviewRows({ $0 }, numbers: numbers)
    #expect(TextSamples.texts(try Self.table(.reviewAndLitigation, rows)).joined().allSatisfy { $0 == "unread" })
  }

  @Test("Blank cells stand under their headers where a field between is empty in all rows")
  func applicationsBlank() throws {
    let rows = Self.applications(blank: "") { Self.spare($0, at: 2) } + [["四、政府信息公开行政复议、行政诉讼情况"], ["无。"]]
    #expect(
      TextSamples.texts(try Self.table(.applications, rows))
        == Self.numbers.map { $0.map { $0 == 0 ? "blank" : String($0) } })
  }

  @Test("Article 20: a number stands under the header of its own field, not that of its count")
  func article20() throws {
    let items = ["信息内容", "上一年项目数量", "", "本年增/减", "处理决定数量"]
    let rows = [
      ["二、主动公开政府信息情况"], ["第二十条第（一）项", "", "", "", ""], ["信息内容", "本年新制作数量", "", "本年新公开数量", "对外公开总数量"],
      ["规章", "", "", "", ""], ["规范性文件", "", "", "", "16"], ["第二十条第（五）项", "", "", "", ""], items,
      ["行政许可", "56", "", "", ""], ["其他对外管理服务事项", "", "", "", "296"], ["第二十条第（六）项", "", "", "", ""], items,
      ["行政处罚", "21", "", "", "384"], ["行政强制", "36", "", "-13", ""], ["第二十条第（八）项", "", "", "", ""],
      ["信息内容", "上一年项目数量", "", "本年增/减", ""], ["行政事业性收费", "", "", "4", ""], ["第二十条第（九）项", "", "", "", ""],
      ["信息内容", "采购项目数量", "", "采购总金额", ""], ["政府集中采购", "5", "", "251,000", ""],
    ]
    let read = TextSamples.texts(try Self.table(.article20, rows + Self.applications()))
    #expect(
      read == [
        ["blank", "blank", "blank"], ["blank", "blank", "16"], ["56", "blank", "blank"], ["blank", "blank", "296"],
        ["21", "blank", "384"], ["36", "-13", "blank"], ["blank", "4"], ["5", "251,000"],
      ])
  }
}
