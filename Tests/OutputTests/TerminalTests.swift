// Records → text for terminals: widths, drawn tables, marks, grouped findings.
import Audit
import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Output

@Suite struct DisplayWidthTests {
  @Test(
    "Wide characters take two columns, marks without width none",
    arguments: [
      ("abc", 3), ("自然人", 6), ("１２", 4), ("（一）", 6), ("㐀𠀀", 4), ("e\u{301}", 1), ("3→0", 3), ("", 0),
    ])
  func widths(text: String, width: Int) { #expect(text.displayWidth == width) }

  @Test("Chinese breaks anywhere but before a closing mark, other words at spaces")
  func wrapping() {
    #expect("收到和处理，情况".wrapped(to: 10) == ["收到和处", "理，情况"])
    #expect("one two three".wrapped(to: 8) == ["one two", "three"])
    #expect("a\nb".wrapped(to: 8) == ["a", "b"])
    #expect("reports/2024.pdf".wrapped(to: 8) == ["reports/", "2024.pdf"])
  }
}

@Suite struct TableDrawingTests {
  private func lines(_ table: Table, findings: [Finding] = [], width: Int = 100, language: Language = .zh) -> [String] {
    let record = RecordJSON(
      Sample.record(report: Sample.report(tables: [table]), findings: findings), language: language)
    let drawing = TableDrawing(language: language, style: Style(hasColor: false), width: width)
    return drawing.lines(record.report.wrapped!.tables[0], findings: record.findings ?? [])
  }

  private func row(_ label: String, in lines: [String]) throws -> [String] {
    let line = try #require(lines.first { $0.contains(label) && $0.hasPrefix("│") })
    return line.split(separator: "│").dropFirst().map { $0.filter { $0 != " " } }
  }

  @Test("Every line of a grid is as wide as its frame", arguments: TableID.allCases, Language.allCases)
  func alignment(table: TableID, language: Language) {
    for template in Template.allCases {
      for width in [80, 100, 140] {
        let drawn = lines(Sample.table(table, template), width: width, language: language).dropFirst()
        var frame = 0
        for line in drawn {
          if line.hasPrefix("┌") { frame = line.displayWidth }
          #expect(line.displayWidth == frame, "\(line)")
          #expect(line.displayWidth <= width, "\(line)")
        }
        #expect(frame > 0)
      }
    }
  }

  @Test(
    "Nothing is wider than the terminal, and no number is lost", arguments: TableID.allCases, [36, 40, 60, 80])
  func narrowTerminals(table: TableID, width: Int) {
    for template in Template.allCases {
      for language in Language.allCases {
        var made = Sample.table(table, template)
        for (number, place) in made.rows.indices.flatMap({ row in made.rows[row].cells.indices.map { (row, $0) } })
          .enumerated()
        {
          let text = "\(1000 + number)"
          made.rows[place.0].cells[place.1].cell = Cell(
            state: .number, text: text, value: Decimal(string: text), places: [])
        }
        let drawn = lines(made, width: width, language: language)
        for line in drawn { #expect(line.displayWidth <= width) }
        let words = Set(drawn.flatMap { $0.split { "│ ".contains($0) }.map(String.init) })
        let count = made.rows.reduce(0) { $0 + $1.cells.count }
        for number in 0..<count { #expect(words.contains("\(1000 + number)")) }
      }
    }
  }

  @Test("Blank, placeholder, text and unread cells differ")
  func states() throws {
    let cells: [CellReference: Cell] = [
      CellReference(row: .carriedOver, column: .naturalPerson): Cell(state: .blank),
      CellReference(row: .carriedOver, column: .business): Cell(state: .unread, doubt: .blanksLost),
      CellReference(row: .carriedOver, column: .research): Cell(state: .unread, text: "12", doubt: .columnAmbiguous),
      CellReference(row: .carriedOver, column: .publicWelfare): Cell(state: .placeholder, text: "/"),
    ]
    let drawn = lines(Sample.table(.applications, .form2021, cells: cells))
    #expect(try row("二、结转", in: drawn) == ["", "?", "12?", "/", "0", "0", "0"])
    #expect(drawn.last == "? 未能确认的格")
  }

  @Test("A sum that does not hold shows its total, its addends and the correction")
  func marks() throws {
    let reference = { (column: ColumnID) in CellReference(row: .granted, column: column) }
    let number = { (value: Decimal) in Cell(state: .number, text: "\(value)", value: value) }
    let table = Sample.table(
      .applications, .form2021,
      cells: [reference(.naturalPerson): number(3), reference(.business): number(1), reference(.total): number(5)])
    let finding = Sample.finding(
      cells: Form.applicantColumns.map(reference),
      suggestions: [Suggestion(table: .applications, row: .granted, column: .naturalPerson, from: 3, to: 4)])
    let drawn = lines(table, findings: [finding])
    #expect(try row("予以公开", in: drawn) == ["3→4", "1*", "0", "0", "0", "0", "[5]"])
    #expect(drawn.last == "[ ] 有问题的格　* 计入其中的数　→ 建议更正")
  }

  @Test func wholeRowsAndColumnsAreMarkedAtTheirLabels() {
    let finding = Finding(
      rule: "V001", name: "blank-cells", severity: .warning, message: Localized(zh: "空", en: "blank"),
      table: .reviewAndLitigation,
      cells: [CellReference(row: .review, column: nil), CellReference(row: nil, column: .pending)])
    let drawn = lines(Sample.table(.reviewAndLitigation, .form2021), findings: [finding])
    #expect(drawn.contains { $0.contains("│ [行政复议]") })
    #expect(drawn.contains { $0.contains("[尚未审结]") })
  }

  @Test("What a report says cannot steer the terminal")
  func controlCharacters() {
    let cell = Cell(state: .text, text: "\u{1B}[2J\u{202E}1")
    let drawn = lines(
      Sample.table(.reviewAndLitigation, .form2021, cells: [CellReference(row: .review, column: .upheld): cell]))
    #expect(drawn.contains { $0.contains("·[2J·1") })
    #expect(!drawn.joined().unicodeScalars.contains("\u{1B}"))
  }
}

@Suite struct TextSinkTests {
  private func text(_ records: [Record], language: Language = .zh, showsClean: Bool = false) throws -> String {
    var sink = TextSink(language: language, style: Style(hasColor: false), width: nil, showsClean: showsClean)
    var summary = Summary()
    var bytes = sink.opening()
    for record in records {
      let encoded = EncodedRecord(record, language: language)
      summary.add(encoded)
      bytes += try sink.add(encoded)
    }
    return Sample.text(bytes + sink.closing(summary))
  }

  private let suggestion = Suggestion(table: .applications, row: .granted, column: .business, from: 3, to: 2)

  @Test("Findings stand under their report, a shared correction once")
  func grouping() throws {
    let findings = [
      Sample.finding("A002", suggestions: [suggestion]), Sample.finding("A003", suggestions: [suggestion]),
    ]
    let text = try text([Sample.record(findings: findings), Sample.record(path: "clean.pdf")])
    #expect(
      text == """
        a/b.pdf  某县财政局2023年
          错误  A002  [第3页] 不平
          错误  A003  [第3页] 不平
                      更正建议：申请情况表“予以公开”行“商业企业”列 3 → 2，A002、A003 共 2 处即可成立

        共 2 份：读取 2 份，部分读取 0 份，未能读取 0 份
        发现：错误 2 处，警告 0 处，提示 0 处；1 份未发现问题
          A002  1 处，涉及 1 份  \(Catalogue.rule("A002")!.title.zh)
          A003  1 处，涉及 1 份  \(Catalogue.rule("A003")!.title.zh)

        """)
  }

  /// A file can hold any number of faults; nobody reads thousands.
  @Test("Of thousands of findings of one rule the first are shown, the others counted")
  func manyFindings() throws {
    let findings =
      (0..<60).map { _ in Sample.finding("A002") } + [Sample.finding("A003", suggestions: [suggestion])]
      + (0..<60).map { _ in Sample.finding("B001", suggestions: [suggestion]) }
    let text = try text([Sample.record(findings: findings)])
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("  错误  A002") } == 50)
    #expect(lines.count { $0.hasPrefix("  错误  B001") } == 50)
    #expect(lines.contains { $0.hasPrefix("  ……A002 另有 10 处未列出") })
    #expect(!text.contains("……A003"))
    // The shared correction stands under the last of its findings that is shown, and speaks of all.
    let correction = try #require(lines.firstIndex { $0.contains("更正建议") })
    #expect(lines.count { $0.contains("更正建议") } == 1)
    #expect(lines[correction].hasSuffix("A003、B001 共 61 处即可成立"))
    #expect(lines[correction + 1].hasPrefix("  ……A002"))
    #expect(text.contains("发现：错误 121 处"))
  }

  @Test func english() throws {
    let text = try text([Sample.record(findings: [Sample.finding(suggestions: [suggestion])])], language: .en)
    #expect(text.contains("  error    A003  [page 3] does not add up\n"))
    #expect(text.contains("suggestion: table of applications, row “granted”, column “business”: 3 → 2\n"))
    #expect(
      text.contains("1 input: 1 read, 0 read in part, 0 not readable\nfindings: 1 error, 0 warnings, 0 info; 0 without")
    )
  }

  @Test func inputsThatCouldNotBeReadAreNamedAtTheEnd() throws {
    let finding = Finding(
      rule: "X004", name: "encrypted", severity: .error, message: Localized(zh: "需要密码", en: "password"))
    let text = try text([Sample.record(report: nil, findings: [finding], path: "c.pdf", status: .unreadable)])
    #expect(text.hasSuffix("\n\n未能读取：\n  X004  c.pdf\n"))
  }

  @Test func cleanReportsAreNamedOnlyWhenAskedFor() throws {
    #expect(try !text([Sample.record(path: "clean.pdf")]).contains("clean.pdf"))
    #expect(
      try text([Sample.record(path: "clean.pdf")], showsClean: true).hasPrefix("clean.pdf  某县财政局2023年\n  未发现问题\n"))
  }
}
