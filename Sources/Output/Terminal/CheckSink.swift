// Output: records → the spot check of each.
import Audit

/// What `check` prints.
public struct CheckSink: RecordSink {
  private let text: CheckText

  /// - Parameter width: of the terminal, in columns.
  public init(language: Language, style: Style, width: Int) {
    text = CheckText(language: language, style: style, width: width)
  }

  public func add(_ record: EncodedRecord) throws -> [UInt8] { Array(text.text(try record.decoded()).utf8) }
}
