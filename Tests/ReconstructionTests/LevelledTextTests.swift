// Aligned texts in which numbers stand on a line of their own beside their label, as `pdftotext -layout` gives what stands a little higher in its row.
import DocumentModel
import Testing

@testable import Reconstruction

@Suite struct LevelledTextTests {
  private static let header = ["          第二十条第（六）项", "  信息内容             本年处理决定数量"]
  private static let next = ["          第二十条第（八）项", "  信息内容             本年收费金额（单位：万元）", "行政事业性收费              0"]
  private static let twelve = "                        12,345"
  private static let three = "                             3"
  private static let five = "                             5"

  @Test(
    "Numbers above their labels, or below, are theirs; where they are neither, nobody knows which row is blank",
    arguments: [
      ([twelve, "行政处罚", five, "行政强制"], ["行政处罚12,345", "行政强制5"], []),
      (["行政处罚", twelve, "行政强制", five], ["行政处罚12,345", "行政强制5"], []),
      (["行政处罚", twelve, "", "行政强制", five], ["行政处罚12,345", "", "行政强制5"], []),
      ([twelve, "行政处罚", "行政强制" + five], ["行政处罚12,345", "行政强制5"], []),
      (["行政处罚", twelve, "行政强制"], ["行政处罚", "12,345", "行政强制"], ["行政处罚", "行政强制"]),
      (["行政处罚", "行政强制", twelve, five], ["行政处罚", "行政强制", "12,345", "5"], ["行政处罚", "行政强制"]),
      ([twelve, "行政处罚", "行政强制"], ["12,345", "行政处罚", "行政强制"], ["行政处罚", "行政强制"]),
      (["行政处罚", "", twelve, "", "行政强制" + five], ["行政处罚", "", "12,345", "", "行政强制5"], ["行政处罚"]),
      // Numbers that may be those of pages, of which there are no more than two.
      ([three, "行政处罚", five, "行政强制"], ["3", "行政处罚", "5", "行政强制"], ["行政处罚", "行政强制"]),
      (["行政处罚" + five, three, "行政强制"], ["行政处罚5", "3", "行政强制"], ["行政强制"]),
      (["行政处罚", "行政强制"], ["行政处罚", "行政强制"], []),
      (["行政处罚", "      — 3 —", "行政强制" + five], ["行政处罚", "—3—", "行政强制5"], []),
      (["其中：罚款", twelve, "行政处罚" + five], ["其中：罚款", "12,345", "行政处罚5"], []),
    ] as [([String], [String], [String])])
  func levels(rows: [String], expected: [String], untold: [String]) {
    let source = (Self.header + rows + Self.next).enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    let (lines, doubted) = LevelledText.joined(LooseLines.lines(source, width: .double))
    func text(_ line: LooseLine) -> String { line.text.filter { !$0.isWhitespace } }
    #expect(lines.dropFirst(2).dropLast(3).map(text) == expected)
    #expect(lines.suffix(1).map(text) == ["行政事业性收费0"])
    #expect(doubted.sorted().map { text(lines[$0]) } == untold)
  }
  @Test("What an aligned text does not tell is not told by the order of its numbers either", arguments: [1, 3])
  func outvoted(gap: Int) throws {
    let rows = [
      "规章                        0", "行政规范性文件              2", "行政许可                    14",
      "行政处罚                    5",
    ]
    let empty = Array(repeating: "", count: gap)
    let lines =
      ["临溪县人民政府2022年政府信息公开工作年度报告", "二、主动公开政府信息情况"] + Self.header + rows + Self.next.dropLast()
      + ["行政事业性收费"] + empty + [Self.three, "三、收到和处理政府信息公开申请情况", "一、本年新收政府信息公开申请数量      0", "无。"]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    let table = try #require(report.tables.first { $0.id == .article20 })
    #expect(table[.fees, .amount]?.state != .number)
  }
}
