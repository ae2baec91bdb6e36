// What the system says of a process.
import Glibc
import Testing

@testable import Batch

@Suite struct ProcessStateTests {
  /// Starts the program; its process stays until it is waited for.
  private func spawn(_ words: [String]) throws -> pid_t {
    let copies = words.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    var pid = pid_t()
    try #require(posix_spawnp(&pid, words[0], nil, nil, copies, environ) == 0)
    return pid
  }

  @Test("A process that has ended is exiting until it is waited for, one at work is not")
  func exiting() throws {
    let ended = try spawn(["true"])
    let atWork = try spawn(["sleep", "1000"])
    defer {
      kill(atWork, SIGKILL)
      var status: Int32 = 0
      for pid in [ended, atWork] { waitpid(pid, &status, 0) }
    }
    var information = siginfo_t()
    try #require(waitid(P_PID, id_t(ended), &information, WEXITED | WNOWAIT) == 0)
    #expect(ProcessState.isExiting(ended))
    #expect(!ProcessState.isExiting(atWork))
    #expect((ProcessState.residentMemory(of: atWork) ?? 0) > 0)
  }
}
