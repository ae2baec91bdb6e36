// Aligned texts in which numbers stand on a line of their own beside their label, as `pdftotext -layout` gives what stands a little higher in its row.
import DocumentModel
import Testing

@testable import Reconstruction

@Suite struct LevelledTextTests {
  private static let header = ["          第二十条第（六）项", "  信息内容             本年处理决定数量"]
  private static let next = ["          第二十条第（八）项", "  信息内容             本年收费金额（单位：万元）", "行政事业性收费              0"]
  private static let twelve = "                            12"
  private static let five = "                             5"

  @Test(
    "Numbers above their labels, or below, are theirs; where they are neither, nobody knows which row is blank",
    arguments: [
      ([twelve, "行政处罚", five, "行政强制"], ["行政处罚12", "行政强制5"], []),
      (["行政处罚", twelve, "行政强制", five], ["行政处罚12", "行政强制5"], []),
      (["行政处罚", twelve, "", "行政强制", five], ["行政处罚12", "", "行政强制5"], []),
      ([twelve, "行政处罚", "行政强制" + five], ["行政处罚12", "行政强制5"], []),
      (["行政处罚", twelve, "行政强制"], ["行政处罚", "12", "行政强制"], ["行政处罚", "行政强制"]),
      (["行政处罚", "行政强制", twelve, five], ["行政处罚", "行政强制", "12", "5"], ["行政处罚", "行政强制"]),
      ([twelve, "行政处罚", "行政强制"], ["12", "行政处罚", "行政强制"], ["行政处罚", "行政强制"]),
      (["行政处罚", "", twelve, "", "行政强制" + five], ["行政处罚", "", "12", "", "行政强制5"], ["行政处罚"]),
      (["行政处罚", "行政强制"], ["行政处罚", "行政强制"], []),
      (["行政处罚", "      — 3 —", "行政强制" + five], ["行政处罚", "—3—", "行政强制5"], []),
      (["其中：罚款", twelve, "行政处罚" + five], ["其中：罚款", "12", "行政处罚5"], []),
    ] as [([String], [String], [String])])
  func levels(rows: [String], expected: [String], untold: [String]) {
    let source = (Self.header + rows + Self.next).enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    let (lines, doubted) = LevelledText.joined(LooseLines.lines(source, width: .double))
    func text(_ line: LooseLine) -> String { line.text.filter { !$0.isWhitespace } }
    #expect(lines.dropFirst(2).dropLast(3).map(text) == expected)
    #expect(lines.suffix(1).map(text) == ["行政事业性收费0"])
    #expect(doubted.sorted().map { text(lines[$0]) } == untold)
  }
}
