// N006: 2021 form: the text's 规范性文件 made, repealed or in force differ from the table.
import ReportModel
import Statute

enum N006NarrativeDocuments {
  static let rule = Rule(
    id: "N006", name: "narrative-documents", severity: .warning,
    title: Localized(zh: "文中规范性文件数与表不符", en: "Normative documents: text and table differ"),
    rationale: Localized(
      zh: "正文所写制发、废止、现行有效的规范性文件件数，应当与表中“行政规范性文件”一行一致。公开、解读、清理、审查的件数是另一回事，不比较。",
      en:
        "The numbers of normative documents made, repealed and in force that the text gives should be those of the table. "
        + "Those published, interpreted or reviewed are other numbers and left alone."),
    clause: Localized(zh: "公开的年度报告中见到的矛盾", en: "A contradiction seen in published reports"),
    basis: .practice, templates: [.form2021],
    scope: .report { rule, subject in
      guard subject.report[.article20]?.template == .form2021 else { return .notApplicable }
      return rule.judgeClaims(subject) { $0.table == .article20 }
    }
  ) {
    func saying(_ sentence: String) -> Report { Specimen.report().saying(sentence, in: .overview) }
    func mark(_ column: ColumnID) -> Example.Mark {
      Example.Mark(
        table: .article20, cells: [CellReference(row: .normativeDocuments, column: column)], section: .overview)
    }
    return [
      .breaks("制发 5 件，表中 3 件", "5 made, 3 in the table", saying("全年制发行政规范性文件5件。"), at: mark(.made)),
      .breaks("规范性文件 0 件，表中制发 3 件", "None, 3 made in the table", saying("本年度规范性文件0件。"), at: mark(.made)),
      .breaks("废止 2 件，表中 1 件", "2 repealed, 1 in the table", saying("废止规范性文件2件。"), at: mark(.repealed)),
      .keeps("与表一致", "As in the table", saying("制定规范性文件3件，废止1件，现行有效规范性文件12件。")),
      .keeps("公开的件数", "Those published", saying("公开规范性文件8件，解读规范性文件4件。")),
      .keeps("清理的件数", "Those reviewed", saying("清理规范性文件20件。")),
    ]
  }
}
