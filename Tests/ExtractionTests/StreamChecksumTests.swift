import Testing

@testable import Extraction

@Suite struct StreamChecksumTests {
  /// "BT ET" compressed (RFC 1950), as it stands in files.
  private static let compressed: [UInt8] = [120, 156, 115, 10, 81, 112, 13, 1, 0, 3, 221, 1, 80]
  private static let decoded = Array("BT ET".utf8)

  @Test("A compressed stream holds while no bit of it is changed, with or without an end of line behind it")
  func whole() {
    #expect(StreamChecksum.adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
    #expect(StreamChecksum.holds(encoded: Self.compressed, filters: ["FlateDecode"], decoded: Self.decoded))
    #expect(StreamChecksum.holds(encoded: Self.compressed + [13, 10], filters: ["FlateDecode"], decoded: Self.decoded))
    #expect(!StreamChecksum.holds(encoded: Self.compressed, filters: ["FlateDecode"], decoded: Array("BT EU".utf8)))
    #expect(
      !StreamChecksum.holds(encoded: Self.compressed.dropLast(4), filters: ["FlateDecode"], decoded: Self.decoded))
  }

  private func inflated(_ bytes: [UInt8], limit: Int = .max) -> [UInt8]? {
    bytes.withUnsafeBufferPointer { Inflater.inflate($0, limit: limit) }
  }

  @Test("A whole stream is unpacked at once; any other is left to the reader that makes something of it")
  func inflate() {
    #expect(inflated(Self.compressed) == Self.decoded)
    #expect(inflated(Self.compressed + [13, 10]) == Self.decoded)
    #expect(inflated(Self.compressed + [0, 0, 0, 0]) == nil)
    #expect(inflated(Self.compressed.dropLast(1)) == nil)
    #expect(inflated(Self.compressed, limit: 4) == nil)
    #expect(inflated([]) == nil)
    for place in Self.compressed.indices {
      var changed = Self.compressed
      changed[place] ^= 1
      #expect(inflated(changed) == nil)
    }
  }

  @Test("A stream that is compressed and then written in ASCII base 85 is unpacked at once, and only where it is whole")
  func inflateASCII85() {
    func inflated(_ text: String) -> [UInt8]? {
      Array(text.utf8).withUnsafeBufferPointer { Inflater.inflate($0, .ascii85, limit: .max) }
    }
    let text = "Garg^;/csF!!D$X:]"
    #expect(inflated(text + "~>") == Self.decoded)
    #expect(inflated(text.dropLast(3) + "~>") == nil)
    #expect(inflated("%" + text.dropFirst() + "~>") == nil)
  }

  @Test("What holds far more than its own size is unpacked whole")
  func inflateMuch() {
    // 100,000 zeros.
    let packed: [UInt8] = [
      120, 218, 237, 193, 49, 1, 0, 0, 0, 194, 160, 245, 79, 109, 13, 15, 160, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 128, 87, 3, 134, 175, 0, 1,
    ]
    #expect(inflated(packed) == [UInt8](repeating: 0, count: 100_000))
    #expect(inflated(packed, limit: 99_999) == nil)
  }

  @Test("What is not compressed has no checksum")
  func plain() {
    #expect(StreamChecksum.holds(encoded: Self.decoded, filters: [], decoded: Array("BT EU".utf8)))
  }

  @Test(
    "ASCII base 85",
    arguments: [("87cURD]i,\"Ebo7~>", "Hello World"), ("z~>", "\0\0\0\0"), ("8 7\ncURDZ~>", "Hello"), ("~>", "")])
  func ascii85(text: String, expected: String) {
    #expect(StreamChecksum.ascii85(Array(text.utf8)) == Array(expected.utf8))
  }
}
