// A file and a source of chance → damaged bytes; `Tools/mutants` has many more kinds, and tries them by the thousand.
import TestHelp

/// Ways to damage a file.
enum Damage: CaseIterable {
  case flippedBits, cut, missingPiece, overwritten, exchangedStreams
  /// Of PDFs: these leave every word and edge where it is.
  case junkAround, twice, changedIndex, lengths, angle

  var keepsText: Bool {
    switch self {
    case .flippedBits, .cut, .missingPiece, .overwritten, .exchangedStreams: false
    case .junkAround, .twice, .changedIndex, .lengths, .angle: true
    }
  }

  func applied(to bytes: [UInt8], _ chance: inout SeededGenerator) -> [UInt8] {
    var out = bytes
    switch self {
    case .flippedBits:
      for _ in 0..<Int.random(in: 1...16, using: &chance) {
        out[out.indices.randomElement(using: &chance)!] ^= 1 << UInt8.random(in: 0...7, using: &chance)
      }
    case .cut: out.removeLast(Int.random(in: 0..<(out.count / 2), using: &chance))
    case .missingPiece:
      let start = Int.random(in: 0..<(out.count - 600), using: &chance)
      out.removeSubrange(start..<(start + [1, 7, 64, 512].randomElement(using: &chance)!))
    case .overwritten:
      let start = Int.random(in: 0..<(out.count - 600), using: &chance)
      for index in start..<(start + 500) { out[index] = UInt8.random(in: 0...255, using: &chance) }
    case .exchangedStreams:
      let streams = Self.between("stream\n", "\nendstream", in: bytes).shuffled(using: &chance).prefix(2)
        .sorted { $0.lowerBound < $1.lowerBound }
      guard let first = streams.first, let second = streams.last, first != second else { return out }
      out.replaceSubrange(second, with: bytes[first])
      out.replaceSubrange(first, with: bytes[second])
    case .junkAround:
      let count = Int.random(in: 1...900, using: &chance)
      let junk: [UInt8] = (0..<count).map { _ in UInt8.random(in: 0...31, using: &chance) }
      out.insert(contentsOf: junk, at: Bool.random(using: &chance) ? 0 : out.count)
    case .twice: out += bytes
    case .changedIndex:
      // The offsets of the objects, and the one of the table itself.
      guard let table = Self.between("\nxref", "trailer", in: bytes).last else { return out }
      for index in table where (0x30...0x39).contains(out[index]) && UInt8.random(in: 0...9, using: &chance) == 0 {
        out[index] = UInt8.random(in: 0x30...0x39, using: &chance)
      }
    case .lengths:
      for range in Self.between("/Length ", "\n", in: bytes) {
        // A reference to a length stays.
        let digits = bytes[range].prefix { (0x30...0x39).contains($0) }
        if bytes[digits.endIndex...].starts(with: " 0 ".utf8) { continue }
        if let index = digits.indices.randomElement(using: &chance) { out[index] = 0x31 }
      }
    case .angle:
      for range in Self.between("/Rotate 0", " ", in: bytes) { out[range.lowerBound - 1] = 0x37 }
    }
    return out
  }

  /// What stands between the two marks, wherever they do.
  private static func between(_ start: String, _ end: String, in bytes: [UInt8]) -> [Range<Int>] {
    let (start, end) = (Array(start.utf8), Array(end.utf8))
    var result: [Range<Int>] = []
    var open: Int?
    var index = 0
    while index + max(start.count, end.count) <= bytes.count {
      if let from = open, index >= from, bytes[index] == end[0], bytes[index...].starts(with: end) {
        result.append(from..<index)
        open = nil
      } else if open == nil, bytes[index] == start[0], bytes[index...].starts(with: start) {
        open = index + start.count
      }
      index += 1
    }
    return result
  }
}
