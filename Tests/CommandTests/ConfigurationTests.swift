// gongkai.yml in the working directory, --config, --no-config → what the run does.
import Foundation
import Testing

@Suite struct ConfigurationTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.copy("broken-sum.pdf", as: "reports/a.pdf")
    try write("ignore: [A003]\nseverities:\n  A002: info\n", to: "gongkai.yml")
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: scratch.folder.appending(path: name))
  }

  private func rules(_ arguments: String...) throws -> [String] {
    let run = try Command(folder: scratch.folder).run(["audit", "--format", "jsonl", "reports"] + arguments)
    return try PrintedRecord.lines(run.output)[0].findings!.map(\.rule)
  }

  @Test("The file above the working directory holds, a named one takes its place, and none need be used")
  func whichFile() throws {
    #expect(try rules() == ["A002"])
    #expect(try rules("--no-config") == ["A002", "A003"])
    try write("ignore: [A002]\n", to: "other.yml")
    #expect(try rules("--config", "other.yml") == ["A003"])
    let below = Command(folder: scratch.folder.appending(path: "reports"))
    #expect(try below.run("audit", "a.pdf").status == 0)
    #expect(try below.run("check", "a.pdf").status == 0)
    #expect(try below.run("audit", "a.pdf", "--no-config").status == 1)
  }

  @Test("--select takes the place of the file's rules, --ignore adds to them")
  func commandLine() throws {
    #expect(try rules("--select", "A") == ["A002", "A003"])
    #expect(try rules("--ignore", "A002") == [])
  }

  @Test("The same cache serves runs with and without the file, each with its own records")
  func cache() throws {
    let command = Command(
      environment: ["XDG_CACHE_HOME": scratch.folder.appending(path: "cache").path], folder: scratch.folder)
    #expect(try command.run("audit", "reports").status == 0)
    #expect(try command.run("audit", "reports", "--no-config").status == 1)
    #expect(try command.run("audit", "reports").status == 0)
  }

  @Test func aBrokenFileEndsTheRunBeforeItStarts() throws {
    try write("ignore: [A003]\nserverity:\n  A002: info\n", to: "gongkai.yml")
    let run = try Command(folder: scratch.folder).run("audit", "reports")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("gongkai.yml:2：没有键“serverity”"))
    #expect(try Command(folder: scratch.folder).run("audit", "reports", "--config", "none.yml").status == 64)
    #expect(try Command(folder: scratch.folder).run("audit", "reports", "--config", "a", "--no-config").status == 64)
  }

  @Test func whichFileHoldsIsSaid() throws {
    let command = Command(folder: scratch.folder)
    #expect(try command.run("audit", "reports", "--verbose").errors.contains("gongkai.yml\n"))
    #expect(try command.run("doctor").output.contains("gongkai.yml\n"))
    try write("ignore: 3: 4\n", to: "gongkai.yml")
    let doctor = try command.run("doctor")
    #expect(doctor.status == 1)
    #expect(doctor.errors.contains("gongkai.yml:1"))
  }
}
