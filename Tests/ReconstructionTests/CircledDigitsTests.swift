import DocumentModel
import ReportModel
import Testing

@testable import Reconstruction

/// Circled numbers behind a number: the mark of a note, or what the map of a font says of a digit.
@Suite struct CircledDigitsTests {
  private func cells(_ texts: [String]) throws -> [Cell] {
    let table = DrawnTable(
      [
        [.init("第二十条第（一）项", columns: 4)], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        [.init("规章")] + texts.map { .init($0) }, ["行政规范性文件", "5", "0", "7"],
        [.init("第二十条第（五）项", columns: 4)], ["信息内容", .init("本年处理决定数量", columns: 3)], ["行政许可", .init("8", columns: 3)],
      ], widths: [100, 80, 80, 80], top: 100)
    let row = try Reconstructor.reconstruct(Document([[table]]))[.article20]?[.regulations]
    return try #require(row?.cells.map(\.cell))
  }

  @Test("Behind a number a circled number is the mark of a note")
  func mark() throws {
    #expect(try cells(["12①", "3", "4②"]).map(\.value) == [12, 3, 4])
  }

  @Test(
    "Where circled numbers stand for digits, one behind a number may be a digit, too",
    arguments: ["①", "①2", "3①0", "①⓪⓪"])
  func digit(other: String) throws {
    let read = try cells(["12①", other, "4"])
    #expect(read.map(\.state) == [.unread, .unread, .number])
    #expect(read[0].text == "12①")
  }
}
