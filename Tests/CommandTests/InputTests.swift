// Files, folders, lists and standard input → records: which, and in what order.
import Foundation
import Glibc
import Testing

@Suite struct InputTests {
  private let scratch: Scratch
  private let sample = "clean-2021-form.pdf"

  init() throws { scratch = try Scratch() }

  private var command: Command { Command(folder: scratch.folder) }

  private func paths(_ arguments: String..., input: Data? = nil, summary: String? = nil) throws -> [String] {
    let run = try command.run(["audit", "--format", "jsonl"] + arguments, input: input)
    if let summary { #expect(run.errors.contains(summary), "\(run.errors)") }
    return try PrintedRecord.lines(run.output).map(\.source.path)
  }

  @Test("A folder gives its PDFs and texts in the order of their paths' bytes, hidden ones aside")
  func folders() throws {
    for name in [
      "b/x.PDF", "b.pdf", "b-1/x.Txt", "a.pdf", ".hidden.pdf", ".git/x.pdf", "c/d/e.pdf", "é.pdf", "Z.pdf",
      "notes.docx",
    ] {
      try scratch.copy(sample, as: name)
    }
    #expect(
      try paths(".", summary: "另有 1 个文件")
        == ["./Z.pdf", "./a.pdf", "./b-1/x.Txt", "./b.pdf", "./b/x.PDF", "./c/d/e.pdf", "./é.pdf"])
    #expect(try paths("./") == paths("."))
  }

  @Test("A file named on the command line is always an input, in the order given and as often as given")
  func files() throws {
    for name in ["b.dat", "a.pdf"] { try scratch.copy(sample, as: name) }
    #expect(try paths("b.dat", "a.pdf") == ["b.dat", "a.pdf"])
    #expect(try paths("a.pdf", "a.pdf") == ["a.pdf", "a.pdf"])
  }

  @Test("Links in a circle and to nothing end nothing; every folder is entered once")
  func links() throws {
    try scratch.copy(sample, as: "f/a.pdf")
    try FileManager.default.createSymbolicLink(atPath: scratch.folder.path + "/f/loop", withDestinationPath: "..")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder.path + "/f/self.pdf", withDestinationPath: "self.pdf")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder.path + "/f/none.pdf", withDestinationPath: "gone.pdf")
    try FileManager.default.createSymbolicLink(atPath: scratch.folder.path + "/f/z.pdf", withDestinationPath: "a.pdf")
    #expect(try paths(".", summary: "另有 2 个文件") == ["./f/a.pdf", "./f/z.pdf"])
  }

  @Test("Pipes, sockets and devices are never opened")
  func specialFiles() throws {
    try scratch.copy(sample, as: "a.pdf")
    #expect(mkfifo(scratch.folder.path + "/pipe.pdf", 0o600) == 0)
    #expect(try paths(".", summary: "另有 1 个文件") == ["./a.pdf"])
    let run = try command.run("audit", "--format", "jsonl", "pipe.pdf")
    #expect(run.status == 2)
    #expect(try PrintedRecord.lines(run.output)[0].findings?.map(\.rule) == ["X005"])
  }

  @Test("A name that is not UTF-8 is read, and told apart from others")
  func oddNames() throws {
    let source = try scratch.copy(sample, as: "plain.pdf")
    for byte: UInt8 in [0xE9, 0xE8] {
      let name = Array((scratch.folder.path + "/").utf8) + [byte] + Array(".pdf".utf8) + [0]
      let made = name.withUnsafeBytes { link(source.path, $0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
      #expect(made == 0)
    }
    #expect(try paths(".") == ["./plain.pdf", "./\\xE8.pdf", "./\\xE9.pdf"])
  }

  @Test("A list of paths may be separated by line breaks or NUL, and may name what is not there")
  func lists() throws {
    for name in ["a b.pdf", "c.pdf", "f/d.pdf"] { try scratch.copy(sample, as: name) }
    let names = ["c.pdf", "a b.pdf", "gone.pdf", "f"]
    for list in [names.joined(separator: "\n") + "\n", names.joined(separator: "\0"), names.joined(separator: "\r\n")] {
      let run = try command.run("audit", "--format", "jsonl", "--files-from", "-", input: Data(list.utf8))
      #expect(try PrintedRecord.lines(run.output).map(\.source.path) == ["c.pdf", "a b.pdf", "gone.pdf", "f/d.pdf"])
      #expect(try PrintedRecord.lines(run.output).map(\.status) == ["read", "read", "unreadable", "read"])
      #expect(run.status == 2)
    }
  }

  @Test("In a list parted by NUL a name may hold a line break")
  func lineBreakInAName() throws {
    for name in ["a\nb.pdf", "c.pdf"] { try scratch.copy(sample, as: name) }
    #expect(try paths("--files-from", "-", input: Data("a\nb.pdf\0c.pdf\0".utf8)) == ["a\nb.pdf", "c.pdf"])
  }

  @Test func standardInput() throws {
    let content = try Data(contentsOf: Command.samples.appending(path: sample))
    #expect(try paths("-", input: content) == ["-"])
    let empty = try command.run("audit", "--format", "jsonl", "-", input: Data())
    #expect(empty.status == 2)
  }

  @Test("Standard input is read once, whoever asks for it")
  func standardInputTwice() throws {
    let content = try Data(contentsOf: Command.samples.appending(path: sample))
    for arguments in [["-", "-"], ["--files-from", "-", "-"]] {
      let run = try command.run(["audit"] + arguments, input: content)
      #expect(run.status == 64)
      #expect(run.errors.contains("标准输入（-）只能使用一次"))
    }
    try Data("-\n-\n".utf8).write(to: scratch.folder.appending(path: "list"))
    let list = try command.run(["audit", "--format", "jsonl", "--files-from", "list"], input: content)
    #expect(try PrintedRecord.lines(list.output).map(\.status) == ["read", "unreadable"])
    let itself = try command.run(["audit", "--format", "jsonl", "--files-from", "-"], input: Data("-\n".utf8))
    #expect(
      try PrintedRecord.lines(itself.output).map { $0.findings?.first?.message } == ["标准输入只能读取一次，已经读过"])
  }

  @Test("What cannot be opened is not called damaged, and the message has one language")
  func reasons() throws {
    #expect(mkfifo(scratch.folder.path + "/pipe.pdf", 0o600) == 0)
    try Data("PK\u{3}\u{4}\u{0}\u{0}".utf8).write(to: scratch.folder.appending(path: "report.pdf"))
    try Data().write(to: scratch.folder.appending(path: "empty.pdf"))
    let list = Data("pipe.pdf\n/dev/null\ngone.pdf\nreport.pdf\nempty.pdf\n".utf8)
    let messages = { (language: String) in
      let run = try command.run(
        ["audit", "--format", "jsonl", "--lang", language, "--files-from", "-"], input: list)
      return try PrintedRecord.lines(run.output).map { $0.findings?.first?.message }
    }
    #expect(
      try messages("zh") == [
        "不是文件，而是命名管道", "不是文件，而是设备", "无法打开：文件不存在",
        "既不是 PDF，也不是 UTF-8、UTF-16 或 GB18030 文本：ZIP 压缩文件（docx、xlsx、ofd 等）", "文件为空",
      ])
    #expect(
      try messages("en") == [
        "Not a file but a named pipe", "Not a file but a device", "Cannot be opened: No such file or directory",
        "Neither a PDF nor a text in UTF-8, UTF-16 or GB18030: ZIP archive (docx, xlsx, ofd …)", "The file is empty",
      ])
  }

  @Test("An output file appears whole or not at all")
  func output() throws {
    try scratch.copy("broken-sum.pdf", as: "a.pdf")
    let run = try command.run("audit", "a.pdf", "--format", "json", "--output", "out.json")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(names.sorted().filter { $0.hasPrefix("out") && !$0.hasSuffix("input") } == ["out.json"])
    let failed = try command.run("audit", "a.pdf", "--output", "no-such-folder/out.json")
    #expect(failed.status == 74)
    #expect(failed.errors.contains("no-such-folder/out.json"))
  }

  @Test(
    "No result takes the place of an input, by whatever name it is called and however it is found",
    arguments: [
      ["audit", "a.pdf", "--output", "a.pdf"], ["audit", "a.pdf", "--output", "link"],
      ["audit", "link", "--output", "f/../a.pdf"], ["audit", ".", "--output", "f/b.txt", "--format", "json"],
      ["audit", "--files-from", "list", "--output", "a.pdf"], ["audit", "--files-from", "list", "--output", "list"],
      ["audit", "a.pdf", "--write-baseline", "a.pdf"], ["audit", "--files-from", "list", "--write-baseline", "a.pdf"],
      ["audit", "f/index.html", "--format", "html", "--output", "f/"],
      ["audit", "f/empty", "--format", "sqlite", "--output", "f/empty"],
      ["extract", "a.pdf", "f", "--output", "a.pdf"], ["check", "a.pdf", "--output", "link"],
      ["inspect", "a.pdf", "--output", "a.pdf"], ["inspect", "a.pdf", "--svg", "link"],
    ])
  func inputsAreSpared(arguments: [String]) throws {
    for name in ["a.pdf", "f/index.html"] { try scratch.copy(sample, as: name) }
    try scratch.copy("gb18030.txt", as: "f/b.txt")
    let file = { (name: String) in scratch.folder.appending(path: name) }
    try Data().write(to: file("f/empty"))
    try Data("a.pdf\n".utf8).write(to: file("list"))
    try FileManager.default.createSymbolicLink(atPath: file("link").path, withDestinationPath: "a.pdf")
    let files = ["a.pdf", "f/b.txt", "f/index.html", "f/empty", "list"]
    let before = try files.map { try Data(contentsOf: file($0)) }
    let run = try command.run(arguments)
    #expect(run.status == 64, "\(run.errors)")
    #expect(run.errors.contains("它是本次的输入文件，会被覆盖"))
    #expect(try files.map { try Data(contentsOf: file($0)) } == before)
    let left = try FileManager.default.subpathsOfDirectory(atPath: scratch.folder.path)
    #expect(left.allSatisfy { !$0.hasSuffix(".part") })
  }

  @Test("What is there and cannot be opened gets its record; what is not there ends the run before it starts")
  func namedLinks() throws {
    try scratch.copy(sample, as: "good.pdf")
    for (name, target) in [("loop.pdf", "loop.pdf"), ("lost.pdf", "gone.pdf")] {
      try FileManager.default.createSymbolicLink(atPath: "\(scratch.folder.path)/\(name)", withDestinationPath: target)
    }
    let run = try command.run("audit", "--format", "jsonl", "loop.pdf", "lost.pdf", "good.pdf")
    #expect(run.status == 2)
    let records = try PrintedRecord.lines(run.output)
    #expect(records.map(\.status) == ["unreadable", "unreadable", "read"])
    #expect(records.map { $0.findings?.first?.rule } == ["X005", "X005", nil])
    #expect(try command.run("check", "loop.pdf").status == 2)
    let missing = try command.run("audit", "good.pdf", "gone.pdf")
    #expect(missing.status == 64)
    #expect(missing.output.isEmpty)
  }

  @Test func aFullDiskIsSaidSo() throws {
    try scratch.copy(sample, as: "a.pdf")
    let process = try command.start(
      ["audit", "a.pdf", "--format", "jsonl"], output: URL(fileURLWithPath: "/dev/full"),
      errors: scratch.folder.appending(path: "err"))
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    let message = try String(contentsOf: scratch.folder.appending(path: "err"), encoding: .utf8)
    #expect(message.contains("磁盘空间不足"))
  }

  @Test("A second run takes its records from the first, byte for byte; --no-cache asks nobody")
  func cache() throws {
    try scratch.copy("broken-sum.pdf", as: "f/a.pdf")
    let home = try Scratch()
    let command = Command(environment: ["XDG_CACHE_HOME": home.folder.path], folder: scratch.folder)
    let kept = { try FileManager.default.subpathsOfDirectory(atPath: home.folder.path).count { $0.count > 60 } }
    let fresh = try command.run("audit", "--format", "jsonl", "--no-cache", "f").output
    #expect(try kept() == 0)
    #expect(try command.run("audit", "--format", "jsonl", "f").output == fresh)
    #expect(try kept() == 1)
    try FileManager.default.moveItem(
      at: scratch.folder.appending(path: "f/a.pdf"), to: scratch.folder.appending(path: "f/b.pdf"))
    #expect(try command.run("audit", "--format", "jsonl", "f").output == fresh.replacing("f/a.pdf", with: "f/b.pdf"))
    #expect(try kept() == 1)
  }
}
