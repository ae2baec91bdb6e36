// Fingerprints: one a finding, the same while the same thing is wrong.
import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Audit

@Suite struct FingerprintTests {
  private func fingerprints(_ report: Report) -> [String] { Auditor.audit(report).findings.map(\.fingerprint) }

  private func stale(_ report: Report, times: Int = 1) -> Report {
    (0..<times).reduce(report) { report, _ in report.adding("2019年，我局共收到申请3件。") }
  }

  @Test("Two findings that have all in common are still two, and the first stays known when the second comes")
  func duplicates() {
    let one = fingerprints(stale(Specimen.report()))
    let three = fingerprints(stale(Specimen.report(), times: 3))
    #expect(!one.isEmpty)
    #expect(Set(three).count == three.count)
    #expect(three.count > one.count)
    #expect(Set(one).isSubset(of: three))
  }

  @Test("Thousands of findings alike have a name each")
  func thousands() {
    let many = fingerprints(stale(Specimen.report(), times: 5_000))
    #expect(many.count >= 5_000)
    #expect(Set(many).count == many.count)
  }

  @Test("Spaces and places do not count, body and year do")
  func identity() {
    let printed = fingerprints(stale(Specimen.report()))
    let spaced = stale(Specimen.report()).changing {
      $0.agency = $0.agency.map { $0.map(String.init).joined(separator: " ") }
      for index in $0.sections.indices {
        $0.sections[index].lines = $0.sections[index].lines.map { line in
          var line = line
          line.text = line.text.replacing("我局", with: "我 局")
          return line
        }
      }
    }
    #expect(fingerprints(spaced) == printed)
    #expect(Set(fingerprints(stale(Specimen.report(by: "白沙县水利局")))).isDisjoint(with: printed))
    #expect(Set(fingerprints(stale(Specimen.report(on: 2022)))).isDisjoint(with: printed))
  }

  @Test("Reports that do not say whose they are are told apart by their content")
  func nameless() {
    let report = stale(Specimen.report()).changing {
      ($0.agency, $0.title, $0.signature) = (nil, nil, nil)
    }
    let records = ["aa", "bb"].map { sha256 in
      Record.make(
        source: Source(path: "a", sha256: sha256, format: .pdf, pages: 1), result: .success(report)
      ).findings.map(\.fingerprint)
    }
    #expect(!records[0].isEmpty)
    #expect(Set(records[0]).isDisjoint(with: records[1]))
  }
}
