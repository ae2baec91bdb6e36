import Glibc
// Batch: what supervisor and worker say to each other, over pipes.
import Gongkai
import Output

/// A message: one byte for its kind, four for its length, and its content.
enum Frame: Hashable, Sendable {
  /// To the worker, first of all: the `WorkerSetup`, as JSON.
  case setup([UInt8])
  /// To the worker: read this file.
  case file([UInt8])
  /// To the worker: read this content of standard input.
  case content([UInt8])
  /// From the worker: the input was taken in hand. If the worker dies before that, it is not the input's fault.
  case started
  /// From the worker: the record, as `EncodedRecord.bytes`.
  case record([UInt8])
  /// From the worker: the same, where an earlier run had made it.
  case cached([UInt8])

  private var kind: Character {
    switch self {
    case .setup: "J"
    case .file: "F"
    case .content: "C"
    case .started: "S"
    case .record: "R"
    case .cached: "H"
    }
  }

  private var content: [UInt8] {
    switch self {
    case .setup(let content), .file(let content), .content(let content), .record(let content), .cached(let content):
      content
    case .started: []
    }
  }

  fileprivate init?(kind: UInt8, content: [UInt8]) {
    switch Character(Unicode.Scalar(kind)) {
    case "J": self = .setup(content)
    case "F": self = .file(content)
    case "C": self = .content(content)
    case "S": self = .started
    case "R": self = .record(content)
    case "H": self = .cached(content)
    default: return nil
    }
  }

  /// The message as it travels.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.block(content)
    return [kind.asciiValue!] + writer.bytes
  }
}

/// Puts messages together from the pieces that arrive.
struct FrameBuffer {
  private var bytes: [UInt8] = []

  mutating func append(_ piece: some Sequence<UInt8>) { bytes += piece }

  /// The next whole message; nil where more has to arrive.
  /// - Throws: where the other side does not keep to the protocol.
  mutating func next() throws(ByteReader.Malformed) -> Frame? {
    guard let kind = bytes.first else { return nil }
    guard Frame(kind: kind, content: []) != nil else { throw ByteReader.Malformed() }
    guard bytes.count >= 5 else { return nil }
    let count = (0..<4).reduce(0) { $0 | Int(bytes[1 + $1]) << (8 * $1) }
    guard count <= Self.lengthLimit else { throw ByteReader.Malformed() }
    guard bytes.count >= 5 + count else { return nil }
    defer { bytes.removeSubrange(..<(5 + count)) }
    return Frame(kind: kind, content: Array(bytes[5..<5 + count]))
  }

  /// Above the largest input that is read.
  private static let lengthLimit = InputFile.sizeLimit + (1 << 20)
}

extension Frame {
  /// Writes the message; false where the other side is gone.
  func write(to descriptor: Int32) -> Bool {
    let bytes = bytes
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written) }
      if count < 0 && errno != EINTR { return false }
      written += max(0, count)
    }
    return true
  }
}
