// Values → JSON text.
import DocumentModel
import Foundation
import ReportModel
import Testing

@testable import Output

@Suite struct JSONWriterTests {
  private func text(_ value: some JSONWritable) -> String { Sample.text(JSONWriter.bytes(value)) }

  @Test(
    "A decimal keeps every printed digit",
    arguments: ["59237.2449", "0.1", "-13", "2601.953875", "100000000000000000001", "0"])
  func decimals(_ printed: String) throws {
    #expect(text(try #require(Decimal(string: printed))) == printed)
  }

  @Test func stringsAreEscapedAsJSONAsks() throws {
    let string = "引号\" 反斜杠\\ 换行\n 制表\t 响铃\u{7} 删除\u{7F} 斜杠/ 右至左\u{202E}"
    let written = JSONWriter.bytes(string)
    #expect(Sample.text(written).contains("\\u0007 "))
    #expect(try JSONDecoder().decode(String.self, from: Data(written)) == string)
  }

  @Test(
    "A cell's value is the number that it prints, as JSON writes numbers",
    arguments: [
      ("0", "0", nil, "0"), ("12", "12", nil, "12"), ("120", "120", nil, "120"), ("7", "8", nil, "8"),
      ("007", "7", nil, "7"), ("１２", "12", nil, "12"),
      ("1,234", "1234", nil, "1234"), ("减12件", "-12", "件", "-12"), ("59237.2449", "59237.2449", nil, "59237.2449"),
      ("", "3", nil, "3"), ("1234567890123456789", "1234567890123456789", nil, "1234567890123456789"),
    ] as [(String, String, String?, String)])
  func values(text: String, value: String, unit: String?, written: String) {
    let cell = Cell(state: .number, text: text, value: Decimal(string: value), unit: unit)
    let json = String(decoding: JSONWriter.bytes(CellJSON(cell)), as: UTF8.self)
    #expect(json.contains("\"value\":\(written),") || json.contains("\"value\":\(written)}"), "\(json)")
  }

  @Test("A box is written in hundredths of a point, without binary noise")
  func boxes() {
    #expect(text(BoxJSON(Sample.box)) == "[201.5,310.2,207.5,322]")
    let odd = Rectangle(left: -0.004, top: -1.25, right: 0.07, bottom: .infinity)
    #expect(text(BoxJSON(odd)) == "[0,-1.25,0.07,10000000]")
  }

  @Test func fieldsAreSeparatedByCommasAtEveryDepth() {
    struct Nested: JSONWritable {
      func write(to json: inout JSONWriter) {
        json.object { json in
          json.field("empty", [Int]())
          json.optionalField("absent", Int?.none)
          json.field("numbers", [1, 2])
          json.field("object", Inner())
          json.field("last", true)
        }
      }
      struct Inner: JSONWritable {
        func write(to json: inout JSONWriter) { json.object { _ in } }
      }
    }
    #expect(text(Nested()) == #"{"empty":[],"numbers":[1,2],"object":{},"last":true}"#)
  }
}
