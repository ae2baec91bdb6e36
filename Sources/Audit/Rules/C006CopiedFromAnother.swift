// C006: the narrative is nearly the same as another body's, or names another body as the reporting one.
import ReportModel
import Statute

enum C006CopiedFromAnother {
  static let rule = Rule(
    id: "C006", name: "copied-from-another", severity: .warning,
    title: Localized(zh: "正文与其他机关雷同", en: "Another body's narrative"),
    rationale: Localized(
      zh: "除去机关名称、年份和数字，正文与另一机关的报告几乎相同；或者在应写本机关名称的地方写了另一机关。短的套话和法定用语不计。",
      en:
        "Names, years and numbers aside, the text is nearly that of another body's report, or another body stands where the "
        + "report names itself. Short formulas and statutory phrases do not count."),
    clause: Localized(
      zh: "国办公开办函〔2021〕30号列明“内容雷同、敷衍塞责”造成不良后果的要追究责任；相似程度的界限为本程序所定",
      en:
        "Notice 国办公开办函〔2021〕30号 names copied contents as a fault to be answered for; how much is copied is our measure"),
    basis: .practice, scope: .batch
  ) {
    let other = "青山县水利局"
    return [
      .breaks(
        "只改名称", "The name changed only", ExampleNarrative.report(on: 2023, ExampleNarrative.first),
        after: [ExampleNarrative.report(on: 2023, ExampleNarrative.first, by: other)], at: Example.Mark()),
      .breaks(
        "写了另一机关的名称", "Another body's name",
        Specimen.report().changing {
          $0.sections[0].lines[0].text = "2023年，青山县水利局认真落实上级部署，推进政务公开。"
        }, at: Example.Mark()),
      .keeps(
        "各写各的", "Texts of their own", ExampleNarrative.report(on: 2023, ExampleNarrative.second),
        after: [ExampleNarrative.report(on: 2023, ExampleNarrative.first, by: other)]),
      .keeps(
        "短的套话相同", "The same short formulas", Specimen.report(), after: [Specimen.report(by: other)]),
      .keeps(
        "提到其他机关", "Another body is mentioned", Specimen.report().adding("配合青山县水利局做好信息发布。")),
    ]
  }

  /// Stricter than for a body's own text: neighbours share the wording of their superiors' notices.
  private static let leastLikeness = 0.9
  /// Shingles: a shorter text is made of formulas that everybody uses.
  private static let leastSize = 400

  static func compare(_ taken: KnownReport, _ alike: (report: KnownReport, likeness: Double)?) -> [Finding] {
    var findings: [Finding] = []
    if let alike, alike.likeness >= leastLikeness, !isRelated(taken, alike.report),
      min(taken.digest.signature.size, alike.report.digest.signature.size) >= leastSize
    {
      let percent = Int((alike.likeness * 100).rounded())
      let (name, year) = (alike.report.digest.agency, alike.report.digest.year)
      findings.append(
        rule.finding(
          Localized(
            zh: "除名称、年份、数字外，正文与\(name) \(year) 年度报告约 \(percent)% 相同（另一报告：\(alike.report.path)）",
            en:
              "Names, years and numbers aside, about \(percent)% of the text is that of the report of \(name) on \(year) (other "
              + "report: \(alike.report.path))"),
          key: "\(name) \(year)"))
    }
    if let other = taken.digest.otherBody {
      findings.append(
        rule.finding(
          Localized(
            zh: "\(taken.digest.agency)的报告中，应写本机关之处写的是“\(other)”",
            en: "Where the report of \(taken.digest.agency) names itself, it says “\(other)”"),
          key: "name \(other)"))
    }
    return findings
  }

  /// A government and its office may publish one text.
  private static func isRelated(_ a: KnownReport, _ b: KnownReport) -> Bool {
    a.digest.agency.hasPrefix(b.digest.agency) || b.digest.agency.hasPrefix(a.digest.agency)
  }
}
