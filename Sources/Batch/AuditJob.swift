// Batch: one input → its encoded record, in this process.
import Gongkai
import Output

/// How inputs are read and audited.
public struct AuditJob: Hashable, Sendable, Codable {
  public var settings: Settings
  public var language: Language

  public init(settings: Settings = Settings(), language: Language) {
    self.settings = settings
    self.language = language
  }

  /// Reads and audits one input in this process.
  public func run(_ input: Input) -> AuditedInput {
    let record: Record =
      switch input {
      case .file(let path): Gongkai.audit(path: path, settings: settings)
      case .content(let bytes): Gongkai.audit(bytes: bytes, settings: settings)
      case .failed(let path, let reason): failure(reason, path: path)
      }
    return audited(record)
  }

  /// Audits the content of an input in this process.
  func run(_ content: [UInt8], path: InputPath) -> AuditedInput {
    audited(Gongkai.audit(bytes: content, path: path.text, settings: settings))
  }

  /// What there is of an input that was not read.
  func unread(_ reason: ReadingFailure, path: InputPath) -> AuditedInput { audited(failure(reason, path: path)) }

  private func audited(_ record: Record) -> AuditedInput {
    AuditedInput(
      record: EncodedRecord(record, language: language),
      digest: comparesReports ? record.report.flatMap(ReportDigest.init) : nil)
  }

  /// True where a rule that compares reports is wanted.
  var comparesReports: Bool {
    Catalogue.rules.contains { rule in
      if case .batch = rule.scope { settings.wants(rule.id) } else { false }
    }
  }

  private func failure(_ reason: ReadingFailure, path: InputPath) -> Record {
    .make(
      source: Source(path: path.text, sha256: nil, format: .unknown, pages: nil), result: .failure(reason),
      settings: settings)
  }
}
