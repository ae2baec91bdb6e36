// Workbook: findings → a sheet, a line each.
import Audit
import Foundation
import Output

/// The sheet of findings.
struct FindingsSheet {
  private let sheet: Sheet
  private let language: Language
  private var row = 1

  /// Header and width of every column, in order.
  private static let columns: [(zh: String, en: String, width: Double)] = [
    ("机关", "body", 30), ("年度", "year", 7), ("级别", "severity", 9), ("规则", "rule", 7), ("问题", "problem", 22),
    ("说明", "message", 70), ("更正建议", "suggestion", 44), ("页", "page", 6), ("行", "line", 6), ("表格", "table", 18),
    ("应为", "expected", 12), ("实为", "actual", 12), ("原文", "text", 40), ("文件", "file", 40), ("指纹", "fingerprint", 20),
  ]

  init(_ sheet: Sheet, language: Language) {
    (self.sheet, self.language) = (sheet, language)
    for (index, column) in Self.columns.enumerated() {
      sheet.set(width: column.width, columns: index...index)
      sheet.write(language == .zh ? column.zh : column.en, row: 0, column: index, style: .header)
    }
    sheet.freeze(rows: 1, columns: 1)
  }

  /// - Parameters:
  ///   - agency: nil where it is not known, like the year.
  mutating func add(_ findings: [FindingJSON], path: String, agency: String?, year: Int?) {
    for finding in findings where row < Sheet.mostRows {
      sheet.write(agency ?? "", row: row, column: 0)
      sheet.write(year, row: row, column: 1)
      sheet.write(finding.severity.word[language], row: row, column: 2, style: finding.severity.style)
      sheet.write(finding.rule, row: row, column: 3)
      sheet.write(Catalogue.rule(finding.rule)?.title[language] ?? finding.name, row: row, column: 4)
      sheet.write(finding.message, row: row, column: 5, style: .wrapped)
      let suggestions = finding.allSuggestions.map { $0.sentence(language) }
      sheet.write(suggestions.joined(separator: language == .zh ? "；" : "; "), row: row, column: 6, style: .wrapped)
      sheet.write(finding.place.page, row: row, column: 7)
      sheet.write(finding.place.line, row: row, column: 8)
      sheet.write(finding.table?.shortName[language] ?? "", row: row, column: 9)
      if let expected = finding.expected { sheet.write(expected, row: row, column: 10) }
      if let actual = finding.actual { sheet.write(actual, row: row, column: 11) }
      sheet.write(finding.quote ?? "", row: row, column: 12, style: .wrapped)
      sheet.write(path, row: row, column: 13)
      sheet.write(finding.fingerprint, row: row, column: 14)
      row += 1
    }
  }

  func finish() { sheet.filter(headerRow: 0, lastRow: row - 1, lastColumn: Self.columns.count - 1) }
}

extension Severity {
  var style: CellStyle {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }
}
