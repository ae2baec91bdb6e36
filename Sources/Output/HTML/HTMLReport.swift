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
  /// True where clippings were left out because the page has grown large.
  var lacksClippings = false

  func write(to page: inout Markup) {
    page.raw("<article")
    page.attribute("id", id)
    page.raw(">\n<nav class=\"trail\">")
    link("up", trail.list, both("← 全部报告", "← all reports"), to: &page)
    if let previous = trail.previous { link("prev", previous, both("上一份", "previous"), to: &page) }
    if let next = trail.next { link("next", next, both("下一份", "next"), to: &page) }
    page.raw("</nav>\n")
    page.element("h1", data.name) { $0.raw(" tabindex=\"-1\"") }
    page.element("p", data.record.source.path) { $0.raw(" class=\"path\"") }
    if let title = data.record.report.wrapped?.title.wrapped { page.element("p", title) }
    page.element("p", data.record.status.words) { $0.raw(" class=\"quiet\"") }
    page.raw("<section class=\"card\">")
    page.element("h2", findingsHeading)
    if lacksClippings {
      page.element(
        "p",
        both(
          "本页已很大，此处略去原件截图；用 --output 文件夹/ 可得全部截图。",
          "This page has grown large: the pictures of the pages are left out; --output FOLDER/ gives them all.")
      ) { $0.raw(" class=\"quiet\"") }
    }
    for group in data.groups { write(group, to: &page) }
    for (index, unchecked) in (data.record.unchecked ?? []).enumerated() {
      page.element(
        "p", both("未能核对 \(unchecked.rule)：", "not checked \(unchecked.rule): ") + data.reason(index, unchecked)
      ) {
        $0.raw(" class=\"quiet\"")
      }
    }
    page.raw("</section>\n")
    if let tables = data.record.report.wrapped?.tables, !tables.isEmpty {
      page.raw("<section class=\"card tables\">")
      page.element("h2", both("还原的表格", "Tables as reconstructed"))
      page.element("p", legend) { $0.raw(" class=\"quiet\"") }
      for table in tables { HTMLTable(table: table, findings: data.findings).write(to: &page) }
      page.raw("</section>\n")
    }
    page.raw("</article>\n")
  }

  private var findingsHeading: Localized {
    data.findings.isEmpty
      ? both("未发现问题", "No findings")
      : both("发现（\(data.findings.count) 处）", "Findings (\(data.findings.count))")
  }

  private var legend: Localized {
    both(
      "实线框：有问题的格；虚线框：建议更正；点下划线：计入合计的数；问号：未能确认的格。",
      "Framed: what is wrong; dashed: suggested correction; dotted underline: what adds up to it; question mark: not certain."
    )
  }

  private func link(_ relation: String, _ target: String, _ text: Localized, to page: inout Markup) {
    page.element("a", text) {
      $0.attribute("rel", relation)
      $0.attribute("href", target)
    }
    page.raw(" ")
  }

  private func write(_ group: HTMLReportData.Group, to page: inout Markup) {
    page.raw(group.clipping == nil ? "<div class=\"group bare\"><div>" : "<div class=\"group\"><div>")
    for number in group.findings {
      HTMLFinding(number: number, finding: data.findings[number - 1], message: data.messages[number - 1]).write(
        to: &page)
    }
    page.raw("</div>")
    if let clipping = group.clipping {
      HTMLClipping(clipping: clipping, numbers: group.findings, data: data).write(to: &page)
    }
    page.raw("</div>\n")
  }
}

extension ReadingStatus {
  /// 已全部读取.
  package func wording(_ language: Language) -> String {
    words[language]
  }

  var words: Localized {
    switch self {
    case .read: both("已全部读取", "read in full")
    case .partial: both("部分读取：有格或部分未能确认", "read in part: some cells or sections are not certain")
    case .unreadable: both("未能读取", "could not be read")
    }
  }
}
