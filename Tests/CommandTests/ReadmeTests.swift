// The READMEs: what they show of the command is what it prints.
import Foundation
import Testing

@Suite struct ReadmeTests {
  /// A command with its output, in which a line `…` stands for lines left out.
  private struct Sample {
    var arguments: [String]
    var lines: [String]
  }

  private static func samples(_ file: String) throws -> [Sample] {
    let text = try String(contentsOf: Command.root.appending(path: file), encoding: .utf8)
    return text.components(separatedBy: "```console\n").dropFirst().map { rest in
      let lines = rest.components(separatedBy: "```")[0].components(separatedBy: "\n")
      return Sample(
        arguments: Array(lines[0].components(separatedBy: " ").dropFirst(2)),
        lines: lines.dropFirst().reversed().drop { $0.isEmpty }.reversed())
    }
  }

  @Test("What the READMEs show is what the command prints", arguments: ["README.md", "README.zh-CN.md"])
  func samples(file: String) throws {
    let samples = try Self.samples(file)
    #expect(samples.count == 2)
    for sample in samples {
      let run = try Command(environment: ["COLUMNS": ""], folder: Command.root).run(sample.arguments)
      var printed = run.output.components(separatedBy: "\n")[...]
      var leftOut = false
      for line in sample.lines {
        if line == "…" {
          leftOut = true
          continue
        }
        let place = leftOut ? printed.firstIndex(of: line) : printed.first == line ? printed.startIndex : nil
        guard let place else {
          Issue.record("not printed there: \(line)")
          break
        }
        printed = printed[(place + 1)...]
        leftOut = false
      }
      #expect(printed.joined().isEmpty)
    }
  }

  @Test("Each subcommand is in both READMEs", arguments: ["README.md", "README.zh-CN.md"])
  func subcommands(file: String) throws {
    let text = try String(contentsOf: Command.root.appending(path: file), encoding: .utf8)
    for name in ["audit", "check", "extract", "inspect", "rules", "doctor"] { #expect(text.contains("| `\(name)")) }
  }
}
