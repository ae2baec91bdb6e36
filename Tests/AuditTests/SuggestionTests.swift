// The cell at fault: every cell of the applications table falsified in turn, and pairs of them.
import Foundation
import ReportModel
import Statute
import TestHelp
import Testing

@testable import Audit

struct TableCase: Sendable, CustomTestStringConvertible {
  var template: Template
  var seed: UInt64
  var blankZeros: Bool
  var testDescription: String { "\(template.rawValue) seed \(seed)\(blankZeros ? " blanks" : "")" }

  static let all = Template.allCases.flatMap { template in
    [
      TableCase(template: template, seed: 1, blankZeros: false),
      TableCase(template: template, seed: 2, blankZeros: true),
    ]
  }

  var report: Report { ConsistentTables.report(template, seed: seed, blankZeros: blankZeros) }
}

@Suite struct SuggestionTests {
  /// What the findings on sums suggest, without repetition.
  private func suggestions(_ report: Report) -> Set<Suggestion> {
    Set(Auditor.audit(report, settings: Settings(selected: ["A", "V006"])).findings.flatMap(\.suggestions))
  }

  private func cells(_ report: Report) -> [(row: RowID, column: ColumnID, cell: Cell)] {
    report[TableID.applications]!.rows.flatMap { row in row.cells.map { (row.id, $0.column, $0.cell) } }
  }

  @Test(arguments: TableCase.all)
  func aConsistentTableHasNoFindingOnSums(_ the: TableCase) {
    #expect(Auditor.audit(the.report, settings: Settings(selected: ["A", "V006"])).findings == [])
  }

  /// No cell is an exception: each takes part in a set of sums that no other cell takes part in.
  @Test(arguments: TableCase.all)
  func everyFindingOnAFalsifiedCellNamesItWithItsOldValue(_ the: TableCase) {
    let report = the.report
    var random = SeededGenerator(seed: the.seed)
    for (row, column, cell) in cells(report) {
      let old = cell.value ?? 0
      var new = old
      while new == old { new = max(0, old + Decimal(Int.random(in: -9...30, using: &random))) }
      let falsified = report.printing("\(new)", in: .applications, row, column)
      let expected = Suggestion(table: .applications, row: row, column: column, from: new, to: old)
      let findings = Auditor.audit(falsified, settings: Settings(selected: ["A", "V006"])).findings
      #expect(!findings.isEmpty)
      #expect(
        findings.allSatisfy { $0.suggestions == [expected] }, "\(row.rawValue) \(column.rawValue) \(old) → \(new)")
    }
  }

  @Test(arguments: TableCase.all)
  func aCellLeftBlankIsNamedToo(_ the: TableCase) {
    let report = the.report
    for (row, column, cell) in cells(report) where cell.value ?? 0 != 0 {
      let expected = Suggestion(table: .applications, row: row, column: column, from: nil, to: cell.value!)
      #expect(suggestions(report.printing("", in: .applications, row, column)) == [expected])
    }
  }

  @Test(arguments: TableCase.all)
  func twoFalsifiedCellsAreBothNamedOrNoneIs(_ the: TableCase) {
    let report = the.report
    var random = SeededGenerator(seed: the.seed &+ 99)
    let cells = cells(report)
    var named = 0
    for _ in 0..<60 {
      let pair = [cells.randomElement(using: &random)!, cells.randomElement(using: &random)!]
      guard pair[0].row != pair[1].row || pair[0].column != pair[1].column else { continue }
      var falsified = report
      var expected: Set<Suggestion> = []
      for (row, column, cell) in pair {
        let old = cell.value ?? 0
        let new = old + Decimal(Int.random(in: 1...40, using: &random))
        falsified = falsified.printing("\(new)", in: .applications, row, column)
        expected.insert(Suggestion(table: .applications, row: row, column: column, from: new, to: old))
      }
      let suggested = suggestions(falsified)
      #expect(suggested.isEmpty || suggested == expected)
      if suggested == expected { named += 1 }
    }
    // The rest have another pair that mends as well: equal amounts at the corners of a rectangle.
    #expect(named >= 48)
  }

  @Test func equalFaultsAtTheCornersOfARectangleAreNotGuessed() {
    let report = Specimen.report()
      .printing("44", in: .applications, .granted, .naturalPerson)
      .printing("4", in: .applications, .partiallyGranted, .business)
    #expect(suggestions(report) == [])
  }

  @Test func threeFaultsAreNotGuessed() {
    let report = Specimen.report()
      .printing("44", in: .applications, .granted, .naturalPerson)
      .printing("6", in: .applications, .partiallyGranted, .business)
      .printing("9", in: .applications, .rejectedRepeated, .research)
    #expect(suggestions(report) == [])
  }

  @Test func aCellThatOnlyAnUnreadSumTellsFromAnotherIsNotNamed() {
    // Without the columns' sums, (granted, naturalPerson) and (granted, business) break the same sum.
    let report = Specimen.report()
      .losing(.applications, .total, .naturalPerson, because: .illegible)
      .losing(.applications, .total, .business, because: .illegible)
      .printing("42", in: .applications, .granted, .naturalPerson)
    #expect(suggestions(report) == [])
  }

  @Test func aSumThatOnlyANegativeNumberCouldMendHasNoSuggestion() {
    let report = Specimen.report().printing("75", in: .reviewAndLitigation, .review, .upheld)
    #expect(suggestions(report) == [])
    let findings = Auditor.audit(report).findings
    #expect(findings.map(\.rule) == ["A004"])
  }
}
