// Audit: a rule → the page that explains it, in Markdown. `gongkai rules ID` and docs/rules.md are made of it.
import DocumentModel
import ReportModel
import Statute

/// The catalogue as a document. Generated from the rules, so that it says what they do.
public enum RuleDocument {
  /// The page of one rule: what it finds, why, on what it rests, for which templates, and what its examples get.
  public static func markdown(_ rule: Rule, _ language: Language) -> String {
    var lines = ["## \(rule.id) `\(rule.name)` \(rule.title[language])", ""]
    lines += facts(rule, language).map { "- **\($0.name[language])** \($0.value[language])" }
    lines += ["", rule.rationale[language]]
    let examples = rule.examples()
    if !examples.isEmpty {
      lines += ["", language == .zh ? "| 示例 | 结果 |" : "| example | result |", "| --- | --- |"]
      lines += examples.map { "| \(escaped($0.title[language])) | \(escaped(outcome(rule, $0)[language])) |" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The whole catalogue: an overview and the page of every rule.
  public static func catalogue(_ language: Language) -> String {
    let title = language == .zh ? "# 规则目录" : "# The catalogue of rules"
    let intro =
      language == .zh
      ? "本文由规则自动生成，与程序一致；用 `gongkai rules 编号` 可以看到同样的内容。级别：错误（不合法定格式或勾稽关系）、警告（多半有误）、提示（值得一看）。"
        + "依据：明文（官方文件或模板所载）、实例（公开的报告中见到）、推定（由栏目含义得出）、本程序的限度。"
      : "Generated from the rules themselves; `gongkai rules ID` prints the same pages. Severities: error (breaks the statutory "
        + "format or its arithmetic), warning (very likely wrong), info (worth a look). A rule rests on an official text or the "
        + "template, on what published reports show, on inference from the labels, or is a limit of the tool."
    var lines = [title, "", intro, ""]
    lines.append(language == .zh ? "| 编号 | 名称 | 级别 | 内容 |" : "| id | name | severity | what is wrong |")
    lines.append("| --- | --- | --- | --- |")
    lines += Catalogue.rules.map { rule in
      "| \(rule.id) | `\(rule.name)` | \(rule.severity.name[language]) | \(rule.title[language]) |"
    }
    return (lines + [""]).joined(separator: "\n") + Catalogue.rules.map { "\n" + markdown($0, language) }.joined()
  }

  private static func facts(_ rule: Rule, _ language: Language) -> [(name: Localized, value: Localized)] {
    let templates = Template.allCases.filter(rule.templates.contains).map {
      Localized(zh: "\($0.rawValue) 年格式", en: "\($0.rawValue)")
    }.list()
    return [
      (Localized(zh: "级别：", en: "Severity:"), rule.severity.name),
      (
        Localized(zh: "依据：", en: "Rests on:"),
        Localized(zh: "\(rule.clause.zh)（\(rule.basis.name.zh)）", en: "\(rule.clause.en) (\(rule.basis.name.en))")
      ),
      (Localized(zh: "适用：", en: "Templates:"), templates),
    ]
  }

  /// The messages that an example gets.
  private static func outcome(_ rule: Rule, _ example: Example) -> Localized {
    let findings = example.findings(of: rule)
    guard !findings.isEmpty else { return Localized(zh: "符合", en: "kept") }
    return Localized(
      zh: findings.map(\.message.zh).joined(separator: "<br>"), en: findings.map(\.message.en).joined(separator: "<br>")
    )
  }

  private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}

extension Example {
  /// What the rule finds in the example, beside the reports that come before it.
  func findings(of rule: Rule) -> [Finding] {
    switch rule.scope {
    case .report: return rule.judge(Subject(report)).findings
    case .reading: return []
    case .batch:
      var chain = ChainAuditor(settings: Settings(selected: [rule.id]))
      for (index, report) in earlier.enumerated() {
        _ = chain.take(ReportDigest(report), path: "reports/\(index + 1).pdf")
      }
      return chain.take(ReportDigest(report), path: "reports/\(earlier.count + 1).pdf")
    }
  }
}

extension Severity {
  /// For people.
  var name: Localized {
    switch self {
    case .error: Localized(zh: "错误", en: "error")
    case .warning: Localized(zh: "警告", en: "warning")
    case .info: Localized(zh: "提示", en: "info")
    }
  }
}

extension Basis {
  /// For people.
  var name: Localized {
    switch self {
    case .text: Localized(zh: "明文", en: "text")
    case .practice: Localized(zh: "实例", en: "practice")
    case .inference: Localized(zh: "推定", en: "inference")
    case .tool: Localized(zh: "本程序的限度", en: "a limit of the tool")
    }
  }
}
