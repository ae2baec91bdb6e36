// Output: the words that formats for people share, Chinese and English beside each other.
import Audit
import Statute

extension Severity {
  /// 错误, 警告, 提示.
  public var word: Localized {
    switch self {
    case .error: Localized(zh: "错误", en: "error")
    case .warning: Localized(zh: "警告", en: "warning")
    case .info: Localized(zh: "提示", en: "info")
    }
  }
}

extension TableID {
  /// What the table is called in messages.
  public var title: Localized {
    switch self {
    case .article20: Localized(zh: "主动公开情况表（第二十条）", en: "proactive disclosure (article 20)")
    case .applications: Localized(zh: "申请情况表", en: "applications")
    case .reviewAndLitigation: Localized(zh: "复议、诉讼情况表", en: "review and litigation")
    }
  }
}

extension PlaceJSON {
  /// 第3页, 第12行; empty where there is no place.
  public var wording: Localized {
    if let page { return Localized(zh: "第\(page)页", en: "page \(page)") }
    if let line { return Localized(zh: "第\(line)行", en: "line \(line)") }
    return Localized(zh: "", en: "")
  }
}

extension Language {
  /// Picks the wording in this language.
  func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    self == .zh ? zh() : en()
  }
}
