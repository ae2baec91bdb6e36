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
    let (record, bytes) = read(input)
    var encoded = EncodedRecord(record, language: language)
    guard !drawing.isEmpty, let bytes else { return encoded }
    onDraft(encoded)
    encoded.drawings = Gongkai.draw(drawing, of: bytes, record: record)
    return encoded
  }

  private func read(_ input: Input) -> (Record, bytes: [UInt8]?) {
    switch input {
    case .content(let bytes): return (Gongkai.audit(bytes: bytes, settings: settings), bytes)
    case .failed(let path, let reason): return (failure(reason, path: path), nil)
    case .file(let path):
      do {
        let bytes = try InputFile.read(path)
        return (Gongkai.audit(bytes: bytes, path: path.text, settings: settings), bytes)
      } catch {
        return (failure(error, path: path), nil)
      }
    }
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
