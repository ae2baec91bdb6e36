// Extraction: an affine map of the plane, as PDF writes it.

/// x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3).
struct Transform {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

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
