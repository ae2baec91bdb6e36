// V006: a blank cell cannot stand for 0, since the sums that it belongs to need another number there.
import Foundation
import ReportModel
import Statute

enum V006BlankNotZero {
  static let rule = Rule(
    id: "V006", name: "blank-not-zero", severity: .warning,
    title: Localized(zh: "空白处不应为零", en: "A blank that is not nothing"),
    rationale: Localized(
      zh: "空白通常表示零。但如果按零计算合计不成立，而在空白处填上某个非负数就可能成立，多半是漏填，而不是其他数字有误。",
      en:
        "A blank usually means nothing. Where a sum fails with 0 in it and another number there could make it hold, the number "
        + "was probably left out."),
    clause: Localized(
      zh: "由各表合计关系推定：合计不成立而其中有空白格时，不径认已填数字有误",
      en: "Inferred from the sums of the tables: where one fails and has a blank cell, no printed number is blamed"),
    basis: .inference,
    scope: .report { rule, subject in
      let tables = subject.report.tables.filter { $0.id != .article20 }
      guard !tables.isEmpty else { return .notApplicable }
      return .checked(tables.compactMap { finding(rule, subject, $0) })
    }
  ) {
    [
      .breaks(
        "新收总计漏填", "The total of the applications received is left out",
        Specimen.report().printing("", in: .applications, .newReceived, .total),
        at: .cells(.applications, (.newReceived, .total))),
      .breaks(
        "复议结果纠正漏填", "The number of corrected decisions is left out",
        Specimen.report().printing("", in: .reviewAndLitigation, .review, .corrected),
        at: .cells(.reviewAndLitigation, (.review, .corrected))),
      .keeps(
        "零值留空", "A blank that is nothing",
        Specimen.report().printing("", in: .applications, .newReceived, .research)),
      .keeps(
        "填任何数也不能成立：属于 A003", "No number in the blank could help: A003 speaks",
        Specimen.report().printing("", in: .applications, .newReceived, .research)
          .printing("69", in: .applications, .newReceived, .total)),
    ]
  }

  private static func finding(_ rule: Rule, _ subject: Subject, _ table: Table) -> Finding? {
    var needy: [(sum: JudgedSum, blanks: [CellReference])] = []
    for judged in subject.sums where judged.sum.table == table.id {
      if case .needsBlank(let blanks) = judged.verdict { needy.append((judged, blanks)) }
    }
    guard !needy.isEmpty else { return nil }
    let sums = subject.sums.filter { $0.sum.table == table.id }
    let solution = BlankSolver(sums, in: table)
    let candidates = Set(needy.flatMap(\.blanks))
    let cells = table.rows.flatMap { row in row.cells.map { CellReference(row: row.id, column: $0.column) } }
    let solved = cells.filter { solution.numbers[$0] != nil }
    let marked = solved.isEmpty ? cells.filter(candidates.contains) : solved
    let what = needy.map(\.sum.shortMessage)
    let shown = what.prefix(4).map { $0 }
    let more = what.count - shown.count
    let sumText = Localized(
      zh: shown.map(\.zh).joined(separator: "；") + (more > 0 ? "；另有 \(more) 个合计" : ""),
      en: shown.map(\.en).joined(separator: "; ") + (more > 0 ? "; and \(more) more sums" : ""))
    let conclusion = conclusion(solution, solved, table.id)
    return rule.finding(
      Localized(
        zh: "空白按 0 计算时合计不成立：\(sumText.zh)。\(conclusion.zh)",
        en: "With 0 in the blank cells these sums fail: \(sumText.en). \(conclusion.en)"),
      table: table.id, cells: marked, expected: needy.count == 1 ? needy[0].sum.expected : nil,
      actual: needy.count == 1 ? needy[0].sum.actual : nil, place: subject.place(table.id, firstOf: marked))
  }

  private static func conclusion(_ solution: BlankSolver, _ solved: [CellReference], _ table: TableID) -> Localized {
    if solution.isContradictory {
      return Localized(
        zh: "空白处填任何数都不能使各项合计同时成立，已填的数字中也有错误",
        en: "No numbers in the blanks make all the sums hold: a printed number is wrong too")
    }
    guard !solved.isEmpty else {
      return Localized(zh: "应有空白格漏填了数字", en: "A number seems to be left out in one of the blanks")
    }
    let named = solved.prefix(6).map { cell in
      let (name, number) = (cell.name(in: table), (solution.numbers[cell] ?? 0).plain)
      return Localized(zh: "\(name.zh)应为 \(number)", en: "\(name.en) should be \(number)")
    }.list()
    let more = solved.count - min(solved.count, 6)
    return Localized(
      zh: named.zh + (more > 0 ? "，另有 \(more) 格" : ""), en: named.en + (more > 0 ? ", and \(more) more cells" : ""))
  }
}
