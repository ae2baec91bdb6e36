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
