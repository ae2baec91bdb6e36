// Hand-made records for the tests of Output.
import Audit
import DocumentModel
import Foundation
import ReportModel
import Statute

@testable import Output

enum Sample {
  static let box = Rectangle(left: 201.5, top: 310.2, right: 207.5, bottom: 322.004)

  /// Every cell holds the number 0 at one place, unless `cells` says otherwise.
  static func table(
    _ id: TableID, _ template: Template, cells: [CellReference: Cell] = [:], isProven: Bool = false
  ) -> Table {
    let zero = Cell(state: .number, text: "0", value: 0, places: [.page(3, box)])
    let rows = Form.of(id, template).rows.map { row in
      Row(
        id: row.id, label: row.label,
        cells: row.columns.map { column in
          .init(column: column, cell: cells[CellReference(row: row.id, column: column)] ?? zero)
        })
    }
    return Table(id: id, template: template, rows: rows, isProven: isProven)
  }

  static func report(tables: [Table] = []) -> Report {
    Report(
      title: "某县财政局2023年政府信息公开工作年度报告", agency: "某县财政局", year: 2023,
      period: Period(
        start: Day(year: 2023, month: 1, day: 1), end: Day(year: 2023, month: 12, day: 31), text: "", place: nil),
      signature: Signature(agency: nil, date: Day(year: 2024, month: 1, day: 9), place: nil),
      preamble: [
        TextLine(text: "根据条例要求，", place: .page(1, box), startsParagraph: true),
        TextLine(text: "编制本报告。", place: .page(1, box), startsParagraph: false),
        TextLine(text: "请查阅。", place: .page(1, box), startsParagraph: true),
      ],
      sections: [
        Section(
          id: .overview, heading: "一、总体情况", numeral: 1, place: .page(1, box),
          lines: [TextLine(text: "全年“平稳”。", place: .page(1, box), startsParagraph: true)])
      ], tables: tables)
  }

  static func record(
    report: Report? = report(), findings: [Finding] = [], unchecked: [Unchecked] = [], path: String = "a/b.pdf",
    status: ReadingStatus = .read
  ) -> Record {
    Record(
      source: Source(path: path, sha256: String(repeating: "a", count: 64), format: .pdf, pages: 5),
      status: status, report: report, findings: findings, unchecked: unchecked)
  }

  static func finding(
    _ rule: String = "A003", severity: Severity = .error, cells: [CellReference] = [], suggestions: [Suggestion] = []
  ) -> Finding {
    Finding(
      rule: rule, name: "applicant-sum", severity: severity, message: Localized(zh: "不平", en: "does not add up"),
      table: .applications, cells: cells, expected: 3, actual: 4, place: .page(3, box), suggestions: suggestions)
  }

  static func encoded(_ record: Record) -> EncodedRecord { EncodedRecord(record, language: .zh) }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
