// `gongkai.yml` → settings, or what is wrong with it and where.
import Audit
import Foundation
import Testing

@testable import Configuration

@Suite struct ConfigurationTests {
  private func read(_ text: String) throws -> Settings {
    try ConfigurationFile(text: text, path: "gongkai.yml").settings
  }

  @Test func everyKeyIsRead() throws {
    let settings = try read(
      """
      # 全部键
      select: [A, s0, V]
      ignore:
        - S011
        - v003
      severities:
        V001: info
        S006: error
      deadlines:
        departments: 02-15
        governments: 4-1
      labels:
        - 规范性文件
        - 其他法律行政止公开
      """)
    #expect(settings.selected == ["A", "S0", "V"])
    #expect(settings.ignored == ["S011", "V003"])
    #expect(settings.severities == ["V001": .info, "S006": .error])
    #expect(settings.departmentDeadline == Deadline(month: 2, day: 15))
    #expect(settings.governmentDeadline == Deadline(month: 4, day: 1))
    #expect(settings.allowedLabels == ["规范性文件", "其他法律行政止公开"])
  }

  @Test("A single value is a list of one, N and Y are rules, and what is left out keeps its default")
  func shortForms() throws {
    #expect(try read("select: N\nignore: Y001, Y004\n") == Settings(selected: ["N"], ignored: ["Y001", "Y004"]))
    #expect(try read("deadlines: {departments: 02-28}\n").governmentDeadline == Settings().governmentDeadline)
    for nothing in ["", "# nothing yet\n", "---\n"] { #expect(try read(nothing) == Settings()) }
  }

  @Test(
    "What is wrong is said with its line and with what there is",
    arguments: [
      ("select: [A]\nserverities:\n  V001: info\n", 2, "severities"),
      ("deadlines:\n  departments: 01-31\n  townships: 03-31\n", 3, "governments"),
      ("severities:\n  V001: info\n  A001: fatal\n", 3, "warning"),
      ("severities:\n  V1: info\n", 2, "V1"),
      ("severities: warning\n", 1, "severities"),
      ("ignore:\n  - S011\n  - Q9\n", 3, "Q9"),
      ("ignore: {S011: true}\n", 1, "[A001, S011]"),
      ("deadlines:\n  departments: 02-30\n", 2, "01-31"),
      ("deadlines:\n  departments: 31 January\n", 2, "01-31"),
      ("labels:\n  - 规范性文件\n  - [a]\n", 3, "["),
      ("- A001\n", 1, "键"),
      ("ignore: [S011\nselect: [A]\n", 2, "YAML"),
      ("ignore: [S011]\nselect: [A]\nignore: [V]\n", nil, "ignore"),
      ("ignore:\n\t- S011\n", 2, "YAML"),
    ] as [(String, Int?, String)])
  func errors(text: String, line: Int?, words: String) {
    let error = #expect(throws: ConfigurationError.self) { try read(text) }
    if let line { #expect(error?.line == line) }
    #expect(error?.message.zh.contains(words) == true)
    #expect(error?.text(.en).hasPrefix("gongkai.yml") == true)
  }

  @Test func theNearestFileUpwardIsFoundAndAFolderOfThatNameIsNone() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "gongkai-config-\(UUID().uuidString)")
    let deep = root.appending(path: "a/b/c")
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
    try Data("ignore: [V]\n".utf8).write(to: root.appending(path: "gongkai.yml"))
    try FileManager.default.createDirectory(
      at: root.appending(path: "a/b/gongkai.yml"), withIntermediateDirectories: true)
    let found = try #require(ConfigurationFile.find(from: deep.path))
    #expect(found.hasSuffix("\(root.lastPathComponent)/gongkai.yml"))
    try Data("ignore: [S]\n".utf8).write(to: root.appending(path: "a/gongkai.yml"))
    let nearer = try #require(ConfigurationFile.find(from: deep.path))
    #expect(try ConfigurationFile(path: nearer).settings.ignored == ["S"])
  }

  @Test func whatIsNoTextIsSaidSo() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "gongkai-\(UUID().uuidString).yml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data([0x69, 0xff, 0xfe]).write(to: file)
    #expect(throws: ConfigurationError.self) { try ConfigurationFile(path: file.path) }
    #expect(throws: ConfigurationError.self) { try ConfigurationFile(path: "/no/such/gongkai.yml") }
  }
}
