import Glibc
// Batch: a marker in a file's name → the fault that it asks for; only for tests.
import Gongkai

/// The test-only switch of the worker: with `GONGKAI_TEST_FAULTS=1` in the environment, a worker that is given a file whose
/// name holds one of the markers fails in that way. Without the variable the names mean nothing.
struct TestFaults {
  /// The raw value is the marker.
  enum Fault: String, CaseIterable {
    case segmentationFault = "fault-segv"
    case abort = "fault-abort"
    case stackOverflow = "fault-stack"
    case hang = "fault-hang"
    case memory = "fault-memory"
    case exit = "fault-exit"
    case closedPipe = "fault-pipe"
    case garbage = "fault-garbage"
    /// Tries what the sandbox forbids, and exits with 10 where all of it is refused, with 11 where anything is not.
    case escape = "fault-escape"
    /// Dies before it says that it has started.
    case early = "fault-early"
    /// Dies, or hangs, of drawing what it has read and audited.
    case drawing = "fault-draw"
    case slowDrawing = "fault-slow-draw"
  }

  private let isOn: Bool

  init(environment: [String: String]) { isOn = environment["GONGKAI_TEST_FAULTS"] == "1" }

  func strikeBeforeStart(_ path: InputPath) {
    if fault(in: path) == .early { _exit(3) }
  }

  func strikeWhileDrawing(_ path: InputPath) {
    switch fault(in: path) {
    case .drawing: Glibc.abort()
    case .slowDrawing: while true { sleep(1000) }
    default: break
    }
  }

  /// False while the switch is on, except for what hangs, and then from where it does: whether all else is done in time
  /// depends on what the machine has to do beside it.
  func isTimed(_ path: InputPath, isDrawing: Bool) -> Bool {
    !isOn || fault(in: path) == (isDrawing ? .slowDrawing : .hang)
  }

  func strike(_ path: InputPath) {
    guard let fault = fault(in: path) else { return }
    switch fault {
    case .early, .drawing, .slowDrawing: break
    case .segmentationFault: UnsafeMutablePointer<UInt8>(bitPattern: 8)!.pointee = 1
    case .abort: Glibc.abort()
    case .stackOverflow: _ = Self.recurse(1)
    case .hang: while true { sleep(1000) }
    case .memory: Self.eatMemory()
    case .exit: _exit(3)
    case .closedPipe:
      close(Worker.outbox)
      while true { sleep(1000) }
    case .escape: _exit(Self.isShutIn ? 10 : 11)
    case .garbage: _ = write(Worker.outbox, "this is no message", 18)
    }
  }

  private func fault(in path: InputPath) -> Fault? {
    guard isOn else { return nil }
    let name = path.text.split(separator: "/").last ?? ""
    return Fault.allCases.first { name.contains($0.rawValue) }
  }

  private static var isShutIn: Bool {
    let attempts: [() -> Int32] = [
      { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) },
      { open("/tmp/gongkai-escape", O_WRONLY | O_CREAT, 0o600) },
      { open("/dev/null", O_RDWR) },
      { mkdir("/tmp/gongkai-escape", 0o700) },
      { unlink("/tmp/gongkai-escape") == 0 || errno == ENOENT ? 0 : -1 },
      { kill(getppid(), 0) },
      {
        var pid = pid_t()
        let code = posix_spawn(&pid, "/bin/true", nil, nil, [nil], nil)
        return code == 0 ? 0 : -1
      },
    ]
    return attempts.allSatisfy { $0() == -1 }
  }

  @inline(never)
  private static func recurse(_ depth: Int) -> Int {
    // Larger ones are not taken from the stack.
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 16) { room in
      room[0] = UInt8(truncatingIfNeeded: depth)
      return recurse(depth &+ 1) &+ Int(room[0])
    }
  }

  /// Takes memory until someone stops it, 16 MiB at a time, each page touched.
  private static func eatMemory() {
    var eaten: [[UInt8]] = []
    while true {
      eaten.append([UInt8](repeating: 1, count: 16 << 20))
      usleep(2000)
    }
  }
}
