// Batch: one thing to audit.
import Gongkai

/// An input of a run. Every one of them gets exactly one record.
public enum Input: Hashable, Sendable {
  case file(InputPath)
  /// The content of standard input, which can be read only once.
  case content([UInt8])
  /// Something that cannot be read, such as a folder that may not be opened.
  case failed(InputPath, ReadingFailure)

  public var path: InputPath {
    switch self {
    case .file(let path), .failed(let path, _): path
    case .content: .standardInput
    }
  }
}
