// Output: Record → one JSON object of the contract.
import Audit
import Foundation

extension Source.Format: JSONWritable {}
extension ReadingStatus: JSONWritable {}

/// Where an input came from.
public struct SourceJSON: JSONWritable, Decodable, Hashable, Sendable {
  public var path: String
  public var sha256: Nullable<String>
  public var format: Source.Format
  /// `null` for a text.
  public var pages: Nullable<Int>

  public init(_ source: Source) {
    path = source.path
    sha256 = Nullable(source.sha256)
    format = source.format
    pages = Nullable(source.pages)
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("path", path)
      json.field("sha256", sha256)
      json.field("format", format)
      json.field("pages", pages)
    }
  }
}

/// One input's record as values. It is written by `EncodedRecord`; `extract` prints it without `findings` and `unchecked`.
public struct RecordJSON: Decodable, Hashable, Sendable {
  /// Of the JSON shape; its first number changes when something is renamed or dropped.
  public static let schemaVersion = "1.0"

  public var schemaVersion: String
  public var source: SourceJSON
  public var status: ReadingStatus
  public var report: Nullable<ReportJSON>
  public var findings: [FindingJSON]?
  /// Rules that could not judge this report.
  public var unchecked: [UncheckedJSON]?

  /// The whole record, its messages in `language`.
  public init(_ record: Record, language: Language) {
    schemaVersion = Self.schemaVersion
    source = SourceJSON(record.source)
    status = record.status
    report = Nullable(record.report.map(ReportJSON.init))
    findings = record.findings.map { FindingJSON($0, language: language) }
    unchecked = record.unchecked.map { UncheckedJSON($0, language: language) }
  }
}
