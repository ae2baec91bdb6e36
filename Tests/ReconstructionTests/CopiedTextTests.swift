import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts that lose the numerals of their headings, or empty fields of their rows, as they are copied; and figures of a report's own beside its tables.
@Suite struct CopiedTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let titles = [
    "总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项",
  ]
  private static let numbered = zip(["一", "二", "三", "四", "五", "六"], titles).map { $0 + "、" + $1 }
  private static let own = ["公开类别\t数量", "机构职能\t3", "行政许可\t34", "其他\t11"]
  private static let article20 = [
    "第二十条第（一）项\t\t\t", "信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "规章\t1\t2\t3", "行政规范性文件\t4\t5\t6", "第二十条第（五）项\t\t\t",
    "信息内容\t本年处理决定数量\t\t", "行政许可\t7\t\t", "第二十条第（六）项\t\t\t", "信息内容\t本年处理决定数量\t\t", "行政处罚\t8\t\t", "行政强制\t9\t\t",
    "第二十条第（八）项\t\t\t", "信息内容\t本年收费金额（单位：万元）\t\t", "行政事业性收费\t10\t\t",
  ]
  private static let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
  private static let review = [
    "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t", "\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t",
    Array(repeating: outcomes, count: 3).joined().joined(separator: "\t"),
  ]

  /// Rows of the applications table, blank for nothing: labels in the three fields that merged cells leave, numbers behind them.
  private static func rows(_ change: (Int, [String]) -> [String] = { $1 }) -> [[String]] {
    [["", "", ""] + names]
      + form.rows.indices.map { r -> [String] in
        let numbers =
          switch ApplicationSums.Role(form.rows[r].id) {
          case .incoming: r == 0 ? ["23", "2", "", "", "", "1", "26"] : ["", "", "", "", "", "", ""]
          case .outcome:
            r == 2
              ? ["23", "", "", "", "", "", "23"]
              : r == 3 ? ["", "2", "", "", "", "1", "3"] : ["", "", "", "", "", "", ""]
          case .total: ["23", "2", "", "", "", "1", "26"]
          case .carriedForward: ["", "", "", "", "", "", ""]
          }
        let label = form.rows[r].label
        let isIndented = (5..<form.rows.count - 2).contains(r)
        let labels =
          switch r {
          case 2: ["三、本年度办理结果", label, ""]
          case 4: ["", "（三）不予公开", label]
          default:
            isIndented ? ["", "", label] : r == 3 || r == form.rows.count - 2 ? ["", label, ""] : [label, "", ""]
          }
        return labels + change(r, numbers)
      }
  }

  private static func report(
    headings: [String] = numbered, own: [String] = [], article20: [String] = article20,
    applications: [String] = rows().map { $0.joined(separator: "\t") }, review: [String] = review,
    numbers: String = "1\t0\t2\t0\t3\t0\t0\t0\t0\t0\t0\t4\t0\t0\t4"
  ) throws -> Report {
    var lines = ["临溪县人民政府2022年政府信息公开工作年度报告", headings[0], "本年度工作有序开展。"] + own
    lines += [headings[1]] + article20 + [headings[2]] + applications + [headings[3]] + review + [numbers]
    lines += [headings[4], "有不足，将改进。", headings[5], "无其他需要报告的事项。"]
    return try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  private static func cut(_ row: [String]) -> String {
    row.reversed().drop(while: \.isEmpty).reversed().joined(separator: "\t")
  }

  private static func texts(_ report: Report, _ id: TableID = .applications) -> [[String]] {
    TextSamples.texts(report.tables.first { $0.id == id })
  }

  /// What is printed, blank for nothing.
  private static let printed = rows().dropFirst().map { $0.dropFirst(3).map { $0.isEmpty ? "blank" : $0 } }

  @Test(
    "Figures of a report's own under a section without a table are none of a table's, whether headings have numerals or not",
    arguments: [numbered, titles])
  func ownFigures(headings: [String]) throws {
    let report = try Self.report(headings: headings, own: Self.own)
    let table = try #require(report.tables.first { $0.id == .article20 })
    #expect(table[.licensing, .decisions]?.text == "7")
    #expect(table.extras == [])
    #expect(Self.texts(report) == Self.printed)
  }

  @Test(
    "A row of a sheet with one field that is a title is a heading, without its numeral and under another",
    arguments: ["政府信息公开行政复议、行政诉讼情况", "五、政府信息公开行政复议、行政诉讼情况"])
  func sheet(heading: String) throws {
    func fields(_ line: String) -> String {
      let cells = line.components(separatedBy: "\t")
      return (cells + Array(repeating: "", count: max(0, 15 - cells.count))).joined(separator: ",")
    }
    let lines = [heading, "五、存在的主要问题及改进情况"].map { SourceLine(number: 1, text: fields($0)) }
    #expect(SheetLines.plain(lines).map(\.text) == [heading, "五、存在的主要问题及改进情况"])
    let label = [SourceLine(number: 1, text: fields("行政诉讼"))]
    #expect(SheetLines.plain(label) == label)
    var headings = Self.numbered
    headings[3] = heading
    let report = try Self.report(
      headings: headings.map(fields), article20: Self.article20.map(fields),
      applications: Self.rows().map { fields($0.joined(separator: "\t")) }, review: Self.review.map(fields),
      numbers: fields("1\t0\t2\t0\t3\t0\t0\t0\t0\t0\t0\t4\t0\t0\t4"))
    #expect(report.sections.map(\.id) == SectionID.allCases)
  }

  @Test("Empty fields at the end of rows are blank where the header tells the places of all numbers")
  func trailing() throws {
    let zeros = Self.rows { r, cells in
      r == 3 ? ["", "0", "", "", "", "", ""] : r == 4 ? ["0", "0", "", "", "", "", ""] : cells
    }
    let read = Self.texts(try Self.report(applications: zeros.map(Self.cut)))
    #expect(read[3] == ["blank", "0", "blank", "blank", "blank", "blank", "blank"])
    #expect(read[4] == ["0", "0", "blank", "blank", "blank", "blank", "blank"])
    #expect(read[0] == Self.printed[0])
  }

  @Test("Where empty fields before labels are lost as well, zeros among blanks have no place")
  func bothEnds() throws {
    let zeros = Self.rows { r, cells in r == 3 ? ["", "0", "", "", "", "", ""] : cells }
    let lines = zeros.map { Self.cut($0.drop(while: \.isEmpty).map(\.self)) }
    let read = Self.texts(try Self.report(applications: lines))
    #expect(read[3] == Self.names.map { _ in "unread" })
    // What adds up to its last number has its places.
    #expect(read[0] == Self.printed[0])
  }

  @Test("A row of the review table whose first empty fields are lost is placed by its sums, where these allow one way")
  func reviewRow() throws {
    func read(_ numbers: String) throws -> [String] {
      Self.texts(try Self.report(numbers: numbers), .reviewAndLitigation).flatMap(\.self)
    }
    let blank = "blank"
    #expect(
      try read("3\t2\t\t5\t\t\t\t\t\t\t\t1\t\t1")
        == [blank, "3", "2", blank, "5"] + Array(repeating: blank, count: 5) + [blank, blank, "1", blank, "1"])
    // A number and its total may be those of any group; a number without one is nowhere a row that adds up.
    #expect(try read("3\t\t3\t\t\t\t\t").allSatisfy { $0 == "unread" })
    #expect(try read("3\t\t\t\t\t\t\t\t\t\t\t\t").allSatisfy { $0 == "unread" })
  }

  private static func piped(_ rows: [[String]]) -> [String] {
    rows.map { "| " + $0.joined(separator: " | ") + " |" }
  }

  @Test("An empty header of Markdown is no row of the table")
  func emptyHeaders() throws {
    var rows = Self.piped(Self.rows { r, cells in r == 5 ? ["", "", "", "", "", "", ""] : cells })
    let rule = "|" + String(repeating: "---|", count: 10)
    let empty = "|" + String(repeating: "  |", count: 10)
    rows.insert(contentsOf: ["", empty, rule], at: 8)
    rows.insert(rule, at: 1)
    let report = try Self.report(
      article20: Self.piped(Self.article20.map { $0.components(separatedBy: "\t") }), applications: rows,
      review: Self.piped(Self.review.map { $0.components(separatedBy: "\t") }),
      numbers: "| 1 | 0 | 2 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 4 | 0 | 0 | 4 |")
    #expect(Self.texts(report) == Self.printed)
  }

  @Test("Numbers under a label that has all of its cells are those of the next row, which has lost its label")
  func nextRow() throws {
    var rows = Self.rows { r, cells in
      switch r {
      case 2: ["21", "", "", "", "", "", "21"]
      case 6: ["2", "", "", "", "", "", "2"]
      default: cells
      }
    }
    rows[7][1] = ""
    let read = Self.texts(try Self.report(applications: rows.map { $0.joined(separator: "\t") }))
    #expect(!read[5].contains("2"))
    #expect(read[6].allSatisfy { $0 == "unread" } || read[6] == ["2"] + Array(repeating: "blank", count: 5) + ["2"])
  }

  @Test("Bare titles bound the tables of a text aligned by spaces")
  func bareTitles() throws {
    func spaced(_ rows: [[String]], _ width: Int) -> [String] {
      rows.map { row in
        row.map { cell in
          cell
            + String(
              repeating: " ",
              count: max(1, width - cell.unicodeScalars.reduce(0) { $0 + (LooseLines.isWide($1) ? 2 : 1) }))
        }.joined()
      }
    }
    let rows = Self.rows().map { [$0.prefix(3).joined()] + $0.dropFirst(3).map { $0.isEmpty ? "0" : $0 } }
    let applications = rows.map { row in
      spaced([[row[0]]], 80)[0] + spaced([Array(row.dropFirst())], 14)[0]
    }
    let report = try Self.report(
      headings: Self.titles, own: ["行政许可           8"],
      article20: spaced(Self.article20.map { $0.components(separatedBy: "\t") }, 30), applications: applications,
      review: [
        "          行政复议                             行政诉讼", "                         未经复议直接起诉         复议后起诉",
        spaced([Array(Array(repeating: Self.outcomes, count: 3).joined())], 10)[0],
      ], numbers: spaced(["1 0 2 0 3 0 0 0 0 0 0 4 0 0 4".components(separatedBy: " ")], 10)[0])
    #expect(report.sections.map(\.id) == SectionID.allCases)
    let table = try #require(report.tables.first { $0.id == .article20 })
    #expect(table.extras == [])
    #expect(Self.texts(report).joined().allSatisfy { $0 != "unread" })
  }

  @Test("Names of the review table's columns before its heading end the applications table")
  func earlyNames() throws {
    var lines = Self.rows().map { row in
      ([row.prefix(3).joined()] + row.dropFirst(3).map { $0.isEmpty ? "0" : $0 })
        .map { $0 + String(repeating: " ", count: max(2, 40 - 2 * $0.count)) }.joined()
    }
    lines = [Self.numbered[2]] + lines + ["", "结果维", "结果纠", "其他结", "1   0   2   0   3", Self.numbered[3], "持   正   果"]
    let source = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    let found = TextRegions.find(source).first { $0.id == .applications }
    let range = try #require(found?.range)
    #expect(!source[range].contains { $0.text.hasPrefix("结果") || $0.text.hasPrefix("1 ") })
  }
}
