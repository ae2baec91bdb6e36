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
  public func run(_ input: Input) -> EncodedRecord {
    let record: Record =
      switch input {
      case .file(let path): Gongkai.audit(path: path, settings: settings)
      case .content(let bytes): Gongkai.audit(bytes: bytes, settings: settings)
      case .failed(let path, let reason): failure(reason, path: path)
      }
    return EncodedRecord(record, language: language)
  }

  /// Audits the content of an input in this process.
  func run(_ content: [UInt8], path: InputPath) -> EncodedRecord {
    EncodedRecord(Gongkai.audit(bytes: content, path: path.text, settings: settings), language: language)
  }

  /// The encoded record of an input that was not read.
  func encodedFailure(_ reason: ReadingFailure, path: InputPath) -> EncodedRecord {
    EncodedRecord(failure(reason, path: path), language: language)
  }

  private func failure(_ reason: ReadingFailure, path: InputPath) -> Record {
    .make(
      source: Source(path: path.text, sha256: nil, format: .unknown, pages: nil), result: .failure(reason),
      settings: settings)
  }
}
