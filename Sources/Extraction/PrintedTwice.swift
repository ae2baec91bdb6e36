// Extraction: pieces of text in the order in which they are shown → which of them is one that was shown before, printed again beside itself.

/// Where a font has no bold, some writers print each piece twice, a little apart, and say of the second that it is nothing (an empty `ActualText`).
struct PrintedTwice {
  /// So many of the last pieces are kept.
  private static let most = 64
  /// A piece that is printed again starts within this of itself, in points.
  private static let beside = 1.0

  private struct Piece {
    var x: Double
    var y: Double
    /// Its codes, its font and its size, as one number.
    var digest: UInt64
  }
  private var pieces: [Piece] = []

  mutating func add(_ start: PaintedPath.Point, _ digest: UInt64) {
    if pieces.count >= Self.most { pieces.removeFirst(Self.most / 2) }
    pieces.append(Piece(x: start.x, y: start.y, digest: digest))
  }

  func holds(_ start: PaintedPath.Point, _ digest: UInt64) -> Bool {
    pieces.contains {
      abs($0.x - start.x) <= Self.beside && abs($0.y - start.y) <= Self.beside && $0.digest == digest
    }
  }

  /// FNV-1a over the codes of the text, with its font and size.
  static func digest(_ scanner: ContentScanner, font: String?, size: Double) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325 ^ size.bitPattern
    func add(_ byte: UInt64) { digest = (digest ^ byte) &* 0x100_0000_01B3 }
    for byte in (font ?? "").utf8 { add(UInt64(byte)) }
    for string in scanner.strings {
      scanner.forEachCode(string, bytesEach: 1) { code in
        add(UInt64(code))
        return true
      }
    }
    return digest
  }
}
