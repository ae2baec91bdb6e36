// Records → the web page.
import Audit
import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Output

@Suite struct HTMLTests {
  private func page(_ records: [EncodedRecord], language: Language = .zh) throws -> String {
    var sink = HTMLSink(language: language)
    var summary = Summary()
    for record in records {
      summary.add(record)
      _ = try sink.add(record)
    }
    return Sample.text(sink.closing(summary))
  }

  private func count(_ part: String, in page: String) -> Int { page.components(separatedBy: part).count - 1 }

  private static let cell = CellReference(row: .rejectedRepeated, column: .naturalPerson)
  private static let table = Sample.table(
    .applications, .form2021,
    cells: [cell: Cell(state: .number, text: "3", value: 3, places: [.page(3, Sample.box)])])
  private static let finding = Sample.finding(
    cells: [cell, CellReference(row: .rejectedRepeated, column: .total)],
    suggestions: [
      Suggestion(table: .applications, row: .rejectedRepeated, column: .naturalPerson, from: 3, to: 2)
    ])

  @Test func nothingInAReportBecomesMarkup() throws {
    let nasty = "</script><img src=x onerror=\"alert('1')\">&\u{202E}\u{0007}"
    var report = Sample.report()
    (report.title, report.agency) = (nasty, nasty)
    var finding = Self.finding
    (finding.message, finding.quote) = (Localized(zh: nasty, en: nasty), nasty)
    let html = try page([Sample.encoded(Sample.record(report: report, findings: [finding], path: nasty))])
    #expect(!html.contains("<img"))
    #expect(!html.contains("\u{202E}") && !html.contains("\u{0007}"))
    #expect(html.contains("&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;··"))
    #expect(count("<script>", in: html) == 1)
  }

  @Test func onlyThePagesOwnStyleAndScriptMayRun() throws {
    let html = try page([])
    #expect(html.contains("default-src &#39;none&#39;"))
    #expect(html.contains(ContentHash.source(HTMLScript.source).replacingOccurrences(of: "=", with: "=")))
    #expect(!HTMLScript.source.contains("</") && !HTMLStyle.sheet.contains("</"))
    #expect(!html.contains("http:") && !html.contains("https:"))
    #expect(count(" style=", in: html) == 0)
  }

  @Test(
    "The digests of FIPS 180-4's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func digests(text: String, digest: String) {
    let bytes = ContentHash.sha256(Array(text.utf8))
    #expect(bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == digest)
  }

  @Test func everyCellOfEveryTableIsThere() throws {
    let tables = [
      Sample.table(.article20, .form2019), Sample.table(.applications, .form2019),
      Sample.table(.reviewAndLitigation, .form2019),
    ]
    let html = try page([Sample.encoded(Sample.record(report: Sample.report(tables: tables)))])
    #expect(count("<td class=\"z\">0", in: html) == 22 + 161 + 15)
  }

  @Test func theCellsOfAFindingAreMarkedAndCorrected() throws {
    let record = Sample.encoded(Sample.record(report: Sample.report(tables: [Self.table]), findings: [Self.finding]))
    let html = try page([record])
    #expect(html.contains("<td class=\"fixed\" data-f=\"1\"><s>3</s><ins> → 2</ins>"))
    #expect(html.contains("<td class=\"off error\" data-f=\"1\">0"))
    #expect(html.contains("更正建议：申请情况表“重复申请”行“自然人”列 3 → 2</span>"))
  }

  @Test func aFindingStandsBesideThePictureOfItsPlace() throws {
    let area = PageArea(page: 3, area: Rectangle(left: 100, top: 300, right: 400, bottom: 340))
    var record = Sample.encoded(Sample.record(report: Sample.report(tables: [Self.table]), findings: [Self.finding]))
    record.drawings.clippings = [Clipping(place: area, png: [1, 2, 3])]
    let html = try page([record])
    #expect(html.contains("href=\"data:image/png;base64,AQID\""))
    #expect(html.contains("<rect class=\"error\" x=\"99.5\" y=\"9.2\" width=\"10\" height=\"13.8\" data-f=\"1\"/>"))
    record.drawings.clippings[0].place.page = 2
    #expect(try !page([record]).contains("AQID"))
  }

  @Test func theOverviewCountsAndLinksEveryReport() throws {
    let clean = Sample.encoded(Sample.record(path: "c.pdf"))
    let broken = Sample.encoded(Sample.record(findings: [Self.finding, Sample.finding("V001", severity: .warning)]))
    let html = try page([broken, clean, Sample.encoded(Sample.record(report: nil, status: .unreadable))])
    for (kind, name) in [("error", "错误"), ("warning", "警告")] {
      #expect(html.contains("<li class=\"\(kind)\"><b>1</b><span lang=\"zh-CN\">\(name)</span>"))
    }
    #expect(html.contains("<tr data-s=\"error warning\" data-r=\"A003 V001\" data-y=\"2023\">"))
    #expect(html.contains("<tr data-s=\"none\" data-r=\"\" data-y=\"2023\">"))
    #expect(count("<article id=\"r", in: html) == 3)
    #expect(html.contains("rel=\"next\" href=\"#r3\"") && !html.contains("#r4"))
  }

  @Test(arguments: Language.allCases)
  func everythingIsThereInBothLanguages(language: Language) throws {
    let unchecked = Unchecked(rule: "A001", reason: Localized(zh: "有未能确认的格", en: "a cell is not certain"))
    let record = Sample.record(findings: [Self.finding], unchecked: [unchecked])
    let html = try page([EncodedRecord(record, language: language)], language: language)
    let pairs = [
      ("不平", "does not add up"), ("未能核对 A001：有未能确认的格", "not checked A001: a cell is not certain"),
      ("已全部读取", "read in full"),
    ]
    for (zh, en) in pairs { #expect(html.contains("<span lang=\"zh-CN\">\(zh)</span><span lang=\"en\">\(en)</span>")) }
    #expect(html.contains("data-zh=\"错误\" data-en=\"error\">\(language == .zh ? "错误" : "error")</option>"))
  }

  @Test func inEnglishTooAndTheSameEachTime() throws {
    let record = Sample.record(report: Sample.report(tables: [Self.table]), findings: [Self.finding])
    let html = try page([EncodedRecord(record, language: .en)], language: .en)
    #expect(html.contains("<html lang=\"en\">") && html.contains("<span lang=\"en\">Suggestion: "))
    #expect(try page([EncodedRecord(record, language: .en)], language: .en) == html)
  }

  @Test func aFolderHasAPageAReport() throws {
    var folder = HTMLFolder(language: .zh)
    let record = Sample.encoded(Sample.record(findings: [Self.finding]))
    var summary = Summary()
    var pages: [ResultFile] = []
    for _ in 1...2 {
      summary.add(record)
      if let page = try folder.add(record) { pages.append(page) }
    }
    pages += folder.closing(summary)
    #expect(pages.map(\.name) == ["reports/00001.html", "reports/00002.html", "index.html"])
    let texts = pages.map { Sample.text($0.content) }
    #expect(texts[0].contains("rel=\"up\" href=\"../index.html\"") && !texts[0].contains("rel=\"prev\""))
    #expect(texts[0].contains("rel=\"next\" href=\"00002.html\""))
    #expect(texts[1].contains("rel=\"prev\" href=\"00001.html\"") && !texts[1].contains("rel=\"next\""))
    #expect(texts[2].contains("href=\"reports/00001.html\""))
  }
}
