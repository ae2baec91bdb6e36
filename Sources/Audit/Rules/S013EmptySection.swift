// S013: a heading with nothing under it.
import ReportModel
import Statute

enum S013EmptySection {
  static let rule = Rule(
    id: "S013", name: "empty-section", severity: .warning,
    title: Localized(zh: "部分没有内容", en: "An empty section"),
    rationale: Localized(
      zh: "只有标题没有内容，读者无从分辨是没有发生还是漏写。没有的也应当写明“无”。",
      en: "A heading alone does not tell nothing to report from forgotten. Where there is nothing, the section says so."
    ),
    clause: Localized(
      zh: "《中华人民共和国政府信息公开条例》第五十条列举的内容", en: "The contents listed in article 50 of the Regulations"),
    basis: .text,
    scope: .report { rule, subject in
      let report = subject.report
      let empty = report.sections.filter { section in
        !section.heading.isEmpty && section.lines.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
          && !TableID.allCases.contains { $0.section == section.id && report[$0] != nil }
      }
      if report.hasIllegibleParts && !empty.isEmpty {
        let names = empty.map(\.heading).joined(separator: "、")
        return .couldNotCheck(
          Localized(
            zh: "原件有无法辨认之处，可能属于：\(names)",
            en: "the copy has illegible parts, which may belong to: \(names)"))
      }
      return .checked(
        empty.map {
          rule.finding(
            Localized(zh: "“\($0.heading)”之下没有内容", en: "Nothing stands under “\($0.heading)”"),
            section: $0.id, place: $0.place)
        })
    }
  ) {
    [
      .breaks(
        "第六部分只有标题", "Section six is a heading only",
        Specimen.report().saying(in: .others), at: .section(.others)),
      .keeps("写明“无”", "It says that there is nothing", Specimen.report().saying("无。", in: .others)),
      .keeps("表格也是内容", "A table is content", Specimen.report()),
    ]
  }
}
