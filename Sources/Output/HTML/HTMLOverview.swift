// Output: the counts of a run and its list of reports → the first part of the web page.
import Audit
import Foundation

/// A line of the list of reports.
struct HTMLListEntry {
  var link: String
  var path: String
  var agency: String?
  var year: Int?
  var status: ReadingStatus
  var findings: SeverityTally
  /// In the order of the catalogue, each once.
  var rules: [String]

  init(_ record: EncodedRecord, link: String) {
    self.link = link
    path = record.source.path
    (agency, year, status) = (record.agency, record.year, record.status)
    var (tally, rules) = (SeverityTally(), [String]())
    for finding in record.findings {
      tally.add(finding.severity)
      if !rules.contains(finding.rule) { rules.append(finding.rule) }
    }
    (findings, self.rules) = (tally, rules)
  }
}

/// Writes the overview.
struct HTMLOverview {
  let summary: Summary
  let tally: HTMLTally
  let entries: [HTMLListEntry]
  /// Of the messages in `summary`.
  let language: Language

  /// Bars that a chart has at most; the table below names the others.
  private static let mostBars = 12

  func write(to page: inout Markup) {
    page.raw("<div id=\"overview\">\n")
    page.element("h1", Self.title) { $0.raw(" tabindex=\"-1\"") }
    page.element("p", both(SummaryText(language: .zh).inputs(summary), SummaryText(language: .en).inputs(summary))) {
      $0.raw(" class=\"quiet\"")
    }
    page.raw("<ul class=\"figures\">")
    figure(summary.errors, Severity.error.word, class: "error", to: &page)
    figure(summary.warnings, Severity.warning.word, class: "warning", to: &page)
    figure(summary.infos, Severity.info.word, class: "info", to: &page)
    figure(summary.clean, both("份未发现问题", "without findings"), class: "good", to: &page)
    figure(summary.unreadable, both("份未能读取", "not readable"), class: "quiet", to: &page)
    page.raw("</ul>\n<div class=\"cards\">\n")
    let rules = HTMLTally.ranked(tally.rules).map { ("rule:\($0.name)", ruleName($0.name), $0.count) }
    let severities = [Severity.error, .warning, .info].filter { tally.all[$0] > 0 }.map { severity in
      var count = SeverityTally()
      count.add(severity, times: tally.all[severity])
      return ("severity:\(severity.rawValue)", severity.word, count)
    }
    page.raw("<div class=\"stack\">")
    chart(both("按级别", "By severity"), severities, to: &page)
    let years = tally.years.sorted { $0.key < $1.key }.map {
      ("year:\($0.key)", both("\($0.key)", "\($0.key)"), $0.value)
    }
    chart(both("按年度", "By year"), years, to: &page)
    page.raw("</div>\n")
    chart(both("按规则", "By rule"), rules, to: &page)
    let bodies = HTMLTally.ranked(tally.bodies).map { ("search:\($0.name)", both($0.name, $0.name), $0.count) }
    chart(both("按机关", "By body"), bodies, to: &page)
    page.raw("</div>\n<section class=\"card\">")
    page.element("h2", both("报告", "Reports"))
    filters(to: &page)
    list(to: &page)
    page.raw("</section>\n")
    if !summary.late.isEmpty { late(to: &page) }
    page.raw("</div>\n")
  }

  /// Findings that only the end of the run could show, with the report that each is on.
  private func late(to page: inout Markup) {
    page.raw("<section class=\"card\">")
    page.element("h2", both("比较全部报告后的发现", "Found by comparing all reports"))
    for (index, late) in summary.late.enumerated() {
      if let entry = entries.first(where: { $0.path == late.path }) {
        page.raw("<p>")
        page.element("a", late.path) { $0.attribute("href", entry.link) }
        page.raw("</p>")
      } else {
        page.element("p", late.path) { $0.raw(" class=\"path\"") }
      }
      HTMLFinding(
        number: index + 1, finding: late.finding,
        message: Localized(late.finding.message, in: language, other: late.translation)
      ).write(to: &page)
    }
    page.raw("</section>\n")
  }

  static let title = both("政府信息公开工作年度报告审核", "Audit of annual reports on government information disclosure")

  private func ruleName(_ id: String) -> Localized {
    Catalogue.rule(id).map { "\(id) " + $0.title } ?? both(id, id)
  }

  private func figure(_ count: Int, _ name: Localized, class kind: String, to page: inout Markup) {
    page.raw("<li")
    page.attribute("class", kind)
    page.raw(">")
    page.element("b", "\(count)")
    page.text(name)
    page.raw("</li>")
  }

  /// Bars by severity; each leads to its reports.
  private func chart(
    _ title: Localized, _ bars: [(pick: String, name: Localized, count: SeverityTally)], to page: inout Markup
  ) {
    guard !bars.isEmpty else { return }
    page.raw("<section class=\"card\">")
    page.element("h2", title)
    page.raw("<table class=\"bars\"><tbody>\n")
    let most = max(1, bars.map(\.count.total).max() ?? 1)
    for bar in bars.prefix(Self.mostBars) {
      page.raw("<tr><th scope=\"row\">")
      page.element("a", bar.name) {
        $0.raw(" href=\"#list\"")
        $0.attribute("data-pick", bar.pick)
      }
      page.raw("</th><td><svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
      var left = 0.0
      for severity in [Severity.error, .warning, .info] where bar.count[severity] > 0 {
        let width = Double(bar.count[severity]) * 100 / Double(most)
        page.raw("<rect y=\"0\" height=\"8\"")
        page.attribute("class", severity.rawValue)
        page.attribute("x", left.hundredths)
        page.attribute("width", width.hundredths)
        page.raw("/>")
        left += width
      }
      page.raw("</svg></td><td>")
      page.number(bar.count.total)
      page.raw("</td></tr>\n")
    }
    page.raw("</tbody></table>")
    if bars.count > Self.mostBars {
      let rest = bars.count - Self.mostBars
      page.element("p", both("另有 \(rest) 项", "and \(rest) more")) { $0.raw(" class=\"quiet\"") }
    }
    page.raw("</section>\n")
  }

  private func filters(to page: inout Markup) {
    page.raw("<form class=\"tools\" role=\"search\"><label>")
    page.text(both("查找（按 / 键）", "search (press /)"))
    page.raw("<input type=\"search\" id=\"search\" autocomplete=\"off\"></label>\n")
    let severities = [Severity.error, .warning, .info].map { ($0.rawValue, $0.word) }
    select(
      "severity", both("级别", "severity"), severities + [("none", both("未发现问题", "no findings"))],
      to: &page)
    select("rule", both("规则", "rule"), tally.rules.keys.sorted().map { ($0, ruleName($0)) }, to: &page)
    select("year", both("年度", "year"), tally.years.keys.sorted().map { ("\($0)", both("\($0)", "\($0)")) }, to: &page)
    page.raw("<p class=\"quiet\" role=\"status\"><span id=\"shown\">")
    page.number(entries.count)
    page.raw("</span> / ")
    page.text(both("\(entries.count) 份", "\(entries.count) reports"))
    page.raw("</p></form>\n")
  }

  private func select(
    _ id: String, _ label: Localized, _ options: [(value: String, text: Localized)], to page: inout Markup
  ) {
    page.raw("<label>")
    page.text(label)
    page.raw("<select")
    page.attribute("id", id)
    page.raw(">")
    for option in [("", both("全部", "all"))] + options {
      page.element("option", option.text[language]) {
        $0.attribute("value", option.value)
        $0.translations(option.text)
      }
    }
    page.raw("</select></label>\n")
  }

  private func list(to page: inout Markup) {
    page.raw("<div class=\"scroll\"><table class=\"list\" id=\"list\"><thead><tr>")
    let columns: [(name: Localized, kind: String)] = [
      (both("机关", "body"), ""), (both("年度", "year"), "n"), (Severity.error.word, "n"),
      (Severity.warning.word, "n"), (Severity.info.word, "n"),
      (both("规则", "rules"), "wide"),
      (both("读取", "reading"), "wide"),
    ]
    for column in columns {
      page.raw("<th scope=\"col\"")
      page.attribute("class", column.kind)
      page.raw("><button type=\"button\">")
      page.text(column.name)
      page.raw("</button></th>")
    }
    page.raw("</tr></thead><tbody>\n")
    for entry in entries { write(entry, to: &page) }
    page.raw("</tbody></table></div>\n")
  }

  private func write(_ entry: HTMLListEntry, to page: inout Markup) {
    let present = [Severity.error, .warning, .info].filter { entry.findings[$0] > 0 }.map(\.rawValue)
    page.raw("<tr")
    page.attribute("data-s", present.isEmpty ? "none" : present.joined(separator: " "))
    page.attribute("data-r", entry.rules.joined(separator: " "))
    page.attribute("data-y", entry.year?.description ?? "")
    page.raw("><td>")
    page.element("a", entry.agency ?? entry.path) { $0.attribute("href", entry.link) }
    if entry.agency != nil { page.element("div", entry.path) { $0.raw(" class=\"path\"") } }
    page.raw("</td><td class=\"n\">")
    page.text(entry.year?.description ?? "")
    for severity in [Severity.error, .warning, .info] {
      page.raw("</td><td")
      page.attribute("class", entry.findings[severity] > 0 ? "n \(severity.rawValue)" : "n")
      page.raw(">")
      page.number(entry.findings[severity])
    }
    page.raw("</td><td class=\"wide\">")
    for rule in entry.rules {
      page.element("span", rule) { $0.attribute("class", "chip \(Catalogue.rule(rule)?.severity.rawValue ?? "")") }
    }
    page.raw("</td><td class=\"wide\">")
    page.text(entry.status.words)
    page.raw("</td></tr>\n")
  }
}

extension Double {
  /// To a hundredth.
  fileprivate var hundredths: String { "\((self * 100).rounded() / 100)" }
}
