// Audit: why an input could not be read → its X finding.
import DocumentModel

extension Finding {
  /// The finding of an input that could not be read, X002 to X008. It is given whatever rules are selected, since the record
  /// has no report to show instead; only its severity can be set.
  public static func failure(_ failure: ReadingFailure, settings: Settings = Settings()) -> Finding {
    let (rule, message): (Rule, Localized) =
      switch failure {
      case .noTextLayer(let pages):
        (
          X002NoTextLayer.rule,
          Localized(
            zh: "\(pages) 页都没有文字：只有图像，或为空白页",
            en: "\(pages) \(pages == 1 ? "page" : "pages") without text: images, or nothing at all")
        )
      case .undecodable(let seen):
        (
          X002NoTextLayer.rule,
          Localized(
            zh: "文字层无法解读：字体没有说明（或错误地说明）所画的是哪些字，读出的是“\(seen)”",
            en:
              "The text cannot be decoded: its fonts do not say, or say wrongly, which characters they draw; what comes out is “\(seen)”"
          )
        )
      case .notAReport(let seen):
        (
          X003NotAReport.rule,
          seen.isEmpty
            ? Localized(zh: "文件没有内容", en: "The document says nothing")
            : Localized(
              zh: "不是政府信息公开工作年度报告，开头为“\(seen)”",
              en: "Not an annual report on government information disclosure; it starts with “\(seen)”")
        )
      case .encrypted: (X004Encrypted.rule, Localized(zh: "打开文件需要密码", en: "The file needs a password"))
      case .damaged(let defect): (X005Damaged.rule, defect.wording)
      case .tooSlow(let seconds):
        (
          X006TooSlow.rule,
          Localized(zh: "\(seconds) 秒内没有读完", en: "Not read within \(seconds) seconds")
        )
      case .crashed(let end):
        (
          X007Crashed.rule,
          Localized(zh: "读取进程终止：\(end.wording.zh)", en: "The reading process died: \(end.wording.en)")
        )
      case .tooLarge(let excess): (X008TooLarge.rule, excess.wording)
      }
    return rule.finding(message, severity: settings.severities[rule.id])
  }
}
