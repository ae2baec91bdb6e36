// SampleReports → the findings that are expected of each; `make expect` rewrites them, to be read in the diff.
import Foundation
import Output
import Testing

@Suite struct SampleTests {
  private struct Expectation: Decodable, Equatable {
    var status: String
    var findings: [FindingJSON]
  }

  private func expectation(for sample: String) throws -> Expectation {
    let name = (sample as NSString).deletingPathExtension + ".expected.json"
    return try JSONDecoder().decode(Expectation.self, from: Data(contentsOf: Command.samples.appending(path: name)))
  }

  @Test("Every sample gives what is expected of it: rules, cells, places, words and suggestions")
  func samples() throws {
    let run = try Command().run("audit", "--format", "jsonl", "--lang", "zh", ".")
    let records = try run.lines.map { try JSONDecoder().decode(RecordJSON.self, from: Data($0.utf8)) }
    for record in records {
      let sample = String(record.source.path.dropFirst(2))
      let expected = try expectation(for: sample)
      #expect(record.status.rawValue == expected.status, "\(sample)")
      #expect(record.findings == expected.findings, "\(sample)")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: Command.samples.path)
    #expect(records.count == files.count { $0.hasSuffix(".expected.json") })
  }
}
