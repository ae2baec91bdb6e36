// V002: a count is negative, fractional or no number at all.
import Foundation
import ReportModel
import Statute

enum V002NotACount {
  static let rule = Rule(
    id: "V002", name: "not-a-count", severity: .error,
    title: Localized(zh: "不是件数", en: "Not a count"),
    rationale: Localized(
      zh: "表格各格填写件数或项数，应当是非负整数。只有“本年增/减”可以为负，金额可以有小数。",
      en:
        "The cells hold numbers of things: whole and not negative. Only 本年增/减 may be negative, and amounts fractional."),
    clause: Localized(
      zh: "两个模板的表头：“数量”“件数”；金额一栏除外", en: "Headers of both templates: 数量, 件数; amounts excepted"),
    basis: .text,
    scope: .report { rule, subject in
      guard !subject.report.tables.isEmpty else { return .notApplicable }
      return .checked(
        subject.report.tables.flatMap { table in
          table.rows.flatMap { row in row.cells.compactMap { finding(rule, table, row.id, $0) } }
        })
    }
  ) {
    [
      .breaks(
        "件数带小数", "A fraction of a document",
        Specimen.report().printing("1.5", in: .article20, .normativeDocuments, .repealed),
        at: .cells(.article20, (.normativeDocuments, .repealed))),
      .breaks(
        "申请数量为负", "A negative number of applications",
        Specimen.report().printing("-1", in: .applications, .carriedForward, .legalService),
        at: .cells(.applications, (.carriedForward, .legalService))),
      .breaks(
        "以文字代替数字", "Words in place of a number",
        Specimen.report().printing("见附件", in: .article20, .penalties, .decisions),
        at: .cells(.article20, (.penalties, .decisions))),
      .keeps("本年减少 1 项，写作 -1", "One item less, printed -1", Specimen.report(on: 2020)),
      .keeps("收费金额 35.6 万元", "Fees of 35.6", Specimen.report()),
    ]
  }

  private static func finding(_ rule: Rule, _ table: Table, _ row: RowID, _ entry: Row.Entry) -> Finding? {
    let cell = entry.cell
    let fault: Localized
    switch (cell.state, cell.value) {
    case (.text, _): fault = Localized(zh: "不是数字", en: "not a number")
    case (.number, let value?) where value < 0 && entry.column != .change:
      fault = Localized(zh: "为负数", en: "negative")
    case (.number, let value?) where !value.isWhole && entry.column != .amount:
      fault = Localized(zh: "不是整数", en: "not a whole number")
    default: return nil
    }
    let reference = CellReference(row: row, column: entry.column)
    let name = reference.name(in: table.id)
    return rule.finding(
      Localized(zh: "\(name.zh)：“\(cell.text)”\(fault.zh)", en: "\(name.en): “\(cell.text)” is \(fault.en)"),
      table: table.id, cells: [reference], place: cell.places.first)
  }
}
