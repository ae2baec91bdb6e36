// Output: a finding → lines for people: severity, rule, place, message, quoted sentence, correction.
import Audit
import Foundation

/// Writes findings as `audit` and `check` show them.
struct FindingLines {
  var language: Language
  var style: Style
  /// In columns; messages are wrapped to it. Nil: not at all.
  var width: Int?

  /// The lines of one finding, without line breaks, indented by `indent` columns.
  func lines(_ finding: FindingJSON, indent: Int) -> [String] {
    let severity = finding.severity.word[language].padded(to: language == .zh ? 4 : 7)
    let place = finding.place.wording[language]
    let margin = String(repeating: " ", count: indent)
    let hanging = margin + String(repeating: " ", count: severity.displayWidth + 2 + 4 + 2)
    var lines = wrapped(
      (place.isEmpty ? "" : "[\(place)] ") + finding.message.printable, after: hanging.displayWidth)
    lines[0] =
      margin + style.show(severity, as: .severity(finding.severity)) + "  "
      + style.show(finding.rule.padded(to: 4), as: .heading) + "  " + lines[0]
    var rest = Array(lines.dropFirst())
    if let quote = finding.quote {
      rest += wrapped(language.say("原文：", "text: ") + quote.printable, after: hanging.displayWidth)
        .map { style.show($0, as: .quiet) }
    }
    for suggestion in finding.suggestions ?? finding.suggestion.map({ [$0] }) ?? [] {
      rest += wrapped(wording(suggestion), after: hanging.displayWidth).map { style.show($0, as: .correction) }
    }
    return [lines[0]] + rest.map { hanging + $0 }
  }

  /// 更正建议：申请情况表“重复申请”行“自然人”列，3 → 2.
  func wording(_ suggestion: SuggestionJSON) -> String {
    let cell = suggestion.cell
    let (row, column) = (cell.row.shortName[language], cell.column.shortName(in: cell.table)[language])
    let confirmed = suggestion.confirmedByText == true
    return language.say(
      "更正建议：\(cell.table.title.zh)“\(row)”行“\(column)”列，\(suggestion.from.map { "\($0)" } ?? "空白") → \(suggestion.to)"
        + (confirmed ? "（正文所述与此一致）" : ""),
      "suggestion: \(cell.table.title.en), row “\(row)”, column “\(column)”: \(suggestion.from.map { "\($0)" } ?? "blank") → \(suggestion.to)"
        + (confirmed ? " (as the text says)" : ""))
  }

  private func wrapped(_ text: String, after columns: Int) -> [String] {
    guard let width else { return text.components(separatedBy: "\n") }
    return text.wrapped(to: max(20, width - columns))
  }
}
