// Names of files as bytes, and lists of them.
import Foundation
import Glibc
import Gongkai
import Testing

@testable import Batch

@Suite struct PathTests {
  @Test(
    "A name that is not UTF-8 shows its bytes, and two that differ differ",
    arguments: [
      ("报告.pdf".utf8.map { $0 }, "报告.pdf"), ([0x61, 0xE9, 0x62], "a\\xE9b"), ([0xFF, 0xFE], "\\xFF\\xFE"),
      (Array("年".utf8.dropLast()) + [0x2E], "\\xE5\\xB9."),
    ])
  func text(bytes: [UInt8], shown: String) { #expect(InputPath(bytes: bytes).text == shown) }

  @Test("Paths are ordered by their bytes, not by their letters")
  func order() {
    #expect(
      ["b", "a/x", "a.pdf", "B", "é"].map(InputPath.init(_:)).sorted().map(\.text) == ["B", "a.pdf", "a/x", "b", "é"])
  }

  @Test("What lies too deep in a folder to be opened is no input that nobody hears of")
  func tooDeep() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "gongkai-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let name = String(repeating: "d", count: 200)
    var folders = [open(root.path, O_RDONLY | O_DIRECTORY)]
    // Longer than a path may be.
    while folders.count * 200 < Int(PATH_MAX) + 400 {
      try #require(mkdirat(folders.last!, name, 0o700) == 0)
      folders.append(openat(folders.last!, name, O_RDONLY | O_DIRECTORY))
    }
    close(openat(folders.last!, "a.pdf", O_CREAT | O_WRONLY, 0o600))
    let walk = FolderWalk(InputPath(root.path))
    var codes: [Int32] = []
    for case .failed(_, .damaged(.folder(let code))) in walk.inputs { codes.append(code) }
    #expect(walk.inputs.count == 1 && codes == [ENAMETOOLONG])
    unlinkat(folders.last!, "a.pdf", 0)
    for folder in folders.reversed() {
      unlinkat(folder, name, AT_REMOVEDIR)
      close(folder)
    }
    rmdir(root.path)
  }

  @Test("A list that comes through a pipe is read as it comes")
  func growingList() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    var list = PathList(descriptor: ends[0])
    func step() -> String {
      switch list.next() {
      case .path(let path): path.text
      case .waiting(let descriptor): descriptor == ends[0] ? "waiting" : "?"
      case .end: "end"
      }
    }
    #expect(step() == "waiting")
    write(ends[1], "a.pdf\nb", 7)
    #expect(step() == "a.pdf")
    #expect(step() == "waiting")
    write(ends[1], ".pdf\n\n\nc.pdf", 12)
    #expect(step() == "b.pdf")
    close(ends[1])
    #expect(step() == "c.pdf")
    #expect(step() == "end")
  }
}
