// Workbook: records → a sheet of reports, a line each, with links to the files.
import Audit
import Foundation
import Output

/// The sheet of reports.
struct ReportsSheet {
  private let sheet: Sheet
  private let language: Language
  private var row = 1

  /// Header and width of every column, in order.
  private static let columns: [(zh: String, en: String, width: Double)] = [
    ("机关", "body", 30), ("年度", "year", 7), ("文件", "file", 44), ("读取", "reading", 26), ("错误", "errors", 7),
    ("警告", "warnings", 9), ("提示", "infos", 7), ("规则", "rules", 30), ("标题", "title", 52), ("落款机关", "signed by", 30),
    ("落款日期", "signed on", 12), ("页数", "pages", 7), ("SHA-256", "SHA-256", 68),
  ]

  init(_ sheet: Sheet, language: Language) {
    (self.sheet, self.language) = (sheet, language)
    for (index, column) in Self.columns.enumerated() {
      sheet.set(width: column.width, columns: index...index)
      sheet.write(language == .zh ? column.zh : column.en, row: 0, column: index, style: .header)
    }
    sheet.freeze(rows: 1, columns: 1)
  }

  /// - Parameter link: from the workbook to the file; nil where there is none that works elsewhere too.
  mutating func add(_ record: EncodedRecord, report: ReportJSON?, link: String?) {
    guard row < Sheet.mostRows else { return }
    sheet.write(record.agency ?? "", row: row, column: 0)
    sheet.write(record.year, row: row, column: 1)
    sheet.write(record.source.path, link: link, row: row, column: 2)
    sheet.write(record.status.wording(language), row: row, column: 3, style: record.status == .read ? .plain : .unread)
    for (column, severity) in [(4, Severity.error), (5, .warning), (6, .info)] {
      let count = record.findings.count { $0.severity == severity }
      sheet.write(count, row: row, column: column, style: count > 0 ? severity.style : .plain)
    }
    var rules: [String] = []
    for finding in record.findings where !rules.contains(finding.rule) { rules.append(finding.rule) }
    sheet.write(rules.joined(separator: " "), row: row, column: 7)
    sheet.write(report?.title.wrapped ?? "", row: row, column: 8)
    sheet.write(report?.signature.wrapped?.agency.wrapped ?? "", row: row, column: 9)
    sheet.write(report?.signature.wrapped?.date.wrapped ?? "", row: row, column: 10)
    sheet.write(record.source.pages.wrapped, row: row, column: 11)
    sheet.write(record.source.sha256.wrapped ?? "", row: row, column: 12)
    row += 1
  }

  func finish() { sheet.filter(headerRow: 0, lastRow: row - 1, lastColumn: Self.columns.count - 1) }
}
