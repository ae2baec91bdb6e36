// GongkaiCommand: --lang.
import ArgumentParser
import Gongkai

struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: help("结果和提示的语言，默认依环境而定", "language of results and messages; by default that of the environment"))
  var chosen: Language?

  var language: Language { chosen ?? .ofLocale }
}
