// A003: in a row of the applications table, the six kinds of applicant do not add up to the total.
import Statute

enum A003ApplicantSum {
  static let rule = Rule(
    id: "A003", name: "applicant-sum", severity: .error,
    title: Localized(zh: "申请人合计不符", en: "Applicants do not add up"),
    rationale: Localized(
      zh: "每一行中，自然人与五类法人或其他组织相加，应当等于该行“总计”。",
      en: "In each row, natural persons and the five kinds of organization add up to the row's total."),
    clause: Localized(zh: "申请情况表“申请人情况”各列及“总计”列", en: "Applications table: columns of applicants and total"),
    basis: .text,
    scope: .report { rule, subject in rule.judgeSums(subject, of: .applications) }
  ) {
    [
      .breaks(
        "新收行总计多填 1 件", "The total of the applications received is one too high",
        Specimen.report().printing("71", in: .applications, .newReceived, .total),
        at: .cells(
          .applications, (.newReceived, .naturalPerson), (.newReceived, .business), (.newReceived, .research),
          (.newReceived, .publicWelfare), (.newReceived, .legalService), (.newReceived, .otherOrganization),
          (.newReceived, .total))),
      .keeps("60 + 10 = 70", "60 + 10 = 70", Specimen.report()),
      .keeps(
        "某格未能确认时不作判断", "A row with an unread cell is not judged",
        Specimen.report().losing(.applications, .newReceived, .total, because: .illegible)),
    ]
  }
}
