// --annotate, run as its users run it: copies where there can be one, a word where there cannot, the originals untouched.
import Foundation
import Testing

@Suite struct AnnotateTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func whatCannotBeMarkedIsNamedAndStopsNothing() throws {
    for name in ["broken-sum.pdf", "gb18030.txt", "clean-2021-form.pdf"] { try scratch.copy(name, as: name) }
    let damaged = Data("%PDF-1.7\nnothing".utf8)
    try damaged.write(to: scratch.folder.appending(path: "a.pdf"))
    let original = try Data(contentsOf: Command.samples.appending(path: "broken-sum.pdf"))
    let run = try Command(environment: ["LANG": "en_US.UTF-8"], folder: scratch.folder)
      .run("audit", "--annotate", "marked", ".")
    #expect(run.status == 2)
    #expect(run.errors.contains("gongkai: no marked copy: ./a.pdf: it could not be read\n"))
    #expect(run.errors.contains("gongkai: no marked copy: ./gb18030.txt: it is not a PDF\n"))
    #expect(!run.errors.contains("clean-2021-form.pdf"))
    let copies = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.appending(path: "marked").path)
    #expect(copies == ["broken-sum.annotated.pdf"])
    #expect(try Data(contentsOf: scratch.folder.appending(path: "broken-sum.pdf")) == original)
    #expect(try Data(contentsOf: scratch.folder.appending(path: "a.pdf")) == damaged)
  }

  @Test func whatTheBaselineKnowsIsNotMarked() throws {
    try scratch.copy("broken-sum.pdf", as: "a.pdf")
    let command = Command(folder: scratch.folder)
    let marked = { (folder: String, arguments: [String]) in
      _ = try command.run(["audit", "a.pdf", "--annotate", folder] + arguments)
      let copies = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.appending(path: folder).path)
      return try copies.map { name in
        let copy = try Data(contentsOf: scratch.folder.appending(path: "\(folder)/\(name)"))
        return String(decoding: copy, as: Unicode.ASCII.self).matches(of: #/\/Subtype ?\/(Text|Highlight|Square)/#)
          .count
      }
    }
    _ = try command.run("audit", "a.pdf", "--select", "A002", "--write-baseline", "one.json")
    _ = try command.run("audit", "a.pdf", "--write-baseline", "all.json")
    #expect(try marked("all", ["--baseline", "all.json"]).isEmpty)
    let rest = try marked("rest", ["--baseline", "one.json"])
    #expect(rest.count == 1 && rest[0] > 0)
    #expect(rest == (try marked("selected", ["--ignore", "A002"])))
    #expect(rest[0] < (try marked("both", []))[0])
  }

  @Test func aCopyDoesNotTakeThePlaceOfAnotherInput() throws {
    try scratch.copy("broken-sum.pdf", as: "a.pdf")
    let other = try scratch.copy("clean-2021-form.pdf", as: "a.annotated.pdf")
    let content = try Data(contentsOf: other)
    let run = try Command(folder: scratch.folder).run("audit", "--annotate", ".", "a.pdf", "a.annotated.pdf")
    #expect(run.status == 1)
    #expect(run.errors.contains("没有标注副本：a.pdf：它会覆盖输入文件 ./a.annotated.pdf"))
    #expect(try Data(contentsOf: other) == content)
  }

  @Test func theOriginalIsNotOverwritten() throws {
    try scratch.copy("broken-sum.pdf", as: "a.pdf")
    let original = try Data(contentsOf: scratch.folder.appending(path: "a.pdf"))
    #expect(try Command(folder: scratch.folder).run("check", "a.pdf", "--annotate", "./a.pdf").status == 64)
    #expect(try Data(contentsOf: scratch.folder.appending(path: "a.pdf")) == original)
  }
}
