// Records and findings as others take them: status, fingerprints, settings, inputs that could not be read.
import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Audit

@Suite struct RecordTests {
  private let source = Source(path: "a.pdf", sha256: "00ff", format: .pdf, pages: 4)

  private func record(_ report: Report, _ settings: Settings = Settings()) -> Record {
    Record.make(source: source, result: .success(report), settings: settings)
  }

  @Test func aCleanReportIsReadAndHasNoFindings() {
    let record = record(Specimen.report())
    #expect(record.status == .read)
    #expect(record.findings == [])
  }

  @Test func anUnreadCellMakesTheRecordPartialAndIsNamed() {
    let record = record(Specimen.report().losing(.applications, .granted, .total, because: .columnAmbiguous))
    #expect(record.status == .partial)
    #expect(record.findings.map(\.rule) == ["X001"])
    #expect(record.findings.first?.message.zh == "申请情况表有 1 格未能确认。不能确定属于哪一列：予以公开（总计）")
  }

  @Test func aSectionLostInAnIllegibleCopyMakesTheRecordPartial() {
    let report = Specimen.report().omitting(.reviewAndLitigation as SectionID)
      .omitting(.reviewAndLitigation as TableID).changing { $0.hasIllegibleParts = true }
    let record = record(report)
    #expect(record.status == .partial)
    #expect(record.findings.map(\.rule) == ["S001", "X001"])
    #expect(record.unchecked.map(\.rule) == ["S003"])
  }

  @Test func aTableThatWasNotReconstructedMakesTheRecordPartial() {
    let report = Specimen.report().omitting(.reviewAndLitigation as TableID)
      .saying("结果维持 结果纠正 其他结果 尚未审结", in: .reviewAndLitigation)
    let record = record(report)
    #expect(record.status == .partial)
    #expect(record.findings.map(\.rule) == ["X001"])
  }

  @Test(arguments: [
    (ReadingFailure.noTextLayer(pages: 3), "X002"), (.undecodable(seen: "䨪䫏"), "X002"),
    (.notAReport(seen: "会议纪要"), "X003"), (.encrypted, "X004"),
    (.damaged(.library(message: "xref")), "X005"), (.tooSlow(seconds: 60), "X006"),
    (.crashed(.signal(name: "SIGSEGV")), "X007"),
    (.tooLarge(.memory(limitMiB: 512)), "X008"),
  ])
  func anInputThatCannotBeReadHasOneFinding(failure: ReadingFailure, rule: String) {
    // Whatever is selected: the record has nothing else to show.
    let record = Record.make(
      source: source, result: .failure(failure), settings: Settings(selected: ["A"], ignored: ["X"]))
    #expect(record.status == .unreadable)
    #expect(record.report == nil)
    #expect(record.findings.map(\.rule) == [rule])
    #expect(record.findings.map(\.severity) == [.error])
    #expect(record.findings.allSatisfy { $0.fingerprint.count == 16 })
  }

  @Test func fingerprintsOutliveNamesAndPlacesAndTellFindingsApart() {
    let broken = Specimen.report().printing("9", in: .applications, .granted, .business)
      .saying(in: .others).changing { $0.period = nil }
    let moved = broken.changing { report in
      for table in report.tables.indices {
        for row in report.tables[table].rows.indices {
          for cell in report.tables[table].rows[row].cells.indices {
            report.tables[table].rows[row].cells[cell].cell.places = [.line(row)]
          }
        }
      }
    }
    let other = Source(path: "b.txt", sha256: nil, format: .text, pages: nil)
    let prints = record(broken).findings.map(\.fingerprint)
    #expect(Record.make(source: other, result: .success(moved)).findings.map(\.fingerprint) == prints)
    #expect(Set(prints).count == prints.count)
    let nextYear = record(broken.changing { $0.year = 2024 }).findings
    #expect(Set(nextYear.map(\.fingerprint)).isDisjoint(with: prints))
  }

  @Test func settingsSelectIgnoreAndGrade() {
    let report = Specimen.report().printing("9", in: .applications, .granted, .business).withoutPeriod()
    #expect(record(report, Settings(selected: ["A"])).findings.map(\.rule) == ["A002", "A003"])
    #expect(record(report, Settings(ignored: ["A003", "Y"])).findings.map(\.rule) == ["A002"])
    let graded = record(report, Settings(severities: ["Y003": .error], selected: ["Y003"]))
    #expect(graded.findings.map(\.severity) == [.error])
  }

  @Test func deadlinesCanBeSet() {
    let report = Specimen.report().changing { $0.signature?.date = Day(year: 2024, month: 2, day: 20) }
    #expect(record(report, Settings(selected: ["Y004"])).findings.count == 1)
    let later = Settings(selected: ["Y004"], departmentDeadline: Deadline(month: 2, day: 28))
    #expect(record(report, later).findings == [])
  }

  @Test func labelsCanBeAllowed() {
    let report = Specimen.report().changing(.article20) { $0.rows[1].label = "规范性文件" }
    #expect(record(report, Settings(selected: ["S011"])).findings.count == 1)
    #expect(record(report, Settings(selected: ["S011"], allowedLabels: ["规范性 文件"])).findings == [])
  }

  @Test func findingsComeInTheOrderOfTheCatalogueAlsoWhenSomeAreAdded() {
    var record = record(
      Specimen.report().printing("9", in: .applications, .granted, .business)
        .losing(.reviewAndLitigation, .review, .pending, because: .illegible).withoutPeriod())
    var chain = ChainAuditor()
    _ = chain.take(ReportDigest(Specimen.report()), path: "first.pdf")
    record.add(chain.take(record.report.flatMap { ReportDigest($0) }, path: "a.pdf"))
    #expect(record.findings.map(\.rule) == ["A002", "A003", "Y003", "C007", "X001"])
  }

  @Test func blankCellsAreNamedByWholeLines() {
    let report = Specimen.report().changing(.applications) { table in
      for row in table.rows.indices { table.rows[row].cells[2].cell = Cell(state: .blank) }
      for column in 0..<7 { table.rows[4].cells[column].cell = Cell(state: .placeholder, text: "/") }
      table.rows[9].cells[5].cell = Cell(state: .blank)
    }
    let finding = record(report, Settings(selected: ["V001"])).findings.first
    #expect(finding?.message.zh == "申请情况表有 32 格留空或以“/”“-”等代替数字：科研机构列、属于国家秘密行、属于四类过程性信息（其他）")
    #expect(
      finding?.cells == [
        CellReference(row: nil, column: .research), CellReference(row: .deniedStateSecret, column: nil),
        CellReference(row: .deniedProcessInformation, column: .otherOrganization),
      ])
  }

  @Test func theSameReportGivesTheSameFindings() {
    let report = Specimen.report(by: "青山县人民政府").changing(.applications) { table in
      for row in table.rows.indices { table.rows[row].cells[6].cell = Cell(state: .blank) }
    }.printing("9", in: .reviewAndLitigation, .review, .total)
    #expect((0..<5).allSatisfy { _ in record(report) == record(report) })
  }
}
