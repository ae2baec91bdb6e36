// Extraction: the drawn picture of a glyph → its shape.
import CFreeType

/// The shape of a glyph: where its ink is, whatever its size and place.
enum GlyphInk {
  /// Fields across and down.
  static let width = 12
  static let height = 18
  /// Ink lighter than this, of 255, is none.
  private static let faintest: UInt8 = 64

  /// The ink of a picture of 256 greys, cut to its edges: `width` × `height` fields of 16 greys, row by row; nil where it has none.
  static func shape(_ bitmap: FT_Bitmap) -> [Double]? {
    guard let buffer = bitmap.buffer, bitmap.pitch > 0, bitmap.rows <= 1024, bitmap.width <= 1024 else { return nil }
    let pitch = Int(bitmap.pitch)
    var (top, bottom, left, right) = (Int.max, -1, Int.max, -1)
    for y in 0..<Int(bitmap.rows) {
      for x in 0..<Int(bitmap.width) where buffer[y * pitch + x] > Self.faintest {
        (top, bottom) = (min(top, y), y)
        (left, right) = (min(left, x), max(right, x))
      }
    }
    guard bottom - top >= 8, right - left >= 3 else { return nil }
    // Averaged over the fields, pixels on a border by their share.
    func shares(_ count: Int, _ fields: Int) -> [[(Int, Double)]] {
      (0..<fields).map { field in
        let from = Double(field * count) / Double(fields)
        let to = Double((field + 1) * count) / Double(fields)
        return (Int(from)..<min(count, Int(to.rounded(.up)))).map { pixel in
          (pixel, min(to, Double(pixel + 1)) - max(from, Double(pixel)))
        }
      }
    }
    let down = shares(bottom - top + 1, Self.height)
    let across = shares(right - left + 1, Self.width)
    var result: [Double] = []
    result.reserveCapacity(Self.width * Self.height)
    var line = [Double](repeating: 0, count: right - left + 1)
    for row in down {
      // Down first, over the whole width, then across.
      for x in line.indices { line[x] = 0 }
      var height = 0.0
      for (y, share) in row {
        let pixels = buffer + ((top + y) * pitch + left)
        for x in line.indices { line[x] += Double(pixels[x]) * share }
        height += share
      }
      for column in across {
        var (sum, width) = (0.0, 0.0)
        for (x, share) in column {
          sum += line[x] * share
          width += share
        }
        result.append((sum / max(1e-9, height * width) / 16).rounded(.down))
      }
    }
    return result
  }
}
