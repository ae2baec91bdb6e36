// Audit: a broken sum → its message, with every number that matters.
import DocumentModel
import Foundation
import ReportModel
import Statute

extension JudgedSum {
  /// `自然人列：新收 60 + 结转 0 = 60，总计 61 + 结转下年 0 = 61，相差 1`.
  var message: Localized {
    let difference = excess.magnitude.plain
    let left = side(sum.addends, addends, expected)
    let right = side(sum.totals, totals, actual)
    return Localized(
      zh: "\(sum.name.zh)：\(left.zh)，\(right.zh)，相差 \(difference)",
      en: "\(sum.name.en): \(left.en), but \(right.en); difference \(difference)")
  }

  /// What a sum with blanks adds up to: `行政复议行已填各项相加为 4，总计 5`.
  var shortMessage: Localized {
    if sum.totals.count > 1 {
      return Localized(
        zh: "\(sum.name.zh)新收与结转相加为 \(expected.plain)，总计与结转下年相加为 \(actual.plain)",
        en:
          "\(sum.name.en): received and carried over give \(expected.plain), total and carried forward \(actual.plain)")
    }
    return Localized(
      zh: "\(sum.name.zh)已填各项相加为 \(expected.plain)，总计\(isTotalBlank ? "空白" : " \(actual.plain)")",
      en: "\(sum.name.en) adds up to \(expected.plain), its total is \(isTotalBlank ? "blank" : actual.plain)")
  }

  /// What the terms give. Of a long row only those that are not 0: `各项相加为 12（自然人 3、社会公益组织 9）`.
  private func side(_ sides: [TableSum.Term], _ values: [Decimal?], _ result: Decimal) -> Localized {
    let terms = zip(sides, values).map { (name: label($0.cell), value: $1 ?? 0) }
    func named(_ terms: [(name: Localized, value: Decimal)]) -> [Localized] {
      terms.map {
        Localized(zh: "\($0.name.zh) \($0.value.plain)", en: "\($0.name.en) \($0.value.plain)")
      }
    }
    if terms.count == 1 { return named(terms)[0] }
    if terms.count <= 4 {
      let (zh, en) = (named(terms).map(\.zh), named(terms).map(\.en))
      return Localized(
        zh: zh.joined(separator: " + ") + " = \(result.plain)", en: en.joined(separator: " + ") + " = \(result.plain)")
    }
    let shown = named(terms.filter { $0.value != 0 }).list()
    guard !shown.zh.isEmpty else { return Localized(zh: "各项均为 0", en: "all parts are 0") }
    return Localized(
      zh: "各项相加为 \(result.plain)（\(shown.zh)）", en: "the parts add up to \(result.plain) (\(shown.en))")
  }

  private func label(_ cell: CellReference) -> Localized {
    switch sum.line {
    case .column: cell.row?.shortName ?? sum.name
    case .row: cell.column?.shortName(in: sum.table) ?? sum.name
    }
  }
}

extension Rule {
  /// What a rule on sums says of a report: a finding for each broken sum, at the place of its total.
  func judgeSums(_ subject: Subject, of table: TableID) -> Verdict {
    guard subject.report[table] != nil else { return .notApplicable }
    let sums = subject.sums.filter { $0.sum.rule == id }
    let findings = sums.filter { $0.verdict == .broken }.map { judged in
      finding(
        judged.message, table: table, cells: judged.sum.cells, expected: judged.expected, actual: judged.actual,
        place: subject.place(table, firstOf: (judged.sum.totals + judged.sum.addends).map(\.cell)))
    }
    let obstacles = sums.compactMap { judged -> (JudgedSum, JudgedSum.Obstacle)? in
      guard case .cannotJudge(let obstacle) = judged.verdict else { return nil }
      return (judged, obstacle)
    }
    guard !obstacles.isEmpty else { return .checked(findings) }
    return .couldNotCheck(JudgedSum.reason(obstacles, of: sums.count), found: findings)
  }
}

extension JudgedSum {
  /// Which sums were not judged, and why.
  fileprivate static func reason(_ obstacles: [(JudgedSum, Obstacle)], of count: Int) -> Localized {
    let parts = [Obstacle.unread, .text, .missing].compactMap { obstacle -> Localized? in
      let sums = obstacles.filter { $0.1 == obstacle }.map(\.0.sum.name)
      guard !sums.isEmpty else { return nil }
      let names =
        sums.count == count
        ? Localized(zh: "全部 \(count) 个合计", en: "all \(count) sums") : sums.list()
      switch obstacle {
      case .unread:
        return Localized(zh: "\(names.zh)含有未能确认的单元格", en: "\(names.en): a cell could not be read")
      case .text: return Localized(zh: "\(names.zh)含有非数字内容", en: "\(names.en): a cell holds no number")
      case .missing:
        return Localized(zh: "\(names.zh)缺少模板规定的行或列", en: "\(names.en): a row or column is not printed")
      }
    }
    return Localized(zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
  }
}
