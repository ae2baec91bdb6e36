// What a worker holds of its supervisor: a copy of it, as the first ones are, and one that was loaded anew.
import Foundation
import Glibc
import Testing

/// A process that was started by another one, as the kernel sees it.
struct ChildProcess: Equatable {
  let pid: pid_t

  static func children(of process: Process) -> [ChildProcess] {
    let path = "/proc/\(process.processIdentifier)/task/\(process.processIdentifier)/children"
    let pids = (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: " ") ?? []
    return pids.compactMap { pid_t($0) }.map(ChildProcess.init)
  }

  private func file(_ name: String) -> String {
    (try? String(contentsOfFile: "/proc/\(pid)/\(name)", encoding: .utf8)) ?? ""
  }

  /// A process whose parent is gone is reaped by others; it may stay a zombie here, but no process.
  var isRunning: Bool { !file("stat").isEmpty && !file("stat").contains(") Z ") }

  /// True where it is the program started once more, false where it is a copy of a running one.
  var isLoaded: Bool { file("cmdline").contains("\0worker\0") }

  /// What each of its open files is.
  var openFiles: [Int: String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd")) ?? []
    return names.reduce(into: [:]) { files, name in
      guard let number = Int(name) else { return }
      files[number] = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/fd/\(name)")
    }
  }

  /// The signals that it holds back and those that it ignores, a bit each; not those of the C library (32 and 33).
  var heldSignals: [UInt64] {
    file("status").split(separator: "\n").filter { $0.hasPrefix("SigBlk") || $0.hasPrefix("SigIgn") }
      .compactMap { UInt64($0.drop { $0 != "\t" }.dropFirst(), radix: 16) }.map { $0 & ~(3 << 31) }
  }
}

@Suite(.serialized) struct WorkerTests {
  private let scratch: Scratch
  private let faults = ["GONGKAI_TEST_FAULTS": "1"]

  init() throws { scratch = try Scratch() }

  /// A run with a worker that is a copy and one that was loaded in the place of one that crashed; both hang, for ever.
  private func run() throws -> Process {
    for name in ["a-fault-segv", "b-fault-hang", "c-fault-hang"] {
      try scratch.copy("clean-2021-form.pdf", as: "batch/\(name).pdf")
    }
    let command = Command(environment: faults, folder: scratch.folder.appending(path: "batch"))
    return try command.start(
      ["audit", "--format", "jsonl", "--timeout", "100000", "--jobs", "2", "."],
      output: scratch.folder.appending(path: "out"), errors: scratch.folder.appending(path: "err"))
  }

  /// The two workers, once each has its pipes and nothing else.
  private func settledWorkers(of process: Process) -> [ChildProcess] {
    var workers: [ChildProcess] = []
    for _ in 0..<1500 {
      workers = ChildProcess.children(of: process).filter { $0.openFiles.keys.sorted() == [0, 1, 2, 3, 4] }
      if workers.count == 2 && workers.contains(where: \.isLoaded) || !process.isRunning { break }
      usleep(20_000)
    }
    return workers
  }

  @Test("A worker, copied or loaded, has two pipes that no other one has, and nothing else of its supervisor")
  func holdsNothing() throws {
    let process = try run()
    defer {
      process.interrupt()
      process.waitUntilExit()
    }
    let workers = settledWorkers(of: process)
    #expect(workers.count == 2)
    #expect(workers.filter(\.isLoaded).count == 1)
    var pipes: Set<String> = []
    for worker in workers {
      let files = worker.openFiles
      #expect([files[0], files[1], files[2]] == ["/dev/null", "/dev/null", "/dev/null"])
      for end in [3, 4] {
        let file = try #require(files[end])
        #expect(file.hasPrefix("pipe:"))
        pipes.insert(file)
      }
      #expect(worker.heldSignals == [0, 0])
      // Ctrl-C is the supervisor's.
      #expect(getpgid(worker.pid) == worker.pid)
    }
    #expect(pipes.count == 4)
  }

  @Test("Neither kind outlives a supervisor that is killed outright")
  func orphans() throws {
    let process = try run()
    let workers = settledWorkers(of: process)
    #expect(workers.count == 2)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    for _ in 0..<3000 where workers.contains(where: \.isRunning) { usleep(20_000) }
    #expect(workers.filter(\.isRunning).isEmpty)
  }

  @Test("Neither kind can write, connect, start programs or touch other processes, whatever a document makes of it")
  func escape() throws {
    try scratch.copy("clean-2021-form.pdf", as: "batch/a-fault-escape.pdf")
    try scratch.copy("clean-2021-form.pdf", as: "batch/b-fault-escape.pdf")
    let run = try Command(environment: faults, folder: scratch.folder.appending(path: "batch")).run(
      "audit", "--format", "jsonl", "--jobs", "1", ".")
    let records = try PrintedRecord.lines(run.output)
    #expect(records.count == 2)
    // The second one was loaded: the first had said that it had begun.
    for record in records { #expect(record.findings?.first?.message.contains("退出码 10") == true) }
  }

  @Test("A copy that dies before it begins is replaced, and its file is read")
  func falseStart() throws {
    try scratch.copy("clean-2021-form.pdf", as: "batch/a-fault-early.pdf")
    try scratch.copy("broken-sum.pdf", as: "batch/b.pdf")
    let folder = scratch.folder.appending(path: "batch")
    let arguments = ["audit", "--format", "jsonl", "--ignore", "C", "--jobs", "1"]
    let run = try Command(environment: faults, folder: folder).run(arguments + ["."])
    let alone = try Command(folder: folder).run(arguments + ["./b.pdf"])
    #expect(run.lines.count == 2)
    #expect(run.lines.last == alone.lines.last)
  }
}
