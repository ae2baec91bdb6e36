// Damaged files → a record each, no worker lost, and no cell that differs from the whole file's where its text is left alone.
import Foundation
import TestHelp
import Testing

@Suite struct DamageTests {
  private static let samples = [
    "SampleReports/unembedded-font.pdf", "SampleReports/tabs.txt", "SampleReports/gb18030.txt",
    "SampleReports/kangxi-radicals.pdf", "Tests/Fixtures/layouts/page-turned-upright-reportlab.pdf",
    "Tests/Fixtures/layouts/mixed-forms-reportlab.pdf", "Tests/Fixtures/layouts/wrong-tounicode-reportlab-ttf.pdf",
  ]

  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ files: [(name: String, bytes: [UInt8])]) throws -> (status: Int32, readings: [PrintedRecord]) {
    for file in files { try Data(file.bytes).write(to: scratch.folder.appending(path: file.name)) }
    let run = try Command(folder: scratch.folder).run(
      ["audit", "--format", "jsonl", "--no-cache", "--files-from", "-"],
      input: Data(files.map(\.name).joined(separator: "\0").utf8))
    return (run.status, try PrintedRecord.lines(run.output))
  }

  private static func bytes(_ sample: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Command.root.appending(path: sample)))
  }

  /// Files damaged in each of the ways, `times` times.
  private static func damaged(
    _ ways: [Damage], of samples: [String], times: Int, seed: UInt64
  ) throws
    -> [(sample: String, name: String, bytes: [UInt8])]
  {
    var chance = SeededGenerator(seed: seed)
    var files: [(String, String, [UInt8])] = []
    for sample in samples {
      let whole = try bytes(sample)
      let kind = (sample as NSString).pathExtension
      for way in ways {
        for _ in 0..<times {
          files.append((sample, "\(files.count)-\(way).\(kind)", way.applied(to: whole, &chance)))
        }
      }
    }
    return files
  }

  @Test("However a file is damaged, it has its record, and no worker is lost")
  func everyFileHasItsRecord() throws {
    let files = try Self.damaged(Damage.allCases.filter { !$0.keepsText }, of: Self.samples, times: 2, seed: 2)
    let (status, readings) = try read(files.map { ($0.name, $0.bytes) })
    #expect([0, 1, 2].contains(status))
    #expect(readings.map(\.source.path) == files.map(\.name))
    for reading in readings {
      let rules = try #require(reading.findings).map(\.rule)
      #expect(Set(rules).isDisjoint(with: ["X006", "X007", "X008"]), "\(reading.source.path)")
      #expect((reading.report == nil) == (reading.status == "unreadable"), "\(reading.source.path)")
    }
  }

  @Test("Where the damage leaves words and edges alone, each cell is what the whole file's is, or unread")
  func noCellIsWrong() throws {
    let samples = Self.samples.filter { $0.hasSuffix(".pdf") }
    let files = try Self.damaged(Damage.allCases.filter(\.keepsText), of: samples, times: 2, seed: 3)
    let whole = try samples.enumerated().map { ("whole-\($0.offset).pdf", try Self.bytes($0.element)) }
    let (_, readings) = try read(whole + files.map { ($0.name, $0.bytes) })
    #expect(readings.count == samples.count + files.count)
    let truth = Dictionary(uniqueKeysWithValues: zip(samples, readings.prefix(samples.count).map(\.cells)))
    var exact = 0
    for (file, reading) in zip(files, readings.dropFirst(samples.count)) {
      for (key, cell) in reading.cells where cell.state != "unread" {
        let printed = truth[file.sample]?[key]
        #expect(
          cell.state == printed?.state && cell.text == printed?.text,
          "\(file.name) of \(file.sample), \(key): \(cell.text ?? "")")
        exact += 1
      }
    }
    // Most of them are still read.
    #expect(exact > files.count * 100)
  }
}

extension PrintedRecord {
  /// Each cell by its table, row and column.
  fileprivate var cells: [String: Cell] {
    var result: [String: Cell] = [:]
    for table in report?.tables ?? [] {
      for row in table.rows { for (column, cell) in row.cells { result["\(table.id) \(row.id) \(column)"] = cell } }
    }
    return result
  }
}
