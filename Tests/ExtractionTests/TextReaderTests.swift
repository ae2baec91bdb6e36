// Encodings and kinds of input, recognised without being told.
import DocumentModel
import Foundation
import Testing

@testable import Extraction

@Suite struct TextReaderTests {
  private let text = "一、总体情况\n规章\t0\n"

  private func lines(_ bytes: [UInt8]) throws -> [String] {
    guard case .text(let lines) = try Extractor.extract(bytes).document.content else { return [] }
    return lines.map(\.text)
  }

  @Test func encodings() throws {
    let expected = ["一、总体情况", "规章\t0"]
    #expect(try lines(Array(text.utf8)) == expected)
    #expect(try lines([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == expected)
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try lines([0xFF, 0xFE] + little) == expected)
    #expect(try lines([0xFE, 0xFF] + big) == expected)
    #expect(try lines(little) == expected)
    // GB18030 of 规章, a tab, 0.
    #expect(try lines([0xB9, 0xE6, 0xD5, 0xC2, 0x09, 0x30, 0x0A]) == ["规章\t0"])
  }

  @Test func radicalsAreTheCharactersThatTheyShow() throws {
    #expect(try lines(Array("⼈⼀⼆⽆⻔⼾".utf8)) == ["人一二无门户"])
  }

  @Test func emptyAndForeignFilesAreSaidToBeSo() {
    #expect(throws: ReadingFailure.damaged(.empty)) { try Extractor.extract([]) }
    #expect(throws: ReadingFailure.self) { try Extractor.extract([0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0]) }
    #expect(throws: ReadingFailure.self) { try Extractor.extract(Array("%PDF-1.7\nrubbish".utf8)) }
  }

  @Test func sha256OfNothing() {
    #expect(Extractor.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
