// A001: in a column of the applications table, received + carried over ≠ total + carried forward.
import Statute

enum A001ApplicationBalance {
  static let rule = Rule(
    id: "A001", name: "application-balance", severity: .error,
    title: Localized(zh: "申请收支不平衡", en: "Applications do not balance"),
    rationale: Localized(
      zh: "每一列中，本年新收与上年结转之和，应当等于本年度办理结果总计与结转下年度继续办理之和：收到的每件申请，要么已经办结，要么结转下年。两者不等，说明其中至少一个数填错。",
      en:
        "In each column, applications received and carried over must equal those concluded and carried forward: each one "
        + "was either concluded or is still open. Where they differ, at least one of the numbers is wrong."),
    clause: Localized(
      zh: "申请情况表表头：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”",
      en: "Corner note of the applications table: “items one and two together equal items three and four”"),
    basis: .text,
    scope: .report { rule, subject in rule.judgeSums(subject, of: .applications) }
  ) {
    [
      .breaks(
        "自然人列新收少填 1 件", "One application of natural persons is missing",
        Specimen.report().printing("59", in: .applications, .newReceived, .naturalPerson),
        at: .cells(
          .applications, (.newReceived, .naturalPerson), (.carriedOver, .naturalPerson), (.total, .naturalPerson),
          (.carriedForward, .naturalPerson))),
      .keeps("60 + 2 = 61 + 1", "60 + 2 = 61 + 1", Specimen.report()),
      .keeps(
        "零值留空不影响平衡", "Blanks count as 0",
        Specimen.report().printing("", in: .applications, .carriedOver, .business)),
    ]
  }
}
