// Output: records → text for people, grouped by report, with a summary at its end that can be pasted into a mail.
import Audit
import Foundation

/// What `audit` prints by default.
public struct TextSink: RecordSink {
  private let language: Language
  private let style: Style
  private let findingLines: FindingLines
  private let showsClean: Bool
  /// Inputs that could not be read, for the summary; the first of them only.
  private var failures: [(path: String, rule: String)] = []
  private var failureCount = 0
  private static let listedFailures = 20

  /// - Parameters:
  ///   - width: of the terminal, in columns; nil where messages are not wrapped.
  ///   - showsClean: true where reports without findings are named too.
  public init(language: Language, style: Style, width: Int?, showsClean: Bool = false) {
    self.language = language
    self.style = style
    self.showsClean = showsClean
    findingLines = FindingLines(language: language, style: style, width: width)
  }

  public mutating func add(_ record: EncodedRecord) throws -> [UInt8] {
    let findings = try record.decodedFindings()
    if record.status == .unreadable {
      failureCount += 1
      if failures.count < Self.listedFailures {
        failures.append((record.source.path, findings.first { $0.rule.hasPrefix("X") }?.rule ?? "X"))
      }
    }
    guard !findings.isEmpty || showsClean else { return [] }
    var lines = [heading(record)]
    lines += findingLines.lines(findings, indent: 2)
    if findings.isEmpty { lines.append("  " + language.say("未发现问题", "no findings")) }
    return Array((lines + [""]).joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
  }

  private func heading(_ record: EncodedRecord) -> String {
    findingLines.heading(record.source.path, agency: record.agency, year: record.year)
  }

  public func closing(_ summary: Summary) -> [UInt8] {
    let lines = findingLines.lines(summary.late) + SummaryText(language: language).lines(summary) + failureLines()
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func failureLines() -> [String] {
    guard failureCount > 0 else { return [] }
    var lines = ["", language.say("未能读取：", "could not be read:")]
    lines += failures.map { "  \($0.rule)  \($0.path.printable)" }
    let more = failureCount - failures.count
    if more > 0 { lines.append("  " + language.say("……另有 \(more) 份", "… and \(more) more")) }
    return lines
  }
}
