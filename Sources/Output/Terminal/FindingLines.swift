// Output: findings → lines for people: severity, rule, place, message, quoted sentence, correction.
import Audit
import Foundation

/// Writes findings as `audit` and `check` show them.
struct FindingLines {
  var language: Language
  var style: Style
  /// In columns; messages are wrapped to it. Nil: not at all.
  var width: Int?
  /// True where a page is not enough and the place on it is named too.
  var namesPlaceOnPage = false

  /// How many findings of one rule are shown of a report. A file can hold any number of faults, and nobody reads thousands.
  var mostOfARule = 50

  /// The lines of a report's findings, without line breaks. A correction that mends several of them stands under the last.
  func lines(_ findings: [FindingJSON], indent: Int) -> [String] {
    var (shown, counts) = ([FindingJSON](), [String: Int]())
    var mended: [[SuggestionJSON]: [String]] = [:]
    var last: [[SuggestionJSON]: Int] = [:]
    for finding in findings {
      let suggestions = finding.allSuggestions
      if !suggestions.isEmpty { mended[suggestions, default: []].append(finding.rule) }
      counts[finding.rule, default: 0] += 1
      guard counts[finding.rule]! <= mostOfARule else { continue }
      last[suggestions] = shown.count
      shown.append(finding)
    }
    let lines = shown.enumerated().flatMap { index, finding in
      let suggestions = finding.allSuggestions
      return self.lines(
        finding, suggestions: last[suggestions] == index ? suggestions : [], mending: mended[suggestions] ?? [],
        indent: indent)
    }
    return lines + more(counts, indent: indent)
  }

  /// How many findings of each rule are not shown.
  private func more(_ counts: [String: Int], indent: Int) -> [String] {
    counts.filter { $0.value > mostOfARule }.sorted { $0.key < $1.key }.flatMap { rule, count in
      let text = language.say(
        "……\(rule) 另有 \(count - mostOfARule) 处未列出；gongkai audit --format jsonl 可得全部",
        "… and \(count - mostOfARule) more of \(rule), not shown; gongkai audit --format jsonl gives them all")
      return wrapped(text, after: indent).map { String(repeating: " ", count: indent) + style.show($0, as: .quiet) }
    }
  }

  /// What stands over the findings of a report.
  func heading(_ path: String, agency: String?, year: Int?) -> String {
    var subject = (agency ?? "").printable
    if let year { subject += language.say("\(year)年", subject.isEmpty ? "\(year)" : " \(year)") }
    let path = style.show(path.printable, as: .heading)
    return subject.isEmpty ? path : "\(path)  \(subject)"
  }

  /// The lines of findings that only the end of a run could show, each under its report; then an empty one.
  func lines(_ late: [LateFinding]) -> [String] {
    guard !late.isEmpty else { return [] }
    return late.flatMap { late in
      [heading(late.path, agency: late.agency, year: late.year)] + lines([late.finding], indent: 2)
    } + [""]
  }

  private func lines(
    _ finding: FindingJSON, suggestions: [SuggestionJSON], mending rules: [String], indent: Int
  ) -> [String] {
    let severity = finding.severity.word[language].padded(to: language == .zh ? 4 : 7)
    let margin = String(repeating: " ", count: indent)
    let hanging = margin + String(repeating: " ", count: severity.displayWidth + 2 + 4 + 2)
    let place = place(of: finding)
    var lines = wrapped((place.isEmpty ? "" : "[\(place)] ") + finding.message.printable, after: hanging.displayWidth)
    lines[0] =
      margin + style.show(severity, as: .severity(finding.severity)) + "  "
      + style.show(finding.rule.padded(to: 4), as: .heading) + "  " + lines[0]
    // Most messages quote it themselves.
    if let quote = finding.quote, !finding.message.contains(quote) {
      lines += wrapped(language.say("原文：", "text: ") + quote.printable, after: hanging.displayWidth)
        .map { hanging + style.show($0, as: .quiet) }
    }
    for suggestion in suggestions {
      lines += wrapped(wording(suggestion, mending: rules), after: hanging.displayWidth)
        .map { hanging + style.show($0, as: .correction) }
    }
    for index in lines.indices.dropFirst() where !lines[index].hasPrefix(hanging) {
      lines[index] = hanging + lines[index]
    }
    return lines
  }

  private func place(of finding: FindingJSON) -> String {
    let page = finding.place.wording[language]
    guard namesPlaceOnPage, let box = finding.place.box?.rectangle else { return page }
    // People measure paper in centimetres; 1 pt is 2.54/72 cm.
    let millimetres = Int((box.top / 72 * 25.4).rounded())
    let centimetres = "\(millimetres / 10).\(millimetres % 10)"
    return page + language.say("，距上沿 \(centimetres) 厘米", ", \(centimetres) cm from the top")
  }

  /// 更正建议：申请情况表“重复申请·自然人”3 → 2.
  private func wording(_ suggestion: SuggestionJSON, mending rules: [String]) -> String {
    let cell = suggestion.cell
    let (row, column) = (cell.row.shortName[language], cell.column.shortName(in: cell.table)[language])
    let from = suggestion.from?.description ?? language.say("空白", "blank")
    var text = language.say(
      "更正建议：\(cell.table.shortName.zh)“\(row)”行“\(column)”列 \(from) → \(suggestion.to)",
      "suggestion: \(cell.table.shortName.en), row “\(row)”, column “\(column)”: \(from) → \(suggestion.to)")
    let unique = rules.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if rules.count > 1 {
      text += language.say(
        "，\(unique.joined(separator: "、")) 共 \(rules.count) 处即可成立",
        "; this mends \(rules.count == 2 ? "both" : "all \(rules.count)") (\(unique.joined(separator: ", ")))")
    }
    if suggestion.confirmedByText == true { text += language.say("；正文所述与此一致", "; the text says so too") }
    return text
  }

  private func wrapped(_ text: String, after columns: Int) -> [String] {
    guard let width else { return text.components(separatedBy: "\n") }
    return text.wrapped(to: max(20, width - columns))
  }
}
