// C003: 2019 form: 上一年项目数量 ≠ last year's + its 增/减.
import ReportModel
import Statute

enum C003ItemsChain {
  static let rule = Rule(
    id: "C003", name: "items-chain", severity: .warning,
    title: Localized(zh: "上一年项目数量与上年报告不衔接", en: "Last year's items do not follow from its report"),
    rationale: Localized(
      zh: "本年报告的“上一年项目数量”，应当等于上年报告的“上一年项目数量”加其“本年增/减”。",
      en:
        "What this year's report gives as last year's items is, in last year's report, the number of items plus the change."
    ),
    clause: Localized(
      zh: "依据 2019 年格式“上一年项目数量”“本年增/减”两栏的含义推定",
      en: "Inferred from the meaning of the 2019 columns 上一年项目数量 and 本年增/减"),
    basis: .inference, templates: [.form2019], scope: .batch
  ) {
    let following = Specimen.report(on: 2020).printing("21", in: .article20, .licensing, .previousYearItems)
      .printing("7", in: .article20, .otherServices, .previousYearItems)
    return [
      .breaks(
        "20 + 1 ≠ 25", "20 + 1 is not 25", following.printing("25", in: .article20, .licensing, .previousYearItems),
        after: [Specimen.report(on: 2019)], at: .cells(.article20, (.licensing, .previousYearItems))),
      .keeps("20 + 1 = 21", "20 + 1 = 21", following, after: [Specimen.report(on: 2019)]),
    ]
  }

  static func compare(_ earlier: KnownReport, _ later: KnownReport, taken: KnownReport) -> [Finding] {
    let rows = zip(earlier.digest.items, later.digest.items)
    return zip(ReportDigest.itemRows, rows).compactMap { row, counts in
      guard let before = counts.0[0], let change = counts.0[1], let now = counts.1[0], now != before + change else {
        return nil
      }
      let isLater = taken == later
      let other = isLater ? earlier : later
      return rule.finding(
        Localized(
          zh: "\(row.shortName.zh)：\(earlier.digest.year) 年度报告 \(before)，增/减 \(change)，应为 \(before + change)；"
            + "\(later.digest.year) 年度报告的上一年项目数量为 \(now)（另一报告：\(other.path)）",
          en: "\(row.shortName.en): \(before) and a change of \(change) in the report on \(earlier.digest.year) give "
            + "\(before + change); the report on \(later.digest.year) says \(now) (other report: \(other.path))"),
        table: .article20,
        cells: [CellReference(row: row, column: isLater ? .previousYearItems : .change)], key: "\(other.digest.year)")
    }
  }
}
