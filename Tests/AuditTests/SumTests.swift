// Sums: what counts as broken, what a blank may stand for, what is not judged, and what is said of it.
import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Audit

@Suite struct SumTests {
  private func audit(_ report: Report, _ rules: String...) -> (findings: [Finding], unchecked: [Unchecked]) {
    Auditor.audit(report, settings: Settings(selected: rules.isEmpty ? ["A", "V006"] : rules))
  }

  @Test(
    "Amounts are added exactly, zeros and what is not there aside",
    arguments: [
      ([], "0"), ([nil, nil], "0"), (["0", nil, "7"], "7"), (["0.1", "0.2", "0"], "0.3"), (["-3", "0", "3", "5"], "5"),
      (["59237.2449", "0", "0.0001"], "59237.245"),
    ] as [([String?], String)])
  func exact(amounts: [String?], sum: String) {
    #expect(amounts.map { $0.flatMap { Decimal(string: $0) } }.sum == Decimal(string: sum))
  }

  @Test func theBalanceNamesItsFourNumbers() {
    let finding = audit(Specimen.report().printing("59", in: .applications, .newReceived, .naturalPerson), "A001")
      .findings[0]
    #expect(finding.message.zh == "自然人列：新收 59 + 结转 2 = 61，总计 61 + 结转下年 1 = 62，相差 1")
    #expect(
      finding.message.en
        == "column natural person: received 59 + carried over 2 = 61, but total 61 + carried forward 1 = 62; difference 1"
    )
    #expect(finding.expected == 61)
    #expect(finding.actual == 62)
  }

  @Test func aLongSumNamesOnlyWhatIsNotZero() {
    let finding = audit(Specimen.report().printing("9", in: .applications, .granted, .business), "A003").findings[0]
    #expect(finding.message.zh == "予以公开行：各项相加为 50（自然人 41、商业企业 9），总计 48，相差 2")
    #expect(finding.expected == 50)
    #expect(finding.actual == 48)
  }

  @Test func aFindingStandsAtTheCellOfItsTotal() throws {
    let report = Specimen.report().printing("9", in: .applications, .granted, .business)
    let findings = audit(report, "A002", "A003").findings
    #expect(
      findings.map(\.place) == [
        report[TableID.applications]?[.total, .business]?.places.first,
        report[TableID.applications]?[.granted, .total]?.places.first,
      ])
    #expect(findings.allSatisfy { $0.place != nil })
  }

  @Test func withoutAPlaceOfTheTotalTheFirstCellThatHasOneServes() {
    let report = Specimen.report().printing("9", in: .applications, .granted, .business).changing(.applications) {
      $0.rows[2].cells[6].cell.places = []
    }
    #expect(
      audit(report, "A003").findings.map(\.place)
        == [report[TableID.applications]?[.granted, .naturalPerson]?.places.first])
  }

  @Test func placeholdersCountAsNothing() {
    #expect(audit(Specimen.report().printing("/", in: .applications, .granted, .research)).findings == [])
  }

  @Test func aBlankAddendThatCouldMakeUpTheDifferenceIsNotBlamedOnTheTotal() {
    let report = Specimen.report().printing("", in: .applications, .granted, .business)
    let findings = audit(report).findings
    #expect(findings.map(\.rule) == ["V006"])
    #expect(findings.first?.cells == [CellReference(row: .granted, column: .business)])
    #expect(findings.first?.message.zh.hasSuffix("予以公开·商业企业应为 7") == true)
  }

  @Test func aBlankAddendCannotMakeUpForTooMuch() {
    let report = Specimen.report().printing("", in: .applications, .granted, .research)
      .printing("47", in: .applications, .granted, .total)
    #expect(audit(report, "A003", "V006").findings.map(\.rule) == ["A003"])
  }

  @Test func aBlankTotalAsksForTheSumOfItsRow() {
    let report = Specimen.report().printing("", in: .reviewAndLitigation, .review, .total)
    let finding = audit(report).findings.first
    #expect(
      finding?.message.zh == "空白按 0 计算时合计不成立：行政复议行已填各项相加为 5，总计空白。行政复议·总计应为 5")
    #expect(finding?.expected == 5)
    #expect(finding?.actual == 0)
  }

  @Test func aWholeColumnOfBlankTotalsIsOneFindingThatNamesThemAll() {
    let report = Specimen.report().changing(.applications) { table in
      for row in table.rows.indices { table.rows[row].cells[6].cell = Cell(state: .blank) }
    }
    let findings = audit(report).findings
    #expect(findings.map(\.rule) == ["V006"])
    // The zero rows need nothing.
    #expect(findings.first?.cells.count == 10)
  }

  @Test func blanksThatCannotAllBeFilledSayThatANumberIsWrongToo() {
    // The row lacks 2, but the columns of its blanks hold as they are.
    let report = Specimen.report().printing("50", in: .applications, .granted, .total)
      .printing("", in: .applications, .granted, .research)
      .printing("73", in: .applications, .total, .total)
    let findings = audit(report).findings
    #expect(findings.filter { $0.rule == "V006" }.map { $0.message.zh.contains("已填的数字中也有错误") } == [true])
  }

  @Test func aSumWithAnUnreadCellIsNotJudged() {
    let report = Specimen.report().printing("9", in: .applications, .granted, .business)
      .losing(.applications, .granted, .total, because: .illegible)
    let (findings, unchecked) = audit(report, "A003")
    #expect(findings == [])
    #expect(unchecked.map(\.reason.zh) == ["予以公开行含有未能确认的单元格"])
  }

  @Test func aSumWithWordsInItIsNotJudged() {
    let report = Specimen.report().printing("见附件", in: .reviewAndLitigation, .review, .total)
    let (findings, unchecked) = audit(report, "A004")
    #expect(findings == [])
    #expect(unchecked.map(\.reason.zh) == ["行政复议行含有非数字内容"])
  }

  @Test func aBrokenSumOverAMissingRowIsNotJudgedAndAHoldingOneIs() {
    let report = Specimen.report().changing(.applications) { table in
      table.missingRows = [.rejectedPetition]
      let row = table.rows.firstIndex { $0.id == .rejectedPetition } ?? 0
      for column in table.rows[row].cells.indices { table.rows[row].cells[column].cell = Cell(state: .blank) }
    }
    let (findings, unchecked) = audit(report)
    #expect(findings == [])
    #expect(unchecked.map(\.reason.zh) == ["自然人列、总计列缺少模板规定的行或列"])
  }

  @Test func largeNumbersAreExact() {
    let report = Specimen.report().printing("12345678901234567", in: .reviewAndLitigation, .review, .upheld)
      .printing("12345678901234570", in: .reviewAndLitigation, .review, .total)
    #expect(
      audit(report, "A004").findings.map(\.message.zh) == [
        "行政复议行：结果维持 12345678901234567 + 结果纠正 1 + 其他结果 0 + 尚未审结 1 = 12345678901234569，"
          + "总计 12345678901234570，相差 1"
      ])
  }
}
