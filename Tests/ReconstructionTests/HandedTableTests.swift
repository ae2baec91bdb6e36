import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// The applications table in the ways in which programs hand a table on to one another.
@Suite struct HandedTableTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let numbers = TextSamples.numbers(form)
  private static let whole = numbers.map { $0.map(String.init) }
  private static let blanked = whole.map { $0.map { $0 == "0" ? "" : $0 } }

  private static func table(_ body: [String]) throws -> Table? {
    let before = ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    let after = ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let lines = (before + body + after).flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    return try TextSamples.report(
      lines.enumerated().map { SourceLine(number: $0 + 1, text: String($1)) }
    ).tables.first { $0.id == .applications }
  }

  /// A cell with the columns and rows it reaches over.
  private typealias Spanned = (text: String, columns: Int, rows: Int)

  private static func rows(_ numbers: [[String]]) -> [[Spanned]] {
    var result: [[Spanned]] = [
      [("申请人情况", 3, 1)] + names.map { ($0, 1, 1) }
    ]
    var group: String?
    for (row, values) in zip(form.rows, numbers) {
      var cells: [Spanned] = row.id == .granted ? [("三、本年度办理结果", 1, 22)] : []
      if let own = row.group {
        if own != group { cells.append((own, 1, form.rows.count { $0.group == own })) }
        cells.append((row.label, 1, 1))
      } else {
        cells.append((row.label, [.newReceived, .carriedOver, .carriedForward].contains(row.id) ? 3 : 2, 1))
      }
      group = row.group
      result.append(cells + values.map { ($0, 1, 1) })
    }
    return result
  }

  @Test("In AsciiDoc a cell says over how many columns and rows it reaches; blank cells are where they are")
  func asciiDoc() throws {
    func text(_ numbers: [[String]]) -> [String] {
      ["[cols=\"\(String(repeating: ",", count: 9))\"]", "|==="]
        + Self.rows(numbers).map { row in
          row.map { text, columns, rows in
            (columns > 1 || rows > 1 ? "\(columns > 1 ? "\(columns)" : "")\(rows > 1 ? ".\(rows)" : "")+" : "")
              + "|\(text)"
          }.joined(separator: " ")
        } + ["|==="]
    }
    #expect(TextSamples.texts(try Self.table(text(Self.whole))) == Self.whole)
    let blank = Self.whole.map { $0.map { $0 == "0" ? "blank" : $0 } }
    #expect(TextSamples.texts(try Self.table(text(Self.blanked))) == blank)
  }

  @Test("Numbers that are set as formulas are numbers", arguments: [("\\(", "\\)"), ("\\( ", " \\)"), ("\\[", "\\]")])
  func formulas(open: String, close: String) throws {
    let rows = [["项目"] + Self.names] + zip(Self.form.rows, Self.whole).map { [$0.label] + $1.map { open + $0 + close } }
    let lines = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }
    #expect(TextSamples.texts(try Self.table(["<table>"] + lines + ["</table>"])) == Self.whole)
  }

  @Test("A formula beside other digits is a reference", arguments: ["13\\[1\\]", "\\(1\\)3", "无\\(1\\)"])
  func reference(text: String) {
    let line = SourceLine(number: 1, text: "| 行政许可 | \(text) |")
    #expect(Formulas.removed([line]) == [line])
  }

  @Test("A table that a program for data prints has a word for what is not there", arguments: [false, true])
  func frame(isNumbered: Bool) throws {
    let rows = [["项目"] + Self.names] + zip(Self.form.rows, Self.blanked).map { [$0.label] + $1 }
    var lines = rows.map { row in
      row.map { cell in
        let text = cell.isEmpty ? "None" : cell
        return String(repeating: " ", count: max(1, 12 - text.count)) + text
      }.joined()
    }
    if isNumbered {
      let head = (0..<rows[0].count).map { String(repeating: " ", count: 11) + "\($0)" }.joined()
      lines = [head] + lines.enumerated().map { "\($0)  \($1)" }
    }
    let blank = Self.whole.map { $0.map { $0 == "0" ? "blank" : $0 } }
    #expect(TextSamples.texts(try Self.table(lines)) == blank)
  }

  @Test("The word for none, in cell after cell, is no cell that reaches over several")
  func none() {
    let lines = ["规章 无 无 无", "行政规范性文件 6 13 6"].enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    #expect(FrameTables.unfolded(lines) == lines)
  }

  // MARK: Words with their places

  @Test(
    "A number whose place is not known makes a text no table of words",
    arguments: [
      "<text top=\"10\" left=\"20\" width=\"9\" height=\"0\" font=\"0\">3402</text>",
      "5\t1\t0\t0\t0\t0\t20\t10\t9\t0\t100\t3402",
      // Two on one line.
      "<text top=\"1\" left=\"2\" width=\"9\" height=\"9\">3</text><text top=\"1\" left=\"20\" width=\"9\" height=\"9\">4</text>",
    ])
  func unplaced(line: String) {
    var marks = WordMarks()
    if line.hasPrefix("5") {
      _ = marks.word(
        SourceLine(
          number: 1,
          text: "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"))
    }
    #expect(marks.word(SourceLine(number: 2, text: line)) == nil)
    #expect(marks.isForeign)
  }

  enum Words: CaseIterable {
    case table, boxes, lines

    fileprivate func text(_ words: [(x: Int, y: Int, text: String)]) -> [String] {
      let head = ["level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"]
      let own = words.map { x, y, text -> String in
        let width = 5 * text.unicodeScalars.reduce(0) { $0 + (LooseLines.isWide($1) ? 2 : 1) }
        return switch self {
        case .table: "5\t1\t0\t0\t0\t0\t\(x)\t\(y)\t\(width)\t10\t100\t\(text)"
        case .boxes: "<word xMin=\"\(x)\" yMin=\"\(y)\" xMax=\"\(x + width)\" yMax=\"\(y + 10)\">\(text)</word>"
        case .lines: "<p style=\"top:\(y).0pt;left:\(x).0pt;line-height:10.0pt\"><span>\(text)</span></p>"
        }
      }
      switch self {
      case .table: return head + own
      case .boxes: return ["<doc>", "  <page width=\"600\" height=\"800\">"] + own + ["  </page>", "</doc>"]
      case .lines: return ["<div id=\"page0\" style=\"width:612pt;height:792pt\">"] + own + ["</div>"]
      }
    }
  }

  @Test(
    "Words with their places on the page are set in lines, and places are those of the file", arguments: Words.allCases)
  func words(words: Words) throws {
    var printed: [(x: Int, y: Int, text: String)] = []
    func row(_ cells: [String]) {
      let y = 20 * (printed.last.map { $0.y / 20 } ?? 0) + 20
      for (k, cell) in cells.enumerated() where !cell.isEmpty { printed.append((k == 0 ? 20 : 380 + 80 * k, y, cell)) }
    }
    row(["临溪县人民政府2022年政府信息公开工作年度报告"])
    row(["三、收到和处理政府信息公开申请情况"])
    row([""] + Self.names)
    for (form, values) in zip(Self.form.rows, Self.whole) { row([form.label] + values) }
    row(["四、政府信息公开行政复议、行政诉讼情况"])
    row(["无。"])
    let lines = words.text(printed)
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report.year == 2022)
    let table = report.tables.first { $0.id == .applications }
    #expect(TextSamples.texts(table) == Self.whole)
    let first = lines.firstIndex { $0.contains("本年新收") }.map { Place.line($0 + 1) }
    #expect(table?.rows.first?.labelPlaces.first == first)
  }
}
