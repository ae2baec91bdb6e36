// Output: Rule → a SARIF reportingDescriptor with its help.
import Audit
import Statute

/// The program and its catalogue.
struct SARIFTool: JSONWritable {
  var rules: [Rule]
  var language: Language

  func write(to json: inout JSONWriter) {
    json.object { json in json.field("driver", Driver(rules: rules.map { SARIFRule($0, language: language) })) }
  }

  private struct Driver: JSONWritable {
    var rules: [SARIFRule]

    func write(to json: inout JSONWriter) {
      json.object { json in
        json.field("name", Tool.name)
        json.field("semanticVersion", Tool.version)
        json.field("version", Tool.version)
        json.field("rules", rules)
      }
    }
  }
}

extension Severity {
  /// error, warning, note.
  var sarifLevel: String { self == .info ? "note" : rawValue }
}

/// A message of SARIF: `{"text": …}`.
struct SARIFText: JSONWritable {
  var text: String
  var markdown: String?

  init(_ text: String, markdown: String? = nil) {
    (self.text, self.markdown) = (text, markdown)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("text", text)
      json.optionalField("markdown", markdown)
    }
  }
}

/// A rule as viewers show it.
struct SARIFRule: JSONWritable {
  private let rule: Rule
  private let language: Language

  init(_ rule: Rule, language: Language) {
    (self.rule, self.language) = (rule, language)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("id", rule.id)
      json.field("name", rule.name)
      json.field("shortDescription", SARIFText(rule.title[language]))
      json.field("fullDescription", SARIFText(rule.rationale[language]))
      json.field("help", help)
      json.field("defaultConfiguration", Level(level: rule.severity.sarifLevel))
      json.field("properties", Properties(rule: rule))
    }
  }

  /// What is wrong, on what the rule rests, for which years.
  private var help: SARIFText {
    let years = Template.allCases.filter(rule.templates.contains).map(\.rawValue).joined(
      separator: language.say("、", ", "))
    let (restsOn, templates) = (language.say("依据：", "Rests on: "), language.say("适用表样：", "Forms: "))
    return SARIFText(
      "\(rule.rationale[language])\n\n\(restsOn)\(rule.clause[language])\n\n\(templates)\(years)",
      markdown: "\(rule.rationale[language].markdownText)\n\n**\(restsOn)**\(rule.clause[language].markdownText)\n\n"
        + "**\(templates)**\(years)")
  }

  private struct Level: JSONWritable {
    var level: String
    func write(to json: inout JSONWriter) { json.object { $0.field("level", level) } }
  }

  private struct Properties: JSONWritable {
    var rule: Rule

    func write(to json: inout JSONWriter) {
      json.object { json in
        json.field("tags", [Self.tag(of: rule)])
        json.field("basis", rule.basis.rawValue)
        json.field("templates", Template.allCases.filter(rule.templates.contains).map(\.rawValue))
      }
    }

    /// The group of the catalogue, by the rule's letter.
    private static func tag(of rule: Rule) -> String {
      switch rule.id.first {
      case "S": "structure"
      case "V": "value"
      case "A": "arithmetic"
      case "N": "narrative"
      case "Y": "date"
      case "C": "comparison"
      default: "extraction"
      }
    }
  }
}

extension String {
  /// The text with the characters escaped that Markdown would take for its own.
  fileprivate var markdownText: String {
    reduce(into: "") { text, character in
      if "\\`*_{}[]<>#|".contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
