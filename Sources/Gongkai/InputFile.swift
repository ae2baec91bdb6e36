// Gongkai: the path of a file → its bytes, read once.
import DocumentModel
import Glibc

/// Reads inputs. Only regular files are ever opened: a device or a pipe can block or act when it is.
public enum InputFile {
  /// No report comes near it (the longest seen have 3 MiB); what is larger would only fill the memory.
  public static let sizeLimit = 512 << 20

  /// The bytes of the file, at most `sizeLimit`.
  /// - Throws: `damaged` with the operating system's reason, or `tooLarge`.
  public static func read(_ path: InputPath) throws(ReadingFailure) -> [UInt8] {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { throw failure(errno) }
    try require(regular: status)
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    // Between the two calls the name can have come to mean something else.
    guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
    try require(regular: status)
    return try read(descriptor, sizeHint: Int(status.st_size))
  }

  /// All bytes of an open file or pipe, at most `sizeLimit`.
  public static func read(_ descriptor: Int32, sizeHint: Int = 0) throws(ReadingFailure) -> [UInt8] {
    guard sizeHint <= sizeLimit else { throw tooLarge(bytes: sizeHint) }
    var bytes = [UInt8](repeating: 0, count: max(sizeHint + 1, 1 << 16))
    var used = 0
    while true {
      let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + used, $0.count - used) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(errno) }
      if count == 0 { break }
      used += count
      guard used <= sizeLimit else { throw tooLarge(bytes: used) }
      if used == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
    }
    bytes.removeLast(bytes.count - used)
    return bytes
  }

  private static func require(regular status: stat) throws(ReadingFailure) {
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFREG else { return }
    let found: FileKind =
      switch kind {
      case S_IFDIR: .folder
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      case S_IFCHR, S_IFBLK: .device
      default: .other
      }
    throw .damaged(.notAFile(found))
  }

  private static func failure(_ code: Int32) -> ReadingFailure { .damaged(.refused(code: code)) }

  private static func tooLarge(bytes: Int) -> ReadingFailure {
    .tooLarge(.fileSize(mebibytes: bytes >> 20, limitMiB: sizeLimit >> 20))
  }
}
