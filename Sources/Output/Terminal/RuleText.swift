// Output: Rule → the catalogue, or the page that explains one rule.
import Audit
import Statute

/// What `gongkai rules` prints.
public struct RuleText {
  private let language: Language
  private let style: Style

  public init(language: Language, style: Style) {
    self.language = language
    self.style = style
  }

  /// A line a rule: id, severity, name, title.
  public func list(_ rules: [Rule]) -> String {
    let nameWidth = rules.map(\.name.displayWidth).max() ?? 0
    return rules.map { rule in
      let severity = rule.severity.word[language].padded(to: language == .zh ? 4 : 7)
      return style.show(rule.id, as: .heading) + "  " + style.show(severity, as: .severity(rule.severity)) + "  "
        + rule.name.padded(to: nameWidth) + "  " + rule.title[language] + "\n"
    }.joined()
  }

  /// What the rule finds, why, which clause it rests on, for which years, and examples that break and keep it.
  public func page(_ rule: Rule) -> String {
    let templates = Template.allCases.filter(rule.templates.contains).map(\.rawValue)
    var lines = [
      style.show("\(rule.id) \(rule.name)", as: .heading) + "  " + rule.title[language],
      "",
      field("级别", "severity", rule.severity.word[language]),
      field("依据", "rests on", rule.clause[language] + basis(rule.basis)),
      field(
        "适用", "templates", templates.map { language.say("\($0)年格式", $0) }.joined(separator: language.say("、", ", "))),
      "",
    ]
    lines += rule.rationale[language].wrapped(to: 78)
    let examples = rule.examples()
    if !examples.isEmpty { lines += ["", language.say("示例：", "examples:")] }
    for example in examples {
      let verdict =
        example.expected.isEmpty ? language.say("符合", "keeps it") : language.say("违反", "breaks it")
      lines.append("  " + verdict.padded(to: language == .zh ? 4 : 9) + "  " + example.title[language])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func field(_ zh: String, _ en: String, _ value: String) -> String {
    style.show(language.say(zh, en.padded(to: 9)), as: .quiet) + "  " + value
  }

  private func basis(_ basis: Basis) -> String {
    switch basis {
    case .text: language.say("〔条文或表样〕", " [text]")
    case .practice: language.say("〔实例所见〕", " [practice]")
    case .inference: language.say("〔由表意推出〕", " [inference]")
    case .tool: language.say("〔本工具的限度〕", " [the tool's limit]")
    }
  }
}
