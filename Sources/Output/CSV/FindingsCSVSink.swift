// Output: records → a table of findings: a line for every finding.
import Audit
import Foundation

/// What `audit --format csv` prints: UTF-8 with a byte order mark, for Excel and WPS. Reports without findings have no lines.
public struct FindingsCSVSink: RecordSink {
  private let language: Language

  public init(language: Language) { self.language = language }

  /// The names of the columns, in order.
  static let columns = [
    "path", "agency", "year", "severity", "rule", "name", "message", "page", "line", "table", "section", "cells",
    "expected", "actual", "quote", "suggestion", "fingerprint", "sha256",
  ]

  public func opening() -> [UInt8] {
    var csv = CSVWriter()
    csv.line(Self.columns)
    return CSVWriter.byteOrderMark + csv.bytes
  }

  public func add(_ record: EncodedRecord) throws -> [UInt8] {
    var csv = CSVWriter()
    for finding in try record.decodedFindings() {
      csv.line(
        fields(
          of: finding, path: record.source.path, agency: record.agency, year: record.year,
          sha256: record.source.sha256.wrapped))
    }
    return csv.bytes
  }

  public func closing(_ summary: Summary) -> [UInt8] {
    var csv = CSVWriter()
    for late in summary.late {
      csv.line(fields(of: late.finding, path: late.path, agency: late.agency, year: late.year, sha256: nil))
    }
    return csv.bytes
  }

  private func fields(
    of finding: FindingJSON, path: String, agency: String?, year: Int?, sha256: String?
  ) -> [String] {
    [
      CSVWriter.path(path), agency ?? "", year?.description ?? "", finding.severity.rawValue, finding.rule,
      finding.name,
      finding.message, finding.place.page?.description ?? "", finding.place.line?.description ?? "",
      finding.table?.rawValue ?? "", finding.section?.rawValue ?? "",
      (finding.cells ?? []).map(\.name).joined(separator: " "), finding.expected?.description ?? "",
      finding.actual?.description ?? "", finding.quote ?? "",
      finding.allSuggestions.map { $0.sentence(language) }.joined(separator: language.say("；", "; ")),
      finding.fingerprint, sha256 ?? "",
    ].map(\.onOneLine)
  }
}

extension CellReferenceJSON {
  /// `newReceived/naturalPerson`; a whole row `newReceived/*`, a whole column `*/naturalPerson`.
  var name: String { "\(row?.rawValue ?? "*")/\(column?.rawValue ?? "*")" }
}

extension String {
  /// The text with its line breaks as spaces: programs that read line by line take a line for a finding.
  fileprivate var onOneLine: String {
    contains(where: \.isNewline) ? String(map { $0.isNewline ? " " : $0 }) : self
  }
}
