// X007: reading it killed the worker.
enum X007Crashed {
  static let rule = Rule(
    id: "X007", name: "crashed", severity: .error,
    title: Localized(zh: "读取时崩溃", en: "Crashed"),
    rationale: Localized(
      zh: "读取该文件的进程中途终止，多为文件畸形所致。其他文件不受影响。",
      en: "The process that read the file died, mostly of a malformed file. The other inputs were not affected."),
    clause: Localized(zh: "本程序的限度", en: "A limit of the tool"),
    basis: .tool, scope: .reading)
}
