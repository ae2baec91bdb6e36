// Messages and records ↔ bytes.
import DocumentModel
import Foundation
import Gongkai
import Output
import Testing

@testable import Batch

@Suite struct FrameTests {
  private let frames: [Frame] = [
    .setup([1, 2]), .file(Array("a.pdf".utf8)), .started, .record([]), .cached([9]), .content([0]),
  ]

  @Test("Messages come out as they went in, however the pipe cuts them", arguments: [1, 2, 7, 1000])
  func pieces(length: Int) throws {
    let bytes = frames.flatMap(\.bytes)
    var buffer = FrameBuffer()
    var received: [Frame] = []
    for start in stride(from: 0, to: bytes.count, by: length) {
      buffer.append(bytes[start..<min(bytes.count, start + length)])
      while let frame = try buffer.next() { received.append(frame) }
    }
    #expect(received == frames)
  }

  @Test("What is no message is refused at its first byte")
  func garbage() {
    var buffer = FrameBuffer()
    buffer.append("t".utf8)
    #expect(throws: ByteReader.Malformed.self) { try buffer.next() }
    var long = FrameBuffer()
    long.append([UInt8(ascii: "R"), 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(throws: ByteReader.Malformed.self) { try long.next() }
  }

  private var record: EncodedRecord {
    var record = EncodedRecord(
      source: SourceJSON(Source(path: "甲.pdf", sha256: "ab", format: .pdf, pages: nil)), status: .partial, agency: nil,
      year: 2023,
      report: Array("{}".utf8),
      findings: [
        .init(
          rule: "A001", severity: .warning, fingerprint: "0f", json: Array("{\"a\":1}".utf8), translation: "wrong")
      ],
      unchecked: Array("[]".utf8), uncheckedTranslations: ["why"])
    let box = Rectangle(left: -1.5, top: 0, right: 1e7, bottom: 0.1)
    record.compared = ComparedPlaces([0: .page(2, box), 5: .line(7)]) ?? ComparedPlaces()
    return record
  }

  @Test func recordsSurviveTheWay() throws {
    let alone = AuditedInput(record: record)
    #expect(try AuditedInput(bytes: alone.bytes) == alone)
    let digest = ReportDigest(
      agency: "甲", year: 2023, carriedOver: [0, nil, 7], carriedForward: [], documents: [[1, -2, nil]],
      items: [[], [9_000_000_000, -9_000_000_000]], figures: .max,
      signature: NarrativeSignature(bins: [0, .max], size: 2),
      otherBody: "乙")
    let compared = AuditedInput(record: record, digest: digest)
    #expect(try AuditedInput(bytes: compared.bytes) == compared)
  }

  @Test("A record that is cut anywhere is refused, not half read")
  func cutRecords() {
    let bytes = AuditedInput(record: record).bytes
    for length in 0..<bytes.count {
      #expect(throws: ByteReader.Malformed.self) { try AuditedInput(bytes: Array(bytes[..<length])) }
    }
    #expect(throws: ByteReader.Malformed.self) { try AuditedInput(bytes: bytes + [0]) }
  }
}

@Suite struct ReorderBufferTests {
  private func record(_ path: String) -> AuditedInput {
    AuditedInput(
      record: EncodedRecord(
        source: SourceJSON(Source(path: path, sha256: nil, format: .unknown, pages: nil)), status: .unreadable,
        agency: nil,
        year: nil, report: [], findings: [], unchecked: []))
  }

  @Test func recordsWaitForTheirPredecessors() {
    var buffer = ReorderBuffer()
    buffer.insert(record("c"), at: 2)
    buffer.insert(record("b"), at: 1)
    #expect(buffer.removeNext() == nil)
    #expect(buffer.size > 0)
    buffer.insert(record("a"), at: 0)
    #expect(
      [buffer.removeNext(), buffer.removeNext(), buffer.removeNext()].map { $0?.record.source.path } == ["a", "b", "c"])
    #expect(buffer.removeNext() == nil)
    #expect(buffer.size == 0)
  }

  @Test("A run that is broken off still gives what it has, in order")
  func gaps() {
    var buffer = ReorderBuffer()
    for position in [4, 2, 7] { buffer.insert(record("\(position)"), at: position) }
    #expect(buffer.removeAll().map(\.record.source.path) == ["2", "4", "7"])
  }
}
