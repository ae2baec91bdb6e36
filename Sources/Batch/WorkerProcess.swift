// Batch: the supervisor's end of a worker: start, talk, measure, end.
import CProcess
import Foundation
import Glibc
import Gongkai

/// A running worker.
public struct WorkerProcess {
  /// Why no worker could be started.
  public struct CannotStart: Error, CustomStringConvertible {
    var code: Int32
    public var description: String { "cannot start a worker process: \(String(cString: strerror(code)))" }
  }

  let pid: pid_t
  /// Frames to the worker.
  let input: Int32
  /// Frames from the worker.
  let output: Int32

  /// The two pipes of a worker, each with both its ends.
  private struct Pipes {
    var toWorker: [Int32] = [-1, -1]
    var fromWorker: [Int32] = [-1, -1]

    init() throws(CannotStart) {
      guard gongkai_pipe(&toWorker) == 0 else { throw CannotStart(code: errno) }
      guard gongkai_pipe(&fromWorker) == 0 else {
        let code = errno
        toWorker.forEach { close($0) }
        throw CannotStart(code: code)
      }
    }

    /// What is left to the supervisor once the worker has its own ends; nothing where there is no worker.
    func handedOver(to pid: pid_t?) -> WorkerProcess? {
      close(toWorker[0])
      close(fromWorker[1])
      if let pid { return WorkerProcess(pid: pid, input: toWorker[1], output: fromWorker[0]) }
      close(toWorker[1])
      close(fromWorker[0])
      return nil
    }
  }

  /// Starts a worker: a copy of this process, which has all libraries loaded already. Only for a process that holds nothing of a
  /// document yet: a worker knows its own ones alone.
  ///
  /// As with `start` it has nothing of the terminal, and no file of the supervisor's.
  /// - Parameter work: what the copy does. It never returns there, and what this process would do at its end is not done there.
  /// - Returns: nil where this process has other threads, which a copy would lack, or where the system gives none.
  static func copy(isVerbose: Bool, work: () throws -> Void) throws(CannotStart) -> WorkerProcess? {
    guard gongkai_is_single_threaded() != 0 else { return nil }
    let pipes = try Pipes()
    let pid = gongkai_fork(
      pipes.toWorker[0], pipes.fromWorker[1], Worker.inbox, Worker.outbox, isVerbose ? 1 : 0)
    if pid == 0 {
      do {
        try work()
      } catch {
        _exit(1)
      }
      _exit(0)
    }
    return pipes.handedOver(to: pid < 0 ? nil : pid)
  }

  /// Starts a worker: this executable once more, with its hidden subcommand.
  ///
  /// It gets a process group of its own, so that Ctrl-C reaches only the supervisor, and nothing of the terminal; its standard
  /// error is passed on where `isVerbose`, else what the PDF library mutters goes nowhere.
  static func start(executable: String, isVerbose: Bool) throws(CannotStart) -> WorkerProcess {
    let pipes = try Pipes()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // First out of the way of 3 and 4, which they may be themselves.
    let high: (Int32, Int32) = (
      fcntl(pipes.toWorker[0], F_DUPFD_CLOEXEC, 10), fcntl(pipes.fromWorker[1], F_DUPFD_CLOEXEC, 10)
    )
    posix_spawn_file_actions_adddup2(&actions, high.0, Worker.inbox)
    posix_spawn_file_actions_adddup2(&actions, high.1, Worker.outbox)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    if !isVerbose { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

    var pid = pid_t()
    let code = withCStrings(["gongkai", "worker", String(getpid())]) { arguments in
      withCStrings(environment) { posix_spawn(&pid, executable, &actions, &attributes, arguments, $0) }
    }
    close(high.0)
    close(high.1)
    guard let process = pipes.handedOver(to: code == 0 ? pid : nil) else { throw CannotStart(code: code) }
    return process
  }

  /// The supervisor's, without the crash reports of the Swift runtime: they take seconds, and a crash is an answer here.
  private static var environment: [String] {
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    return environment.map { "\($0.key)=\($0.value)" }
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }

  /// The memory that it occupies, in MiB; nil where it is gone.
  var residentMemory: Int? { ProcessState.residentMemory(of: pid) }

  /// True where it has said something that nobody has read yet.
  var hasSpoken: Bool {
    var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  /// Has it die, without waiting for that. `end` has to follow.
  func kill() { _ = Glibc.kill(pid, SIGKILL) }

  /// Ends it, whatever it is doing, and gives back what it held.
  /// - Parameter patience: milliseconds in which it may begin to die by itself first; how it does is worth the wait where it
  ///   broke off the talk. One that has begun is waited for to the end: what it died of must not hang on how busy the
  ///   machine is.
  /// - Returns: how it ended.
  func end(patience: Int = 0) -> WorkerEnd {
    defer {
      close(input)
      close(output)
    }
    var status: Int32 = 0
    for _ in 0..<patience {
      if waitpid(pid, &status, ProcessState.isExiting(pid) ? 0 : WNOHANG) == pid { return Self.ending(status) }
      usleep(1000)
    }
    kill()
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return .brokenPipe
  }

  private static func ending(_ status: Int32) -> WorkerEnd {
    let signal = status & 0x7F
    return signal == 0
      ? .exit(status: (status >> 8) & 0xFF) : .signal(name: signalNames[signal] ?? String(signal))
  }

  private static let signalNames: [Int32: String] = [
    SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE", SIGILL: "SIGILL", SIGKILL: "SIGKILL", SIGSEGV: "SIGSEGV",
    SIGSYS: "SIGSYS", SIGTERM: "SIGTERM", SIGTRAP: "SIGTRAP", SIGXCPU: "SIGXCPU", SIGPIPE: "SIGPIPE", SIGHUP: "SIGHUP",
  ]
}
