// Records kept and found again.
import Foundation
import Gongkai
import Output
import Testing

@testable import Batch

@Suite struct RecordCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "gongkai-cache-\(UUID().uuidString)")
  private let job = AuditJob(language: .zh)
  private let sha256 = String(repeating: "ab", count: 32)

  private var input: AuditedInput {
    AuditedInput(
      record: EncodedRecord(
        source: SourceJSON(Source(path: "first.pdf", sha256: sha256, format: .pdf, pages: 3)), status: .read,
        agency: "甲",
        year: 2023, report: Array("{}".utf8), findings: [], unchecked: Array("[]".utf8)))
  }

  private func cache(_ job: AuditJob) throws -> RecordCache { try #require(RecordCache(folder: folder.path, job: job)) }

  private func file() throws -> URL {
    let names = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return try #require(names.compactMap { $0 as? URL }.first { $0.lastPathComponent.count == 62 })
  }

  @Test("The same content under another name gives the same record under that name")
  func found() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try cache(job).input(of: sha256, path: InputPath("a")) == nil)
    try cache(job).store(input)
    var expected = input
    expected.record.source.path = "second.pdf"
    #expect(try cache(job).input(of: sha256, path: InputPath("second.pdf")) == expected)
  }

  @Test func otherOptionsHaveOtherRecords() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try cache(job).store(input)
    let drawn = AuditJob(language: .zh, drawing: DrawingOrder(clippings: true))
    for other in [AuditJob(language: .en), AuditJob(settings: Settings(ignored: ["A"]), language: .zh), drawn] {
      #expect(try cache(other).input(of: sha256, path: InputPath("a")) == nil)
    }
  }

  @Test("A damaged or cut file counts as none")
  func damaged() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = try cache(job)
    cache.store(input)
    let whole = try Data(contentsOf: file())
    for position in [0, 9, whole.count - 1] {
      var spoilt = whole
      spoilt[position] ^= 1
      try spoilt.write(to: file())
      #expect(cache.input(of: sha256, path: InputPath("a")) == nil)
    }
    try whole.dropLast().write(to: file())
    #expect(cache.input(of: sha256, path: InputPath("a")) == nil)
    try whole.write(to: file())
    #expect(cache.input(of: sha256, path: InputPath("first.pdf")) == input)
  }

  @Test func whereNothingCanBeWrittenThereIsNoCache() {
    #expect(RecordCache(folder: "/proc/no-such-folder", job: job) == nil)
  }
}
