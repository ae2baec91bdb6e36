// Every way of writing a value.
import DocumentModel
import Foundation
import ReportModel
import Testing

@testable import Reconstruction

@Suite struct ValueReaderTests {
  @Test(
    arguments: [
      ("0", "0", nil, nil), ("１２", "12", nil, nil), ("－１３", "-13", nil, nil), ("1,234", "1234", nil, nil),
      ("1，234", "1234", nil, nil), ("+21", "21", nil, nil), ("-35", "-35", nil, nil), ("增72", "72", nil, nil),
      ("减38", "-38", nil, nil), ("251000元", "251000", "元", nil), ("976.81万元", "976.81", "万元", nil),
      ("2601.953875万", "2601.953875", "万", nil), ("59237.2449", "59237.2449", nil, nil),
      ("22（其中修订16件）", "22", nil, "（其中修订16件）"), ("12345678901234567890", "12345678901234567890", nil, nil),
      ("12*", "12", nil, "*"), ("7①", "7", nil, "①"), ("30[1]", "30", nil, "[1]"), ("5【2】", "5", nil, "【2】"),
      ("\u{2011}5", "-5", nil, nil),
    ] as [(String, String?, String?, String?)])
  func numbers(_ text: String, _ value: String?, _ unit: String?, _ note: String?) {
    let cell = ValueReader.read(text, places: [])
    #expect(cell.value == value.flatMap { Decimal(string: $0) })
    if value != nil { #expect(cell.state == .number) }
    #expect(cell.unit == unit)
    #expect(cell.note == note)
  }

  @Test(arguments: ["/", "-", "—", "——", "无", "／", "－"]) func placeholders(_ text: String) {
    #expect(ValueReader.read(text, places: []).state == .placeholder)
  }

  @Test(
    "Characters of private use and digits of other scripts are digits that a wrong map hides: never words",
    arguments: [
      "\u{E031}\u{E039}\u{E034}", "-\u{E035}\u{E030}", "٢٦٣٦.٣٧", "\u{1D7D2}\u{1D7D3},\u{1D7D4}\u{1D7D4}\u{1D7D4}",
    ])
  func strangeDigits(_ text: String) {
    let cell = ValueReader.read(text, places: [])
    #expect(cell.state == .unread)
    #expect(cell.doubt == .illegible)
    #expect(ValueReader.isValue(text))
  }

  @Test func blankIsNotZero() {
    let cell = ValueReader.read("", places: [])
    #expect(cell.state == .blank)
    #expect(cell.value == nil)
  }

  @Test(arguments: ["1,23", "1.2.3", "民0政府", "★0", "028", "００", "0１"]) func whatIsNoNumberIsNeverOne(_ text: String) {
    let cell = ValueReader.read(text, places: [])
    #expect(cell.state != .number)
    #expect(cell.value == nil)
  }

  @Test(
    "What is not legible stands where a number stands, and is unread",
    arguments: [
      ("�", true), ("1�3", true), ("□", true), ("[illegible]", true), ("无法识别", true), ("问题□", false), ("件", false),
    ])
  func illegible(text: String, isValue: Bool) {
    #expect(ValueReader.isValue(text) == isValue)
    if isValue { #expect(ValueReader.read(text, places: []).doubt == .illegible) }
  }

  @Test func twoNumbersInOneCellAreUnread() {
    let pieces = [(10.0, "12"), (30.0, "34")].map { top, text in
      PrintedPiece(
        text: text, place: .page(1, Rectangle(left: 0, top: top, right: 10, bottom: top + 10)), left: 0, right: 10,
        top: top, bottom: top + 10, unit: 5)
    }
    let cell = PrintedCell(
      left: 0, right: 80, pieces: pieces, area: Rectangle(left: 0, top: 0, right: 80, bottom: 50), page: 1)
    #expect(ValueReader.read(cell).doubt == .severalValues)
  }

  @Test(
    "Parts of a number that had to wrap stand where numbers stand; punctuation does not",
    arguments: [
      ("36,5", true), ("1,92", true), (",922", true), ("12,345,6", true), (",", false), (",,", false), ("1,", false),
      ("，，", false),
      ("2.1", true), ("1.", false),
    ])
  func fragments(_ text: String, isValue: Bool) {
    #expect(ValueReader.isValue(text) == isValue)
  }

  @Test("Words over several lines, and single signs, are a seal's or a watermark's: the cell is unread")
  func seals() {
    func piece(_ text: String) -> PrintedPiece {
      PrintedPiece(text: text, place: .line(1), left: 0, right: 1, top: 0, bottom: 0, unit: 1)
    }
    let two = ValueReader.read(PrintedCell(left: 0, right: 1, pieces: [piece("白沙"), piece("民政")]))
    #expect(two.state == .unread && two.doubt == .severalValues)
    #expect(ValueReader.read("★", places: []).state == .unread)
    #expect(ValueReader.read("政务公开无专", places: []).state == .unread)
    #expect(ValueReader.read(PrintedCell(left: 0, right: 1, pieces: [piece("不适用")])).state == .text)
  }

  @Test(
    "A second line is part of a number where it stands under the first, not where it stands beside it",
    arguments: [(9.0, true), (3.0, false)])
  func secondLine(below points: Double, isOneNumber: Bool) {
    let pieces = ["123456", "7"].enumerated().map { index, text in
      PrintedPiece(
        text: text, place: .page(1, Rectangle(left: 0, top: 0, right: 30, bottom: 20)), left: 0,
        right: 5 * Double(text.count),
        top: points * Double(index), bottom: points * Double(index) + 20, unit: 5)
    }
    let cell = ValueReader.read(
      PrintedCell(
        left: 0, right: 33, pieces: pieces, area: Rectangle(left: 0, top: 0, right: 33, bottom: 40), page: 1))
    #expect(cell.state == (isOneNumber ? .number : .unread))
  }
}
