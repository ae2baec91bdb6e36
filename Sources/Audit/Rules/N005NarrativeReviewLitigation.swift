// N005: the text's reviews or lawsuits differ from the table.
import ReportModel
import Statute

enum N005NarrativeReviewLitigation {
  static let rule = Rule(
    id: "N005", name: "narrative-review-litigation", severity: .warning,
    title: Localized(zh: "文中复议诉讼数与表不符", en: "Reviews and lawsuits: text and table differ"),
    rationale: Localized(
      zh: "正文所写因政府信息公开被申请行政复议、提起行政诉讼的件数，应当与表中各组总计一致。作为复议机关办理的案件、其他业务的诉讼不比较。",
      en:
        "The numbers of reviews and lawsuits over disclosure that the text gives should be the totals of the table. Reviews "
        + "that the body decides and lawsuits of its other business are left alone."),
    clause: Localized(zh: "公开的年度报告中常见的矛盾", en: "A contradiction often seen in published reports"),
    basis: .practice,
    scope: .report { rule, subject in
      let kinds: Set<Claim.Kind> = [
        .review, .litigation, .litigationDirect, .litigationAfterReview, .reviewAndLitigation,
      ]
      return rule.judgeClaims(subject) { kinds.contains($0.kind) && $0.value > 0 }
    }
  ) {
    func saying(_ sentence: String) -> Report { Specimen.report().saying(sentence, in: .reviewAndLitigation) }
    return [
      .breaks(
        "行政复议 4 件，表中 5 件", "4 reviews, 5 in the table", saying("因政府信息公开被申请行政复议4件。"),
        at: Example.Mark(
          table: .reviewAndLitigation, cells: [CellReference(row: .review, column: .total)],
          section: .reviewAndLitigation)),
      .keeps("与表一致", "As in the table", saying("因政府信息公开被申请行政复议5件，被提起行政诉讼1件。")),
      .keeps(
        "作为复议机关办理的案件", "Reviews that it decides",
        Specimen.report().saying("全年办理行政复议案件120件，做好政府信息公开。", in: .overview)),
      .keeps("结果维持的件数", "The number upheld", saying("因政府信息公开被申请行政复议5件，其中行政复议维持3件。")),
    ]
  }
}
