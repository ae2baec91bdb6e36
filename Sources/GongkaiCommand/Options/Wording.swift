// GongkaiCommand: the language of the environment → help and messages, Chinese and English beside each other.
import ArgumentParser
import Glibc
import Gongkai

extension Language: ExpressibleByArgument {
  /// `en` where the locale names a language other than Chinese, else `zh`; C and POSIX name none.
  static var ofLocale: Language {
    // Asked for every word of help: the whole environment as a dictionary would take longer than reading a page.
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { (name: String) -> String? in
        getenv(name).map { String(cString: $0) }
      }.first { !$0.isEmpty } ?? ""
    let name = locale.prefix { $0 != "." && $0 != "@" }
    return name.isEmpty || name == "C" || name == "POSIX" || name.hasPrefix("zh") ? .zh : .en
  }
}

/// The wording in the language of the environment.
func say(_ zh: String, _ en: String) -> String { Language.ofLocale == .zh ? zh : en }

/// Help in the language of the environment.
func help(_ zh: String, _ en: String, valueName: String? = nil) -> ArgumentHelp {
  ArgumentHelp(say(zh, en), valueName: valueName)
}
