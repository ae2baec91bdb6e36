// gongkai rules: the catalogue, or one rule explained.
import ArgumentParser
import Gongkai
import Output

struct RulesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules",
      abstract: say("规则目录；给出编号则说明该规则", "The catalogue of rules; with an id, that rule explained"))
  }

  @Argument(help: help("规则编号，如 A001", "id of a rule, such as A001"))
  var id: String?
  @Flag(help: help("以 Markdown 输出，即 docs/rules.md 的内容", "as Markdown: what docs/rules.md holds"))
  var markdown = false
  @OptionGroup var language: LanguageOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let content = Array(try page().utf8)
    try writing {
      var destination = try Destination(path: nil)
      try destination.write(content)
      try destination.finish()
    }
  }

  private func page() throws -> String {
    let text = RuleText(language: language.language, style: display.style(for: 1))
    if let id {
      guard let rule = Catalogue.rules.first(where: { $0.id == id.uppercased() || $0.name == id }) else {
        throw ValidationError(
          say("没有规则 \(id)；“gongkai rules”列出全部规则", "there is no rule \(id); `gongkai rules` lists them"))
      }
      return markdown ? RuleDocument.markdown(rule, language.language) : text.page(rule)
    }
    return markdown ? RuleDocument.catalogue(language.language) : text.list(Catalogue.rules)
  }
}
