import DocumentModel
import Foundation
import Testing

@testable import Extraction

/// Damage of the file is told from faults of the report.
@Suite struct DamagedFileTests {
  private static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SampleReports/clean-2021-form.pdf")

  private static func isDamaged(_ bytes: [UInt8]) -> Bool {
    do throws(ReadingFailure) {
      _ = try Extractor.extract(bytes)
      return false
    } catch {
      return error == .damaged(.content)
    }
  }

  @Test("A whole file is not damaged; one bit of a page's content makes it so")
  func oneBit() throws {
    let bytes = Array(try Data(contentsOf: Self.sample))
    #expect(!Self.isDamaged(bytes))
    let mark = Array("stream\n".utf8)
    let streams = bytes.indices.filter {
      $0 + 2000 < bytes.count && bytes[$0...].starts(with: mark) && bytes[$0 - 1] != 100
    }
    let first = try #require(
      streams.first { index in
        // The content of a page: compressed, with nothing but its length and filter.
        let head = String(decoding: bytes[max(0, index - 120)..<index], as: UTF8.self)
        return head.contains("FlateDecode") && !head.contains("Length1") && !head.contains("Subtype")
      })
    var changed = bytes
    changed[first + mark.count + 300] ^= 4
    #expect(Self.isDamaged(changed))
  }

  @Test("A file whose structure qpdf cannot find any more ends no worker")
  func noTrailer() throws {
    let bytes = Array(try Data(contentsOf: Self.sample))
    var file = QpdfFile(Array(bytes.prefix(200)))
    #expect(file == nil)
    file = QpdfFile(bytes)
    #expect(file != nil)
  }
}
