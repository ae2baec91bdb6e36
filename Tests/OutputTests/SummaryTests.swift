// Records → counts and exit status.
import Audit
import Testing

@testable import Output

@Suite struct SummaryTests {
  private func summary(_ records: Record...) -> Summary {
    records.reduce(into: Summary()) { $0.add(Sample.encoded($1)) }
  }

  private let failure = Sample.record(
    report: nil,
    findings: [Finding(rule: "X005", name: "damaged", severity: .error, message: Localized(zh: "坏", en: "bad"))],
    status: .unreadable)

  @Test(
    "The exit status follows the gravest finding and --fail-on",
    arguments: [
      (Severity.error, Severity.error, 1), (.warning, .error, 0), (.warning, .warning, 1), (.info, .warning, 0),
      (.info, .info, 1),
    ])
  func exitStatus(found: Severity, threshold: Severity, expected: Int) {
    let summary = summary(Sample.record(findings: [Sample.finding(severity: found)]))
    #expect(summary.exitStatus(failOn: threshold) == Int32(expected))
    #expect(summary.exitStatus(failOn: nil) == 0)
  }

  @Test func anUnreadableInputOutweighsFindings() {
    let summary = summary(failure, Sample.record(findings: [Sample.finding()]))
    #expect(summary.exitStatus(failOn: .error) == 2)
    #expect(summary.exitStatus(failOn: nil) == 2)
  }

  @Test("Cells that could not be read are a warning, not a failure")
  func unreadCells() {
    let finding = Finding(rule: "X001", name: "unread-cell", severity: .warning, message: Localized(zh: "", en: ""))
    #expect(summary(Sample.record(findings: [finding], status: .partial)).exitStatus(failOn: .error) == 0)
  }

  @Test func countsByRuleAndByReport() {
    let summary = summary(
      Sample.record(findings: [Sample.finding(), Sample.finding()]), Sample.record(findings: [Sample.finding()]),
      Sample.record(), failure)
    #expect(summary.rules.map(\.rule) == ["A003", "X005"])
    #expect(summary.rules[0].count == 3)
    #expect(summary.rules[0].reports == 2)
    #expect((summary.inputs, summary.read, summary.unreadable, summary.clean) == (4, 3, 1, 1))
  }
}
