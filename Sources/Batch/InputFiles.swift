// Batch: the files that a run reads → whether a result would take the place of one of them.
import Glibc
import Gongkai

/// What makes a file or folder the same under two names.
struct FileIdentity: Hashable, Sendable {
  private var device: UInt64
  private var number: UInt64

  init(_ status: stat) { (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino)) }
}

/// The inputs of a run as files. No result may take the place of one, under whatever name.
public final class InputFiles {
  private var identities: Set<FileIdentity> = []

  public init() {}

  /// Takes up a file that is read. Pipes and devices count for nothing: a result never takes their place.
  public func insert(_ path: InputPath) {
    if let identity = Self.identity(of: path) { identities.insert(identity) }
  }

  /// True where the path leads to one of them, links followed.
  public func contains(_ path: InputPath) -> Bool { Self.identity(of: path).map(identities.contains) ?? false }

  private static func identity(of path: InputPath) -> FileIdentity? {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileIdentity(status)
  }
}
