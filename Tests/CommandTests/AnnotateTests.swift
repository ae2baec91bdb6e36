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

  @Test func theOriginalIsNotOverwritten() throws {
    try scratch.copy("broken-sum.pdf", as: "a.pdf")
    let original = try Data(contentsOf: scratch.folder.appending(path: "a.pdf"))
    #expect(try Command(folder: scratch.folder).run("check", "a.pdf", "--annotate", "./a.pdf").status == 64)
    #expect(try Data(contentsOf: scratch.folder.appending(path: "a.pdf")) == original)
  }
}
