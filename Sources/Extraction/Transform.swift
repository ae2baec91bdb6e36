// Extraction: an affine map of the plane, as PDF writes it.

/// x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3).
struct Transform {
  var a: Double
  var b: Double
  var c: Double
  var d: Double
  var e: Double
  var f: Double

  init(a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, e: Double = 0, f: Double = 0) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// The six numbers as PDF writes them, a to f.
  init(_ m: ArraySlice<Double>) {
    let i = m.startIndex
    self.init(a: m[i], b: m[i + 1], c: m[i + 2], d: m[i + 3], e: m[i + 4], f: m[i + 5])
  }

  func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

  /// The map that first does `inner`, then this one.
  func after(_ inner: Transform) -> Transform {
    Transform(
      a: a * inner.a + c * inner.b, b: b * inner.a + d * inner.b, c: a * inner.c + c * inner.d,
      d: b * inner.c + d * inner.d, e: a * inner.e + c * inner.f + e, f: b * inner.e + d * inner.f + f)
  }

  /// How much it stretches lengths: the square root of the area factor.
  var scale: Double { abs(a * d - b * c).squareRoot() }
}
