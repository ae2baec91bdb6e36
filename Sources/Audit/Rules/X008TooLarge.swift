// X008: it went over the memory or size limit.
enum X008TooLarge {
  static let rule = Rule(
    id: "X008", name: "too-large", severity: .error,
    title: Localized(zh: "超过限额", en: "Too large"),
    rationale: Localized(
      zh: "文件或读取所需内存超过限额。可以用 --memory-limit 放宽。",
      en: "The file, or the memory to read it, went over the limit, which --memory-limit sets."),
    clause: Localized(zh: "本程序的限度", en: "A limit of the tool"),
    basis: .tool, scope: .reading)
}
