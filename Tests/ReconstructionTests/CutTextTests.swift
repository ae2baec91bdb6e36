import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts that a program has cut at a width, aligned by its own count of characters, or saved from a sheet.
@Suite struct CutTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let numbers = TextSamples.numbers(form, isFull: true) { 7 * $0 + 3 }.map { $0.map(String.init) }

  private static func framed(_ table: [String]) -> [String] {
    ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"] + table + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
  }

  private static func report(_ table: [String]) throws -> Report {
    try TextSamples.report(framed(table).enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  private static func cells(_ table: [String]) throws -> [[String]] {
    TextSamples.texts(try report(table)[TableID.applications])
  }

  private static func width(_ text: String, _ quotation: Int) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      sum + ("“”".unicodeScalars.contains(scalar) ? quotation : Int(LooseLines.advance(scalar, .double)))
    }
  }

  @Test(
    "Rows that were cut at so many characters, or so many half ideographs, are whole rows", arguments: [false, true],
    [24, 30])
  func folded(isDisplayed: Bool, most: Int) throws {
    let rows = ([["项目"] + Self.names] + zip(Self.form.rows, Self.numbers).map { [$0.label] + $1 }).map {
      $0.joined(separator: "\t")
    }
    let lines = Self.framed(rows)
    let cut = lines.flatMap { row -> [String] in
      var parts = [""]
      var used = 0
      for scalar in row.unicodeScalars {
        let own = isDisplayed ? Int(LooseLines.advance(scalar, .double)) : 1
        if used + own > most {
          parts.append("")
          used = 0
        }
        parts[parts.count - 1].unicodeScalars.append(scalar)
        used += own
      }
      return parts
    }
    #expect(cut.count > lines.count)
    let report = try TextSamples.report(cut.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(TextSamples.texts(report[TableID.applications]) == Self.numbers)
  }

  @Test("Lines that are filled up with spaces, or rows of one length, were not cut")
  func padded() {
    let padded = zip(Self.form.rows, Self.numbers).map { row, numbers in
      ("  " + numbers.joined(separator: " ") + row.label.prefix(4)).padding(60)
    }
    let drawn = Self.numbers.map { "|" + $0.map { $0.padding(8) }.joined(separator: "|") + "|" }
    for rows in [padded, drawn] {
      let lines = rows.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
      #expect(FoldedLines.joined(lines).map(\.text) == rows)
    }
  }

  /// Rows with blanks, aligned by a program to which an ideograph is two characters wide and a quotation mark `quotation`.
  private static func aligned(_ quotation: Int, _ rows: [[String]], shift: Int? = nil) -> [String] {
    func line(_ label: String, _ cells: [String], _ more: Int = 0) -> String {
      var text = label
      for (k, cell) in cells.enumerated() where !cell.isEmpty {
        text += String(repeating: " ", count: max(1, 90 + 8 * k + more - width(text, quotation))) + cell
      }
      return text
    }
    let heads = [
      ["自然人", "商业", "科研", "社会公", "法律服", "其他", "总计"], ["", "企业", "机构", "益组织", "务机构", "", ""],
    ]
    return heads.map { line("", $0) }
      + rows.enumerated().map { line("  " + form.rows[$0].label, $1, $0 == shift ? 4 : 0) }
  }

  /// Sums hold wherever the zeros stand, and do not tell the blanks.
  private static let sparse = form.rows.indices.map { r -> [String] in
    switch r {
    case 0, 23: Array(repeating: "0", count: 7)
    case 8: ["", "", "", "0", "", "", ""]
    default: (0..<7).map { ($0 + r) % 3 == 0 ? "0" : "" }
    }
  }

  @Test(
    "A number stands in the column that others stand in exactly, by whatever count of characters", arguments: [1, 2])
  func quotation(width: Int) throws {
    var rows = Self.sparse
    // The label with quotation marks.
    rows[6] = ["", "", "", "0", "", "", ""]
    let read = try Self.cells(Self.aligned(width, rows))
    #expect(read == rows.map { $0.map { $0.isEmpty ? "blank" : $0 } })
  }

  @Test("A row that stands beside all columns has shifted")
  func shifted() throws {
    let read = try Self.cells(Self.aligned(2, Self.sparse, shift: 8))
    #expect(read[8].allSatisfy { $0 == "unread" })
    for (read, printed) in zip(read, Self.sparse) {
      #expect(zip(read, printed).allSatisfy { $0 == "unread" || $0 == ($1.isEmpty ? "blank" : $1) })
    }
  }

  @Test("Letters and signs in the place of numbers leave no blanks", arguments: ["O", "〇", "零", "~"])
  func letters(sign: String) throws {
    var rows = Self.numbers
    rows[9] = Array(repeating: sign, count: 7)
    let read = try Self.cells(Self.aligned(2, rows))
    #expect(!read[9].contains("blank"))
    #expect(read[10] == Self.numbers[10])
  }

  @Test("Marks before all lines are none of the cells", arguments: ["- ", "* ", ">> ", "+", "年报.txt:"])
  func marks(mark: String) throws {
    let rows = ([["项目"] + Self.names] + zip(Self.form.rows, Self.numbers).map { [$0.label] + $1 }).map {
      mark + $0.joined(separator: " ")
    }
    let lines =
      (["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"].map { mark + $0 } + rows)
      .enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    #expect(LinePrefixes.removed(lines).map(\.text) == lines.map { String($0.text.dropFirst(mark.count)) })
  }

  @Test("The name of the file and the number of the line before each line are none of the cells")
  func fileNames() {
    let texts = (0..<12).map { "一、情况：\($0)" }
    let lines = texts.enumerated().map { SourceLine(number: $0 + 1, text: "2022.txt:\($0 + 7):\($1)") }
    #expect(LinePrefixes.removed(lines).map(\.text) == texts)
    // What only some lines begin with is theirs.
    let others = lines + [SourceLine(number: 13, text: "二、情况")]
    #expect(LinePrefixes.removed(others).map(\.text) == others.map(\.text))
  }

  @Test("Headings and sentences of a sheet that was saved as values are none of its rows", arguments: [",", "\t"])
  func sheet(mark: String) throws {
    let rows =
      ([["项目"] + Self.names] + zip(Self.form.rows, Self.numbers).map { [$0.label.replacing(",", with: "，")] + $1 })
    let prose = ["五、存在的主要问题及改进情况", "一是公开不够及时，二是解读不够。", "六、其他需要报告的事项", "没有收取信息处理费", "临溪县人民政府"]
    let lines =
      (["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"].map { [$0] } + rows + prose.map { [$0] }).map { row in
        (row + Array(repeating: "", count: 8 - row.count)).joined(separator: mark)
      }
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(TextSamples.texts(report[TableID.applications]) == Self.numbers)
    #expect(report[TableID.applications]?.extras == [])
    #expect(report[SectionID.others]?.text.hasPrefix("没有收取信息处理费") == true)
  }

  @Test("Names of columns that touch are no other column, and another table's rows none of this one's")
  func extras() throws {
    let lines = [
      "临溪县人民政府2022年政府信息公开工作年度报告", "二、主动公开政府信息情况", "第二十条第（一）项\t\t\t", "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
      "规章\t0\t0\t0", "行政规范性文件\t1\t0\t9", "第二十条第（五）项\t\t\t", "信息内容\t本年处理决定数量\t\t", "行政许可\t5\t\t",
      "第二十条第（六）项\t\t\t", "信息内容\t本年处理决定数量\t\t", "行政处罚\t6\t\t", "行政强制\t7\t\t", "第二十条第（八）项\t\t\t",
      "信息内容\t本年收费金额（单位：万元）\t\t", "行政事业性收费\t0\t\t", "渠道\t数量（条）", "门户网站\t53", "微信公众号\t113",
      "三、收到和处理政府信息公开申请情况", "无。", "四、政府信息公开行政复议、行政诉讼情况", "无。",
    ]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report[TableID.article20]?.extras == [])
    #expect(TextSamples.texts(report[TableID.article20])[1] == ["1", "0", "9"])
  }
}
