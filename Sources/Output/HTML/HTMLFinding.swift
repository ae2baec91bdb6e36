// Output: a finding → its place in the web page: what is wrong, where, what would mend it, and why it matters.
import Audit
import Foundation

/// Writes a finding with its explanation from the catalogue.
struct HTMLFinding {
  let number: Int
  let finding: FindingJSON
  let message: Localized

  func write(to page: inout Markup) {
    page.raw("<section")
    page.attribute("class", "finding \(finding.severity.rawValue)")
    page.attribute("data-f", "\(number)")
    page.raw(" tabindex=\"0\"><p class=\"head\"><span class=\"chip\">")
    page.text(finding.severity.word + " \(finding.rule)")
    page.raw("</span> ")
    let rule = Catalogue.rule(finding.rule)
    page.element("strong", rule?.title ?? both(finding.name, finding.name))
    let place = finding.place.wording
    if !place.zh.isEmpty {
      page.raw(" <span class=\"quiet\">")
      page.text(place)
      page.raw("</span>")
    }
    page.raw("</p>\n")
    page.element("p", message)
    if let quote = finding.quote { page.element("blockquote", quote) }
    for suggestion in finding.allSuggestions {
      page.element("p", both("更正建议：", "Suggestion: ") + both(suggestion.sentence(.zh), suggestion.sentence(.en))) {
        $0.raw(" class=\"fix\"")
      }
    }
    if let rule {
      page.raw("<details><summary>")
      page.text(both("说明与依据", "What the rule means, and what it rests on"))
      page.raw("</summary>")
      page.element("p", rule.rationale)
      page.element("p", both("依据：", "Rests on: ") + rule.clause)
      page.raw("</details>")
    }
    page.raw("</section>\n")
  }
}
