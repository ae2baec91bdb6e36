// Records → CSV.
import Audit
import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Output

@Suite struct CSVTests {
  private func line(_ fields: String...) -> String {
    var csv = CSVWriter()
    csv.line(fields)
    return Sample.text(csv.bytes)
  }

  @Test(
    "A path can be read back, and commands no terminal",
    arguments: [
      ("a\nb.pdf", "a\\u000ab.pdf"), ("\u{1B}[2Jb", "\\u001b[2Jb"), ("a\\b", "a\\\\b"), ("报告, 1.pdf", "报告, 1.pdf"),
    ])
  func paths(path: String, written: String) {
    #expect(CSVWriter.path(path) == written)
  }

  @Test("So are the paths in both tables")
  func pathsOfRecords() throws {
    let table = Sample.table(.reviewAndLitigation, .form2021)
    let record = Sample.record(report: Sample.report(tables: [table]), findings: [Sample.finding()], path: "a\\\nb.pdf")
    let written = "a\\\\\\u000ab.pdf"
    let findings = Sample.text(try FindingsCSVSink(language: .zh).add(Sample.encoded(record)))
    #expect(findings.hasPrefix(written + ","))
    let cells = Sample.text(try CellsCSVSink().add(Sample.encoded(record))).split(separator: "\r\n")
    #expect(cells.count == 15 && cells.allSatisfy { $0.contains("," + written + ",") })
  }

  @Test("Control characters of a text are not passed on")
  func controls() {
    var csv = CSVWriter()
    csv.line(["a\u{1B}[2J\u{7F}\u{9B}b"])
    #expect(csv.bytes == Array("a·[2J··b\r\n".utf8))
  }

  @Test("Fields with commas, quotes or line breaks are quoted")
  func quoting() {
    #expect(line("a", "b,c", "d\"e", "f\ng", "") == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n")
  }

  @Test(
    "What a spreadsheet would run is text; numbers stay numbers",
    arguments: [
      ("=1+1", "'=1+1"), ("@x", "'@x"), ("+cmd", "'+cmd"), ("-", "-"), ("－", "－"), ("--", "--"), ("-a", "'-a"),
      ("-1+2", "'-1+2"), ("-13", "-13"), ("+21", "+21"),
      ("-0.5", "-0.5"),
      ("\t=1", "\"'\t=1\""),
    ])
  func formulas(field: String, written: String) { #expect(line(field) == written + "\r\n") }

  @Test func aLineForEveryCell() throws {
    let fees = Cell(
      state: .number, text: "59237.2449", value: Decimal(string: "59237.2449"), unit: "万元",
      places: [.page(2, Sample.box)])
    let table = Sample.table(.article20, .form2021, cells: [CellReference(row: .fees, column: .amount): fees])
    let sink = CellsCSVSink()
    let opening = sink.opening()
    #expect(opening.prefix(3) == [0xEF, 0xBB, 0xBF])
    let lines = Sample.text(try sink.add(Sample.encoded(Sample.record(report: Sample.report(tables: [table])))))
      .split(separator: "\r\n")
    #expect(lines.count == 10)
    #expect(
      lines.last
        == "某县财政局,2023,article20,2021,fees,amount,number,59237.2449,59237.2449,万元,,,a/b.pdf,2,,201.5,310.2,207.5,322.0")
    #expect(lines.last?.split(separator: ",", omittingEmptySubsequences: false).count == CellsCSVSink.columns.count)
  }

  @Test func aLineForEveryFinding() throws {
    let finding = Finding(
      rule: "A001", name: "application-balance", severity: .error,
      message: Localized(zh: "=相差\n1", en: "differs"), table: .applications,
      cells: [CellReference(row: .total, column: .business), CellReference(row: .carriedForward, column: nil)],
      expected: 60, actual: 61, place: .page(3, Sample.box), fingerprint: "0123456789abcdef")
    let record = Sample.record(report: Sample.report(tables: []), findings: [finding, finding])
    let sink = FindingsCSVSink(language: .zh)
    #expect(sink.opening().prefix(3) == [0xEF, 0xBB, 0xBF])
    let lines = Sample.text(try sink.add(Sample.encoded(record))).split(separator: "\r\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].hasPrefix(
        "a/b.pdf,某县财政局,2023,error,A001,application-balance,'=相差 1,3,,applications,,"
          + "total/business carriedForward/*,60,61,,,0123456789abcdef,"))
  }

  @Test func anUnreadableInputHasNoLines() throws {
    #expect(try CellsCSVSink().add(Sample.encoded(Sample.record(report: nil, status: .unreadable))).isEmpty)
  }
}
