// Batch: a process → the same process, able to read and to answer and to do nothing else.
import CProcess
import Glibc

/// What keeps a worker from doing harm, whatever a document makes of it.
public enum Sandbox {
  /// Whether a layer holds, or why it does not.
  public enum State: Hashable, Sendable {
    case holds
    case refused(reason: String)

    fileprivate init(_ result: Int32) {
      self = result == 0 ? .holds : .refused(reason: String(cString: strerror(errno)))
    }
  }

  /// Shuts this process in, for good: Landlock keeps it from changing any file, seccomp from connections, programs, other
  /// processes and files opened for writing. Either works without the other.
  /// - Returns: the state of both.
  public static func close() -> (landlock: State, seccomp: State) {
    (State(gongkai_forbid_writing()), State(gongkai_forbid_calls()))
  }

  /// The kernel's Landlock version; nil where it has none.
  public static var landlockVersion: Int? {
    let version = gongkai_landlock_version()
    return version > 0 ? Int(version) : nil
  }

  /// True where the kernel has seccomp filters.
  public static var hasSeccomp: Bool { access("/proc/sys/kernel/seccomp/actions_avail", R_OK) == 0 }
}
