import Glibc
// Batch: a file or pipe of path names → paths, as they come.
import Gongkai

/// A list of paths, separated by NUL where the first of it that arrives has one, else by line breaks: a name may hold a line
/// break, but no NUL.
public struct PathList {
  enum Step {
    case path(InputPath)
    case waiting(Int32)
    case end
  }

  let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var separator: UInt8?
  private var isAtEnd = false

  /// - Parameter descriptor: open for reading; it stays the caller's.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  mutating func next() -> Step {
    while true {
      if separator == nil { separator = ([0, UInt8(ascii: "\n")] as [UInt8]).first(where: buffer[start...].contains) }
      if let separator, let end = buffer[start...].firstIndex(of: separator) {
        let path = trimmed(buffer[start..<end])
        start = end + 1
        if let path { return .path(path) }
        continue
      }
      if isAtEnd {
        let path = trimmed(buffer[start...])
        (buffer, start) = ([], 0)
        return path.map(Step.path) ?? .end
      }
      guard isReadable else { return .waiting(descriptor) }
      fill()
    }
  }

  /// A file is always readable; a pipe when something is in it or its writer is gone.
  private var isReadable: Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) != 0
  }

  private mutating func fill() {
    buffer.removeSubrange(..<start)
    start = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &chunk, chunk.count)
    if count > 0 {
      buffer += chunk[..<count]
    } else if !(count < 0 && (errno == EINTR || errno == EAGAIN)) {
      isAtEnd = true
    }
  }

  /// The path; nil for an empty line. Lists from other systems end their lines in CR LF.
  private func trimmed(_ line: ArraySlice<UInt8>) -> InputPath? {
    let bytes = separator == 0 || line.last != UInt8(ascii: "\r") ? line : line.dropLast()
    return bytes.isEmpty ? nil : InputPath(bytes: Array(bytes))
  }
}
