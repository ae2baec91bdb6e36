import DocumentModel
import Testing

@testable import Reconstruction

/// A row without rules that a page break cuts through stands on both pages, each showing a part of it.
@Suite struct SlicedLinesTests {
  private static func lines(
    _ texts: [(text: String, x: Double)], page: Int, y: Double, isHidden: Bool = false
  )
    -> [PrintedLine]
  {
    var glyphs = texts.flatMap { DrawnTable.line($0.text, x: $0.x, y: y) }
    for index in glyphs.indices { glyphs[index].isHidden = isHidden }
    return LineAssembler.lines(glyphs, page: page)
  }

  @Test(
    "What the next page prints again is left to it, and is shown where either page shows it",
    arguments: [
      (["2.重复申请", "7", "0"], true), (["2.重复申请", "8", "0"], false), (["3.要求提供公开出版物", "7", "0"], false),
    ])
  func one(lower: [String], isOne: Bool) {
    let upper = Self.lines(zip(["2.重复申请", "7", "0"], [60.0, 300, 400]).map { ($0, $1) }, page: 1, y: 820)
    let next = Self.lines(zip(lower, [60.0, 300, 400]).map { ($0, $1) }, page: 2, y: 60, isHidden: true)
    let joined = SlicedLines.joined([upper, next])
    #expect(joined.map(\.count) == (isOne ? [0, 1] : [1, 1]))
    #expect(joined[1][0].runs.flatMap(\.glyphs).allSatisfy { $0.isHidden != isOne })
  }

  @Test("Rows of several lines are; a header or numbers alone, or what stands elsewhere, are not")
  func lines() {
    func row(_ page: Int, _ y: Double, x: Double = 300) -> [PrintedLine] {
      [("5.要求行政机关确认或", 60, -8), ("13", x, 0), ("重新出具已获取信息", 60, 8)].flatMap {
        Self.lines([($0.0, $0.1)], page: page, y: y + $0.2)
      }
    }
    #expect(SlicedLines.joined([row(1, 820), row(2, 60)]).map(\.count) == [0, 3])
    #expect(SlicedLines.joined([row(1, 820), row(2, 60, x: 340)]).map(\.count) == [3, 3])
    for texts in [["自然人", "总计"], ["0", "0"]] {
      let line = { (page: Int, y: Double) in
        Self.lines(zip(texts, [300.0, 400]).map { ($0, $1) }, page: page, y: y)
      }
      #expect(SlicedLines.joined([line(1, 820), line(2, 60)]).map(\.count) == [1, 1])
    }
  }
}
