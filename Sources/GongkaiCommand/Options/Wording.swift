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

extension Language {
  /// What `--lang` asks for, known before the arguments are understood: an error in them is told in that language too.
  private static let asked: Language? = {
    var isNext = false
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let pointer = CommandLine.unsafeArgv[index] else { continue }
      let argument = String(cString: pointer)
      if isNext { return Language(rawValue: argument) }
      if argument == "--" { return nil }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
      isNext = argument == "--lang"
    }
    return nil
  }()

  /// The language of help and of errors: that asked for, else that of the environment.
  static var spoken: Language { asked ?? .ofLocale }
}

/// The wording in the language of help and of errors.
func say(_ zh: String, _ en: String) -> String { Language.spoken == .zh ? zh : en }

/// Help in that language.
func help(_ zh: String, _ en: String, valueName: String? = nil) -> ArgumentHelp {
  ArgumentHelp(say(zh, en), valueName: valueName)
}
