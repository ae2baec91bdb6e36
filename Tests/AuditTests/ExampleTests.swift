// Every example of every rule: what it must find, and where.
import Testing

@testable import Audit

struct ExampleCase: Sendable, CustomTestStringConvertible {
  var rule: Rule
  var example: Example
  var testDescription: String { "\(rule.id) \(example.title.en)" }

  static let ofSingleReports = Catalogue.rules.filter { if case .report = $0.scope { true } else { false } }
    .flatMap { rule in rule.examples().map { ExampleCase(rule: rule, example: $0) } }
}

@Suite struct ExampleTests {
  @Test(arguments: ExampleCase.ofSingleReports)
  func theRuleFindsExactlyTheMarks(_ the: ExampleCase) {
    let findings = the.rule.judge(Subject(the.example.report)).findings
    let marks = findings.map { Example.Mark(table: $0.table, cells: $0.cells, section: $0.section) }
    #expect(marks == the.example.expected)
    #expect(findings.allSatisfy { $0.rule == the.rule.id && $0.name == the.rule.name })
  }

  @Test(arguments: ExampleCase.ofSingleReports)
  func aFindingStandsWhereItsCellsOrItsSentenceStand(_ the: ExampleCase) {
    let report = the.example.report
    let text = report.preamble + report.sections.flatMap(\.lines)
    let quoted = text.map(\.place) + report.sections.map(\.place)
    for finding in the.rule.judge(Subject(report)).findings {
      let table = finding.table.flatMap { report[$0] }
      let cells = table?.rows.flatMap { $0.labelPlaces + $0.cells.flatMap(\.cell.places) }
      let within = finding.quote == nil ? cells : quoted
      #expect(finding.place.flatMap { place in within?.contains(place) } != false)
    }
  }

  @Test(arguments: Catalogue.rules.filter { if case .reading = $0.scope { false } else { true } })
  func everyRuleHasAnExampleThatBreaksItAndOneThatKeepsIt(_ rule: Rule) {
    #expect(rule.examples().contains { !$0.expected.isEmpty })
    #expect(rule.examples().contains { $0.expected.isEmpty })
  }

  @Test(arguments: [2019, 2020, 2021, 2023])
  func theSpecimenKeepsEveryRule(year: Int) {
    let (findings, unchecked) = Auditor.audit(Specimen.report(on: year))
    #expect(findings.map(\.rule) == [])
    #expect(unchecked == [])
  }
}

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { id }
}
