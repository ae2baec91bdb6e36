// N001: the text's number of applications received matches neither 新收 nor 新收 + 结转.
import ReportModel
import Statute

enum N001NarrativeReceived {
  static let rule = Rule(
    id: "N001", name: "narrative-received", severity: .warning,
    title: Localized(zh: "文中收到申请数与表不符", en: "Applications received: text and table differ"),
    rationale: Localized(
      zh: "正文所写收到（新收、收办、受理）的申请件数，应当等于表中本年新收数，或者新收与上年结转之和。全市、部门、渠道等其他口径的数字不比较。",
      en:
        "The number of applications received that the text gives should be that of the table, with or without those carried "
        + "over. Numbers of another scope (a whole city, a department, a channel) are left alone."),
    clause: Localized(zh: "公开的年度报告中常见的矛盾", en: "A contradiction often seen in published reports"),
    basis: .practice,
    scope: .report { rule, subject in
      rule.judgeClaims(subject) { claim in
        (claim.kind == .received || claim.kind == .accepted) && !claim.isNegation && claim.value > 0
      }
    }
  ) {
    func saying(_ sentence: String) -> Report { Specimen.report().saying(sentence, in: .overview) }
    let received = Example.Mark(
      table: .applications, cells: [CellReference(row: .newReceived, column: .total)], section: .overview)
    return [
      .breaks(
        "文中 71 件，表中新收 70 件、结转 2 件", "71 in the text; 70 received and 2 carried over in the table",
        saying("全年共收到政府信息公开申请71件。"), at: received),
      .breaks("汉字数字", "In Chinese numerals", saying("本机关新收政府信息公开申请六十件，均已办结。"), at: received),
      .keeps("新收 70 件", "70 received", saying("全年共收到政府信息公开申请70件。")),
      .keeps("收办 72 件，含上年结转", "72 with those carried over", saying("全年收办政府信息公开申请72件。")),
      .keeps("全市口径", "A whole city", saying("全市共收到政府信息公开申请3511件。")),
      .keeps("按渠道列出", "By channel", saying("收到政府信息公开申请70件，其中通过网站渠道受理12件，信函5件。")),
      .keeps("与上年比较", "A comparison", saying("收到政府信息公开申请70件，较上年增加3件。")),
      .keeps(
        "某一机构受理的一部分", "A part, received by one office",
        saying("2023年，县政府办代表县政府受理政府信息公开申请17件。")),
    ]
  }
}
