// Batch: inputs → encoded records, in this process; for one input and for measuring what isolation costs.
import Gongkai
import Output

/// How inputs are read and audited.
public struct AuditJob: Hashable, Sendable {
  public var settings: Settings
  public var language: Language

  public init(settings: Settings = Settings(), language: Language) {
    self.settings = settings
    self.language = language
  }

  /// Reads and audits one input in this process.
  public func run(_ input: Input) -> EncodedRecord {
    let record: Record
    switch input {
    case .file(let path):
      record = Gongkai.audit(path: path, settings: settings)
    case .standardInput:
      do {
        record = Gongkai.audit(bytes: try InputFile.read(0), settings: settings)
      } catch {
        record = failure(error, path: .standardInput)
      }
    case .failed(let path, let reason):
      record = failure(reason, path: path)
    }
    return EncodedRecord(record, language: language)
  }

  /// The record of an input that was not read.
  func failure(_ reason: ReadingFailure, path: InputPath) -> Record {
    .make(
      source: Source(path: path.text, sha256: nil, format: .unknown, pages: nil), result: .failure(reason),
      settings: settings)
  }
}
