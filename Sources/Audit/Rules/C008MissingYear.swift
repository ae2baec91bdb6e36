// C008: a body's reports skip a year within the batch.
import ReportModel
import Statute

enum C008MissingYear {
  static let rule = Rule(
    id: "C008", name: "missing-year", severity: .info,
    title: Localized(zh: "年度不连续", en: "A year is missing"),
    rationale: Localized(
      zh: "同一批文件中，该机关前后年度的报告都有，中间缺一年，年度之间的衔接无从核对。",
      en:
        "The run has reports of the body on years before and after, but not on this one, so that the years cannot be compared."
    ),
    clause: Localized(
      zh: "《中华人民共和国政府信息公开条例》第四十九条：每年公布上一年度报告",
      en: "Regulations on the Disclosure of Government Information, article 49: a report every year"),
    basis: .inference, scope: .batch
  ) {
    [
      .breaks(
        "有 2021、2023，缺 2022", "2021 and 2023 without 2022",
        Specimen.report(on: 2023).printing("5", in: .article20, .licensing, .decisions),
        after: [Specimen.report(on: 2021)],
        at: Example.Mark()),
      .keeps(
        "只有一年", "One year only", Specimen.report(on: 2023),
        after: [Specimen.report(on: 2021, by: "青山县水利局")]),
    ]
  }

  /// A year without a report between two that have one.
  struct Gap: Hashable, Sendable {
    var body: Int
    var year: Int
    /// The report whose coming showed the gap.
    var shownBy: KnownReport
    var before: Int
    var after: Int
  }

  /// The years between the report and the nearest ones of its body on either side.
  static func gaps(around taken: KnownReport, _ others: [Int: KnownReport]) -> [Gap] {
    let year = taken.digest.year
    let below = others.keys.filter { $0 < year }.max()
    let above = others.keys.filter { $0 > year }.min()
    // Between two known neighbours the gap has been shown before, and this report only parts it.
    if below != nil && above != nil { return [] }
    let (first, last) = (below ?? year, above ?? year)
    guard last - first > 1 else { return [] }
    return (first + 1..<last).map { Gap(body: taken.body, year: $0, shownBy: taken, before: first, after: last) }
  }

  static func finding(_ gap: Gap) -> Finding {
    rule.finding(
      Localized(
        zh: "\(gap.shownBy.digest.agency)有 \(gap.before)、\(gap.after) 年度报告，缺 \(gap.year) 年度",
        en: "\(gap.shownBy.digest.agency) has reports on \(gap.before) and \(gap.after), but none on \(gap.year)"),
      key: "\(gap.year)")
  }
}
