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
  /// - Parameter onDraft: takes what there is before anything is drawn, where something is to be: a library that draws can die
  ///   of a file that it could read.
  public func run(_ input: Input, onDraft: (AuditedInput) -> Void = { _ in }) -> AuditedInput {
    switch input {
    case .content(let bytes): return run(bytes, path: input.path, onDraft: onDraft)
    case .failed(let path, let reason): return unread(reason, path: path)
    case .file(let path):
      do {
        return run(try InputFile.read(path), path: path, onDraft: onDraft)
      } catch {
        return unread(error, path: path)
      }
    }
  }

  /// Audits and draws the content of an input in this process.
  func run(_ content: [UInt8], path: InputPath, onDraft: (AuditedInput) -> Void = { _ in }) -> AuditedInput {
    let record = Gongkai.audit(bytes: content, path: path.text, settings: settings)
    var input = audited(record)
    guard !drawing.isEmpty else { return input }
    onDraft(input)
    input.record.drawings = Gongkai.draw(drawing, of: content, record: record, language: language)
    return input
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
