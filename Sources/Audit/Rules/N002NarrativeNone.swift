// N002: the text says that there was none, and the table shows some.
import ReportModel
import Statute

enum N002NarrativeNone {
  static let rule = Rule(
    id: "N002", name: "narrative-none", severity: .error,
    title: Localized(zh: "文中称没有，表中却有", en: "None in the text, some in the table"),
    rationale: Localized(
      zh: "正文写明没有收到申请（或者 0 件），或者没有发生行政复议、行政诉讼，而表中相应数字不为零，二者必有一误。",
      en:
        "The text says that no application was received, or that there was no review or lawsuit, while the table counts some. "
        + "One of the two is wrong."),
    clause: Localized(zh: "公开的年度报告中常见的矛盾", en: "A contradiction often seen in published reports"),
    basis: .practice,
    scope: .report { rule, subject in
      let kinds: Set<Claim.Kind> = [.received, .accepted, .review, .litigation, .reviewAndLitigation]
      return rule.judgeClaims(subject) { kinds.contains($0.kind) && $0.value == 0 }
    }
  ) {
    func saying(_ sentence: String, in section: SectionID = .overview) -> Report {
      Specimen.report().saying(sentence, in: section)
    }
    return [
      .breaks(
        "未收到申请", "None received", saying("本年度未收到政府信息公开申请。"),
        at: Example.Mark(
          table: .applications, cells: [CellReference(row: .newReceived, column: .total)], section: .overview)),
      .breaks(
        "收到申请 0 件", "0 received", saying("全年收到政府信息公开申请0件。"),
        at: Example.Mark(
          table: .applications, cells: [CellReference(row: .newReceived, column: .total)], section: .overview)),
      .breaks(
        "没有发生复议、诉讼", "No review or lawsuit",
        saying("本机关未发生因政府信息公开工作引起的行政复议、行政诉讼情况。", in: .reviewAndLitigation),
        at: Example.Mark(
          table: .reviewAndLitigation, cells: [CellReference(row: .review, column: .total)],
          section: .reviewAndLitigation),
        Example.Mark(
          table: .reviewAndLitigation,
          cells: [.litigationDirect, .litigationAfterReview].map { CellReference(row: $0, column: .total) },
          section: .reviewAndLitigation)),
      .keeps("确有申请", "Some were received", Specimen.report()),
      .keeps("说的是别的事", "It speaks of something else", saying("未收到政府信息公开申请费用减免要求。")),
      .keeps(
        "说的是行政执法", "It speaks of enforcement",
        saying("全年作出行政处罚2件，行政执法均无被申请行政复议、提起行政诉讼。", in: .overview)),
      .keeps(
        "没有被纠正的复议", "No review that was corrected",
        saying("因政府信息公开引起的行政复议中，没有行政复议被纠正的情况。", in: .reviewAndLitigation)),
    ]
  }
}
