// Extraction: the procedure of a glyph of a Type 3 font → its drawn shape, through FreeType.
import CFreeType

/// What draws a glyph of a Type 3 font (ISO 32000-1, 9.6.5): a content stream.
struct GlyphProcedure {
  let content: [UInt8]
  /// `FontMatrix`: from the space of the glyph to that of the text.
  let toText: Transform

  /// A procedure that only states its width draws nothing.
  private static let empty = 40
  /// No digit takes more bytes.
  private static let longest = 1 << 16
  /// Pixels that a glyph is high.
  private static let size = 96.0

  /// True where it draws something.
  var draws: Bool { content.count > Self.empty }

  /// Its ink (`GlyphInk`), where it is paths that are filled and nothing else; nil otherwise.
  var shape: [Double]? {
    guard draws, content.count <= Self.longest, let outline = FilledOutline(content, toText) else { return nil }
    return outline.drawn(size: Self.size)
  }
}

/// The filled paths of a content stream.
private struct FilledOutline {
  /// No digit has more points.
  private static let mostPoints = 4_000

  /// In the space of the text.
  private(set) var points: [(x: Double, y: Double)] = []
  private var isOnCurve: [Bool] = []
  /// The last point of each contour, by index.
  private var ends: [Int] = []
  private var isFilled = false
  private var isEvenOdd = false

  /// nil where something else is drawn, or nothing.
  init?(_ content: [UInt8], _ toText: Transform) {
    var scanner = ContentScanner(content)
    var matrix = toText
    var saved: [Transform] = []
    while let op = scanner.next(), points.count <= Self.mostPoints {
      let n = scanner.numbers
      switch op {
      case Operator("q"): if saved.count < 32 { saved.append(matrix) }
      case Operator("Q"): matrix = saved.popLast() ?? matrix
      case Operator("c", "m") where n.count == 6: matrix = matrix.after(Transform(n[...]))
      case Operator("m") where n.count == 2:
        close()
        add(n[0], n[1], matrix)
      case Operator("l") where n.count == 2: add(n[0], n[1], matrix)
      case Operator("c") where n.count == 6:
        add(n[0], n[1], matrix, isOnCurve: false)
        add(n[2], n[3], matrix, isOnCurve: false)
        add(n[4], n[5], matrix)
      case Operator("v") where n.count == 4:
        repeatLast()
        add(n[0], n[1], matrix, isOnCurve: false)
        add(n[2], n[3], matrix)
      case Operator("y") where n.count == 4:
        add(n[0], n[1], matrix, isOnCurve: false)
        add(n[2], n[3], matrix, isOnCurve: false)
        add(n[2], n[3], matrix)
      case Operator("r", "e") where n.count == 4:
        close()
        for (x, y) in [(n[0], n[1]), (n[0] + n[2], n[1]), (n[0] + n[2], n[1] + n[3]), (n[0], n[1] + n[3])] {
          add(x, y, matrix)
        }
        close()
      case Operator("h"): close()
      case Operator("f"), Operator("F"): isFilled = true
      case Operator("f", "*"): (isFilled, isEvenOdd) = (true, true)
      case Operator("D", "o"), Operator("T", "j"), Operator("T", "J"), Operator("S"), Operator("s"), Operator("W"):
        return nil
      default: break
      }
    }
    close()
    guard isFilled, !ends.isEmpty, points.count <= Self.mostPoints,
      points.allSatisfy({ $0.x.isFinite && $0.y.isFinite })
    else { return nil }
  }

  private mutating func add(_ x: Double, _ y: Double, _ matrix: Transform, isOnCurve on: Bool = true) {
    points.append(matrix.apply(x, y))
    isOnCurve.append(on)
  }

  /// The current point as the first control point of a curve.
  private mutating func repeatLast() {
    guard let last = points.last else { return }
    points.append(last)
    isOnCurve.append(false)
  }

  /// A contour of fewer than three points has no area.
  private mutating func close() {
    let start = (ends.last ?? -1) + 1
    if points.count - start < 3 {
      points.removeLast(points.count - start)
      isOnCurve.removeLast(isOnCurve.count - start)
    } else {
      ends.append(points.count - 1)
    }
  }

  /// The ink of the paths, drawn so many pixels high.
  func drawn(size: Double) -> [Double]? {
    let xs = points.map(\.x)
    let ys = points.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let bottom = ys.min(), let top = ys.max(), top > bottom,
      right - left < 4 * (top - bottom)
    else { return nil }
    let scale = size / (top - bottom)
    guard scale.isFinite else { return nil }
    var vectors = points.map {
      FT_Vector(x: FT_Pos(64 * scale * ($0.x - left)), y: FT_Pos(64 * scale * ($0.y - bottom)))
    }
    // Bits 0 and 1: a point on the curve, or a control point of the third order (FreeType, FT_Outline).
    var tags = isOnCurve.map { CChar($0 ? 1 : 2) }
    var contours = ends.map(Int16.init)
    let width = Int(scale * (right - left)) + 1
    let height = Int(size) + 1
    var pixels = [UInt8](repeating: 0, count: width * height)
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0 else { return nil }
    defer { FT_Done_FreeType(library) }
    return vectors.withUnsafeMutableBufferPointer { vectors in
      tags.withUnsafeMutableBufferPointer { tags in
        contours.withUnsafeMutableBufferPointer { contours in
          pixels.withUnsafeMutableBufferPointer { pixels in
            var outline = FT_Outline()
            (outline.n_contours, outline.n_points) = (Int16(contours.count), Int16(vectors.count))
            (outline.points, outline.tags, outline.contours) = (
              vectors.baseAddress, tags.baseAddress, contours.baseAddress
            )
            if isEvenOdd { outline.flags = Int32(FT_OUTLINE_EVEN_ODD_FILL) }
            var bitmap = FT_Bitmap()
            (bitmap.rows, bitmap.width, bitmap.pitch) = (UInt32(height), UInt32(width), Int32(width))
            (bitmap.buffer, bitmap.num_grays) = (pixels.baseAddress, 256)
            bitmap.pixel_mode = UInt8(FT_PIXEL_MODE_GRAY.rawValue)
            guard FT_Outline_Get_Bitmap(library, &outline, &bitmap) == 0 else { return nil }
            return GlyphInk.shape(bitmap)
          }
        }
      }
    }
  }
}
