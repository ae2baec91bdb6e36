// Extraction: the widths that a font gives for codes, one by one or for many at once.

/// The widths of a font's glyphs, in thousandths of the size (ISO 32000-1, 9.7.4.3).
struct GlyphWidths {
  private var single: [Int: Double] = [:]
  /// Codes that follow one another and have the same width, in order.
  private var ranges: [(codes: ClosedRange<Int>, width: Double)] = []
  /// So many codes are kept one by one.
  private static let most = 200_000

  init() {}

  init(_ widths: [Int: Double]) { single = widths }

  mutating func add(_ widths: some Sequence<Double>, from first: Int) {
    for (offset, width) in widths.enumerated() where single.count < Self.most { single[first &+ offset] = width }
  }

  mutating func add(_ width: Double, for codes: ClosedRange<Int>) {
    guard let last = ranges.last, last.codes.upperBound >= codes.lowerBound else {
      ranges.append((codes, width))
      return
    }
    // Out of order, as no program writes them.
    for code in codes where single.count < Self.most { single[code] = width }
  }

  /// nil for a code of which the font does not say it.
  subscript(code: Int) -> Double? {
    if let width = single[code] { return width }
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].codes.upperBound < code { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].codes.contains(code) ? ranges[low].width : nil
  }
}
