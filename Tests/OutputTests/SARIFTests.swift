// Records → SARIF.
import Audit
import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Output

@Suite struct SARIFTests {
  private struct Log: Decodable {
    struct Run: Decodable {
      struct Tool: Decodable {
        struct Driver: Decodable { var rules: [Rule] }
        struct Rule: Decodable { var id: String }
        var driver: Driver
      }
      struct Result: Decodable {
        struct Text: Decodable { var text: String }
        struct Location: Decodable {
          struct Physical: Decodable {
            struct Artifact: Decodable { var uri: String }
            struct Region: Decodable { var startLine: Int }
            var artifactLocation: Artifact
            var region: Region?
          }
          struct Logical: Decodable { var fullyQualifiedName: String }
          var physicalLocation: Physical
          var logicalLocations: [Logical]?
          var properties: PlaceJSON?
        }
        var ruleId: String
        var ruleIndex: Int
        var level: String
        var message: Text
        var locations: [Location]
        var partialFingerprints: [String: String]
      }
      var tool: Tool
      var results: [Result]
    }
    var version: String
    var runs: [Run]
  }

  private func log(_ records: [Record]) throws -> Log {
    var sink = SARIFSink(language: .zh)
    var bytes = sink.opening()
    var summary = Summary()
    for record in records {
      let record = Sample.encoded(record)
      summary.add(record)
      bytes += try sink.add(record)
    }
    return try JSONDecoder().decode(Log.self, from: Data(bytes + sink.closing(summary)))
  }

  private func finding(severity: Severity, place: Place?) -> Finding {
    Finding(
      rule: "A001", name: "application-balance", severity: severity, message: Localized(zh: "相差 1", en: "differs by 1"),
      table: .applications, cells: [CellReference(row: .total, column: .business)], place: place,
      suggestions: [
        Suggestion(table: .applications, row: .rejectedRepeated, column: .naturalPerson, from: 3, to: 2)
      ], fingerprint: "0123456789abcdef")
  }

  @Test func aFindingPointsAtItsCellAndItsRule() throws {
    let log = try log([Sample.record(findings: [finding(severity: .error, place: .page(3, Sample.box))])])
    let run = try #require(log.runs.first)
    let result = try #require(run.results.first)
    #expect(log.version == "2.1.0")
    #expect(run.tool.driver.rules.map(\.id) == Catalogue.rules.map(\.id))
    #expect(run.tool.driver.rules[result.ruleIndex].id == "A001")
    #expect(result.level == "error")
    #expect(result.message.text == "相差 1\n更正建议：申请情况表“重复申请”行“自然人”列 3 → 2")
    #expect(result.locations[0].physicalLocation.artifactLocation.uri == "a/b.pdf")
    #expect(result.locations[0].physicalLocation.region == nil)
    #expect(result.locations[0].logicalLocations?[0].fullyQualifiedName == "applications/total/business")
    #expect(result.locations[0].properties?.page == 3)
    #expect(result.partialFingerprints == ["gongkai/v1": "0123456789abcdef"])
  }

  @Test func aTextHasLinesAndAnInfoIsANote() throws {
    let log = try log([Sample.record(findings: [finding(severity: .info, place: .line(12))])])
    let result = try #require(log.runs.first?.results.first)
    #expect(result.level == "note")
    #expect(result.locations[0].physicalLocation.region?.startLine == 12)
    #expect(result.locations[0].properties == nil)
  }

  @Test(arguments: ["\"},{\\", "a\u{0}\u{7}\u{1B}[31mb", "<script>'\u{202E}", "=1+1"])
  func hostileTextStaysText(text: String) throws {
    var finding = finding(severity: .error, place: .page(1, Sample.box))
    (finding.message, finding.suggestions) = (Localized(zh: text, en: text), [])
    let log = try log([Sample.record(findings: [finding], path: "a/\(text).pdf")])
    #expect(try #require(log.runs.first?.results.first).message.text.unicodeScalars.count == text.unicodeScalars.count)
    #expect(log.runs[0].results.count == 1)
  }

  @Test func aRunWithoutInputsIsALog() throws { #expect(try log([]).runs[0].results.isEmpty) }

  @Test(
    "Paths are references that say the same",
    arguments: [
      ("a b/年报.pdf", "a%20b/%E5%B9%B4%E6%8A%A5.pdf"), ("/x/a.pdf", "file:///x/a.pdf"), ("a:b.pdf", "./a:b.pdf"),
      ("50%#1?.pdf", "50%25%231%3F.pdf"),
    ])
  func uris(path: String, uri: String) { #expect(SARIFArtifact.uri(of: path) == uri) }
}
