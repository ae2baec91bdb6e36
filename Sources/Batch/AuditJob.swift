// Batch: one input → its encoded record, in this process.
import Gongkai
import Output

/// How inputs are read and audited, and what is drawn of them.
public struct AuditJob: Hashable, Sendable, Codable {
  public var settings: Settings
  public var language: Language
  public var drawing: DrawingOrder

  public init(settings: Settings = Settings(), language: Language, drawing: DrawingOrder = DrawingOrder()) {
    self.settings = settings
    self.language = language
    self.drawing = drawing
  }

  /// Reads, audits and draws one input in this process.
  /// - Parameter onDraft: takes the record before anything is drawn, where something is to be: a library that draws can die of
  ///   a file that it could read.
  public func run(_ input: Input, onDraft: (EncodedRecord) -> Void = { _ in }) -> EncodedRecord {
    switch input {
    case .content(let bytes): return run(bytes, path: input.path, onDraft: onDraft)
    case .failed(let path, let reason): return encodedFailure(reason, path: path)
    case .file(let path):
      do {
        return run(try InputFile.read(path), path: path, onDraft: onDraft)
      } catch {
        return encodedFailure(error, path: path)
      }
    }
  }

  /// Audits and draws the content of an input in this process.
  func run(_ content: [UInt8], path: InputPath, onDraft: (EncodedRecord) -> Void = { _ in }) -> EncodedRecord {
    let record = Gongkai.audit(bytes: content, path: path.text, settings: settings)
    var encoded = EncodedRecord(record, language: language)
    guard !drawing.isEmpty else { return encoded }
    onDraft(encoded)
    encoded.drawings = Gongkai.draw(drawing, of: content, record: record)
    return encoded
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
