// X006: reading did not finish within the time limit.
enum X006TooSlow {
  static let rule = Rule(
    id: "X006", name: "too-slow", severity: .error,
    title: Localized(zh: "超过时限", en: "Too slow"),
    rationale: Localized(
      zh: "读取在时限内没有完成。可以用 --timeout 放宽时限。",
      en: "Reading did not finish within the time limit, which --timeout sets."),
    clause: Localized(zh: "本程序的限度", en: "A limit of the tool"),
    basis: .tool, scope: .reading)
}
