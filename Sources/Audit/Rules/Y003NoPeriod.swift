// Y003: the report states no period.
import DocumentModel
import ReportModel
import Statute

enum Y003NoPeriod {
  static let rule = Rule(
    id: "Y003", name: "no-period", severity: .info,
    title: Localized(zh: "未写统计期限", en: "No period stated"),
    rationale: Localized(
      zh: "年度报告通常在开头写明数据的统计期限。没有写明，读者要靠标题推断。",
      en: "Reports usually state the period of their data at the start. Without it readers infer it from the title."),
    clause: Localized(zh: "公开的年度报告通行做法", en: "Custom of published reports"),
    basis: .practice,
    scope: .report { rule, subject in
      let report = subject.report
      guard report.period == nil else { return .checked([]) }
      let lines = report.preamble + (report.sections.first?.lines ?? [])
      if report.isDisordered { return .couldNotCheck(.disordered) }
      if report.hasIllegibleParts || lines.contains(where: { $0.text.unicodeScalars.contains(where: \.isUnknown) }) {
        return .couldNotCheck(Localized(zh: "原件有无法辨认之处", en: "the copy has illegible parts"))
      }
      // Half of one, or a misprinted one, is no missing one.
      if isStated(subject.narrative) {
        return .couldNotCheck(
          Localized(zh: "写有统计期限，但未能读出起止日期", en: "a period is stated, of which the dates could not be read"))
      }
      return .checked([
        rule.finding(Localized(zh: "未写明数据的统计期限", en: "The report does not state the period of its data"))
      ])
    }
  ) {
    [
      .breaks("没有统计期限", "No period", Specimen.report().withoutPeriod(), at: Example.Mark()),
      .keeps(
        "开头的字无法识别时不作判断", "Not judged where characters of the preamble are not known",
        Specimen.report().changing {
          $0.period = nil
          $0.preamble = Specimen.lines(["统计期限自\u{FFFD}\u{FFFD}年1月1日起。"], page: 1, from: 1)
        }),
      .keeps(
        "期限印错时不作判断", "Not judged where the period is misprinted",
        Specimen.report().changing {
          $0.period = nil
          $0.preamble = Specimen.lines(["所列数据的统计期限自2023年1月1日起至202023年12月31日止。"], page: 1, from: 1)
        }),
      .keeps(
        "只写截止日期时不作判断", "Not judged where only its end is given",
        Specimen.report().changing {
          $0.period = nil
          $0.preamble = Specimen.lines(["以下数据统计截至2023年12月31日。"], page: 1, from: 1)
        }),
      .breaks(
        "提到统计而没有期限", "Statistics without a period",
        Specimen.report().changing {
          $0.period = nil
          $0.preamble = Specimen.lines(["本报告的数据由县统计局核对。现公布2023年度报告。"], page: 1, from: 1)
        }, at: Example.Mark()),
      .keeps("写明统计期限", "The period is stated", Specimen.report()),
    ]
  }

  private static let stating = WordSet(
    "统计期限 统计时限 统计时间 统计周期 统计区间 统计时段 统计年度 数据期限 数据时限 数据截止 数据截至 统计截止 统计截至 统计数据截止 统计数据截至")
  /// A year stands so close behind these words, misprinted as it may be: 自202111日起.
  private static let nearest = 20

  /// True where the text says that it states the period, with a year behind that.
  private static func isStated(_ narrative: Narrative) -> Bool {
    narrative.paragraphs.contains { section, text in
      guard section == nil || section == .overview else { return false }
      return stating.all(in: text, 0..<text.count).contains { word in
        let behind = text[word.upperBound...].prefix(nearest).prefix { $0 != stop }
        return behind.indices.contains { text[$0...].starts(with: century) }
      }
    }
  }
  /// 。
  private static let stop: UInt16 = 0x3002
  private static let century = Array("20".utf16)
}
