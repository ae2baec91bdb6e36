import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Rows of Markdown with bars between cells alone.
@Suite struct BrokenCellsTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let numbers = TextSamples.numbers(form).map { $0.map { $0 == 0 ? "" : String($0) } }

  @Test("A blank cell that goes on in the next line is a blank cell of its row")
  func blanks() throws {
    let rows = zip(Self.form.rows, Self.numbers).flatMap { row, values in
      ([row.label] + values.map { $0.isEmpty ? "   \n" : " \($0) " }).joined(separator: "|").components(
        separatedBy: "\n")
    }
    let lines =
      ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", "", ([""] + Self.names).joined(separator: "| "), "---|---"]
      + rows + ["", "四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    let table = report.tables.first { $0.id == .applications }
    #expect(TextSamples.texts(table) == Self.numbers.map { $0.map { $0.isEmpty ? "blank" : $0 } })
  }

  @Test("Another table with bars on both sides has no cells more beside one of broken rows")
  func others() {
    let broken = (0..<6).flatMap { ["一 | \($0) |", "| 3"] }
    let lines = (["甲|乙|丙|丁", "---|---|---|---"] + broken + ["", "| 规章 | 1 |"]).enumerated().map {
      SourceLine(number: $0 + 1, text: $1)
    }
    let read = BrokenCells.joined(lines).map(\.text)
    #expect(read.last == "| 规章 | 1 |" && read.contains("|一 | 0 || 3|"))
  }

  @Test("Rows with bars on both sides are left as they are")
  func framed() {
    let lines = (0..<8).flatMap { ["一 | \($0) |", "| 2 | 3 |"] }.enumerated().map {
      SourceLine(number: $0 + 1, text: $1)
    }
    #expect(BrokenCells.joined(lines).map(\.text) == lines.map(\.text))
  }
}
