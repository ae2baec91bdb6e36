// Output: one report → its part of the web page: findings beside the pictures of their places, then the tables.
import Audit
import Foundation

/// Writes a report as an article.
struct HTMLReport {
  /// Where the links at the top of a report lead; nil where there is nothing in that direction.
  struct Trail {
    var list: String
    var previous: String?
    var next: String?
  }

  let id: String
  let data: HTMLReportData
  let trail: Trail
  let language: Language
  /// True where clippings were left out because the page has grown large.
  var lacksClippings = false

  func write(to page: inout Markup) {
    page.raw("<article")
    page.attribute("id", id)
    page.raw(">\n<nav class=\"trail\">")
    link("up", trail.list, language.say("← 全部报告", "← all reports"), to: &page)
    if let previous = trail.previous { link("prev", previous, language.say("上一份", "previous"), to: &page) }
    if let next = trail.next { link("next", next, language.say("下一份", "next"), to: &page) }
    page.raw("</nav>\n")
    page.element("h1", data.name(language)) { $0.raw(" tabindex=\"-1\"") }
    page.element("p", data.record.source.path) { $0.raw(" class=\"path\"") }
    if let title = data.record.report.wrapped?.title.wrapped { page.element("p", title) }
    page.element("p", data.record.status.wording(language)) { $0.raw(" class=\"quiet\"") }
    page.raw("<section class=\"card\">")
    page.element("h2", findingsHeading)
    if lacksClippings {
      page.element(
        "p",
        language.say(
          "本页已很大，此处略去原件截图；用 --output 文件夹/ 可得全部截图。",
          "This page has grown large: the pictures of the pages are left out; --output FOLDER/ gives them all.")
      ) { $0.raw(" class=\"quiet\"") }
    }
    for group in data.groups { write(group, to: &page) }
    for unchecked in data.record.unchecked ?? [] {
      page.element("p", language.say("未能核对 ", "not checked ") + "\(unchecked.rule)：\(unchecked.reason)") {
        $0.raw(" class=\"quiet\"")
      }
    }
    page.raw("</section>\n")
    if let tables = data.record.report.wrapped?.tables, !tables.isEmpty {
      page.raw("<section class=\"card tables\">")
      page.element("h2", language.say("还原的表格", "Tables as reconstructed"))
      page.element("p", legend) { $0.raw(" class=\"quiet\"") }
      for table in tables { HTMLTable(table: table, findings: data.findings, language: language).write(to: &page) }
      page.raw("</section>\n")
    }
    page.raw("</article>\n")
  }

  private var findingsHeading: String {
    data.findings.isEmpty
      ? language.say("未发现问题", "No findings")
      : language.say("发现（\(data.findings.count) 处）", "Findings (\(data.findings.count))")
  }

  private var legend: String {
    language.say(
      "实线框：有问题的格；虚线框：建议更正；点下划线：计入合计的数；问号：未能确认的格。",
      "Framed: what is wrong; dashed: suggested correction; dotted underline: what adds up to it; question mark: not certain."
    )
  }

  private func link(_ relation: String, _ target: String, _ text: String, to page: inout Markup) {
    page.element("a", text) {
      $0.attribute("rel", relation)
      $0.attribute("href", target)
    }
    page.raw(" ")
  }

  private func write(_ group: HTMLReportData.Group, to page: inout Markup) {
    page.raw(group.clipping == nil ? "<div class=\"group bare\"><div>" : "<div class=\"group\"><div>")
    for number in group.findings {
      HTMLFinding(number: number, finding: data.findings[number - 1], language: language).write(to: &page)
    }
    page.raw("</div>")
    if let clipping = group.clipping {
      HTMLClipping(clipping: clipping, numbers: group.findings, data: data, language: language).write(to: &page)
    }
    page.raw("</div>\n")
  }
}

extension ReadingStatus {
  /// 已全部读取.
  package func wording(_ language: Language) -> String {
    switch self {
    case .read: language.say("已全部读取", "read in full")
    case .partial: language.say("部分读取：有格或部分未能确认", "read in part: some cells or sections are not certain")
    case .unreadable: language.say("未能读取", "could not be read")
    }
  }
}
