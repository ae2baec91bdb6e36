// C002: 2021 form: 现行有效 ≠ last year's + 制发 − 废止.
import ReportModel
import Statute

enum C002DocumentsChain {
  static let rule = Rule(
    id: "C002", name: "documents-chain", severity: .warning,
    title: Localized(zh: "现行有效件数与上年不衔接", en: "Documents in force do not follow from last year"),
    rationale: Localized(
      zh: "本年现行有效件数，应当等于上年现行有效件数加本年制发、减本年废止。不等的，至少一个数有误，或者统计口径变了。",
      en:
        "The number in force is last year's plus those made less those repealed. Where it is not, one of the numbers is wrong or "
        + "they were counted in another way."),
    clause: Localized(
      zh: "依据“本年制发件数”“本年废止件数”“现行有效件数”三栏的含义推定",
      en: "Inferred from the meaning of the columns made, repealed and in force"),
    basis: .inference, templates: [.form2021], scope: .batch
  ) {
    func inForce(_ count: String) -> Report {
      Specimen.report(on: 2022).printing(count, in: .article20, .normativeDocuments, .inForce)
    }
    return [
      .breaks(
        "10 + 3 − 1 ≠ 13", "10 + 3 − 1 is not 13",
        Specimen.report(on: 2023).printing("13", in: .article20, .normativeDocuments, .inForce), after: [inForce("10")],
        at: .cells(.article20, (.normativeDocuments, .inForce))),
      .keeps("10 + 3 − 1 = 12", "10 + 3 − 1 = 12", Specimen.report(on: 2023), after: [inForce("10")]),
    ]
  }

  static func compare(_ earlier: KnownReport, _ later: KnownReport, taken: KnownReport) -> [Finding] {
    let rows = zip(earlier.digest.documents, later.digest.documents)
    return zip(ReportDigest.documentRows, rows).compactMap { row, counts in
      guard let before = counts.0[2], let made = counts.1[0], let repealed = counts.1[1], let now = counts.1[2],
        now != before + made - repealed
      else { return nil }
      let other = taken == later ? earlier : later
      let expected = before + made - repealed
      return rule.finding(
        Localized(
          zh: "\(row.shortName.zh)：\(earlier.digest.year) 年度现行有效 \(before) + \(later.digest.year) 年度制发 \(made) − 废止 "
            + "\(repealed) = \(expected)，报告为 \(now)（另一报告：\(other.path)）",
          en:
            "\(row.shortName.en): \(before) in force in \(earlier.digest.year) + \(made) made − \(repealed) repealed in "
            + "\(later.digest.year) = \(expected), but \(now) is printed (other report: \(other.path))"),
        table: .article20, cells: [CellReference(row: row, column: .inForce)], key: "\(other.digest.year)")
    }
  }
}
