// S003: one of the three tables is absent from the document.
import ReportModel
import Statute

enum S003MissingTable {
  static let rule = Rule(
    id: "S003", name: "missing-table", severity: .error,
    title: Localized(zh: "缺少表格", en: "A table is missing"),
    rationale: Localized(
      zh: "第二、三、四部分以表格形式报告，没有发生的填 0，不能省略表格。",
      en: "Sections two, three and four are reported in tables. Where nothing happened the table holds zeros."),
    clause: Localized(zh: "两个模板第二、三、四部分的表格", en: "The tables of sections two, three and four in both templates"),
    basis: .text,
    scope: .report { rule, subject in
      let report = subject.report
      let absent = TableID.allCases.filter { report[$0] == nil }
      let unread = subject.unreadTables
      let missing = absent.filter { !unread.contains($0) }
      // What a copy has lost is not what the document lacks.
      if report.hasIllegibleParts && !missing.isEmpty {
        let names = missing.map(\.shortName).list()
        return .couldNotCheck(
          Localized(
            zh: "原件有无法辨认之处，\(names.zh)可能在其中",
            en: "the copy has illegible parts, where these may stand: \(names.en)"))
      }
      if report.isDisordered && !missing.isEmpty { return .couldNotCheck(.disordered) }
      let findings = missing.map { table in
        let section = table.section
        return rule.finding(
          Localized(
            zh: "第\(section.numeral)部分“\(section.title)”没有表格", en: "Section “\(section.title)” has no table"),
          table: table, section: section, place: report[section]?.place)
      }
      guard !unread.isEmpty else { return .checked(findings) }
      let names = unread.map(\.shortName).list()
      return .couldNotCheck(
        Localized(zh: "\(names.zh)未能重建", en: "not reconstructed: \(names.en)"), found: findings)
    }
  ) {
    [
      .breaks(
        "没有复议诉讼情况表", "No table of review and litigation",
        Specimen.report().omitting(.reviewAndLitigation as TableID),
        at: Example.Mark(table: .reviewAndLitigation, section: .reviewAndLitigation)),
      .keeps(
        "表在文中，只是没有读出：属于 X001", "It stands in the text and was not read: X001 speaks",
        Specimen.report().omitting(.reviewAndLitigation as TableID)
          .saying("行政复议 结果维持 结果纠正 其他结果 尚未审结 总计 3 1 0 1 5", in: .reviewAndLitigation)),
      .keeps(
        "所在部分的标题未能确认时不作判断", "Not judged where the heading of its section is not seen",
        Specimen.report().omitting(.reviewAndLitigation as SectionID).omitting(.reviewAndLitigation as TableID)
          .changing { $0.unreadSections = [.reviewAndLitigation] }),
      .keeps("三张表齐全", "All three tables", Specimen.report()),
      .keeps(
        "原件有无法辨认之处时不作判断", "Not judged where the copy has illegible parts",
        Specimen.report().omitting(.reviewAndLitigation as TableID).changing { $0.hasIllegibleParts = true }),
      .keeps(
        "文本的行序已乱时不作判断", "Not judged where the lines of the text are out of order",
        Specimen.report().omitting(.reviewAndLitigation as TableID).changing { $0.isDisordered = true }),
    ]
  }
}
