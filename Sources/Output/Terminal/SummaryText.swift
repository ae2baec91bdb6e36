// Output: Summary → lines for people, for the end of a text and for standard error.
import Audit

/// The summary as text.
public struct SummaryText {
  private let language: Language
  private static let listedBodies = 20

  public init(language: Language) { self.language = language }

  /// The lines of findings that only the end of a run could show, for formats that have no place for them.
  public func lines(late: [LateFinding]) -> [String] {
    FindingLines(language: language, style: Style(hasColor: false), width: nil).lines(late)
  }

  /// The lines, without line breaks at their ends.
  public func lines(_ summary: Summary) -> [String] {
    var lines = [inputs(summary), findings(summary)]
    for rule in summary.rules {
      let title = Catalogue.rules.first { $0.id == rule.rule }?.title[language] ?? ""
      lines.append(
        "  \(rule.rule)  "
          + language.say(
            "\(rule.count) 处，涉及 \(rule.reports) 份  \(title)",
            "\(rule.count) in \(rule.reports) \(rule.reports == 1 ? "report" : "reports")  \(title)"))
    }
    return lines + bodies(summary.bodies)
  }

  /// The bodies with findings, where the run has more than one body.
  private func bodies(_ bodies: [Summary.BodyCount]) -> [String] {
    let found = bodies.filter { $0.findings > 0 }
    guard bodies.count > 1, !found.isEmpty else { return [] }
    var lines = [
      language.say(
        "按机关：共 \(bodies.count) 个，其中 \(found.count) 个的报告有问题",
        "bodies: \(bodies.count), \(found.count) with findings")
    ]
    lines += found.prefix(Self.listedBodies).map { body in
      let name = body.agency.printable
      return "  "
        + language.say(
          "错误 \(body.errors)，警告 \(body.warnings)，提示 \(body.infos)  \(name)（\(body.reports) 份）",
          english(errors: body.errors, warnings: body.warnings, infos: body.infos)
            + "  \(name) (\(english(body.reports, "report")))")
    }
    let more = found.count - Self.listedBodies
    if more > 0 { lines.append("  " + language.say("……另有 \(more) 个", "… and \(more) more")) }
    return lines
  }

  /// The line of inputs.
  func inputs(_ summary: Summary) -> String {
    var text = language.say(
      "共 \(summary.inputs) 份：读取 \(summary.read) 份，部分读取 \(summary.partial) 份，未能读取 \(summary.unreadable) 份",
      "\(english(summary.inputs, "input")): \(summary.read) read, \(summary.partial) read in part, "
        + "\(summary.unreadable) not readable")
    if summary.passedOver > 0 {
      text += language.say(
        "；另有 \(summary.passedOver) 个文件不在范围内", "; \(english(summary.passedOver, "other file")) passed over")
    }
    if summary.inputs == 0, summary.notDone == 0 {
      text += language.say(
        "。没有找到要读取的文件：文件夹中只读取 .pdf 和 .txt", ". Nothing to read was found: in folders, .pdf and .txt are read")
    }
    if summary.notDone > 0 {
      text += language.say("；已中断，\(summary.notDone) 份未处理", "; interrupted, \(summary.notDone) not done")
    }
    return text
  }

  private func english(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func english(errors: Int, warnings: Int, infos: Int) -> String {
    "\(english(errors, "error")), \(english(warnings, "warning")), \(infos) info"
  }

  private func findings(_ summary: Summary) -> String {
    let text = language.say(
      "发现：错误 \(summary.errors) 处，警告 \(summary.warnings) 处，提示 \(summary.infos) 处；\(summary.clean) 份未发现问题",
      "findings: " + english(errors: summary.errors, warnings: summary.warnings, infos: summary.infos)
        + "; \(summary.clean) without findings")
    guard summary.known > 0 else { return text }
    return text
      + language.say("；另有 \(summary.known) 处在基线中，未列出", "; \(summary.known) more known from the baseline, not listed")
  }
}
