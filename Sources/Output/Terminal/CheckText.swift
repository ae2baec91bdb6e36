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
    self.width = width
  }

  /// The text, with a line break at its end.
  public func text(_ record: RecordJSON, withFindings: Bool = true) -> String {
    var lines = [style.show(record.source.path.printable, as: .heading)]
    let findings = withFindings ? record.findings ?? [] : []
    if let report = record.report.wrapped {
      lines.append(subject(report))
      let drawing = TableDrawing(language: language, style: style, width: width)
      for table in report.tables { lines += [""] + drawing.lines(table, findings: findings) }
    }
    if withFindings { lines += [""] + findingLines(record, findings) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func subject(_ report: ReportJSON) -> String {
    let unknown = language.say("（未识别）", "(not recognised)")
    let agency = report.agency.wrapped?.printable ?? unknown
    let year = report.year.wrapped?.description ?? unknown
    return language.say(
      "\(agency)  \(year)年度  正文\(report.sections.count)部分", "\(agency)  \(year)  \(report.sections.count) sections")
  }

  private func findingLines(_ record: RecordJSON, _ findings: [FindingJSON]) -> [String] {
    let writer = FindingLines(language: language, style: style, width: width)
    var lines = findings.flatMap { writer.lines($0, indent: 0) }
    if findings.isEmpty { lines.append(language.say("未发现问题", "no findings")) }
    for unchecked in record.unchecked ?? [] {
      lines.append(
        style.show(language.say("未能核对 \(unchecked.rule)：", "not checked \(unchecked.rule): "), as: .quiet)
          + unchecked.reason.printable)
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
