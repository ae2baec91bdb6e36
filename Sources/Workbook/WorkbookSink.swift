// Workbook: records → an xlsx file: findings, reports, and the cells of the three tables.
import Audit
import Foundation
import Output
import Statute

/// What `audit --format xlsx` writes.
public final class WorkbookSink: RecordSink {
  private var file: WorkbookFile
  private var findings: FindingsSheet
  private var reports: ReportsSheet
  private var tables: [CellsSheet]
  private let link: (String) -> String?
  private var failure: WorkbookError?

  /// - Parameter link: a path as the record names it → the way to it from the workbook; nil for none.
  public init(language: Language, link: @escaping (String) -> String? = { $0 }) throws {
    self.link = link
    file = try WorkbookFile()
    findings = FindingsSheet(try file.sheet(language == .zh ? "问题" : "findings"), language: language)
    reports = ReportsSheet(try file.sheet(language == .zh ? "报告" : "reports"), language: language)
    tables = []
    for table in TableID.allCases {
      tables.append(CellsSheet(try file.sheet(table.shortName.zh), table: table, language: language))
    }
  }

  public func add(_ record: EncodedRecord) throws -> [UInt8] {
    let decoded = try record.decoded()
    let found = decoded.findings ?? []
    findings.add(found, path: record.source.path, agency: record.agency, year: record.year)
    reports.add(record, report: decoded.report.wrapped, link: link(record.source.path))
    if let report = decoded.report.wrapped {
      for index in tables.indices { tables[index].add(record, report: report, findings: found) }
    }
    return []
  }

  public func closing(_ summary: Summary) throws -> [UInt8] {
    for late in summary.late { findings.add([late.finding], path: late.path, agency: late.agency, year: late.year) }
    findings.finish()
    reports.finish()
    for table in tables { table.finish() }
    return try file.close()
  }
}
