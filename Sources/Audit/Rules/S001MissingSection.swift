// S001: one of the six sections is absent.
import ReportModel
import Statute

enum S001MissingSection {
  static let rule = Rule(
    id: "S001", name: "missing-section", severity: .error,
    title: Localized(zh: "缺少部分", en: "A section is missing"),
    rationale: Localized(
      zh: "年度报告由六个部分组成，没有内容的部分也要保留标题并注明“无”。",
      en: "The report has six sections. One without content keeps its heading and says so."),
    clause: Localized(
      zh: "《中华人民共和国政府信息公开条例》第五十条；两个模板的六个部分，“不能遗漏”",
      en:
        "Regulations on the Disclosure of Government Information, article 50; the six sections of both templates, none of "
        + "which may be left out"),
    basis: .text,
    scope: .report { rule, subject in
      let report = subject.report
      let unread = SectionID.allCases.filter(report.unreadSections.contains)
      let findings = SectionID.allCases.filter { report[$0] == nil && !unread.contains($0) }.map {
        finding(rule, report, $0)
      }
      guard !unread.isEmpty else { return .checked(findings) }
      // X001 names them.
      return .couldNotCheck(
        Localized(
          zh: "未能确认这些部分的标题：\(unread.map(\.numeral).joined(separator: "、"))",
          en: "the headings of these sections were not read: \(unread.map(\.numeral).joined(separator: ", "))"),
        found: findings)
    }
  ) {
    [
      .breaks("没有第六部分", "No section six", Specimen.report().omitting(.others), at: .section(.others)),
      .breaks(
        "表格还在，标题没有了", "The table is there, its heading is not",
        Specimen.report().omitting(.reviewAndLitigation as SectionID), at: .section(.reviewAndLitigation)),
      .keeps(
        "标题未能从文本中读出：属于 X001", "Its heading was not read from the text: X001 speaks",
        Specimen.report().omitting(.others).changing { $0.unreadSections = [.others] }),
      .keeps("六个部分齐全", "All six sections", Specimen.report()),
    ]
  }

  private static func finding(_ rule: Rule, _ report: Report, _ section: SectionID) -> Finding {
    let title = "\(section.numeral)、\(section.title)"
    var message = Localized(zh: "缺少“\(title)”部分", en: "Section “\(title)” is missing")
    if TableID.allCases.contains(where: { $0.section == section && report[$0] != nil }) {
      message.zh += "：有其表格，未见标题"
      message.en += ": its table is there, its heading is not"
    } else if report.hasIllegibleParts {
      message.zh += "（原件有无法辨认之处，该部分可能在其中）"
      message.en += " (the copy has illegible parts, where it may stand)"
    }
    return rule.finding(message, section: section)
  }
}
