// V004: 2021 form: the amount of fees looks like 元 entered as 万元.
import Foundation
import ReportModel
import Statute

enum V004FeeMagnitude {
  static let rule = Rule(
    id: "V004", name: "fee-magnitude", severity: .warning,
    title: Localized(zh: "收费金额疑似以元填报", en: "Fees in 元 instead of 万元"),
    rationale: Localized(
      zh: "“本年收费金额”的单位是万元。数额大到同级行政机关不可能收取，多半是把元直接填进了万元栏，差一万倍。",
      en:
        "本年收费金额 is in units of 10,000 yuan. An amount larger than a body of that level can take in was probably entered in "
        + "yuan, ten thousand times too much."),
    clause: Localized(
      zh: "2021 年格式表头“本年收费金额（单位：万元）”；数额界限为本程序推定",
      en: "The 2021 header 本年收费金额（单位：万元）; the limits by level of government are ours"),
    basis: .inference, templates: [.form2021],
    scope: .report { rule, subject in
      guard let table = subject.report[.article20], table.template == .form2021, let cell = table[.fees, .amount]
      else { return .notApplicable }
      guard let amount = cell.value, cell.unit != "元" else { return .checked([]) }
      let limit = limit(subject.report.agency)
      guard amount >= limit, hasAtMostTwoDecimals(amount) else { return .checked([]) }
      let reference = CellReference(row: .fees, column: .amount)
      return .checked([
        rule.finding(
          Localized(
            zh: "行政事业性收费：\(cell.text) 万元，即 \((amount / 10_000).plain) 亿元，疑似以元为单位填报（\((amount / 10_000).plain) 万元）",
            en:
              "Fees: \(cell.text) 万元 is \((amount / 10_000).plain) hundred million yuan; probably yuan were entered, that is "
              + "\((amount / 10_000).plain) 万元"),
          table: .article20, cells: [reference], place: cell.places.first)
      ])
    }
  ) {
    [
      .breaks(
        "县局填报 3560000", "A county bureau enters 3560000",
        Specimen.report().printing("3560000", in: .article20, .fees, .amount),
        at: .cells(.article20, (.fees, .amount))),
      .keeps("35.6 万元", "35.6", Specimen.report()),
      .keeps(
        "82794.8336：四位小数来自元，确为万元", "82794.8336: four decimals come of yuan, so this is 万元",
        Specimen.report().printing("82794.8336", in: .article20, .fees, .amount)),
    ]
  }

  /// In 万元: more than the fees of a whole body of the level come to. Whole provinces take in some 100 亿元 a year, rich
  /// counties some 20 亿元.
  private static func limit(_ agency: String?) -> Decimal {
    let body = Body(agency ?? "")
    switch body.level ?? body.departmentLevel {
    case .township: return 20_000
    case .county: return 300_000
    case .prefecture, nil: return 2_000_000
    case .province, .state: return 10_000_000
    }
  }

  /// Yuan have two decimals; an amount in 万元 with three or more was divided.
  private static func hasAtMostTwoDecimals(_ amount: Decimal) -> Bool { (amount * 100).isWhole }
}
