// Arguments → exit status, and where the words go.
import Foundation
import Glibc
import Testing

@Suite struct UsageTests {
  @Test(
    "Wrong usage and missing paths end with 64 and say what is wrong",
    arguments: [
      ["audit"], ["audit", "no-such-file.pdf"], ["check", "no-such-file.pdf"], ["check", "."],
      ["audit", ".", "--format", "odt"],
      ["audit", ".", "--select", "Q9"], ["audit", "--files-from", "no-such-list"], ["rules", "A999"],
      ["audit", ".", "--jobs", "0"],
    ])
  func wrongUsage(arguments: [String]) throws {
    let scratch = try Scratch()
    let (output, errors) = (scratch.folder.appending(path: "out"), scratch.folder.appending(path: "err"))
    let process = try Command().start(arguments, output: output, errors: errors)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(try Data(contentsOf: output).isEmpty)
    #expect(try !Data(contentsOf: errors).isEmpty)
  }

  @Test(
    "What is wrong is told in the language asked for, and named",
    arguments: [
      (["audti"], "错误：没有子命令“audti”"), (["audti", "--lang", "en"], "Error: there is no subcommand “audti”"),
      (["audit", "--timeout", "-3"], "错误：--timeout 至少为 1"), (["audit", ".", "--bogus"], "没有选项 --bogus"),
      (["audit", ".", "--bogus", "--lang", "en"], "Error: Unknown option '--bogus'"),
      (["audit", "--format", "odt"], "不能是“odt”"), (["check"], "缺少 <"),
      (["audit", ".", "--lang", "de"], "不能是“de”，可取：zh、en"), (["help", "audti"], "没有子命令“audti”"),
      (["rules", "A001", "B", "C"], "多余的参数：“B”、“C”\n"), (["audit", "no-such.pdf"], "no-such.pdf：文件或文件夹不存在"),
      (["audit", "no-such.pdf"], "用法：gongkai audit [<选项>]"), (["check", "no-such.pdf"], "详见 gongkai check --help"),
      (["check", "no-such.pdf", "--lang", "en"], "Usage: gongkai check [<options>] <file>\n"),
      (["audit", "--timeout", "-3"], "详见 gongkai audit --help"), (["audit", ".", "-j", "-3"], "--jobs 须在 1 到 512 之间"),
      (["check", "x", "--memory-limit", "-3"], "--memory-limit 至少为 64"),
      (["check", "x", "--memory-limit", "3"], "--memory-limit 至少为 64"), (["inspect", "."], "是文件夹"),
      (["audit", ".", "--select", ""], "--select 未给出任何规则"), (["check", "--bogus"], "没有选项 --bogus\n"),
      (["audit", ".", "--jbos", "1"], "没有选项 --jbos，是否指 --jobs？"), (["audit", "--out"], "是否指 --output？"),
      (["audit", ".", "--bogus", "--lang", "en"], "Unknown option '--bogus'\n"),
      (["audit", ".", "--config", "no.yml", "--lang", "en"], "no.yml: cannot be read"),
      (["doctor", "--lang", "de"], "不能是“de”"), (["inspect", "no.pdf", "--lang", "en"], "Error: cannot open no.pdf"),
      (["extract"], "用法：gongkai extract [<选项>] [<path> ...]\n"), (["audit", "--config", ".", "."], "或者是文件夹"),
    ])
  func errors(arguments: [String], words: String) throws {
    let scratch = try Scratch()
    let (output, errors) = (scratch.folder.appending(path: "out"), scratch.folder.appending(path: "err"))
    let process = try Command().start(arguments, output: output, errors: errors)
    process.waitUntilExit()
    let told = try String(decoding: Data(contentsOf: errors), as: UTF8.self)
    #expect(process.terminationStatus == 64 && told.contains(words))
    #expect(arguments.contains("en") || !told.contains("Usage:"))
  }

  @Test("A workbook is not written to a terminal, text is")
  func workbookOnTerminal() throws {
    // TIOCSPTLCK and TIOCGPTN, which are macros that Swift does not see: a terminal of its own, unlocked, and its number.
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    var (lock, number): (Int32, Int32) = (0, 0)
    try #require(ioctl(terminal, 0x4004_5431, &lock) == 0 && ioctl(terminal, 0x8004_5430, &number) == 0)
    let path = URL(fileURLWithPath: "/dev/pts/\(number)")
    let scratch = try Scratch()
    for (format, status) in [("xlsx", 64), ("text", 0)] {
      let process = try Command().start(
        ["audit", "clean-2021-form.pdf", "--format", format, "--no-progress", "--no-cache"], output: path,
        errors: scratch.folder.appending(path: "err"))
      process.waitUntilExit()
      #expect(process.terminationStatus == Int32(status))
    }
  }

  @Test(
    "0 for clean reports, 1 for errors, 2 for what could not be read",
    arguments: [
      ("clean-2021-form.pdf", 0), ("broken-sum.pdf", 1), ("scan.pdf", 2),
    ])
  func exitStatus(file: String, status: Int) throws {
    for subcommand in ["audit", "check"] { #expect(try Command().run(subcommand, file).status == Int32(status)) }
  }

  @Test(
    "Help names the whole command, however it is asked for",
    arguments: [["audit", "--help"], ["audit", "-h"], ["help", "audit"], ["audit", "--jobs", "1", "--help"]])
  func help(arguments: [String]) throws {
    let help = try Command().run(arguments)
    #expect(help.status == 0)
    #expect(help.output.contains("gongkai audit ["))
  }

  @Test(
    "Chinese help has no English frames and no brackets of two kinds", arguments: ["audit", "check", "extract", "help"])
  func chineseHelp(subcommand: String) throws {
    let help = try Command().run(subcommand == "help" ? ["--help"] : [subcommand, "--help"]).output
    for word in ["default:", "values:", "<options>", "<subcommand>", "USAGE", "See '", " （", "；\u{20}"] {
      #expect(!help.contains(word), "\(word)")
    }
    #expect(help.count { $0 == "（" } == help.count { $0 == "）" } && help.count { $0 == ")" } == 0)
  }

  @Test("Why a result cannot be written is told in Chinese")
  func unwritable() throws {
    let run = try Command().run("audit", "clean-2021-form.pdf", "--output", "no-such-folder/out.txt")
    #expect(run.status == 74)
    #expect(run.errors == "gongkai: 无法写入 no-such-folder/out.txt：所在的文件夹不存在\n")
  }

  @Test(
    "Where results have no place for it, standard error says why an input could not be read",
    arguments: ["json", "text"])
  func failureOfExtract(format: String) throws {
    let run = try Command().run("extract", "scan.pdf", "clean-2021-form.pdf", "--format", format, "--no-progress")
    #expect(run.status == 2)
    #expect(run.errors == "gongkai: scan.pdf: 3 页都没有文字：只有图像，或为空白页\n")
  }

  @Test("A folder with nothing to read is said to have nothing")
  func nothingToRead() throws {
    let scratch = try Scratch()
    let run = try Command().run("audit", scratch.folder.path)
    #expect(run.status == 0 && run.output.contains("没有找到要读取的文件"))
  }

  @Test func failOnMovesTheThreshold() throws {
    #expect(try Command().run("audit", "broken-sum.pdf", "--fail-on", "never").status == 0)
    #expect(try Command().run("audit", "slash-placeholders.pdf").status == 0)
    #expect(try Command().run("audit", "slash-placeholders.pdf", "--fail-on", "warning").status == 1)
  }

  @Test("Rules are selected and ignored by id or beginning")
  func selection() throws {
    let rules = { (arguments: String...) in
      let run = try Command().run("audit", "broken-sum.pdf", "--format", "jsonl", arguments[0], arguments[1])
      return try PrintedRecord.lines(run.output)[0].findings!.map(\.rule)
    }
    #expect(try rules("--select", "A002") == ["A002"])
    #expect(try rules("--select", "a") == ["A002", "A003"])
    #expect(try rules("--ignore", "A003,S") == ["A002"])
  }

  @Test(
    "The language is that of the locale, and Chinese where it names none",
    arguments: [
      (["LANG": "C.UTF-8"], "错误"), (["LANG": "zh_CN.UTF-8"], "错误"), (["LANG": "POSIX"], "错误"),
      (["LANG": "de_DE.UTF-8"], "error"),
      (["LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"], "error"),
    ])
  func language(environment: [String: String], word: String) throws {
    let run = try Command(environment: environment).run("audit", "broken-sum.pdf")
    #expect(run.output.contains("  \(word)  ") || run.output.contains("  \(word)    "))
    #expect(
      try Command(environment: environment).run("audit", "broken-sum.pdf", "--lang", "en").output.contains("error"))
  }

  @Test(
    "Errors in the arguments are told in the language asked for, wherever it stands",
    arguments: [["audit", "no-such.pdf", "--lang", "en"], ["check", "--lang=en", "no-such.pdf"]])
  func languageOfErrors(arguments: [String]) throws {
    let scratch = try Scratch()
    let (output, errors) = (scratch.folder.appending(path: "out"), scratch.folder.appending(path: "err"))
    for (arguments, isChinese) in [
      (arguments, false), (arguments.filter { !$0.hasPrefix("--lang") && $0 != "en" }, true),
    ] {
      let process = try Command().start(arguments, output: output, errors: errors)
      process.waitUntilExit()
      let text = try String(contentsOf: errors, encoding: .utf8)
      #expect(text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } == isChinese, "\(text)")
    }
  }

  @Test("The summary of machine formats goes to standard error, so that standard output is only the format")
  func summaries() throws {
    let machine = try Command().run("audit", "broken-sum.pdf", "--format", "jsonl", "--no-progress")
    #expect(machine.lines.count == 1)
    #expect(machine.errors.hasPrefix("共 1 份"))
    let text = try Command().run("audit", "broken-sum.pdf", "--no-progress")
    #expect(text.output.contains("共 1 份"))
    #expect(text.errors.isEmpty)
  }

  @Test("Every rule has a page in both languages, and the list names them all")
  func rules() throws {
    let list = try Command().run("rules")
    #expect(list.status == 0)
    let ids = list.lines.map { String($0.prefix(4)) }
    #expect(ids.contains("A001") && ids.contains("X008"))
    for language in ["zh", "en"] {
      let page = try Command().run("rules", "A001", "--lang", language)
      #expect(page.output.hasPrefix("A001 application-balance"))
      #expect(page.lines.count > 8)
    }
  }

  @Test("The catalogue as Markdown is the committed document, a rule's page a part of it", arguments: ["en", "zh"])
  func markdown(language: String) throws {
    let name = language == "en" ? "rules.md" : "rules.zh-CN.md"
    let committed = try String(contentsOf: Command.root.appending(path: "docs/\(name)"), encoding: .utf8)
    #expect(try Command().run("rules", "--markdown", "--lang", language).output == committed)
    let page = try Command().run("rules", "C001", "--markdown", "--lang", language).output
    #expect(page.hasPrefix("## C001") && committed.contains(page))
  }

  @Test func colourOnlyWhereAskedForInAPipe() throws {
    #expect(try !Command().run("check", "broken-sum.pdf").output.contains("\u{1B}"))
    #expect(try Command().run("check", "broken-sum.pdf", "--color", "always").output.contains("\u{1B}[1;31m"))
  }
}
