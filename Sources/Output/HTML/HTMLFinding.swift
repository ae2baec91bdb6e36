// Output: a finding → its place in the web page: what is wrong, where, what would mend it, and why it matters.
import Audit
import Foundation

/// Writes a finding with its explanation from the catalogue.
struct HTMLFinding {
  let number: Int
  let finding: FindingJSON
  let language: Language

  func write(to page: inout Markup) {
    page.raw("<section")
    page.attribute("class", "finding \(finding.severity.rawValue)")
    page.attribute("data-f", "\(number)")
    page.raw(" tabindex=\"0\"><p class=\"head\"><span class=\"chip\">")
    page.text("\(finding.severity.word[language]) \(finding.rule)")
    page.raw("</span> ")
    let rule = Catalogue.rule(finding.rule)
    page.element("strong", rule?.title[language] ?? finding.name)
    let place = finding.place.wording[language]
    if !place.isEmpty {
      page.raw(" <span class=\"quiet\">")
      page.text(place)
      page.raw("</span>")
    }
    page.raw("</p>\n")
    page.element("p", finding.message)
    if let quote = finding.quote { page.element("blockquote", quote) }
    for suggestion in finding.allSuggestions {
      page.element("p", language.say("更正建议：", "Suggestion: ") + suggestion.sentence(language)) {
        $0.raw(" class=\"fix\"")
      }
    }
    if let rule {
      page.raw("<details><summary>")
      page.text(language.say("说明与依据", "What the rule means, and what it rests on"))
      page.raw("</summary>")
      page.element("p", rule.rationale[language])
      page.element("p", language.say("依据：", "Rests on: ") + rule.clause[language])
      page.raw("</details>")
    }
    page.raw("</section>\n")
  }
}
