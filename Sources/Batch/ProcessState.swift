// Batch: a process → the memory that it occupies, whether it is dying.
import Glibc

/// What the system says of a process (`proc(5)`).
enum ProcessState {
  /// The resident memory in MiB, rounded up; nil where there is no such process.
  static func residentMemory(of pid: pid_t) -> Int? {
    guard let fields = fields("statm", of: pid), fields.count > 1, let pages = Int(fields[1]) else { return nil }
    return (pages * Int(sysconf(Int32(_SC_PAGESIZE))) + (1 << 20) - 1) >> 20
  }

  /// True from before it closes its files until it has been waited for: how it ends is settled then. False where the system
  /// does not say.
  static func isExiting(_ pid: pid_t) -> Bool {
    // The name, in brackets, may hold blanks; the state and the flags are the first field and the seventh behind it.
    guard let fields = fields("stat", of: pid), let name = fields.lastIndex(where: { $0.hasSuffix(")") }),
      fields.count > name + 7, let flags = UInt(fields[name + 7])
    else { return false }
    return flags & exitingFlag != 0
  }

  /// `PF_EXITING` of the kernel's `include/linux/sched.h`.
  private static let exitingFlag: UInt = 4

  private static func fields(_ file: String, of pid: pid_t) -> [Substring]? {
    let descriptor = open("/proc/\(pid)/\(file)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return nil }
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
  }
}
