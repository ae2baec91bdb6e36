// Record → JSON, and back to values.
import Audit
import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Output

@Suite struct RecordJSONTests {
  private let fees = CellReference(row: .fees, column: .amount)

  private var rich: Record {
    let broken = Cell(
      state: .number, text: "22", value: 22, unit: "件", note: "（其中修订16件）",
      places: [.page(3, Sample.box), .page(4, Sample.box)])
    let cells: [CellReference: Cell] = [
      fees: Cell(state: .number, text: "59237.2449", value: Decimal(string: "59237.2449"), places: [.line(12)]),
      CellReference(row: .regulations, column: .made): Cell(state: .unread, text: "2 3", doubt: .severalValues),
      CellReference(row: .regulations, column: .repealed): Cell(state: .placeholder, text: "/"),
      CellReference(row: .regulations, column: .inForce): broken,
    ]
    var table = Sample.table(.article20, .form2021, cells: cells)
    table.extras = [ExtraLine(axis: .row, label: "其他主动公开文件", places: [.page(2, Sample.box)], texts: ["3", "4"])]
    table.missingRows = [.coercion]
    let report = Sample.report(tables: [table, Sample.table(.reviewAndLitigation, .form2021, isProven: true)])
    let suggestion = Suggestion(
      table: .applications, row: .granted, column: .business, from: 3, to: 2, confirmedByText: true)
    return Sample.record(
      report: report,
      findings: [
        Sample.finding(cells: [CellReference(row: .granted, column: nil)], suggestions: [suggestion, suggestion]),
        Finding(
          rule: "S001", name: "missing-section", severity: .error, message: Localized(zh: "缺", en: "missing"),
          section: .others),
      ], unchecked: [Unchecked(rule: "A001", reason: Localized(zh: "有未读的格", en: "unread cells"))], status: .partial)
  }

  @Test("Reading the JSON gives the values that were written")
  func roundTrip() throws {
    #expect(try Sample.encoded(rich).decoded() == RecordJSON(rich, language: .zh))
  }

  @Test func numbersStayAsPrinted() throws {
    let json = Sample.text(Sample.encoded(rich).json())
    #expect(json.contains(#""amount":{"state":"number","text":"59237.2449","value":59237.2449,"line":12}"#))
    let record = try Sample.encoded(rich).decoded()
    let row = try #require(record.report.wrapped?.tables[0].rows.first { $0.id == .fees })
    #expect(row.entries[0].cell.value.wrapped == Decimal(string: "59237.2449"))
  }

  @Test("A cell says its state, its doubt, its remark and all its places")
  func cells() {
    let json = Sample.text(Sample.encoded(rich).json())
    #expect(json.contains(#""made":{"state":"unread","text":"2 3","value":null,"doubt":"severalValues"}"#))
    #expect(json.contains(#""repealed":{"state":"placeholder","text":"/","value":null}"#))
    #expect(
      json.contains(
        #""value":22,"unit":"件","note":"（其中修订16件）","page":3,"box":[201.5,310.2,207.5,322],"spans":[{"page":3,"box":[201.5,310.2,207.5,322]},{"page":4,"#
      ))
  }

  @Test("A section rule's finding has no cells, a table rule's a list")
  func findings() throws {
    let record = try Sample.encoded(rich).decoded()
    let findings = try #require(record.findings)
    #expect(findings[0].cells == [CellReferenceJSON(row: .granted, column: nil)])
    #expect(findings[0].suggestion == findings[0].suggestions?.first)
    #expect(findings[0].place.page == 3)
    #expect(findings[1].cells == nil)
    #expect(findings[1].section == .others)
    #expect(findings[1].suggestion == nil)
  }

  @Test func anUnreadableInputHasANullReport() {
    let json = Sample.text(Sample.encoded(Sample.record(report: nil, status: .unreadable)).json())
    #expect(json.contains(#""status":"unreadable","report":null,"findings":[],"unchecked":[]}"#))
  }

  @Test func aReadingHasNoFindings() {
    let json = Sample.text(Sample.encoded(rich).readingJSON())
    #expect(json.hasPrefix(#"{"schemaVersion":"1.0","source":{"path":"a/b.pdf","sha256":"aaa"#))
    #expect(!json.contains(#""findings""#))
  }

  @Test func messagesAreInTheLanguageAskedFor() throws {
    let english = try EncodedRecord(rich, language: .en).decoded()
    #expect(english.findings?.map(\.message) == ["does not add up", "missing"])
    #expect(english.unchecked?.map(\.reason) == ["unread cells"])
  }

  @Test func paragraphsAreLines() throws {
    let report = try #require(try Sample.encoded(rich).decoded().report.wrapped)
    #expect(report.preamble == "根据条例要求，编制本报告。\n请查阅。")
    #expect(report.signature.wrapped?.date.wrapped == "2024-01-09")
    #expect(report.signature.wrapped?.agency == .null)
  }

  @Test("A run of records is one JSON document, with none as with many", arguments: [0, 1, 3])
  func documents(count: Int) throws {
    struct Document: Decodable {
      var schemaVersion: String
      var reports: [RecordJSON]
    }
    var sink = JSONSink()
    var summary = Summary()
    var bytes = sink.opening()
    for _ in 0..<count {
      summary.add(Sample.encoded(rich))
      bytes += sink.add(Sample.encoded(rich))
    }
    bytes += sink.closing(summary)
    let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    #expect(document.reports.count == count)
    #expect(document.schemaVersion == "1.0")
  }
}
