// Batch: a process → the memory that it occupies.
import Glibc

/// The resident memory of processes.
enum ProcessMemory {
  /// In MiB, rounded up; nil where there is no such process.
  static func resident(of pid: pid_t) -> Int? {
    let descriptor = open("/proc/\(pid)/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return nil }
    let fields = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
    return (pages * Int(sysconf(Int32(_SC_PAGESIZE))) + (1 << 20) - 1) >> 20
  }
}
