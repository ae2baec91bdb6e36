// Output: one record → the spot check: its tables redrawn, the cells of findings marked, each finding with its reason.
import Audit
import Foundation

/// What `check` prints, and without findings what `extract --format text` prints.
public struct CheckText {
  private let language: Language
  private let style: Style
  private let width: Int

  /// - Parameter width: of the terminal, in columns.
  public init(language: Language, style: Style, width: Int) {
    self.language = language
    self.style = style
    // Narrower, nothing can be read anyway.
    self.width = max(width, 36)
  }

  /// The text, with a line break at its end.
  public func text(_ record: RecordJSON, withFindings: Bool = true) -> String {
    let findings = withFindings ? record.findings ?? [] : []
    var lines = heading(record)
    let drawing = TableDrawing(language: language, style: style, width: width)
    for table in record.report.wrapped?.tables ?? [] { lines += [""] + drawing.lines(table, findings: findings) }
    if withFindings { lines += [""] + findingLines(record, findings) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ record: RecordJSON) -> [String] {
    let path = record.source.path.printable
    guard let report = record.report.wrapped else { return shown(path, as: .heading) }
    let unknown = language.say("（未识别）", "(not recognised)")
    let agency = report.agency.wrapped?.printable ?? unknown
    let year = report.year.wrapped?.description ?? unknown
    var facts = [path]
    if let date = report.signature.wrapped?.date.wrapped { facts.append(language.say("落款 \(date)", "signed \(date)")) }
    if let period = report.period.wrapped {
      facts.append(language.say("统计期 \(period.start) 至 \(period.end)", "period \(period.start) to \(period.end)"))
    }
    if record.status == .partial { facts.append(language.say("部分读取", "read in part")) }
    return shown(language.say("\(agency)  \(year)年度报告", "\(agency)  \(year)"), as: .heading)
      + shown(facts.joined(separator: language.say("，", ", ")), as: .quiet)
  }

  private func shown(_ text: String, as role: Style.Role) -> [String] {
    text.wrapped(to: width).map { style.show($0, as: role) }
  }

  private func findingLines(_ record: RecordJSON, _ findings: [FindingJSON]) -> [String] {
    var writer = FindingLines(language: language, style: style, width: width)
    writer.namesPlaceOnPage = true
    // As many as a table has cells.
    writer.mostOfARule = 200
    var lines = writer.lines(findings, indent: 0)
    if findings.isEmpty { lines.append(language.say("未发现问题", "no findings")) }
    let unchecked = (record.unchecked ?? []).map { unchecked in
      "\(unchecked.rule)  \(unchecked.reason.printable)"
    }
    if !unchecked.isEmpty {
      lines += ["", style.show(language.say("未能核对：", "could not be checked:"), as: .quiet)]
      lines += unchecked.flatMap {
        $0.wrapped(to: max(20, width - 8)).enumerated().map { ($0 == 0 ? "  " : "        ") + $1 }
      }
    }
    return lines
  }
}

/// `extract --format text`: records one after another, a blank line between them.
public struct ReadingTextSink: RecordSink {
  private let text: CheckText
  private var isFirst = true

  public init(language: Language, style: Style, width: Int) {
    text = CheckText(language: language, style: style, width: width)
  }

  public mutating func add(_ record: EncodedRecord) throws -> [UInt8] {
    defer { isFirst = false }
    return Array(((isFirst ? "" : "\n") + text.text(try record.decoded(), withFindings: false)).utf8)
  }
}
