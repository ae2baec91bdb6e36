// X002: pages are images without text, or text that cannot be decoded.
enum X002NoTextLayer {
  static let rule = Rule(
    id: "X002", name: "no-text-layer", severity: .error,
    title: Localized(zh: "没有文字层", en: "No text layer"),
    rationale: Localized(
      zh: "页面只有图像，没有文字；或者字体没有说明所画的是哪些字，文字无法解读。本程序不做光学字符识别；请先识别，或者索取有文字的文件。",
      en:
        "The pages are images without text, or their fonts do not say which characters they draw. The tool does no optical character recognition: run one first, or ask for a file with text."
    ),
    clause: Localized(zh: "本程序的限度", en: "A limit of the tool"),
    basis: .tool, scope: .reading)
}
