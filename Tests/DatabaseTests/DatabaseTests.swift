// Records → the database, and the queries of docs/ over it.
import Audit
import DocumentModel
import Foundation
import GRDB
import Output
import ReportModel
import Statute
import Testing

@testable import Database

// GRDB has types of these names too.
private typealias Record = Audit.Record
private typealias Table = ReportModel.Table

@Suite struct DatabaseTests {
  /// A database in a folder of its own, which goes when the test is over.
  private final class Place {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gongkai-" + UUID().uuidString)
    var path: String { folder.appendingPathComponent("reports.db").path }
    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ records: [Record]) throws {
      let file = try DatabaseFile(path: path)
      for record in records { try file.add(EncodedRecord(record, language: .zh)) }
      try file.finish()
    }

    func rows(_ sql: String) throws -> [[String]] {
      try DatabaseQueue(path: path).read { database in
        try GRDB.Row.fetchAll(database, sql: sql).map { row in
          row.databaseValues.map { String.fromDatabaseValue($0) ?? $0.description }
        }
      }
    }

    /// The table's rows; rows of `rule` aside, every table of the schema.
    func counts() throws -> [String] {
      let tables = [
        "body", "report", "file", "section", "printed_table", "cell", "finding", "finding_cell", "suggestion",
      ]
      return try tables.map { try rows("SELECT count(*) FROM \($0)")[0][0] }
    }
  }

  private typealias Values = [CellReference: String]

  private func table(_ id: TableID, _ values: Values) -> Table {
    let rows = Form.of(id, .form2021).rows.map { row in
      ReportModel.Row(
        id: row.id, label: row.label,
        cells: row.columns.map { column in
          let text = values[CellReference(row: row.id, column: column)] ?? "0"
          return .init(column: column, cell: Cell(state: .number, text: text, value: Decimal(string: text)))
        })
    }
    return Table(id: id, template: .form2021, rows: rows)
  }

  private func record(
    _ body: String, _ year: Int, sha: Character, path: String? = nil, received: String = "10", over: String = "0",
    forward: String = "0"
  ) -> Record {
    let applications: Values = [
      .init(row: .newReceived, column: .total): received, .init(row: .newReceived, column: .business): received,
      .init(row: .carriedOver, column: .total): over, .init(row: .carriedForward, column: .total): forward,
      .init(row: .deniedStateSecret, column: .total): "2", .init(row: .total, column: .total): "8",
    ]
    let review: Values = [
      .init(row: .review, column: .upheld): "3", .init(row: .review, column: .corrected): "1",
      .init(row: .review, column: .pending): "5",
    ]
    let fees: Values = [.init(row: .fees, column: .amount): "59237.2449"]
    var tables = [table(.article20, fees), table(.applications, applications), table(.reviewAndLitigation, review)]
    tables[0].rows[0].cells[0].cell = Cell(state: .unread, text: "7", doubt: .textLayer)
    let finding = Finding(
      rule: "A003", name: "applicant-sum", severity: .error, message: Localized(zh: "不平", en: "off"),
      table: .applications,
      cells: [.init(row: .newReceived, column: .business), .init(row: .newReceived, column: .total)], expected: 9,
      actual: 10,
      suggestions: [Suggestion(table: .applications, row: .newReceived, column: .business, from: 10, to: 9)],
      fingerprint: "f")
    let line = TextLine(text: "正文", place: .line(3), startsParagraph: true)
    let report = Report(
      title: "年度报告", agency: body, year: year,
      sections: [Section(id: .overview, heading: "一、总体情况", numeral: 1, place: .line(2), lines: [line])],
      tables: tables)
    return Record(
      source: Source(path: path ?? "\(body)\(year).pdf", sha256: String(sha), format: .pdf, pages: 3), status: .partial,
      report: report, findings: [finding])
  }

  @Test(arguments: ["'; DROP TABLE report; --", "<b>\"&", "=1+1", "a\u{7}\u{202E}b"])
  func hostileTextStaysText(text: String) throws {
    let place = try Place()
    try place.write([record(text, 2022, sha: "a", path: "\(text).pdf")])
    #expect(try place.rows("SELECT name FROM body") == [[text]])
    #expect(try place.rows("SELECT path FROM file") == [["\(text).pdf"]])
    #expect(try place.rows("SELECT count(*) FROM report") == [["1"]])
  }

  @Test func aSecondRunAddsNothing() throws {
    let place = try Place()
    let records = [record("甲局", 2022, sha: "a"), record("甲局", 2023, sha: "b")]
    try place.write(records)
    let counts = try place.counts()
    #expect(counts == ["1", "2", "2", "2", "6", "400", "2", "4", "2"])
    try place.write(records)
    #expect(try place.counts() == counts)
  }

  @Test func newContentTakesThePlaceOfTheOld() throws {
    let place = try Place()
    try place.write([record("甲局", 2022, sha: "a", path: "x.pdf")])
    try place.write([record("乙局", 2022, sha: "b", path: "x.pdf")])
    #expect(try place.rows("SELECT name FROM body") == [["乙局"]])
    #expect(try place.rows("SELECT sha256 FROM report") == [["b"]])
    #expect(try place.rows("SELECT count(*) FROM cell") == [["200"]])
  }

  @Test func theSameContentInTwoFilesIsOneReport() throws {
    let place = try Place()
    try place.write([
      record("甲局", 2022, sha: "a", path: "x.pdf"), record("甲局", 2022, sha: "a", path: "y.pdf"),
      record("乙局", 2022, sha: "b", path: "y.pdf"),
    ])
    #expect(
      try place.rows("SELECT path, sha256 FROM file JOIN report ON id = report_id ORDER BY path") == [
        ["x.pdf", "a"], ["y.pdf", "b"],
      ])
  }

  @Test func figuresAreExact() throws {
    let place = try Place()
    try place.write([record("甲局", 2022, sha: "a")])
    let sql = "SELECT exact, typeof(value), value * 10000 = 592372449 FROM cell WHERE \"row\" = 'fees'"
    #expect(try place.rows(sql) == [["59237.2449", "real", "1"]])
    #expect(try place.rows("SELECT DISTINCT typeof(value) FROM cell WHERE state = 'unread'") == [["null"]])
  }

  @Test func anUnreadableInputIsKnownByItsPath() throws {
    let place = try Place()
    let source = Source(path: "gone.pdf", sha256: nil, format: .unknown, pages: nil)
    let record = Record.make(source: source, result: .failure(.damaged(.refused(code: 2))))
    try place.write([record])
    try place.write([record])
    #expect(try place.rows("SELECT content, status FROM report") == [["path:gone.pdf", "unreadable"]])
    #expect(try place.rows("SELECT rule FROM finding") == [["X005"]])
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    let place = try Place()
    try DatabaseQueue(path: place.path).write { try $0.execute(sql: "CREATE TABLE theirs (x)") }
    #expect(throws: DatabaseFailure.self) { try DatabaseFile(path: place.path) }
    #expect(try place.rows("SELECT name FROM sqlite_master") == [["theirs"]])
  }

  @Test func theDatabaseIsSoundAndItsKeysHold() throws {
    let place = try Place()
    try place.write([record("甲局", 2022, sha: "a")])
    #expect(try place.rows("PRAGMA integrity_check") == [["ok"]])
    #expect(try place.rows("PRAGMA foreign_key_check").isEmpty)
  }

  private static let queries = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../docs/queries").standardized

  /// The first row that every query of docs/queries gives over two bodies and two years.
  private static let answers: [(query: String, first: [String], count: Int)] = [
    ("01-refusals-by-ground-and-year", ["2022", "denied.stateSecret", "4", "16", "25.0"], 2),
    ("02-broken-carry-over", ["甲局", "2023", "2", "1"], 1),
    ("03-corrected-in-review", ["2022", "2", "8", "25.0"], 2),
    ("04-findings-by-rule", ["A003", "申请人合计不符", "Applicants do not add up", "error", "4", "4"], 1),
    ("05-bodies-with-errors", ["乙局", "2", "2"], 2),
    ("06-applicants", ["2022", "business", "20"], 12),
    ("07-growth", ["甲局", "2023", "10", "25", "15"], 2),
    ("08-uncertain-cells", ["乙局2022.pdf", "article20", "regulations", "made", "7", "textLayer", "NULL", "NULL"], 4),
    ("09-suggested-corrections", ["乙局", "2022", "applications", "newReceived", "business", "10", "9", "0"], 4),
    ("10-fees", ["乙局", "2023", "59237.2449", "NULL"], 4),
  ]

  @Test("Every query of the documentation answers its question", arguments: answers.map(\.query))
  func documentedQueries(query: String) throws {
    let answer = try #require(Self.answers.first { $0.query == query })
    let place = try Place()
    try place.write([
      record("甲局", 2022, sha: "a", forward: "2"), record("甲局", 2023, sha: "b", received: "25", over: "1"),
      record("乙局", 2022, sha: "c", forward: "4"), record("乙局", 2023, sha: "d", over: "4"),
    ])
    let sql = try String(contentsOf: Self.queries.appendingPathComponent(query + ".sql"), encoding: .utf8)
    let rows = try place.rows(sql)
    #expect(rows.first == answer.first)
    #expect(rows.count == answer.count)
  }

  @Test func everyQueryIsDocumentedInBothLanguagesAndTested() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.queries.path).sorted()
    #expect(files == Self.answers.map { $0.query + ".sql" })
    for name in ["database.md", "database.zh-CN.md"] {
      let text = try String(
        contentsOf: Self.queries.deletingLastPathComponent().appendingPathComponent(name), encoding: .utf8)
      for file in files { #expect(text.contains("(queries/\(file))")) }
    }
  }
}
