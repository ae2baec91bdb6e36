// Records → a workbook, read back as the XML that it is.
import Audit
import DocumentModel
import Foundation
import Output
import ReportModel
import Statute
import TestHelp
import Testing

@testable import Workbook

@Suite struct WorkbookTests {
  /// The XML of a workbook's sheets, by name.
  private func parts(_ bytes: [UInt8]) throws -> [String: String] {
    let sheets = try Workbooks.sheets(bytes)
    return Dictionary(uniqueKeysWithValues: sheets.enumerated().map { ("sheet\($0 + 1)", $1) })
  }

  private func record(value: String, agency: String = "某局", path: String = "a.pdf") -> EncodedRecord {
    let cell = Cell(state: .number, text: value, value: Decimal(string: value), places: [])
    let rows = Form.of(.article20, .form2021).rows.map { row in
      Row(id: row.id, label: row.label, cells: row.columns.map { Row.Entry(column: $0, cell: cell) })
    }
    let report = Report(
      title: "=1+1", agency: agency, year: 2023, tables: [Table(id: .article20, template: .form2021, rows: rows)])
    let finding = Finding(
      rule: "V002", name: "not-a-count", severity: .error, message: Localized(zh: "不是计数", en: "not a count"),
      table: .article20, cells: [CellReference(row: .fees, column: .amount)])
    return EncodedRecord(
      Record(
        source: Source(path: path, sha256: nil, format: .pdf, pages: 1), status: .read, report: report,
        findings: [finding]), language: .zh)
  }

  private func book(_ records: [EncodedRecord]) throws -> [UInt8] {
    let sink = try WorkbookSink(language: .zh)
    var summary = Summary()
    for record in records {
      summary.add(record)
      _ = try sink.add(record)
    }
    return try sink.closing(summary)
  }

  @Test func numbersAreNumbersAndLongOnesAreTextThatLosesNothing() throws {
    let short = try #require(try parts(book([record(value: "59237.2449")]))["sheet3"])
    #expect(short.contains("<v>59237.2449</v>"))
    let long = try #require(try parts(book([record(value: "12345678901234567")]))["sheet3"])
    #expect(long.contains("<t>12345678901234567</t>") && !long.contains("<v>12345678901234567</v>"))
  }

  @Test func whatLooksLikeAFormulaIsText() throws {
    let sheets = try parts(book([record(value: "1", agency: "=cmd|' /C calc'!A0", path: "+1.pdf")]))
    for sheet in sheets.values { #expect(!sheet.contains("<f>")) }
    #expect(sheets["sheet2"]?.contains("<t>=1+1</t>") == true)
  }

  @Test(
    "What a report says is text that XML can hold",
    arguments: ["<b>&\"'</b>", "@SUM(1)", "-1", "a\u{1}\u{7}\u{1B}b", "\u{202E}fdp\u{200F}", "]]>"])
  func hostileTextStaysText(text: String) throws {
    let sheets = try parts(book([record(value: "1", agency: text, path: text)]))
    for sheet in sheets.values {
      #expect(!sheet.contains("<f>"))
      #expect(!sheet.unicodeScalars.contains { $0.value < 0x20 && !"\n\r\t".unicodeScalars.contains($0) })
      #expect(XMLReading.isSound(sheet))
    }
    #expect(sheets["sheet2"]?.contains("<b>") == false)
  }

  @Test func filtersAndFrozenHeadersAndALineEach() throws {
    let sheets = try parts(book([record(value: "1"), record(value: "2")]))
    for sheet in sheets.values { #expect(sheet.contains("<autoFilter ref=") && sheet.contains("state=\"frozen\"")) }
    #expect(sheets["sheet1"]?.components(separatedBy: "<row ").count == 4)
    #expect(sheets["sheet3"]?.components(separatedBy: "<row ").count == 5)
    #expect(sheets["sheet4"]?.components(separatedBy: "<row ").count == 3)
  }

  @Test func theSameRecordsGiveTheSameBytes() throws {
    #expect(try book([record(value: "3")]) == book([record(value: "3")]))
  }
}

/// Whether tags and entities of a sheet are in order: enough of XML for what the workbook writes.
private enum XMLReading {
  static func isSound(_ text: String) -> Bool {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      guard rest[start] == "<" else {
        guard let end = rest[start...].firstIndex(of: ";"), rest.distance(from: start, to: end) < 8 else {
          return false
        }
        rest = rest[rest.index(after: end)...]
        continue
      }
      guard let end = rest[start...].firstIndex(of: ">") else { return false }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else {
        open.append(tag.prefix { $0 != " " && $0 != "\n" })
      }
    }
    return open.isEmpty
  }
}
