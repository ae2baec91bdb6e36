// C004: the narrative is nearly the same as the same body's last year.
import ReportModel
import Statute

enum C004CopiedNarrative {
  static let rule = Rule(
    id: "C004", name: "copied-narrative", severity: .warning,
    title: Localized(zh: "正文照抄上年", en: "The narrative of the year before"),
    rationale: Localized(
      zh: "除去年份和数字，正文与同一机关上年报告几乎相同。各地的评估通报多次指出这类“照搬照抄”。",
      en:
        "Years and numbers aside, the text is nearly that of the body's report of the year before, which published assessments "
        + "criticise again and again."),
    clause: Localized(
      zh: "国办公开办函〔2021〕30号列明“内容雷同、敷衍塞责”造成不良后果的要追究责任；相似程度的界限为本程序所定",
      en:
        "Notice 国办公开办函〔2021〕30号 names copied contents as a fault to be answered for; how much is copied is our measure"),
    basis: .practice, scope: .batch
  ) {
    [
      .breaks(
        "只改年份和数字", "Years and numbers changed only",
        ExampleNarrative.report(on: 2023, ExampleNarrative.first),
        after: [ExampleNarrative.report(on: 2022, ExampleNarrative.first)],
        at: Example.Mark()),
      .keeps(
        "重新撰写", "Written anew", ExampleNarrative.report(on: 2023, ExampleNarrative.second),
        after: [ExampleNarrative.report(on: 2022, ExampleNarrative.first)]),
    ]
  }

  /// Of the shingles of both texts; small edits leave more than this.
  private static let leastLikeness = 0.85
  /// Shingles: less is a formula that has no other wording.
  private static let leastSize = 120

  static func compare(_ earlier: KnownReport, _ later: KnownReport, taken: KnownReport) -> [Finding] {
    let (before, now) = (earlier.digest.signature, later.digest.signature)
    let likeness = before.likeness(now)
    guard min(before.size, now.size) >= leastSize, likeness >= leastLikeness else { return [] }
    let other = taken == later ? earlier : later
    let percent = Int((likeness * 100).rounded())
    return [
      rule.finding(
        Localized(
          zh: "除年份、数字外，正文与 \(other.digest.year) 年度报告约 \(percent)% 相同（另一报告：\(other.path)）",
          en:
            "Years and numbers aside, about \(percent)% of the text is that of the report on \(other.digest.year) (other report: "
            + "\(other.path))"),
        key: "\(other.digest.year)")
    ]
  }
}
