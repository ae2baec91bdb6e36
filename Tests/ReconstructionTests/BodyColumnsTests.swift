// Running text in two columns → the order in which it is read.
import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct BodyColumnsTests {
  private static func line(_ text: String, _ x: Double, _ y: Double) -> PrintedLine {
    LineAssembler.lines(DrawnTable.line(text, x: x, y: y, size: 10), page: 1)[0]
  }

  private static func page(_ rows: [(left: String?, right: String?)], from y: Double = 100) -> [PrintedLine] {
    rows.enumerated().map { index, row in
      let glyphs =
        DrawnTable.line(row.left ?? "", x: 50, y: y + 15 * Double(index), size: 10)
        + DrawnTable.line(row.right ?? "", x: 310, y: y + 15 * Double(index), size: 10)
      return LineAssembler.lines(glyphs, page: 1)[0]
    }
  }

  private static let left = (1...10).map { "左栏第\($0)行依法主动公开政府信息内容" }
  private static let right = (1...10).map { "右栏第\($0)行依法主动公开政府信息内容" }

  private static func texts(_ lines: [PrintedLine], breaks: [Double] = []) -> [String] {
    BodyColumns([lines], breaks: [breaks]).groups(lines, page: 0, breaks: breaks).joined().map(\.text)
  }

  @Test("The first column is read before the second, under the title and over what runs across both")
  func columns() {
    let title = Self.line("临溪市教育局2023年政府信息公开工作年度报告全文如下", 120, 60)
    let across = Self.line("这一行自左至右贯穿全页两栏的宽度，中间没有空白之处可以分栏，以下又是一栏", 50, 300)
    let pairs = zip(Self.left, Self.right).map { (left: Optional($0), right: Optional($1)) }
    let lines = [title] + Self.page(pairs) + [across]
    let expected: [String] = [[title.text], Self.left, Self.right, [across.text]].flatMap { $0 }
    #expect(Self.texts(lines) == expected)
  }

  @Test("Lines of the second column that stand between those of the first are read behind them")
  func between() {
    let rows = zip(Self.left, Self.right).flatMap { [(left: Optional($0), right: String?.none), (nil, $1)] }
    #expect(Self.texts(Self.page(rows)) == Self.left + Self.right)
  }

  @Test("Both columns over a table come before those below it")
  func table() {
    let pairs = zip(Self.left, Self.right).map { (left: Optional($0), right: Optional($1)) }
    let texts = Self.texts(Self.page(pairs), breaks: [140])
    let parts: [ArraySlice<String>] = [Self.left[..<3], Self.right[..<3], Self.left[3...], Self.right[3...]]
    #expect(texts == parts.flatMap { Array($0) })
  }

  @Test("A heading below both columns stands over what follows them, one within the first column does not")
  func heading() {
    let heading = "二、主动公开政府信息情况"
    let pairs = zip(Self.left, Self.right).map { (left: Optional($0), right: Optional($1)) }
    let below = Self.texts(Self.page(pairs + [(heading, nil)]))
    #expect(below == Self.left + Self.right + [heading])
    let within = Self.texts(Self.page(pairs + [(heading, nil), ("依法主动公开政府信息内容", nil)]))
    #expect(within == Self.left + [heading, "依法主动公开政府信息内容"] + Self.right)
  }

  @Test("A signature at the right, and the cells of a table without rules, are no second column")
  func none() {
    let text = Self.left.map { (left: Optional($0 + "并按照要求及时更新公开目录和指南等"), right: String?.none) }
    let signed = Self.page(text + [(nil, "临溪市教育局办公室"), (nil, "2024年1月20日")])
    #expect(Self.texts(signed) == signed.map(\.text))
    let cells = Self.page(Self.left.map { ($0, "12") })
    #expect(Self.texts(cells) == cells.map(\.text))
  }
}
