// Extraction: compressed bytes → what they hold, in one piece.
import CDeflate

/// Unpacks zlib streams (RFC 1950) that are whole: for all others there is qpdf, which makes something of damaged ones.
enum Inflater {
  /// What the bytes hold; nil where that is more than `limit`, where anything about them is wrong, their checksum too, or where
  /// more than an end of line stands behind them.
  static func inflate(
    _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: StreamChecksum.Encoding = .plain, limit: Int
  ) -> [UInt8]? {
    if encoding == .ascii85 {
      return StreamChecksum.ascii85(bytes).withUnsafeBufferPointer { inflate($0, limit: limit) }
    }
    guard bytes.count >= 6, let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    // Content streams hold some six times their size, fonts twice.
    var room = 8 * bytes.count + 4096
    while true {
      let capacity = min(room, limit)
      var read = 0
      var result = LIBDEFLATE_BAD_DATA
      let decoded = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        result = libdeflate_zlib_decompress_ex(
          decompressor, bytes.baseAddress, bytes.count, buffer.baseAddress, capacity, &read, &count)
        if result != LIBDEFLATE_SUCCESS { count = 0 }
      }
      switch result {
      case LIBDEFLATE_SUCCESS: return bytes.count - read <= 3 ? decoded : nil
      case LIBDEFLATE_INSUFFICIENT_SPACE where capacity < limit && room < largest: room *= 8
      default: return nil
      }
    }
  }

  /// No room is taken for more than this at once: what needs more is left to qpdf, whose memory grows with what it finds.
  private static let largest = 64 << 20
}
