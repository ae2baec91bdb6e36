// X004: the file needs a password.
enum X004Encrypted {
  static let rule = Rule(
    id: "X004", name: "encrypted", severity: .error,
    title: Localized(zh: "文件加密", en: "Encrypted"),
    rationale: Localized(
      zh: "打开文件需要密码。请提供不加密的文件。",
      en: "The file asks for a password. Provide one without."),
    clause: Localized(zh: "本程序的限度", en: "A limit of the tool"),
    basis: .tool, scope: .reading)
}
