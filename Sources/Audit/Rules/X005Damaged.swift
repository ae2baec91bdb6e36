// X005: the file cannot be opened or parsed.
enum X005Damaged {
  static let rule = Rule(
    id: "X005", name: "damaged", severity: .error,
    title: Localized(zh: "无法打开或解析", en: "Cannot be opened or parsed"),
    rationale: Localized(
      zh: "文件打不开（不存在、没有权限、不是普通文件），或者内容损坏、不完整、不是 PDF 或文本。提示中写明是哪一种。",
      en:
        "The file cannot be opened (it is missing, may not be read, is no regular file), or its content is broken, cut off, or "
        + "neither a PDF nor a text. The message says which."),
    clause: Localized(zh: "本程序的限度", en: "A limit of the tool"),
    basis: .tool, scope: .reading)
}
