// Extraction: an encoded stream and what was decoded of it → whether its checksum holds.

/// Compressed data end with a checksum (Adler-32; RFC 1950, 2.2). Readers of PDF pass over it: a damaged stream then often gives other text without
/// a word.
enum StreamChecksum {
  /// How compressed data stand in a stream.
  enum Encoding {
    case plain, ascii85

    /// - Parameter filters: names without slashes; nil for filters with which nothing is compressed so.
    init?(_ filters: [String]) {
      switch filters {
      case ["FlateDecode"], ["Fl"]: self = .plain
      case ["ASCII85Decode", "FlateDecode"], ["A85", "Fl"]: self = .ascii85
      default: return nil
      }
    }
  }

  /// False where the stream is compressed, and its checksum is not that of `decoded`.
  /// - Parameters:
  ///   - encoded: the bytes of the stream as they stand in the file, decrypted.
  ///   - filters: the names of its filters, without slashes.
  static func holds(encoded: [UInt8], filters: [String], decoded: [UInt8]) -> Bool {
    guard let encoding = Encoding(filters) else { return true }
    let compressed = encoding == .plain ? encoded : ascii85(encoded)
    guard compressed.count >= 6 else { return decoded.isEmpty }
    let sum = adler32(decoded)
    let bytes = [
      UInt8(truncatingIfNeeded: sum >> 24), UInt8(truncatingIfNeeded: sum >> 16), UInt8(truncatingIfNeeded: sum >> 8),
      UInt8(truncatingIfNeeded: sum),
    ]
    // An end of line may be counted in.
    return (0...3).contains { compressed.dropLast($0).suffix(4).elementsEqual(bytes) }
  }

  static func adler32(_ data: [UInt8]) -> UInt32 {
    var a: UInt32 = 1
    var b: UInt32 = 0
    var index = 0
    data.withUnsafeBufferPointer { data in
      while index < data.count {
        // As many as 32 bits can add up before the remainder has to be taken.
        let end = min(index + 5552, data.count)
        while index < end {
          a &+= UInt32(data[index])
          b &+= a
          index += 1
        }
        a %= 65_521
        b %= 65_521
      }
    }
    return b << 16 | a
  }

  /// ISO 32000-1, 7.4.3.
  static func ascii85(_ text: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count * 4 / 5)
    var group: UInt32 = 0
    var count = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "!")...UInt8(ascii: "u"):
        group = group &* 85 &+ UInt32(byte - 33)
        count += 1
        if count == 5 {
          for shift: UInt32 in [24, 16, 8, 0] { result.append(UInt8(truncatingIfNeeded: group >> shift)) }
          (group, count) = (0, 0)
        }
      case UInt8(ascii: "z") where count == 0: result += [0, 0, 0, 0]
      case UInt8(ascii: "~"):
        if count > 1 {
          for _ in count..<5 { group = group &* 85 &+ 84 }
          for k in 0..<(count - 1) { result.append(UInt8(truncatingIfNeeded: group >> UInt32(24 - 8 * k))) }
        }
        return result
      default: continue
      }
    }
    return result
  }
}
