// X005: the file cannot be opened or parsed.
enum X005Damaged {
  static let rule = Rule(
    id: "X005", name: "damaged", severity: .error,
    title: Localized(zh: "文件损坏", en: "Damaged"),
    rationale: Localized(
      zh: "文件打不开，或者内容不完整、不合格式。",
      en: "The file cannot be opened, or its content is broken or cut off."),
    clause: Localized(zh: "本程序的限度", en: "A limit of the tool"),
    basis: .tool, scope: .reading)
}
