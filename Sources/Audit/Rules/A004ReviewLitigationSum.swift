// A004: in a group of the review-and-litigation table, the four outcomes do not add up to the total.
import Statute

enum A004ReviewLitigationSum {
  static let rule = Rule(
    id: "A004", name: "review-litigation-sum", severity: .error,
    title: Localized(zh: "复议诉讼合计不符", en: "Reviews or lawsuits do not add up"),
    rationale: Localized(
      zh: "行政复议、未经复议直接起诉、复议后起诉三组，每组结果维持、结果纠正、其他结果与尚未审结相加，应当等于该组“总计”。",
      en: "In each of the three groups, upheld, corrected, other and pending add up to the group's total."),
    clause: Localized(zh: "复议诉讼情况表各组“总计”", en: "Review-and-litigation table: the total of each group"),
    basis: .text,
    scope: .report { rule, subject in rule.judgeSums(subject, of: .reviewAndLitigation) }
  ) {
    [
      .breaks(
        "行政复议总计少填 1 件", "The total of the reviews is one too low",
        Specimen.report().printing("4", in: .reviewAndLitigation, .review, .total),
        at: .cells(
          .reviewAndLitigation, (.review, .upheld), (.review, .corrected), (.review, .other), (.review, .pending),
          (.review, .total))),
      .keeps("3 + 1 + 0 + 1 = 5", "3 + 1 + 0 + 1 = 5", Specimen.report()),
    ]
  }
}
