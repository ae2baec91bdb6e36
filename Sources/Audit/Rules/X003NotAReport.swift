// X003: the document is not an annual report of this kind.
enum X003NotAReport {
  static let rule = Rule(
    id: "X003", name: "not-a-report", severity: .error,
    title: Localized(zh: "不是年度报告", en: "Not an annual report"),
    rationale: Localized(
      zh: "文件中既没有年度报告的标题，也没有其六个部分或三张表格。",
      en: "The document has neither the title of an annual report nor any of its sections or tables."),
    clause: Localized(zh: "本程序的限度", en: "A limit of the tool"),
    basis: .tool, scope: .reading)
}
