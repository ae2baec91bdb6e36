// Files that crash, stall or feed on the worker → one record each, and nothing else lost.
import Foundation
import Glibc
import Testing

/// Serial: memory and time are what these tests are about.
@Suite(.serialized) struct FaultTests {
  private let scratch: Scratch
  private let faults = ["GONGKAI_TEST_FAULTS": "1"]

  init() throws { scratch = try Scratch() }

  private static let rules = [
    "segv": "X007", "abort": "X007", "stack": "X007", "exit": "X007", "pipe": "X007", "garbage": "X007",
    "early": "X007",
    "hang": "X006", "memory": "X008",
  ]

  // The switch exempts healthy files from the time limit: no load of the machine makes them late.
  @Test("Half of the files are fatal; every other record is what it is alone, at any number of jobs")
  func halfOfTheFilesAreFatal() throws {
    let alone = Command(folder: scratch.folder)
    try scratch.copy("broken-sum.pdf", as: "alone.pdf")
    let reference = try alone.run("audit", "--format", "jsonl", "--ignore", "C", "alone.pdf").output
    let batch = scratch.folder.appending(path: "batch")
    for (index, fault) in Self.rules.keys.sorted().enumerated() {
      try scratch.copy("broken-sum.pdf", as: "batch/\(index)-fault-\(fault).pdf")
      try scratch.copy("broken-sum.pdf", as: "batch/\(index)-ok.pdf")
    }
    let command = Command(environment: faults, folder: batch)
    let arguments = { (jobs: String) in
      try command.run(
        "audit", "--format", "jsonl", "--ignore", "C", "--timeout", "1", "--memory-limit", "256", "--jobs", jobs, ".")
    }
    let run = try arguments("2")
    #expect(run.status == 2)
    let records = try PrintedRecord.lines(run.output)
    #expect(records.count == 2 * Self.rules.count)
    for (record, line) in zip(records, run.lines) {
      if let fault = record.source.path.split(separator: "fault-").dropFirst().first {
        let rule = try #require(Self.rules[String(fault.dropLast(4))])
        #expect(record.findings?.map(\.rule) == [rule], "\(record.source.path)")
      } else {
        #expect(line == reference.dropLast().replacing("alone.pdf", with: record.source.path))
      }
    }
    #expect(try arguments("3").output == run.output)
    let messages = records.compactMap { $0.findings?.first?.message }
    #expect(messages.contains { $0.contains("SIGSEGV") } && messages.contains { $0.contains("SIGABRT") })
  }

  @Test("Without the switch the names mean nothing")
  func switchedOff() throws {
    try scratch.copy("clean-2021-form.pdf", as: "fault-segv.pdf")
    #expect(try Command(folder: scratch.folder).run("audit", "fault-segv.pdf").status == 0)
  }

  @Test("A worker that dies, or hangs, of drawing loses the drawing, not the record")
  func drawing() throws {
    let names = ["a.pdf", "b-fault-draw.pdf", "c-fault-slow-draw.pdf", "d.pdf"]
    for name in names { try scratch.copy("broken-sum.pdf", as: "batch/\(name)") }
    let command = Command(environment: faults, folder: scratch.folder.appending(path: "batch"))
    let arguments = ["audit", "--format", "jsonl", "--ignore", "C", "."]
    let plain = try Command(folder: command.folder).run(arguments)
    let run = try command.run(arguments + ["--timeout", "1", "--annotate", "../marked"])
    let isTheSame = run.output == plain.output
    #expect(isTheSame)
    #expect(run.status == plain.status)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path + "/marked").sorted()
        == ["a.annotated.pdf", "d.annotated.pdf"])
    #expect(run.errors.contains("./b-fault-draw.pdf：已审核，但未能绘制：读取进程终止：信号 SIGABRT"))
    #expect(run.errors.contains("./c-fault-slow-draw.pdf：已审核，但未能绘制：1 秒内没有读完"))
    #expect(!run.errors.contains("没有标注副本"))
  }

  /// A run that never ends: one worker hangs, the other has finished everything else.
  private func longRun() throws -> (Process, output: URL) {
    for (name, sample) in [
      ("a.pdf", "clean-2021-form"), ("b-fault-hang.pdf", "clean-2021-form"), ("c.pdf", "broken-sum"),
      ("d.pdf", "missing-row"),
    ] {
      try scratch.copy("\(sample).pdf", as: "batch/\(name)")
    }
    let command = Command(environment: faults, folder: scratch.folder.appending(path: "batch"))
    let output = scratch.folder.appending(path: "out")
    let process = try command.start(
      ["audit", "--format", "json", "--timeout", "100000", "--jobs", "2", "."], output: output,
      errors: scratch.folder.appending(path: "err"))
    // Each record is kept for later runs as soon as the supervisor has it.
    while try keptRecords().count < 3 && process.isRunning { usleep(20_000) }
    return (process, output)
  }

  /// The records in the cache: their names, and the numbers of their files.
  private func keptRecords() throws -> [String: UInt64] {
    let folder = scratch.folder.path + "/cache"
    guard let names = FileManager.default.enumerator(atPath: folder) else { return [:] }
    let records = names.compactMap { $0 as? String }.filter { $0.count > 60 && !$0.hasSuffix(".part") }
    return Dictionary(
      uniqueKeysWithValues: try records.map {
        (
          $0,
          try #require(FileManager.default.attributesOfItem(atPath: folder + "/" + $0)[.systemFileNumber] as? UInt64)
        )
      })
  }

  @Test("Ctrl-C: valid output of what was done, the count of what was not, 130")
  func interrupt() throws {
    struct Batch: Decodable {
      struct Summary: Decodable {
        var inputs: Int
        var notDone: Int
      }
      var reports: [PrintedRecord]
      var summary: Summary
    }
    let (process, output) = try longRun()
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let batch = try JSONDecoder().decode(Batch.self, from: Data(contentsOf: output))
    #expect(batch.reports.map(\.source.path) == ["./a.pdf", "./c.pdf", "./d.pdf"])
    #expect(batch.summary.inputs == 3)
    #expect(batch.summary.notDone == 1)
  }

  @Test("No worker outlives a supervisor that is killed outright, and the next run goes on where it was")
  func orphans() throws {
    let (process, _) = try longRun()
    let workers = ChildProcess.children(of: process)
    #expect(!workers.isEmpty)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    for _ in 0..<3000 where workers.contains(where: \.isRunning) { usleep(20_000) }
    #expect(workers.filter(\.isRunning).isEmpty)

    let batch = scratch.folder.appending(path: "batch")
    let kept = try keptRecords()
    let arguments = ["audit", "--format", "json", "."]
    let resumed = try Command(
      environment: ["XDG_CACHE_HOME": scratch.folder.path + "/cache"], folder: batch
    ).run(arguments)
    #expect(try resumed.output == Command(folder: batch).run(arguments).output)
    // What had been read was not read again.
    let all = try keptRecords()
    #expect(all.filter { kept[$0.key] != nil } == kept)
    #expect(all.count == 3)
  }

  /// Runs the command under limits of the shell.
  private func limited(_ limit: String, _ arguments: String...) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", "ulimit \(limit); exec env --default-signal=XFSZ \"$0\" \"$@\"", Command.executable.path] + arguments + [
        "--no-cache", "--no-progress",
      ]
    process.currentDirectoryURL = scratch.folder
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let signal: Int32 = process.terminationReason == .exit ? 0 : 128
    return (signal + process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test("Where the system has no room for so many workers, those that it has do all of it")
  func fewerWorkers() throws {
    for index in 0..<12 { try scratch.copy("clean-2021-form.pdf", as: "batch/\(index).pdf") }
    for limit in ["-n 14", "-n 20", "-n 40"] {
      let run = try limited(limit, "audit", "batch", "--jobs", "64", "--ignore", "C")
      #expect(run.status == 0 && run.output.contains("读取 12 份"))
    }
  }

  @Test("A file that may not be so large is said to be so, and nothing is left of it")
  func tooLargeToWrite() throws {
    try scratch.copy("clean-2021-form.pdf", as: "a.pdf")
    let run = try limited("-f 1", "audit", "a.pdf", "--format", "json", "--output", "out.json")
    #expect(run.status == 74 && run.output.contains("out.json"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["a.pdf"])
  }

  @Test("A reader that goes away ends the run without a word")
  func closedPipe() throws {
    for index in 0..<4 { try scratch.copy("clean-2021-form.pdf", as: "batch/\(index).pdf") }
    let pipe = Pipe()
    let errors = scratch.folder.appending(path: "err")
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = ["audit", "--format", "jsonl", scratch.folder.path + "/batch"]
    process.standardOutput = pipe
    process.standardError = try FileHandle(forWritingTo: errors)
    try pipe.fileHandleForReading.close()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + SIGPIPE)
    #expect(try Data(contentsOf: errors).isEmpty)
  }
}
