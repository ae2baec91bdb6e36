// N004: 全部办结 in the text, while the table carries applications forward.
import ReportModel
import Statute

enum N004NarrativeAllConcluded {
  static let rule = Rule(
    id: "N004", name: "narrative-all-concluded", severity: .warning,
    title: Localized(zh: "称全部办结，却有结转", en: "All concluded, yet some carried forward"),
    rationale: Localized(
      zh: "正文称申请全部办结（均已办结、均已答复），而表中结转下年度继续办理的不为零。",
      en: "The text says that all applications were concluded, while the table carries some forward."),
    clause: Localized(zh: "公开的年度报告中常见的矛盾", en: "A contradiction often seen in published reports"),
    basis: .practice,
    scope: .report { rule, subject in rule.judgeClaims(subject) { $0.kind == .nothingOpen } }
  ) {
    func saying(_ sentence: String) -> Report { Specimen.report().saying(sentence, in: .overview) }
    let mark = Example.Mark(
      table: .applications, cells: [CellReference(row: .carriedForward, column: .total)], section: .overview)
    return [
      .breaks("全部办结", "All concluded", saying("全年收到政府信息公开申请70件，已全部办结。"), at: mark),
      .breaks(
        "均已答复", "All answered", saying("全年收到政府信息公开申请70件，均已在法定期限内予以答复。"), at: mark),
      .keeps(
        "没有结转", "Nothing is carried forward",
        saying("全年收到政府信息公开申请70件，已全部办结。")
          .printing("0", in: .applications, .carriedForward, .total)),
      .keeps(
        "文中写明结转", "The text says so itself", saying("收到政府信息公开申请70件，结转下年度1件，其余全部办结。")),
      .keeps("上年结转的全部办结", "Those carried over", saying("上年结转的2件政府信息公开申请全部办结。")),
    ]
  }
}
