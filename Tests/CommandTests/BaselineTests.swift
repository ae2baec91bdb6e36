// --write-baseline, --baseline → only what is new counts.
import Foundation
import Testing

@Suite struct BaselineTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.copy("broken-sum.pdf", as: "a.pdf")
    try scratch.copy("broken-sum-review.pdf", as: "b.pdf")
  }

  private func run(_ arguments: String...) throws -> Command.Result {
    try Command(folder: scratch.folder).run(["audit", "--select", "A", "--no-progress"] + arguments)
  }

  @Test("Known findings are neither listed nor counted, new ones are")
  func newOnes() throws {
    #expect(try run("a.pdf", "--write-baseline", "known.json").status == 1)
    let again = try run("a.pdf", "--baseline", "known.json")
    #expect(again.status == 0)
    #expect(again.output.contains("另有 2 处在基线中"))
    #expect(!again.output.contains("A002"))
    let both = try run("a.pdf", "b.pdf", "--baseline", "known.json", "--format", "jsonl")
    #expect(both.status == 1)
    #expect(try PrintedRecord.lines(both.output).map { $0.findings!.map(\.rule) } == [[], ["A004"]])
    #expect(both.errors.contains("错误 1 处"))
  }

  @Test("Written with a baseline, the new one holds the known findings too; the order of inputs does not show")
  func renewal() throws {
    _ = try run("a.pdf", "--write-baseline", "first.json")
    _ = try run("a.pdf", "b.pdf", "--baseline", "first.json", "--write-baseline", "second.json")
    _ = try run("b.pdf", "a.pdf", "--write-baseline", "third.json")
    let files = try ["second.json", "third.json"].map { try Data(contentsOf: scratch.folder.appending(path: $0)) }
    #expect(files[0] == files[1])
    #expect(try run("a.pdf", "b.pdf", "--baseline", "second.json").status == 0)
  }

  @Test("The same report by other producers and under other names is known")
  func typesetAnew() throws {
    let folder = Command.root.appending(path: "Tests/Fixtures/typeset-twice")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasSuffix(".json") }
      .sorted()
    #expect(names.count == 3)
    let baseline = scratch.folder.appending(path: "known.json").path
    let command = Command(folder: folder)
    let first = try command.run("audit", names[0], "--write-baseline", baseline, "--format", "jsonl")
    let rules = try PrintedRecord.lines(first.output)[0].findings!.map(\.rule)
    #expect(Set(rules).isSuperset(of: ["A002", "A003", "Y001", "S009"]))
    for name in names.dropFirst() {
      let copy = "\(UUID().uuidString)-\(name)"
      try FileManager.default.copyItem(
        at: folder.appending(path: name), to: scratch.folder.appending(path: copy))
      let run = try Command(folder: scratch.folder).run(
        "audit", copy, "--baseline", baseline, "--format", "jsonl", "--fail-on", "info")
      #expect(try PrintedRecord.lines(run.output)[0].findings!.map(\.rule) == [], "\(name)")
      #expect(run.status == 0)
    }
  }

  @Test("An input that could not be read stays so, whatever is known")
  func unreadable() throws {
    try scratch.copy("scan.pdf", as: "c.pdf")
    _ = try run("a.pdf", "c.pdf", "--write-baseline", "known.json")
    let again = try run("a.pdf", "c.pdf", "--baseline", "known.json")
    #expect(again.status == 2)
    #expect(again.output.contains("X002"))
  }

  @Test(
    "What is no baseline is said to be none, before anything is read",
    arguments: [
      "", "{", "[]", #"{"schemaVersion":"2.0","baseline":[]}"#,
      #"{"schemaVersion":"1.0","baseline":[{"fingerprint":"f3fc","rule":"A001"}]}"#,
    ])
  func broken(content: String) throws {
    try Data(content.utf8).write(to: scratch.folder.appending(path: "known.json"))
    let run = try run("a.pdf", "--baseline", "known.json")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("known.json") && run.errors.contains("--write-baseline"))
  }

  @Test func whatDoesNotExistOrCannotBeWrittenIsSaidSo() throws {
    #expect(try run("a.pdf", "--baseline", "none.json").status == 64)
    let unwritable = try run("a.pdf", "--write-baseline", "no/such/folder/known.json")
    #expect(unwritable.status == 74)
    #expect(unwritable.output.isEmpty)
    #expect(try run("a.pdf", "--annotate", "/proc/none").status == 74)
  }

  @Test("A baseline appears when the run is whole, and the old one stays until then")
  func atomic() throws {
    _ = try run("a.pdf", "--write-baseline", "known.json")
    let before = try Data(contentsOf: scratch.folder.appending(path: "known.json"))
    #expect(try run("none.pdf", "--write-baseline", "known.json").status == 64)
    #expect(try Data(contentsOf: scratch.folder.appending(path: "known.json")) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(names.allSatisfy { !$0.hasSuffix(".part") })
  }
}
