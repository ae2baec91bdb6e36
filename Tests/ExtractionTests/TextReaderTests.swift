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

  @Test(
    "What is not seen of a text is no part of its words and numbers",
    arguments: ["\u{AD}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{2060}", "\u{FE0F}", "\u{FEFF}", "\u{E0101}"])
  func unseen(mark: String) throws {
    #expect(try lines(Array("规章\(mark)\t1\(mark)2\(mark)\n".utf8)) == ["规章\t12"])
  }

  @Test(
    "Nobody knows the digits of a line that is shown from right to left",
    arguments: ["\u{202B}", "\u{202E}", "\u{2067}"])
  func turned(mark: String) throws {
    #expect(try lines(Array("规章\t\(mark)12\t３\n规章\t12\n".utf8)) == ["规章\t\u{FFFD}\u{FFFD}\t\u{FFFD}", "规章\t12"])
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
